"""The people whom the cases lack: each like somebody who fits, with as few other answers as can be."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from criteria.condition import Case
from criteria.diagram import FAILS, PASSES, Node, TooComplexError, restrict
from criteria.expect import shares
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.interview import Status
from criteria.proof.people import Change, Cost, nearest, ordinary, value
from criteria.proof.points import Point
from criteria.proof.runs import Run, run
from criteria.proof.variants import met
from criteria.question import Meant, Question
from criteria.screening import Criterion, Screening

MOST_TRIED = 4
"""Of the people who fit, so many are tried as the one whom a new person is like."""
_UNSURE_COSTS = 0.5
_HARM_COSTS = 0.05
_RAREST = 0.001
"""What the author expects of nobody is this rare; so whoever fits can be found."""


@dataclass(frozen=True)
class Fits:
    """Somebody who fits, with nothing to confirm; without a case, found by us."""

    case: Case | None
    run: Run

    @property
    def name(self) -> str | None:
        """How the case is called: by its id, or by its sentence."""
        return (self.case.text.id or self.case.text.case) if self.case else None


@dataclass(frozen=True, eq=False)
class Someone:
    """A person whom the cases lack."""

    like: Fits
    change: Mapping[QuestionId, object]
    """What the person answers otherwise, as a case would give it."""
    run: Run
    points: list[Point] = field(default_factory=list)
    """What the person would show, once a physician has said what should be decided."""

    def __str__(self) -> str:
        case = self.like.case
        like = f"like {called(case)}" if case else "" if self.change else "who fits"
        changes = ", ".join(f"{key}: {one}" for key, one in self.change.items())
        return " ".join(filter(None, ("somebody", like, changes and f"with {changes}")))


def called(case: Case) -> str:
    """How a line names a case: by its id, or by its place."""
    return f"`{case.text.id}`" if case.text.id else f"{case.file.partition('/')[2]}:{case.line}"


class Finder:
    """Finds who would show what the cases of one study do not."""

    def __init__(self, asked: Screening, fitting: Sequence[Fits]) -> None:
        """`fitting`: the author's own people who fit; those with an id are taken first, since others can be `like` them."""
        self._asked = asked
        named = sorted(fitting, key=lambda one: one.case is None or one.case.text.id is None)
        self._fitting = named[:MOST_TRIED] or [Fits(None, run(asked, _said(asked, _fitting(asked))))]
        self._rarity = _rarity(asked)
        self._prices: dict[tuple[int, QuestionId, str], float] = {}

    def people(self, missing: Sequence[Point]) -> tuple[Someone, ...]:
        """As few as show all of the points that anybody can show; each point is with one of them."""
        found: list[Someone] = []
        for point in sorted(missing, key=lambda one: one.kind != "slip"):  # who shows a slip shows most of the rest
            already = next((one for one in found if point.shows(one.run, None)), None)
            someone = already or self._find(point)
            if someone is None:
                continue
            someone.points.append(point)
            if already is None:
                found.append(someone)
        return tuple(found)

    def _find(self, point: Point) -> Someone | None:
        tried = [one for at in range(len(self._fitting)) for one in self._like(at, point)]
        shown = [(price, at) for at, (price, one) in enumerate(tried) if point.shows(one.run, None)]
        return tried[min(shown)[1]][1] if shown else None

    def _like(self, at: int, point: Point) -> Iterator[tuple[float, Someone]]:
        fits = self._fitting[at]
        change: dict[QuestionId, object] = dict(point.say)
        price = float(len(change))
        if not change:

            def cost(name: QuestionId, answer: AnswerId) -> float:
                return self._price(at, point.questions[name], answer)

            found = nearest(point.pairs, cost)
            if found is None:
                return
            change = {key: value(point.questions[key], answer) for key, answer in found.items()}
            price = sum(cost(key, answer) for key, answer in found.items())
        own = fits.run.study.criteria[point.criterion].questions
        yield price, self._someone(fits, change, own)
        unsaid = {key: str(UNSURE) for key in own if key not in change and key not in fits.run.said}
        if unsaid:
            yield price + _UNSURE_COSTS, self._someone(fits, {**change, **unsaid}, own)

    def _someone(self, fits: Fits, change: dict[QuestionId, object], kept: Sequence[QuestionId]) -> Someone:
        """The person with these changes; what would still be asked is answered, too. `kept`: where only unsure says no more."""
        while True:
            found = run(self._asked, {**fits.run.said, **self._meant(change)})
            node = restrict(found.study.fails, found.given)
            if not node.children:
                return Someone(fits, change, found)
            change[node.question] = str(UNSURE) if node.question in kept else self._harmless(fits, change, node)

    def _harmless(self, fits: Fits, change: Mapping[QuestionId, object], node: Node) -> object:
        question = self._asked.questions[node.question]

        def harm(answer: AnswerId) -> tuple[int, float]:
            said = {**fits.run.said, **self._meant({**change, question.id: ordinary(question, answer)})}
            return _unmet(run(self._asked, said), question.id), self._rarity(question.id, answer)

        return ordinary(question, min((*question.answers, UNSURE), key=harm))

    def _meant(self, change: Mapping[QuestionId, object]) -> dict[QuestionId, Meant]:
        return {key: self._asked.questions[key].read(one) for key, one in change.items()}

    def _price(self, at: int, question: Question, answer: AnswerId) -> float:
        """Nothing for what the person says already; less for one sure answer that leaves other criteria alone."""
        fits = self._fitting[at]
        said = fits.run.said.get(question.id, UNSURE)
        if question.answers_in(said) == (answer,):
            return 0
        key = (at, question.id, str(value(question, answer)))
        if key not in self._prices:
            changed = run(self._asked, {**fits.run.said, **self._meant({question.id: value(question, answer)})})
            harm = _unmet(changed, question.id)
            self._prices[key] = 1 + _HARM_COSTS * harm + (_UNSURE_COSTS if answer == UNSURE else 0)
        return self._prices[key]


