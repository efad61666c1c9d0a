"""Puts every small change of the shipped rules through the whole check, and counts those that a case notices.

`python tests/simulate_slips.py`, about half a minute. The quick way of `criteria.proof` has to agree with it. Then exchanges the
items of every two criteria, and the languages of every text, and counts what `criteria.misprints` notices.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from criteria.case_runs import run_cases
from criteria.catalogue import SHIPPED, Catalogue, load
from criteria.condition import Condition, StudyDefinition
from criteria.document import Document
from criteria.misprints.cited import check_cited
from criteria.misprints.groups import groups
from criteria.misprints.translation import meant_language
from criteria.proof.mutants import Mutant, mutants
from criteria.study_file import StudyFile
from criteria.verify import verify
from criteria.yaml_file import values


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


def exchanged_items(study: StudyDefinition) -> Iterator[bool]:
    """Of every two criteria with other items: whether it is noticed that each cites the other's."""
    criteria = dict(enumerate(study.text.criteria))
    for (one, first), (other, second) in combinations(criteria.items(), 2):
        if not set(first.from_) & set(second.from_):
            swapped = {
                one: first.model_copy(update={"from_": second.from_}),
                other: second.model_copy(update={"from_": first.from_}),
            }
            file = StudyFile(Document(study.file, {}, {}), study.text, criteria | swapped, whole=True)
            check_cited(file)
            yield bool(file.document.faults)


def exchanged_languages() -> Iterator[bool]:
    """Of every shipped text of five words or more: whether it is noticed that it stands in the other language."""
    for path in SHIPPED.rglob("*.yaml"):
        for _, texts in groups(values(path)[0]):
            for language, text in texts.items():
                if isinstance(text, str) and len(text.split()) >= 5:
                    yield meant_language(text, "es" if language == "en" else "en") == language


def main() -> None:
    """Count, and print each change that nothing notices."""
    for condition in load().conditions.values():
        found = list(changed(condition))
        passed = [(study.id, one) for study, one, other in found if not noticed(other)]
        for key, one in passed:
            print(f"{key} {one.criterion.id}: {one.told}")
        print(f"{condition.id}: {len(found) - len(passed)} of {len(found)} small changes are noticed")
        for study in condition.studies.values():
            items = list(exchanged_items(study))
            print(f"{study.id}: {sum(items)} of {len(items)} exchanges of two criteria's items are noticed")
    texts = list(exchanged_languages())
    print(f"{sum(texts)} of {len(texts)} texts are noticed in the other language")


if __name__ == "__main__":
    main()
