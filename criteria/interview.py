"""Studies and answers so far -> the next question, or the decisions with their reasons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from criteria.condition import Condition, CriterionId
from criteria.diagram import FAILS, PASSES, Node, questions, restrict
from criteria.expression import AnswerId, Answers, QuestionId, Truth, truth
from criteria.screening import Criterion, Screening, Study

Position = tuple[Node, ...]
"""Where an interview stands: for each of its studies, everything that may still make it fail."""

MOST_EXACT = 4
MOST_WEIGHED = 8
"""Of a criterion with more answers than this, all are told as its reasons."""
MOST_STATES = 5_000
"""With more studies or more states than this, `at_most` counts the questions left instead of walking every path."""


class TooManyStatesError(Exception):
    """The interview has more states than can be walked; each of its studies alone can be."""


class Verdict(Enum):
    """What an interview can come to; people read a sentence, never these names."""

    LIKELY_ELIGIBLE = "likely_eligible"
    INELIGIBLE = "ineligible"


class Status(Enum):
    """What the answers say of one criterion."""

    MET = "met"
    NOT_MET = "not_met"
    TO_CONFIRM = "to_confirm"
    """Unsure, or a known answer that the study team has to look at."""
    TEAM = "team"
    """Never asked; the study team judges it."""
    OPEN = "open"
    """Not asked yet, or not asked because the study was settled before."""


class Grade(Enum):
    """How sure a likely-eligible decision is."""

    FITS = "fits"
    SO_FAR = "so_far"
    CANNOT_TELL = "cannot_tell"
    """A criterion that defines the study's patient is open, or fewer than half of those asked about are met."""


@dataclass(frozen=True)
class Decision:
    """What the answers say of one study; `verdict` is None while questions are open."""

    study: Study
    verdict: Verdict | None
    criteria: Mapping[CriterionId, Status]

    def having(self, status: Status) -> tuple[Criterion, ...]:
        """The criteria of one status, in the order of the study's file."""
        return tuple(self.study.criteria[key] for key, found in self.criteria.items() if found is status)

    @property
    def grade(self) -> Grade:
        """How sure a likely-eligible decision is."""
        asked = [criterion for criterion in self.study.criteria.values() if criterion.rule is not None]
        unmet = [criterion for criterion in asked if self.criteria[criterion.id] is not Status.MET]
        if not unmet:
            return Grade.FITS
        decisive = any(criterion.text.core for criterion in unmet) or 2 * len(unmet) > len(asked)
        return Grade.CANNOT_TELL if decisive else Grade.SO_FAR


@dataclass(frozen=True)
class Progress:
    """A replay of the answers: those that were asked for, and what is asked next."""

    answers: Answers
    """Only the answers that matter, in the order of asking."""
    next: QuestionId | None
    position: Position


class Interview:
    """One interview about one or several studies of a condition."""

    def __init__(self, screening: Screening) -> None:
        self.screening = screening
        self.studies = tuple(screening.studies.values())
        self.start: Position = tuple(study.fails for study in self.studies)
        self._longest: dict[Position, int] = {}
        self.walkable = self._explore()
        """Whether every position can be walked; if so, the longest way from each is known from now on."""

    @property
    def condition(self) -> Condition:
        """The condition that its studies belong to."""
        return self.screening.condition

    def replay(self, given: Answers) -> Progress:
        """Ask again from the start, taking answers that were given; those that do not matter sleep."""
        position = self.start
        used: dict[QuestionId, AnswerId] = {}
        while (question := asked_at(position)) is not None and (answer := given.get(question)) is not None:
            used[question] = answer
            position = after(position, question, answer)
        return Progress(used, question, position)

    def next(self, given: Answers) -> QuestionId | None:
        """The first question that can still make an undecided study fail, given all these answers."""
        return asked_at(tuple(restrict(node, given) for node in self.start))

    def decide(self, given: Answers) -> tuple[Decision, ...]:
        """Per study, what these answers say; every one of them counts."""
        return tuple(decide(study, given) for study in self.studies)

    def at_most(self, position: Position) -> int:
        """How many questions can still come, at most; one less at least after each answer."""
        if not self.walkable:
            return len({question for node in position for question in questions(node)})
        return self._deepest(position)

    def _explore(self) -> bool:
        if len(self.studies) > MOST_EXACT:
            return False
        try:
            self._deepest(self.start)
        except TooManyStatesError:
            self._longest.clear()
            return False
        return True

    def _deepest(self, position: Position) -> int:
        if position not in self._longest:
            if len(self._longest) > MOST_STATES:
                raise TooManyStatesError
            question = asked_at(position)
            self._longest[position] = (
                0 if question is None else 1 + max(self._deepest(child) for _, child in answered(position, question))
            )
        return self._longest[position]

    def why(self, question: QuestionId, given: Answers) -> tuple[tuple[Study, Criterion], ...]:
        """The criteria, of the studies in play, that the answer can still decide."""
        return tuple(
            (study, criterion)
            for study in self.studies
            if restrict(study.fails, given) not in (FAILS, PASSES)
            for criterion in study.criteria.values()
            if question in criterion.questions and question in questions(restrict(criterion.fails, given))
        )


