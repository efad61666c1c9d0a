"""The slips of a hand: every small change of a rule, in words.

A bound's end, a neighbouring limit, another option, the opposite, `and` for `or`, a part left out. (DeMillo, Lipton and
Sayward 1978: who tells these apart will hardly miss a larger slip.)
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from criteria.condition import CriterionDefinition, joined
from criteria.expression import (
    LISTS,
    AtLeast,
    Comparison,
    Not,
    Number,
    Operator,
    QuestionId,
    Rule,
    RuleError,
    Time,
    Value,
    leaves,
    shown,
)
from criteria.line import Line
from criteria.question import QuestionDefinition
from criteria.rules import check_comparison

Known = Mapping[QuestionId, QuestionDefinition]

_OTHER_END = {
    Operator.LT: Operator.LE,
    Operator.LE: Operator.LT,
    Operator.GT: Operator.GE,
    Operator.GE: Operator.GT,
}
_OPPOSITE = {
    Operator.LT: Operator.GE,
    Operator.GE: Operator.LT,
    Operator.LE: Operator.GT,
    Operator.GT: Operator.LE,
    Operator.EQ: Operator.NE,
    Operator.NE: Operator.EQ,
    Operator.IN: Operator.NOT_IN,
    Operator.NOT_IN: Operator.IN,
}


@dataclass(frozen=True)
class Mutant:
    """A criterion with one small change."""

    criterion: CriterionDefinition
    told: str
    """What was changed, such as "`age > 18` for `age >= 18`"."""


def mutants(criterion: CriterionDefinition, questions: Known) -> Iterator[Mutant]:
    """Every small change of a criterion's rules, but for those that are refused for themselves."""
    for field, rule in criterion.written.items():
        for new, told in _changes(rule, questions):
            if all(_usable(leaf, questions) for leaf in leaves(new)):
                yield _mutant(criterion, {**criterion.written, field: new}, f"{field}: {told}")
    for field in ("only_if", "confirm"):
        if field in criterion.written:
            left = {name: rule for name, rule in criterion.written.items() if name != field}
            yield _mutant(criterion, left, f"`{field}` left out")


def _mutant(criterion: CriterionDefinition, written: Mapping[str, Rule], told: str) -> Mutant:
    rule, confirm = joined(written)
    return Mutant(replace(criterion, written=written, rule=rule, confirm=confirm), told)


def _usable(comparison: Comparison, questions: Known) -> bool:
    try:
        check_comparison(comparison, questions[comparison.question])
    except RuleError:
        return False
    return True


def _changes(rule: Rule, questions: Known) -> Iterator[tuple[Rule, str]]:
    """The rule with one change in it, and the change in words."""
    for new in _here(rule, questions):
        yield new, f"`{written(new)}` for `{written(rule)}`"
    match rule:
        case Not(part):
            for new, told in _changes(part, questions):
                yield Not(new), told
        case AtLeast(count, parts):
            for at, part in enumerate(parts):
                for new, told in _changes(part, questions):
                    yield AtLeast(count, (*parts[:at], new, *parts[at + 1 :])), told


def _here(rule: Rule, questions: Known) -> Iterator[Rule]:
    match rule:
        case Not(part):
            yield part
        case AtLeast(count, parts):
            all_of, one_of = len(parts), 1
            counts = {all_of: {one_of}, one_of: {all_of}}.get(count, {count - 1, count + 1})
            for other in sorted(counts - {count}):
                yield AtLeast(other, parts)
            yield Not(rule)
            if len(parts) > 1:
                for at in range(len(parts)):
                    left = (*parts[:at], *parts[at + 1 :])
                    yield AtLeast(len(left) if count == all_of else min(count, len(left)), left)
        case Comparison():
            yield from _tests(rule, questions[rule.question])


def _tests(test: Comparison, question: QuestionDefinition) -> Iterator[Rule]:
    if test.operator is Operator.HOLDS:
        yield Not(test)
        return
    yield replace(test, operator=_OPPOSITE[test.operator])
    if test.operator in _OTHER_END:
        yield replace(test, operator=_OTHER_END[test.operator])
    for at, value in enumerate(test.values):
        others = question.words if isinstance(value, str) else _neighbours(value, question.line)
        for other in others:
            if other not in test.values:
                yield replace(test, values=(*test.values[:at], other, *test.values[at + 1 :]))
    yield from _lists(test, question)


def _lists(test: Comparison, question: QuestionDefinition) -> Iterator[Comparison]:
    """One option more, or one less."""
    wider = {Operator.EQ: Operator.IN, Operator.NE: Operator.NOT_IN}.get(test.operator, test.operator)
    if wider in LISTS and any(isinstance(value, str) for value in test.values):
        for word in question.words:
            if word not in test.values:
                yield replace(test, operator=wider, values=(*test.values, word))
    if test.operator in LISTS and len(test.values) > 1:
        for at in range(len(test.values)):
            yield replace(test, values=(*test.values[:at], *test.values[at + 1 :]))


def _neighbours(value: Number, line: Line | None) -> Iterator[Value]:
    """The limits just below and above, as a hand might have written them."""
    for way in (-1, 1):
        yield beside(value, way, whole=line is not None and line.whole)


def beside(value: Number, way: int, *, whole: bool) -> Number:
    """The number one step below (-1) or above (1), in the unit in which it is written."""
    match value:
        case date():
            return value + timedelta(days=way)
        case Time(amount, unit):
            return Time(_stepped(amount, way, whole=whole), unit)
        case _:
            return _stepped(value, way, whole=whole)


def _stepped(number: float, way: int, *, whole: bool) -> float:
    """One unit of the last digit, or a tenth of it where the number is that unit itself: 40 and 41, 2.5 and 2.6, 1 and 1.1."""
    if whole:
        return number + way
    digits = len(shown(number).partition(".")[2])
    step: float = 10.0**-digits
    if abs(number) <= step:
        digits += 1
    return round(number + way * 10.0**-digits, digits) if math.isfinite(number) else number


def written(rule: Rule) -> str:
    """A rule as a file would have it."""
    match rule:
        case Comparison():
            return str(rule)
        case Not(Comparison(operator=Operator.HOLDS) as part):
            return f"not {part}"
        case Not(part):
            return f"not ({written(part)})"
        case AtLeast(_, (only,)):
            return written(only)
        case AtLeast(count, parts) if count in {1, len(parts)}:
            return _joined("or" if count == 1 else "and", parts)
        case AtLeast(count, parts):
            return f"at_least({count}, {', '.join(map(written, parts))})"


def _joined(word: str, parts: tuple[Rule, ...]) -> str:
    return f" {word} ".join(f"({written(part)})" if isinstance(part, AtLeast) else written(part) for part in parts)


def limits(rule: Rule) -> Iterator[tuple[QuestionId, Number]]:
    """The limits of a rule, with the question that they cut."""
    for leaf in leaves(rule):
        yield from ((leaf.question, value) for value in leaf.values if not isinstance(value, str))
