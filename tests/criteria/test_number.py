"""Numbers become the coarsest intervals that the rules can tell apart."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.expression import NEVER, AnswerId, Comparison, Operator, QuestionId, RuleError, leaves
from criteria.line import Line
from criteria.number import Cut, Interval, check_range, cuts, intervals, satisfying
from criteria.parsing import parse

SETTINGS = settings(max_examples=150, deadline=None)
LOW, HIGH = -4.0, 30.0


def split(*rules: str, low: float = 0.0, high: float = 120.0, whole: bool = False) -> list[str]:
    return [
        interval.id
        for interval in split_by([one for rule in rules for one in leaves(parse(rule))], low, high, whole=whole)
    ]


def split_by(found: list[Comparison], low: float, high: float, *, whole: bool) -> tuple[Interval, ...]:
    line = Line(low, high, whole)
    return intervals([cut for comparison in found for cut in cuts(comparison, line)], line)


@pytest.mark.parametrize(
    ("rules", "ids"),
    [
        ([], ["0..120"]),
        (["x == never"], ["0..120"]),
        (["x < 6"], ["<6", ">=6"]),
        (["x >= 6"], ["<6", ">=6"]),
        (["x <= 6"], ["<=6", ">6"]),
        (["x > 6"], ["<=6", ">6"]),
        (["x < 6", "x <= 12"], ["<6", "6..12", ">12"]),
        (["x > 6", "x <= 12"], ["<=6", ">6..12", ">12"]),
        (["x < 6", "x < 12"], ["<6", "6..<12", ">=12"]),
        (["6 < x < 12"], ["<=6", ">6..<12", ">=12"]),
        (["6 <= x <= 12"], ["<6", "6..12", ">12"]),
        (["x == 6"], ["<6", "6", ">6"]),
        (["x != 6"], ["<6", "6", ">6"]),
        (["x in [3, 6]"], ["<3", "3", ">3..<6", "6", ">6"]),
        (["x not in [3, never]"], ["<3", "3", ">3"]),
        (["x < 6", "x > 6"], ["<6", "6", ">6"]),
        (["x < 0.5", "x >= 1.25"], ["<0.5", "0.5..<1.25", ">=1.25"]),
        (["x > 0"], ["<=0", ">0"]),
        (["x >= 120"], ["<120", ">=120"]),
        (["x >= 0"], ["0..120"]),
        (["x <= 120"], ["0..120"]),
        (["x < 6", "x >= 6", "not x < 6"], ["<6", ">=6"]),
    ],
)  # fmt: skip
def test_numbers_are_cut_into_the_coarsest_intervals_with_canonical_ids(rules: list[str], ids: list[str]) -> None:
    assert split(*rules) == ids
    assert split(*reversed(rules)) == ids


@pytest.mark.parametrize(
    ("rules", "ids"),
    [
        (["x >= 18"], ["<18", ">=18"]),
        (["x > 75"], ["<=75", ">75"]),
        (["x >= 18", "x <= 75"], ["<18", "18..75", ">75"]),
        (["x > 17", "x < 76"], ["<=17", "18..75", ">=76"]),
        (["x > 17", "x >= 18"], ["<18", ">=18"]),
        (["x == 18"], ["<18", "18", ">18"]),
        (["x < 18", "x <= 18"], ["<18", "18", ">18"]),
        (["x >= 18", "x < 20"], ["<18", "18..19", ">=20"]),
        (["x >= 18", "x < 19"], ["<18", "18", ">=19"]),
        (["x > 0"], ["<=0", ">0"]),
        (["x > 119"], ["<=119", ">119"]),
    ],
)  # fmt: skip
def test_whole_numbers_are_cut_between_neighbours(rules: list[str], ids: list[str]) -> None:
    assert split(*rules, whole=True) == ids
    assert split(*reversed(rules), whole=True) == ids


def test_negative_numbers_have_ids_too() -> None:
    assert split("-2.5 <= x < -1", low=-4.0, high=30.0) == ["<-2.5", "-2.5..<-1", ">=-1"]


@pytest.mark.parametrize(
    ("id_", "inside", "outside"),
    [
        ("<6", [0, 5.99], [6, 12, 120]),
        ("6..12", [6, 9, 12], [5.99, 12.01]),
        (">12", [12.01, 120], [12, 6]),
    ],
)
def test_open_and_closed_ends_are_kept_right(id_: str, inside: list[float], outside: list[float]) -> None:
    found = intervals([Cut(6.0, above=False), Cut(12.0, above=True)], Line(0.0, 120.0))
    interval = next(one for one in found if one.id == id_)
    assert all(number in interval for number in inside)
    assert not any(number in interval for number in outside)


# A random question with random rules


@st.composite
def ruled_numbers(draw: st.DrawFn) -> tuple[list[Comparison], bool, float]:
    """Comparisons of one question, whether it takes whole numbers only, and a number of its range."""
    whole = draw(st.booleans())
    number = st.integers(-3, 29).map(float) if whole else st.integers(-7, 59).map(lambda half: half / 2)
    one = st.builds(
        lambda operator, value: Comparison(QuestionId("x"), operator, (value,)),
        st.sampled_from([Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.EQ, Operator.NE]),
        number,
    )
    several = st.builds(
        lambda operator, values: Comparison(QuestionId("x"), operator, tuple(values)),
        st.sampled_from([Operator.IN, Operator.NOT_IN]),
        st.lists(number, min_size=1, max_size=3),
    )
    found = draw(st.lists(one | several, max_size=6))
    ends = [value for comparison in found for value in comparison.values if isinstance(value, float)]
    anywhere = st.integers(-4, 30).map(float) if whole else st.floats(LOW, HIGH) | number
    near = [end + step for end in ends for step in ((-1.0, 0.0, 1.0) if whole else (-0.001, 0.0, 0.001))]
    return found, whole, draw(st.sampled_from(near) | anywhere if near else anywhere)


def true_of(comparison: Comparison, known: tuple[Interval, ...], *, never: bool = False) -> frozenset[AnswerId]:
    return satisfying(comparison, known, Line(LOW, HIGH), never=never).answers


def holds(comparison: Comparison, number: float) -> bool:
    """The plain meaning of a comparison; `never` is infinitely long ago."""
    values = [math.inf for value in comparison.values if value == NEVER]
    values += [value for value in comparison.values if isinstance(value, float)]
    return {
        Operator.LT: number < values[0],
        Operator.LE: number <= values[0],
        Operator.GT: number > values[0],
        Operator.GE: number >= values[0],
        Operator.EQ: number == values[0],
        Operator.NE: number != values[0],
        Operator.IN: number in values,
        Operator.NOT_IN: number not in values,
    }[comparison.operator]


@SETTINGS
@given(ruled_numbers())
def test_every_number_lands_in_exactly_one_interval(drawn: tuple[list[Comparison], bool, float]) -> None:
    comparisons, whole, number = drawn
    found = split_by(comparisons, LOW, HIGH, whole=whole)
    assert len([interval for interval in found if number in interval]) == 1
    assert len({interval.id for interval in found}) == len(found)


@SETTINGS
@given(ruled_numbers())
def test_a_rule_is_true_of_an_interval_exactly_when_it_is_true_of_each_of_its_numbers(
    drawn: tuple[list[Comparison], bool, float],
) -> None:
    comparisons, whole, number = drawn
    found = split_by(comparisons, LOW, HIGH, whole=whole)
    mine = next(interval for interval in found if number in interval)
    for comparison in comparisons:
        assert (mine.id in true_of(comparison, found)) == holds(comparison, number)


@SETTINGS
@given(ruled_numbers())
def test_two_neighbouring_intervals_are_told_apart_by_a_rule(drawn: tuple[list[Comparison], bool, float]) -> None:
    every, whole, _ = drawn
    comparisons = [comparison for comparison in every if len(comparison.values) == 1]
    found = split_by(comparisons, LOW, HIGH, whole=whole)
    true = [true_of(comparison, found) for comparison in comparisons]
    for left, right in pairwise(found):
        assert any((left.id in answers) != (right.id in answers) for answers in true)


@SETTINGS
@given(ruled_numbers())
def test_the_order_in_which_rules_are_read_does_not_matter(drawn: tuple[list[Comparison], bool, float]) -> None:
    comparisons, whole, _ = drawn
    assert split_by(comparisons[::-1], LOW, HIGH, whole=whole) == split_by(comparisons, LOW, HIGH, whole=whole)


# Never


@pytest.mark.parametrize(
    ("rule", "true_of_never"),
    [
        ("x < 6", False),
        ("x <= 600", False),
        ("x > 6", True),
        ("x >= 600", True),
        ("x == 6", False),
        ("x != 6", True),
        ("x == never", True),
        ("x != never", False),
        ("x in [6, never]", True),
        ("x in [6]", False),
        ("x not in [6, never]", False),
        ("x not in [6]", True),
    ],
)
def test_never_is_longer_ago_than_any_number(rule: str, true_of_never: bool) -> None:  # noqa: FBT001 - a table's column
    comparison = next(leaves(parse(rule)))
    known = split_by([comparison], 0.0, 600.0, whole=False)
    assert (NEVER in true_of(comparison, known, never=True)) is true_of_never
    assert NEVER not in true_of(comparison, known)


# What is refused


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("x >= 121", "`x >= 121` compares with 121, but the question's numbers run from 0 to 120"),
        ("x < -1", "`x < -1` compares with -1, but the question's numbers run from 0 to 120"),
        ("x in [5, 500.5]", "`x in [5, 500.5]` compares with 500.5, but the question's numbers run from 0 to 120"),
    ],
)
def test_a_number_outside_the_questions_range_is_refused_with_the_range(rule: str, told: str) -> None:
    with pytest.raises(RuleError) as error:
        check_range(next(leaves(parse(rule))), Line(0.0, 120.0))
    assert str(error.value) == told


@pytest.mark.parametrize("rule", ["x >= 0", "x <= 120", "x == never", "x in [0, 120]"])
def test_the_ends_of_the_range_and_never_may_be_compared_with(rule: str) -> None:
    assert check_range(next(leaves(parse(rule))), Line(0.0, 120.0)) is None  # type: ignore[func-returns-value]
