"""Larger type in an address: on pages that belong to no conversation nothing else can hold the wish."""

from starlette.requests import Request

from criteria.languages import Language


def query(language: Language, *, larger: bool) -> str:
    """What an address says behind its `?`: the language and, where it is wished, larger type."""
    return f"lang={language}&type=large" if larger else f"lang={language}"


def wishes_larger(request: Request) -> bool:
    """Whether an address asks for larger type."""
    return request.query_params.get("type") == "large"
