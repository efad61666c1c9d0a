"""Times in any unit and calendar days: where they lie, how they are cut, and what is refused."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria import model
from criteria.expression import Among, AnswerId, QuestionId, RuleError, Time, TimeUnit, leaves
from criteria.line import Line, converted, order_unsure
from criteria.number import cuts
from criteria.parsing import parse
from criteria.question import AnswerError, Question, QuestionDefinition
from criteria.screening import among

TEXT = {"en": "Text", "es": "Texto"}
MONTHS = {"unit": "months_ago", "from": 0, "to": 600}
DAY, WEEK, MONTH, YEAR = TimeUnit.DAYS, TimeUnit.WEEKS, TimeUnit.MONTHS, TimeUnit.YEARS


def defined(**kind: Any) -> QuestionDefinition:
    text = model.Question.model_validate({"ask": TEXT, "help": TEXT, **kind})
    return QuestionDefinition(QuestionId("x"), text, model.Text({}))


def asked(*rules: str, **kind: Any) -> Question:
    question = defined(**kind)
    assert question.line is not None
    tests = [test for rule in rules for test in leaves(parse(rule))]
    return question.asked(cut for test in tests for cut in cuts(test, question.line))


def true_of(rule: str, question: Question) -> Among:
    return among(next(leaves(parse(rule))), question)


@pytest.mark.parametrize(
    ("rules", "ids"),
    [
        (["x < 6"], ["<6", ">=6"]),
        (["x < 6 months"], ["<6", ">=6"]),
        (["x < 30 days", "x <= 12"], ["<30d", "30d..12", ">12"]),
        (["x >= 12", "x < 1 year"], ["<12", ">=12"]),
        (["x >= 1 year"], ["<1y", ">=1y"]),
        (["x > 2 weeks", "x < 28 days", "x < 4 weeks"], ["<=2w", ">2w..<28d", ">=28d"]),
        (["x in [1 week, 6]"], ["<1w", "1w", ">1w..<6", "6", ">6"]),
    ],
)
def test_each_limit_stands_in_the_unit_that_its_record_has(rules: list[str], ids: list[str]) -> None:
    assert list(asked(*rules, number=MONTHS).answers) == ids
    assert list(asked(*reversed(rules), number=MONTHS).answers) == ids


@pytest.mark.parametrize(
    ("amount", "unit", "into", "found"),
    [(1, YEAR, MONTH, 12), (18, MONTH, YEAR, 1.5), (3, WEEK, DAY, 21), (14, DAY, WEEK, 2), (1, MONTH, DAY, 30.436875)],
)
def test_units_of_one_kind_are_converted_exactly(amount: float, unit: TimeUnit, into: TimeUnit, found: float) -> None:
    assert converted(amount, unit, into) == found


@pytest.mark.parametrize(
    ("one", "other", "unsure"),
    [
        (Time(30, DAY), Time(1, MONTH), True),
        (Time(28, DAY), Time(1, MONTH), True),
        (Time(27, DAY), Time(1, MONTH), False),
        (Time(32, DAY), Time(1, MONTH), False),
        (Time(12, WEEK), Time(3, MONTH), False),
        (Time(13, WEEK), Time(3, MONTH), True),
        (Time(26, WEEK), Time(6, MONTH), True),
        (Time(365, DAY), Time(1, YEAR), True),
        (Time(366, DAY), Time(12, MONTH), True),
        (Time(52, WEEK), Time(1, YEAR), False),
        (Time(1, YEAR), Time(12, MONTH), False),
        (Time(4, WEEK), Time(28, DAY), False),
        (Time(45, DAY), Time(1.5, MONTH), True),
        (30.0, 6.0, False),
        (Time(180, DAY), 6.0, False),
        (Time(183, DAY), 6.0, True),
    ],
)
def test_limits_whose_order_the_calendar_could_change_are_told_apart(
    one: Time | float,
    other: Time | float,
    unsure: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert order_unsure(one, other, MONTH) is unsure
    assert order_unsure(other, one, MONTH) is unsure


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 40), st.integers(0, 1300))
def test_where_the_order_is_sure_no_day_of_the_calendar_turns_it_round(start: date, months: int, days: int) -> None:
    """What is sure is compared with every real beginning of so many months."""
    if order_unsure(Time(months, MONTH), Time(days, DAY), DAY):
        return
    at = start.replace(day=1)
    later = at.year * 12 + at.month - 1 + months
    end = date(later // 12, later % 12 + 1, 1)
    longer = converted(months, MONTH, DAY) > days
    assert (end > at + timedelta(days=days)) is longer


def test_calendar_days_are_cut_between_two_days_and_named_as_they_are_written() -> None:
    question = asked("x >= 2024-01-01", "x < 2025-03-10", date={})
    assert list(question.answers) == ["<2024-01-01", "2024-01-01..2025-03-09", ">=2025-03-10"]
    assert question.answer(question.read("2024-12-31")) == "2024-01-01..2025-03-09"
    assert question.answer(question.read("<2020-05-01")) == "<2024-01-01"
    with pytest.raises(AnswerError, match="cut this stretch"):
        question.answer(question.read(">2024-01-01"))


@pytest.mark.parametrize(
    ("rule", "kind", "told"),
    [
        ("x < 2024-01-01", {"number": MONTHS}, "asks how long ago something was"),
        ("x < 30 days", {"date": {}}, "asks for a calendar day"),
        ("x < 6", {"date": {}}, "asks for a calendar day"),
        ("x < 30 days", {"number": {"unit": "years", "from": 0, "to": 120}}, "is a plain number"),
        ("x < 30 days", {"number": {**MONTHS, "whole": True}}, "takes whole months only"),
    ],
)
def test_values_of_different_kinds_are_never_compared(rule: str, kind: dict[str, Any], told: str) -> None:
    line = defined(**kind).line
    assert line is not None
    with pytest.raises(RuleError, match=told):
        cuts(next(leaves(parse(rule))), line)


@pytest.mark.parametrize(
    ("value", "answer"),
    [(0.5, "<30d"), ("3 weeks", "<30d"), ("<30d", "<30d"), ("<10 days", "<30d"), ("30d..12", "30d..12"), (13, ">12")],
)
def test_a_file_may_name_a_time_in_any_unit(value: object, answer: str) -> None:
    question = asked("x < 30 days", "x <= 12", number=MONTHS)
    assert question.answer(question.read(value)) == answer


def test_an_answer_that_is_no_number_leaves_comparisons_of_size_open_and_can_be_named() -> None:
    question = asked("x < 6", number=MONTHS, other_answers={"not_measured": TEXT})
    assert question.answers == ("<6", ">=6", "not_measured")
    assert true_of("x < 6", question) == Among(
        QuestionId("x"), frozenset({AnswerId("<6")}), frozenset({AnswerId("not_measured")})
    )
    assert [*true_of("x == not_measured", question).answers] == ["not_measured"]
    assert sorted(true_of("x != not_measured", question).answers) == ["<6", ">=6"]
    assert not true_of("x == not_measured", question).open


def test_the_line_of_a_plain_number_has_no_time() -> None:
    assert Line(0, 10).at(3.0) == 3
    with pytest.raises(RuleError):
        Line(0, 10).at(Time(3, DAY))