def _unmet(found: Run, question: QuestionId) -> int:
    """How many criteria that ask this question are not met; a failed one counts more."""
    asking = [key for key, one in found.study.criteria.items() if one.rule is not None and question in one.questions]
    weight = {Status.MET: 0, Status.NOT_MET: 2}
    return sum(weight.get(found.status(key), 1) for key in asking)


def _fitting(asked: Screening) -> Change:
    """The most frequent answers that meet every criterion of the study with nothing to confirm.

    If nobody gives such, those that make none fail.
    """
    (study,) = asked.studies.values()
    rules = [one for one in study.criteria.values() if one.rule is not None]
    rarity = _rarity(asked)
    try:
        found = nearest([(_all_of(asked, rules), PASSES)], rarity)
    except TooComplexError:
        found = None
    return found or nearest([(study.fails, FAILS)], rarity) or {}


def _rarity(asked: Screening) -> Cost:
    """How rare an answer is, by the author's `expect`: added up, the least rare is the likeliest person.

    Of a number without `expect`, the interval in the middle is the least rare; unsure is rarer than anything.
    """
    expected = shares(asked.questions.values())

    def price(name: QuestionId, answer: AnswerId) -> float:
        question = asked.questions[name]
        middle = (len(question.intervals) - 1) / 2
        off = abs(list(question.intervals).index(answer) - middle) if answer in question.intervals else 0
        rare = -math.log(max(expected[name][answer], _RAREST))
        return rare + off / 1000 + (-2 * math.log(_RAREST) if answer == UNSURE else 0)

    return price


def _all_of(asked: Screening, rules: Sequence[Criterion]) -> Node:
    """FAILS where all of these criteria are met."""
    return asked.diagrams.all_of([met(asked.diagrams, one) for one in rules])


def _said(asked: Screening, change: Change) -> dict[QuestionId, Meant]:
    return {key: asked.questions[key].read(ordinary(asked.questions[key], answer)) for key, answer in change.items()}
