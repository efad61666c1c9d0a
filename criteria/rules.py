"""The rules of one condition, read together: what they name, where they cut numbers, and what they mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from criteria import model
from criteria.condition import Question, known_answers
from criteria.document import Document, Where
from criteria.expression import (
    LISTS,
    NEVER,
    NO,
    UNSURE,
    YES,
    AnswerId,
    Comparison,
    Expression,
    Operator,
    QuestionId,
    Rule,
    RuleError,
    bind,
    did_you_mean,
    leaves,
    parse,
    shown,
)
from criteria.number import Cut, Interval, check_range, cuts, intervals, satisfying

_ORDER = frozenset({Operator.LT, Operator.LE, Operator.GT, Operator.GE})


@dataclass(frozen=True)
class Written:
    """A rule that was read, and where it stands."""

    document: Document
    where: Where
    rule: Rule


@dataclass
class RuleBook:
    """Collects the rules of a condition, notes what is wrong with them, then binds them."""

    questions: Mapping[str, model.Question]
    broken: frozenset[str]
    """Questions that are there but cannot be used; naming one is no second fault."""
    complete: bool = True
    """Whether every rule so far could be used, so that the intervals are those that the author means."""
    _found: list[Written] = field(default_factory=list)
    _intervals: dict[str, dict[AnswerId, Interval]] = field(default_factory=dict)

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
        """Whether the comparison can be bound; raises RuleError for what the author must mend."""
        name = comparison.question
        if name in self.broken:
            return False
        question = self.questions.get(name)
        if question is None:
            raise RuleError(f"`{name}` is no question{did_you_mean(name, self.questions)}{self._option_of(name)}")
        if UNSURE in comparison.values:
            raise RuleError("a rule cannot name `unsure`: unsure is neither yes nor no")
        if question.number:
            _check_number(comparison, question, question.number)
        else:
            _check_choice(comparison, question)
        return True

    def _check_list(self, document: Document, where: Where, comparison: Comparison) -> None:
        """Warn of a list of two numbers that may be meant as a range."""
        match sorted(value for value in comparison.values if isinstance(value, float)):
            case [low, high] if self.questions[comparison.question].number:
                name = comparison.question
                between = f"{shown(low)} <= {name} <= {shown(high)}"
                told = f"`{comparison}` is {shown(low)} or {shown(high)} and nothing between: for a range write `{between}`"
                document.fault(where, told, warning=True)

    def _option_of(self, name: str) -> str:
        owners = [key for key, question in self.questions.items() if question.options and name in question.options]
        return f" (it is an option of `{owners[0]}`: write `{owners[0]} == {name}` or `in [..]`)" if owners else ""

    def close(self) -> None:
        """All rules are read: cut the numbers, and warn of rules that differ only in an end."""
        found: dict[str, set[Cut]] = {}
        ends: dict[str, dict[Cut, Written]] = {}
        for written in self._found:
            for comparison in leaves(written.rule):
                found.setdefault(comparison.question, set()).update(cuts(comparison))
                for cut in cuts(comparison) if comparison.operator in _ORDER else ():
                    ends.setdefault(comparison.question, {}).setdefault(cut, written)
        for name, question in self.questions.items():
            if limits := question.number:
                known = intervals(found.get(name, ()), limits.from_, limits.to, whole=limits.whole)
                self._intervals[name] = {interval.id: interval for interval in known}
        for name, at in ends.items():
            for first, second in pairwise(sorted(at)):
                if first.at == second.at and at[first] is not at[second]:
                    written = max(
                        at[first], at[second], key=lambda one: (one.document.name, one.document.line(one.where))
                    )
                    written.document.fault(
                        written.where,
                        f"`{name}` is cut at {shown(first.at)} with both ends (once `<` or `>=`, once `<=` or `>`) "
                        "by two rules: is that meant?",
                        warning=True,
                    )

    def intervals(self, question: str) -> Mapping[AnswerId, Interval]:
        """The intervals of a number; empty for other questions."""
        return self._intervals.get(question, {})

    def answers(self, question: str) -> tuple[AnswerId, ...]:
        """What can be answered to a question, but for unsure."""
        return known_answers(self.questions[question], self.intervals(question))

    def bind(self, written: Written) -> Expression | None:
        """The rule over answers; None, with a fault, where a comparison can tell nothing apart."""
        try:
            return bind(written.rule, self._satisfying)
        except RuleError as error:
            written.document.fault(written.where, str(error))
            self.complete = False
            return None

    def _satisfying(self, comparison: Comparison) -> frozenset[AnswerId]:
        question = self.questions[comparison.question]
        known = self.answers(comparison.question)
        if question.number:
            parts = tuple(self.intervals(comparison.question).values())
            found = satisfying(comparison, parts, never=question.never is not None)
        else:
            named = frozenset(map(AnswerId, map(str, comparison.values))) or frozenset({YES})
            outside = comparison.operator in {Operator.NE, Operator.NOT_IN}
            found = frozenset(known) - named if outside else named
        if not found or len(found) == len(known):
            always = "true for every answer" if found else "true for no answer"
            raise RuleError(f"`{comparison}` is {always}: it can never decide")
        return found


def _check_number(comparison: Comparison, question: model.Question, limits: model.Number) -> None:
    name = comparison.question
    if comparison.operator is Operator.HOLDS:
        raise RuleError(f"`{name}` is a number: compare it, like `{name} < {shown(limits.to)}`")
    for value in comparison.values:
        if isinstance(value, str) and value != NEVER:
            raise RuleError(f"`{name}` is a number and cannot be compared with `{value}`")
        if value == NEVER and question.never is None:
            raise RuleError(f"`{name}` has no answer `never`: give the question a text for `never`, or take it out")
        if value == NEVER and comparison.operator in _ORDER:
            raise RuleError("`never` goes with `==`, `!=` and `in` only; it is longer ago than any number")
    for value in comparison.values:
        if limits.whole and isinstance(value, float) and not value.is_integer():
            raise RuleError(f"`{name}` takes whole numbers only: compare it with one, not with {shown(value)}")
    check_range(comparison, limits.from_, limits.to)


def _check_choice(comparison: Comparison, question: model.Question) -> None:
    name, known = comparison.question, _choices(question)
    if comparison.operator is Operator.HOLDS:
        if question.options is not None:
            raise RuleError(f"`{name}` has options: compare it, like `{name} == {known[0]}`")
        return
    if comparison.operator in _ORDER:
        raise RuleError(f"`{name}` is no number: use `==`, `!=`{', `in`' if LISTS else ''} or `not in`")
    for value in comparison.values:
        if value not in known:
            word = shown(value) if isinstance(value, float) else value
            raise RuleError(f"`{name}` has no answer `{word}`{did_you_mean(word, known)}")


def _choices(question: model.Question) -> Sequence[str]:
    return (YES, NO) if question.options is None else tuple(question.options)


def asked(book: RuleBook, questions: Mapping[str, tuple[model.Question, model.Text]]) -> dict[QuestionId, Question]:
    """The questions with their answers, in the order given."""
    return {
        QuestionId(name): Question(QuestionId(name), text, section, book.answers(name), book.intervals(name))
        for name, (text, section) in questions.items()
    }
