"""The figures as JSON that joins: ids, ISO dates, units, the definition's fingerprint, and a schema made from the same types.

What the noise swallows has no value here either. The counts as they were published, noise and all, stand under
`releases`, for whoever works out figures of their own.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.figures import values
from bot.figures.selection import begins, ends
from bot.figures.trend import Slope
from bot.funnel.release import Release

VERSION: Final = 2
"""Of the form; raised when a field changes its meaning or goes."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Figure(_Part):
    """A number with its error bar to each side, which holds at least 95 of 100 such figures."""

    value: int | None = Field(description="whole; null where the noise swallows it")
    plus_minus: int | None = Field(description="whole, in the unit of the value; null with it")
    unit: values.Unit
    told: values.Told


class Row(_Part):
    """What a row is about, by ids and in words, and its cells by the names of the columns."""

    ids: list[str] = Field(description="of the table's subject; several for a stage of questions")
    label: str
    rank_first: int | None = Field(description="the best rank that the loss may have; null where it has none")
    rank_last: int | None
    figures: dict[str, Figure | None] = Field(description="null where there is nothing to divide by")
    said: dict[str, str] = Field(description="words that stand in place of a figure")


class Table(_Part):
    """One table, with the names of its columns in files."""

    title: str
    subject: values.Subject
    columns: dict[str, str] = Field(description="the name of each column, and its heading")
    rows: list[Row]
    notes: list[str]


class Headline(_Part):
    """One of the figures that stand first."""

    label: str
    text: str
    between: str = Field(description="the error bar in words")
    count: Figure | None
    share_of_starts: Figure | None
    course: str = Field(description="that it rises or falls, where that is clear of noise and chance")


class Sentence(_Part):
    """One plain sentence, the question that it answers, and the ids of what it names."""

    question: str
    text: str
    criteria: list[str]
    questions: list[str]


class Change(_Part):
    """From the first release of the span to its last: sessions a week, or points of percent."""

    change: float
    plus_minus: float
    unit: Literal["sessions_a_week", "points"]
    clear: bool = Field(description="whether it is more than noise and chance")


class Published(_Part):
    """A cell of a release, as it was published: with its noise, which may make it negative."""

    kind: str
    ids: list[str]
    place: int = Field(description="0 for the notice, then 1 for the first question; results stand behind all")
    asks_everybody: bool
    noisy_count: int


class Period(_Part):
    """One release."""

    first: date
    last: date
    epsilon: float
    noted: list[str]
    cells: list[Published]


class Document(_Part):
    """All figures of one study and span."""

    version: Literal[2]
    language: str
    population: Literal["real", "invented"] = Field(description="invented: a demonstration")
    study: str = Field(description="the registry's id")
    title: str
    condition: str
    definition: str = Field(description="the fingerprint of what was counted, and in which detail")
    first: date | None
    last: date | None
    span: str
    next_release: date
    epsilon: float | None = Field(description="the largest of the span's releases")
    headlines: dict[str, Headline]
    sentences: dict[str, Sentence]
    trend: dict[str, Change]
    tables: dict[str, Table]
    releases: list[Period]
    notes: list[str]


def schema() -> str:
    """The JSON schema of a document."""
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Document.model_json_schema()}
    return json.dumps(told, indent=2) + "\n"


def as_json(figures: values.Figures, releases: Sequence[Release], language: str) -> str:
    """A document as text; `releases` are those of the span."""
    return document(figures, releases, language).model_dump_json(indent=2) + "\n"


def document(figures: values.Figures, releases: Sequence[Release], language: str) -> Document:
    """The figures, and what they were made from."""
    remarks = [(one.day, one.text) for one in figures.remarks]
    slopes = figures.trend.slopes if figures.trend else ()
    return Document(
        version=VERSION,
        language=language,
        population="invented" if figures.demonstration else "real",
        study=figures.study,
        title=figures.title,
        condition=figures.condition,
        definition=figures.definition,
        first=figures.dates.first,
        last=figures.dates.last,
        span=figures.span,
        next_release=figures.dates.next_release,
        epsilon=float(figures.report.epsilon) if figures.report else None,
        headlines={one.name: _headline(one) for one in figures.headlines},
        sentences={one.name: _sentence(one) for one in figures.sentences},
        trend={slope.course.value: _change(slope) for slope in slopes},
        tables={one.name: _table(one) for one in figures.tables},
        releases=[_period(one, remarks) for one in releases],
        notes=[*filter(None, [figures.demonstration]), *figures.notes],
    )


def _headline(one: values.Headline) -> Headline:
    return Headline(
        label=one.label,
        text=one.text,
        between=one.between,
        count=_figure(one.count),
        share_of_starts=_figure(one.share),
        course=one.course,
    )


def _sentence(one: values.Sentence) -> Sentence:
    def named(subject: values.Subject) -> list[str]:
        return [place.id for place in one.places if place.subject is subject]

    return Sentence(
        question=one.question,
        text=one.text,
        criteria=named(values.Subject.CRITERION),
        questions=named(values.Subject.QUESTION),
    )


def _change(slope: Slope) -> Change:
    a_week = slope.course.value == "started"
    times = 1 if a_week else 100
    return Change(
        change=round(times * slope.change, 1),
        plus_minus=round(times * slope.plus_minus, 1),
        unit="sessions_a_week" if a_week else "points",
        clear=slope.clear,
    )


def _table(table: values.Table) -> Table:
    names = [column.name for column in table.columns]
    return Table(
        title=table.title,
        subject=table.subject,
        columns={column.name: column.heading for column in table.columns},
        rows=[_row(row, names) for row in table.rows],
        notes=[*table.notes, *table.about],
    )


def _row(row: values.Row, names: Sequence[str]) -> Row:
    figures: dict[str, Figure | None] = {}
    said: dict[str, str] = {}
    rank: values.Rank | None = None
    for name, cell in zip(names, row.cells, strict=True):
        match cell:
            case values.Rank():
                rank = cell
            case str():
                said[name] = cell
            case None if name in {"rank", "noted"}:
                pass
            case _:
                figures[name] = _figure(cell)
    return Row(
        ids=list(row.ids),
        label=row.label,
        rank_first=rank.first if rank else None,
        rank_last=rank.last if rank else None,
        figures=figures,
        said=said,
    )


def _figure(figure: values.Figure | None) -> Figure | None:
    if figure is None:
        return None
    return Figure(value=figure.value, plus_minus=figure.plus_minus, unit=figure.unit, told=figure.told)


def _period(release: Release, remarks: Sequence[tuple[date, str]]) -> Period:
    terms = release.terms
    first, last = begins(terms.period), ends(terms.period)
    cells: list[dict[str, Any]] = [
        {
            "kind": cell.kind.value,
            "ids": list(cell.subjects),
            "place": cell.place,
            "asks_everybody": cell.everybody,
            "noisy_count": count,
        }
        for cell, count in zip(terms.cells, release.counts, strict=True)
    ]
    return Period(
        first=first,
        last=last,
        epsilon=float(terms.epsilon),
        noted=[text for day, text in remarks if first <= day < last],
        cells=[Published(**cell) for cell in cells],
    )
