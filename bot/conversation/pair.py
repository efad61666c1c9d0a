"""Which studies a session is counted for: two at most, drawn once, and the same whatever it asks about later.

The draw is one byte: the place of the first study in its condition, and two bits that name the second.
So the pair follows from the byte alone, and no way through the conversation can make it three.
"""

from collections.abc import Sequence
from typing import Final

from criteria.condition import StudyId

_SECOND: Final = 2
"""Bits for the second study; the other six hold the first (a condition has at most 50)."""


def drawn(studies: Sequence[StudyId], wanted: StudyId | None, chance: int) -> int:
    """The draw of a session that asks about one study of a condition, or about all of them; `chance` has 18 bits."""
    count = len(studies)
    first = studies.index(wanted) if wanted is not None else chance % count
    return first << _SECOND | chance // count & ((1 << _SECOND) - 1)


def counted(studies: Sequence[StudyId], draw: int) -> frozenset[StudyId]:
    """The studies of the condition that the session is counted for."""
    count = len(studies)
    first = (draw >> _SECOND) % count
    if count == 1:
        return frozenset(studies)
    step = 1 + (draw & ((1 << _SECOND) - 1)) % (count - 1)
    return frozenset({studies[first], studies[(first + step) % count]})
