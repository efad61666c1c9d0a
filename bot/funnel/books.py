"""What stands open and what has been released, so that every week of every study has one tally at most."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bot.funnel.calendar import Period, Week
from bot.funnel.cells import Cells, Detail
from bot.funnel.release import Terms


class Trouble(StrEnum):
    """What was found wrong with a study's open tally."""

    DAMAGED = "damaged"
    """It did not open with its own key. Counting goes on from nothing; what did not open is set
    aside until the study's next release, and then deleted, for a key may still open it.
    """
    FOREIGN = "foreign"
    """It is sealed with a key that this process has not got. It is untouched; nothing is merged."""
    EARLY = "early"
    """The present week was released before its time, by a clock that was wrong once or is now; it is not counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One trouble with one study, fit to be logged."""

    study: str
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Counted:
    """A study to count, and the terms that its next period will be opened with."""

    cells: Cells
    detail: Detail = Detail.QUESTIONS
    epsilon: Fraction = Fraction(1)

    def opening(self, period: Period) -> Terms:
        """The terms of a period that is opened now."""
        cells = self.cells.listed(self.detail)
        made = self.cells
        return Terms(made.study, made.definition, self.detail, cells, self.epsilon, period)

    def fold(self, terms: Terms) -> bytes:
        """A `bytes.translate` table from the numbers that sessions are raised by to those of an open tally."""
        return self.cells.onto(terms.cells) if self.cells.of_channels else self.cells.fold(terms.detail)


class Books:
    """The open tallies and the periods that are over, as one transaction finds them."""

    def __init__(self) -> None:
        self.findings: tuple[Finding, ...] = ()
        self._tables: dict[str, list[tuple[Terms, bytes]]] = {}
        self._foreign: dict[str, list[Period]] = {}
        self._released: dict[str, list[tuple[str, Period]]] = {}

    def note(self, study: str, trouble: Trouble) -> None:
        """Note a trouble once."""
        finding = Finding(study, trouble)
        if finding not in self.findings:
            self.findings = (*self.findings, finding)

    def note_release(self, study: str, definition: str, period: Period) -> None:
        """Note a period that is over."""
        self._released.setdefault(study, []).append((definition, period))

    def note_foreign(self, study: str, period: Period) -> None:
        """Note a tally whose key is missing; what it says of its period is all there is."""
        self._foreign.setdefault(study, []).append(period)
        self.note(study, Trouble.FOREIGN)

    def note_table(self, terms: Terms, table: bytes) -> None:
        """Note an open tally."""
        self._tables.setdefault(terms.study, []).append((terms, table))

    def is_released(self, terms: Terms) -> bool:
        """Whether a tally's period is over: then it was put back from before its release."""
        return any(d == terms.definition and terms.period.meets(p) for d, p in self._released.get(terms.study, ()))

    @property
    def tables(self) -> list[tuple[Terms, bytes]]:
        """Every open tally."""
        return [one for tables in self._tables.values() for one in tables]

    def tables_of(self, counted: Counted) -> list[tuple[Terms, bytes]]:
        """The open tallies into which a study's raises go: those of its definition.

        Channels go on by the list with which their period began, whatever it is now.
        """
        cells = counted.cells
        found = self._tables.get(cells.study, [])
        return [(t, table) for t, table in found if t.definition == cells.definition or cells.of_channels]

    def released(self, counted: Counted, week: Week) -> bool:
        """Whether a week is over for a study."""
        return any(week in period for period in self._over(counted))

    def taken(self, counted: Counted) -> list[Period]:
        """The periods that are open or over."""
        mine = [terms.period for terms, _ in self.tables_of(counted)]
        return [*mine, *self._over(counted), *self._foreign.get(counted.cells.study, ())]

    def waits(self, counted: Counted, week: Week, now: Week) -> bool:
        """Whether raises of a week that has no tally may have one later."""
        if any(week in terms.period for terms, _ in self.tables_of(counted)):
            return False
        return week > now or any(week in period for period in self._foreign.get(counted.cells.study, ()))

    def _over(self, counted: Counted) -> list[Period]:
        cells = counted.cells
        found = self._released.get(cells.study, [])
        return [period for definition, period in found if definition == cells.definition or cells.of_channels]
