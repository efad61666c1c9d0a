"""The cells of a study's funnel: the one fixed list in which every session has exactly one place.

The order of the list is the order of getting further: a session is raised from cell to cell and
never lowered, so where a person took back an answer the furthest cell reached is the one counted.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import Final, NewType

from criteria.study_file import MOST_CELLS

CellNumber = NewType("CellNumber", int)
"""A cell's place in its list, from 1. In a table 0 means that no session holds the slot."""

STAGES: Final = 4
"""Groups of questions in the coarse list: notice + 4 left + 4 ineligible + 3 likely = 12 cells."""

OPEN_POINTS: Final = 3
"""From so many points to confirm on, a likely-eligible session counts as open."""


class Kind(StrEnum):
    """What being in a cell means."""

    NOTICE = "notice"
    """Opened the notice and answered nothing."""
    LEFT = "left"
    """Was shown a question (or one of a stage's questions) and has not answered it."""
    INELIGIBLE = "ineligible"
    """A criterion (or one of a stage's criteria) is not met."""
    LIKELY_OPEN = "likely_open"
    """Likely eligible with 3 or more points to confirm."""
    LIKELY_FEW = "likely_few"
    """Likely eligible with 1 or 2 points to confirm."""
    LIKELY = "likely"
    """Likely eligible with no point to confirm."""
    CHANNEL = "channel"
    """Of a tally of channels alone: came by this recruitment channel, or by none that is counted."""


VERDICTS: Final = (Kind.LIKELY_OPEN, Kind.LIKELY_FEW, Kind.LIKELY)
"""The three likely-eligible kinds, in the order of their cells."""


class Detail(StrEnum):
    """How finely a study is counted (`FUNNEL_DETAIL`)."""

    QUESTIONS = "questions"
    """A cell for every question and every criterion."""
    STAGES = "stages"
    """At most a dozen cells; steadier below 100 sessions a release."""


class CellsRefusedError(ValueError):
    """A study whose funnel cannot be laid out; the message says why."""


@dataclass(frozen=True, slots=True)
class Step:
    """A question that the study can ask, by its id."""

    question: str
    everybody: bool = True
    """Whether all who come this far are asked it; else what is lost here is a lower bound."""


@dataclass(frozen=True, slots=True)
class ScreeningCriterion:
    """A criterion that can screen out, and the question at which it does.

    For a criterion that rests on several questions, name the last of them in the order of asking.
    """

    criterion: str
    question: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it means and how far along the funnel it stands."""

    kind: Kind
    subjects: tuple[str, ...]
    """The question ids of a `LEFT` cell, the criterion ids of an `INELIGIBLE` one, else empty."""
    place: int
    """0 for the notice, then 1 for the first question (or stage); the verdicts stand behind all."""
    everybody: bool = True
    """See `Step.everybody`."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A study's cells in both details. Sessions are always raised by the fine numbers."""

    study: str
    definition: str
    """Fingerprint of the lists (and of what the caller names as the definition): 16 hex digits."""
    fine: tuple[Cell, ...]
    coarse: tuple[Cell, ...]

    @property
    def notice(self) -> CellNumber:
        """The cell of a session that has opened the notice."""
        return CellNumber(1)

    def left(self, question: str) -> CellNumber:
        """The cell of a session whose next question, for this study, is `question`.

        Raises KeyError for a question that this study does not ask.
        """
        return self._number(Kind.LEFT, question)

    def ineligible(self, criterion: str) -> CellNumber:
        """The cell of a session that `criterion` screened out. Raises KeyError as `left` does."""
        return self._number(Kind.INELIGIBLE, criterion)

    def likely(self, points: int) -> CellNumber:
        """The cell of a likely-eligible session with so many points to confirm."""
        behind = (points > 0) + (points >= OPEN_POINTS)
        return CellNumber(len(self.fine) - behind)

    def channel(self, name: str | None) -> CellNumber:
        """The cell of a session by its recruitment channel. Raises KeyError for an unknown one."""
        return CellNumber(1) if name is None else self._number(Kind.CHANNEL, name)

    def listed(self, detail: Detail) -> tuple[Cell, ...]:
        """The list that is counted at this detail."""
        return self.coarse if detail is Detail.STAGES else self.fine

    def fold(self, detail: Detail) -> bytes:
        """A `bytes.translate` table from fine numbers to this detail's numbers.

        It never turns the order round, so folding and taking the maximum may be exchanged.
        """
        if detail is Detail.QUESTIONS:
            return bytes(range(256))
        if self.coarse == self.fine:
            return bytes(range(256))
        holder = {(c.kind, s): n for n, c in _numbered(self.coarse) for s in c.subjects or ("",)}
        numbers = [holder[c.kind, c.subjects[0] if c.subjects else ""] for c in self.fine]
        return bytes([0, *numbers]).ljust(256, b"\0")

    @property
    def of_channels(self) -> bool:
        """Whether this is a tally of recruitment channels, which a setting may change at any time."""
        return self.fine[0].kind is Kind.CHANNEL

    def onto(self, listed: Sequence[Cell]) -> bytes:
        """A `bytes.translate` table from these channels to another list of them, by name; what it lacks is its first."""
        numbers = {cell.subjects: number for number, cell in _numbered(listed)}
        return bytes([0, *(numbers.get(cell.subjects, 1) for cell in self.fine)]).ljust(256, b"\0")

    def _number(self, kind: Kind, subject: str) -> CellNumber:
        for number, cell in _numbered(self.fine):
            if cell.kind is kind and subject in cell.subjects:
                return CellNumber(number)
        raise KeyError(subject)


