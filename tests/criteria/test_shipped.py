"""The shipped studies against their records, the budgets, and the decisions of the project on unclear items.

Over 300 lines, most of them one table: the decisions, as a physician would check them.
"""

import re

import pytest
from studies import LUPUS, SHIPPED

from bot.commands.check import checked
from criteria import model
from criteria.case_runs import run_cases
from criteria.condition import CriterionId, StudyDefinition, StudyId
from criteria.expect import shares
from criteria.expression import NEVER, UNSURE, AnswerId, QuestionId
from criteria.interview import Interview, Status, Verdict, decide
from criteria.order import mean_questions, record_order, start_in_order
from criteria.screening import Criterion, Study, screening
from criteria.verify import verify, walks

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
    "transplant": False, "uncontrolled_illness": False, "cancer": False, "pregnancy": False,
    "childbearing": "not_possible", "infections": "none_known",
}  # fmt: skip


def test_both_studies_are_shipped_and_nothing_is_wrong_with_them() -> None:
    assert list(LUPUS.studies) == BOTH
    assert SHIPPED.warnings == ()
    assert verify(SHIPPED) == ()
    assert run_cases(LUPUS) == ()
    assert checked(None).faults == ()


def test_somebody_fits_both_studies_with_nothing_to_confirm() -> None:
    for key in BOTH:
        decision = decide(alone(key), answers(key, **FITS_BOTH))
        assert decision.verdict is Verdict.LIKELY_ELIGIBLE
        assert decision.having(TO_CONFIRM) == ()


# Budgets


def test_nobody_is_asked_more_than_the_budget() -> None:
    longest = {walk.studies: walk.longest for walk in walks(LUPUS)}
    assert longest[(A,)] <= 15
    assert longest[(B,)] <= 13
    assert longest[A, B] <= 24


def test_every_state_is_walked_and_there_are_few_of_them() -> None:
    states = {walk.studies: walk.states for walk in walks(LUPUS)}
    assert set(states) == {(A,), (B,), (A, B)}
    assert states[A, B] <= 150


def test_the_order_asks_fewer_questions_on_average_than_the_order_of_the_records() -> None:
    for studies in ([A], [B], BOTH):
        asked = screening(LUPUS, studies)
        expected = shares(asked.questions.values())
        record = start_in_order(asked, record_order(asked))
        assert mean_questions(Interview(asked).start, expected) < mean_questions(record, expected)


BEST = (
    "lupus_kidney age last_biopsy b_cell_drug new_treatment upcr kidney_class cyclophosphamide_start sediment egfr "
    "kidney_treatment kidney_response pressure_medicine sledai other_biologics antibodies surgery transplant "
    "study_medicine uncontrolled_illness pregnancy childbearing cancer infections"
)
"""The best order that `check --best` finds for both studies, with the opening first and private questions last."""


def test_our_order_asks_hardly_more_questions_than_the_best_one_found() -> None:
    asked = screening(LUPUS)
    expected = shares(asked.questions.values())
    best = mean_questions(start_in_order(asked, [QuestionId(key) for key in BEST.split()]), expected)
    assert mean_questions(Interview(asked).start, expected) <= 1.05 * best


def test_the_interview_opens_with_the_illness_and_ends_with_the_private_questions() -> None:
    order = list(LUPUS.questions)
    sensitive = [key for key, question in LUPUS.questions.items() if question.text.sensitive]
    assert order[:2] == ["lupus_kidney", "age"]
    assert sensitive == order[-len(sensitive) :]
    assert {"cancer", "pregnancy", "childbearing", "infections", "uncontrolled_illness"} <= set(sensitive)


# The records


def items(study: StudyDefinition) -> set[str]:
    record = study.text.record
    return {f"inclusion {one}" for one in record.inclusion} | {f"exclusion {one}" for one in record.exclusion}


def test_the_records_have_all_their_items() -> None:
    assert items(LUPUS.studies[A]) == {f"inclusion {at}" for at in range(1, 8)} | {
        f"exclusion {at}" for at in range(1, 16)
    }
    numbers = {key: sorted({int(re.sub(r"\D", "", one)) for one in found}) for key, found in (
        ("inclusion", LUPUS.studies[B].text.record.inclusion), ("exclusion", LUPUS.studies[B].text.record.exclusion)
    )}  # fmt: skip
    assert numbers == {"inclusion": [1, 2, 3], "exclusion": [1, 2, 3, 4, 5]}


