"""The decisions of the project on unclear items, as a physician would check them."""

import pytest
from shipped_studies import FITS_BOTH, MET, NOT_MET, TO_CONFIRM, A, B, status

from criteria.condition import StudyId
from criteria.expression import UNSURE
from criteria.interview import Status

YES, NO = True, False
DECISIONS: dict[str, list[tuple[StudyId, str, str, object, Status]]] = {
    "the classes of Santiago are III and IV; Valladolid names none": [
        (B, "class_iii_or_iv", "kidney_class", "iii_or_iv", MET),
        (B, "class_iii_or_iv", "kidney_class", "v_only", NOT_MET),
        (B, "class_iii_or_iv", "kidney_class", "i_ii_or_vi", NOT_MET),
        (A, "biopsy_class", "kidney_class", "v_only", Status.TEAM),
    ],
    "Valladolid counts any use of a B-cell drug, Santiago only an addition": [
        (A, "no_b_cell_drug", "b_cell_drug", "none_in_year", MET),
        (A, "no_b_cell_drug", "b_cell_drug", "new_or_restarted", NOT_MET),
        (A, "no_b_cell_drug", "b_cell_drug", "continuing", NOT_MET),
        (B, "no_new_b_cell_drug", "b_cell_drug", "none_in_year", MET),
        (B, "no_new_b_cell_drug", "b_cell_drug", "new_or_restarted", NOT_MET),
        (B, "no_new_b_cell_drug", "b_cell_drug", "continuing", TO_CONFIRM),
    ],
    "cyclophosphamide that was started excludes in Santiago only": [
        (B, "no_new_cyclophosphamide", "cyclophosphamide_start", YES, NOT_MET),
        (B, "no_new_cyclophosphamide", "cyclophosphamide_start", NO, MET),
        (A, "induction_details", "cyclophosphamide_start", YES, Status.TEAM),
    ],
    "a pulse, an immunoglobulin or a new medicine in the window excludes in Santiago": [
        (B, "no_new_treatment", "new_treatment", "started", NOT_MET),
        (B, "no_new_treatment", "new_treatment", "carried_on", TO_CONFIRM),
        (B, "no_new_treatment", "new_treatment", "only_changed", TO_CONFIRM),
        (B, "no_new_treatment", "new_treatment", "none", MET),
        (B, "no_new_treatment", "new_treatment", UNSURE, TO_CONFIRM),
    ],
    "abatacept, an anti-TNF or immunoglobulins in the year exclude in Valladolid": [
        (A, "no_other_biologic", "other_biologics", YES, NOT_MET),
        (A, "no_other_biologic", "other_biologics", NO, MET),
    ],
    "a changed dose fails, a start or stop is to confirm": [
        (A, "steady_pressure_medicine", "pressure_medicine", "no_change", MET),
        (A, "steady_pressure_medicine", "pressure_medicine", "dose_changed", NOT_MET),
        (A, "steady_pressure_medicine", "pressure_medicine", "started_or_stopped", TO_CONFIRM),
    ],
    "three months of induction, and no complete response; what came back is to confirm": [
        (A, "three_months_treated", "kidney_treatment", "three_months", MET),
        (A, "three_months_treated", "kidney_treatment", "under_three_months", NOT_MET),
        (A, "three_months_treated", "kidney_treatment", "none_so_far", NOT_MET),
        (A, "response_not_complete", "kidney_response", "no_better", MET),
        (A, "response_not_complete", "kidney_response", "partly", MET),
        (A, "response_not_complete", "kidney_response", "full_recovery", NOT_MET),
        (A, "response_not_complete", "kidney_response", "came_back", TO_CONFIRM),
    ],
    "any past cancer excludes in Valladolid, only what is uncontrolled in Santiago": [
        (A, "past_illness", "cancer", YES, NOT_MET),
        (A, "past_illness", "cancer", UNSURE, TO_CONFIRM),
        (B, "nothing_uncontrolled", "cancer", YES, MET),
        (B, "nothing_uncontrolled", "uncontrolled_illness", YES, NOT_MET),
        (A, "past_illness", "uncontrolled_illness", YES, MET),
    ],
    "the infections of Valladolid; past or treated ones are to confirm; Santiago does not list them": [
        (A, "infection_list", "infections", "none_known", MET),
        (A, "infection_list", "infections", "listed", NOT_MET),
        (A, "infection_list", "infections", "past_or_treated", TO_CONFIRM),
        (A, "infection_list", "infections", UNSURE, TO_CONFIRM),
        (B, "nothing_uncontrolled", "infections", "listed", MET),
    ],
    "Valladolid lists contraception and breastfeeding but not pregnancy": [
        (A, "contraception", "childbearing", "not_possible", MET),
        (A, "contraception", "childbearing", "effective_method", MET),
        (A, "contraception", "childbearing", "no_method", NOT_MET),
        (A, "contraception", "childbearing", "pregnant", TO_CONFIRM),
        (A, "not_breastfeeding", "childbearing", "pregnant", MET),
        (A, "not_breastfeeding", "childbearing", "breastfeeding", NOT_MET),
        (A, "contraception", "pregnancy", YES, MET),
    ],
    "Santiago lists pregnancy now or planned, and no contraception": [
        (B, "no_pregnancy", "pregnancy", YES, NOT_MET),
        (B, "no_pregnancy", "pregnancy", NO, MET),
        (B, "no_pregnancy", "childbearing", "no_method", MET),
        (B, "no_pregnancy", "childbearing", "breastfeeding", MET),
    ],
    "major surgery in the past excludes in Valladolid, a pending one in Santiago": [
        (A, "no_recent_surgery", "surgery", YES, NOT_MET),
        (B, "no_pending_operation", "surgery", YES, MET),
        (B, "no_pending_operation", "pending_operation", "needed", NOT_MET),
        (B, "no_pending_operation", "pending_operation", "small", TO_CONFIRM),
        (A, "no_recent_surgery", "pending_operation", "needed", MET),
    ],
    "a transplant and a study medicine exclude in Valladolid only": [
        (A, "no_transplant", "transplant", YES, NOT_MET),
        (A, "no_study_medicine", "study_medicine", YES, NOT_MET),
    ],
    "antibodies: only both tested and negative is a no": [
        (B, "lupus_antibodies", "antibodies", "positive", MET),
        (B, "lupus_antibodies", "antibodies", "negative", NOT_MET),
        (B, "lupus_antibodies", "antibodies", UNSURE, TO_CONFIRM),
    ],
    "lupus outside the kidneys is lupus, and no lupus is neither": [
        (A, "lupus", "lupus_kidney", "lupus_only", MET),
        (A, "kidney_lupus", "lupus_kidney", "lupus_only", NOT_MET),
        (B, "lupus", "lupus_kidney", "no_lupus", NOT_MET),
        (B, "kidney_lupus", "lupus_kidney", "no_lupus", NOT_MET),
    ],
}
ROWS = [pytest.param(*row, id=f"{told}-{at}") for told, rows in DECISIONS.items() for at, row in enumerate(rows)]


@pytest.mark.parametrize(("study", "key", "question", "said", "expected"), ROWS)
def test_unclear_items_are_decided_as_the_project_decided(
    study: StudyId, key: str, question: str, said: object, expected: Status
) -> None:
    assert status(study, key, **{**FITS_BOTH, question: said}) is expected
