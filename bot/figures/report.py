"""From releases to what a coordinator reads: who starts, where people leave, what screens out.

The figures are values; their sentences are written elsewhere, in the reader's language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from bot.figures.estimate import Amount, Estimates, Share, project
from bot.figures.losses import WRONG, Loss, LossKind, Ranking, biggest, rank
from bot.figures.margins import margins
from bot.funnel.calendar import Period
from bot.funnel.cells import VERDICTS, Cell, Detail, Kind
from bot.funnel.noise import scale_for, variance
from bot.funnel.release import Release, Terms

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
    everybody: bool
    """False: not all who come this far are asked, so `of_reached` is less than the share of those asked."""
    reached: Amount
    """Got as far as the question that decides it."""
    of_reached: Share | None


@dataclass(frozen=True, slots=True)
class LikelyCount:
    """Likely-eligible sessions by their points to confirm."""

    kind: Kind
    count: Amount
    of_starts: Share | None


class FactKind(StrEnum):
    """The plain sentences that a report supports; each has one share to fill in."""

    MOST_LEAVE = "most_leave"
    """More people leave at this place than anywhere else; or at one of these two."""
    MOST_SCREENED = "most_screened"
    """This criterion screens out more people than any other; or one of these two does."""
    COMPLETED = "completed"
    """So many of those who start reach a verdict."""
    INCIDENCE = "incidence"
    """So many of those who reach a verdict are likely eligible."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One plain sentence: its kind, the losses that it is about, and its figure."""

    kind: FactKind
    losses: tuple[Loss, ...]
    """One that is named, or two of which it is one; empty for a sentence about the whole."""
    share: Share | None
    """None where there is none to tell, as for two losses."""


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
    completed_count: Amount | None = None
    """All sessions that came to a result."""
    completed: Share | None = None
    """Came to a result, of all who started."""
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
    reading = _Reading(terms[0].cells, releases)
    whole = reading.whole(terms)
    return whole if whole.too_few else reading.fill(whole)


def totals(release: Release) -> Report:
    """One release by itself, without its places: who started, came to a result, and may fit."""
    return _Reading(release.terms.cells, [release]).whole([release.terms])


class _Reading:
    """One funnel's estimates, read line by line."""

    def __init__(self, cells: Sequence[Cell], releases: Sequence[Release]) -> None:
        self._noisy = [sum(counts) for counts in zip(*(r.counts for r in releases), strict=True)]
        self._scales = tuple(sorted(scale_for(r.terms.epsilon) for r in releases))
        spread = [variance(scale) for scale in self._scales]
        drawn = sum(spread) ** 2 / sum(one**2 for one in spread)  # of one size, as many as there are releases
        self._cells = list(enumerate(cells))
        self._estimates = Estimates(project(self._noisy), sum(spread), drawn)
        self._all = [i for i, _ in self._cells]
        self._screened = [i for i, c in self._cells if c.kind is Kind.INELIGIBLE]
        self._likely = [i for i, c in self._cells if c.kind in VERDICTS]

    def whole(self, terms: Sequence[Terms]) -> Report:
        """The totals alone; of too few, who started."""
        first, share = terms[0], self._estimates.share
        heading = Report(
            study=first.study,
            definition=first.definition,
            detail=first.detail,
            periods=tuple(t.period for t in terms),
            epsilon=max(t.epsilon for t in terms),
            starts=self._amount(self._all),
        )
        if heading.too_few:
            return heading
        results = self._likely + self._screened
        return replace(
            heading,
            likely=self._amount(self._likely),
            likely_of_starts=share(self._likely, self._all),
            completed_count=self._amount(results),
            completed=share(results, self._all),
            incidence=share(self._likely, results),
        )

    def fill(self, whole: Report) -> Report:
        """Every place, and what can be said of them."""
        stops = [(i, c) for i, c in self._cells if c.kind in {Kind.NOTICE, Kind.LEFT}]
        screens = [(i, self._cells[i][1]) for i in self._screened]
        left = [self._loss(LossKind.LEFT, i, c) for i, c in stops]
        screened = [self._loss(LossKind.SCREENED, i, c) for i, c in screens]
        verdicts = (
            LikelyCount(self._cells[i][1].kind, self._amount([i]), self._estimates.share([i], self._all))
            for i in self._likely
        )
        return replace(
            whole,
            lines=tuple(self._line(i, c) for i, c in stops),
            screened=tuple(self._screen(i, c) for i, c in screens),
            verdicts=tuple(verdicts),
            drop_outs=rank(left, self._estimates.apart),
            screen_outs=rank(screened, self._estimates.apart),
            facts=tuple(self._facts(left, screened, whole)),
        )

    def _facts(self, left: Sequence[Loss], screened: Sequence[Loss], whole: Report) -> Iterator[Fact]:
        for kind, share in ((FactKind.COMPLETED, whole.completed), (FactKind.INCIDENCE, whole.incidence)):
            if share is not None:
                yield Fact(kind, (), share)
        for kind, losses in ((FactKind.MOST_LEAVE, left), (FactKind.MOST_SCREENED, screened)):
            if found := self._biggest(losses):
                yield Fact(kind, found, found[0].share if len(found) == 1 else None)

    def _biggest(self, losses: Sequence[Loss]) -> tuple[Loss, ...]:
        if not losses:
            return ()
        return biggest(losses, margins(self._scales, len(losses) - 1, WRONG[losses[0].kind]))

    def _amount(self, of: Sequence[int]) -> Amount:
        return self._estimates.amount(of)

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
            reached=self._amount(here),
            of_starts=share(here, self._all),
            of_before=None if before is None else share(here, before),
            left=share([position], here),
            left_count=self._amount([position]),
            screened_count=self._amount(screened),
        )

    def _screen(self, position: int, cell: Cell) -> ScreenedOut:
        here = self._reached(cell.place)
        return ScreenedOut(
            criteria=cell.subjects,
            count=self._amount([position]),
            everybody=self._asks_everybody(cell.place),
            reached=self._amount(here),
            of_reached=self._estimates.share([position], here),
        )

    def _asks_everybody(self, place: int) -> bool:
        return all(c.everybody for _, c in self._cells if c.kind is Kind.LEFT and c.place == place)

    def _loss(self, kind: LossKind, position: int, cell: Cell) -> Loss:
        share = self._estimates.share([position], self._reached(cell.place))
        everybody = self._asks_everybody(cell.place)
        return Loss(kind, cell.subjects, self._amount([position]), share, self._noisy[position], everybody)
