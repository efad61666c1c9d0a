"""Where a session is counted: its slot, and two studies at most; both follow from its seed, whatever is chosen.

So no ticket, fork or replay of a conversation makes a second session, or counts it for a third study.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from criteria.condition import ConditionId, StudyId

SLOT_BITS: Final = 14


def slot(seed: int, condition: ConditionId) -> int:
    """The session's place in the tallies of a condition."""
    return _drawn(seed, condition, "slot") & ((1 << SLOT_BITS) - 1)


def counted(studies: Sequence[StudyId], seed: int, condition: ConditionId) -> frozenset[StudyId]:
    """The studies of the condition that the session is counted for."""
    first = _drawn(seed, condition, "first") % len(studies)
    others = [study for at, study in enumerate(studies) if at != first]
    if not others:
        return frozenset(studies)
    return frozenset({studies[first], others[_drawn(seed, condition, "second") % len(others)]})


def _drawn(seed: int, condition: ConditionId, what: str) -> int:
    return int.from_bytes(sha256(f"{what} {seed} {condition}".encode()).digest()[:8])
