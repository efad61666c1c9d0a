"""A state with what follows from it: its studies, the interview about them, and where that stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.conversation.state import State
from criteria.condition import Condition
from criteria.diagram import FAILS
from criteria.expression import UNSURE, AnswerId, Answers, QuestionId
from criteria.interview import Decision, Interview, Position, Progress, Status, Verdict
from criteria.question import Question
from criteria.sensitive import without_sensitive


@dataclass(frozen=True)
class Replay:
    """A state about a study or a condition, replayed."""

    state: State
    interview: Interview

    @property
    def condition(self) -> Condition:
        """The condition that is asked about."""
        return self.interview.condition

    @property
    def questions(self) -> Mapping[QuestionId, Question]:
        """What is asked about the chosen studies, in the order of asking."""
        return self.interview.screening.questions

    @cached_property
    def progress(self) -> Progress:
        """The answers that matter, and what is asked next."""
        return self.interview.replay(self.state.answers)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Per study, what the answers that matter say."""
        return self.interview.decide(self.progress.answers)

    def without_sensitive(self, decision: Decision) -> Decision:
        """A decision as it would be if nothing private had been asked."""
        return without_sensitive(self.questions, decision.study, self.progress.answers)

    def filled(self, answers: Answers, verdict: Verdict, status: Status) -> "Replay":
        """The replay as if all of it had been answered so, and every rule of every study had this status."""
        full = Replay(self.state, self.interview)
        full.__dict__["progress"] = Progress(answers, None, self.interview.start)
        full.__dict__["decisions"] = tuple(
            Decision(study, verdict, {key: status if one.rule else Status.TEAM for key, one in study.criteria.items()})
            for study in self.interview.studies
        )
        return full

    @property
    def settled(self) -> tuple[bool, ...]:
        """Per study, whether its decision stands already."""
        return tuple(not node.children for node in self.progress.position)

    @cached_property
    def again(self) -> QuestionId | None:
        """The question that is being changed, if it still matters."""
        asked = self.state.asked_again
        return asked if asked in self.progress.answers else None

    @cached_property
    def question(self) -> Question | None:
        """The question that is shown; None when everything is settled."""
        key = self.again or self.progress.next
        return self.questions[key] if key else None

    @property
    def ends(self) -> frozenset[AnswerId]:
        """The answers to the question that is shown after which a study fails that has not failed yet."""
        question = self.question
        if question is None:
            return frozenset()
        given = {key: answer for key, answer in self.state.answers.items() if key != question.id}
        failed = _failed(self.interview.replay(given).position)
        return frozenset(
            answer
            for answer in (*question.answers, UNSURE)
            if _failed(self.interview.replay({**given, question.id: answer}).position) - failed
        )

    def before(self) -> tuple[tuple[QuestionId, AnswerId], ...]:
        """What was asked and answered before the question that is shown."""
        found = []
        for key, answer in self.progress.answers.items():
            if key == self.again:
                break
            found.append((key, answer))
        return tuple(found)

    def place(self, question: QuestionId) -> int:
        """A question's place in the order of asking."""
        return self._places[question]

    @cached_property
    def _places(self) -> Mapping[QuestionId, int]:
        return {key: place for place, key in enumerate(self.questions)}


def _failed(position: Position) -> frozenset[int]:
    """The places of the studies that have failed."""
    return frozenset(place for place, node in enumerate(position) if node is FAILS)
