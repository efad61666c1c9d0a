"""The state machine around the interview: a state and an action give the next state, a state gives its card."""

from dataclasses import replace
from functools import cache
from typing import assert_never

from bot.conversation.card import Card
from bot.conversation.cards import menu, opening, question, result, sheet
from bot.conversation.cards.choice import choices
from bot.conversation.cards.context import About, CardContext
from bot.conversation.pair import drawn
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Moment, Screen, State, Subject
from bot.conversation.ticket import subjects
from bot.conversation.wording import Wording
from criteria.catalogue import Catalogue
from criteria.expression import UNSURE
from criteria.interview import Interview
from criteria.model import LANGUAGES, Language

SLOT_BITS = 14


class Conversation:
    """The conversation about one catalogue, on one face. Pure: no clock, no chance, no memory."""

    def __init__(self, catalogue: Catalogue, wording: Wording, about: About) -> None:
        self.context = CardContext(catalogue, wording, about)
        self._interview = cache(self._new_interview)

    def _new_interview(self, subject: Subject) -> Interview:
        condition = self.context.catalogue.conditions[subject.condition]
        return Interview(condition, [subject.study] if subject.study else list(condition.studies))

    def start(self, language: Language, moment: Moment, subject: Subject | None = None, channel: int = 0) -> State:
        """A new conversation, in a language and, where a link names it, about a study."""
        state = State(language=language, started=moment.hour, channel=channel)
        return state if subject is None else self._choose(state, subject, moment)

    def step(self, state: State, action: Action, moment: Moment) -> State:
        """The state after an action; an action that does not fit the state shows where it stands."""
        match action.act:
            case Act.SHOW:
                return state
            case Act.LANGUAGE:
                return self._speak(replace(state, language=LANGUAGES[action.at % len(LANGUAGES)]), moment)
            case Act.CHOOSE:
                offered = choices(self.context.catalogue, state.at).subjects
                return self._choose(state, offered[action.at], moment) if action.at < len(offered) else state
            case Act.BEGIN:
                return replace(state, began=state.subject is not None, screen=Screen.MAIN)
            case Act.ANSWER:
                return self._answer(state, action.at)
            case Act.CHANGE:
                return self._change(state, action.at)
            case Act.KEEP:
                return replace(state, asked_again=None, screen=Screen.MAIN)
            case Act.DELIVERY:
                return replace(state, each_new=action.at == 1, screen=Screen.MAIN)
            case Act.DELETE:
                return state if action.at else replace(state, screen=Screen.STOPPED)
            case Act.SEND:
                return state
            case Act.GO:
                return replace(state, screen=action.screen, at=action.at)
            case _:
                assert_never(action.act)

    def _speak(self, state: State, moment: Moment) -> State:
        """After the first greeting comes the choice, which is skipped where there is none."""
        if state.screen is not Screen.WELCOME:
            return state
        known = subjects(self.context.catalogue)
        return self._choose(state, known[0], moment) if len(known) == 1 else replace(state, screen=Screen.CHOICE, at=0)

    def choose(self, state: State, subject: Subject, moment: Moment) -> State:
        """The state in which a subject is asked about; what was answered stays while the condition does."""
        return self._choose(state, subject, moment)

    def _choose(self, state: State, subject: Subject, moment: Moment) -> State:
        """Ask about a subject. The notice opens, so a slot is drawn; it and the answers stay while the condition does."""
        if state.subject is not None and state.subject.condition == subject.condition:
            return replace(state, subject=subject, screen=Screen.MAIN, asked_again=None)
        studies = tuple(self.context.catalogue.conditions[subject.condition].studies)
        return replace(
            state,
            subject=subject,
            answers={},
            began=False,
            screen=Screen.MAIN,
            asked_again=None,
            slot=moment.chance & ((1 << SLOT_BITS) - 1),
            draw=drawn(studies, subject.study, moment.chance >> SLOT_BITS),
        )

    def _answer(self, state: State, place: int) -> State:
        replay = self.replay(state)
        if replay is None or not state.began or replay.question is None:
            return replace(state, screen=Screen.MAIN)
        known = (*replay.question.answers, UNSURE)
        if place >= len(known):
            return replace(state, screen=Screen.MAIN)
        answers = {**state.answers, replay.question.id: known[place]}
        return replace(state, answers=answers, asked_again=None, screen=Screen.MAIN)

    def _change(self, state: State, place: int) -> State:
        replay = self.replay(state)
        order = tuple(replay.condition.questions) if replay else ()
        return replace(state, asked_again=order[place] if place < len(order) else None, screen=Screen.MAIN)

    def replay(self, state: State) -> Replay | None:
        """The state replayed; None while no study is chosen."""
        return Replay(state, self._interview(state.subject)) if state.subject else None

    def view(self, state: State) -> Card:
        """The card that shows a state."""
        replay = self.replay(state)
        match state.screen:
            case Screen.WELCOME:
                return opening.welcome(self.context, state)
            case Screen.MENU:
                return menu.menu(self.context, state, replay)
            case Screen.TOPICS:
                return menu.topics(self.context, state, replay)
            case Screen.TOPIC:
                return menu.topic(self.context, state, replay)
            case Screen.PRIVACY:
                return menu.privacy(self.context, state, replay)
            case Screen.STOPPED:
                return menu.stopped(self.context, state, replay)
            case Screen.CHOICE:
                return opening.choice(self.context, state)
            case _ if replay is None:
                return opening.choice(self.context, replace(state, at=0))
            case _ if not state.began:
                return opening.notice(self.context, replay)
            case Screen.REVIEW:
                return question.review(self.context, replay)
            case Screen.RESULT if (decision := result.settled(replay, state.at)) is not None:
                return result.result_card(self.context, replay, decision)
            case Screen.SHEET if (decision := result.settled(replay, state.at // 2)) is not None:
                return sheet.sheet_card(self.context, replay, decision)
            case Screen.PROPOSAL if (asked := question.proposed(replay)) is not None:
                return question.proposal(self.context, replay, *asked)
            case _ if replay.question is not None:
                return question.question(self.context, replay, replay.question)
            case _:
                return result.outcome(self.context, replay)