@pytest.mark.parametrize("key", BOTH)
def test_every_item_of_the_record_is_cited_and_none_is_invented(key: StudyId) -> None:
    study = LUPUS.studies[key]
    cited = {item for one in study.criteria.values() for item in one.text.from_}
    assert cited - {"header"} == items(study)
    assert ("header" in cited) is (key == B)


@pytest.mark.parametrize("key", BOTH)
def test_the_result_can_name_the_record_its_date_and_its_registry_page(key: StudyId) -> None:
    record = LUPUS.studies[key].text.record
    assert record.url == f"https://clinicaltrials.gov/study/{key}"
    assert isinstance(record.as_of, model.Text) is (key == A)
    assert record.status.in_("en")
    assert (record.amended is not None) is (key == A)


@pytest.mark.parametrize("key", BOTH)
def test_every_study_has_at_least_eight_cases_of_every_kind(key: StudyId) -> None:
    mine = [wanted for case in LUPUS.cases if (wanted := case.text.expect.get(key))]
    assert len(mine) >= 8
    for verdict in ("likely_eligible", "ineligible", "undecided"):
        assert [one for one in mine if one.verdict == verdict]
    assert [one for one in mine if one.to_confirm]


@pytest.mark.parametrize("key", BOTH)
def test_every_criterion_that_can_fail_fails_in_a_case(key: StudyId) -> None:
    mine = [wanted for case in LUPUS.cases if (wanted := case.text.expect.get(key))]
    decided = {one for wanted in mine for one in wanted.decided_by or ()}
    assert decided == {one.id for one in LUPUS.studies[key].criteria.values() if one.rule is not None}


# Thresholds


@pytest.mark.parametrize(
    ("said", "of_a", "of_b"),
    [
        (0, NOT_MET, NOT_MET), (17, NOT_MET, NOT_MET), (18, MET, MET), (75, MET, MET), (76, MET, NOT_MET),
        (120, MET, NOT_MET), (UNSURE, TO_CONFIRM, TO_CONFIRM),
    ],
)  # fmt: skip
def test_age_is_at_least_18_in_both_studies_and_at_most_75_in_santiago(
    said: object, of_a: Status, of_b: Status
) -> None:
    everything = {**FITS_BOTH, "age": said}
    assert status(A, "adult", **everything) is of_a
    assert status(B, "age_18_to_75", **everything) is of_b


@pytest.mark.parametrize(
    ("said", "of_a", "of_b"),
    [
        (0, MET, MET), (5.99, MET, MET), (6, NOT_MET, MET), (6.01, NOT_MET, MET), (12, NOT_MET, MET),
        (12.01, NOT_MET, NOT_MET), (600, NOT_MET, NOT_MET), (NEVER, NOT_MET, NOT_MET),
        (UNSURE, TO_CONFIRM, TO_CONFIRM),
    ],
)  # fmt: skip
def test_a_biopsy_is_less_than_6_months_old_in_valladolid_and_at_most_12_in_santiago(
    said: object, of_a: Status, of_b: Status
) -> None:
    everything = {**FITS_BOTH, "last_biopsy": said}
    assert status(A, "recent_biopsy", **everything) is of_a
    assert status(B, "recent_biopsy", **everything) is of_b


@pytest.mark.parametrize(
    ("study", "key", "question", "said", "expected"),
    [
        (B, "urine_protein", "upcr", 0.99, NOT_MET), (B, "urine_protein", "upcr", 1, MET),
        (B, "urine_protein", "upcr", 100, MET), (B, "urine_protein", "upcr", UNSURE, TO_CONFIRM),
        (B, "kidney_filter", "egfr", 39.9, NOT_MET), (B, "kidney_filter", "egfr", 40, MET),
        (B, "kidney_filter", "egfr", UNSURE, TO_CONFIRM),
        (A, "activity_score", "sledai", 5, NOT_MET), (A, "activity_score", "sledai", 6, MET),
        (A, "activity_score", "sledai", 9, MET), (A, "activity_score", "sledai", UNSURE, TO_CONFIRM),
    ],
)  # fmt: skip
def test_laboratory_thresholds_hold_at_their_edges(
    study: StudyId, key: str, question: str, said: object, expected: Status
) -> None:
    assert status(study, key, **{**FITS_BOTH, question: said}) is expected


