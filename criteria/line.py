"""The line that a question's numbers lie on: plain numbers, distances in time, or calendar days."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate
from math import ceil, floor
from typing import Final

from criteria.expression import Number, RuleError, Time, TimeUnit, Value, shown, worded

DAYS: Final = {TimeUnit.DAYS: 1.0, TimeUnit.WEEKS: 7.0, TimeUnit.MONTHS: 30.436875, TimeUnit.YEARS: 365.2425}
"""The length of a unit in days; a month is a twelfth of the Gregorian calendar's mean year. For ordering only."""
_CALENDAR: Final = {TimeUnit.MONTHS: 1.0, TimeUnit.YEARS: 12.0}
"""Units that the calendar makes, in months; the others are days and weeks. Within one kind, conversions are exact."""
_LETTERS: Final = {unit: unit.value[0] for unit in TimeUnit}


@dataclass(frozen=True, slots=True)
class Line:
    """Where a question's numbers run from and to, in its own unit; calendar days are counted from year 1, day 1."""

    low: float
    high: float
    whole: bool = False
    unit: TimeUnit | None = None
    """Of a distance in time."""
    dates: bool = False

    def at(self, value: Number, name: str = "the question") -> float:
        """Where a value lies; raises RuleError for one of another kind. `name`: the question, for the message."""
        match value:
            case Time(amount, unit) if self.unit is not None:
                if self.whole and unit is not self.unit:
                    own = self.unit.value
                    raise RuleError(f"`{name}` takes whole {own} only: write the limit in {own}, or take `whole` out")
                return converted(amount, unit, self.unit)
            case date() if self.dates:
                return float(value.toordinal())
            case float() | int() if not self.dates:
                return float(value)
            case _:
                raise RuleError(f"`{name}` {self._takes()}, so it cannot be compared with {worded(value)}")

    def written(self, value: Number) -> Number:
        """A value as it is told: without its unit where that is the question's own."""
        return value.amount if isinstance(value, Time) and value.unit is self.unit else value

    def told(self, at: float) -> Number:
        """The value at a place, in the question's own unit."""
        return date.fromordinal(int(at)) if self.dates else at

    def _takes(self) -> str:
        if self.dates:
            return "asks for a calendar day"
        return "asks how long ago something was" if self.unit else "is a plain number"


def converted(amount: float, unit: TimeUnit, into: TimeUnit) -> float:
    """A distance in time in another unit."""
    if unit is into:
        return amount
    if unit in _CALENDAR and into in _CALENDAR:
        return amount * _CALENDAR[unit] / _CALENDAR[into]
    return amount * DAYS[unit] / DAYS[into]


def short(value: Value) -> str:
    """A value as ids have it: `6`, `30d`, `2024-01-31`."""
    return f"{shown(value.amount)}{_LETTERS[value.unit]}" if isinstance(value, Time) else worded(value)


def order_unsure(one: Number, other: Number, unit: TimeUnit | None) -> bool:
    """Whether the calendar could change the order of two distances: 30 days and 1 month. `unit`: of plain numbers."""
    if unit is None:
        return False
    pair = [_as_time(value, unit) for value in (one, other) if not isinstance(value, date)]
    by_calendar = [value for value in pair if value.unit in _CALENDAR]
    by_days = [value for value in pair if value.unit not in _CALENDAR]
    if len(by_calendar) != 1 or len(by_days) != 1:
        return False
    shortest, longest = _month_days(by_calendar[0].amount * _CALENDAR[by_calendar[0].unit])
    return shortest <= by_days[0].amount * DAYS[by_days[0].unit] <= longest


def _as_time(value: float | Time, unit: TimeUnit) -> Time:
    return value if isinstance(value, Time) else Time(value, unit)


@cache
def _month_days(months: float) -> tuple[float, float]:
    """How many days so many months have, at least and at most, wherever in the calendar they begin."""
    years = ceil(months / 12) + 5
    lengths = [
        (date(2000 + (at + 1) // 12, (at + 1) % 12 + 1, 1) - date(2000 + at // 12, at % 12 + 1, 1)).days
        for at in range(12 * years)
    ]
    sums = [0, *accumulate(lengths)]

    def days(count: int) -> list[int]:
        return [sums[at + count] - sums[at] for at in range(48)]

    whole, part = floor(months), months - floor(months)
    if not part:
        return float(min(days(whole))), float(max(days(whole)))
    lower, upper = days(whole), days(whole + 1)
    between = [few + part * (many - few) for few, many in zip(lower, upper, strict=True)]
    return min(between), max(between)
