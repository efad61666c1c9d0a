"""Answers from a file -> what each study decides; and the list of questions that such a file may answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from criteria.catalogue import Catalogue, DefinitionError
from criteria.condition import AnswerError, Condition, Question, StudyId
from criteria.expression import NO, UNSURE, YES, AnswerId, QuestionId, did_you_mean
from criteria.interview import Decision, Interview, Status
from criteria.document import MOST_FAULTS, Document, UnreadableError, read

Given = Mapping[QuestionId, AnswerId]


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
            "decided_by": [criterion.id for criterion in self.decision.having(Status.NOT_MET)],
            "next": self.next,
        }


def evaluate(catalogue: Catalogue, file: Path, study: str | None = None) -> dict[StudyId, Evaluated]:
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
        answers = {condition.id: _answers(document, condition) for condition in conditions}
        if not document.faults:
            return {
                key: _evaluated(condition, key, answers[condition.id])
                for condition in conditions
                for key in condition.studies
                if study is None or key.lower() == study.lower()
            }
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
    answers: dict[QuestionId, AnswerId] = {}
    for key, value in document.value.items():
        if question := condition.questions.get(QuestionId(key)):
            try:
                answers[question.id] = question.read(value)
            except AnswerError as error:
                document.fault((key,), str(error))
    return answers


def _evaluated(condition: Condition, study: StudyId, answers: Given) -> Evaluated:
    interview = Interview(condition, [study])
    return Evaluated(interview.decide(answers)[0], interview.next(answers))


def listed(catalogue: Catalogue) -> dict[str, list[dict[str, Any]]]:
    """Per condition, every question in the order of asking with its kind and answers, ready for JSON."""
    return {
        condition.id: [_listed(condition, question) for question in condition.questions.values()]
        for condition in catalogue.conditions.values()
    }


def _listed(condition: Condition, question: Question) -> dict[str, Any]:
    text = question.text
    kind = "number" if text.number else "options" if text.options else "yes_no"
    found: dict[str, Any] = {
        "id": question.id,
        "kind": kind,
        "ask": {"en": text.ask.en, "es": text.ask.es},
        "answers": [_answer(question, answer) for answer in (*question.answers, UNSURE)],
        "studies": [key for key, study in condition.studies.items() if _named(study.criteria.values(), question.id)],
    }
    if text.number:
        unit = text.number.unit
        found["unit"] = unit if isinstance(unit, str) else unit.en
        found["from"], found["to"], found["whole"] = text.number.from_, text.number.to, text.number.whole
    return found


def _named(criteria: Any, question: QuestionId) -> bool:  # noqa: ANN401 - a view of criteria
    return any(question in criterion.questions for criterion in criteria)


def _answer(question: Question, answer: AnswerId) -> dict[str, Any]:
    """An answer's id, what a file may hold for it, and its words where they are the author's."""
    found: dict[str, Any] = {"id": answer, "value": {YES: True, NO: False}.get(answer, answer)}
    if question.text.options and answer != UNSURE:
        label = question.text.options[answer]
        found["label"] = {"en": label.en, "es": label.es}
    if interval := question.intervals.get(answer):
        found |= {
            "low": interval.low,
            "low_closed": interval.low_closed,
            "high": interval.high,
            "high_closed": interval.high_closed,
        }
    return found