def asked_at(position: Position) -> QuestionId | None:
    """The question of a position; None where every study is settled."""
    first = min(position, key=lambda node: node.level)
    return first.question if first.children else None


def after(position: Position, question: QuestionId, answer: AnswerId) -> Position:
    """The position after an answer."""
    return tuple(node.children[answer] if node.question == question else node for node in position)


def answered(position: Position, question: QuestionId) -> Iterator[tuple[AnswerId, Position]]:
    """Every answer to the question of a position, and where it leads."""
    asking = next(node for node in position if node.question == question)
    for answer in asking.children:
        yield answer, after(position, question, answer)


def decide(study: Study, given: Answers) -> Decision:
    """What the answers say of one study."""
    left = restrict(study.fails, given)
    return decided(study, given, {FAILS: Verdict.INELIGIBLE, PASSES: Verdict.LIKELY_ELIGIBLE}.get(left))


def decided(study: Study, given: Answers, verdict: Verdict | None) -> Decision:
    """The decision about a study whose verdict is known: what the answers say of each of its criteria."""
    return Decision(study, verdict, {key: standing(item, given, verdict) for key, item in study.criteria.items()})


def resting_on(criterion: Criterion, given: Answers) -> tuple[QuestionId, ...]:
    """The answers that make a failed criterion fail, in the order of asking; not those that it would fail without.

    Where two answers would each do alone, both are told.
    """
    answers = {key: given[key] for key in criterion.questions if key in given}
    if criterion.rule is None or len(answers) > MOST_WEIGHED:
        return tuple(answers)
    enough: list[frozenset[QuestionId]] = []
    for count in range(1, len(answers) + 1):
        for some in map(frozenset, combinations(answers, count)):
            kept = {key: answers[key] for key in some}
            if not any(one <= some for one in enough) and truth(criterion.rule, kept) is Truth.FALSE:
                enough.append(some)
    return tuple(key for key in answers if any(key in one for one in enough))


def standing(criterion: Criterion, given: Answers, verdict: Verdict | None) -> Status:
    """What the answers say of one criterion of a study with this verdict."""
    if criterion.rule is None:
        return Status.TEAM if criterion.text.team else Status.MET
    pending = verdict is not Verdict.LIKELY_ELIGIBLE
    match truth(criterion.rule, given):
        case Truth.FALSE:
            return Status.NOT_MET
        case Truth.UNKNOWN:
            return Status.OPEN if pending and restrict(criterion.fails, given) is not PASSES else Status.TO_CONFIRM
        case Truth.TRUE if criterion.confirm is None or truth(criterion.confirm, given) is Truth.FALSE:
            return Status.MET
        case _:
            asked = all(question in given for question in criterion.questions)
            return Status.OPEN if pending and not asked else Status.TO_CONFIRM
