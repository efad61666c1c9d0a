"""What the cases of a study should show of each criterion, and whether a person shows it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from criteria.condition import CriterionDefinition, CriterionId
from criteria.diagram import PASSES, Node
from criteria.expression import Expression, Number, QuestionId, Truth, bind, every, truth, worded
from criteria.interview import Status
from criteria.line import Line
from criteria.model import Expected
from criteria.number import Interval
from criteria.proof.mutants import beside, limits
from criteria.proof.people import plain
from criteria.proof.runs import Run
from criteria.proof.variants import Variant, Variants
from criteria.question import Question
from criteria.screening import Screening, among
from criteria.span import Span

Kind = Literal["rule", "limit", "confirm", "only_if", "slip"]
"""Failed and met; below, on and above; with yes and with no; told apart from a small change."""
KINDS: tuple[Kind, ...] = get_args(Kind)
Shows = Callable[[Run, Expected | None], bool]
"""Whether a person shows it; without an expectation, whether the person would, once what is decided is expected."""

_TINY = 1e-9


@dataclass(frozen=True)
class Point:
    """One thing that a case should show of a criterion."""

    kind: Kind
    criterion: CriterionId
    line: int
    told: str
    """What stands in the list while no case shows it."""
    shows: Shows = field(repr=False)
    pairs: tuple[tuple[Node, Node], ...] = field(default=(), repr=False)
    """Somebody whom one of the pairs tells apart shows it."""
    say: Mapping[QuestionId, object] = field(default_factory=dict)
    """What somebody has to say who shows it."""
    questions: Mapping[QuestionId, Question] = field(default_factory=dict, repr=False)
    """What the pairs ask."""


def points(criterion: CriterionDefinition, known: Variants | None, asked: Screening) -> Iterator[Point]:
    """Everything that the cases should show of a criterion with a rule.

    `known`: what it might have been; `asked`: the screening of its study alone.
    """
    if known is None:
        told = "its rules are too long to be tried with small changes: shorten them"
        yield Point("slip", criterion.id, criterion.line, told, lambda _run, _wanted: False)
        return
    yield from (one for one in _both_ways(criterion, known) if one.pairs[0][0] is not PASSES)
    yield from _limits(criterion, asked)
    yield from (_slip(criterion, known, one) for one in known.others)


def _both_ways(criterion: CriterionDefinition, known: Variants) -> Iterator[Point]:
    """The rule failed and met; its `confirm` and its `only_if` with yes and with no; also what nobody can show."""

    def point(kind: Kind, told: str, shows: Shows, node: Node) -> Point:
        return Point(kind, criterion.id, criterion.line, told, shows, ((node, PASSES),), {}, known.questions)

    def has(status: Status) -> Shows:
        return lambda run, _wanted: run.status(criterion.id) is status

    bound = known.original.criterion
    yield point("rule", "no case fails it", has(Status.NOT_MET), bound.fails)
    yield point("rule", "no case meets it", has(Status.MET), known.original.met)
    if bound.rule is not None and bound.confirm is not None:
        held = known.diagrams.when(every(bound.rule, bound.confirm), holds=True)
        yield point("confirm", "no case meets it and is left to confirm", _confirms(criterion.id), held)
    if "only_if" in criterion.written:
        only_if = bind(criterion.written["only_if"], lambda test: among(test, known.questions[test.question]))
        for holds, told in ((True, "applies"), (False, "does not apply")):
            node = known.diagrams.when(only_if, holds=holds)
            yield point("only_if", f"no case is somebody to whom it {told}", _applies(criterion, holds=holds), node)


def _confirms(key: CriterionId) -> Shows:
    def shows(run: Run, _wanted: Expected | None) -> bool:
        criterion = run.study.criteria[key]
        both: tuple[Expression | None, ...] = (criterion.rule, criterion.confirm)
        return all(one is not None and truth(one, run.given) is Truth.TRUE for one in both)

    return shows


def _applies(criterion: CriterionDefinition, *, holds: bool) -> Shows:
    def shows(run: Run, _wanted: Expected | None) -> bool:
        only_if = bind(criterion.written["only_if"], lambda test: among(test, run.questions[test.question]))
        return truth(only_if, run.given) is (Truth.TRUE if holds else Truth.FALSE)

    return shows


def _limits(criterion: CriterionDefinition, asked: Screening) -> Iterator[Point]:
    """Just below each limit, on it, and just above."""
    for name, limit in dict.fromkeys(found for rule in criterion.written.values() for found in limits(rule)):
        question = asked.questions[name]
        line = question.line
        assert line is not None  # noqa: S101 - only a number has limits
        yield _point(criterion, name, f"exactly at {worded(limit)}", _exactly(name, line.at(limit)), plain(limit))
        for way, told in ((-1, "just below"), (1, "just above")):
            step = way * (1.0 if line.whole else _TINY * max(1.0, abs(line.at(limit))))
            side = next((one for one in question.intervals.values() if line.at(limit) + step in one), None)
            inside = line.low <= line.at(limit) + step <= line.high
            if side and inside:
                near = _near(side, line, limit, way)
                shows = _beside(question, side, line.at(limit), way)
                yield _point(criterion, name, f"{told} {worded(limit)}", shows, near)


def _point(criterion: CriterionDefinition, name: QuestionId, told: str, shows: Shows, say: object) -> Point:
    return Point("limit", criterion.id, criterion.line, f"no case has `{name}` {told}", shows, say={name: say})


def _near(side: Interval, line: Line, limit: Number, way: int) -> object:
    """A round number on one side of a limit, before the next limit comes."""
    next_ = beside(limit, way, whole=line.whole)
    if line.low <= line.at(next_) <= line.high and line.at(next_) in side:
        return plain(next_)
    end = side.low if way < 0 else side.high
    return plain((line.at(limit) + ((line.low if way < 0 else line.high) if end is None else end)) / 2)


def _exactly(name: QuestionId, at: float) -> Shows:
    def shows(run: Run, _wanted: Expected | None) -> bool:
        said = run.said.get(name)
        return isinstance(said, Span) and said.low == said.high == at

    return shows


def _beside(question: Question, side: Interval, at: float, way: int) -> Shows:
    """That somebody's number lies on one side of a limit, before the next limit comes."""

    def shows(run: Run, _wanted: Expected | None) -> bool:
        said = run.said.get(question.id)
        if not isinstance(said, Span):
            return False
        beyond = said.high < at if way < 0 else said.low > at
        touching = (said.high == at and not said.high_closed) if way < 0 else (said.low == at and not said.low_closed)
        return (beyond or touching) and question.answers_in(said) == (side.id,)

    return shows


def _slip(criterion: CriterionDefinition, known: Variants, other: Variant) -> Point:
    def shows(run: Run, wanted: Expected | None) -> bool:
        found = run.under(other, known.questions)
        return any(one.unlike(wanted) for one in found) if wanted else found != {run.outcome()}

    pairs = tuple(zip(known.original.nodes, other.nodes, strict=True))
    told = f"no case notices {other.told}"
    return Point("slip", criterion.id, criterion.line, told, shows, pairs, {}, known.questions)
