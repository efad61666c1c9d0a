"""A criterion and its mutants side by side, over answers fine enough for all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from criteria.condition import Condition, CriterionDefinition, StudyDefinition
from criteria.diagram import FAILS, PASSES, Diagrams, Node, TooComplexError
from criteria.expression import UNSURE, Comparison, Not, QuestionId, every
from criteria.number import Cut, cuts
from criteria.proof.mutants import mutants
from criteria.question import Question
from criteria.screening import Criterion, bound


@dataclass(frozen=True, eq=False)
class Variant:
    """A criterion, bound, or a small change of it."""

    criterion: Criterion
    met: Node
    """FAILS where the rule is surely met and nothing is left to confirm."""
    told: str = ""
    """What was changed."""

    @property
    def nodes(self) -> tuple[Node, Node]:
        """What decides; two variants with the same nodes are the same rule in other words."""
        return self.criterion.fails, self.met


@dataclass(frozen=True)
class Variants:
    """What a criterion might have been, had a hand slipped."""

    questions: Mapping[QuestionId, Question]
    """Those that its rules name, cut wherever its study or one of the variants cuts."""
    diagrams: Diagrams
    original: Variant
    others: tuple[Variant, ...]
    """Each unlike the original and unlike each other, and none that is refused for itself."""
    equivalent: int
    """How many changes say the same in other words, or are refused, so that no case has to tell them apart."""


def variants(condition: Condition, study: StudyDefinition, criterion: CriterionDefinition) -> Variants | None:
    """What a criterion with a rule might have been; None where its rules are too long to be compared."""
    changed = list(mutants(criterion, condition.questions))
    tests = [*study.comparisons(), *(test for one in changed for test in one.criterion.comparisons())]
    questions = _questions(condition, criterion, tests)
    diagrams = Diagrams({key: question.answers for key, question in questions.items()})
    try:
        original = _variant(diagrams, criterion, questions)
        found = [replace(_variant(diagrams, one.criterion, questions), told=one.told) for one in changed]
    except TooComplexError:
        return None
    others = {one.nodes: one for one in reversed(found) if _stands(diagrams, one) and one.nodes != original.nodes}
    kept = tuple(one for one in found if others.get(one.nodes) is one)
    return Variants(questions, diagrams, original, kept, len(found) - len(kept))


def _questions(
    condition: Condition, criterion: CriterionDefinition, tests: Iterable[Comparison]
) -> dict[QuestionId, Question]:
    """The questions of a criterion, cut wherever these tests cut them."""
    found: dict[QuestionId, set[Cut]] = {test.question: set() for test in criterion.comparisons()}
    for test in tests:
        line = condition.questions[test.question].line
        if line is not None and test.question in found:
            found[test.question] |= cuts(test, line)
    return {key: one.asked(found[key]) for key, one in condition.questions.items() if key in found}


def _variant(diagrams: Diagrams, criterion: CriterionDefinition, questions: Mapping[QuestionId, Question]) -> Variant:
    one = bound(diagrams, replace(criterion, eased=None), questions)  # what eases a failure decides nothing
    return Variant(one, met(diagrams, one))


def met(diagrams: Diagrams, criterion: Criterion) -> Node:
    """FAILS where a criterion is surely met and nothing is left to confirm."""
    if criterion.rule is None:
        return FAILS
    parts = (criterion.rule,) if criterion.confirm is None else (criterion.rule, Not(criterion.confirm))
    return diagrams.when(every(*parts), holds=True)


def _stands(diagrams: Diagrams, variant: Variant) -> bool:
    """Whether `check` would let the change pass: it can fail, can be met, and its `confirm` can act."""
    criterion = variant.criterion
    if criterion.fails is PASSES or not _ends(criterion.fails, PASSES, {}):
        return False
    return (
        criterion.rule is None
        or criterion.confirm is None
        or diagrams.when(every(criterion.rule, criterion.confirm), holds=True) is not PASSES
    )


def _ends(node: Node, end: Node, seen: dict[int, bool]) -> bool:
    """Whether somebody who is sure of every answer comes to this end."""
    if not node.children:
        return node is end
    if id(node) not in seen:
        seen[id(node)] = any(_ends(child, end, seen) for key, child in node.children.items() if key != UNSURE)
    return seen[id(node)]
