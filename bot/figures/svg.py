"""The small parts that every picture of figures is made of: wrapped text, bars, whiskers, rows one below the other.

A picture is one SVG with classes and no style of its own; its colours come from a page's stylesheet, or are brought
along when it stands alone. Colours never carry the meaning by themselves.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final
from xml.sax.saxutils import escape, quoteattr

WIDTH: Final = 360
"""User units; a phone's width, so that text is readable without zooming."""
EDGE: Final = 12
TRACK: Final = WIDTH - 2 * EDGE
LEADING: Final = 17
LETTERS: Final = 43
"""Letters of a line as wide as the track."""


class Theme(Enum):
    """Colours: page, text, quiet text, track, went on, screened out, left, whisker."""

    LIGHT = ("#ffffff", "#1b2430", "#5a6675", "#e8ecf1", "#1f6f8b", "#d08a1d", "#a9b4c0", "#1b2430")
    DARK = ("#12171e", "#e8edf3", "#9fabb9", "#27303b", "#4fa9c6", "#e0a84a", "#66727f", "#f4f7fa")


_CLASSES: Final = ("page", "text", "quiet", "track", "on", "screened", "left", "whisker")


def style(theme: Theme) -> str:
    """The rules for one theme; put both on a page's stylesheet, the dark one in a media query."""
    fills = "".join(f".funnel .{name}{{fill:{colour}}}" for name, colour in zip(_CLASSES, theme.value, strict=True))
    return (
        f"{fills}.funnel .whisker{{stroke:{theme.value[-1]};stroke-width:1;fill:none}}"
        ".funnel text{font:14px system-ui,'DejaVu Sans',sans-serif}"
        ".funnel .figure{font-variant-numeric:tabular-nums;text-anchor:end}"
        ".funnel .heading{font-weight:600}"
        ".funnel .big{font-size:24px;font-weight:600}"
    )


def stylesheet() -> str:
    """The external stylesheet for a page that follows the reader's light, dark or forced colours, and for paper."""
    forced = "".join(
        f".funnel .{name}{{fill:{colour};forced-color-adjust:none}}"
        for name, colour in (
            ("page", "Canvas"),
            ("text", "CanvasText"),
            ("quiet", "CanvasText"),
            ("track", "Canvas"),
            ("on", "Highlight"),
            ("screened", "GrayText"),
            ("left", "Canvas"),
        )
    )
    return (
        f"{style(Theme.LIGHT)}\n@media screen and (prefers-color-scheme:dark){{{style(Theme.DARK)}}}\n"
        f"@media (forced-colors:active){{{forced}"
        ".funnel rect.track,.funnel rect.left,.funnel rect.on,.funnel rect.screened{stroke:CanvasText}"
        ".funnel .whisker{stroke:CanvasText;fill:none}}\n"
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row of a picture."""

    svg: str
    height: int


def picture(title: str, description: str, rows: Sequence[Drawn], theme: Theme | None, name: str) -> str:
    """The rows one below the other; `name` begins the ids within, and must differ between pictures on one page."""
    drawn, height = [], EDGE
    for row in rows:
        drawn.append(f'<g transform="translate({EDGE} {height})">{row.svg}</g>')
        height += row.height
    height += EDGE
    titled, described = quoteattr(f"{name}-title"), quoteattr(f"{name}-desc")
    ids = quoteattr(f"{name}-title {name}-desc")
    embedded = f"<style>{style(theme)}</style>" if theme else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="funnel" role="img"'
        f' viewBox="0 0 {WIDTH} {height}" aria-labelledby={ids}>'
        f"<title id={titled}>{escape(title)}</title>"
        f"<desc id={described}>{escape(description)}</desc>{embedded}"
        f'<rect class="page" width="{WIDTH}" height="{height}"/>{"".join(drawn)}</svg>'
    )


def heading(title: str, letters: int = 38) -> Drawn:
    """What a picture is about."""
    return paragraph(title, "text heading", letters)


def paragraph(text: str, kind: str = "text", letters: int = LETTERS) -> Drawn:
    """Some lines of text."""
    lines = textwrap.wrap(text, letters) or [""]
    svg = "".join(label(part, kind, 0, 13 + at * LEADING) for at, part in enumerate(lines))
    return Drawn(svg, len(lines) * LEADING + 8)


def label(text: str, kind: str, x: float, y: float) -> str:
    """One line of text."""
    return f'<text class={quoteattr(kind)} x="{x:g}" y="{y:g}">{escape(text)}</text>'


def rect(kind: str, x: float, y: float, width: float, height: float) -> str:
    """One bar."""
    return f'<rect class="{kind}" x="{x:.1f}" y="{y:g}" width="{width:.1f}" height="{height:g}"/>'


def whisker(low: float, high: float, middle: float) -> str:
    """An error bar that lies; nothing where it would not be seen."""
    if high - low < 1:
        return ""
    path = f"M{low:.1f} {middle - 3:g}v6M{low:.1f} {middle:g}H{high:.1f}M{high:.1f} {middle - 3:g}v6"
    return f'<path class="whisker" d="{path}"/>'


def standing(x: float, low: float, high: float, wide: float) -> str:
    """An error bar that stands."""
    path = f"M{x:.1f} {low:.1f}V{high:.1f}M{x - wide:.1f} {low:.1f}h{2 * wide:.1f}M{x - wide:.1f} {high:.1f}h{2 * wide:.1f}"
    return f'<path class="whisker" d="{path}"/>'
