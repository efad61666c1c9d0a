"""The way through a study as a picture: one SVG, drawn from a report.

Each line is a label, a track as long as all who started, and on it those who went on, those who were screened out
here and those who left here; a whisker shows the noise. What the noise swallows has a whisker and no bar. The figures
stand beside each bar, and pages show the same figures as a table.
"""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.figures.estimate import Amount, Share
from bot.figures.report import Line, Report
from bot.figures.svg import LEADING, LETTERS, TRACK, Drawn, Theme, heading, label, paragraph, picture, rect, whisker
from bot.figures.voice import Voice

_BAR: Final = 14


@dataclass(frozen=True, slots=True)
class Words:
    """The chart's texts, in the reader's language."""

    title: str
    demonstration: str
    """That the people are invented; else empty."""
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
    voice: Voice
    """Says the figures."""


def chart(report: Report, words: Words, theme: Theme | None = None, *, name: str = "funnel") -> str:
    """Draw a report. With a theme the picture carries its colours and its title, to stand alone or become PNG.

    `name` begins the ids within, and must differ between charts on one page.
    """
    alone = [heading(one) for one in (words.demonstration, words.title) if one and theme]
    title = f"{words.demonstration} {words.title}".strip()
    return picture(title, words.description, [*alone, *_body(report, words)], theme, name)


def _body(report: Report, words: Words) -> list[Drawn]:
    if report.too_few:
        return [paragraph(words.too_few)]
    starts = report.starts
    rows = [_legend(words)]
    for line in report.lines:
        names = [words.labels.get(q, q) for q in line.questions]
        rows.append(_line(", ".join(names) or words.notice, line, starts, words.voice))
    if report.likely is not None:
        rows.append(_row(_Bar(words.likely, report.likely, report.likely_of_starts, starts, words.voice), ()))
    return rows


def _legend(words: Words) -> Drawn:
    keys = (("on", words.went_on), ("screened", words.screened), ("left", words.left))
    svg = "".join(
        f'<rect class="{kind}" x="0" y="{3 + at * LEADING}" width="10" height="10" rx="2"/>'
        f"{label(text, 'quiet', 16, 13 + at * LEADING)}"
        for at, (kind, text) in enumerate(keys)
    )
    low = len(keys) * LEADING + 8
    svg += f"{whisker(0, 10, low)}{label(words.whisker, 'quiet', 16, low + 5)}"
    return Drawn(svg, (len(keys) + 1) * LEADING + 8)


@dataclass(frozen=True, slots=True)
class _Bar:
    label: str
    amount: Amount
    share: Share | None
    starts: Amount
    voice: Voice

    @property
    def clear(self) -> bool:
        """Whether it stands clear of the noise."""
        return self.voice.count(self.amount).value is not None

    @property
    def figure(self) -> str:
        count, share = self.voice.count(self.amount), self.voice.share(self.share)
        if count.value is None:
            return str(count)
        told = self.voice.number(count.value)
        return told if share is None or share.value is None else f"{told} · {self.voice.percent(share.value)}"

    @property
    def ends(self) -> tuple[float, float]:
        """Where the whisker begins and ends, on the track."""
        if self.share is None:
            middle, bar = self.amount.value / self.starts.value, self.amount.plus_minus / self.starts.value
        else:
            middle, bar = self.share.value, self.share.plus_minus
        return TRACK * min(1.0, max(0.0, middle - bar)), TRACK * min(1.0, middle + bar)


def _line(text: str, line: Line, starts: Amount, voice: Voice) -> Drawn:
    lost = [
        (kind, amount.value)
        for kind, amount in (("screened", line.screened_count), ("left", line.left_count))
        if voice.count(amount).value is not None
    ]
    return _row(_Bar(text, line.reached, line.of_starts, starts, voice), lost)


def _row(bar: _Bar, lost: Sequence[tuple[str, float]]) -> Drawn:
    figure = bar.figure
    lines = textwrap.wrap(bar.label, LETTERS - 3 - len(figure), max_lines=2, placeholder="…") or [""]
    words = "".join(label(part, "text", 0, 13 + at * LEADING) for at, part in enumerate(lines))
    top = len(lines) * LEADING + 2
    rects = [rect("track", 0, top, TRACK, _BAR)]
    if bar.clear:
        unit, at = TRACK / bar.starts.value, 0.0
        for kind, value in (("on", bar.amount.value - sum(v for _, v in lost)), *lost):
            width = min(max(0.0, value) * unit, TRACK - at)
            rects.append(rect(kind, at, top, width, _BAR))
            at += width
    svg = words + label(figure, "text figure", TRACK, 13) + "".join(rects) + whisker(*bar.ends, top + _BAR + 4)
    return Drawn(svg, top + _BAR + 12)
