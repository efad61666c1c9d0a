"""From releases to what a coordinator reads: who starts, where people leave, what screens out.

The figures are values; their sentences are written elsewhere, in the reader's language.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from bot.figures.estimate import Amount, Estimates, Share, project
from bot.funnel.calendar import Period
from bot.funnel.cells import VERDICTS, Cell, Detail, Kind
from bot.funnel.noise import scale_for, variance
from bot.funnel.release import Release

FEWEST: Final = 20
"""Below so many noisy starts there is nothing to read."""


class NotOneFunnelError(ValueError):
    """Releases that cannot be read together; the message says why, without figures."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the funnel: the notice, a question, or a stage of several questions."""

    questions: tuple[str, ...]
    """Empty for the notice."""
    everybody: bool
    """False: not all who come this far are asked, so `left` is a lower bound of the drop-off."""
    reached: Amount
    """Got as far as this place in the order."""
    of_starts: Share | None
    """Reached, of all who started."""
    of_before: Share | None
    """Reached, of those who reached the line before; None at the first."""
    left: Share | None
    """Left here, of those who reached it."""
    left_count: Amount
    screened_count: Amount
    """Screened out here, by any criterion."""


@dataclass(frozen=True, slots=True)
class ScreenedOut:
    """What one criterion (or one stage's criteria) screens out."""

    criteria: tuple[str, ...]
    count: Amount
    asked: Amount
    """How many reached the question that decides it."""
    of_asked: Share | None


@dataclass(frozen=True, slots=True)
class LikelyCount:
    """Likely-eligible sessions by their points to confirm."""

    kind: Kind
    count: Amount
    of_starts: Share | None


class LossKind(StrEnum):
    """Drop-out and screen-out are never mixed."""

    LEFT = "left"
    SCREENED = "screened"


@dataclass(frozen=True, slots=True)
class Loss:
    """Sessions lost at one place: `subjects` are question ids (none: the notice) or criteria."""

    kind: LossKind
    subjects: tuple[str, ...]
    count: Amount
    share: Share | None
    """Of those who reached the place."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A loss with the ranks that it may have: behind all that are surely bigger, before all surely smaller."""

    loss: Loss
    first: int
    last: int


Ranking = tuple[Ranked, ...]
"""The biggest losses first; where no order can be told, as in the funnel.

Losses that cannot be told from none are left out.
"""


class FactKind(StrEnum):
    """The plain sentences that a report supports; each has one share to fill in."""

    MOST_LEAVE = "most_leave"
    """More people leave at `subjects` than anywhere else."""
    MOST_SCREENED = "most_screened"
    """`subjects` screens out more people than any other criterion."""
    COMPLETED = "completed"
    """So many of those who start reach a verdict."""
    INCIDENCE = "incidence"
    """So many of those who reach a verdict are likely eligible."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One plain sentence: its kind, whom it is about, and its figure."""

    kind: FactKind
    subjects: tuple[str, ...]
    share: Share


@dataclass(frozen=True, slots=True)
class Report:
    """All that is shown of one study and definition over one or several releases."""

    study: str
    definition: str
    detail: Detail
    periods: tuple[Period, ...]
    epsilon: Fraction
    """The largest of the releases': each session is in one of them."""
    starts: Amount
    """All sessions that opened the notice."""
    lines: tuple[Line, ...] = ()
    screened: tuple[ScreenedOut, ...] = ()
    verdicts: tuple[LikelyCount, ...] = ()
    likely: Amount | None = None
    """All likely-eligible verdicts together."""
    likely_of_starts: Share | None = None
    incidence: Share | None = None
    """Likely eligible of likely eligible and screened out."""
    drop_outs: Ranking = ()
    screen_outs: Ranking = ()
    facts: tuple[Fact, ...] = ()

    @property
    def too_few(self) -> bool:
        """Whether there are too few starts to read anything; then only `starts` is filled in."""
        return self.starts.value < FEWEST


def report(releases: Sequence[Release]) -> Report:
    """Read one or several releases of one study, definition and detail together.

    Raises NotOneFunnelError for none, for different ones, or for one period twice.
    """
    terms = sorted((r.terms for r in releases), key=lambda t: t.period)
    if len({(t.study, t.definition, t.detail, t.cells) for t in terms}) != 1:
        message = "releases of one study, definition and detail are read together"
        raise NotOneFunnelError(message)
    if any(b.period.first < a.period.end for a, b in pairwise(terms)):
        message = "a period is read once"
        raise NotOneFunnelError(message)
    first = terms[0]
    noisy = [sum(counts) for counts in zip(*(r.counts for r in releases), strict=True)]
    spread = sum(variance(scale_for(t.epsilon)) for t in terms)
    reading = _Reading(first.cells, Estimates(project(noisy), spread))
    heading = Report(
        study=first.study,
        definition=first.definition,
        detail=first.detail,
        periods=tuple(t.period for t in terms),
        epsilon=max(t.epsilon for t in terms),
        starts=reading.amount(reading.all),
    )
    return heading if heading.too_few else reading.fill(heading)


