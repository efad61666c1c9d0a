"""Cases are decided as the chat would decide them, and compared with what they expect."""

from collections.abc import Collection
from dataclasses import dataclass

from criteria.condition import Case, Condition, StudyId
from criteria.document import Fault
from criteria.expression import did_you_mean
from criteria.interview import Decision, Status, decide
from criteria.model import Expected
from criteria.question import AnswerError
from criteria.screening import Criterion, screening


def run_cases(condition: Condition) -> tuple[Fault, ...]:
    """What the cases expect and the studies do not decide; and studies that have too few cases."""
    faults = [fault for case in condition.cases for fault in run(condition, case)]
    for study in condition.studies.values():
        expected = [
            "to_confirm" if wanted.verdict == "likely_eligible" and wanted.to_confirm else wanted.verdict
            for case in condition.cases
            for key, wanted in case.text.expect.items()
            if key == study.id and wanted is not None
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


def run(condition: Condition, case: Case, studies: Collection[StudyId] | None = None) -> list[Fault]:
    """What one case expects of a condition's studies (or of some) and they do not decide."""
    expected = {StudyId(key): wanted for key, wanted in case.text.expect.items()}
    asked = condition.studies if studies is None else studies
    return [fault for key, wanted in expected.items() if key in asked for fault in _run(condition, case, key, wanted)]


def _run(condition: Condition, case: Case, key: StudyId, wanted: Expected | None) -> list[Fault]:
    try:
        decision = decided(condition, key, case)
    except AnswerError as error:
        return [Fault(case.file, case.line, f"{key}: {error} ({case.text.case})")]
    if wanted is None:
        return []
    faults = []
    for name in (*(wanted.to_confirm or ()), *(wanted.decided_by or ())):
        if name not in decision.criteria:
            told = f"`{name}` is no criterion of {key}{did_you_mean(name, decision.criteria)}"
            faults.append(Fault(case.file, case.line, told))
    for name, (is_, should) in outcome(decision).unlike(wanted).items():
        told = f"{name} is [{', '.join(is_)}], but the case expects [{', '.join(should)}]"
        faults.append(Fault(case.file, case.line, f"{key}: {told} ({case.text.case})"))
    return faults


@dataclass(frozen=True)
class Outcome:
    """What a case can expect of a decision."""

    verdict: str
    to_confirm: tuple[str, ...]
    decided_by: tuple[str, ...]

    def unlike(self, wanted: Expected) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """By name, what is not as expected: what it is and what it should be."""
        pairs = {
            "verdict": ((self.verdict,), (wanted.verdict,)),
            "to_confirm": (self.to_confirm, wanted.to_confirm),
            "decided_by": (self.decided_by, wanted.decided_by),
        }
        return {
            name: (is_, should) for name, (is_, should) in pairs.items() if should is not None and {*is_} != {*should}
        }


def outcome(decision: Decision) -> Outcome:
    """A decision as cases tell it."""
    verdict = decision.verdict.value if decision.verdict else "undecided"
    return Outcome(verdict, _ids(decision.having(Status.TO_CONFIRM)), _ids(decision.having(Status.NOT_MET)))


def decided(condition: Condition, key: StudyId, case: Case) -> Decision:
    """What a study decides about a case; raises AnswerError where its rules cut what the case says in two."""
    alone = screening(condition, [key])
    given = {
        name: alone.questions[name].answer(meant) for name, meant in case.answers.items() if name in alone.questions
    }
    return decide(alone.studies[key], given)


def _ids(criteria: tuple[Criterion, ...]) -> tuple[str, ...]:
    return tuple(criterion.id for criterion in criteria)
