"""A text is covered by known phrases from its first word to its last, or it is not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

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
    leads: bool = False
    """Whether it is no answer where an answer's words follow: "I have", and "I have HIV"."""


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
    leading_words = set(words.keys(Sense.BEING.value))
    for sense in Sense:
        for phrase in words.keys(sense.value):
            found.setdefault(phrase, Phrase(sense, leads=phrase in leading_words))
    return found


def cover(typed: Sequence[Token], known: Mapping[Key, Phrase], longest: int) -> list[Found] | None:
    """The phrases of a text in order, longer ones before shorter; None if any part of it is unknown."""
    texts = tuple(token.text for token in typed)
    ways: dict[int, tuple[Found, ...] | None] = {len(texts): ()}
    for at in range(len(texts) - 1, -1, -1):
        ways[at] = None
        for size in range(min(longest, len(texts) - at), 0, -1):
            phrase, rest = known.get(texts[at : at + size]), ways[at + size]
            if phrase is not None and rest is not None:
                ways[at] = (Found(phrase, texts[at : at + size], typed[at].paused), *rest)
                break
    found = ways[0]
    return None if found is None else list(found)


def leading(found: Sequence[Found]) -> list[Found]:
    """The same phrases, where each that leads to an answer's words says nothing more than that."""
    again: list[Found] = []
    for one in reversed(found):
        follows = again[-1].phrase.meaning if again else None
        leads = one.phrase.leads and (follows is Sense.BEING or isinstance(follows, str))
        again.append(replace(one, phrase=Phrase(Sense.BEING)) if leads else one)
    return again[::-1]


def unpaused(found: Sequence[Found]) -> list[tuple[Found, Found]]:
    """Neighbours without a comma between them, one of which denies: "no HIV" is a denial, and "no, none" is clear."""
    said = [one for one in found if one.phrase.meaning is not Sense.POLITE]
    denying = [one.phrase.meaning in DENYING for one in said]
    return [
        (before, after)
        for at, (before, after) in enumerate(pairwise(said))
        if (denying[at] or denying[at + 1]) and not (after.paused and all(map(in_words, (before, after))))
    ]


def in_words(found: Found) -> bool:
    """Whether it is no mere sign, which denies whatever stands beside it."""
    return any(text.isalpha() for text in found.key)


def in_order(found: Sequence[Found]) -> bool:
    """Whether every "I have" leads to an answer's words, and every "and" stands between two."""
    meanings = [one.phrase.meaning for one in found if one.phrase.meaning is not Sense.POLITE]
    for at, meaning in enumerate(meanings):
        after = meanings[at + 1] if at + 1 < len(meanings) else None
        if meaning is Sense.BEING and (after is None or (isinstance(after, Sense) and after is not Sense.BEING)):
            return False
        if meaning is Sense.LINK and (at == 0 or after is None or Sense.LINK in (after, meanings[at - 1])):
            return False
    return bool(meanings)
