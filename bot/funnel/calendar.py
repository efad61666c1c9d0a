"""The funnel's calendar: whole weeks from Monday 03:00 UTC, grouped into periods.

Nothing but the calendar decides when a release happens.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, NewType

Week = NewType("Week", int)
"""A week by its number; week 0 began on Monday 5 January 1970, 03:00 UTC."""

WEEK_ZERO: Final = datetime(1970, 1, 5, 3, tzinfo=UTC)
SETTLING: Final = timedelta(minutes=15)
"""Between a period's end and its release: until then, replicas whose clocks run behind have merged their last minute."""

EARLIEST: Final = datetime(2025, 1, 1, tzinfo=UTC)
"""No clock that is right shows less: this program did not exist."""

LONGEST: Final = 52
"""The most weeks a period may have."""


def week_of(instant: datetime) -> Week:
    """The week that an instant is in. Raises ValueError for a time without a zone."""
    if instant.tzinfo is None:
        message = "an instant needs its time zone"
        raise ValueError(message)
    return Week((instant - WEEK_ZERO) // timedelta(weeks=1))


def monday(week: Week) -> datetime:
    """The instant at which a week begins."""
    return WEEK_ZERO + timedelta(weeks=week)


def plausible(instant: datetime) -> bool:
    """Whether a clock that shows this instant can be right."""
    return instant >= EARLIEST


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole weeks from `first` up to, and without, `end`."""

    first: Week
    end: Week

    @property
    def last(self) -> Week:
        """The last week that belongs to the period."""
        return Week(self.end - 1)

    @property
    def due(self) -> datetime:
        """From when on the period may be released: its end and `SETTLING`."""
        return monday(self.end) + SETTLING

    def __contains__(self, week: Week) -> bool:
        """Tell whether a week belongs to the period."""
        return self.first <= week < self.end

    def meets(self, other: "Period") -> bool:
        """Tell whether a week belongs to both."""
        return self.first < other.end and other.first < self.end


LONGEST_NOTE: Final = 80
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a coordinator has written on a study's calendar, at a week; who wrote it is kept nowhere."""

    id: int
    study: str
    week: Week
    text: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """Periods of so many weeks (`FUNNEL_WEEKS`), on one grid for every study and replica."""

    weeks: int = 4

    def __post_init__(self) -> None:
        """Refuse a length outside 1 to 52 weeks with ValueError."""
        if not 1 <= self.weeks <= LONGEST:
            message = f"a period has 1 to {LONGEST} weeks"
            raise ValueError(message)

    def period_of(self, instant: datetime) -> Period:
        """The period that an instant is in."""
        return self._around(week_of(instant))

    def opening(self, now: datetime, taken: Collection[Period]) -> Period | None:
        """The period to open now, without the weeks that others have taken; None where the present week is taken.

        So every week is in one period at most, whatever the length of periods was, and whatever a clock has done.
        """
        week, period = week_of(now), self.period_of(now)
        if any(week in other for other in taken):
            return None
        first = max([period.first, *(other.end for other in taken if other.end <= week)])
        end = min([period.end, *(other.first for other in taken if other.first > week)])
        return Period(first, end)

    def next_release(self, now: datetime) -> datetime:
        """The Monday, 03:00 UTC, that ends the period that is released next (`SETTLING` later)."""
        return monday(self.period_of(now - SETTLING).end)

    def counts(self, started: datetime, now: datetime) -> bool:
        """Tell whether a session that began at `started` may still raise its slot."""
        return self.period_of(started) == self.period_of(now)

    def _around(self, week: Week) -> Period:
        first = week - week % self.weeks
        return Period(Week(first), Week(first + self.weeks))