@pytest.mark.parametrize(
    ("unit", "times"), [("mg/g", 1000), ("mg/mmol", 113)],
)  # fmt: skip
def test_the_urine_ratio_names_its_usual_units_beside_g_per_g(unit: str, times: float) -> None:
    limits = LUPUS.questions[QuestionId("upcr")].text.number
    assert limits is not None
    assert isinstance(limits.unit, model.Text)
    assert limits.unit.in_("en") == "g/g"
    assert {one.unit.in_("en"): one.times for one in limits.also}[unit] == times


# What medicine.md says: decide these the same way everywhere

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
    "sediment and ratio are both needed in Santiago": [
        (B, "active_urine", "sediment", "found", MET),
        (B, "active_urine", "sediment", "not_found", NOT_MET),
        (B, "urine_protein", "upcr", 0.5, NOT_MET),
    ],
    "major surgery in the past excludes in Valladolid, a pending one in Santiago": [
        (A, "no_recent_surgery", "surgery", YES, NOT_MET),
        (B, "nothing_uncontrolled", "surgery", YES, MET),
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


@pytest.mark.parametrize(
    ("study", "question"),
    [
        (A, "kidney_class"), (A, "upcr"), (A, "egfr"), (A, "sediment"), (A, "new_treatment"), (A, "antibodies"),
        (A, "cyclophosphamide_start"), (A, "pregnancy"), (A, "uncontrolled_illness"),
        (B, "kidney_treatment"), (B, "kidney_response"), (B, "other_biologics"), (B, "pressure_medicine"),
        (B, "study_medicine"), (B, "sledai"), (B, "surgery"), (B, "transplant"), (B, "cancer"), (B, "childbearing"),
        (B, "infections"),
    ],
)  # fmt: skip
def test_a_study_never_asks_what_its_record_does_not_need(study: StudyId, question: str) -> None:
    assert QuestionId(question) not in {one for rule in alone(study).criteria.values() for one in rule.questions}


@pytest.mark.parametrize(
    ("study", "item"),
    [
        *((A, f"inclusion {at}") for at in (1, 2, 3, 4, 6, 7)),
        *((A, f"exclusion {at}") for at in (1, 7, 8, 10, 15)),
        *((B, f"inclusion {at}") for at in ("1", "2", "3a", "3c")),
        *((B, f"exclusion {at}") for at in ("5a", "5c", "5d", "5e")),
    ],
)
def test_what_nobody_can_tell_of_themselves_is_left_to_the_team(study: StudyId, item: str) -> None:
    assert [one for one in LUPUS.studies[study].criteria.values() if one.text.team and item in one.text.from_]


@pytest.mark.parametrize(
    "item", [*(f"inclusion {at}" for at in range(2, 8)), *(f"exclusion {at}" for at in range(1, 6))]
)
def test_what_the_registry_has_amended_since_says_so_beside_the_reason(item: str) -> None:
    mine = [one for one in LUPUS.studies[A].criteria.values() if item in one.text.from_]
    amended = [one for one in mine if one.text.changed is not None]
    if item == "inclusion 3":  # the date of the biopsy, not the class or the illness
        assert [one.id for one in amended] == ["recent_biopsy"]
    else:
        assert amended == mine


def test_nothing_of_the_record_of_santiago_is_said_to_be_amended() -> None:
    assert not [one.id for one in LUPUS.studies[B].criteria.values() if one.text.changed]


def test_where_the_record_of_santiago_is_unclear_the_reason_says_to_ask_the_team() -> None:
    for key in ("active_urine", "urine_protein"):
        note = criterion(B, key).text.note
        assert note is not None
        assert "unclear" in note.in_("en")
        assert "no es claro" in note.in_("es")


@pytest.mark.parametrize("key", BOTH)
def test_every_window_of_time_is_marked_and_says_what_time_may_change(key: StudyId) -> None:
    windows = {"last_biopsy", "kidney_treatment", "new_treatment", "cyclophosphamide_start", "b_cell_drug",
               "other_biologics", "pressure_medicine", "study_medicine", "surgery"}  # fmt: skip
    for one in alone(key).criteria.values():
        assert one.text.window is bool(windows & set(one.questions)), one.id
        if one.text.window:
            assert one.text.later is not None, one.id
