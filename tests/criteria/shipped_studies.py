"""The shipped studies, each alone, and somebody who fits both."""

from studies import LUPUS

from criteria.condition import CriterionId, StudyId
from criteria.expression import AnswerId, QuestionId
from criteria.interview import Status, decide
from criteria.screening import Criterion, Study, screening

A, B = StudyId("NCT03673748"), StudyId("NCT03917797")
BOTH = [A, B]


def alone(study: StudyId) -> Study:
    return screening(LUPUS, [study]).studies[study]


def criterion(study: StudyId, key: str) -> Criterion:
    return alone(study).criteria[CriterionId(key)]


def answers(study: StudyId, **said: object) -> dict[QuestionId, AnswerId]:
    asked = screening(LUPUS, [study]).questions
    return {key: one.answer(one.read(said[key])) for key, one in asked.items() if key in said}


def status(study: StudyId, key: str, **said: object) -> Status:
    return decide(alone(study), answers(study, **said)).criteria[CriterionId(key)]


MET, NOT_MET, TO_CONFIRM, OPEN = Status.MET, Status.NOT_MET, Status.TO_CONFIRM, Status.OPEN

FITS_BOTH: dict[str, object] = {
    "lupus_kidney": "kidneys", "age": 40, "last_biopsy": 3, "kidney_class": "iii_or_iv", "upcr": 2, "sediment": "found",
    "egfr": 80, "kidney_treatment": "three_months", "kidney_response": "partly", "new_treatment": "none",
    "cyclophosphamide_start": False, "b_cell_drug": "none_in_year", "other_biologics": False,
    "pressure_medicine": "no_change", "study_medicine": False, "sledai": 10, "antibodies": "positive", "surgery": False,
    "transplant": False, "pending_operation": "none_pending", "uncontrolled_illness": False, "cancer": False, "pregnancy": False,
    "childbearing": "not_possible", "infections": "none_known",
}  # fmt: skip
