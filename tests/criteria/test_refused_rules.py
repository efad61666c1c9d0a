"""Rules that are refused: nothing is executed, and each message says what to write instead."""

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.expression import UNSURE, Among, AnswerId, Comparison, QuestionId, RuleError, Truth, bind, leaves, truth
from criteria.parsing import parse

U, T = Truth.UNKNOWN, Truth.TRUE
PARTS = "names, numbers, times like `30 days`, dates like `2024-01-31`, `and or not`, `== != < <= > >=`, `in [..]` and `at_least(2, a, b, c)`"


def said(**truths: Truth) -> dict[QuestionId, AnswerId]:
    """Answers that make the names true or unknown."""
    return {QuestionId(name): AnswerId("yes") if found is T else UNSURE for name, found in truths.items()}


@pytest.mark.parametrize(
    "code",
    [
        "__import__('os')",
        "__import__('os').system('touch ran')",
        "open('ran', 'w')",
        "eval('1')",
        "lambda: 0",
        "(lambda: a)()",
        "a.b",
        "a.__class__",
        "a[0]",
        "f'{a}'",
        "(a := 1)",
        "[a for a in b]",
        "{a}",
        "{a: b}",
        "a if b else c",
        "a + b",
        "a & b",
        "~a",
        "-a",
        "await a",
        "'text'",
        "1",
        "True",
        "None",
        "...",
        "at_most(1, a)",
        "at_least(1, a, key=b)",
        "at_least(1, *a)",
    ],
)
def test_nothing_but_the_language_is_read_and_nothing_is_executed(
    code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(str(tmp_path))
    with pytest.raises(RuleError, match="is not part of the rule language, which has"):
        parse(code)
    assert not list(tmp_path.iterdir())  # type: ignore[attr-defined]


REFUSED = {
    # what was written: what is said about it
    "a or b and c": "`and` and `or` stand side by side: say with brackets which of them belong together",
    "(a) and b or c": "`and` and `or` stand side by side: say with brackets which of them belong together",
    "(a or b and c) or d": "`and` and `or` stand side by side: say with brackets which of them belong together",
    "27 <= bmi >= 25": "a chain goes one way, like `18 <= age <= 65`: write two comparisons with `and`",
    "a.b": f"`a.b` is not part of the rule language, which has {PARTS}",
    "age ! 18": f"the rule cannot be read near `! 18`: write it with {PARTS}",
    "a unless b": f"the rule cannot be read near `unless b`: write it with {PARTS}",
    "a AND b": f"the rule cannot be read near `AND b`: write it with {PARTS}",
    "x in [a, b": f"the rule cannot be read near `[a, b`: write it with {PARTS}",
    "import os": f"the rule cannot be read near `import os`: write it with {PARTS}",
    "dose <= 1.040": "`1.040` may mean 1040 or 1.04: write 1040, or 1.0400 if you mean 1.04",
    "500 <= dose <= 1.000": "`1.000` may mean 1000 or 1: write 1000, or 1.0000 if you mean 1",
    "age >= 1,000": "a comma stands where none belongs: write 1000, not 1,000, and 0.5, not 0,5; join two rules with `and` or `or`",
    "upcr >= 0,5": "a comma stands where none belongs: write 1000, not 1,000, and 0.5, not 0,5; join two rules with `and` or `or`",
    "age == (1,000)": "a comma stands where none belongs: write 1000, not 1,000, and 0.5, not 0,5; join two rules with `and` or `or`",
    "age is 18": "use `==` to compare, not `is`",
    "age is not 18": "use `==` to compare, not `is`",
    "age >= 18 # adults": "a rule cannot hold a comment (`#`): put it on a line of its own",
    "at_least(2, a)": "at_least needs a number and then as many rules or more: at_least(2, a, b, c)",
    "at_least(0, a)": "at_least needs a number and then as many rules or more: at_least(2, a, b, c)",
    "at_least(a, b)": "at_least needs a number and then as many rules or more: at_least(2, a, b, c)",
    "at_least(True, a)": "at_least needs a number and then as many rules or more: at_least(2, a, b, c)",
    "at_least(1.5, a, b)": "at_least needs a number and then as many rules or more: at_least(2, a, b, c)",
    "at_least()": "at_least needs a number and then as many rules or more: at_least(2, a, b, c)",
    "1 < 2": "`1` stands where the name of a question belongs",
    "age + 1 > 18": "`age + 1` is arithmetic, and rules do not calculate: write the finished number as the limit, or ask for the calculated value itself",
    "48 - alsfrs >= 8": "`48 - alsfrs` is arithmetic, and rules do not calculate: write the finished number as the limit, or ask for the calculated value itself",
    "8 <= 48 - alsfrs": "`48 - alsfrs` is arithmetic, and rules do not calculate: write the finished number as the limit, or ask for the calculated value itself",
    "weight / height ** 2 < 30": "`weight / height ** 2` is arithmetic, and rules do not calculate: write the finished number as the limit, or ask for the calculated value itself",
    "48 - alsfrs": f"`48 - alsfrs` is not part of the rule language, which has {PARTS}, and no arithmetic",
    "a.b == c": "`a.b` stands where the name of a question belongs",
    "age > limit + 1": "`limit + 1` is arithmetic, and rules do not calculate: write the finished number as the limit, or ask for the calculated value itself",
    "age == None": "`None` is not a value: use a number, an option, yes, no or never",
    "age == 1j": "`1j` is not a value: use a number, an option, yes, no or never",
    "drug in [new, f(x)]": "`f(x)` is not a value: use a number, an option, yes, no or never",
    "drug in new": "after `in` a list belongs: `drug in [a, b]`",
    "drug not in new": "after `not in` a list belongs: `drug not in [a, b]`",
    "drug in []": "after `in` a list belongs: `drug in [a, b]`",
    "age < 1e10": "the number is too large; at most 1000000000 is allowed",
    "age < 1e400": "the number is too large; at most 1000000000 is allowed",
    "age > -2000000000": "the number is too large; at most 1000000000 is allowed",
    "age < " + "9" * 400: "the number is too large; at most 1000000000 is allowed",
    " or ".join(["name"] * 200): "the rule has 1596 characters; at most 1000 are allowed: split it",
}  # fmt: skip


@pytest.mark.parametrize("text", list(REFUSED), ids=lambda text: text[:30])
def test_a_rule_that_cannot_be_used_says_what_to_write_instead(text: str) -> None:
    with pytest.raises(RuleError) as error:
        parse(text)
    assert str(error.value) == REFUSED[text]


@pytest.mark.parametrize("text", ["age = 18", "a and age = 18", "drug = new or b"])
def test_one_equals_sign_gets_the_hint_to_write_two(text: str) -> None:
    with pytest.raises(RuleError, match="; use `==` to compare"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "instead"),
    [("age => 18", ">="), ("age =< 18", "<="), ("age ≥ 18", ">="), ("age ≤ 18", "<="), ("a ≠ b", "!=")],
)
def test_a_sign_as_records_print_it_gets_the_one_of_the_language_as_a_hint(text: str, instead: str) -> None:
    with pytest.raises(RuleError, match=f"; use `{instead}` to compare"):
        parse(text)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_rule_is_said_to_be_empty(text: str) -> None:
    with pytest.raises(RuleError, match="empty"):
        parse(text)


