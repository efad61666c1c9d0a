"""A text is covered by known phrases from its first word to its last, or it is not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.typed.words import Words
from criteria.expression import AnswerId
from criteria.spelling import Key, Token


class Sense(Enum):
    """What a phrase says that belongs to no one question."""

    YES = "yes"
    NO = "no"
    DOUBT_NO = "doubt-no"
    NONE = "none"
    NEVER = "never"
    UNSURE = "unsure"
    DOUBT = "doubt"
    """That what is said beside it is not certain."""
    BEING = "being"
    """Leads to what follows: I have, it is."""
    LINK = "link"
    """Joins two phrases."""
    POLITE = "polite"


DENYING = frozenset({Sense.NO, Sense.DOUBT_NO, Sense.NONE, Sense.NEVER})


@dataclass(frozen=True)
class Phrase:
    """What a phrase means: an answer of the question, or something that belongs to none."""

    meaning: AnswerId | Sense
    doubt: bool = False
    """Whether it only may mean that."""


@dataclass(frozen=True)
class Found:
    """A phrase where it stands in a text."""

    phrase: Phrase
    key: Key
    paused: bool
    """Whether a comma or a full stop stands before it."""


def common(words: Words) -> dict[Key, Phrase]:
    """The phrases that every question knows; where a phrase stands in several lists, the first one counts."""
    found: dict[Key, Phrase] = {}
    for sense in Sense:
        for phrase in words.keys(sense.value):
            found.setdefault(phrase, Phrase(sense))
    return found


def cover(typed: Sequence[Token], known: Mapping[Key, Phrase], longest: int) -> list[Found] | None:
    """The phrases of a text in order, the longest first; None if any part of it is unknown."""
    texts = tuple(token.text for token in typed)
    found: list[Found] = []
    at = 0
    while at < len(texts):
        for size in range(min(longest, len(texts) - at), 0, -1):
            if phrase := known.get(texts[at : at + size]):
                found.append(Found(phrase, texts[at : at + size], typed[at].paused))
                at += size
                break
        else:
            return None
    return found
