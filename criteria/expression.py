"""The rule language: a line of text becomes a frozen tree, and a tree has a three-valued truth.

A rule takes two steps, because the intervals of a number are known only when the rules of all the studies that are
asked about have been read: `criteria.parsing` gives a tree of `Comparison`, `bind` turns it into a tree of `Among`.
"""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, NewType, TypeVar, Union

QuestionId = NewType("QuestionId", str)
AnswerId = NewType("AnswerId", str)
"""An option's id, `yes`, `no`, an interval's id, `never` or `unsure`."""

Answers = Mapping[QuestionId, AnswerId]

YES, NO, NEVER, UNSURE = (AnswerId(word) for word in ("yes", "no", "never", "unsure"))


class RuleError(ValueError):
    """A rule that cannot be used; the message says what is wrong and what to write instead."""


class Truth(Enum):
    """Kleene's three values; UNKNOWN stands for unsure and for not yet asked."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


class Operator(Enum):
    """How a comparison relates a question to its value."""

    EQ = "=="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="
    IN = "in"
    NOT_IN = "not in"
    HOLDS = "holds"
    """A bare name: the yes/no question is answered with yes."""


class TimeUnit(Enum):
    """The units of a distance in time."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Time:
    """A distance in time as a rule names it: `30 days`."""

    amount: float
    unit: TimeUnit

    def __str__(self) -> str:
        one = self.unit.value.removesuffix("s") if self.amount == 1 else self.unit.value
        return f"{shown(self.amount)} {one}"


Number = float | Time | date
"""A place on a question's line: a number in the question's own unit, a distance in time, or a calendar day."""
Value = Number | str
"""A number, or a word: an option, `yes`, `no`, `never` or another answer of a number."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One test of one question, as written; `values` has one member but for `in` and `not in`."""

    question: QuestionId
    operator: Operator
    values: tuple[Value, ...]

    def __str__(self) -> str:
        values = [worded(value) for value in self.values]
        if self.operator is Operator.HOLDS:
            return str(self.question)
        right = f"[{', '.join(values)}]" if self.operator in LISTS else values[0]
        return f"{self.question} {self.operator.value} {right}"


@dataclass(frozen=True, slots=True)
class Among:
    """The question's answer is one of `answers`; another makes it false, unless it is one of those that leave it open."""

    question: QuestionId
    answers: frozenset[AnswerId]
    open: frozenset[AnswerId] = frozenset()
    """Known answers that say neither yes nor no, such as "could not be measured" where a number is compared."""


Leaf = TypeVar("Leaf")


@dataclass(frozen=True, slots=True)
class Not(Generic[Leaf]):
    """The opposite; what is unknown stays unknown."""

    part: "Tree[Leaf]"


@dataclass(frozen=True, slots=True)
class AtLeast(Generic[Leaf]):
    """At least `count` of the parts hold: all of them is `and`, one of them is `or`."""

    count: int
    parts: "tuple[Tree[Leaf], ...]"


Tree = Union[Leaf, Not[Leaf], AtLeast[Leaf]]  # noqa: UP007 - `|` does not take a type variable's alias here
Rule = Tree[Comparison]
"""A rule as written."""
Expression = Tree[Among]
"""A rule bound to the answers of the questions that are asked."""

LISTS = frozenset({Operator.IN, Operator.NOT_IN})


def every(*parts: Tree[Leaf]) -> AtLeast[Leaf]:
    """All the parts hold."""
    return AtLeast(len(parts), parts)


def some(*parts: Tree[Leaf]) -> AtLeast[Leaf]:
    """One of the parts holds."""
    return AtLeast(1, parts)


def shown(value: float) -> str:
    """The shortest form of a number: `6`, `0.5`."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def worded(value: Value) -> str:
    """A value as a rule would write it."""
    return shown(value) if isinstance(value, float) else str(value)


def leaves(tree: Tree[Leaf]) -> Iterator[Leaf]:
    """The leaves of a tree, from left to right."""
    match tree:
        case Not(part):
            yield from leaves(part)
        case AtLeast(_, parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield tree


def bind(rule: Rule, among: Callable[[Comparison], Among]) -> Expression:
    """The rule over answers; `among` gives the answers that make a comparison true."""
    match rule:
        case Not(part):
            return Not(bind(part, among))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(bind(part, among) for part in parts))
        case Comparison():
            return among(rule)


def truth(expression: Expression, answers: Answers) -> Truth:
    """The truth of an expression, given what has been answered."""
    match expression:
        case Among(question, among, left_open):
            answer = answers.get(question, UNSURE)
            if answer == UNSURE or answer in left_open:
                return Truth.UNKNOWN
            return Truth.TRUE if answer in among else Truth.FALSE
        case Not(part):
            return Truth(2 - truth(part, answers).value)
        case AtLeast(count, parts):
            values = [truth(part, answers) for part in parts]
            if values.count(Truth.TRUE) >= count:
                return Truth.TRUE
            possible = len(values) - values.count(Truth.FALSE)
            return Truth.UNKNOWN if possible >= count else Truth.FALSE


def did_you_mean(word: str, known: Collection[str]) -> str:
    """`; did you mean X?` where X is near, else `; known are A, B, C`."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else f"; known are {listed(known)}"


def listed(words: Iterable[str], most: int = 12) -> str:
    """Words in a row, in backquotes, cut after `most`."""
    quoted = [f"`{word}`" for word in words]
    return ", ".join(quoted[:most]) + (", …" if len(quoted) > most else "") if quoted else "none"
