"""Numbers become intervals: the coarsest that the rules of a condition can tell apart."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from criteria.expression import NEVER, AnswerId, Comparison, Operator, RuleError, shown


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A place where a rule cuts the line of numbers: just below `at`, or just above it."""

    at: float
    above: bool

    def whole(self) -> "Cut":
        """The same cut between two whole numbers, put just below the upper one."""
        return Cut(float(math.floor(self.at) + 1 if self.above else math.ceil(self.at)), above=False)


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers that no rule tells apart; an end without a number is the end of the question's range.

    `low_closed` and `high_closed` say whether the end itself belongs to the interval.
    """

    id: AnswerId
    low: float | None
    low_closed: bool
    high: float | None
    high_closed: bool

    def __contains__(self, number: float) -> bool:
        above = self.low is None or number > self.low or (self.low_closed and number == self.low)
        below = self.high is None or number < self.high or (self.high_closed and number == self.high)
        return above and below


def cuts(comparison: Comparison) -> frozenset[Cut]:
    """Where a comparison cuts; none for comparisons with `never`."""
    numbers = [value for value in comparison.values if isinstance(value, float)]
    match comparison.operator:
        case Operator.LT | Operator.GE:
            return frozenset(Cut(number, above=False) for number in numbers)
        case Operator.LE | Operator.GT:
            return frozenset(Cut(number, above=True) for number in numbers)
        case _:
            return frozenset(Cut(number, above) for number in numbers for above in (False, True))


def check_range(comparison: Comparison, low: float, high: float) -> None:
    """Refuse a comparison that no number of the range can decide; raises RuleError."""
    for cut in cuts(comparison):
        if not low <= cut.at <= high:
            raise RuleError(
                f"`{comparison}` compares with {shown(cut.at)}, but the question's numbers run from "
                f"{shown(low)} to {shown(high)}"
            )


def intervals(found: Iterable[Cut], low: float, high: float, *, whole: bool) -> tuple[Interval, ...]:
    """The coarsest intervals between the cuts, from the lowest to the highest.

    Ids are canonical: `<6`, `6..12`, `>12`; with open ends `>6..12`, `6..<12`, `>6..<12`; one number `6`.
    """
    written: dict[Cut, Cut] = {}
    for cut in sorted(found):
        place = cut.whole() if whole else cut
        inside = (low, True) <= (place.at, place.above) <= (high, False)
        if inside and (place not in written or not cut.above):
            written[place] = cut
    places = sorted(written)
    if not places:
        return (Interval(AnswerId(f"{shown(low)}..{shown(high)}"), None, True, None, True),)
    ends: list[Cut | None] = [None, *places, None]
    return tuple(_interval(lower, upper, written, whole=whole) for lower, upper in pairwise(ends))


def _interval(lower: Cut | None, upper: Cut | None, written: dict[Cut, Cut], *, whole: bool) -> Interval:
    if lower is None and upper is not None:
        cut = written[upper]
        return Interval(AnswerId(f"{'<=' if cut.above else '<'}{shown(cut.at)}"), None, True, cut.at, cut.above)
    if lower is not None and upper is None:
        cut = written[lower]
        return Interval(AnswerId(f"{'>' if cut.above else '>='}{shown(cut.at)}"), cut.at, not cut.above, None, True)
    assert lower is not None and upper is not None  # noqa: S101, PT018 - both None is the case without cuts
    if whole:
        first, last = lower.at, upper.at - 1
        name = shown(first) if first == last else f"{shown(first)}..{shown(last)}"
        return Interval(AnswerId(name), first, True, last, True)
    if lower.at == upper.at:
        return Interval(AnswerId(shown(lower.at)), lower.at, True, upper.at, True)
    left = f">{shown(lower.at)}" if lower.above else shown(lower.at)
    right = shown(upper.at) if upper.above else f"<{shown(upper.at)}"
    return Interval(AnswerId(f"{left}..{right}"), lower.at, not lower.above, upper.at, upper.above)


def satisfying(comparison: Comparison, known: tuple[Interval, ...], *, never: bool) -> frozenset[AnswerId]:
    """The answers of a number question that make a comparison true; `never` is longer ago than any number."""
    found = {interval.id for interval in known if _holds(comparison, _inside(interval))}
    if never and _holds(comparison, math.inf):
        found.add(NEVER)
    return frozenset(found)


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


def _holds(comparison: Comparison, number: float) -> bool:
    values = [math.inf if value == NEVER else float(value) for value in comparison.values]
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
