"""Print the funnel's figures."""

from typing import Annotated

import typer
from rich.table import Table as Printed

from bot.commands.console import OUT, LanguageOption, catalogue, spoken
from bot.commands.funnel_database import DemoOption, study_ids, with_funnel
from bot.conversation.wording import Wording
from bot.figures import TEXTS
from bot.figures.export import as_csv, as_json
from bot.figures.reader import Reader
from bot.figures.selection import Asked
from bot.figures.values import NONE, Figures, Table
from bot.funnel.service import FunnelError, FunnelService


def funnel(
    context: typer.Context,
    study: Annotated[str | None, typer.Option(help="Only this study, by its registry id.")] = None,
    as_json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    as_csv_: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    language: LanguageOption = "en",
    *,
    demo: DemoOption = False,
) -> None:
    """Print the figures of all releases: who starts, where people leave, what screens out, who may fit."""
    if as_json_ and as_csv_:
        raise FunnelError("use either --json or --csv")
    said = spoken(language)
    known = catalogue(context)

    async def work(service: FunnelService) -> list[Figures]:
        releases = await service.releases()
        marked = await service.is_demonstration()
        reader = Reader(known, Wording(TEXTS), service.calendar, service.now, said, marked)
        return [reader.figures(releases, one, Asked()) for one in study_ids(known, study)]

    found = with_funnel(context, work, demo=demo)
    if as_json_:
        OUT.print("[" + ",\n".join(as_json(one).rstrip() for one in found) + "]")
    elif as_csv_:
        OUT.print(as_csv(*found), end="")
    else:
        for one in found:
            _print(one)


def _print(figures: Figures) -> None:
    OUT.print(f"\n{figures.study}  {figures.title}")
    for line in (figures.demonstration, figures.span, *figures.summary):
        if line:
            OUT.print(line)
    for table in figures.tables:
        OUT.print(_printed(table))
        for note in table.notes:
            OUT.print(f"  {note}")
    OUT.print("")
    for note in (*figures.notes, figures.definition):
        OUT.print(note)


def _printed(table: Table) -> Printed:
    printed = Printed(title=table.title, title_justify="left")
    for at, column in enumerate(table.columns):
        text = any(isinstance(row[at], str) for row in table.rows)
        printed.add_column(column.heading, justify="left" if text else "right", overflow="fold")
    for row in table.rows:
        printed.add_row(*(NONE if cell is None else str(cell) for cell in row))
    return printed
