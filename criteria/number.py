"""Numbers become intervals: the coarsest that the rules of the studies asked about can tell apart."""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from criteria.expression import NEVER, Among, AnswerId, Comparison, Number, Operator, RuleError
from criteria.line import Line, short
from criteria.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A place where a rule cuts the line of numbers: just below `at`, or just above it."""

    at: float
    above: bool
    written: Number | None = field(default=None, compare=False)
    """The limit as the rule has it; None where it is `at`, in the question's own unit."""

    @property
    def limit(self) -> Number:
        """The limit as it is told."""
        return self.at if self.written is None else self.written

    def whole(self) -> "Cut":
        """The same cut between two whole numbers, put just below the upper one."""
        return Cut(float(math.floor(self.at) + 1 if self.above else math.ceil(self.at)), above=False)


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers that no rule tells apart; an end without a number is the end of the question's range.

    `low` and `high` are in the question's own unit (calendar days are counted from year 1, day 1); `low_closed` and
    `high_closed` say whether the end itself belongs to the interval; `low_limit` and `high_limit` are the ends as the
    rules have them.
    """

    id: AnswerId
    low: float | None
    low_closed: bool
    high: float | None
    high_closed: bool
    low_limit: Number | None = None
    high_limit: Number | None = None

    @property
    def span(self) -> Span:
        """The interval without regard to where the question's range ends."""
        return Span(
            -math.inf if self.low is None else self.low,
            math.inf if self.high is None else self.high,
            self.low_closed,
            self.high_closed,
        )

    def __contains__(self, number: float) -> bool:
        return not self.span.common(Span(number, number)).empty(whole=False)


def cuts(comparison: Comparison, line: Line) -> frozenset[Cut]:
    """Where a comparison cuts; none for comparisons with words. Raises RuleError for a value of another kind."""
    limits = [value for value in comparison.values if not isinstance(value, str)]
    match comparison.operator:
        case Operator.LT | Operator.GE:
            sides: tuple[bool, ...] = (False,)
        case Operator.LE | Operator.GT:
            sides = (True,)
        case _:
            sides = (False, True)
    return frozenset(
        Cut(line.at(limit, comparison.question), above, _written(limit, line)) for limit in limits for above in sides
    )


def _written(limit: Number, line: Line) -> Number | None:
    told = line.written(limit)
    return None if isinstance(told, float) else told


def check_range(comparison: Comparison, line: Line) -> None:
    """Refuse a comparison that no number of the range can decide; raises RuleError."""
    for cut in cuts(comparison, line):
        if not line.low <= cut.at <= line.high:
            raise RuleError(
                f"`{comparison}` compares with {short(cut.limit)}, but the question's numbers run from "
                f"{short(line.told(line.low))} to {short(line.told(line.high))}"
            )


def intervals(found: Iterable[Cut], line: Line) -> tuple[Interval, ...]:
    """The coarsest intervals between the cuts, from the lowest to the highest.

    Ids are canonical: `<6`, `6..12`, `>12`; with open ends `>6..12`, `6..<12`, `>6..<12`; one number `6`; another
    unit than the question's own `30d`; a calendar day `2024-01-31`.
    """
    written: dict[Cut, Cut] = {}
    for cut in sorted(found, key=lambda one: (one, one.written is not None, str(one.written))):
        place = cut.whole() if line.whole else cut
        inside = (line.low, True) <= (place.at, place.above) <= (line.high, False)
        known = written.get(place)
        if inside and (known is None or (known.above and not cut.above)):
            written[place] = cut
    places = sorted(written)
    if not places:
        everything = f"{short(line.told(line.low))}..{short(line.told(line.high))}"
        return (Interval(AnswerId(everything), None, True, None, True),)
    ends: list[Cut | None] = [None, *places, None]
    return tuple(_interval(lower, upper, written, line) for lower, upper in pairwise(ends))


def _interval(lower: Cut | None, upper: Cut | None, written: dict[Cut, Cut], line: Line) -> Interval:
    if lower is None and upper is not None:
        cut = written[upper]
        sign = "<=" if cut.above else "<"
        return Interval(AnswerId(f"{sign}{short(cut.limit)}"), None, True, cut.at, cut.above, None, cut.limit)
    if lower is not None and upper is None:
        cut = written[lower]
        sign = ">" if cut.above else ">="
        return Interval(AnswerId(f"{sign}{short(cut.limit)}"), cut.at, not cut.above, None, True, cut.limit)
    assert lower is not None and upper is not None  # noqa: S101, PT018 - both None is the case without cuts
    if line.whole:
        first, last = line.told(lower.at), line.told(upper.at - 1)
        name = short(first) if first == last else f"{short(first)}..{short(last)}"
        return Interval(AnswerId(name), lower.at, True, upper.at - 1, True, first, last)
    bottom, top = written[lower].limit, written[upper].limit
    if lower.at == upper.at:
        return Interval(AnswerId(short(bottom)), lower.at, True, upper.at, True, bottom, top)
    left = f">{short(bottom)}" if lower.above else short(bottom)
    right = short(top) if upper.above else f"<{short(top)}"
    return Interval(AnswerId(f"{left}..{right}"), lower.at, not lower.above, upper.at, upper.above, bottom, top)


def satisfying(
    comparison: Comparison, known: tuple[Interval, ...], line: Line, *, never: bool, others: Collection[str] = ()
) -> Among:
    """The answers of a number question that make a comparison true.

    `never` is longer ago than any number, and earlier than any day. Whether an answer of `others` ("could not be measured") is a number that
    the comparison means stays open, unless the comparison names that answer.
    """
    found = {interval.id for interval in known if _holds(comparison, _inside(interval), line)}
    if never and _holds(comparison, _never(line), line):
        found.add(NEVER)
    outside = comparison.operator in {Operator.NE, Operator.NOT_IN}
    words = {value for value in comparison.values if isinstance(value, str)}
    numeric = len(words) < len(comparison.values)
    left_open = frozenset(AnswerId(other) for other in others if other not in words and numeric)
    found |= {AnswerId(other) for other in others if (other in words) != outside}
    return Among(comparison.question, frozenset(found) - left_open, left_open)


def _inside(interval: Interval) -> float:
    """Some number of the interval; all of them give the same truth."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return 0.0
    if low is None:
        assert high is not None  # noqa: S101 - the case above
        return high if interval.high_closed else high - 1
    if high is None:
        return low if interval.low_closed else low + 1
    return low if interval.low_closed else high if interval.high_closed else (low + high) / 2


def _never(line: Line) -> float:
    """Where `never` lies: longer ago than any number; of days, before the first."""
    return -math.inf if line.dates else math.inf


def _holds(comparison: Comparison, number: float, line: Line) -> bool:
    values = [_never(line) for value in comparison.values if value == NEVER]
    values += [line.at(value) for value in comparison.values if not isinstance(value, str)]
    match comparison.operator:
        case Operator.LT:
            return number < values[0]
        case Operator.LE:
            return number <= values[0]
        case Operator.GT:
            return number > values[0]
        case Operator.GE:
            return number >= values[0]
        case Operator.NE | Operator.NOT_IN:
            return number not in values
        case _:
            return number in values
