"""Decide about answers in a file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, JsonOption
from criteria.catalogue import Catalogue, DefinitionError
from criteria.condition import Condition, StudyId
from criteria.document import MOST_FAULTS, Document, UnreadableError, read
from criteria.expression import QuestionId, did_you_mean
from criteria.interview import Decision, Interview, Status
from criteria.languages import LANGUAGES
from criteria.question import AnswerError, Meant
from criteria.screening import screening

Given = Mapping[QuestionId, Meant]


def evaluate(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="YAML: one `question: answer` a line.")],
    study: Annotated[str | None, typer.Option(help="Only this study, by its registry id.")] = None,
    as_json: JsonOption = False,
    criteria: CriteriaOption = None,
) -> None:
    """Decide about the answers in a file: question id to an option's or interval's id, true/false, a number, never or unsure."""
    found = evaluated(console.catalogue(context, criteria), file, study)
    if as_json:
        OUT.print(json.dumps({key: one.as_json() for key, one in found.items()}, ensure_ascii=False, indent=2))
        return
    for key, one in found.items():
        told = one.as_json()
        OUT.print(
            f"{key}: {told['verdict'] or 'undecided'}"
            + (f", decided by {', '.join(told['decided_by'])}" if told["decided_by"] else "")
        )
        table = Table("criterion", "status", "what the study asks for")
        for criterion, status in told["criteria"].items():
            table.add_row(criterion, status, one.decision.study.criteria[criterion].text.label.in_(LANGUAGES[0]))
        OUT.print(table)
        if told["next"]:
            OUT.print(f"The next question would be {told['next']}.\n")


@dataclass(frozen=True)
class Evaluated:
    """One study's decision about the answers of a file, and the question that would come next."""

    decision: Decision
    next: QuestionId | None

    def as_json(self) -> dict[str, Any]:
        """The decision as it is printed with --json."""
        return {
            "verdict": self.decision.verdict.value if self.decision.verdict else None,
            "criteria": {key: status.value for key, status in self.decision.criteria.items()},
            "to_confirm": [criterion.id for criterion in self.decision.having(Status.TO_CONFIRM)],
            "decided_by": [criterion.id for criterion in self.decision.having(Status.NOT_MET)],
            "next": self.next,
        }


def evaluated(catalogue: Catalogue, file: Path, study: str | None = None) -> dict[StudyId, Evaluated]:
    """Per study, what the answers of a file decide; raises DefinitionError with every fault of the file."""
    try:
        document = read(file, str(file))
    except UnreadableError as error:
        document = Document(str(file), None, {(): error.line})
        document.fault((), error.message)
        raise DefinitionError(document.faults) from None
    conditions = _conditions(catalogue, document, study)
    if not isinstance(document.value, dict):
        document.fault((), "the file should hold `question: answer` lines")
    elif not document.faults:
        _check_names(document, conditions)
        found = {key: one for condition in conditions for key, one in _evaluated(document, condition, study).items()}
        if not document.faults:
            return found
    raise DefinitionError(document.faults)


def _conditions(catalogue: Catalogue, document: Document, study: str | None) -> list[Condition]:
    if study is None:
        return list(catalogue.conditions.values())
    if found := catalogue.find(study):
        return [found[0]]
    known = [key for condition in catalogue.conditions.values() for key in condition.studies]
    document.fault((), f"`{study}` is no study here{did_you_mean(study, known)}")
    return []


def _check_names(document: Document, conditions: list[Condition]) -> None:
    known = list(dict.fromkeys(key for condition in conditions for key in condition.questions))
    for key in document.value:
        if key not in known and len(document.faults) < MOST_FAULTS:
            document.fault((key,), f"`{key}` is no question{did_you_mean(key, known)}")


def _answers(document: Document, condition: Condition) -> Given:
    answers: dict[QuestionId, Meant] = {}
    for key, value in document.value.items():
        if question := condition.questions.get(QuestionId(key)):
            try:
                answers[question.id] = question.read(value)
            except AnswerError as error:
                document.fault((key,), str(error))
    return answers


def _evaluated(document: Document, condition: Condition, wanted: str | None) -> dict[StudyId, Evaluated]:
    given = _answers(document, condition)
    return {
        key: _decided(document, Interview(screening(condition, [key])), given)
        for key in condition.studies
        if wanted is None or key.lower() == wanted.lower()
    }


def _decided(document: Document, interview: Interview, given: Given) -> Evaluated:
    answers = {}
    for name, question in interview.screening.questions.items():
        if name in given:
            try:
                answers[name] = question.answer(given[name])
            except AnswerError as error:
                document.fault((name,), f"{interview.studies[0].id}: {error}")
    return Evaluated(interview.decide(answers)[0], interview.next(answers))
