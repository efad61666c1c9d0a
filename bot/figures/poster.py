"""A study's figures as one picture for a phone: what is read in ten seconds, and the course over the releases."""

from collections.abc import Sequence

from bot.figures.svg import LEADING, TRACK, Drawn, Theme, heading, label, paragraph, picture
from bot.figures.trend_chart import TrendWords, panels
from bot.figures.values import Figures, Headline

_HALF = TRACK // 2
_LETTERS = 24
"""Letters of half a line."""
_WIDE = 46
"""Letters of a line in the picture's own letters, which are narrow."""


def poster(figures: Figures, words: TrendWords, demonstration: str) -> str:
    """Draw it, with its colours; about as high as wide, since a chat makes a taller picture too small to read."""
    rows = [heading(f"{demonstration} · {figures.study}" if demonstration else figures.study, _WIDE)]
    rows.append(paragraph(figures.span, "quiet", _WIDE))
    rows += [_pair(figures.headlines[at : at + 2]) for at in range(0, len(figures.headlines), 2)]
    rows += [
        paragraph(one.whole, letters=_WIDE)
        for one in figures.sentences
        if one.name in {"trend", "most_screened", "too_few"}
    ]
    if figures.trend is not None and len(figures.trend.points) > 1:
        rows += panels(figures.trend, words, high=26)
    return picture(figures.study, words.description, rows, Theme.LIGHT, "poster")


def _pair(both: Sequence[Headline]) -> Drawn:
    svg = ""
    for at, one in enumerate(both):
        x = at * _HALF
        big = "text big" if len(one.text) < _LETTERS // 2 else "text heading"
        svg += label(one.label, "quiet", x, 13) + label(one.text, big, x, 40)
        svg += label(one.between or one.beside, "quiet", x, 58)
        svg += label(
            " · ".join(filter(None, [one.beside if one.between else "", one.course])), "quiet", x, 58 + LEADING
        )
    return Drawn(svg, 58 + LEADING + 14)
