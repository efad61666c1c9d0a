"""The state machine around the interview: a state and an action give the next state, a state gives its card."""

from collections import deque
from dataclasses import replace
from functools import cache
from typing import assert_never

from bot.conversation.card import Card
from bot.conversation.cards import choosing, menu, notice, question, result, sheet
from bot.conversation.cards.choice import choices, first_page
from bot.conversation.cards.context import About, CardContext
from bot.conversation.cards.fullest import fullest
from bot.conversation.cards.parts import other_languages
from bot.conversation.languages import speaks
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Moment, Screen, State, Subject
from bot.conversation.subjects import screened, subjects
from bot.conversation.ticket import SEED_BITS
from bot.conversation.wording import Wording
from criteria.catalogue import Catalogue
from criteria.condition import ConditionId
from criteria.expression import UNSURE
from criteria.interview import Interview
from criteria.languages import LANGUAGES, Language
from criteria.screening import carried

RECENT = 8
"""States whose replay is at hand: one step looks at the same state several times."""


class Conversation:
    """The conversation about one catalogue, on one face. Pure: no clock, no chance, no memory that a result could depend on."""

    def __init__(self, catalogue: Catalogue, wording: Wording, about: About) -> None:
        self.context = CardContext(catalogue, wording, about)
        self._of_other = replace(self.context, for_other=True)
        self._interview = cache(self._new_interview)
        self._replays: deque[Replay] = deque(maxlen=RECENT)

    def _new_interview(self, subject: Subject) -> Interview:
        return Interview(screened(self.context.catalogue, subject))

    def start(self, language: Language, moment: Moment, subject: Subject | None = None, channel: int = 0) -> State:
        """A new conversation, in a language and, where a link names it, about a study."""
        seed = moment.chance & ((1 << SEED_BITS) - 1)
        state = State(language=language, started=moment.hour, channel=channel, seed=seed)
        return state if subject is None else self._choose(state, subject)

    def start_at(self, language: Language, moment: Moment, condition: ConditionId, channel: int = 0) -> State:
        """A new conversation about a condition that a link names: the choice among its studies, where there is one."""
        state = self.start(language, moment, channel=channel)
        known = [subject for subject in subjects(self.context.catalogue) if subject.condition == condition]
        if len(known) == 1:
            return self._choose(state, known[0])
        return replace(state, screen=Screen.CHOICE, at=first_page(self.context.catalogue, condition))

    def step(self, state: State, action: Action, moment: Moment) -> State:  # noqa: ARG002 - each face gives it
        """The state after an action; an action that does not fit the state shows where it stands."""
        match action.act:
            case Act.SHOW:
                return state
            case Act.LANGUAGE:
                return self._speak(state, action.at)
            case Act.CHOOSE:
                offered = choices(self.context.catalogue, state.at).subjects
                return self._choose(state, offered[action.at]) if action.at < len(offered) else state
            case Act.BEGIN:
                began = state.subject is not None
                return replace(state, began=began, for_other=began and action.at == 1, screen=Screen.MAIN)
            case Act.ANSWER:
                return self._answer(state, action.at)
            case Act.CHANGE:
                return self._change(state, action.at)
            case Act.KEEP:
                return replace(state, asked_again=None, screen=Screen.MAIN)
            case Act.WISH:
                return replace(state, wished=action.at == 1, screen=Screen.MAIN)
            case Act.DELETE:
                return state if action.at else replace(state, screen=Screen.STOPPED)
            case Act.SEND:
                return state
            case Act.SHEET_IN:
                return self._sheet_in(state, action.at)
            case Act.GO:
                return replace(state, screen=action.screen, at=action.at, sheet_in=None)
            case _:
                assert_never(action.act)

    def _speak(self, state: State, place: int) -> State:
        """Go on in another language."""
        return replace(state, language=LANGUAGES[place], sheet_in=None) if place < len(LANGUAGES) else state

    def _sheet_in(self, state: State, place: int) -> State:
        """Show the sheet in another of the condition's languages."""
        if place >= len(LANGUAGES) or state.subject is None:
            return state
        language = LANGUAGES[place]
        if not speaks(self.context.catalogue.conditions[state.subject.condition], language):
            return state
        return replace(state, sheet_in=None if language == state.language else language)

    def about(self, state: State, subject: Subject) -> State:
        """The conversation gone on about something else; the answers stay where the condition does."""
        return self._choose(state, subject)

    def _choose(self, state: State, subject: Subject) -> State:
        """Ask about a subject. While the condition stays, so do the answers that mean one answer there, too."""
        before = state.subject
        if before is not None and before.condition == subject.condition:
            answers = carried(state.answers, self._interview(before).screening, self._interview(subject).screening)
            return replace(state, subject=subject, answers=answers, screen=Screen.MAIN, asked_again=None)
        return replace(state, subject=subject, answers={}, began=False, screen=Screen.MAIN, asked_again=None)

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
        order = tuple(replay.questions) if replay else ()
        return replace(state, asked_again=order[place] if place < len(order) else None, screen=Screen.MAIN)

    def replay(self, state: State) -> Replay | None:
        """The state replayed; None while no study is chosen."""
        if state.subject is None:
            return None
        for known in self._replays:
            if known.state is state:
                return known
        self._replays.append(Replay(state, self._interview(state.subject)))
        return self._replays[-1]

    def fullest(self, state: State) -> tuple[Card, ...]:
        """Cards that are larger than any result of what a state is about; none while no study is chosen."""
        replay = self.replay(state)
        return tuple(fullest(self._context(state), replay)) if replay else ()

    def _context(self, state: State) -> CardContext:
        return self._of_other if state.for_other else self.context

    def view(self, state: State) -> Card:
        """The card that shows a state, with the ways to the other languages."""
        context = self._context(state)
        card = self._card(context, state)
        draft = context.in_(card.language)("preview") if context.catalogue.decisions else ""
        return replace(card, languages=other_languages(context, state, card.language), banner=draft or card.banner)

    def _card(self, context: CardContext, state: State) -> Card:
        """The card: in the state's language throughout, or one that says which languages there are."""
        replay = self.replay(state)
        match state.screen:
            case Screen.MENU:
                return menu.menu(context, state, replay)
            case Screen.PRIVACY:
                return menu.privacy(context, state, replay)
            case Screen.STOPPED:
                return menu.stopped(context, state, replay)
            case Screen.WELCOME | Screen.CHOICE:
                return choosing.choice(context, state)
            case Screen.ELSEWHERE:
                return choosing.elsewhere(context, state)
            case _ if replay is not None and not speaks(replay.condition, state.language):
                return choosing.other_languages(context, state, replay.condition)
            case Screen.TOPICS:
                return menu.topics(context, state, replay)
            case Screen.TOPIC:
                return menu.topic(context, state, replay)
            case _ if replay is None:
                return choosing.choice(context, replace(state, at=0, screen=Screen.CHOICE))
            case _ if not state.began:
                return notice.notice(context, replay)
            case Screen.REVIEW:
                return question.review(context, replay)
            case Screen.RESULT if (decision := result.settled(replay, state.at)) is not None:
                return result.result_card(context, replay, decision)
            case Screen.SHEET if (decision := result.settled(replay, state.at)) is not None:
                return sheet.sheet_card(context, replay, decision)
            case Screen.PROPOSAL if (asked := question.proposed(replay)) is not None:
                return question.proposal(context, replay, *asked)
            case _ if replay.question is not None:
                return question.question(context, replay, replay.question)
            case _:
                return result.outcome(context, replay)
