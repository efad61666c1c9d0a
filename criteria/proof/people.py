"""Somebody as near as can be to a person who fits, whom a study and its slip would judge differently."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from criteria.diagram import Node
from criteria.expect import usual
from criteria.expression import AnswerId, Number, QuestionId
from criteria.line import Line
from criteria.number import Interval
from criteria.proof.mutants import beside
from criteria.question import AnswerError, Question

Change = Mapping[QuestionId, AnswerId]
Cost = Callable[[QuestionId, AnswerId], float]
"""What an answer costs; 0 where the person gives it already."""


@dataclass(frozen=True)
class _Way:
    cost: float
    change: tuple[tuple[QuestionId, AnswerId], ...] = ()


_NO_WAY = _Way(math.inf)


def nearest(pairs: Iterable[tuple[Node, Node]], cost: Cost) -> Change | None:
    """The cheapest answers that lead one of the pairs to different ends; None where none does.

    Exact: a diagram holds every answer that can be given, and the two are gone through together.
    """
    best = min((_way(one, other, cost, {}) for one, other in pairs), key=lambda way: way.cost, default=_NO_WAY)
    return None if best is _NO_WAY else dict(best.change)


def _way(one: Node, other: Node, cost: Cost, seen: dict[tuple[int, int], _Way]) -> _Way:
    if one is other:
        return _NO_WAY
    if not one.children and not other.children:
        return _Way(0)
    key = (id(one), id(other))
    if key not in seen:
        top = one if one.level <= other.level else other
        found = _NO_WAY
        for answer in top.children:
            price = cost(top.question, answer)
            if price >= found.cost:
                continue
            left, right = (node.children[answer] if node.level == top.level else node for node in (one, other))
            rest = _way(left, right, cost, seen)
            if price + rest.cost < found.cost:
                found = _Way(price + rest.cost, ((top.question, answer), *rest.change) if price else rest.change)
        seen[key] = found
    return seen[key]


def value(question: Question, answer: AnswerId) -> object:
    """An answer as a case would give it: a round number near the limit, true or false, or its id."""
    if question.line is None or answer not in question.intervals:
        return _word(question, answer)
    return _first(question, answer, _numbers(question.intervals[answer], question.line))


def ordinary(question: Question, answer: AnswerId) -> object:
    """An answer as most people would give it who give it: of a number, a round one amidst the others, far from the limits."""
    line = question.line
    if line is None or answer not in question.intervals:
        return _word(question, answer)
    most = usual(question, answer)
    middle, interval = (most.low + most.high) / 2, question.intervals[answer].span
    near = [middle // 1] if line.dates else [round(middle, digits) for digits in range(-3, 4)]
    low, high = max(interval.low, line.low), min(interval.high, line.high)
    inside = [one for one in near if most.low <= one <= most.high and low < one < high]
    return _first(question, answer, map(plain, map(line.told, inside)), value(question, answer))


def _word(question: Question, answer: AnswerId) -> object:
    return answer == "yes" if answer in ("yes", "no") and not question.line else str(answer)


def _first(question: Question, answer: AnswerId, found: Iterable[object], last: object = None) -> object:
    """The first number that is this answer and no other; if none is, the last resort, or the answer's id."""
    for one in found:
        try:
            if question.answers_in(question.read(one)) == (answer,):
                return one
        except AnswerError:
            continue
    return str(answer) if last is None else last


def _numbers(interval: Interval, line: Line) -> Iterator[object]:
    """Numbers that may lie in an interval, the best first."""
    for limit, closed, way in (
        (interval.low_limit, interval.low_closed, 1),
        (interval.high_limit, interval.high_closed, -1),
    ):
        if limit is not None:
            yield plain(limit if closed else beside(limit, way, whole=line.whole))
    if interval.low is not None and interval.high is not None:
        yield plain((interval.low + interval.high) / 2)


def plain(number: Number) -> float | str:
    """A number as a case would give it: 6, 0.5, `30 days`, a day of the calendar."""
    match number:
        case float() | int():
            return int(number) if float(number).is_integer() else number
        case _:
            return str(number)
