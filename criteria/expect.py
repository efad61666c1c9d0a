"""How often each answer is expected: the author's own bins, shared out over the answers that are in play."""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.line import Line
from criteria.question import AnswerError, Meant, Question, QuestionDefinition
from criteria.span import Span

Shares = Mapping[QuestionId, Mapping[AnswerId, float]]
SUM_TOLERANCE = 0.0011


def shares(questions: Iterable[Question]) -> Shares:
    """How often each answer is expected, of 1; a question without an estimate has equal shares.

    The questions are taken as independent of each other: the figures serve to compare orders.
    """
    return {question.id: _shares(question) for question in questions}


def faults(question: QuestionDefinition) -> Iterator[tuple[str | None, str]]:
    """What is wrong with a question's estimate: the bin (None for all of it) and what to do."""
    expected = question.text.expect or {}
    bins: dict[str, Meant] = {}
    for key in expected:
        try:
            bins[key] = question.read(key)
        except AnswerError as error:
            yield key, str(error)
    whole = question.line is not None and question.line.whole
    for (one, first), (other, second) in combinations(bins.items(), 2):
        if isinstance(first, Span) and isinstance(second, Span) and not first.common(second).empty(whole=whole):
            yield other, f"`{other}` and `{one}` have numbers in common: let each bin end where the next begins"
    if expected and abs(sum(expected.values()) - 1) > SUM_TOLERANCE:
        yield None, f"the shares add up to {sum(expected.values()):g}; they should make 1"


def usual(question: Question, answer: AnswerId) -> Span:
    """Where inside an interval most people are, by the author's bins; without bins, all of it. It has an end on either side."""
    line = question.line
    assert line is not None  # noqa: S101 - only a number's question has intervals
    inside = _bounded(question.intervals[answer].span, line)
    found = [(0.0, inside)]
    for key, share in (question.text.expect or {}).items():
        meant = question.read(key)
        if isinstance(meant, Span):
            bin_ = _bounded(meant, line)
            common, total = bin_.common(question.intervals[answer].span), bin_.size(whole=line.whole)
            if not common.empty(whole=line.whole):
                found.append((share * (common.size(whole=line.whole) / total if total else 1.0), common))
    return max(found, key=lambda one: one[0])[1]


def _shares(question: Question) -> dict[AnswerId, float]:
    known = (*question.answers, UNSURE)
    if question.text.expect is None:
        return dict.fromkeys(known, 1 / len(known))
    found = dict.fromkeys(known, 0.0)
    for key, share in question.text.expect.items():
        meant = question.read(key)
        for answer, part in _parts(question, meant):
            found[answer] += share * part
    return found


def _parts(question: Question, meant: Meant) -> Iterator[tuple[AnswerId, float]]:
    """The answers that a bin is shared out over, and which part of it each gets: even inside the bin."""
    if isinstance(meant, str):
        yield meant, 1.0
        return
    line = question.line
    assert line is not None  # noqa: S101 - only a number's question has such bins
    bounded = _bounded(meant, line)
    total = bounded.size(whole=line.whole)
    for answer in question.answers_in(bounded):
        inside = bounded.common(question.intervals[answer].span)
        yield answer, inside.size(whole=line.whole) / total if total else 1.0


def _bounded(bin_: Span, line: Line) -> Span:
    """A bin with an end on either side: an open one reaches to twice its last edge, and never beyond the range."""
    high, high_closed = bin_.high, bin_.high_closed
    if math.isinf(high):
        doubled = 2 * bin_.low if bin_.low > 0 and not line.dates else line.high
        high, high_closed = min(line.high, doubled), True
    return Span(bin_.low, high, bin_.low_closed, high_closed).common(Span(line.low, line.high))
