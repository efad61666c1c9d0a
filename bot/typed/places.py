"""Where a meant range lies: whether the question knows such numbers, and which of its intervals it touches."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from bot.typed.span import Span
from criteria.condition import Question
from criteria.expression import AnswerId
from criteria.model import Number
from criteria.number import Interval

MONTH = Fraction("30.436875")
"""Days of a mean month of the Gregorian calendar, for ordering only."""
DAYS = {"years": 12 * MONTH, "months": MONTH, "weeks": Fraction(7), "days": Fraction(1)}
CALENDAR = frozenset({"years", "months"})
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
    """A range in the question's own unit; a distance in time, in days."""

    span: Span
    timing: Timing | None = None
    doubt: bool = False
    """Whether it has to be asked before it is taken."""


def possible(number: Number, meant: Meant) -> bool:
    """Whether the question knows such numbers."""
    limits = _scaled(Span(_exact(number.from_), _exact(number.to)), number, meant)
    assert limits.low is not None and limits.high is not None  # noqa: S101, PT018 - made just above
    return all(limits.low <= end <= limits.high for end in meant.span.ends)


def plausible(number: Number, meant: Meant) -> bool:
    """Whether it is likely this quantity, and no other."""
    if number.plausible is None:
        return True
    likely = _scaled(Span(_exact(number.plausible.from_), _exact(number.plausible.to)), number, meant)
    assert likely.low is not None and likely.high is not None  # noqa: S101, PT018 - made just above
    return all(likely.low <= end <= likely.high for end in meant.span.ends)


def places(question: Question, meant: Meant) -> frozenset[AnswerId]:
    """The intervals that a range touches."""
    number = question.text.number
    if number is None:
        return frozenset()
    span = _loosened(number, meant)
    return frozenset(
        key
        for key, interval in question.intervals.items()
        if _scaled(_whole_of(interval, number), number, meant)
        .within(span)
        .holds_a_number(whole=number.whole and meant.timing is None)
    )


def _whole_of(interval: Interval, number: Number) -> Span:
    """An interval, ending where the question's numbers end."""
    return Span(
        _exact(number.from_ if interval.low is None else interval.low),
        _exact(number.to if interval.high is None else interval.high),
        interval.low_closed,
        interval.high_closed,
    )


def _scaled(span: Span, number: Number, meant: Meant) -> Span:
    """A range of the question's unit in the unit of what was meant."""
    return span if meant.timing is None else span.times(DAYS[_own(number)])


def _loosened(number: Number, meant: Meant) -> Span:
    """A distance in time with the tolerance that its unit has beside the question's."""
    own = _own(number) in CALENDAR
    match meant.timing:
        case None:
            return meant.span
        case Timing.DATE:
            return meant.span.widened(FEW_DAYS if own else Fraction(0), Fraction(0))
        case timing if timing is (Timing.CALENDAR if own else Timing.COUNTED):
            return meant.span
        case _:
            return meant.span.widened(FEW_DAYS, ROUGHLY)


def _own(number: Number) -> str:
    """The question's unit of time."""
    return str(number.unit).removesuffix("_ago")


def _exact(value: float) -> Fraction:
    """A number of a file as it was written there."""
    return Fraction(repr(float(value)))
