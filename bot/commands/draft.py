"""Turn a registry record into a draft of a study."""

from pathlib import Path
from typing import Annotated

import typer

from bot import definitions
from bot.commands.console import OUT
from bot.records import folder, shapes
from bot.records.drafting import known_number
from bot.records.fetching import fetched
from bot.records.record import Record

RecordArgument = Annotated[
    str,
    typer.Argument(
        metavar="RECORD",
        help="A file (JSON of the API v2 of ClinicalTrials.gov, its classic XML, JSON of CTIS, or plain text), or a number.",
    ),
]

PREVIEW = "and python -m bot --preview --criteria {into}"
FIRST = "which tells what is missing before --preview can show it: often a first question (python -m bot take)"


def draft(
    record: RecordArgument,
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="The folder of definitions.")] = Path("drafts"),
    condition: Annotated[
        str, typer.Option("--condition", metavar="NAME", help="The condition that the study belongs to.")
    ] = "",
    contacts: Annotated[bool, typer.Option("--contacts", help="Also the people whom the record names.")] = False,
) -> None:
    """Write a study's file from its registry record: every item with its words, left to the team, and all that is to be decided."""
    found = record_of(record)
    files = folder.write(found, into, condition, contacts=contacts)
    for path in files:
        OUT.print(f"written: {path}")
    waiting = definitions.waiting(into)
    own = [one for one in waiting if into / one.file in files]
    more = f" (in all of {into}: {len(waiting)})" if len(waiting) > len(own) else ""
    OUT.print(f"{found.id}: {len(found.outline.items)} items, each with its words. {definitions.counted(own)}{more}")
    OUT.print(
        f"Next: python -m bot check {into}, {PREVIEW.format(into=into) if definitions.previewable(into) else FIRST}"
    )


def record_of(named: str) -> Record:
    """The record of a file or a number; raises RecordError."""
    path = Path(named)
    if not path.exists() and (number := known_number(named)):
        return shapes.of_bytes(fetched(number), number)
    return shapes.read(path)
