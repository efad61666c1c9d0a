"""Decide about answers in a file."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.commands import console
from bot.commands.console import ERR, OUT, CriteriaOption, FolderArgument, JsonOption, fail
from criteria.condition import StudyId
from criteria.evaluation import Evaluated, PersonEvaluated, evaluated


def evaluate(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="YAML: one `question: answer` a line, or a list of people like a file of cases."
        ),
    ],
    folder: FolderArgument = None,
    study: Annotated[str | None, typer.Option(help="Only this study, by its registry id.")] = None,
    as_json: JsonOption = False,
    criteria: CriteriaOption = None,
) -> None:
    """Decide about the answers in a file: question id to an option's id, true/false, a number, a stretch, never or unsure.

    A file that lists people (`- case: …`, `answers: …`) is decided person by person, and compared with what they
    `expect`; the exit code is 1 if one expects something else.
    """
    known = console.catalogue(context, criteria, folder)
    found = evaluated(known, file, study)
    if as_json:
        plain = (
            [one.as_json() for one in found]
            if isinstance(found, list)
            else {key: one.as_json() for key, one in found.items()}
        )
        OUT.print(json.dumps(plain, ensure_ascii=False, indent=2))
    elif isinstance(found, list):
        _tell_people(found)
    else:
        for key, one in found.items():
            _tell(key, one)
    if isinstance(found, list):
        if wrong := sum(bool(one.unexpected) for one in found):
            fail(f"{wrong} of {len(found)} people are not decided as expected.")
        compared = sum(any(one.person.expect.get(key) for key in one.studies) for one in found)
        if compared and not as_json:
            OUT.print(f"{compared} of {compared} as expected.")


def _tell(key: StudyId, one: Evaluated) -> None:
    told = one.as_json()
    decided_by = f", decided by {', '.join(told['decided_by'])}" if told["decided_by"] else ""
    OUT.print(f"{key}: {told['verdict'] or 'undecided'}{decided_by}")
    table = Table("criterion", "status", "what the study asks for")
    for criterion, status in told["criteria"].items():
        label = one.decision.study.criteria[criterion].text.label
        table.add_row(criterion, status, next(iter(label.root.values())))
    OUT.print(table)
    if told["next"]:
        OUT.print(f"The next question would be {told['next']}.\n")


def _tell_people(people: list[PersonEvaluated]) -> None:
    """A line for each person and study; then what was expected and did not come."""
    table = Table("person", "study", "verdict", "decided by, or to confirm")
    for person in people:
        name = person.person.id or person.person.case
        for key, one in person.studies.items():
            told = one.as_json()
            table.add_row(
                name, key, told["verdict"] or "undecided", ", ".join(told["decided_by"] or told["to_confirm"])
            )
    OUT.print(table)
    for fault in (fault for person in people for fault in person.unexpected):
        ERR.print(str(fault))
