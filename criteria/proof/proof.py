"""What the cases of a study show of its rules, what they leave open, and who would show the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from criteria.case_runs import run as faults_of
from criteria.condition import Case, Condition, CriterionId, StudyDefinition
from criteria.document import Fault
from criteria.interview import Status
from criteria.model import Expected
from criteria.proof.points import Kind, Point, points
from criteria.proof.runs import Run, run
from criteria.proof.someone import Finder, Fits, Someone, called
from criteria.proof.variants import variants
from criteria.screening import screening


@dataclass(frozen=True)
class Short:
    """A case that would show something, had its expectation all its lists."""

    case: str
    """As a line names it."""
    lists: tuple[str, ...]
    """Those to add: `to_confirm`, `decided_by`."""

    def __str__(self) -> str:
        added = " and ".join(f"`{one}: […]`" for one in self.lists)
        return f"the case {self.case} is this person: add {added} to what it expects"


@dataclass(frozen=True)
class Proof:
    """What the cases of a study show."""

    study: StudyDefinition
    points: tuple[Point, ...]
    missing: tuple[Point, ...]
    """Those of the points that no case shows."""
    people: tuple[Someone, ...]
    """Who would show them; nobody for what somebody shows whose expectation is still empty."""
    equivalent: int
    """How many small changes say the same in other words, or are refused for themselves."""
    unfilled: tuple[Case, ...]
    """The cases whose expectation is still empty."""
    short: Mapping[int, Short] = field(default_factory=dict)
    """By the `id` of a missing point, the case that would show it if it expected more; nobody is proposed for it."""

    @property
    def open(self) -> tuple[Fault, ...]:
        """Everything that is left to do, each with its place; what one person would show of a criterion is one."""
        who: dict[int, Someone | Short] = {id(point): one for one in self.people for point in one.points}
        who |= self.short
        together: dict[tuple[CriterionId, Someone | Short | None], list[Point]] = {}
        for point in self.missing:
            together.setdefault((point.criterion, who.get(id(point))), []).append(point)
        found = [_fault(self.study, one, these) for (_, one), these in together.items()]
        told = f"{self.study.id}: what this person should get is empty: ask a physician, and fill it in"
        return (*found, *(Fault(case.file, case.line, told) for case in self.unfilled))

    def shown(self, kind: Kind) -> tuple[int, int]:
        """Of the points of one kind, how many are shown by a case, and how many there are."""
        every, missing = ([one for one in found if one.kind == kind] for found in (self.points, self.missing))
        return len(every) - len(missing), len(every)


def _fault(study: StudyDefinition, someone: Someone | Short | None, these: list[Point]) -> Fault:
    told = "; ".join(dict.fromkeys(one.told for one in these))
    return Fault(
        study.file, these[0].line, f"criteria.{these[0].criterion}: {told}{f' ({someone})' if someone else ''}"
    )


def proofs(condition: Condition) -> tuple[Proof, ...]:
    """For each study, what its cases show."""
    return tuple(_proof(condition, study) for study in condition.studies.values())


def _proof(condition: Condition, study: StudyDefinition) -> Proof:
    asked = screening(condition, [study.id])
    filled: list[tuple[Case, Run, Expected]] = []
    unfilled: list[tuple[Case, Run]] = []
    for case in condition.cases:
        if study.id in case.text.expect and not faults_of(condition, case, [study.id]):
            wanted, found = case.text.expect[study.id], run(asked, case.answers)
            if wanted is None:
                unfilled.append((case, found))
            else:
                filled.append((case, found, wanted))
    known = {key: variants(condition, study, one) for key, one in study.criteria.items() if one.rule is not None}
    every = tuple(point for key, one in known.items() for point in points(study.criteria[key], one, asked))
    missing = tuple(one for one in every if not any(one.shows(found, wanted) for _, found, wanted in filled))
    awaited = {id(one) for one in missing for _, found in unfilled if one.shows(found, None)}
    short = {id(one): almost for one in missing if (almost := _short(one, filled))}
    finder = Finder(asked, [Fits(case, found) for case, found, _ in filled if _all_met(found)])
    people = finder.people([one for one in missing if id(one) not in {*awaited, *short}])
    equivalent = sum(one.equivalent for one in known.values() if one)
    return Proof(study, every, missing, people, equivalent, tuple(case for case, _ in unfilled), short)


def _short(point: Point, filled: Sequence[tuple[Case, Run, Expected]]) -> Short | None:
    """The case that would show a point if it expected one list more, or both."""
    for lists in (("to_confirm",), ("decided_by",), ("to_confirm", "decided_by")):
        for case, found, wanted in filled:
            if all(getattr(wanted, name) is None for name in lists):
                outcome = found.outcome()
                more = wanted.model_copy(update={name: getattr(outcome, name) for name in lists})
                if point.shows(found, more):
                    return Short(called(case), lists)
    return None


def _all_met(found: Run) -> bool:
    return all(found.status(key) is Status.MET for key, one in found.study.criteria.items() if one.rule is not None)
