"""A condition ready to be asked: its questions with their answers, its studies with their bound rules."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from criteria import model
from criteria.diagram import Diagrams, Node
from criteria.expression import (
    NEVER,
    NO,
    UNSURE,
    YES,
    Among,
    AnswerId,
    AtLeast,
    Expression,
    Not,
    QuestionId,
    did_you_mean,
    listed,
    shown,
)
from criteria.number import Interval

StudyId = NewType("StudyId", str)
CriterionId = NewType("CriterionId", str)
ConditionId = NewType("ConditionId", str)
TopicId = NewType("TopicId", str)


class AnswerError(ValueError):
    """A value that is no answer to a question; the message says which are."""


@dataclass(frozen=True)
class Question:
    """A question and everything that can be answered, but for unsure."""

    id: QuestionId
    text: model.Question
    section: model.Text
    answers: tuple[AnswerId, ...]
    intervals: Mapping[AnswerId, Interval]
    """Of a number: its intervals by id; else empty."""

    def read(self, value: object) -> AnswerId:
        """The answer that a value from a file means: an id, true/false or a number; raises AnswerError."""
        if isinstance(value, bool) and self.text.yes_no is not None:
            return YES if value else NO
        if isinstance(value, int | float) and not isinstance(value, bool) and self.text.number:
            return self.interval(float(value))
        if isinstance(value, str) and value in (*self.answers, UNSURE):
            return AnswerId(value)
        raise AnswerError(self._expected(str(value)[:40]))

    def interval(self, number: float) -> AnswerId:
        """The interval that a number falls into; raises AnswerError."""
        limits = self.text.number
        if limits is None or not limits.from_ <= number <= limits.to or (limits.whole and number % 1):
            raise AnswerError(self._expected(shown(number)))
        return next(key for key, interval in self.intervals.items() if number in interval)

    def _expected(self, value: str) -> str:
        if limits := self.text.number:
            kind = "a whole number" if limits.whole else "a number"
            also = listed((*self.answers, UNSURE))
            return f"`{value}` is no answer to `{self.id}`: use {kind} from {shown(limits.from_)} to {shown(limits.to)}, or one of {also}"
        known = [*self.answers, UNSURE]
        hint = " (or true and false)" if self.text.yes_no is not None else ""
        return f"`{value}` is no answer to `{self.id}`{hint}{did_you_mean(value, known)}"


@dataclass(frozen=True)
class Criterion:
    """One rule of a study, bound: true where it is met, false where it makes the study fail."""

    id: CriterionId
    text: model.Criterion
    rule: Expression | None
    """None where nothing is asked: left to the team, or a permission."""
    confirm: Expression | None
    fails: Node
    questions: tuple[QuestionId, ...]
    """What the rule and its `confirm` name, in the order of asking."""
    line: int
    """Where it stands in the study's file."""


@dataclass(frozen=True)
class Study:
    """One study; `fails` holds everything that may still make it fail."""

    id: StudyId
    file: str
    text: model.Study
    criteria: Mapping[CriterionId, Criterion]
    fails: Node


@dataclass(frozen=True)
class Case:
    """A person, the answers, and what each study should decide."""

    file: str
    line: int
    text: model.Case
    answers: Mapping[QuestionId, AnswerId]


@dataclass(frozen=True)
class Condition:
    """A group of studies that share questions; `questions` stand in the order of asking."""

    id: ConditionId
    text: model.Condition
    questions: Mapping[QuestionId, Question]
    studies: Mapping[StudyId, Study]
    topics: Mapping[TopicId, model.Topic]
    cases: tuple[Case, ...]
    without: Expression | None
    diagrams: Diagrams
    fingerprint: bytes
    """Four bytes that change with the structure: ids, answers, rules, order; not with texts or status."""


def fingerprint(questions: Mapping[QuestionId, Question], studies: Mapping[StudyId, Study]) -> bytes:
    """The fingerprint of a condition's structure."""
    asked = [(question.id, question.answers) for question in questions.values()]
    rules = [
        (study.id, [(item.id, _structure(item.rule), _structure(item.confirm)) for item in study.criteria.values()])
        for study in studies.values()
    ]
    return hashlib.sha256(repr((asked, rules)).encode()).digest()[:4]


def _structure(expression: Expression | None) -> object:
    match expression:
        case Among(question, answers):
            return (question, sorted(answers))
        case Not(part):
            return ("not", _structure(part))
        case AtLeast(count, parts):
            return (count, [_structure(part) for part in parts])
        case None:
            return None


def known_answers(text: model.Question, intervals: Mapping[AnswerId, Interval]) -> tuple[AnswerId, ...]:
    """What can be answered but for unsure, in the order of the buttons."""
    if text.options is not None:
        return tuple(AnswerId(option) for option in text.options)
    if text.yes_no is not None:
        return (YES, NO)
    return (*intervals, NEVER) if text.never is not None else tuple(intervals)
