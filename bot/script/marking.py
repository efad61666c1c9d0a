"""Words that are new or gone, inside a text: how they are marked, and how a format takes the marks apart."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum

NEW, NEW_END, GONE, GONE_END = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKED = re.compile(f"{NEW}(.*?){NEW_END}|{GONE}(.*?){GONE_END}", re.DOTALL)
_WORDS = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)
ALIKE = 0.3
"""Texts that have less than this in common are told as one gone and one new."""


class Change(Enum):
    """What has happened to some words."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"


def new(text: str) -> str:
    """A text as new."""
    return f"{NEW}{text}{NEW_END}" if text.strip() else text


def gone(text: str) -> str:
    """A text as gone."""
    return f"{GONE}{text}{GONE_END}" if text.strip() else ""


def between(before: str, now: str) -> str:
    """The new text with what is new and what is gone, word by word."""
    if before == now:
        return now
    old, words = _WORDS.findall(before), _WORDS.findall(now)
    match = SequenceMatcher(None, old, words, autojunk=False)
    if match.ratio() < ALIKE:
        return gone(before) + (" " if before and now else "") + new(now)
    told = []
    for _, first, last, start, end in match.get_opcodes():
        left, right = "".join(old[first:last]), "".join(words[start:end])
        told.append(right if left == right else gone(left) + new(right))
    return "".join(told)


def runs(text: str) -> Iterator[tuple[Change, str]]:
    """A text in runs of words of one kind."""
    at = 0
    for found in _MARKED.finditer(text):
        if found.start() > at:
            yield Change.SAME, text[at : found.start()]
        yield (Change.NEW, found[1]) if found[1] is not None else (Change.GONE, found[2])
        at = found.end()
    if at < len(text):
        yield Change.SAME, text[at:]
