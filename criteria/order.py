"""The order of asking: how many questions a person is asked on average, in this order and in others."""

from collections.abc import Sequence

from criteria.diagram import Diagrams
from criteria.expect import Shares, shares
from criteria.expression import QuestionId
from criteria.interview import Position, answered, asked_at
from criteria.screening import Screening


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


def record_order(screening: Screening) -> tuple[QuestionId, ...]:
    """The questions in the order in which the studies' records come to them."""
    named = [
        question
        for study in screening.studies.values()
        for criterion in study.criteria.values()
        for question in criterion.questions
    ]
    return tuple(dict.fromkeys((*named, *screening.questions)))


def start_in_order(screening: Screening, order: Sequence[QuestionId]) -> Position:
    """Where the interview starts if the questions were asked in another order."""
    diagrams = Diagrams({question: screening.questions[question].answers for question in order})
    return tuple(
        diagrams.any_of(
            [
                diagrams.when(criterion.rule, holds=False)
                for criterion in study.criteria.values()
                if criterion.rule is not None
            ]
        )
        for study in screening.studies.values()
    )


def best_order(screening: Screening) -> tuple[QuestionId, ...]:
    """An order with few questions on average, found by moving one question at a time while that helps.

    For the author of a condition to look at, not to obey: comfort comes first.
    """
    expected = shares(screening.questions.values())

    def cost(order: Sequence[QuestionId]) -> float:
        return mean_questions(start_in_order(screening, order), expected)

    best = list(screening.questions)
    lowest, improved = cost(best), True
    while improved:
        improved = False
        for question in screening.questions:
            rest = [other for other in best if other != question]
            for place in range(len(best)):
                order = [*rest[:place], question, *rest[place:]]
                if (found := cost(order)) < lowest - 1e-9:
                    best, lowest, improved = order, found, True
    return tuple(best)
