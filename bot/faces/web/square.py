"""A study's own short link, and its square code (QR): neither holds a conversation."""

import io

import segno

from criteria.condition import StudyDefinition


def link(base: str, study: StudyDefinition, channel: str = "") -> str:
    """The address that opens a study; it names neither illness nor registry number."""
    return f"{base.rstrip('/')}/s/{study.code}" + (f"?c={channel}" if channel else "")


def square_of(address: str) -> bytes:
    """The square code of an address as an SVG picture, with its quiet edge and medium error correction."""
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        picture, kind="svg", border=4, scale=4, light="#fff", xmldecl=False
    )
    return picture.getvalue()
