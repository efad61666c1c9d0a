"""Check definitions: every fault with file and line, cases that fail or are missing, every state, how many questions are asked."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot import definitions
from bot.commands import console
from bot.commands.checked import Checked, InterviewLength, checked
from bot.commands.console import ERR, OUT, CriteriaOption, FolderArgument, JsonOption, fail
from criteria.proof.points import KINDS
from criteria.proof.proof import Proof
from criteria.proof.to_fill_in import to_fill_in

__all__ = ["Checked", "check", "checked"]

MOST_OPEN = 20
"""So many lines about what the cases leave open are read; a new study has more."""


def check(
    context: typer.Context,
    folder: FolderArgument = None,
    criteria: CriteriaOption = None,
    best: Annotated[
        bool, typer.Option("--best", help="Also search for an order with fewer questions on average (takes a while).")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="What the cases leave open is a fault, too.")] = False,
    propose: Annotated[
        Path | None,
        typer.Option(
            "--propose", metavar="FILE", help="Write the people whom the cases lack, for a physician to fill in."
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Check definitions: every fault with file and line, the cases, every reachable state, and the figures.

    The cases are tried with small slips in the rules, too: what no case would notice is listed, with somebody who would.
    The exit code is 1 if there is any fault, with --strict also if anything is open; warnings alone leave it at 0.
    """
    meant = console.folder(context, criteria, folder)
    found = checked(meant, search=best)
    if propose is not None:
        _propose(found, meant, propose)
    wrong = sum(not fault.warning for fault in found.faults) + (len(found.open) if strict else 0)
    if as_json:
        OUT.print(json.dumps(found.as_json(strict=strict), ensure_ascii=False, indent=2))
    else:
        _tell(found, strict=strict)
    if wrong or found.decisions:
        waiting = definitions.counted(found.decisions)
        fail(f"{wrong} {'fault' if wrong == 1 else 'faults'} found.", *([waiting] if waiting else []))
    if not as_json:
        OUT.print(f"All is well: {found.cases} cases decided as expected, every reachable state walked.")
        if found.open:
            points = "1 point" if len(found.open) == 1 else f"{len(found.open)} points"
            OUT.print(f"Open: no case shows {points}. `--propose FILE` writes who would show them.")


def _tell(found: Checked, *, strict: bool) -> None:
    for fault in found.faults:
        (OUT if fault.warning else ERR).print(str(fault))
    if found.figures:
        _print_figures(found)
    if found.figures and found.unestimated:
        OUT.print(
            f"warning: without `expect`, so every answer counts as equally frequent: {', '.join(found.unestimated)}"
        )
    if found.figures and found.unspoken:
        OUT.print(
            f"without `say`, so what people type is known by its button's words only: {', '.join(found.unspoken)}"
        )
    for told in found.taken:
        OUT.print(told)
    if found.proofs:
        _print_proofs(found.proofs)
    for fault in found.decisions:
        OUT.print(str(fault))
    for fault in found.open if strict else ():
        ERR.print(str(fault))
    for fault in found.open[:MOST_OPEN] if not strict else ():
        OUT.print(f"{fault.file}:{fault.line}: open: {fault.message}")
    if not strict and (more := len(found.open) - MOST_OPEN) > 0:
        OUT.print(f"… and {more} more points that no case shows (--strict lists them all)")


def _print_proofs(proofs: tuple[Proof, ...]) -> None:
    table = Table(title="What the cases show")
    table.add_column("study", no_wrap=True)
    names = {
        "rule": "rules failed and met",
        "limit": "limits: below, on, above",
        "confirm": "confirm",
        "only_if": "only_if",
        "slip": "slips noticed",
    }
    for kind in KINDS:
        table.add_column(names[kind], justify="right")
    table.add_column("to fill in", justify="right")
    for proof in proofs:
        shown = [f"{done} of {every}" for done, every in map(proof.shown, KINDS)]
        table.add_row(proof.study.id, *shown, str(len(proof.unfilled)))
    OUT.print(table)


def _propose(found: Checked, folder: Path | None, file: Path) -> None:
    """Write the people whom the cases lack; never over a file, in which somebody may have filled in something."""
    if not found.proofs:
        return
    if file.exists():
        fail(f"error: {file} is there already: name another file, so that nothing filled in is lost")
    conditions = definitions.loaded(folder).conditions.values()
    if len(conditions) > 1:
        fail("error: several conditions are here, and a file of cases belongs to one: name its folder")
    (condition,) = conditions
    if text := to_fill_in(condition, found.proofs):
        file.write_text(text, encoding="utf-8")
    people = text.count("\n- case: ")
    ERR.print(f"{people} people written to {file}: let a physician fill them in." if text else "Nobody new is missing.")
    for short in dict.fromkeys(one for proof in found.proofs for one in proof.short.values()):
        ERR.print(f"Nobody new is needed where {short}.")


def _print_figures(found: Checked) -> None:
    table = Table(title="How many questions each interview asks")
    for name in ("interview", "states", "at most", "on average", "in the record's order", "bits of a ticket"):
        first = name == "interview"
        table.add_column(name, justify="left" if first else "right", no_wrap=first)
    searched = any(one.best_mean is not None for one in found.figures)
    if searched:
        table.add_column("best order found", justify="right")
        table.add_column("in sections", justify="right")
    for one in found.figures:
        row = [
            _interview(one),
            str(one.states),
            str(one.longest),
            f"{one.mean:.2f}",
            f"{one.record_mean:.2f}",
            str(one.bits),
        ]
        searched_means = [f"{mean:.2f}" for mean in (one.best_mean, one.sections_mean) if mean is not None]
        table.add_row(*row, *searched_means)
    OUT.print(table)
    for one in found.figures:
        if one.best:
            OUT.print(f"Best order found for {_interview(one)}: {', '.join(one.best)}")
        if one.best_mean and one.sections_mean:
            OUT.print(
                f"{_interview(one)} asks {one.mean / one.best_mean:.2f} times as many questions as that; keeping sections "
                f"together costs {one.sections_mean - one.best_mean:.2f} questions of it"
            )


def _interview(one: InterviewLength) -> str:
    return one.studies[0] if len(one.studies) == 1 else f"{one.condition}, all {len(one.studies)}"
