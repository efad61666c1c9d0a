"""Decision diagrams: everything that may still make a study fail, with nothing left that cannot.

A node asks one question and has one child per answer; two nodes that could be told apart by no
answers are one object. So the first question that still matters is the node's own, and a state of an
interview is a node. (Bryant 1986, reduced ordered decision diagrams, here with several answers a node.)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from criteria.expression import UNSURE, Among, AnswerId, Answers, AtLeast, Expression, Not, QuestionId

MOST_NODES = 20_000


class TooComplexError(ValueError):
    """The rules of a study tie so many questions together that they cannot be walked."""


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """A state in which `question` still decides; `children` has a node per answer, unsure last.

    The two ends have no question: FAILS, and PASSES, which means that nothing can fail any more.
    """

    level: int
    question: QuestionId
    children: Mapping[AnswerId, "Node"]

    def __repr__(self) -> str:
        return f"Node({self.question})" if self.children else ("FAILS" if self is FAILS else "PASSES")


_LAST = 1 << 30
FAILS = Node(_LAST, QuestionId(""), {})
PASSES = Node(_LAST, QuestionId(""), {})


class Diagrams:
    """The diagrams of one set of studies; all share their nodes, so equal states are the same object."""

    def __init__(self, answers: Mapping[QuestionId, Sequence[AnswerId]]) -> None:
        """`answers`: per question, in the order of asking, what can be answered, without unsure."""
        self._answers = {question: (*known, UNSURE) for question, known in answers.items()}
        self._level = {question: level for level, question in enumerate(answers)}
        self._nodes: dict[tuple[int, tuple[int, ...]], Node] = {}
        self._joined: dict[tuple[int, int, bool], Node] = {}

    def when(self, expression: Expression, *, holds: bool) -> Node:
        """FAILS where the expression is surely true (`holds`) or surely false (not `holds`)."""
        match expression:
            case Among():
                return self._test(expression, holds=holds)
            case Not(part):
                return self.when(part, holds=not holds)
            case AtLeast(count, parts):
                needed = count if holds else len(parts) - count + 1
                return self._at_least(needed, tuple(self.when(part, holds=holds) for part in parts))

    def any_of(self, nodes: Sequence[Node]) -> Node:
        """FAILS where one of the nodes fails."""
        return self._at_least(1, tuple(nodes))

    def all_of(self, nodes: Sequence[Node]) -> Node:
        """FAILS where all of the nodes fail."""
        return self._at_least(len(nodes), tuple(nodes))

    def _test(self, test: Among, *, holds: bool) -> Node:
        unknown = {UNSURE, *test.open}
        return self._node(
            test.question,
            {
                answer: FAILS if answer not in unknown and (answer in test.answers) == holds else PASSES
                for answer in self._answers[test.question]
            },
        )

    def _at_least(self, count: int, nodes: tuple[Node, ...]) -> Node:
        """Of the nodes, at least `count` fail; row[k] after each node: at least k of those so far."""
        row = [FAILS] + [PASSES] * count
        for node in nodes:
            row = [FAILS] + [
                self._join(row[k], self._join(row[k - 1], node, both=True), both=False) for k in range(1, count + 1)
            ]
        return row[count]

    def _join(self, left: Node, right: Node, *, both: bool) -> Node:
        """FAILS where both fail, or where one of them does."""
        strong, weak = (PASSES, FAILS) if both else (FAILS, PASSES)
        if left is strong or right is strong:
            return strong
        if left is weak or left is right:
            return right
        if right is weak:
            return left
        key = (min(id(left), id(right)), max(id(left), id(right)), both)
        if key not in self._joined:
            top = left if left.level <= right.level else right
            self._joined[key] = self._node(
                top.question,
                {
                    answer: self._join(
                        left.children[answer] if left.level == top.level else left,
                        right.children[answer] if right.level == top.level else right,
                        both=both,
                    )
                    for answer in top.children
                },
            )
        return self._joined[key]

    def _node(self, question: QuestionId, children: Mapping[AnswerId, Node]) -> Node:
        first = next(iter(children.values()))
        if all(child is first for child in children.values()):
            return first
        level = self._level[question]
        key = (level, tuple(map(id, children.values())))
        if key not in self._nodes:
            if len(self._nodes) >= MOST_NODES:
                raise TooComplexError(
                    f"the rules tie too many questions together (over {MOST_NODES} different situations); "
                    "put the questions that stand in one rule side by side in the `order` of condition.yaml, "
                    "use shorter rules, or leave a part to the study team"
                )
            self._nodes[key] = Node(level, question, children)
        return self._nodes[key]


def restrict(node: Node, answers: Answers) -> Node:
    """What is left of a node once these answers are given, whatever their order."""
    done: dict[int, Node] = {}
    nodes: dict[tuple[QuestionId, tuple[int, ...]], Node] = {}

    def left_of(node: Node) -> Node:
        if not node.children:
            return node
        if id(node) in done:
            return done[id(node)]
        answer = answers.get(node.question)
        if answer is not None:
            left = left_of(node.children[answer])
        else:
            children = {key: left_of(child) for key, child in node.children.items()}
            left = next(iter(children.values()))
            if any(child is not left for child in children.values()):
                key = (node.question, tuple(map(id, children.values())))
                left = nodes.setdefault(key, Node(node.level, node.question, children))
        done[id(node)] = left
        return left

    return left_of(node)


def questions(node: Node) -> frozenset[QuestionId]:
    """The questions that can still matter below a node."""
    found: set[QuestionId] = set()
    seen: set[int] = set()
    open_nodes = [node]
    while open_nodes:
        node = open_nodes.pop()
        if node.children and id(node) not in seen:
            seen.add(id(node))
            found.add(node.question)
            open_nodes.extend(node.children.values())
    return frozenset(found)
