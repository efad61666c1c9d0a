"""A set of studies that are asked about together: its own buttons, its own diagrams, whatever stands beside it.

Only the rules of these studies cut a number, so no other study of the condition moves a button, a state or a ticket.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from criteria import model
from criteria.condition import Condition, CriterionDefinition, CriterionId, StudyDefinition, StudyId
from criteria.diagram import PASSES, Diagrams, Node, TooComplexError
from criteria.expression import (
    YES,
    Among,
    AnswerId,
    Answers,
    AtLeast,
    Comparison,
    Expression,
    Not,
    Operator,
    QuestionId,
    bind,
)
from criteria.line import Line
from criteria.number import Cut, cuts, satisfying
from criteria.question import Question


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
    eased: Expression | None = None
    """Of those who fail, who may meet the registry's rule of today."""


@dataclass(frozen=True)
class Study:
    """One study, bound; `fails` holds everything that may still make it fail."""

    id: StudyId
    file: str
    text: model.Study
    criteria: Mapping[CriterionId, Criterion]
    fails: Node


@dataclass(frozen=True, eq=False)
class Screening:
    """What is asked about some studies of a condition."""

    condition: Condition
    questions: Mapping[QuestionId, Question]
    """In the order of asking; no others than these studies ask."""
    studies: Mapping[StudyId, Study]
    without: Expression | None
    diagrams: Diagrams
    fingerprint: bytes
    """Four bytes that change with the structure: ids, answers, rules, order; not with texts or status."""


class UnscreenableError(TooComplexError):
    """The rules of a study tie too many questions together; `criterion` is None where it is all of them."""

    def __init__(self, criterion: CriterionId | None, message: str) -> None:
        super().__init__(message)
        self.criterion = criterion


def screening(condition: Condition, studies: Iterable[StudyId] = ()) -> Screening:
    """What is asked about these studies, or all of the condition; raises UnscreenableError.

    Worked out once for each set.
    """
    key = tuple(studies) or tuple(condition.studies)
    if key not in condition.screenings:
        condition.screenings[key] = _screening(condition, key)
    found: Screening = condition.screenings[key]
    return found


def asked_questions(condition: Condition, studies: Iterable[StudyId] = ()) -> dict[QuestionId, Question]:
    """The questions that these studies (or all) ask, with their buttons, in the order of asking."""
    found: dict[QuestionId, set[Cut]] = {}
    for key in studies or condition.studies:
        for comparison in condition.studies[key].comparisons():
            line = condition.questions[comparison.question].line
            found.setdefault(comparison.question, set()).update(cuts(comparison, line) if line else ())
    return {key: one.asked(found[key]) for key, one in condition.questions.items() if key in found}


def carried(answers: Answers, before: Screening, now: Screening) -> dict[QuestionId, AnswerId]:
    """The answers that another set of studies can take over: each that lies in one answer there; no others."""
    found = {}
    for key, answer in answers.items():
        question = now.questions.get(key)
        meant = before.questions[key].meaning(answer)
        if question is not None and len(there := question.answers_in(meant)) == 1:
            found[key] = there[0]
    return found


def _screening(condition: Condition, studies: tuple[StudyId, ...]) -> Screening:
    questions = asked_questions(condition, studies)
    diagrams = Diagrams({key: question.answers for key, question in questions.items()})
    bound = {key: _study(diagrams, condition.studies[key], questions) for key in studies}
    asked = {**{key: one.asked(()) for key, one in condition.questions.items()}, **questions}
    without = bind(condition.without, lambda test: _loosely(test, asked[test.question])) if condition.without else None
    return Screening(condition, questions, bound, without, diagrams, _fingerprint(questions, bound.values()))


def _study(diagrams: Diagrams, study: StudyDefinition, questions: Mapping[QuestionId, Question]) -> Study:
    criteria = {key: bound(diagrams, one, questions) for key, one in study.criteria.items()}
    try:
        fails = diagrams.any_of([one.fails for one in criteria.values() if one.rule is not None])
    except TooComplexError as error:
        raise UnscreenableError(None, str(error)) from None
    return Study(study.id, study.file, study.text, criteria, fails)


def bound(diagrams: Diagrams, criterion: CriterionDefinition, questions: Mapping[QuestionId, Question]) -> Criterion:
    """A criterion over the answers of questions whose cuts hold its own; raises UnscreenableError."""
    rule, confirm = (
        bind(one, lambda test: among(test, questions[test.question])) if one is not None else None
        for one in (criterion.rule, criterion.confirm)
    )
    named = {comparison.question for comparison in criterion.comparisons()}
    try:
        fails = PASSES if rule is None else diagrams.when(rule, holds=False)
    except TooComplexError as error:
        raise UnscreenableError(criterion.id, str(error)) from None
    asked = tuple(key for key in questions if key in named)
    eased = bind(criterion.eased, lambda test: _loosely(test, questions[test.question])) if criterion.eased else None
    return Criterion(criterion.id, criterion.text, rule, confirm, fails, asked, criterion.line, eased)


def among(comparison: Comparison, question: Question) -> Among:
    """The answers of a question that make a comparison true, where its cuts are among the question's own."""
    if question.line is not None:
        others = question.text.other_answers or {}
        parts = tuple(question.intervals.values())
        return satisfying(comparison, parts, question.line, never=question.text.never is not None, others=others)
    named = frozenset(map(AnswerId, map(str, comparison.values))) or frozenset({YES})
    outside = comparison.operator in {Operator.NE, Operator.NOT_IN}
    return Among(comparison.question, frozenset(question.answers) - named if outside else named)


def _loosely(comparison: Comparison, question: Question) -> Among:
    """As `among`, for a rule that makes no cuts of its own: an interval that it would cut in two leaves it open."""
    found = among(comparison, question)
    if question.line is None:
        return found
    cut = _cut_in_two(comparison, question, question.line)
    return Among(question.id, found.answers - cut, found.open | cut)


def _cut_in_two(comparison: Comparison, question: Question, line: Line) -> frozenset[AnswerId]:
    """The intervals of which a comparison is true in one part and false in the other."""
    own = question.asked(cuts(comparison, line))
    true = among(comparison, own).answers
    return frozenset(
        key
        for key, interval in question.intervals.items()
        if len({part in true for part in own.answers_in(interval.span)}) > 1
    )


def _fingerprint(questions: Mapping[QuestionId, Question], studies: Collection[Study]) -> bytes:
    asked = [(question.id, question.answers) for question in questions.values()]
    rules = [
        (study.id, [(item.id, _structure(item.rule), _structure(item.confirm)) for item in study.criteria.values()])
        for study in studies
    ]
    return hashlib.sha256(repr((asked, rules)).encode()).digest()[:4]


def _structure(expression: Expression | None) -> object:
    match expression:
        case Among(question, answers, left_open):
            return (question, sorted(answers), sorted(left_open))
        case Not(part):
            return ("not", _structure(part))
        case AtLeast(count, parts):
            return (count, [_structure(part) for part in parts])
        case None:
            return None
