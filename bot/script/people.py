"""Invented people who between them meet every question with every answer, and every criterion in every status."""

from collections.abc import Iterator, Mapping
from itertools import product

from criteria.diagram import FAILS, Node
from criteria.expression import UNSURE, AnswerId, QuestionId, Truth, truth
from criteria.interview import Interview, Position, after, answered, asked_at
from criteria.screening import Screening

MOST_TOGETHER = 400
"""With more combinations of answers to one criterion than this, only single answers are tried."""
Path = Mapping[QuestionId, AnswerId]


def people(alone: Screening) -> list[Path]:
    """The answers of each, as far as they are asked; first somebody who fits, then somebody who is sure of nothing."""
    interview = Interview(alone)
    fits = _walked(interview, {})
    found = [fits, _walked(interview, dict.fromkeys(alone.questions, UNSURE)), _half(interview, fits)]
    found += _every_answer(interview)
    found += _every_status(interview)
    return list({tuple(one.items()): one for one in found}.values())


def _half(interview: Interview, fits: Path) -> Path:
    """Somebody who is sure of most: only the last questions are open."""
    questions = list(fits)
    return _walked(interview, dict.fromkeys(questions[-max(1, len(questions) // 4) :], UNSURE))


def _every_answer(interview: Interview) -> Iterator[Path]:
    """From every position that an interview can reach, every answer, and on from there."""
    ways: dict[Position, Path] = {interview.start: {}}
    waiting = [interview.start]
    while waiting:
        position = waiting.pop(0)
        question = asked_at(position)
        if question is None:
            continue
        for answer, child in answered(position, question):
            way = {**ways[position], question: answer}
            yield _walked(interview, way)
            if child not in ways:
                ways[child] = way
                waiting.append(child)


def _every_status(interview: Interview) -> Iterator[Path]:
    """Every combination of answers to what one criterion asks, as far as an interview comes to it."""
    questions = interview.screening.questions
    for study in interview.studies:
        for criterion in study.criteria.values():
            known = [(*questions[key].answers, UNSURE) for key in criterion.questions]
            count = 1
            for one in known:
                count *= len(one)
            if len(known) > 1 and count <= MOST_TOGETHER:
                for answers in product(*known):
                    yield _walked(interview, dict(zip(criterion.questions, answers, strict=True)))


def _walked(interview: Interview, wanted: Path) -> Path:
    """An interview to its end: the wanted answers where there are any, else the first that makes nobody fail."""
    position = interview.start
    way: dict[QuestionId, AnswerId] = {}
    while (question := asked_at(position)) is not None:
        way[question] = wanted.get(question) or _harmless(interview, position, question, wanted)
        position = after(position, question, way[question])
    return way


def _harmless(interview: Interview, position: Position, question: QuestionId, wanted: Path) -> AnswerId:
    """The answer that fits best: it fails nobody, keeps what is wanted askable, and leaves as little as it can to confirm."""
    options = dict(answered(position, question))
    sure = [answer for answer in options if answer != UNSURE] or list(options)

    def rank(answer: AnswerId) -> tuple[bool, int, int]:
        child = options[answer]
        return FAILS in child, -_askable(child, wanted), _confirmed(interview, question, answer)

    return min(sure, key=rank)


def _confirmed(interview: Interview, question: QuestionId, answer: AnswerId) -> int:
    """How many criteria an answer alone leaves to confirm."""
    return sum(
        truth(criterion.confirm, {question: answer}) is Truth.TRUE
        for study in interview.studies
        for criterion in study.criteria.values()
        if criterion.confirm is not None and question in criterion.questions
    )


def _askable(position: Position, wanted: Path) -> int:
    """How many of the wanted questions can still be asked."""
    if not wanted:
        return 0
    seen: set[int] = set()
    found: set[QuestionId] = set()
    waiting: list[Node] = list(position)
    while waiting:
        node = waiting.pop()
        if id(node) in seen or not node.children:
            continue
        seen.add(id(node))
        if node.question in wanted:
            found.add(node.question)
        waiting += node.children.values()
    return len(found)
