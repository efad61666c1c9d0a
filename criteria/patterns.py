"""Several ways to say one thing, written as one: `(my|the) kidneys [too]` is four."""

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from types import MappingProxyType

from criteria.spelling import Key, key

MOST = 600
"""Ways that one pattern may stand for."""
_PART = re.compile(r"[()\[\]|]|[^()\[\]|]+")
_CLOSING = {"(": ")", "[": "]"}
_GROUPED = re.compile(r"\d \d")
"""Figures with a blank between may be one number."""


@lru_cache(maxsize=4096)
def spelled(pattern: str) -> Mapping[str, Key]:
    """Every way that a pattern of a definition stands for, with its key; a word that comes again is spelled once."""
    words: dict[str, Key] = {}

    def keyed(variant: str) -> Key:
        if _GROUPED.search(variant):
            return key(variant)
        for word in variant.split():
            if word not in words:
                words[word] = key(word)
        return tuple(part for word in variant.split() for part in words[word])

    return MappingProxyType({variant: keyed(variant) for variant in variants(pattern)})


def variants(pattern: str) -> tuple[str, ...]:
    """Every way that a pattern stands for: one of `(this|that)`, with or without `[this]`."""
    try:
        found = _whole(_PART.findall(pattern))
    except ValueError as error:
        raise ValueError(f"`{pattern[:60]}`: {error}") from None
    return tuple(dict.fromkeys(" ".join(one.split()) for one in found)) if found[1:] else tuple(found)


def members(listed: str) -> list[str]:
    """The patterns of a list between bars; a bar within brackets is none of the list's."""
    found, depth = [""], 0
    for sign in listed:
        depth += (sign in _CLOSING) - (sign in _CLOSING.values())
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


def _whole(parts: list[str]) -> list[str]:
    found = _alternatives(parts)
    if parts:
        raise ValueError(f"`{parts[0]}` has no opening bracket before it")
    return found


def _alternatives(parts: list[str], opened: str = "") -> list[str]:
    """What stands up to the closing bracket, or to the end; it is taken from `parts`."""
    found = _sequence(parts)
    while opened:
        if not parts or parts[0] not in ("|", _CLOSING[opened]):
            raise ValueError(f"`{opened}` is not closed")
        if parts.pop(0) == _CLOSING[opened]:
            return [*found, ""] if opened == "[" else found
        found += _sequence(parts)
    return found


def _sequence(parts: list[str]) -> list[str]:
    """What stands side by side, in every way, up to a bar or a closing bracket."""
    side_by_side: list[list[str]] = []
    while parts and parts[0] not in (")", "]", "|"):
        part = parts.pop(0)
        side_by_side.append(_alternatives(parts, part) if part in _CLOSING else [part])
    if math.prod(map(len, side_by_side)) > MOST:
        raise ValueError(f"that is more than {MOST} ways to say it: write two entries")
    return list(map("".join, product(*side_by_side)))
