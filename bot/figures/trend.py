"""Whether something rises or falls over the releases of one definition, beyond the noise and beyond chance.

The statistic is the one for a trend in proportions (Cochran 1954, Armitage 1955), on the noisy counts as they were
published, with the noise's own variance beside that of chance. It divides by no noisy count of a single release, so
small releases do it no harm.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist
from typing import Final

from bot.figures.estimate import Amount, Share
from bot.figures.report import Report, report, totals
from bot.funnel.calendar import Period
from bot.funnel.cells import VERDICTS, Cell, Kind
from bot.funnel.noise import scale_for, variance
from bot.funnel.release import Release

FEWEST: Final = 3
"""Below so many releases there is no trend to read."""


class Course(StrEnum):
    """What may rise or fall."""

    STARTED = "started"
    """Sessions that started, a week."""
    COMPLETED = "completed"
    """Those that came to a result, of those that started."""
    MAY_FIT = "may_fit"
    """Those that may fit, of those that started."""


WRONG: Final = 0.03
"""How often all courses together may be told wrongly, where nothing has changed; kept below 5 % with room."""
CLEAR: Final = NormalDist().inv_cdf(1 - WRONG / (2 * len(Course)))
"""Standard deviations from which on a course is told (2.576); as many to each side of its bar."""


@dataclass(frozen=True, slots=True)
class Slope:
    """From the first release to the last one: sessions a week, or fractions of 1."""

    course: Course
    change: float
    plus_minus: float

    @property
    def clear(self) -> bool:
        """Whether it is more than noise and chance."""
        return abs(self.change) > self.plus_minus


@dataclass(frozen=True, slots=True)
class Point:
    """One release by itself; empty where it has too few starts to be read."""

    period: Period
    started: Amount
    completed: Share | None
    completed_count: Amount | None
    may_fit: Share | None
    may_fit_count: Amount | None


@dataclass(frozen=True, slots=True)
class Trend:
    """All releases of a span, and what has risen or fallen over them."""

    points: tuple[Point, ...]
    slopes: tuple[Slope, ...]
    """Empty where there are too few releases, or too few people in them."""

    def of(self, course: Course) -> Slope | None:
        """One course, where it can be read."""
        return next((slope for slope in self.slopes if slope.course is course), None)


def trend(releases: Sequence[Release]) -> Trend:
    """Read the releases of one study, definition and detail one by one. Raises NotOneFunnelError as `report` does."""
    whole = report(releases)
    ordered = sorted(releases, key=lambda one: one.terms.period)
    points = tuple(_point(totals(one)) for one in ordered)
    if whole.too_few or len(ordered) < FEWEST:
        return Trend(points, ())
    found = (_slope(course, ordered) for course in Course)
    return Trend(points, tuple(slope for slope in found if slope is not None))


def _point(one: Report) -> Point:
    return Point(one.periods[0], one.starts, one.completed, one.completed_count, one.likely_of_starts, one.likely)


@dataclass(frozen=True, slots=True)
class _Row:
    """One release of one course, as published."""

    middle: float
    """Of its period, in weeks."""
    base: float
    """What the count is a part of: all starts, or the weeks."""
    count: float
    part: int
    """Cells that are counted."""
    others: int
    """Cells that are in the base alone."""
    noise: float
    """The variance in each cell."""

    def spread(self, rate: float, chance: float) -> float:
        """The variance of the count without its share of the base."""
        own = self.part * (1 - rate) ** 2 if self.others else self.part
        return chance * max(0.0, self.base) + (own + self.others * rate**2) * self.noise


def _slope(course: Course, releases: Sequence[Release]) -> Slope | None:
    """The course's change from the first release to the last, by weighted least squares."""
    rows = [_row(course, one) for one in releases]
    base, count = sum(row.base for row in rows), sum(row.count for row in rows)
    rate = count / base
    counted_by_weeks = course is Course.STARTED
    if rate <= 0 or (rate >= 1 and not counted_by_weeks):
        return None
    chance = rate if counted_by_weeks else rate * (1 - rate)
    centre = sum(row.base * row.middle for row in rows) / base
    size = sum(row.base * (row.middle - centre) ** 2 for row in rows)
    if size <= 0:
        return None
    slope = sum((row.middle - centre) * (row.count - rate * row.base) for row in rows) / size
    spread = sum((row.middle - centre) ** 2 * row.spread(rate, chance) for row in rows)
    length = rows[-1].middle - rows[0].middle
    return Slope(course, slope * length, CLEAR * math.sqrt(spread) / size * length)


def _row(course: Course, release: Release) -> _Row:
    terms, counts = release.terms, release.counts
    part = [at for at, cell in enumerate(terms.cells) if _belongs(cell, course)]
    everybody = float(sum(counts))
    first, end = terms.period.first, terms.period.end
    return _Row(
        middle=(first + end) / 2,
        base=float(end - first) if course is Course.STARTED else everybody,
        count=float(sum(counts[at] for at in part)),
        part=len(part),
        others=len(counts) - len(part),
        noise=variance(scale_for(terms.epsilon)),
    )


def _belongs(cell: Cell, course: Course) -> bool:
    match course:
        case Course.STARTED:
            return True
        case Course.COMPLETED:
            return cell.kind is Kind.INELIGIBLE or cell.kind in VERDICTS
        case Course.MAY_FIT:
            return cell.kind in VERDICTS
