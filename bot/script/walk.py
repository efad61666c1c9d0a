"""Every card that a study's link leads to: people are led through the interview, and every button beside it is pressed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.conversation.card import Button, Card
from bot.conversation.machine import Conversation
from bot.conversation.state import Act, Action, Moment, Screen, State, Subject
from bot.script.people import Path
from criteria.expression import UNSURE, QuestionId
from criteria.interview import Status, decide
from criteria.languages import Language
from criteria.screening import Screening

BESIDE = frozenset(
    {Screen.WELCOME, Screen.CHOICE, Screen.MENU, Screen.TOPICS, Screen.TOPIC, Screen.PRIVACY, Screen.STOPPED}
)
"""Screens on which it makes no difference what was answered, but whether there is a question left."""
INTERVIEW = frozenset({Act.ANSWER, Act.BEGIN, Act.LANGUAGE})
"""What goes on with the interview, or leaves its language: followed along the paths, not from every card."""


@dataclass(frozen=True)
class Visit:
    """A card that was come to."""

    state: State
    card: Card

    @property
    def place(self) -> str:
        """What kind of card it is: `question.age`, `result`, `menu` and the like."""
        if self.card.question is not None:
            return f"question.{self.card.question}"
        main = self.card.screen is Screen.MAIN
        return "notice" if main and not self.state.began else "result" if main else self.card.screen.name.lower()


def walk(
    conversation: Conversation,
    alone: Screening,
    subject: Subject,
    language: Language,
    moment: Moment,
    led: Sequence[Path],
) -> Iterator[Visit]:
    """Every card in one language: from the greeting, and from the study's own link on, to every result.

    `led`: the people who are led through the interview.
    """
    way = _Way(conversation, alone)
    yield from way.around(conversation.start(language, moment))
    notice = conversation.start(language, moment, subject)
    yield from way.around(notice)
    for at, begin in enumerate(_beginnings(conversation.view(notice))):
        begun = conversation.step(notice, begin, moment)
        other = way if at == 0 else _Way(conversation, alone)
        for path in led if at == 0 else _different(alone, led):
            yield from other.along(begun, path)


def _beginnings(card: Card) -> list[Action]:
    """The ways to begin: for oneself, and for somebody else."""
    return list(dict.fromkeys(one.action for one in card.buttons if one.action.act is Act.BEGIN))


def _different(alone: Screening, led: Sequence[Path]) -> Iterator[Path]:
    """Of the people, those who come to another kind of result than those before."""
    (study,) = alone.studies.values()
    seen: set[object] = set()
    for path in led:
        decision = decide(study, path)
        kind = (decision.verdict, frozenset(decision.criteria.values()), len(decision.having(Status.NOT_MET)) > 1)
        if kind not in seen:
            seen.add(kind)
            yield path


def beside_others(site: Conversation, language: Language, moment: Moment) -> Iterator[Visit]:
    """The cards before a study is chosen, where a site has several illnesses."""
    way = _Way(site, None)
    first = site.start(language, moment)
    yield from way.around(first)
    yield from way.around(replace(first, screen=Screen.CHOICE))


class _Way:
    """The ways that were gone, so that none is gone twice."""

    def __init__(self, conversation: Conversation, alone: Screening | None) -> None:
        self._conversation = conversation
        self._seen: set[State] = set()
        self._looked: set[object] = set()
        self._questions = alone.questions if alone else {}
        self._related = {key: _related(alone, key) for key in alone.questions} if alone else {}

    def along(self, start: State, path: Path) -> Iterator[Visit]:
        """One person's way: at each question once all that stands beside it, and at each later coming the question alone."""
        state = start
        for question, answer in path.items():
            if self._is_first(question):
                yield from self.around(state)
                yield from self._proposals(state, len(self._questions[question].answers) + 1)
            if self._is_first((question, *((key, state.answers.get(key)) for key in self._related[question]))):
                yield from self._visited(state, Screen.MAIN, Screen.WHY)
            state = replace(state, answers={**state.answers, question: answer})
        yield from self._visited(state, Screen.MAIN, Screen.RESULT, Screen.SHEET)
        replay = self._conversation.replay(state)
        statuses = {status for one in replay.decisions for status in one.criteria.values()} if replay else set()
        if self._is_first(frozenset(statuses)):
            yield from self.around(state)

    def _is_first(self, what: object) -> bool:
        known = what in self._looked
        self._looked.add(what)
        return not known

    def _visited(self, state: State, *screens: Screen) -> Iterator[Visit]:
        for screen in screens:
            there = replace(state, screen=screen, at=0)
            yield Visit(there, self._conversation.view(there))

    def _proposals(self, state: State, answers: int) -> Iterator[Visit]:
        """Each answer, asked for whether it was meant: what words that are not clear lead to."""
        for at in range(answers):
            there = replace(state, screen=Screen.PROPOSAL, at=at)
            yield Visit(there, self._conversation.view(there))

    def around(self, start: State) -> Iterator[Visit]:
        """A state's card, and every card that its buttons lead to without going on with the interview."""
        waiting = [start]
        while waiting:
            state = waiting.pop(0)
            if (key := _key(self._conversation, state)) in self._seen:
                continue
            self._seen.add(key)
            card = self._conversation.view(state)
            if card.language == start.language:
                yield Visit(state, card)
            again = ("again", state.asked_again, state.screen)
            if state.asked_again is not None and not self._is_first(again):
                continue
            for action in _actions(card):
                there = self._conversation.step(state, action, Moment(state.started))
                if there.subject in {None, start.subject}:
                    waiting.append(there)


def _related(alone: Screening, question: QuestionId) -> list[QuestionId]:
    """The questions that stand in one rule with a question."""
    found = {
        key
        for study in alone.studies.values()
        for criterion in study.criteria.values()
        if question in criterion.questions
        for key in criterion.questions
    }
    return sorted(found - {question})


def _key(conversation: Conversation, state: State) -> State:
    """What makes a difference to a card."""
    replay = conversation.replay(state)
    if state.screen in BESIDE:
        asks = replay is not None and replay.question is not None
        return replace(state, answers=_Frozen({QuestionId("asked"): UNSURE} if asks else {}), asked_again=None, seed=0)
    return replace(state, answers=_Frozen(state.answers), seed=0)


class _Frozen(dict):  # type: ignore[type-arg]
    """Answers as part of a key."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(sorted(self.items())))


def _actions(card: Card) -> Iterator[Action]:
    pressed: list[Button] = [*card.buttons, *card.ways, *(one for result in card.results for one in result.buttons)]
    for action in (*(one.action for one in pressed), *(one.change for one in (*card.history, *card.exchanges))):
        if action.act not in INTERVIEW:
            yield action
