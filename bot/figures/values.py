"""What a coordinator sees of a funnel, as values: headlines, sentences and tables of figures, in one language.

Pages, files and messages show exactly these; none of them adds or leaves out a figure.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from bot.figures.report import Report
from bot.figures.trend import Trend

NONE: Final = "–"  # noqa: RUF001 - what stands in an empty cell of a table
"""Where there is nothing to tell."""

MOST_SHOWN: Final = 6
"""Rows of a table that is not folded; with more, a phone's page grows long, and paper takes a second sheet."""


class Unit(StrEnum):
    """What a figure is counted in."""

    SESSIONS = "sessions"
    PERCENT = "percent"
    POINTS = "points"
    """Of percent, between two shares."""


class Told(StrEnum):
    """How a figure is meant."""

    FIGURE = "figure"
    """The value, with its bar to each side."""
    AT_LEAST = "at_least"
    """A lower bound: not all of the whole were asked."""
    TOO_FEW = "too_few"
    """The noise swallows it, so there is no value."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is shown, with its error bar; both whole, and both None where the noise swallows them."""

    value: int | None
    plus_minus: int | None
    unit: Unit
    told: Told
    text: str
    """The figure as people read it, in the language of all that is around it."""

    def __str__(self) -> str:
        """The figure as people read it."""
        return self.text


@dataclass(frozen=True, slots=True)
class Rank:
    """The ranks that a loss may have."""

    first: int
    last: int

    def __str__(self) -> str:
        """One rank, or a range."""
        return str(self.first) if self.first == self.last else f"{self.first}{NONE}{self.last}"


Cell = str | Figure | Rank | None


class Subject(StrEnum):
    """What the rows of a table are about; their ids are ids of these."""

    RESULT = "result"
    CRITERION = "criterion"
    QUESTION = "question"
    CHANNEL = "channel"
    RELEASE = "release"
    """By the Monday on which its period begins."""
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name in files, and its heading."""

    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: whom it is about, by ids and in words, and its cells."""

    ids: tuple[str, ...]
    """Several for a stage of questions; none for the notice."""
    label: str
    cells: tuple[Cell, ...]

    quiet: bool = False
    """Nothing stands clear of the noise in it; a page names it only."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table; the label of each row stands before its cells."""

    name: str
    title: str
    subject: Subject
    heading: str
    """Of the labels."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """What must be known beside the figures."""
    about: tuple[str, ...] = ()
    """How they are meant; a page tells it where it tells how figures are made."""
    folded: bool = False
    """Whether a page shows it only when asked: it says in figures what the picture shows."""
    rest: str = ""
    """Counts the quiet rows, which a page only names; empty where there are none."""
    more: str = ""
    """Counts the rows that a page shows when asked; empty where there are none."""

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows in which something is told."""
        return tuple(row for row in self.rows if not row.quiet)

    @property
    def later(self) -> tuple[Row, ...]:
        """Those of them that a page shows when asked."""
        return () if self.folded else self.shown[MOST_SHOWN:]

    @property
    def first(self) -> tuple[Row, ...]:
        """The others."""
        return self.shown[: len(self.shown) - len(self.later)]

    @property
    def quiet(self) -> str:
        """The names of the other rows."""
        return "; ".join(row.label for row in self.rows if row.quiet)


@dataclass(frozen=True, slots=True)
class Headline:
    """One of the figures that stand first, to be read in a glance."""

    name: str
    label: str
    text: str
    """The figure, or what is said in its place."""
    between: str
    """Its error bar, in words; empty where there is none."""
    beside: str = ""
    """Its share, or how often it comes."""
    course: str = ""
    """That it rises or falls, where that is clear of noise and chance."""
    count: Figure | None = None
    share: Figure | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What a sentence names, so that a reader can go from a loss to its cause."""

    subject: Subject
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One plain sentence, and the question of coordinators that it answers; empty where it answers none."""

    name: str
    text: str
    places: tuple[Place, ...] = ()
    question: str = ""

    @property
    def whole(self) -> str:
        """The question and its answer."""
        return f"{self.question} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Remark:
    """What a coordinator has written on the calendar: `text` at the Monday `day`."""

    id: int
    day: date
    text: str
    said: str
    """The day as people write it."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days that the figures are about, and when the next ones come."""

    first: date | None
    last: date | None
    releases: int
    next_release: date


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is shown of one study and span."""

    study: str
    title: str
    condition: str
    """The condition's id, and its title."""
    condition_title: str
    dates: Span
    span: str
    """The span in words."""
    definition: str
    """The fingerprint of what was counted."""
    demonstration: str
    """Says that the people are invented; else empty."""
    headlines: tuple[Headline, ...]
    """The figures that stand first; only the next release where nothing was released."""
    sentences: tuple[Sentence, ...]
    """The answers to what coordinators ask first, or why there is nothing to read."""
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    """How the figures were made: the noise, whom it protects, the next release."""
    remarks: tuple[Remark, ...] = ()
    report: Report | None = field(default=None, repr=False)
    """What the picture is drawn from; None where nothing has been released."""
    trend: Trend | None = field(default=None, repr=False)

    def sentence(self, name: str) -> Sentence | None:
        """One sentence by its name."""
        return next((one for one in self.sentences if one.name == name), None)
