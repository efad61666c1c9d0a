"""Puts every small change of the shipped rules through the whole check, and counts those that a case notices.

`python tests/simulate_slips.py`, about half a minute. The quick way of `criteria.proof` has to agree with it.
"""

from collections.abc import Iterator
from dataclasses import replace

from criteria.case_runs import run_cases
from criteria.catalogue import Catalogue, load
from criteria.condition import Condition, StudyDefinition
from criteria.proof.mutants import Mutant, mutants
from criteria.verify import verify


def changed(condition: Condition) -> Iterator[tuple[StudyDefinition, Mutant, Condition]]:
    """Every condition with one small change in one rule."""
    for study in condition.studies.values():
        for criterion in (one for one in study.criteria.values() if one.rule is not None):
            for mutant in mutants(criterion, condition.questions):
                criteria = {**study.criteria, criterion.id: mutant.criterion}
                studies = {**condition.studies, study.id: replace(study, criteria=criteria)}
                yield study, mutant, replace(condition, studies=studies)


def noticed(condition: Condition) -> bool:
    """Whether `check` would find a fault: a case that fails, or a rule that it refuses."""
    return bool(verify(Catalogue({condition.id: condition})) or run_cases(condition))


def main() -> None:
    """Count, and print each change that nothing notices."""
    for condition in load().conditions.values():
        found = list(changed(condition))
        passed = [(study.id, one) for study, one, other in found if not noticed(other)]
        for key, one in passed:
            print(f"{key} {one.criterion.id}: {one.told}")
        print(f"{condition.id}: {len(found) - len(passed)} of {len(found)} small changes are noticed")


if __name__ == "__main__":
    main()
