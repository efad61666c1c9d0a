"""The open tally: which cell each slot has reached, and raising slots without ever adding.

Everything here is idempotent and commutes, so replays, forks, retries and replicas change nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NewType

from bot.funnel.calendar import Week
from bot.funnel.cells import CellNumber
from criteria.study_file import MOST_CELLS

Slot = NewType("Slot", int)
"""A session's random place in the table, 0 to 16,383; it exists only in the session's tickets."""

SLOTS: Final = 1 << 14
EMPTY: Final = bytes(SLOTS)
"""A table of 16,384 bytes, slot -> cell number; 0 where no session is."""

_HELD: Final = re.compile(rb"[^\0]")

OPEN_WEEKS: Final = 3
"""Weeks of starts that pending raises are kept for; a ticket lives 14 days, so no more occur."""


def merged(table: bytes, other: bytes) -> bytes:
    """Both tables in one: each slot at the furthest cell that either has seen.

    Raises ValueError unless both hold 16,384 slots.
    """
    if len(table) != SLOTS or len(other) != SLOTS:
        message = "a table holds 16384 slots"
        raise ValueError(message)
    result = bytearray(table)
    for held in _HELD.finditer(other):  # few slots are: a fortieth of the time of map(max, ...)
        slot = held.start()
        result[slot] = max(result[slot], other[slot])
    return bytes(result)


def histogram(table: bytes, cells: int) -> tuple[int, ...]:
    """How many slots are in each of the cells 1 to `cells`, empty cells included.

    Raises ValueError for a slot beyond the last cell: such a table was not counted by this list.
    """
    found = Counter(table)
    if max(found, default=0) > cells:
        message = "a slot beyond the last cell"
        raise ValueError(message)
    return tuple(found[number] for number in range(1, cells + 1))


Waiting = Mapping[str, Mapping[Week, bytes]]
"""Per study and per week of the session's start: a table of raises that wait to be merged."""


@dataclass(slots=True)
class Pending:
    """Raises that wait in memory, one byte a slot, per study and per week of the session's start.

    At most `OPEN_WEEKS` tables a study; an older one makes way for a newer one.
    """

    _tables: dict[str, dict[Week, bytearray]] = field(default_factory=dict)

    def raise_slot(self, study: str, week: Week, slot: int, cell: CellNumber) -> bool:
        """Raise one slot; False, and nothing changed, for a slot or cell that cannot be."""
        if not (0 <= slot < SLOTS and 0 < cell <= MOST_CELLS):
            return False
        table = self._table(study, week)
        if table is not None:
            table[slot] = max(table[slot], cell)
        return table is not None

    def take(self) -> Waiting:
        """Hand over everything that waits, and begin anew."""
        taken = {s: {w: bytes(t) for w, t in weeks.items()} for s, weeks in self._tables.items()}
        self._tables = {}
        return taken

    def give_back(self, waiting: Waiting) -> None:
        """Put back what could not be merged, beside whatever has been raised since."""
        for study, week, other in _each(waiting):
            table = self._table(study, week)
            if table is not None:
                table[:] = merged(bytes(table), other)

    def _table(self, study: str, week: Week) -> bytearray | None:
        tables = self._tables.setdefault(study, {})
        if week not in tables:
            if len(tables) >= OPEN_WEEKS:
                oldest = min(tables)
                if week < oldest:
                    return None
                del tables[oldest]
            tables[week] = bytearray(SLOTS)
        return tables[week]


def _each(waiting: Waiting) -> Iterable[tuple[str, Week, bytes]]:
    for study, weeks in waiting.items():
        for week, table in weeks.items():
            yield study, week, table
