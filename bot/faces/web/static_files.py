"""The files that every page may keep: style sheets and the mark."""

import gzip
import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True)
class Static:
    """A file that every page may keep."""

    content: bytes
    media_type: str
    version: str
    """Changes with the content and stands in the address, so that the file may be kept for ever."""

    @cached_property
    def small(self) -> bytes:
        """The content compressed by gzip."""
        return gzip.compress(self.content, mtime=0)


FOR_US = re.compile(rb"/\*.*?\*/\s*|^\s+", re.DOTALL | re.MULTILINE)
"""What stands in a style sheet for who edits it: comments, and blanks before a line."""


def _static(name: str, media_type: str) -> Static:
    content = (files("bot.faces.web") / "static" / name).read_bytes()
    if media_type == "text/css":
        content = FOR_US.sub(b"", content)
    return Static(content, media_type, sha256(content).hexdigest()[:12])


STATIC = MappingProxyType(
    {
        "chat.css": _static("chat.css", "text/css"),
        "paper.css": _static("paper.css", "text/css"),
        "mark.svg": _static("mark.svg", "image/svg+xml"),
    }
)