def lay_out(study: str, steps: Sequence[Step], screens: Sequence[ScreeningCriterion], definition: str = "") -> Cells:
    """Lay out a study's cells: questions as they are asked, criteria by their question.

    `definition` names whatever else should begin a new count when it changes: the fingerprint that
    tickets carry serves. It may change only when open tickets become outdated, or a session that
    is under way could stand in both counts.
    Raises CellsRefusedError for more than 255 cells, an id used twice, or a criterion whose
    question the study does not ask.
    """
    questions = [s.question for s in steps]
    for ids, what in ((questions, "question"), ([s.criterion for s in screens], "criterion")):
        if twice := sorted({i for i in ids if ids.count(i) > 1}):
            message = f"{study}: {what} named twice: {', '.join(twice)}"
            raise CellsRefusedError(message)
    if stray := [s.criterion for s in screens if s.question not in questions]:
        message = f"{study}: screened by a question that is not asked: {', '.join(stray)}"
        raise CellsRefusedError(message)
    fine = _list(steps, screens, [[q] for q in questions], apart=True)
    if len(fine) > MOST_CELLS:
        message = f"{study}: {len(fine)} cells; a funnel holds at most {MOST_CELLS}"
        raise CellsRefusedError(message)
    coarse = _list(steps, screens, _stages(questions), apart=False)
    mark = sha256("\n".join((study, definition, encode(fine), encode(coarse))).encode())
    return Cells(study, mark.hexdigest()[:16], fine, coarse)


def channel_list(study: str, channels: Sequence[str]) -> Cells:
    """Lay out a study's tally of recruitment channels: none or another one first, then each by its name."""
    fine = tuple(Cell(Kind.CHANNEL, names, 0) for names in ((), *((name,) for name in sorted(channels))))
    mark = sha256("\n".join((study, "channels", encode(fine))).encode())
    return Cells(channels_of(study), mark.hexdigest()[:16], fine, fine)


def channels_of(study: str) -> str:
    """The name of a study's tally of recruitment channels."""
    return f"{study} channels"


def encode(cells: Sequence[Cell]) -> str:
    """Write a list of cells as one line of JSON, so that a release explains itself."""
    rows = [[c.kind.value, list(c.subjects), c.place, c.everybody] for c in cells]
    return json.dumps(rows, separators=(",", ":"))


@lru_cache(maxsize=64)  # a tally names its cells at each merge
def decode(text: str) -> tuple[Cell, ...]:
    """Read back what `encode` wrote. Raises ValueError for anything else."""
    try:
        return tuple(Cell(Kind(k), tuple(s), int(p), bool(e)) for k, s, p, e in json.loads(text))
    except TypeError as fault:
        message = "not a list of cells"
        raise ValueError(message) from fault


def _numbered(cells: Sequence[Cell]) -> list[tuple[int, Cell]]:
    return list(enumerate(cells, start=1))


def _stages(questions: Sequence[str]) -> list[list[str]]:
    """Cut the questions into at most `STAGES` runs of nearly equal length."""
    count = min(STAGES, len(questions))
    cuts = [round(i * len(questions) / count) for i in range(count + 1)] if count else [0]
    return [list(questions[a:b]) for a, b in pairwise(cuts)]


def _list(
    steps: Sequence[Step],
    screens: Sequence[ScreeningCriterion],
    groups: Sequence[Sequence[str]],
    *,
    apart: bool,
) -> tuple[Cell, ...]:
    asked_of_all = {s.question: s.everybody for s in steps}
    cells = [Cell(Kind.NOTICE, (), 0)]
    cells += [
        Cell(Kind.LEFT, tuple(group), place, all(asked_of_all[q] for q in group))
        for place, group in enumerate(groups, start=1)
    ]
    for place, group in enumerate(groups, start=1):
        criteria = [s.criterion for q in group for s in screens if s.question == q]
        runs = [[c] for c in criteria] if apart else [criteria]
        cells += [Cell(Kind.INELIGIBLE, tuple(run), place) for run in runs if run]
    cells += [Cell(kind, (), len(groups) + 1) for kind in VERDICTS]
    return tuple(cells)
