"""The order of asking: how many questions a person is asked on average, in this order and in others."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from criteria import model
from criteria.diagram import Diagrams
from criteria.expect import Shares, shares
from criteria.expression import QuestionId
from criteria.interview import Position, answered, asked_at
from criteria.screening import Criterion, Screening, Study


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
    """The questions in the order in which the studies' records come to them: header, inclusion, exclusion."""
    named = [
        question
        for study in screening.studies.values()
        for criterion in _by_item(study)
        for question in criterion.questions
    ]
    return tuple(dict.fromkeys((*named, *screening.questions)))


def _by_item(study: Study) -> list[Criterion]:
    """The criteria of a study by the first item of its record that each of them cites."""
    places = {item: at for at, item in enumerate(("header", *study.text.record.items))}
    return sorted(
        study.criteria.values(), key=lambda one: min(places.get(item, len(places)) for item in one.text.from_)
    )


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


Order = tuple[QuestionId, ...]


def best_order(screening: Screening, *, sections: bool = False) -> Order:
    """An order with few questions on average, found by moving one question or one section at a time while that helps.

    The opening (the first section) stays first and private questions stay last; with `sections`, the questions of a
    section stay together. For the author of a condition to look at, not to obey: comfort comes first.
    """
    expected = shares(screening.questions.values())
    known: dict[Order, float] = {}

    def cost(order: Order) -> float:
        if order not in known:
            known[order] = mean_questions(start_in_order(screening, order), expected)
        return known[order]

    best = _comfortable(screening)
    improved = True
    while improved:
        improved = False
        for order in _neighbours(screening, best, sections=sections):
            if cost(order) < cost(best) - 1e-9:
                best, improved = order, True
                break
    return best


def _comfortable(screening: Screening) -> Order:
    """The author's order with its private questions put last, where they are not."""
    return tuple(sorted(screening.questions, key=lambda key: screening.questions[key].text.sensitive))


def _neighbours(screening: Screening, order: Order, *, sections: bool) -> Iterator[Order]:
    """Every allowed order that is one move away: of one question, or of a section as a whole."""
    blocks: list[Order] = [(key,) for key in order]
    if sections:
        blocks += [tuple(group) for _, group in groupby(order, key=lambda key: _section(screening, key))]
    for block in blocks:
        rest = [key for key in order if key not in block]
        for place in range(len(rest) + 1):
            moved = (*rest[:place], *block, *rest[place:])
            if moved != order and _allowed(screening, moved, sections=sections):
                yield moved


def _allowed(screening: Screening, order: Order, *, sections: bool) -> bool:
    opening = _section(screening, next(iter(screening.questions)))
    first = [key for key in screening.questions if _section(screening, key) == opening]
    private = [screening.questions[key].text.sensitive for key in order]
    kept = [section for section, _ in groupby(order, key=lambda key: _section(screening, key))]
    return (
        order[: len(first)] == tuple(first)
        and private == sorted(private)
        and not (sections and len(kept) > len(set(kept)))
    )


def _section(screening: Screening, key: QuestionId) -> model.Text:
    return screening.questions[key].section
