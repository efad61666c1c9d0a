"""Compare a study with a newer version of its registry record."""

import json
import re
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot import definitions
from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, JsonOption, fail
from bot.commands.draft import RecordArgument, record_of
from bot.records.drift import Change, Drift
from bot.records.drift import drift as compared
from criteria.condition import StudyDefinition
from criteria.document import read


def drift(
    context: typer.Context,
    study: Annotated[str, typer.Argument(metavar="STUDY", help="The study's registry id.")],
    record: RecordArgument,
    as_json: JsonOption = False,
    close: Annotated[
        bool,
        typer.Option(
            "--close", help="Where the record closes the study, write that into its file; it is never opened."
        ),
    ] = False,
    criteria: CriteriaOption = None,
) -> None:
    """Tell what a newer record says in another way than the one that was encoded, and which criteria it touches.

    The exit code is 1 if anything has changed.
    """
    folder = console.folder(context, criteria)
    catalogue = definitions.loaded(folder)
    found = catalogue.find(study)
    if found is None:
        fail(f"error: `{study}` is no study here")
    newer = record_of(record)
    if newer.id.upper() != found[1].id.upper():
        OUT.print(f"Note: the record is called {newer.id}, the study {found[1].id}.")
    told = compared(found[1].text, newer)
    if as_json:
        OUT.print(json.dumps({"study": found[1].id, **asdict(told)}, ensure_ascii=False, indent=2))
    else:
        _tell(found[1], told)
    if close and told.closes:
        _close(definitions.place_of(folder, found[0], found[1]), told.closes, newer.as_of)
    sys.exit(1 if told.changes else 0)


def _tell(study: StudyDefinition, told: Drift) -> None:
    for change in told.changes:
        OUT.print(_line(change))
    for one in told.silent:
        OUT.print(f"Not compared: {one}.")
    if told.closes:
        OUT.print(f"The record shows the study as {told.closes}: write that under `recruiting` (or use --close).")
    count = len(told.changes)
    OUT.print(
        f"{study.id}: {count} {'change' if count == 1 else 'changes'}."
        if count
        else f"{study.id}: nothing has changed."
    )


def _line(change: Change) -> str:
    touched = f" → criteria: {', '.join(change.criteria)}" if change.criteria else ""
    match change.what:
        case "new":
            return f"new, {change.where}: “{change.after}”"
        case "gone":
            return f"gone, {change.where}: “{change.before}”{touched}"
        case _:
            return f"{change.what}, {change.where}: “{change.before}” → “{change.after}”{touched}"


def _close(path: Path, status: str, day: str) -> None:
    """Change the one word in the study's file, and its date where it has one."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    places = read(path, path.name).lines
    for key, value in (("status", status), ("date", day)):
        at = places.get(("recruiting", key))
        if at is not None and value:
            shown = value if key == "status" else f'"{value}"'
            lines[at - 1] = re.sub(rf"(\b{key}:\s*)(\"[^\"]*\"|[\w-]+)", rf"\g<1>{shown}", lines[at - 1], count=1)
    path.write_text("".join(lines), encoding="utf-8")
    OUT.print(f"written: {path}: recruiting is {status}")
