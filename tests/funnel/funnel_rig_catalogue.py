"""A catalogue of five studies, made from a shipped one."""

from dataclasses import replace

from studies import LUPUS, VALLADOLID

from criteria.catalogue import Catalogue
from criteria.condition import StudyId


def five_studies() -> Catalogue:
    first = LUPUS.studies[VALLADOLID]
    studies = {StudyId(f"NCT{number}"): replace(first, id=StudyId(f"NCT{number}")) for number in range(5)}
    return Catalogue({LUPUS.id: replace(LUPUS, studies=studies)})
