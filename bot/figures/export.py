"""The figures as files: CSV and JSON of exactly what is shown, plain text, and a picture."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, Final

import resvg_py
from ttf_opensans import OPENSANS_REGULAR, OPENSANS_SEMIBOLD

from bot.figures.chart import Theme, Words, chart
from bot.figures.values import NONE, Cell, Figure, Figures, Table, Unit

_HARMFUL: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""
WIDTH: Final = 1080


def as_csv(*studies: Figures) -> str:
    """Every sentence and table, one below the other; a figure takes two columns, its value and its error bar."""
    out = io.StringIO()
    writer = csv.writer(out)
    for at, figures in enumerate(studies):
        writer.writerows([[]] * bool(at))
        for row in _rows(figures):
            writer.writerow([harmless(cell) for cell in row])
    return "\ufeff" + out.getvalue()  # by which spreadsheets know the letters


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; plain numbers stay as they are."""
    number = text.lstrip("-").isdigit() and text.isascii()
    return text if number or not text.startswith(_HARMFUL) else f"'{text}"


def _rows(figures: Figures) -> Iterator[list[str]]:
    yield [figures.study, figures.title]
    for sentence in (figures.demonstration, figures.span, figures.definition, *figures.summary):
        if sentence:
            yield [sentence]
    for table in figures.tables:
        yield []
        yield [table.title]
        wide = _wide(table)
        yield [
            heading
            for column, two in zip(table.columns, wide, strict=True)
            for heading in ([column.heading, "±"] if two else [column.heading])
        ]
        for row in table.rows:
            yield [text for cell, two in zip(row, wide, strict=True) for text in _texts(cell, wide=two)]
        yield from ([note] for note in table.notes)
    yield []
    yield from ([note] for note in figures.notes)


def _wide(table: Table) -> list[bool]:
    return [any(isinstance(row[at], Figure) for row in table.rows) for at in range(len(table.columns))]


def _texts(cell: Cell, *, wide: bool) -> list[str]:
    match cell:
        case Figure(value, plus_minus, unit):
            return [f"{value} %" if unit is Unit.PERCENT else str(value), str(plus_minus)]
        case None:
            return [NONE, ""] if wide else [NONE]
        case _:
            return [cell, ""] if wide else [cell]


def as_json(figures: Figures) -> str:
    """The same as an object; figures have a value, an error bar and a unit."""
    told: dict[str, Any] = {
        "study": figures.study,
        "title": figures.title,
        "demonstration": figures.demonstration or None,
        "span": figures.span,
        "definition": figures.definition,
        "summary": list(figures.summary),
        "tables": {table.name: _table(table) for table in figures.tables},
        "notes": list(figures.notes),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _table(table: Table) -> dict[str, Any]:
    names = [column.name.replace("-", "_") for column in table.columns]
    rows = [dict(zip(names, map(_value, row), strict=True)) for row in table.rows]
    return {"title": table.title, "rows": rows, "notes": list(table.notes)}


def _value(cell: Cell) -> object:
    match cell:
        case Figure(value, plus_minus, unit):
            return {"value": value, "plus_minus": plus_minus, "unit": unit.value}
        case _:
            return cell


def as_svg(figures: Figures, words: Words) -> str:
    """The picture for a page that brings the stylesheet; empty where nothing was released."""
    return chart(figures.report, words) if figures.report else ""


def as_png(figures: Figures, words: Words) -> bytes | None:
    """The picture by itself, three times as wide as a phone's page; None where nothing was released."""
    if figures.report is None:
        return None
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=chart(figures.report, words, Theme.LIGHT),
            width=WIDTH,
            skip_system_fonts=True,  # a server may have none, and then a picture has no words
            font_files=[str(font.path) for font in (OPENSANS_REGULAR, OPENSANS_SEMIBOLD)],
            sans_serif_family="Open Sans",
        )
    )
