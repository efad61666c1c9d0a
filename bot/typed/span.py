"""A range of numbers that was meant, exact to the last digit."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Span:
    """Numbers from `low` to `high`; None is no end. The ends belong to it where they are closed."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The ends that were said."""
        return tuple(end for end in (self.low, self.high) if end is not None)

    def times(self, factor: Fraction) -> "Span":
        """The span in another unit."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return Span(low, high, self.low_closed, self.high_closed)

    def widened(self, least: Fraction, share: Fraction) -> "Span":
        """The span with some tolerance at its ends: a share of each, but at least so much."""
        low = None if self.low is None else self.low - max(least, self.low * share)
        high = None if self.high is None else self.high + max(least, self.high * share)
        return Span(low, high, self.low_closed, self.high_closed)

    def within(self, other: "Span") -> "Span":
        """What both have in common; it may be empty."""
        lows = [(one.low, not one.low_closed) for one in (self, other) if one.low is not None]
        highs = [(one.high, one.high_closed) for one in (self, other) if one.high is not None]
        low = max(lows, default=(None, False))
        high = min(highs, default=(None, True))
        return Span(low[0], high[0], not low[1], high[1])

    def holds_a_number(self, *, whole: bool) -> bool:
        """Whether it is not empty; `whole` if only whole numbers count. Without an end it never is."""
        if self.low is None or self.high is None:
            return True
        if whole:
            first = -(-self.low // 1) if self.low_closed else self.low // 1 + 1
            last = self.high // 1 if self.high_closed else -(-self.high // 1) - 1
            return first <= last
        return self.low < self.high or (self.low == self.high and self.low_closed and self.high_closed)


def exactly(value: Fraction) -> Span:
    """One number."""
    return Span(value, value)


def hull(low: Span, high: Span) -> Span | None:
    """From the lower to the higher of two; None if they stand the wrong way round."""
    if low.low is None or high.high is None or low.low >= high.high:
        return None
    return Span(low.low, high.high, low.low_closed, high.high_closed)
