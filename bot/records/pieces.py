"""What a record's criteria are made of: items and headings in their order, and the doubts about them."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import islice

MOST_LETTERS = 26
LONGEST_ITEM = 3000
"""Characters of an item in a study's file."""


class Kind(StrEnum):
    """The two lists of a record."""

    INCLUSION = "inclusion"
    EXCLUSION = "exclusion"


class Trap(StrEnum):
    """What makes a record easy to read wrongly; each is told in `reasons.py`."""

    ALTERNATIVES = "alternatives"
    COHORT = "cohort"
    GROUP = "group"
    HEADINGS = "headings"
    TWO_ITEMS = "two_items"
    GLUED = "glued"
    PARAGRAPH = "paragraph"
    UNLISTED = "unlisted"
    COMPARATOR = "comparator"
    FOOTER = "footer"
    NONE = "none"
    CONTRADICTION = "contradiction"
    DEFINITION = "definition"
    BROKEN = "broken"
    GAP = "gap"
    LONG = "long"


@dataclass(frozen=True)
class Doubt:
    """A place that a person has to look at before the record is encoded, and why."""

    trap: Trap
    at: str
    """An item such as `inclusion 3a`, a whole list (`exclusion`), or the `header`."""
    about: str = ""
    """The words or figures that gave rise to it."""


@dataclass(frozen=True)
class Item:
    """One numbered point of a list, in the record's words."""

    kind: Kind
    number: str
    """`3`, or `3a` for what stands below item 3."""
    words: str
    depth: int = 0
    raw: str = ""
    """The same with its blanks as they were."""
    order: int = 0
    """Where the record's own label puts it: 3 for `3.` and for `c)`; 0 without a label."""

    @property
    def id(self) -> str:
        """How a criterion cites it."""
        return f"{self.kind} {self.number}"

    @property
    def top(self) -> str:
        """The number of the item that it belongs to."""
        return self.number.rstrip("abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True)
class Heading:
    """Words that belong to no item: a heading, a footer, a `None`."""

    kind: Kind
    words: str
    before: str = ""
    """The item that follows it; empty at the end of the text."""


Piece = Item | Heading


@dataclass(frozen=True)
class Outline:
    """A record's criteria: every word in just one piece, in order."""

    pieces: tuple[Piece, ...]
    doubts: tuple[Doubt, ...] = ()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items alone."""
        return tuple(one for one in self.pieces if isinstance(one, Item))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """What stands between them."""
        return tuple(one for one in self.pieces if isinstance(one, Heading))

    @cached_property
    def _lists(self) -> dict[Kind, tuple[Item, ...]]:
        return {kind: tuple(one for one in self.items if one.kind is kind) for kind in Kind}

    @cached_property
    def _families(self) -> dict[tuple[Kind, str], list[Item]]:
        found: dict[tuple[Kind, str], list[Item]] = {}
        for one in self.items:
            found.setdefault((one.kind, one.top), []).append(one)
        return found

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """The items of one list."""
        return self._lists[kind]

    def below(self, item: Item) -> tuple[Item, ...]:
        """The sub-items of an item."""
        if item.number != item.top:
            return ()
        return tuple(one for one in self._families[item.kind, item.top] if one is not item)

    def and_doubts(self, *doubts: Doubt) -> "Outline":
        """The same with more doubts, each told once, in the order of the items."""
        places = {one.id: at for at, one in enumerate(self.items)}
        known = dict.fromkeys((*self.doubts, *doubts))
        return replace(self, doubts=tuple(sorted(known, key=lambda one: places.get(one.at, -1))))


class Numbering:
    """Gives items their numbers: `1`, `2` at the top of a list, `2a`, `2b` for whatever stands below."""

    def __init__(self) -> None:
        self._numbers = dict.fromkeys(Kind, 0)
        self._letters = dict.fromkeys(Kind, 0)

    def next(self, kind: Kind, *, below: bool) -> str:
        """The next number of a list; a sub-item that no letter is left for becomes an item of its own."""
        if below and self._numbers[kind] and self._letters[kind] < MOST_LETTERS:
            self._letters[kind] += 1
            return f"{self._numbers[kind]}{chr(96 + self._letters[kind])}"
        self._numbers[kind] += 1
        self._letters[kind] = 0
        return str(self._numbers[kind])


def cut(words: str, most: int = LONGEST_ITEM) -> list[str]:
    """A text in stretches that each fit into an item, parted between words."""
    if len(words) <= most:
        return [words]
    found, rest = [], words
    while len(rest) > most:
        at = max(rest.rfind(". ", 0, most) + 1, 0) or rest.rfind(" ", 0, most)
        at = at if at > 0 else most
        found.append(rest[:at].strip())
        rest = rest[at:].strip()
    return [one for one in (*found, rest) if one]


def first_words(words: str, most: int = 8) -> str:
    """How a text begins, to name it."""
    some = words.split()
    return " ".join(islice(some, most)) + (" …" if len(some) > most else "")