class _Reading:
    """One funnel's estimates, read line by line."""

    def __init__(self, cells: Sequence[Cell], estimates: Estimates) -> None:
        self._cells = list(enumerate(cells))
        self._estimates = estimates
        self.all = [i for i, _ in self._cells]
        self._screened = [i for i, c in self._cells if c.kind is Kind.INELIGIBLE]
        self._likely = [i for i, c in self._cells if c.kind in VERDICTS]

    def amount(self, of: Sequence[int]) -> Amount:
        return self._estimates.amount(of)

    def fill(self, heading: Report) -> Report:
        stops = [(i, c) for i, c in self._cells if c.kind in {Kind.NOTICE, Kind.LEFT}]
        screens = [(i, self._cells[i][1]) for i in self._screened]
        share = self._estimates.share
        apart = self._estimates.apart
        left = [self._loss(LossKind.LEFT, i, c) for i, c in stops]
        screened = [self._loss(LossKind.SCREENED, i, c) for i, c in screens]
        incidence = share(self._likely, self._likely + self._screened)
        completed = share(self._likely + self._screened, self.all)
        return replace(
            heading,
            lines=tuple(self._line(i, c) for i, c in stops),
            screened=tuple(self._screen(i, c) for i, c in screens),
            verdicts=tuple(
                LikelyCount(self._cells[i][1].kind, self.amount([i]), share([i], self.all)) for i in self._likely
            ),
            likely=self.amount(self._likely),
            likely_of_starts=share(self._likely, self.all),
            incidence=incidence,
            drop_outs=rank(left, apart()),
            screen_outs=rank(screened, apart()),
            facts=_facts(
                biggest(left, apart(len(left) - 1)), biggest(screened, apart(len(screened) - 1)), completed, incidence
            ),
        )

    def _reached(self, place: int) -> list[int]:
        return [i for i, c in self._cells if c.place >= place]

    def _line(self, position: int, cell: Cell) -> Line:
        here = self._reached(cell.place)
        screened = [i for i in self._screened if self._cells[i][1].place == cell.place]
        before = self._reached(cell.place - 1) if cell.place else None
        share = self._estimates.share
        return Line(
            questions=cell.subjects,
            everybody=cell.everybody,
            reached=self.amount(here),
            of_starts=share(here, self.all),
            of_before=None if before is None else share(here, before),
            left=share([position], here),
            left_count=self.amount([position]),
            screened_count=self.amount(screened),
        )

    def _screen(self, position: int, cell: Cell) -> ScreenedOut:
        here = self._reached(cell.place)
        return ScreenedOut(
            criteria=cell.subjects,
            count=self.amount([position]),
            asked=self.amount(here),
            of_asked=self._estimates.share([position], here),
        )

    def _loss(self, kind: LossKind, position: int, cell: Cell) -> Loss:
        here = self._reached(cell.place)
        share = self._estimates.share([position], here)
        return Loss(kind, cell.subjects, self.amount([position]), share)


def rank(losses: Sequence[Loss], apart: float) -> Ranking:
    """Rank the losses that are more than noise; two within `apart` sessions of each other have no order."""
    shown = [(loss.count.value, loss) for loss in losses if loss.count.shown]
    found = [
        Ranked(
            loss,
            1 + sum(other - value > apart for other, _ in shown),
            len(shown) - sum(value - other > apart for other, _ in shown),
        )
        for value, loss in shown
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.last)))


def biggest(losses: Sequence[Loss], apart: float) -> Loss | None:
    """The loss that is bigger than every other one beyond the noise, also than those that drown in it."""
    ordered = sorted(losses, key=lambda loss: -loss.count.value)
    if not ordered or not ordered[0].count.shown:
        return None
    first, others = ordered[0], ordered[1:]
    return first if all(first.count.value - other.count.value > apart for other in others) else None


def _facts(
    most_leave: Loss | None, most_screened: Loss | None, completed: Share | None, incidence: Share | None
) -> tuple[Fact, ...]:
    found: list[Fact] = []
    for kind, share in ((FactKind.COMPLETED, completed), (FactKind.INCIDENCE, incidence)):
        if share is not None:
            found.append(Fact(kind, (), share))
    for kind, loss in ((FactKind.MOST_LEAVE, most_leave), (FactKind.MOST_SCREENED, most_screened)):
        if loss is not None and loss.share is not None:
            found.append(Fact(kind, loss.subjects, loss.share))
    return tuple(found)
