"""Check definitions: every fault with file and line, cases that fail, every state, and how many questions are asked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot import definitions
from bot.approvals import moved_approvals
from bot.commands import console
from bot.commands.console import ERR, OUT, CriteriaOption, FolderArgument, fail
from bot.conversation.subjects import answer_bits, offers_all
from criteria import model
from criteria.case_runs import run_cases
from criteria.catalogue import DefinitionError
from criteria.condition import Condition, StudyId
from criteria.document import Fault
from criteria.expect import Shares, shares
from criteria.expression import QuestionId
from criteria.interview import Interview
from criteria.order import Order, best_order, mean_questions, record_order, start_in_order
from criteria.screening import Screening, screening
from criteria.taken import notes
from criteria.verify import verify, walks


@dataclass(frozen=True)
class InterviewLength:
    """What one interview asks: of a study, or of all studies of a condition together."""

    condition: str
    studies: tuple[StudyId, ...]
    states: int
    longest: int
    mean: float
    """The expected number of questions, for the population that the `expect` figures describe."""
    record_mean: float
    """The same if the questions came in the order of the records."""
    best: tuple[QuestionId, ...]
    """The best order found, with the opening first and private questions last; empty if none was looked for."""
    best_mean: float | None
    sections_mean: float | None
    """The same where the questions of a section stay together."""
    bits: int
    """How many bits of a ticket the answers take."""


@dataclass(frozen=True)
class Checked:
    """What was found; the definitions can be served where no fault is more than a warning."""

    faults: tuple[Fault, ...]
    figures: tuple[InterviewLength, ...] = ()
    cases: int = 0
    unestimated: tuple[QuestionId, ...] = ()
    """Questions without `expect`, of which the figures take every answer as equally frequent."""
    taken: tuple[str, ...] = ()
    """Common questions that a condition changed, or of which there is a newer version."""

    @property
    def passed(self) -> bool:
        """Whether there is nothing but warnings."""
        return all(fault.warning for fault in self.faults)


def check(
    context: typer.Context,
    folder: FolderArgument = None,
    criteria: CriteriaOption = None,
    best: Annotated[
        bool, typer.Option("--best", help="Also search for an order with fewer questions on average (takes a while).")
    ] = False,
) -> None:
    """Check definitions: every fault with file and line, the cases, every reachable state, and the figures.

    The exit code is 1 if there is any fault; warnings alone leave it at 0.
    """
    found = checked(console.folder(context, criteria, folder), search=best)
    for fault in found.faults:
        (OUT if fault.warning else ERR).print(str(fault))
    if found.figures:
        _print_figures(found)
    if found.figures and found.unestimated:
        OUT.print(f"Without `expect`, so every answer counts as equally frequent: {', '.join(found.unestimated)}")
    for told in found.taken:
        OUT.print(told)
    if not found.passed:
        wrong = sum(not fault.warning for fault in found.faults)
        fail(f"{wrong} {'fault' if wrong == 1 else 'faults'} found.")
    OUT.print(f"All is well: {found.cases} cases decided as expected, every reachable state walked.")


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


def checked(folder: Path | None, *, search: bool = False) -> Checked:
    """What is found in a folder of definitions; `search` also looks for a shorter order, which takes time."""
    try:
        catalogue = definitions.loaded(folder)
    except DefinitionError as error:
        return Checked(error.faults)
    faults = [*catalogue.warnings, *definitions.faults_of(catalogue), *moved_approvals(catalogue, folder)]
    figures: list[InterviewLength] = []
    cases = 0
    unestimated: list[QuestionId] = []
    taken: list[str] = []
    for condition in catalogue.conditions.values():
        faults += run_cases(condition)
        cases += len(condition.cases)
        unestimated += [key for key, question in condition.questions.items() if question.text.expect is None]
        texts: dict[str, model.Question] = {key: question.text for key, question in condition.questions.items()}
        taken += notes(texts, condition.text.languages)
        if all(fault.warning for fault in verify(catalogue)):
            figures += _figures(condition, search=search)
        if len(condition.studies) > 1 and not offers_all(condition):
            told = "all studies together do not fit into a ticket, so only one at a time is offered"
            faults.append(Fault(f"{condition.id}/condition.yaml", 1, told, warning=True))
    return Checked(tuple(sorted(faults)), tuple(figures), cases, tuple(unestimated), tuple(taken))


def _figures(condition: Condition, *, search: bool) -> list[InterviewLength]:
    found = []
    for walk in walks(condition):
        asked = screening(condition, walk.studies)
        expected = shares(asked.questions.values())
        start = Interview(asked).start
        record = start_in_order(asked, record_order(asked))
        order = best_order(asked) if search else ()
        kept = best_order(asked, sections=True) if search else ()

        def mean(order: Order, asked: Screening = asked, expected: Shares = expected) -> float | None:
            return mean_questions(start_in_order(asked, order), expected) if order else None

        found.append(
            InterviewLength(
                condition.id,
                walk.studies,
                walk.states,
                walk.longest,
                mean_questions(start, expected),
                mean_questions(record, expected),
                order,
                mean(order),
                mean(kept),
                answer_bits(asked.questions.values()),
            )
        )
    return found