HUGE = {
    "brackets": "(" * 400 + "a" + ")" * 400,
    "minus signs before a value": "x == " + "-" * 900 + "1",
    "minus signs alone": "-" * 990 + "1",
    "attributes": "a" + ".b" * 450,
    "calls": "a" + "()" * 450,
    "subscripts": "a" + "[0]" * 300,
    "lambdas": "lambda: " * 120 + "a",
    "additions": "a" + "+a" * 450 + " > 1",
    "square brackets": "x in " + "[" * 450 + "]" * 450,
    "conditionals": "a if b else " * 80 + "c",
}  # fmt: skip


@pytest.mark.parametrize("text", HUGE.values(), ids=list(HUGE))
def test_a_huge_nest_is_refused_like_any_other_rule(text: str) -> None:
    with pytest.raises(RuleError):
        parse(text)


@pytest.mark.parametrize("text", ["not " * 240 + "a", "(" * 80 + "a" + ")" * 80, " and ".join(["a"] * 160)])
def test_a_long_rule_within_the_limit_is_read_and_decided(text: str) -> None:
    rule = parse(text)
    bound = bind(rule, lambda test: Among(test.question, frozenset({AnswerId("yes")})))
    assert truth(bound, said(a=T)) is T
    assert truth(bound, said(a=U)) is U


def test_what_python_only_warns_about_is_refused_and_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        with pytest.raises(RuleError, match="cannot be read"):
            parse("age >= 18and adult")
    assert capfd.readouterr().err == ""


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ab ()[],.<>=!18'\"#:_-+*%\\\n{}@\x00é"), max_size=30) | st.text(max_size=20))
def test_any_text_is_either_read_or_refused_in_plain_words(text: str) -> None:
    try:
        rule = parse(text)
    except RuleError as error:
        assert str(error)  # noqa: PT017 - either outcome is right
    else:
        assert all(isinstance(one, Comparison) for one in leaves(rule))
