"""What the answers in a file decide: of one person, or of many people with what they expect."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from criteria import model
from criteria.case_runs import run
from criteria.cases import read_cases
from criteria.catalogue import Catalogue, DefinitionError
from criteria.condition import Case, Condition, StudyId
from criteria.document import MOST_FAULTS, Document, Fault, UnreadableError, Where, read
from criteria.expression import QuestionId, did_you_mean
from criteria.interview import Decision, Interview, Status
from criteria.question import AnswerError, Meant
from criteria.screening import screening

Given = Mapping[QuestionId, Meant]


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


@dataclass(frozen=True)
class PersonEvaluated:
    """What studies decide about one person of a list, and where this is not what the list expects."""

    person: model.Person
    studies: Mapping[StudyId, Evaluated]
    unexpected: tuple[Fault, ...]

    def as_json(self) -> dict[str, Any]:
        """The decisions as they are printed with --json."""
        return {
            "case": self.person.case,
            "id": self.person.id,
            "as_expected": not self.unexpected if self.person.expect else None,
            "unexpected": [fault.message for fault in self.unexpected],
            "studies": {key: one.as_json() for key, one in self.studies.items()},
        }


def evaluated(
    catalogue: Catalogue, file: Path, study: str | None = None
) -> dict[StudyId, Evaluated] | list[PersonEvaluated]:
    """Per study, what the answers of a file decide; of a list of people, this for each.

    Raises DefinitionError with every fault of the file.
    """
    try:
        document = read(file, str(file))
    except UnreadableError as error:
        document = Document(str(file), None, {(): error.line})
        document.fault((), error.message)
        raise DefinitionError(document.faults) from None
    conditions = _conditions(catalogue, document, study)
    found: dict[StudyId, Evaluated] | list[PersonEvaluated] = []
    match document.value:
        case dict() if conditions:
            found = _of_one(document, conditions, study)
        case list() if conditions:
            found = _of_many(document, conditions, study)
        case dict() | list():
            pass
        case _:
            document.fault((), "the file should hold `question: answer` lines, or a list of people (`- case: …`)")
    if document.faults:
        raise DefinitionError(document.faults)
    return found


def _of_one(document: Document, conditions: list[Condition], study: str | None) -> dict[StudyId, Evaluated]:
    _check_names(document, conditions)
    return {key: one for condition in conditions for key, one in _evaluated(document, condition, study).items()}


def _of_many(document: Document, conditions: list[Condition], study: str | None) -> list[PersonEvaluated]:
    """The people of a list; who says which studies are expected to decide is looked at by these, others by all."""
    studies = {key for condition in conditions for key in condition.studies}
    per_condition: list[tuple[Case, ...]] = []
    for condition in conditions:
        others = {name for other in conditions if other is not condition for name in other.questions}
        per_condition.append(read_cases([document], condition.questions, others, studies, model.Person))
    if document.faults:
        return []
    asked = {key: Interview(screening(condition, [key])) for condition in conditions for key in condition.studies}
    found = []
    for at, (first, *_) in enumerate(zip(*per_condition, strict=True)):
        decided: dict[StudyId, Evaluated] = {}
        unexpected: list[Fault] = []
        for condition, cases in zip(conditions, per_condition, strict=True):
            wanted = _wanted(condition, first.text, study)
            given = cases[at].answers
            decided |= {key: _decided(document, asked[key], given, (at, "answers")) for key in wanted}
            unexpected += [] if document.faults else run(condition, cases[at], wanted)
        found.append(PersonEvaluated(first.text, decided, tuple(unexpected)))
    return found


def _wanted(condition: Condition, person: model.Person, study: str | None) -> list[StudyId]:
    return [
        key
        for key in condition.studies
        if (not person.expect or key in person.expect) and (study is None or key.lower() == study.lower())
    ]


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


def _decided(document: Document, interview: Interview, given: Given, where: Where = ()) -> Evaluated:
    answers = {}
    for name, question in interview.screening.questions.items():
        if name in given:
            try:
                answers[name] = question.answer(given[name])
            except AnswerError as error:
                document.fault((*where, name), f"{interview.studies[0].id}: {error}")
    return Evaluated(interview.decide(answers)[0], interview.next(answers))
