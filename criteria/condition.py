"""A condition as it is written: its questions, and its studies with their rules, before anybody is asked about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NewType

from criteria import model
from criteria.expression import Comparison, Not, QuestionId, Rule, every, leaves, some
from criteria.question import Meant, QuestionDefinition

StudyId = NewType("StudyId", str)
CriterionId = NewType("CriterionId", str)
ConditionId = NewType("ConditionId", str)
TopicId = NewType("TopicId", str)


SIGNS = "23456789bcdfghjkmnpqrstvwxz"
"""Of derived codes: no vowels, so that they make no words, and nothing that looks like another."""


@dataclass(frozen=True)
class CriterionDefinition:
    """One rule of a study, as written: true where it is met, false where it makes the study fail."""

    id: CriterionId
    text: model.Criterion
    rule: Rule | None
    """None where nothing is asked: left to the team, or a permission."""
    confirm: Rule | None
    line: int
    """Where it stands in the study's file."""
    written: Mapping[str, Rule]
    """Its rules as the file has them, by field: `needs` or `excludes`, `only_if`, `confirm`."""
    eased: Rule | None = None
    """Of those who fail, who may meet the registry's rule of today; it cuts no number."""

    def comparisons(self) -> Iterator[Comparison]:
        """Every test of a question that decides, from left to right."""
        for one in (self.rule, self.confirm):
            if one is not None:
                yield from leaves(one)


def joined(written: Mapping[str, Rule]) -> tuple[Rule | None, Rule | None]:
    """A criterion's rule, true where it is met, and what needs confirming; `only_if` is part of both."""
    rule, only_if, confirm = written.get("needs"), written.get("only_if"), written.get("confirm")
    if "excludes" in written:
        rule = Not(written["excludes"])
    if rule is not None and only_if is not None:
        rule = some(Not(only_if), rule)
    if confirm is not None and only_if is not None:
        confirm = every(only_if, confirm)
    return rule, confirm


@dataclass(frozen=True)
class StudyDefinition:
    """One study, as written."""

    id: StudyId
    file: str
    text: model.Study
    criteria: Mapping[CriterionId, CriterionDefinition]

    @property
    def code(self) -> str:
        """What stands in short links: the study's own `code`, or four signs that follow from its id and tell nothing."""
        if self.text.code is not None:
            return self.text.code
        digest = sha256(f"link {self.id.lower()}".encode()).digest()
        return "".join(SIGNS[byte % len(SIGNS)] for byte in digest[:4])

    def comparisons(self) -> Iterator[Comparison]:
        """Every test of a question that the study makes."""
        for criterion in self.criteria.values():
            yield from criterion.comparisons()


@dataclass(frozen=True)
class Case:
    """A person, the answers, and what each study should decide."""

    file: str
    line: int
    text: model.Person
    answers: Mapping[QuestionId, Meant]


@dataclass(frozen=True, eq=False)
class Condition:
    """A group of studies that share questions; `questions` stand in the order of asking."""

    id: ConditionId
    text: model.Condition
    questions: Mapping[QuestionId, QuestionDefinition]
    studies: Mapping[StudyId, StudyDefinition]
    topics: Mapping[TopicId, model.Topic]
    cases: tuple[Case, ...]
    without: Rule | None
    """When somebody has not got the illness."""
    screenings: dict[tuple[StudyId, ...], Any] = field(default_factory=dict, init=False, repr=False)
    """What `criteria.screening` has worked out for sets of its studies."""
