"""Print the funnel's figures, or save them as files."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table as Printed

from bot.commands.console import OUT, CriteriaOption, FolderArgument, LanguageOption, catalogue, spoken, take
from bot.commands.funnel_database import DemoOption, study_ids, with_funnel
from bot.conversation.wording import Wording
from bot.figures import TEXTS
from bot.figures.document import as_json, schema
from bot.figures.export import as_png, poster_as_png
from bot.figures.reader import Reader
from bot.figures.selection import Asked, Chosen, Recent, choose
from bot.figures.spreadsheet import all_files, as_csv
from bot.figures.values import NONE, Figures, Table
from bot.funnel.service import FunnelService
from bot.funnel.told import FunnelError
from criteria.languages import Language

TABLES = ("screened", "left", "verdicts", "way", "channels", "releases")


def funnel(
    context: typer.Context,
    folder: FolderArgument = None,
    study: Annotated[str | None, typer.Option(help="Only this study, by its registry id.")] = None,
    as_json_: Annotated[bool, typer.Option("--json", help="Print JSON: a list, one object a study.")] = False,
    as_csv_: Annotated[bool, typer.Option("--csv", help="Print one table as CSV; see --table.")] = False,
    table: Annotated[str, typer.Option(help=f"Which one: {', '.join(TABLES)}.")] = TABLES[0],
    schema_: Annotated[bool, typer.Option("--schema", help="Print the JSON's schema.")] = False,
    save: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Save all tables, JSON and pictures, a folder a study.")
    ] = None,
    span: Annotated[str, typer.Option(help="last, last3 or all: the newest release, three of them, or all.")] = "all",
    language: LanguageOption = "en",
    criteria: CriteriaOption = None,
    *,
    demo: DemoOption = False,
) -> None:
    """Print the figures of the releases: who starts, where people leave, what screens out, who may fit."""
    if schema_:
        OUT.print(schema(), end="")
        return
    if as_json_ and as_csv_:
        raise FunnelError("use either --json or --csv")
    if table not in TABLES:
        raise FunnelError(f"`{table[:40]}` is no table: use --table {', '.join(TABLES)}")
    take(context, criteria, folder)
    found = _read(context, study, spoken(language), span, demo=demo)
    if save is not None:
        for one in found:
            one.save(save)
        OUT.print(f"{save}: the figures of {len(found)} studies")
    elif as_json_:
        OUT.print("[" + ",\n".join(one.json.rstrip() for one in found) + "]")
    elif as_csv_:
        OUT.print(as_csv(table, [one.figures for one in found], found[0].reader.voice.locale), end="")
    else:
        for one in found:
            _print(one.figures)


class _Study:
    """One study's figures, and what they were made from."""

    def __init__(self, reader: Reader, figures: Figures, chosen: Chosen | None) -> None:
        self.reader = reader
        self.figures = figures
        self._releases = chosen.releases if chosen else ()

    @property
    def json(self) -> str:
        """The figures as JSON."""
        return as_json(self.figures, self._releases, self.reader.language)

    def save(self, folder: Path) -> None:
        """Write every file into a folder of the study's own; one with invented people says so by its name."""
        mark = "demonstration-" if self.figures.demonstration else ""
        here = folder / f"{mark}{self.figures.study}"
        here.mkdir(parents=True, exist_ok=True)
        files = all_files(self.figures, self.reader.voice.locale)
        files |= {"figures.json": self.json.encode(), "schema.json": schema().encode()}
        pictures = {
            "way.png": as_png(self.figures, self.reader.words(self.figures)),
            "glance.png": poster_as_png(self.figures, self.reader.trend_words(self.figures), self.reader.mark),
        }
        for name, content in (files | pictures).items():
            if content is not None:
                (here / name).write_bytes(content)


def _read(context: typer.Context, study: str | None, language: Language, span: str, *, demo: bool) -> list[_Study]:
    known = catalogue(context)
    recent = next((one for one in Recent if one.value == span), None)
    if recent is None:
        raise FunnelError(f"`{span[:40]}` is no span: use --span {', '.join(Recent)}")
    asked = Asked(recent=recent)

    async def work(service: FunnelService) -> list[_Study]:
        releases, notes = await service.releases(), await service.notes()
        marked = await service.is_demonstration()
        reader = Reader(known, Wording(TEXTS), service.calendar, service.now, language, marked, notes)
        return [
            _Study(reader.about(one), reader.about(one).figures(releases, one, asked), choose(releases, one, asked))
            for one in study_ids(known, study)
        ]

    return with_funnel(context, work, demo=demo)


def _print(figures: Figures) -> None:
    OUT.print(f"\n{figures.study}  {figures.title}")
    for line in (figures.demonstration, figures.span):
        if line:
            OUT.print(line)
    for one in figures.headlines:
        beside = "; ".join(part for part in (one.between, one.beside, one.course) if part)
        OUT.print(f"  {one.label}: {one.text}" + (f" ({beside})" if beside else ""))
    for sentence in figures.sentences:
        OUT.print(sentence.whole)
    for table in figures.tables:
        OUT.print(_printed(table))
        for note in (table.rest, *table.notes, *table.about):
            if note:
                OUT.print(f"  {note}")
    OUT.print("")
    for note in (*figures.notes, figures.definition):
        OUT.print(note)


def _printed(table: Table) -> Printed:
    printed = Printed(title=table.title, title_justify="left")
    printed.add_column(table.heading, overflow="fold")
    for column in table.columns:
        printed.add_column(column.heading, justify="right", overflow="fold")
    for row in table.shown:
        printed.add_row(row.label, *(NONE if cell is None else str(cell) for cell in row.cells))
    return printed
