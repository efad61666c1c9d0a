"""Walks every reachable position of every study and checks what we promise; the cases are run, too."""

from collections.abc import Mapping
from dataclasses import dataclass

from criteria.catalogue import Catalogue
from criteria.condition import Case, Condition, StudyId
from criteria.diagram import FAILS, PASSES, Node
from criteria.document import Fault
from criteria.expression import UNSURE, AnswerId, QuestionId, did_you_mean, every
from criteria.interview import (
    MOST_EXACT,
    MOST_STATES,
    Decision,
    Interview,
    Position,
    Status,
    Verdict,
    answered,
    asked_at,
    decide,
)
from criteria.question import AnswerError
from criteria.screening import Criterion, Screening, Study, UnscreenableError, screening


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


def run_cases(condition: Condition) -> tuple[Fault, ...]:
    """What the cases expect and the studies do not decide; and studies that have too few cases."""
    faults = [fault for case in condition.cases for fault in _run(condition, case)]
    for study in condition.studies.values():
        expected = [
            "to_confirm" if wanted.verdict == "likely_eligible" and wanted.to_confirm else wanted.verdict
            for case in condition.cases
            for key, wanted in case.text.expect.items()
            if key == study.id
        ]
        for kind, words in _NEEDED.items():
            if kind not in expected:
                faults.append(Fault(study.file, 1, f"no case expects the study to be {words}: add one to cases/"))
    return tuple(faults)


_NEEDED = {
    "likely_eligible": "likely eligible without points to confirm (`to_confirm: []`)",
    "to_confirm": "likely eligible with points to confirm (`to_confirm: [..]`)",
    "ineligible": "ineligible",
}


def _run(condition: Condition, case: Case) -> list[Fault]:
    faults = []
    for key, wanted in case.text.expect.items():
        try:
            decision = decided(condition, StudyId(key), case)
        except AnswerError as error:
            faults.append(Fault(case.file, case.line, f"{key}: {error} ({case.text.case})"))
            continue
        verdict = decision.verdict.value if decision.verdict else "undecided"
        for name in (*(wanted.to_confirm or ()), *(wanted.decided_by or ())):
            if name not in decision.criteria:
                told = f"`{name}` is no criterion of {key}{did_you_mean(name, decision.criteria)}"
                faults.append(Fault(case.file, case.line, told))
        found: dict[str, tuple[tuple[str, ...], tuple[str, ...] | None]] = {
            "verdict": ((verdict,), (wanted.verdict,)),
            "to_confirm": (_ids(decision.having(Status.TO_CONFIRM)), wanted.to_confirm),
            "decided_by": (_ids(decision.having(Status.NOT_MET)), wanted.decided_by),
        }
        for name, (is_, should) in found.items():
            if should is not None and set(is_) != set(should):
                told = f"{name} is [{', '.join(is_)}], but the case expects [{', '.join(should)}]"
                faults.append(Fault(case.file, case.line, f"{key}: {told} ({case.text.case})"))
    return faults


def decided(condition: Condition, key: StudyId, case: Case) -> Decision:
    """What a study decides about a case; raises AnswerError where its rules cut what the case says in two."""
    alone = screening(condition, [key])
    given = {
        name: alone.questions[name].answer(meant) for name, meant in case.answers.items() if name in alone.questions
    }
    return decide(alone.studies[key], given)


def _ids(criteria: tuple[Criterion, ...]) -> tuple[str, ...]:
    return tuple(criterion.id for criterion in criteria)
