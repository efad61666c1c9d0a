"""Interviews by example: what a reader of the rules would expect."""

import pytest
from random_conditions import Asked, Between, Compare, Joined, Negated, Plan, Raw, Ruled, build
from random_conditions import answers as answered_by

from criteria.condition import Condition, CriterionId
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.interview import Decision, Grade, Interview, Status, Verdict, resting_on
from criteria.screening import screening


def whole_interview(condition: Condition) -> Interview:
    return Interview(screening(condition))


def one_study(*criteria: Ruled, **questions: Asked) -> Condition:
    return build(Plan(questions, (criteria,)))


def decided(condition: Condition, **said: Raw) -> Decision:
    return whole_interview(condition).decide(answered_by(condition, said))[0]


YES_NO = Asked("yes_no")
C0 = CriterionId("c0")


def holds(name: str) -> Compare:
    return Compare(name, "holds")


def test_a_question_that_could_only_turn_to_confirm_into_met_is_not_asked() -> None:
    condition = one_study(
        Ruled(False, Joined("or", 0, (holds("first"), holds("second"))), None, None), first=YES_NO, second=YES_NO
    )
    interview = whole_interview(condition)
    assert interview.next({QuestionId("first"): UNSURE}) is None
    assert interview.next({QuestionId("first"): AnswerId("no")}) == "second"
    assert decided(condition, first=None).having(Status.TO_CONFIRM)


def test_what_confirm_names_is_to_confirm_while_it_is_true_or_unknown_and_never_a_reason_to_ask() -> None:
    condition = one_study(
        Ruled(True, Compare("drug", "==", ("a",)), None, Compare("drug", "==", ("b",))),
        drug=Asked("options", ("a", "b", "c")),
    )
    found = {said: next(iter(decided(condition, drug=said).criteria.values())) for said in ("a", "b", "c", None)}
    assert found == {"a": Status.NOT_MET, "b": Status.TO_CONFIRM, "c": Status.MET, None: Status.TO_CONFIRM}


def test_a_rule_for_a_subgroup_is_met_by_everybody_else_with_nothing_to_confirm() -> None:
    condition = one_study(
        Ruled(False, holds("method"), holds("fertile"), Negated(holds("method"))), fertile=YES_NO, method=YES_NO
    )
    assert decided(condition, fertile=False, method=None).criteria[C0] is Status.MET
    assert decided(condition, fertile=True, method=False).verdict is Verdict.INELIGIBLE
    assert whole_interview(condition).next({QuestionId("fertile"): AnswerId("no")}) is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"value": 2.0, "rhythm": True}, ["value"]),
        ({"value": 2.0, "rhythm": False}, ["value"]),
        ({"value": 4.0, "rhythm": True}, ["rhythm", "value"]),
        ({"value": 4.0, "rhythm": True, "other": True}, ["rhythm", "value", "other"]),
        ({"value": 4.0, "rhythm": None, "other": True}, ["other"]),
        ({"value": 4.0, "rhythm": False}, []),
    ],
)
def test_a_failed_criterion_rests_on_the_answers_that_it_would_not_fail_without(
    said: dict[str, Raw], told: list[str]
) -> None:
    low, lower = Compare("value", "<", (5.0,)), Compare("value", "<", (3.0,))
    condition = one_study(
        Ruled(True, Joined("or", 0, (lower, Joined("and", 0, (holds("rhythm"), low)), holds("other"))), None, None),
        rhythm=YES_NO,
        value=Asked("number"),
        other=YES_NO,
    )
    (study,) = screening(condition).studies.values()
    criterion = study.criteria[C0]
    assert list(resting_on(criterion, answered_by(condition, said))) == told


def test_a_threshold_that_depends_on_sex_asks_for_both_facts_and_uses_the_right_one() -> None:
    rule = Joined(
        "or",
        0,
        (
            Joined("and", 0, (Compare("sex", "==", ("a",)), Compare("level", ">=", (12.0,)))),
            Joined("and", 0, (Compare("sex", "==", ("b",)), Compare("level", ">=", (6.0,)))),
        ),
    )
    condition = one_study(Ruled(False, rule, None, None), sex=Asked("options", ("a", "b")), level=Asked("number"))
    table = {("a", 12.0): True, ("a", 11.9): False, ("b", 6.0): True, ("b", 5.9): False}
    assert {
        key: decided(condition, sex=key[0], level=key[1]).verdict is Verdict.LIKELY_ELIGIBLE for key in table
    } == table


