"""The funnel as a picture: one SVG, drawn from a report, with classes and no style of its own.

Each line is a label, a track as long as all who started, and on it those who went on, those who
were screened out here and those who left here; a whisker shows the noise. Colours never carry the
meaning alone: the figures stand beside each bar, and pages show the same figures as a table.
"""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from bot.figures.estimate import Amount, Share
from bot.figures.report import Line, Report

WIDTH: Final = 360
"""User units; a phone's width, so that text is readable without zooming."""

_EDGE: Final = 12
_TRACK: Final = WIDTH - 2 * _EDGE
_BAR: Final = 14
_LETTERS: Final = 38
"""Letters of a label's line, beside the figures."""
_LEADING: Final = 17


@dataclass(frozen=True, slots=True)
class Words:
    """The chart's texts, in the reader's language."""

    title: str
    description: str
    """What a person who cannot see the picture should know: the main figures, the span."""
    notice: str
    """The first line's label."""
    likely: str
    """The last line's label."""
    went_on: str
    screened: str
    left: str
    whisker: str
    too_few: str
    labels: Mapping[str, str]
    """Question id -> short label; an id without one shows itself."""


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
        ".funnel text{font:13px system-ui,'DejaVu Sans',sans-serif}"
        ".funnel .figure{font-variant-numeric:tabular-nums;text-anchor:end}"
        ".funnel .heading{font-weight:600}"
    )


def stylesheet() -> str:
    """The external stylesheet for a page that follows the reader's light or dark setting."""
    return f"{style(Theme.LIGHT)}\n@media (prefers-color-scheme:dark){{{style(Theme.DARK)}}}\n"


def chart(report: Report, words: Words, theme: Theme | None = None, *, name: str = "funnel") -> str:
    """Draw a report. With a theme the picture carries its colours, to stand alone or become PNG.

    `name` begins the ids within, and must differ between charts on one page.
    """
    rows = [_heading(words.title), *_body(report, words)]
    drawn, height = [], _EDGE
    for row in rows:
        drawn.append(f'<g transform="translate({_EDGE} {height})">{row.svg}</g>')
        height += row.height
    height += _EDGE
    title, desc = quoteattr(f"{name}-title"), quoteattr(f"{name}-desc")
    ids = quoteattr(f"{name}-title {name}-desc")
    embedded = f"<style>{style(theme)}</style>" if theme else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="funnel" role="img"'
        f' viewBox="0 0 {WIDTH} {height}" aria-labelledby={ids}>'
        f"<title id={title}>{escape(words.title)}</title>"
        f"<desc id={desc}>{escape(words.description)}</desc>{embedded}"
        f'<rect class="page" width="{WIDTH}" height="{height}"/>{"".join(drawn)}</svg>'
    )


@dataclass(frozen=True, slots=True)
class _Row:
    svg: str
    height: int


def _body(report: Report, words: Words) -> list[_Row]:
    if report.too_few:
        return [_paragraph(words.too_few)]
    starts = report.starts
    rows = [_legend(words)]
    for line in report.lines:
        names = [words.labels.get(q, q) for q in line.questions]
        rows.append(_line(", ".join(names) or words.notice, line, starts))
    if report.likely is not None:
        end = _Bar(words.likely, report.likely, report.likely_of_starts, starts)
        rows.append(_row(end, ()))
    return rows


def _heading(title: str) -> _Row:
    return _text(title, "text heading", 40)


def _paragraph(text: str) -> _Row:
    return _text(text, "text", 48)


def _text(text: str, kind: str, letters: int) -> _Row:
    lines = textwrap.wrap(text, letters) or [""]
    svg = "".join(
        f'<text class={quoteattr(kind)} x="0" y="{13 + i * _LEADING}">{escape(part)}</text>'
        for i, part in enumerate(lines)
    )
    return _Row(svg, len(lines) * _LEADING + 8)


def _legend(words: Words) -> _Row:
    keys = (("on", words.went_on), ("screened", words.screened), ("left", words.left))
    svg = "".join(
        f'<rect class="{kind}" x="0" y="{3 + i * _LEADING}" width="10" height="10" rx="2"/>'
        f'<text class="quiet" x="16" y="{13 + i * _LEADING}">{escape(text)}</text>'
        for i, (kind, text) in enumerate(keys)
    )
    low = len(keys) * _LEADING + 8
    svg += f'{_whisker(0, 10, low)}<text class="quiet" x="16" y="{low + 5}">{escape(words.whisker)}</text>'
    return _Row(svg, (len(keys) + 1) * _LEADING + 8)


@dataclass(frozen=True, slots=True)
class _Bar:
    label: str
    amount: Amount
    share: Share | None
    starts: Amount

    @property
    def figure(self) -> str:
        count = f"{self.amount.value:.0f}"
        return count if self.share is None else f"{count} · {100 * self.share.value:.0f} %"

    @property
    def ends(self) -> tuple[float, float]:
        """Where the whisker begins and ends, on the track."""
        if self.share is None:
            middle, bar = self.amount.value, self.amount.plus_minus
            middle, bar = middle / self.starts.value, bar / self.starts.value
        else:
            middle, bar = self.share.value, self.share.plus_minus
        return _TRACK * max(0.0, middle - bar), _TRACK * min(1.0, middle + bar)


def _line(label: str, line: Line, starts: Amount) -> _Row:
    lost = (("screened", line.screened_count.value), ("left", line.left_count.value))
    return _row(_Bar(label, line.reached, line.of_starts, starts), lost)


def _row(bar: _Bar, lost: tuple[tuple[str, float], ...]) -> _Row:
    lines = textwrap.wrap(bar.label, _LETTERS, max_lines=2, placeholder="…") or [""]
    words = "".join(
        f'<text class="text" x="0" y="{13 + i * _LEADING}">{escape(part)}</text>' for i, part in enumerate(lines)
    )
    figure = f'<text class="text figure" x="{_TRACK}" y="13">{bar.figure}</text>'
    top = len(lines) * _LEADING + 2
    unit = _TRACK / bar.starts.value
    rects = [_rect("track", 0, top, _TRACK)]
    at = 0.0
    for kind, value in (("on", bar.amount.value - sum(v for _, v in lost)), *lost):
        width = max(0.0, value) * unit
        rects.append(_rect(kind, at, top, width))
        at += width
    svg = words + figure + "".join(rects) + _whisker(*bar.ends, top + _BAR + 4)
    return _Row(svg, top + _BAR + 16)


def _whisker(low: float, high: float, middle: int) -> str:
    if high - low < 1:
        return ""
    path = f"M{low:.1f} {middle - 3}v6M{low:.1f} {middle}H{high:.1f}M{high:.1f} {middle - 3}v6"
    return f'<path class="whisker" d="{path}"/>'


def _rect(kind: str, x: float, y: float, width: float) -> str:
    return f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{width:.1f}" height="{_BAR}"/>'
