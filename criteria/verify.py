"""Walks every reachable position of every study and checks what we promise; the cases are run, too."""

from collections.abc import Mapping
from dataclasses import dataclass

from criteria.catalogue import Catalogue
from criteria.condition import Condition, StudyId
from criteria.diagram import FAILS, PASSES, Node
from criteria.document import Fault
from criteria.expression import UNSURE, AnswerId, QuestionId, every
from criteria.interview import (
    MOST_EXACT,
    MOST_STATES,
    Interview,
    Position,
    Status,
    Verdict,
    answered,
    asked_at,
)
from criteria.screening import Screening, Study, UnscreenableError, screening


@dataclass(frozen=True)
class Walk:
    """The figures of one interview: of a study, or of all studies of a condition together."""

    studies: tuple[StudyId, ...]
    states: int
    longest: int
    """The number of questions on the longest path."""


class BrokenPromiseError(Exception):
    """A position in which the interview does not keep its promise; our mistake, not the author's."""


def verify(catalogue: Catalogue) -> tuple[Fault, ...]:
    """What no file shows alone: rules that never decide, rules and studies that nobody can satisfy."""
    return tuple(
        fault
        for condition in catalogue.conditions.values()
        for key in condition.studies
        for fault in _verified(screening(condition, [key]))
    )


def _verified(alone: Screening) -> list[Fault]:
    (study,) = alone.studies.values()
    return [*_undecidable(study), *_unconfirmable(alone, study), *_unwalkable(alone, study)]


def _unwalkable(alone: Screening, study: Study) -> list[Fault]:
    if Interview(alone).walkable:
        return []
    told = f"its rules tie too many questions together (over {MOST_STATES} situations): shorten them, or leave some to the study team"
    return [Fault(study.file, 1, told)]


def _undecidable(study: Study) -> list[Fault]:
    found = []
    for criterion in study.criteria.values():
        if criterion.rule is None:
            continue
        if criterion.fails is PASSES:
            problem = "can never decide: no answer makes it fail; mend the rule, or use `team: true` or `permits: true`"
        elif not _can_pass(criterion.fails, {}):
            problem = (
                "cannot be satisfied: every answer makes it fail; look for `and` in place of `or`, or a missing `not`"
            )
        else:
            continue
        found.append(Fault(study.file, criterion.line, f"criteria.{criterion.id}: the rule {problem}"))
    if not found and not _can_pass(study.fails, {}):
        text = "nobody can satisfy this study: its criteria contradict each other"
        found.append(Fault(study.file, 1, text))
    return found


def _unconfirmable(alone: Screening, study: Study) -> list[Fault]:
    """What `confirm` names but nobody who meets the rule can answer."""
    problem = (
        "`confirm` can never act: whoever it names fails the rule already, or it names nobody; mend one of the two"
    )
    return [
        Fault(study.file, criterion.line, f"criteria.{criterion.id}: {problem}")
        for criterion in study.criteria.values()
        if criterion.rule is not None
        and criterion.confirm is not None
        and _can_pass(criterion.fails, {})
        and alone.diagrams.when(every(criterion.rule, criterion.confirm), holds=True) is PASSES
    ]


def _can_pass(node: Node, seen: dict[int, bool]) -> bool:
    """Whether somebody who is sure of every answer gets through."""
    if not node.children:
        return node is PASSES
    if id(node) not in seen:
        seen[id(node)] = any(_can_pass(child, seen) for key, child in node.children.items() if key != UNSURE)
    return seen[id(node)]


def walks(condition: Condition) -> tuple[Walk, ...]:
    """Walk each study, and all together where they are two to four; raises BrokenPromiseError.

    Studies that together have too many states are walked one by one only. `verify` has found no fault before.
    """
    found = [walk(Interview(screening(condition, [key]))) for key in condition.studies]
    if 1 < len(condition.studies) <= MOST_EXACT and (together := _together(condition)) is not None:
        found.append(walk(together))
    return tuple(found)


def _together(condition: Condition) -> Interview | None:
    """The interview about all studies, if it can be walked."""
    try:
        together = Interview(screening(condition))
    except UnscreenableError:
        return None
    return together if together.walkable else None


def walk(interview: Interview) -> Walk:
    """Visit every reachable position once, by one way to it, and check it."""
    ways: dict[Position, Mapping[QuestionId, AnswerId]] = {interview.start: {}}
    waiting = [interview.start]
    while waiting:
        position = waiting.pop()
        given = ways[position]
        _check_state(interview, position, given)
        if (question := asked_at(position)) is None:
            continue
        left = interview.at_most(position)
        for answer, child in answered(position, question):
            if interview.at_most(child) >= left:
                raise BrokenPromiseError(f"the number of questions left does not shrink after {question}")
            if answer == UNSURE and FAILS in [new for old, new in zip(position, child, strict=True) if old is not new]:
                raise BrokenPromiseError(f"unsure of {question} makes a study fail")
            if child not in ways:
                ways[child] = {**given, question: answer}
                waiting.append(child)
    return Walk(tuple(study.id for study in interview.studies), len(ways), interview.at_most(interview.start))


def _check_state(interview: Interview, position: Position, given: Mapping[QuestionId, AnswerId]) -> None:
    """The diagram and the rules themselves agree about every study."""
    question = asked_at(position)
    if question is not None and question in given:
        raise BrokenPromiseError(f"{question} is asked twice")
    for node, decision in zip(position, interview.decide(given), strict=True):
        failed = bool(decision.having(Status.NOT_MET))
        open_points = bool(decision.having(Status.OPEN))
        expected = Verdict.INELIGIBLE if failed else None if node.children else Verdict.LIKELY_ELIGIBLE
        settled = decision.verdict is Verdict.LIKELY_ELIGIBLE
        if decision.verdict is not expected or (node is FAILS) != failed or (settled and open_points):
            raise BrokenPromiseError(f"{decision.study.id}: the rules and the interview disagree")
