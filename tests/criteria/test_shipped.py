"""The shipped studies against their records, the thresholds and the budgets."""

import re

import pytest
from shipped_studies import BOTH, FITS_BOTH, MET, NOT_MET, TO_CONFIRM, A, B, alone, answers, criterion, status
from studies import LUPUS, SHIPPED

from bot.commands.check import checked
from criteria import model
from criteria.case_runs import run_cases
from criteria.condition import StudyDefinition, StudyId
from criteria.expect import shares
from criteria.expression import NEVER, UNSURE, QuestionId
from criteria.interview import Interview, Status, Verdict, decide
from criteria.order import mean_questions, record_order, start_in_order
from criteria.screening import screening
from criteria.verify import verify, walks


def test_both_studies_are_shipped_and_nothing_is_wrong_with_them() -> None:
    assert list(LUPUS.studies) == BOTH
    assert SHIPPED.warnings == ()
    assert verify(SHIPPED) == ()
    assert run_cases(LUPUS) == ()
    assert checked(None).faults == ()
    assert checked(None).open == (), "what `check --strict` would tell"


def test_somebody_fits_both_studies_with_nothing_to_confirm() -> None:
    for key in BOTH:
        decision = decide(alone(key), answers(key, **FITS_BOTH))
        assert decision.verdict is Verdict.LIKELY_ELIGIBLE
        assert decision.having(TO_CONFIRM) == ()


# Budgets


def test_nobody_is_asked_more_than_the_budget() -> None:
    longest = {walk.studies: walk.longest for walk in walks(LUPUS)}
    assert longest[(A,)] <= 15
    assert longest[(B,)] <= 14
    assert longest[A, B] <= 25


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
    "lupus_kidney age last_biopsy b_cell_drug new_treatment kidney_class cyclophosphamide_start egfr pending_operation "
    "antibodies sediment upcr kidney_treatment kidney_response pressure_medicine sledai other_biologics surgery transplant "
    "study_medicine pregnancy uncontrolled_illness childbearing cancer infections"
)
"""The best order that `check --best` finds for both studies, with the opening first and private questions last."""


def test_our_order_asks_hardly_more_questions_than_the_best_one_found() -> None:
    for studies in ([A], [B], BOTH):
        asked = screening(LUPUS, studies)
        expected = shares(asked.questions.values())
        order = [QuestionId(key) for key in BEST.split() if key in asked.questions]
        best = mean_questions(start_in_order(asked, order), expected)
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
    assert {status(B, key, **everything) for key in ("adult", "up_to_75")} - {MET} == {of_b} - {MET}


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
        (B, "active_kidney", "upcr", 0.99, TO_CONFIRM), (B, "active_kidney", "upcr", 1, MET),
        (B, "active_kidney", "upcr", 100, MET), (B, "active_kidney", "upcr", UNSURE, TO_CONFIRM),
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


@pytest.mark.parametrize(
    ("upcr", "sediment", "expected"),
    [
        (2, "found", MET), (2, "not_found", MET), (2, UNSURE, MET),
        (0.5, "found", TO_CONFIRM), (0.5, "not_found", NOT_MET), (0.5, UNSURE, TO_CONFIRM),
        (UNSURE, "found", TO_CONFIRM), (UNSURE, "not_found", TO_CONFIRM), (UNSURE, UNSURE, TO_CONFIRM),
    ],
)  # fmt: skip
def test_santiago_sends_nobody_away_for_the_urine_unless_ratio_and_sediment_are_both_too_low(
    upcr: object, sediment: object, expected: Status
) -> None:
    assert status(B, "active_kidney", **{**FITS_BOTH, "upcr": upcr, "sediment": sediment}) is expected


@pytest.mark.parametrize(
    ("study", "question"),
    [
        (A, "kidney_class"), (A, "upcr"), (A, "egfr"), (A, "sediment"), (A, "new_treatment"), (A, "antibodies"),
        (A, "cyclophosphamide_start"), (A, "pregnancy"), (A, "uncontrolled_illness"), (A, "pending_operation"),
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
        *((B, f"inclusion {at}") for at in ("1", "2", "3a", "3c", "3d")),
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
    note = criterion(B, "active_kidney").text.note
    assert note is not None
    assert "unclear" in note.in_("en")
    assert "no es clara" in note.in_("es")


@pytest.mark.parametrize("key", BOTH)
def test_every_window_of_time_is_marked_and_says_what_time_may_change(key: StudyId) -> None:
    windows = {"last_biopsy", "kidney_treatment", "new_treatment", "cyclophosphamide_start", "b_cell_drug",
               "other_biologics", "pressure_medicine", "study_medicine", "surgery"}  # fmt: skip
    for one in alone(key).criteria.values():
        assert one.text.window is bool(windows & set(one.questions)), one.id
        if one.text.window:
            assert one.text.later is not None, one.id
