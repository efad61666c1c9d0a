"""Rules are read, refused with their place, and true, false or unknown."""

import dataclasses
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.expression import (
    UNSURE,
    Among,
    AnswerId,
    AtLeast,
    Comparison,
    Expression,
    Not,
    Operator,
    QuestionId,
    Rule,
    Truth,
    bind,
    did_you_mean,
    every,
    leaves,
    listed,
    shown,
    some,
    truth,
)
from criteria.parsing import parse

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
PARTS = "names, numbers, `and or not`, `== != < <= > >=`, `in [..]` and `at_least(2, a, b, c)`"


def compared(question: str, operator: Operator, *values: float | str) -> Comparison:
    return Comparison(QuestionId(question), operator, values)


def name(question: str) -> Comparison:
    return compared(question, Operator.HOLDS)


def leaf(question: str) -> Among:
    """True of yes."""
    return Among(QuestionId(question), frozenset({AnswerId("yes")}))


def said(**truths: Truth) -> dict[QuestionId, AnswerId]:
    """Answers that make the leaves of these names true, false or unknown."""
    words = {T: AnswerId("yes"), F: AnswerId("no"), U: UNSURE}
    return {QuestionId(question): words[found] for question, found in truths.items()}


# Truth


@pytest.mark.parametrize(("part", "opposite"), [(F, T), (U, U), (T, F)])
def test_not_turns_truth_round_and_leaves_unknown_unknown(part: Truth, opposite: Truth) -> None:
    assert truth(Not(leaf("a")), said(a=part)) is opposite


AND = {
    (F, F): F, (F, U): F, (F, T): F,
    (U, F): F, (U, U): U, (U, T): U,
    (T, F): F, (T, U): U, (T, T): T,
}  # fmt: skip
OR = {
    (F, F): F, (F, U): U, (F, T): T,
    (U, F): U, (U, U): U, (U, T): T,
    (T, F): T, (T, U): T, (T, T): T,
}  # fmt: skip


@pytest.mark.parametrize(("left", "right"), list(AND))
def test_and_follows_kleenes_table(left: Truth, right: Truth) -> None:
    assert truth(every(leaf("a"), leaf("b")), said(a=left, b=right)) is AND[left, right]


@pytest.mark.parametrize(("left", "right"), list(OR))
def test_or_follows_kleenes_table(left: Truth, right: Truth) -> None:
    assert truth(some(leaf("a"), leaf("b")), said(a=left, b=right)) is OR[left, right]


TWO_OF_THREE = {
    (T, T, T): T, (T, T, U): T, (T, T, F): T,
    (T, U, U): U, (T, U, F): U, (T, F, F): F,
    (U, U, U): U, (U, U, F): U, (U, F, F): F,
    (F, F, F): F,
}  # fmt: skip


@pytest.mark.parametrize("parts", list(product([F, U, T], repeat=3)))
def test_two_of_three_follows_the_table_in_any_order(parts: tuple[Truth, Truth, Truth]) -> None:
    expression = AtLeast(2, (leaf("a"), leaf("b"), leaf("c")))
    expected = TWO_OF_THREE[tuple(sorted(parts, key=lambda found: -found.value))]  # type: ignore[index]
    assert truth(expression, said(a=parts[0], b=parts[1], c=parts[2])) is expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("yes", T), ("no", F), (UNSURE, U), (None, U)],
)
def test_unsure_and_not_asked_are_unknown_and_never_yes_or_no(answer: str | None, expected: Truth) -> None:
    given_so_far = {} if answer is None else {QuestionId("a"): AnswerId(answer)}
    assert truth(leaf("a"), given_so_far) is expected


def test_a_name_that_occurs_twice_stays_unknown_while_it_is_unsure() -> None:
    assert truth(some(leaf("a"), Not(leaf("a"))), said(a=U)) is U
    assert truth(every(leaf("a"), Not(leaf("a"))), said(a=U)) is U


EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(
    st.sampled_from([leaf("a"), leaf("b"), leaf("c")]),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).flatmap(
            lambda parts: st.builds(AtLeast, st.integers(1, len(parts)), st.just(tuple(parts)))
        ),
    ),
    max_leaves=8,
)
TRUTHS = st.fixed_dictionaries(dict.fromkeys("abc", st.sampled_from([F, U, T])))


@settings(max_examples=100, deadline=None)
@given(EXPRESSIONS, TRUTHS, TRUTHS)
def test_what_is_known_stays_as_it_is_when_an_unknown_becomes_known(
    expression: Expression, truths: dict[str, Truth], others: dict[str, Truth]
) -> None:
    later = {key: others[key] if found is U else found for key, found in truths.items()}
    before = truth(expression, said(**truths))
    assert before in {U, truth(expression, said(**later))}


# Reading


def both(*parts: Rule) -> Rule:
    return AtLeast(len(parts), parts)


