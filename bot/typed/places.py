"""Where a meant range lies: whether the question knows such numbers, and which of its intervals it touches."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from bot.typed.span import Span
from criteria.expression import AnswerId, Number, Time, TimeUnit
from criteria.line import Line
from criteria.number import Interval
from criteria.question import Question

MONTH = Fraction("30.436875")
"""Days of a mean month of the Gregorian calendar, for ordering only."""
DAYS = {TimeUnit.YEARS: 12 * MONTH, TimeUnit.MONTHS: MONTH, TimeUnit.WEEKS: Fraction(7), TimeUnit.DAYS: Fraction(1)}
CALENDAR = frozenset({TimeUnit.YEARS, TimeUnit.MONTHS})
"""Units that have no fixed number of days; between them and the others a distance is known roughly only."""
ROUGHLY = Fraction(3, 100)
"""Share by which people round when they say weeks and mean months, or the other way round."""
FEW_DAYS = Fraction(3)
"""By so much a number of calendar months can differ from as many mean months."""


class Timing(Enum):
    """How a distance in time was said."""

    CALENDAR = "calendar"
    """In months and years."""
    COUNTED = "counted"
    """In days and weeks."""
    MIXED = "mixed"
    DATE = "date"
    """As a date; exact to a day."""


@dataclass(frozen=True)
class Meant:
    """A range in the question's own unit; a distance in time, in days; calendar days, counted from year 1, day 1."""

    span: Span
    timing: Timing | None = None
    """Of a distance in time."""
    doubt: bool = False
    """Whether it has to be asked before it is taken."""


def possible(question: Question, meant: Meant) -> bool:
    """Whether the question knows such numbers."""
    line = question.line
    return line is not None and _all_within(meant, line, line.low, line.high)


def plausible(question: Question, meant: Meant) -> bool:
    """Whether it is likely this quantity, and no other."""
    line, number = question.line, question.text.number
    if line is None or number is None or number.plausible is None:
        return True
    return _all_within(meant, line, number.plausible.from_, number.plausible.to)


def _all_within(meant: Meant, line: Line, low: float, high: float) -> bool:
    least, most = _place(low, line), _place(high, line)
    return all(least <= end <= most for end in meant.span.ends)


def places(question: Question, meant: Meant) -> frozenset[AnswerId]:
    """The intervals that a range touches."""
    line = question.line
    if line is None:
        return frozenset()
    return frozenset(key for key, interval in question.intervals.items() if _touches(interval, meant, line))


def _touches(interval: Interval, meant: Meant, line: Line) -> bool:
    """Whether the range, with its tolerance beside either end's unit, reaches into the interval."""
    low = _place(line.low if interval.low_limit is None else interval.low_limit, line)
    high = _place(line.high if interval.high_limit is None else interval.high_limit, line)
    if meant.timing is None:
        whole = Span(low, high, interval.low_closed, interval.high_closed)
        return whole.within(meant.span).holds_a_number(whole=line.whole)
    above = Span(low, None, interval.low_closed).within(_loosened(interval.low_limit, meant, line))
    below = Span(None, high, high_closed=interval.high_closed).within(_loosened(interval.high_limit, meant, line))
    return above.holds_a_number(whole=False) and below.holds_a_number(whole=False)


def _loosened(limit: Number | None, meant: Meant, line: Line) -> Span:
    """A distance in time with the tolerance that its unit has beside the limit's."""
    unit = limit.unit if isinstance(limit, Time) else line.unit
    match meant.timing:
        case Timing.DATE:
            return meant.span.widened(FEW_DAYS if unit in CALENDAR else Fraction(0), Fraction(0))
        case timing if timing is (Timing.CALENDAR if unit in CALENDAR else Timing.COUNTED):
            return meant.span
        case _:
            return meant.span.widened(FEW_DAYS, ROUGHLY)


def _place(limit: Number, line: Line) -> Fraction:
    """A limit where ranges are: a distance in time in days, a calendar day by its count."""
    match limit:
        case Time(amount, unit):
            return _exact(amount) * DAYS[unit]
        case date():
            return Fraction(limit.toordinal())
        case _:
            return _exact(limit) * (DAYS[line.unit] if line.unit is not None else 1)


def _exact(value: float) -> Fraction:
    """A number of a file as it was written there."""
    return Fraction(repr(float(value)))
