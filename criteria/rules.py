"""The rules of one condition, read together: what they name, and where they cut numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import assert_never

from criteria import model
from criteria.document import Document, Where
from criteria.expression import (
    LISTS,
    NEVER,
    UNSURE,
    Comparison,
    Operator,
    Rule,
    RuleError,
    did_you_mean,
    leaves,
    shown,
    worded,
)
from criteria.line import Line, order_unsure, short
from criteria.number import Cut, check_range, cuts
from criteria.parsing import parse
from criteria.question import QuestionDefinition
from criteria.screening import among

_ORDER = frozenset({Operator.LT, Operator.LE, Operator.GT, Operator.GE})


@dataclass(frozen=True)
class Written:
    """A rule that was read, and where it stands."""

    document: Document
    where: Where
    rule: Rule

    @property
    def place(self) -> tuple[str, int]:
        """File and line, to tell which of two rules comes later."""
        return self.document.name, self.document.line(self.where)


@dataclass
class RuleBook:
    """Collects the rules of a condition and notes what is wrong with them."""

    questions: Mapping[str, QuestionDefinition]
    broken: frozenset[str]
    """Questions that are there but cannot be used; naming one is no second fault."""
    complete: bool = True
    """Whether every rule so far could be used."""
    _found: list[Written] = field(default_factory=list)

    def read(self, document: Document, where: Where, text: str) -> Written | None:
        """Read one rule and check it against the questions; None if it cannot be used."""
        try:
            rule = parse(text)
            usable = [self._check(comparison) for comparison in leaves(rule)]
        except RuleError as error:
            document.fault(where, str(error))
            self.complete = False
            return None
        if not all(usable):
            self.complete = False
            return None
        for comparison in leaves(rule):
            self._check_list(document, where, comparison)
        written = Written(document, where, rule)
        self._found.append(written)
        return written

    def _check(self, comparison: Comparison) -> bool:
        """Whether the comparison can be used; raises RuleError for what the author must mend."""
        name = comparison.question
        if name in self.broken:
            return False
        question = self.questions.get(name)
        if question is None:
            raise RuleError(f"`{name}` is no question{did_you_mean(name, self.questions)}{self._option_of(name)}")
        if UNSURE in comparison.values:
            raise RuleError("a rule cannot name `unsure`: unsure is neither yes nor no")
        check_comparison(comparison, question)
        return True

    def _check_list(self, document: Document, where: Where, comparison: Comparison) -> None:
        """Warn of a list of two numbers that may be meant as a range."""
        match sorted(value for value in comparison.values if isinstance(value, float)):
            case [low, high] if self.questions[comparison.question].line:
                name = comparison.question
                between = f"{shown(low)} <= {name} <= {shown(high)}"
                told = f"`{comparison}` is {shown(low)} or {shown(high)} and nothing between: for a range write `{between}`"
                document.fault(where, told, warning=True)

    def _option_of(self, name: str) -> str:
        owners = [key for key, question in self.questions.items() if name in (question.text.options or {})]
        return f" (it is an option of `{owners[0]}`: write `{owners[0]} == {name}` or `in [..]`)" if owners else ""

    def close(self) -> None:
        """All rules are read: note those whose limits do not go together."""
        ends: dict[str, dict[Cut, Written]] = {}
        every: dict[str, dict[Cut, Written]] = {}
        for written, comparison, line in self._numeric():
            for cut in cuts(comparison, line):
                every.setdefault(comparison.question, {}).setdefault(cut, written)
                if comparison.operator in _ORDER:
                    ends.setdefault(comparison.question, {}).setdefault(cut, written)
        for name, at in ends.items():
            for first, second in pairwise(sorted(at)):
                if first.at == second.at and at[first] is not at[second]:
                    _note_both_ends(_later(at[first], at[second]), name, first)
        for name, at in every.items():
            self._check_calendar(name, at)

    def _numeric(self) -> Iterator[tuple[Written, Comparison, Line]]:
        for written in self._found:
            for comparison in leaves(written.rule):
                if (line := self.questions[comparison.question].line) is not None:
                    yield written, comparison, line

    def _check_calendar(self, name: str, at: Mapping[Cut, Written]) -> None:
        """Refuse two limits whose order depends on which months lie between."""
        line = self.questions[name].line
        for first, second in combinations(sorted(at), 2):
            if line is not None and order_unsure(first.limit, second.limit, line.unit):
                later = _later(at[first], at[second])
                self.complete = False
                later.document.fault(
                    later.where,
                    f"`{name}` is compared with {_told(first, line)} and with {_told(second, line)}, and which of them is "
                    "longer depends on the calendar: write both limits in days and weeks, or both in months and years",
                )


def check_comparison(comparison: Comparison, question: QuestionDefinition) -> None:
    """Raise RuleError where a comparison does not go with its question, or tells no two answers apart."""
    match question.text.kind:
        case model.Number() | model.Calendar():
            _check_number(comparison, question)
        case model.Options() | model.TwoButtons():
            _check_choice(comparison, question)
        case unknown:
            assert_never(unknown)
    _check_deciding(comparison, question)


def _later(one: Written, other: Written) -> Written:
    return max(one, other, key=lambda written: written.place)


def _note_both_ends(written: Written, name: str, cut: Cut) -> None:
    written.document.fault(
        written.where,
        f"`{name}` is cut at {short(cut.limit)} with both ends (once `<` or `>=`, once `<=` or `>`) "
        "by two rules: is that meant?",
        warning=True,
    )


def _told(cut: Cut, line: Line) -> str:
    unit = f" {line.unit.value}" if line.unit and isinstance(cut.limit, float) else ""
    return f"{worded(cut.limit)}{unit}"


def _check_number(comparison: Comparison, question: QuestionDefinition) -> None:
    name, text, line = comparison.question, question.text, question.line
    assert line is not None  # noqa: S101 - the caller has told the kinds apart
    if comparison.operator is Operator.HOLDS:
        raise RuleError(f"`{name}` is no yes/no question: compare it, like `{name} < {worded(line.told(line.high))}`")
    words = question.words
    for value in comparison.values:
        if value == NEVER and text.never is None:
            raise RuleError(f"`{name}` has no answer `never`: give the question a text for `never`, or take it out")
        if value == NEVER and comparison.operator in _ORDER:
            raise RuleError("`never` goes with `==`, `!=` and `in` only; it is longer ago than any number")
        if isinstance(value, str) and value not in words:
            raise RuleError(f"`{name}` is a {'date' if line.dates else 'number'} and cannot be compared with `{value}`")
        if isinstance(value, str) and comparison.operator in _ORDER:
            raise RuleError(f"`{value}` is no number: it goes with `==`, `!=` and `in` only")
        if line.whole and isinstance(value, float) and not value.is_integer():
            raise RuleError(f"`{name}` takes whole numbers only: compare it with one, not with {shown(value)}")
    check_range(comparison, line)


def _check_choice(comparison: Comparison, question: QuestionDefinition) -> None:
    name, known = comparison.question, question.words
    if comparison.operator is Operator.HOLDS:
        if isinstance(question.text.kind, model.Options):
            raise RuleError(f"`{name}` has options: compare it, like `{name} == {known[0]}`")
        return
    if comparison.operator in _ORDER:
        raise RuleError(f"`{name}` is no number: use `==`, `!=`{', `in`' if LISTS else ''} or `not in`")
    for value in comparison.values:
        if value not in known:
            raise RuleError(f"`{name}` has no answer `{worded(value)}`{did_you_mean(worded(value), known)}")


def _check_deciding(comparison: Comparison, question: QuestionDefinition) -> None:
    """Refuse a comparison that tells no two answers apart."""
    asked = question.asked(cuts(comparison, question.line) if question.line else ())
    found = among(comparison, asked)
    known = set(asked.answers) - found.open
    if not found.answers or found.answers == known:
        always = "true for every answer" if found.answers else "true for no answer"
        raise RuleError(f"`{comparison}` is {always}: it can never decide")