def either(*parts: Rule) -> Rule:
    return AtLeast(1, parts)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("pregnant", name("pregnant")),
        ("not pregnant", Not(name("pregnant"))),
        ("age >= 18", compared("age", Operator.GE, 18.0)),
        ("age > 17.5", compared("age", Operator.GT, 17.5)),
        ("age < 18", compared("age", Operator.LT, 18.0)),
        ("age <= 75", compared("age", Operator.LE, 75.0)),
        ("18 <= age", compared("age", Operator.GE, 18.0)),
        ("75 > age", compared("age", Operator.LT, 75.0)),
        ("6 == x", compared("x", Operator.EQ, 6.0)),
        ("-5 < x", compared("x", Operator.GT, -5.0)),
        ("x >= -2.5", compared("x", Operator.GE, -2.5)),
        ("6 < x <= 12", both(compared("x", Operator.GT, 6.0), compared("x", Operator.LE, 12.0))),
        ("biopsy == never", compared("biopsy", Operator.EQ, "never")),
        ("biopsy != never", compared("biopsy", Operator.NE, "never")),
        ("alt_times_the_upper_limit <= 2.5", compared("alt_times_the_upper_limit", Operator.LE, 2.5)),
        ("drug == none_in_year", compared("drug", Operator.EQ, "none_in_year")),
        ("drug == 'none_in_year'", compared("drug", Operator.EQ, "none_in_year")),
        ("drug in [new, continuing]", compared("drug", Operator.IN, "new", "continuing")),
        ("drug not in [new]", compared("drug", Operator.NOT_IN, "new")),
        ("drug in (new, continuing)", compared("drug", Operator.IN, "new", "continuing")),
        ("months in [3, 6, never]", compared("months", Operator.IN, 3.0, 6.0, "never")),
        ("pregnant == yes", compared("pregnant", Operator.EQ, "yes")),
        ("pregnant == true", compared("pregnant", Operator.EQ, "yes")),
        ("pregnant == True", compared("pregnant", Operator.EQ, "yes")),
        ("pregnant != false", compared("pregnant", Operator.NE, "no")),
        ("a and b and c", both(name("a"), name("b"), name("c"))),
        ("a or b or c", either(name("a"), name("b"), name("c"))),
        ("a and not b", both(name("a"), Not(name("b")))),
        ("not a and b", both(Not(name("a")), name("b"))),
        ("a or (b and c)", either(name("a"), both(name("b"), name("c")))),
        ("(a or b) and c", both(either(name("a"), name("b")), name("c"))),
        ("at_least(2, a, b, c)", AtLeast(2, (name("a"), name("b"), name("c")))),
        ("at_least(3, a, b, c)", both(name("a"), name("b"), name("c"))),
        ("at_least(1, a, not b)", either(name("a"), Not(name("b")))),
        (
            "at_least(2, a and b, at_least(1, c, d), x >= 6)",
            AtLeast(
                2, (both(name("a"), name("b")), either(name("c"), name("d")), compared("x", Operator.GE, 6.0))
            ),
        ),
        (
            "(sex == man and hb >= 13) or (sex == woman and hb >= 12)",
            either(
                both(compared("sex", Operator.EQ, "man"), compared("hb", Operator.GE, 13.0)),
                both(compared("sex", Operator.EQ, "woman"), compared("hb", Operator.GE, 12.0)),
            ),
        ),
        (
            "biopsy < 6 or (biopsy <= 12 and came_back)",
            either(
                compared("biopsy", Operator.LT, 6.0), both(compared("biopsy", Operator.LE, 12.0), name("came_back"))
            ),
        ),
        ("a and\n   b", both(name("a"), name("b"))),
    ],
)  # fmt: skip
def test_every_form_of_the_language_is_read(text: str, rule: Rule) -> None:
    assert parse(text) == rule


@pytest.mark.parametrize("number", ["1.04", "1.0400", "0.125", "12.5", "1040", "10.25"])
def test_a_number_that_cannot_be_mistaken_for_thousands_is_read(number: str) -> None:
    assert parse(f"dose <= {number}") == compared("dose", Operator.LE, float(number))


def test_the_leaves_come_from_left_to_right() -> None:
    rule = parse("at_least(2, a, not (b or x < 6), 3 < y <= 9) and z == never")
    assert [str(one) for one in leaves(rule)] == ["a", "b", "x < 6", "y > 3", "y <= 9", "z == never"]


@pytest.mark.parametrize("text", ["a", "x <= 12.5", "x == never", "drug in [new, old]", "drug not in [new]", "x >= -3"])
def test_a_comparison_is_shown_as_it_was_written(text: str) -> None:
    assert str(next(leaves(parse(text)))) == text


def test_a_tree_cannot_be_changed() -> None:
    rule = parse("age >= 18")
    assert isinstance(rule, Comparison)
    with pytest.raises(dataclasses.FrozenInstanceError):
        rule.question = QuestionId("other")  # type: ignore[misc]


def test_binding_puts_the_answers_in_place_of_each_comparison() -> None:
    bound = bind(
        parse("not (a or at_least(1, b, c))"), lambda test: Among(test.question, frozenset({AnswerId(f"of_{test}")}))
    )
    of = {key: Among(QuestionId(key), frozenset({AnswerId(f"of_{key}")})) for key in "abc"}
    inner: Expression = AtLeast(1, (of["b"], of["c"]))
    outer: Expression = AtLeast(1, (of["a"], inner))
    assert bound == Not(outer)


# Words


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("pregnat", "; did you mean `pregnant`?"),
        ("ages", "; did you mean `age`?"),
        ("zzz", "; known are `age`, `pregnant`"),
    ],
)
def test_a_misspelt_word_gets_the_nearest_known_one_or_all_of_them(word: str, hint: str) -> None:
    assert did_you_mean(word, ["age", "pregnant"]) == hint


def test_a_long_row_of_words_is_cut() -> None:
    assert listed(f"w{at}" for at in range(14)) == ", ".join(f"`w{at}`" for at in range(12)) + ", …"
    assert listed([]) == "none"


@pytest.mark.parametrize(("value", "text"), [(6.0, "6"), (0.5, "0.5"), (-2.0, "-2"), (1e9, "1000000000"), (0.1, "0.1")])
def test_a_number_is_shown_in_its_shortest_form(value: float, text: str) -> None:
    assert shown(value) == text