def test_unless_lets_the_exception_through() -> None:
    rule = Joined("and", 0, (holds("cancer"), Negated(holds("cured"))))
    condition = one_study(Ruled(True, rule, None, None), cancer=YES_NO, cured=YES_NO)
    assert decided(condition, cancer=True, cured=True).verdict is Verdict.LIKELY_ELIGIBLE
    assert decided(condition, cancer=True, cured=False).verdict is Verdict.INELIGIBLE
    assert decided(condition, cancer=True, cured=None).criteria[C0] is Status.TO_CONFIRM


def test_several_windows_on_one_fact_are_decided_by_one_answer() -> None:
    condition = build(
        Plan(
            {"biopsy": Asked("number", never=True)},
            (
                (Ruled(False, Compare("biopsy", "<", (6.0,)), None, None),),
                (Ruled(False, Compare("biopsy", "<=", (12.0,)), None, None),),
                (Ruled(False, Between("biopsy", 3.0, True, 12.0, False), None, None),),
            ),
        )
    )
    table = {2.0: (True, True, False), 3.0: (True, True, True), 6.0: (False, True, True), 12.0: (False, True, False)}
    table |= {12.1: (False, False, False)}
    interview = whole_interview(condition)
    for months, expected in table.items():
        decisions = interview.decide(answered_by(condition, {"biopsy": months}))
        assert tuple(one.verdict is Verdict.LIKELY_ELIGIBLE for one in decisions) == expected


def test_a_name_that_occurs_twice_is_decided_together() -> None:
    rule = Joined("or", 0, (holds("one"), Negated(holds("one"))))
    condition = one_study(Ruled(False, rule, None, None), one=YES_NO)
    assert whole_interview(condition).next({}) is None


@pytest.mark.parametrize(
    ("known", "grade"),
    [(4, Grade.FITS), (3, Grade.SO_FAR), (2, Grade.SO_FAR), (1, Grade.CANNOT_TELL), (0, Grade.CANNOT_TELL)],
)
def test_the_grade_tells_how_many_of_the_asked_criteria_are_met(known: int, grade: Grade) -> None:
    names = ["one", "two", "three", "four"]
    condition = one_study(*(Ruled(False, holds(name), None, None) for name in names), **dict.fromkeys(names, YES_NO))
    assert decided(condition, **{name: True if at < known else None for at, name in enumerate(names)}).grade is grade


def test_criteria_after_the_one_that_decided_stay_open() -> None:
    condition = one_study(*(Ruled(False, holds(name), None, None) for name in ("one", "two")), one=YES_NO, two=YES_NO)
    decision = whole_interview(condition).decide({QuestionId("one"): AnswerId("no")})[0]
    assert list(decision.criteria.values())[:2] == [Status.NOT_MET, Status.OPEN]


def test_a_study_that_is_settled_is_no_reason_to_ask() -> None:
    condition = one_study(*(Ruled(False, holds(name), None, None) for name in ("one", "two")), one=YES_NO, two=YES_NO)
    interview = whole_interview(condition)
    assert [criterion.id for _, criterion in interview.why(QuestionId("two"), {})] == ["c1"]
    assert interview.why(QuestionId("two"), {QuestionId("one"): AnswerId("no")}) == ()


def test_a_criterion_stays_open_until_everything_that_its_confirm_names_was_asked() -> None:
    confirm = Joined("and", 0, (holds("second"), holds("third")))
    condition = one_study(
        Ruled(False, holds("first"), None, confirm),
        Ruled(False, holds("second"), None, None),
        Ruled(False, holds("third"), None, None),
        first=YES_NO,
        second=YES_NO,
        third=YES_NO,
    )
    interview = whole_interview(condition)
    said = {QuestionId("first"): AnswerId("yes"), QuestionId("second"): AnswerId("yes")}
    assert interview.decide(said)[0].criteria[C0] is Status.OPEN
    assert interview.decide({**said, QuestionId("third"): AnswerId("yes")})[0].criteria[C0] is Status.TO_CONFIRM
