"""The figures as CSV, one tidy table a file: each row says of which study, definition and span it is.

Numbers stand by themselves: a figure takes three columns, its value, its bar, and how it is meant. Headings are names that
do not change with the language, so that files join; where a language writes decimal commas, columns are parted by semicolons,
as its spreadsheets want them.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from babel.numbers import get_decimal_symbol

from bot.figures.values import Cell, Figure, Figures, Rank, Row, Table

HARMFUL: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""
_ABOUT: Final = ("population", "study", "definition", "first", "last")


def as_csv(table: str, studies: Sequence[Figures], locale: str) -> str:
    """One table of one or several studies, below each other; empty where none of them has it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if get_decimal_symbol(locale) == "," else ",")
    headed = False
    for figures in studies:
        for one in figures.tables:
            if one.name != table:
                continue
            if not headed:
                writer.writerow([*_ABOUT, f"{one.subject.value}_id", f"{one.subject.value}", *_headings(one)])
                headed = True
            for row in one.rows:
                writer.writerow([harmless(cell) for cell in (*_about(figures), *_row(one, row))])
    return "\ufeff" + out.getvalue() if headed else ""  # the mark by which spreadsheets know the letters


def as_zip(figures: Figures, locale: str, others: Mapping[str, str]) -> bytes:
    """All tables of a study, and other texts by their names, as one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(all_files(figures, locale).items()):
            archive.writestr(_stamped(name), content)
        for name, text in sorted(others.items()):
            archive.writestr(_stamped(name), text)
    return out.getvalue()


def all_files(figures: Figures, locale: str) -> dict[str, bytes]:
    """All tables of a study, by the names of their files."""
    return {f"{table.name}.csv": as_csv(table.name, [figures], locale).encode() for table in figures.tables}


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; plain numbers stay as they are."""
    number = text.lstrip("-").isdigit() and text.isascii() and text.count("-") <= 1
    return text if number or not text.startswith(HARMFUL) else f"'{text}"


def _stamped(name: str) -> zipfile.ZipInfo:
    """A file in the archive; without the hour at which somebody asked, so that equal figures make equal files."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _headings(table: Table) -> Iterator[str]:
    for column in table.columns:
        if column.name == "rank":
            yield from ("rank_first", "rank_last")
        elif column.name == "noted":
            yield "noted"
        else:
            yield from (column.name, f"{column.name}_plus_minus", f"{column.name}_told")


def _about(figures: Figures) -> Iterator[str]:
    dates = figures.dates
    yield "invented" if figures.demonstration else "real"
    yield figures.study
    yield figures.definition
    yield dates.first.isoformat() if dates.first else ""
    yield dates.last.isoformat() if dates.last else ""


def _row(table: Table, row: Row) -> Iterator[str]:
    yield " ".join(row.ids)
    yield row.label
    for column, cell in zip(table.columns, row.cells, strict=True):
        yield from _texts(column.name, cell)


def _texts(name: str, cell: Cell) -> tuple[str, ...]:
    match cell:
        case Rank(first, last):
            return str(first), str(last)
        case Figure(value, plus_minus, _, told):
            return "" if value is None else str(value), "" if plus_minus is None else str(plus_minus), told.value
        case str() if name == "noted":
            return (cell,)
        case str():
            return "", "", cell
        case None:
            return {"rank": ("", ""), "noted": ("",)}.get(name, ("", "", "nothing_to_divide"))
