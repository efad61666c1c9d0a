"""The releases one by one as a picture: who starts, comes to a result and may fit, each with its error bar.

What the noise of one release swallows has an error bar and no point.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.figures.estimate import Amount, Share
from bot.figures.selection import begins
from bot.figures.svg import EDGE, LEADING, TRACK, Drawn, Theme, label, picture, rect, standing, whisker
from bot.figures.trend import Point, Trend
from bot.figures.voice import Voice

HIGH: Final = 48
"""Of one course's panel."""
_FEWEST: Final = 2
"""One release by itself is no course."""


@dataclass(frozen=True, slots=True)
class TrendWords:
    """The picture's texts, in the reader's language."""

    title: str
    description: str
    whisker: str
    started: str
    completed: str
    may_fit: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class _Mark:
    """One release in one panel; `value` is None where the noise swallows it."""

    low: float
    high: float
    value: float | None


def trend_chart(trend: Trend, words: TrendWords, theme: Theme | None = None, *, name: str = "trend") -> str:
    """Draw the releases; empty where there are fewer than two."""
    if len(trend.points) < _FEWEST:
        return ""
    return picture(words.title, words.description, panels(trend, words), theme, name)


def panels(trend: Trend, words: TrendWords, high: int = HIGH) -> list[Drawn]:
    """The panels one below the other, with the days of the first and the last release."""
    voice, points = words.voice, trend.points
    counts = [_amount(point.started, voice) for point in points]
    completed = [_share(point.completed, voice) for point in points]
    may_fit = [_share(point.may_fit, voice) for point in points]
    return [
        _legend(words.whisker),
        _panel(words.started, counts, high, lambda value: voice.number(round(value))),
        _panel(words.completed, completed, high, lambda value: voice.percent(round(100 * value))),
        _panel(words.may_fit, may_fit, high, lambda value: voice.percent(round(100 * value))),
        _days(points, voice),
    ]


def _legend(text: str) -> Drawn:
    return Drawn(f"{whisker(0, 10, 8)}{label(text, 'quiet', 16, 13)}", LEADING + 8)


def _amount(amount: Amount, voice: Voice) -> _Mark:
    told = voice.count(amount).value is not None
    low, high = max(0.0, amount.value - amount.plus_minus), amount.value + amount.plus_minus
    return _Mark(low, high, amount.value if told else None)


def _share(share: Share | None, voice: Voice) -> _Mark | None:
    figure = voice.share(share)
    if share is None or figure is None:
        return None
    low, high = max(0.0, share.value - share.plus_minus), min(1.0, share.value + share.plus_minus)
    return _Mark(low, high, share.value if figure.value is not None else None)


def _panel(text: str, marks: Sequence[_Mark | None], high: int, say: Callable[[float], str]) -> Drawn:
    """One course; its scale ends at the highest point or, where there is none, at the highest bar."""
    found = [mark for mark in marks if mark is not None]
    told = [mark.high for mark in found if mark.value is not None]
    top = max(told or [mark.high for mark in found], default=1.0) or 1.0
    step = TRACK / len(marks)
    wide = min(4.0, step / 4)

    def height(value: float) -> float:
        return LEADING + 4 + high * (1 - min(value, top) / top)

    drawn = [label(text, "text", 0, 13), rect("track", 0, LEADING + 4 + high, TRACK, 1)]
    for at, mark in enumerate(marks):
        if mark is not None:
            x = step * (at + 0.5)
            drawn.append(standing(x, height(mark.high), height(mark.low), wide))
            if mark.value is not None:
                drawn.append(
                    f'<circle class="on" cx="{x:.1f}" cy="{height(mark.value):.1f}" r="{max(2.0, wide):.1f}"/>'
                )
    drawn.append(label(f"{say(top)}" if found else "", "quiet figure", TRACK, 13))
    return Drawn("".join(drawn), LEADING + high + 14)


def _days(points: Sequence[Point], voice: Voice) -> Drawn:
    first, last = (voice.day(begins(point.period), "medium") for point in (points[0], points[-1]))
    return Drawn(label(first, "quiet", 0, 10) + label(last, "quiet figure", TRACK, 10), LEADING + EDGE // 2)
