"""How figures are said to somebody: numbers, dates and texts in one language, and what is too few to tell."""

import math
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from bot.conversation.wording import Argument, Wording
from bot.figures.estimate import Amount, Difference, Share
from bot.figures.values import Figure, Told, Unit
from criteria.languages import Language

WIDEST: Final = 25
"""Points to each side: a share with a wider bar tells nothing."""


@dataclass(frozen=True)
class Voice:
    """Says figures in one language; `wording` holds the texts of `bot.figures`."""

    wording: Wording
    language: Language

    @property
    def locale(self) -> str:
        """The language as Babel names it."""
        return self.language.replace("-", "_")

    def say(self, name: str, **arguments: Argument) -> str:
        """A text."""
        return self.wording.say(self.language, name, **arguments)

    def day(self, day: date, length: Literal["long", "medium"] = "long") -> str:
        """A date as people write it."""
        return format_date(day, length, locale=self.locale)

    def number(self, value: float) -> str:
        """A number, as people write it."""
        return str(format_decimal(value, locale=self.locale))

    def percent(self, value: int) -> str:
        """A whole number of percent."""
        return str(format_percent(value / 100, locale=self.locale))

    def count(self, amount: Amount) -> Figure:
        """A number of sessions."""
        value, bar = round(amount.value), round(amount.plus_minus)
        if value <= bar and bar:
            return self._too_few(Unit.SESSIONS)
        return Figure(value, bar, Unit.SESSIONS, Told.FIGURE, self._barred(self.number(value), bar))

    def share(self, share: Share | None, *, at_least: bool = False) -> Figure | None:
        """A share, in percent; `at_least` where not all of the whole were asked. None stays None."""
        if share is None:
            return None
        value, bar = round(100 * share.value), _bar(share.plus_minus)
        if (bar and not bar < value) or bar > WIDEST:
            return self._too_few(Unit.PERCENT)
        text = self._barred(self.percent(value), bar)
        if at_least:
            return Figure(value, bar, Unit.PERCENT, Told.AT_LEAST, self.say("funnel-at-least", figure=text))
        return Figure(value, bar, Unit.PERCENT, Told.FIGURE, text)

    def points(self, moved: Difference | None) -> Figure | None:
        """A difference of two shares; None where none can be told, also because of the rounding."""
        if moved is None:
            return None
        value, bar = round(100 * moved.value), _bar(moved.plus_minus)
        if abs(value) <= bar:
            return None
        return Figure(value, bar, Unit.POINTS, Told.FIGURE, self._barred(f"{value:+d}".replace("-", MINUS), bar))

    def between(self, amount: Amount) -> str:
        """An error bar in words: between which numbers, or below which one."""
        value, bar = round(amount.value), round(amount.plus_minus)
        high = self.number(value + bar)
        if value <= bar:
            return self.say("funnel-at-most", high=high)
        return self.say("funnel-between", low=self.number(value - bar), high=high)

    def _barred(self, text: str, bar: int) -> str:
        return f"{text}{TOGETHER}±{TOGETHER}{self.number(bar)}" if bar else text

    def _too_few(self, unit: Unit) -> Figure:
        return Figure(None, None, unit, Told.TOO_FEW, self.say("funnel-too-few-to-tell"))


TOGETHER: Final = "\u00a0"
"""A blank at which no line is broken."""
MINUS: Final = "−"  # noqa: RUF001 - the sign of a number, as against a hyphen


def _bar(plus_minus: float) -> int:
    """A bar in percent, wide enough for the rounding of its figure too; none stays none."""
    return math.ceil(100 * plus_minus + 0.5) if plus_minus else 0
