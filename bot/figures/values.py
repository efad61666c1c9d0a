"""What a coordinator sees of a funnel, as values: sentences and tables of figures, in one language.

Pages, files and messages show exactly these; none of them adds or leaves out a figure.
"""

import math
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from bot.figures.estimate import Amount, Difference, Share
from bot.figures.report import Report

NONE: Final = "–"  # noqa: RUF001 - what stands in an empty cell of a table
"""Where there is nothing to tell."""


class Unit(Enum):
    """What a figure is counted in."""

    SESSIONS = "sessions"
    PERCENT = "percent"
    POINTS = "points"
    """Of percent, between two shares."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is shown, with its error bar; both whole."""

    value: int
    plus_minus: int
    unit: Unit = Unit.SESSIONS

    def __str__(self) -> str:
        """The figure as people read it."""
        value = f"{self.value} %" if self.unit is Unit.PERCENT else str(self.value)
        return f"{value} ± {self.plus_minus}" if self.plus_minus else value


Cell = str | Figure | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name in files, and its heading."""

    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table; the first column says what each row is about."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is shown of one study and span."""

    study: str
    title: str
    span: str
    """The span in words."""
    definition: str
    """The fingerprint of what was counted."""
    demonstration: str
    """Says that the people are invented; else empty."""
    summary: tuple[str, ...]
    """One or two plain sentences, or why there is nothing to read."""
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    """How the figures were made: the noise, whom it protects, the next release."""
    report: Report | None = field(default=None, repr=False)
    """What the picture is drawn from; None where nothing has been released."""


def count(amount: Amount) -> Figure:
    """A number of sessions."""
    return Figure(round(amount.value), round(amount.plus_minus))


def percent(share: Share | None) -> Figure | None:
    """A share, in percent."""
    if share is None:
        return None
    return Figure(round(100 * share.value), _bar(share.plus_minus), Unit.PERCENT)


def points(moved: Difference | None) -> Figure | None:
    """A difference of two shares; None where none can be told, also because of the rounding."""
    if moved is None:
        return None
    found = Figure(round(100 * moved.value), _bar(moved.plus_minus), Unit.POINTS)
    return found if abs(found.value) > found.plus_minus else None


def _bar(plus_minus: float) -> int:
    """A bar in percent, wide enough for the rounding of its figure too; none stays none."""
    return math.ceil(100 * plus_minus + 0.5) if plus_minus else 0
