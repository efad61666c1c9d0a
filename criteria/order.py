"""The order of asking: how many questions a person is asked on average, in this order and in others."""

from collections.abc import Iterable, Mapping, Sequence

from criteria.condition import Condition, Question, StudyId
from criteria.diagram import Diagrams
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.interview import Position, answered, asked_at

Shares = Mapping[QuestionId, Mapping[AnswerId, float]]


def shares(questions: Iterable[Question]) -> Shares:
    """How often each answer is expected, of 1; a question without an estimate has equal shares.

    The questions are taken as independent of each other: the figures serve to compare orders.
    """
    found = {}
    for question in questions:
        known = (*question.answers, UNSURE)
        expected = question.text.expect
        found[question.id] = {
            answer: 1 / len(known) if expected is None else expected.get(answer, 0.0) for answer in known
        }
    return found


def mean_questions(start: Position, expected: Shares) -> float:
    """The expected number of questions from a position until every study is settled."""
    means: dict[Position, float] = {}

    def mean(position: Position) -> float:
        if position not in means:
            question = asked_at(position)
            means[position] = (
                0.0
                if question is None
                else 1 + sum(expected[question][answer] * mean(child) for answer, child in answered(position, question))
            )
        return means[position]

    return mean(start)


def record_order(condition: Condition, studies: Sequence[StudyId]) -> tuple[QuestionId, ...]:
    """The questions in the order in which the studies' records come to them."""
    named = [
        question
        for key in studies
        for criterion in condition.studies[key].criteria.values()
        for question in criterion.questions
    ]
    return tuple(dict.fromkeys((*named, *condition.questions)))


def start_in_order(condition: Condition, studies: Sequence[StudyId], order: Sequence[QuestionId]) -> Position:
    """Where the interview starts if the questions were asked in another order."""
    diagrams = Diagrams({question: condition.questions[question].answers for question in order})
    return tuple(
        diagrams.any_of(
            [
                diagrams.when(criterion.rule, holds=False)
                for criterion in condition.studies[key].criteria.values()
                if criterion.rule is not None
            ]
        )
        for key in studies
    )


def best_order(condition: Condition, studies: Sequence[StudyId]) -> tuple[QuestionId, ...]:
    """An order with few questions on average, found by moving one question at a time while that helps.

    For the author of a condition to look at, not to obey: comfort comes first.
    """
    expected = shares(condition.questions.values())

    def cost(order: Sequence[QuestionId]) -> float:
        return mean_questions(start_in_order(condition, studies, order), expected)

    best = list(condition.questions)
    lowest, improved = cost(best), True
    while improved:
        improved = False
        for question in condition.questions:
            rest = [other for other in best if other != question]
            for place in range(len(best)):
                order = [*rest[:place], question, *rest[place:]]
                if (found := cost(order)) < lowest - 1e-9:
                    best, lowest, improved = order, found, True
    return tuple(best)
