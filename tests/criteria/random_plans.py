"""Hypothesis strategies: plans of random conditions, with every kind of question and rule, and people to ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from hypothesis import strategies as st
from random_conditions import (
    HIGH,
    LOW,
    Asked,
    Between,
    Compare,
    Joined,
    Negated,
    Person,
    Plan,
    Ruled,
    Written,
    rules_of,
    tests,
)


@st.composite
def plans(draw: st.DrawFn, most_questions: int = 5, most_studies: int = 3) -> Plan:
    """Conditions with every kind of question and rule; what no rule asks is left out."""
    hand = _Hand(draw)
    names = [f"q{at}" for at in range(hand.number(1, most_questions))]
    order: list[str] = []
    while names:
        order.append(names.pop(hand.number(0, len(names) - 1)))
    questions = {name: hand.question() for name in order}
    studies = tuple(hand.study(questions) for _ in range(hand.number(1, most_studies)))
    named = {test.question for study in studies for one in study for rule in rules_of(one) for test in tests(rule)}
    return Plan({name: asked for name, asked in questions.items() if name in named}, studies)


@st.composite
def two_plans(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """Plans of the same questions that differ in their last study alone, and have at least two."""
    plan = draw(plans(most_studies=2))
    hand = _Hand(draw)
    one, other = hand.study(plan.questions), hand.study(plan.questions)
    return replace(plan, studies=(*plan.studies, one)), replace(plan, studies=(*plan.studies, other))


def people(plan: Plan) -> st.SearchStrategy[Person]:
    """Somebody who answers everything, or is unsure."""
    return st.fixed_dictionaries({name: st.sampled_from(said) for name, said in plan.said.items()})


_Some = TypeVar("_Some")
_BELOW = [st.integers(0, most) for most in range(64)]


@dataclass(frozen=True)
class _Hand:
    """Draws the parts of a plan; the first choice is always the simplest."""

    draw: st.DrawFn

    def number(self, low: int, high: int) -> int:
        return low + self.draw(_BELOW[high - low])

    def pick(self, from_: Sequence[_Some]) -> _Some:
        return from_[self.number(0, len(from_) - 1)]

    def perhaps(self, one_in: int) -> bool:
        return self.number(0, one_in - 1) == one_in - 1

    def question(self) -> Asked:
        match self.number(0, 4):
            case 0:
                return Asked("yes_no")
            case 1 | 2 as more:
                return Asked("options", ("a", "b", "c")[: more + 1])
            case _:
                return Asked("number", (), whole=self.perhaps(2), never=self.perhaps(2))

    def study(self, questions: Mapping[str, Asked]) -> tuple[Ruled, ...]:
        rows = [
            (self.perhaps(2), self.rule(questions), self.rule(questions) if self.perhaps(3) else None)
            for _ in range(self.number(1, 4))
        ]
        named = {test.question for _, *both in rows for rule in both for test in tests(rule)}
        asked = {name: one for name, one in questions.items() if name in named}
        return tuple(
            Ruled(excludes, rule, only_if, self.rule(asked) if self.perhaps(3) else None)
            for excludes, rule, only_if in rows
        )

    def rule(self, questions: Mapping[str, Asked], deep: int = 2) -> Written:
        kind = self.number(0, 7) if deep else 0
        if kind < 4:
            name = self.pick(list(questions))
            return self.test(name, questions[name])
        if kind == 4:
            return Negated(self.rule(questions, deep - 1))
        parts = tuple(self.rule(questions, deep - 1) for _ in range(self.number(2, 3)))
        how = ("and", "or", "at_least")[kind - 5]
        return Joined(how, self.number(1, len(parts)) if how == "at_least" else 0, parts)

    def test(self, name: str, asked: Asked) -> Written:
        match asked.kind:
            case "yes_no":
                if self.perhaps(2):
                    return Compare(name, self.pick(["==", "!="]), (self.pick(["yes", "no", "true", "false"]),))
                return Compare(name, "holds")
            case "options":
                if len(asked.options) > 2 and self.perhaps(2):
                    left_out = self.pick(asked.options)
                    several = tuple(option for option in asked.options if option != left_out)
                    return Compare(name, self.pick(["in", "not in"]), several)
                return Compare(name, self.pick(["==", "!=", "in", "not in"]), (self.pick(asked.options),))
            case _:
                return self.number_test(name, asked)

    def number_test(self, name: str, asked: Asked) -> Written:
        inner = [6.0, 3.0, 5.0, 12.0] if asked.whole else [6.0, 3.0, 5.0, 5.5]
        match self.number(0, 6 if asked.never else 5):
            case 0 | 1:
                return Compare(name, self.pick(["<", "<=", ">", ">=", "==", "!="]), (self.pick(inner),))
            case 2:
                return Compare(name, self.pick([">", "<=", "==", "!="]), (LOW,))
            case 3:
                return Compare(name, self.pick(["<", ">=", "==", "!="]), (HIGH,))
            case 4:
                words: list[str | float] = [*inner[:2], *(["never"] if asked.never else [])]
                return Compare(name, self.pick(["in", "not in"]), tuple(words[self.number(0, 1) :]))
            case 5:
                return Between(name, self.pick([3.0, 5.0]), self.perhaps(2), 12.0, self.perhaps(2))
            case _:
                return Compare(name, self.pick(["==", "!="]), ("never",))
