"""Which common questions an item of a record may be about, by the words in it; a person decides."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from criteria.common_questions import common_questions
from criteria.patterns import variants

_WORD = re.compile(r"[a-z0-9]+\*?|[;:.](?=\s|$)")
_PART = re.compile(r"[a-z0-9]+\*?|\.\.\.|[#^]")
_INDEXED = 3
"""Letters of a phrase's first word by which it is found; a shorter one is found whole."""
_BETWEEN = 6
"""Words that `...` may stand for, within one sentence."""
_NUMBERS = re.compile(
    r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|treinta"
)


@dataclass(frozen=True)
class _Phrase:
    """Words that follow one another in a record.

    A `*` at the end of one stands for any ending, `#` for a number, `...` for a few words, `^` for the beginning of the text.
    """

    words: tuple[str, ...]
    question: str
    """The question that they propose, or do not."""
    proposes: bool

    def end(self, text: Sequence[str], place: int) -> int | None:
        """Where they end, if they begin at a place of a text."""
        if self.words[0] == "^":
            return _end(self.words[1:], text, 0) if place == 0 else None
        return _end(self.words, text, place)


def _end(words: Sequence[str], text: Sequence[str], place: int) -> int | None:
    if not words:
        return place
    if words[0] == "...":
        for start in range(place, min(place + _BETWEEN, len(text) - 1) + 1):
            if (found := _end(words[1:], text, start)) is not None:
                return found
            if text[start] in ";:.":
                break
        return None
    fits = place < len(text) and _fits(words[0], text[place])
    return _end(words[1:], text, place + 1) if fits else None


def proposals(text: str) -> tuple[str, ...]:
    """The names of the common questions that a text in any of our languages may be about, in the text's order."""
    words = _words(text)
    found: dict[str, list[range]] = {}
    excused: dict[str, list[range]] = {}
    for place, word in enumerate(words):
        for phrase in (*_index().get(word[:_INDEXED], ()), *_index().get("^" if place == 0 else "", ())):
            if (end := phrase.end(words, place)) is not None:
                kept = found if phrase.proposes else excused
                kept.setdefault(phrase.question, []).append(range(place, end))
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
            for pattern in {pattern for patterns in listed.values() for pattern in patterns}:
                for phrase in variants(pattern):
                    yield _Phrase(tuple(_PART.findall(_plain(phrase))), name, proposes)


def _words(text: str) -> list[str]:
    """The words of a text, and what parts its sentences."""
    return _WORD.findall(_plain(text))


def _plain(text: str) -> str:
    """A text without accents and capitals."""
    return unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")


def _fits(pattern: str, word: str) -> bool:
    if pattern == "#":
        return _NUMBERS.fullmatch(word) is not None
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _within(span: range, spans: Sequence[range]) -> bool:
    return any(one.start <= span.start and span.stop <= one.stop for one in spans)
