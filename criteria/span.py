"""A stretch of a question's line, as files write it: `<6`, `6..12`, `>30 days`, `2024-01-31`."""

import math
import re
from dataclasses import dataclass
from typing import Final

from criteria.expression import Number, TimeUnit
from criteria.line import Line
from criteria.parsing import number_in

_ONE_END: Final = re.compile(r"(<=|>=|<|>)(.+)")
_TWO_ENDS: Final = re.compile(r"(>?)(.+?)\.\.(<?)(.+)")
_SHORT: Final = re.compile(r"(\d+(?:\.\d+)?) *([dwmy])")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from `low` to `high`, in the question's own unit; the ends belong to it where they are closed."""

    low: float
    high: float
    low_closed: bool = True
    high_closed: bool = True

    def common(self, other: "Span") -> "Span":
        """What both have in common; it may be empty."""
        low = max((self.low, not self.low_closed), (other.low, not other.low_closed))
        high = min((self.high, self.high_closed), (other.high, other.high_closed))
        return Span(low[0], high[0], not low[1], high[1])

    def empty(self, *, whole: bool) -> bool:
        """Whether no number lies in it; `whole` if only whole numbers count."""
        if whole:
            return self.size(whole=True) < 1
        return not (self.low < self.high or (self.low == self.high and self.low_closed and self.high_closed))

    def size(self, *, whole: bool) -> float:
        """How long it is, or how many whole numbers lie in it."""
        if not whole:
            return max(0.0, self.high - self.low)
        first = -math.inf if math.isinf(self.low) else math.ceil(self.low) + (not self.low_closed and self.low % 1 == 0)
        last = (
            math.inf if math.isinf(self.high) else math.floor(self.high) - (not self.high_closed and self.high % 1 == 0)
        )
        return max(0.0, last - first + 1)


def span(text: str, line: Line) -> Span | None:
    """The stretch of a line that a text names; None where it names none. Raises RuleError for a value of another kind."""
    text = text.strip()
    if found := _TWO_ENDS.fullmatch(text):
        low, high = _at(found[2], line), _at(found[4], line)
        if low is None or high is None:
            return None
        return Span(low, high, not found[1], not found[3])
    if found := _ONE_END.fullmatch(text):
        at = _at(found[2], line)
        if at is None:
            return None
        closed = found[1].endswith("=")
        return Span(-math.inf, at, True, closed) if found[1][0] == "<" else Span(at, math.inf, closed)
    at = _at(text, line)
    return None if at is None else Span(at, at)


def _at(text: str, line: Line) -> float | None:
    value = _value(text.strip())
    return None if value is None else line.at(value)


def _value(text: str) -> Number | None:
    if found := _SHORT.fullmatch(text):
        unit = next(unit for unit in TimeUnit if unit.value[0] == found[2])
        return number_in(f"{found[1]} {unit.value}")
    if (known := number_in(text)) is not None:
        return known
    return float(text) if _NUMBER.fullmatch(text) else None
