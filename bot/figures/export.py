"""The figures as pictures: for pages that bring a stylesheet, and by themselves as PNG."""

from typing import Final

import resvg_py
from ttf_opensans import OPENSANS_REGULAR, OPENSANS_SEMIBOLD

from bot.figures.chart import Words, chart
from bot.figures.poster import poster
from bot.figures.svg import Theme
from bot.figures.trend_chart import TrendWords, trend_chart
from bot.figures.values import Figures

WIDTH: Final = 1080


def as_svg(figures: Figures, words: Words) -> str:
    """The way through the study for a page that brings the stylesheet; empty where nothing can be read."""
    return chart(figures.report, words) if figures.report and not figures.report.too_few else ""


def trend_as_svg(figures: Figures, words: TrendWords) -> str:
    """The releases one by one for such a page; empty where there are fewer than two."""
    readable = figures.report and not figures.report.too_few
    return trend_chart(figures.trend, words) if figures.trend and readable else ""


def as_png(figures: Figures, words: Words) -> bytes | None:
    """The way through the study by itself, three times as wide as a phone's page; None where nothing was released."""
    return None if figures.report is None else _png(chart(figures.report, words, Theme.LIGHT))


def poster_as_png(figures: Figures, words: TrendWords, demonstration: str) -> bytes | None:
    """What is read in ten seconds, for a chat; None where nothing can be read."""
    if figures.report is None or figures.report.too_few:
        return None
    return _png(poster(figures, words, demonstration))


def _png(svg: str) -> bytes:
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=WIDTH,
            skip_system_fonts=True,  # a server may have none, and then a picture has no words
            font_files=[str(font.path) for font in (OPENSANS_REGULAR, OPENSANS_SEMIBOLD)],
            sans_serif_family="Open Sans",
        )
    )
