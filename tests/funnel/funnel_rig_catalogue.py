"""A catalogue of five studies, made from the shipped ones."""

from dataclasses import replace

from criteria.catalogue import Catalogue
from criteria.condition import StudyId


def five_studies(shipped: Catalogue) -> Catalogue:
    (condition,) = shipped.conditions.values()
    first = next(iter(condition.studies.values()))
    studies = {StudyId(f"NCT{number}"): replace(first, id=StudyId(f"NCT{number}")) for number in range(5)}
    return Catalogue({condition.id: replace(condition, studies=studies)})
