"""Which common questions an item of a record may be about, by the words in it; a person decides."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from criteria.common_questions import common_questions

_WORD = re.compile(r"[a-z0-9]+\*?")
_INDEXED = 3
"""Letters of a phrase's first word by which it is found; a shorter one is found whole."""


@dataclass(frozen=True)
class _Phrase:
    """Words that follow one another in a record; a `*` at the end of one stands for any ending."""

    words: tuple[str, ...]
    question: str
    """The question that they propose, or do not."""
    proposes: bool

    def at(self, text: Sequence[str], place: int) -> bool:
        """Whether they stand at a place of a text."""
        found = text[place : place + len(self.words)]
        return len(found) == len(self.words) and all(map(_fits, self.words, found))


def proposals(text: str) -> tuple[str, ...]:
    """The names of the common questions that a text in any of our languages may be about, in the text's order."""
    words = _words(text)
    found: dict[str, list[range]] = {}
    excused: dict[str, list[range]] = {}
    for place, word in enumerate(words):
        for phrase in _index().get(word[:_INDEXED], ()):
            if phrase.at(words, place):
                kept = found if phrase.proposes else excused
                kept.setdefault(phrase.question, []).append(range(place, place + len(phrase.words)))
    first = {
        name: min(at.start for at in spans if not _within(at, excused.get(name, ())))
        for name, spans in found.items()
        if not all(_within(at, excused.get(name, ())) for at in spans)
    }
    return tuple(sorted(first, key=lambda name: (first[name], list(common_questions()).index(name))))


@cache
def _index() -> dict[str, tuple[_Phrase, ...]]:
    """Every phrase by the first letters of its first word."""
    found: dict[str, tuple[_Phrase, ...]] = {}
    for phrase in _phrases():
        key = phrase.words[0].rstrip("*")[:_INDEXED]
        found[key] = (*found.get(key, ()), phrase)
    return found


def _phrases() -> Iterator[_Phrase]:
    for name, one in common_questions().items():
        for listed, proposes in ((one.entry.words, True), (one.entry.unless, False)):
            for phrase in {phrase for phrases in listed.values() for phrase in phrases}:
                yield _Phrase(tuple(_words(phrase)), name, proposes)


def _words(text: str) -> list[str]:
    """The words of a text without accents and capitals, each with a `*` that follows it."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    return _WORD.findall(plain)


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _within(span: range, spans: Sequence[range]) -> bool:
    return any(one.start <= span.start and span.stop <= one.stop for one in spans)
