"""What a person writes under a card: an answer, a proposal's yes or no, a word for a way; read whole or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from bot.conversation.card import Card
from bot.conversation.languages import following
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, State, go
from bot.faces.telegram.presenter import Presenter, Reached
from bot.faces.telegram.rows import lettered
from bot.faces.telegram.sent import Replies, Sent
from bot.typed.reader import Reader
from bot.typed.reading import Hint, Reading, Way
from criteria.expression import UNSURE, AnswerId
from criteria.question import Question

HINTS = {Hint.UNIT: "unit", Hint.NUMBER: "number", Hint.BUTTONS: "buttons", Hint.UNCLEAR: "unclear"}
SCREENS = {
    Way.MENU: Screen.MENU,
    Way.STOP: Screen.STOPPED,
    Way.MEANING: Screen.HELP,
    Way.WHY: Screen.WHY,
    Way.HELP: Screen.HELP,
}


class TypedWords:
    """Takes what is typed for the question that is shown."""

    def __init__(self, presenter: Presenter, replies: Replies, reached: Reached) -> None:
        self._presenter = presenter
        self._replies = replies
        self._reached = reached
        self._reader = Reader(presenter.conversation.context)

    async def take(self, sent: Sent, text: str) -> None:
        """Read a text whose conversation may be known."""
        before = sent.state
        if before is None:
            await self._replies.lost(sent)
            return
        if sent.notice:
            await self._presenter.show(sent.spot, before, notice=sent.notice)
            return
        card = self._presenter.conversation.view(before)
        replay = self._presenter.conversation.replay(before)
        question = replay.question if replay and card.question else None
        if before.screen is Screen.LEAVING:
            await self._main(sent, before, self._presenter.say(before.language, "unchanged"))
        elif replay is None or question is None:
            await self._replies.point(sent, "no-question")
        elif before.screen is Screen.PROPOSAL and (sure := self._reader.confirms(text)) is not None:
            await (self._answer(sent, before, before.at) if sure else self._main(sent, before))
        else:
            await self._read(sent, before, replay, question, card, text)

    async def _read(self, sent: Sent, before: State, replay: Replay, question: Question, card: Card, text: str) -> None:
        reading = self._reader.read(
            question, text, before.language, sent.moment.hour, letters=_letters(card), ends=replay.ends
        )
        known = (*question.answers, UNSURE)
        if reading.taken is not None:
            await self._answer(sent, before, known.index(reading.taken))
        elif reading.asked is not None:
            await self._presenter.show(
                sent.spot, replace(before, screen=Screen.PROPOSAL, at=known.index(reading.asked))
            )
        elif reading.way is not None:
            await self._way(sent, before, card, reading)
        else:
            await self._main(sent, before, self._hint(before, reading.hint or Hint.UNCLEAR))

    async def _answer(self, sent: Sent, before: State, place: int) -> None:
        """Give the answer at a place of the question's answers, and say how it was understood."""
        action = Action(Act.ANSWER, place)
        state = self._presenter.conversation.step(before, action, sent.moment)
        if await self._presenter.show(sent.spot, state, notice=self._understood(before, action, state)):
            self._reached(state, action, sent.chat)

    def _understood(self, before: State, action: Action, state: State) -> str:
        """What was understood, unless it is private; and the way back that the next card has."""
        language, say = before.language, self._presenter.say
        answer = self._presenter.echo(before, action)
        told = say(language, "understood", answer=answer) if answer else say(language, "understood-private")
        ways = {button.value: button.label for button in self._presenter.conversation.view(state).ways}
        back = ways.get("back") or ways.get("review")
        return f"{told} {say(language, 'understood-back', way=back)}" if back else told

    async def _way(self, sent: Sent, before: State, card: Card, reading: Reading) -> None:
        """Do what the button would do."""
        conversation, way = self._presenter.conversation, reading.way
        match way:
            case Way.LANGUAGE:
                other = following(conversation.context.catalogue, before)
                await self._presenter.show(sent.spot, replace(before, language=reading.language or other))
            case Way.BACK:
                back = next((button.action for button in card.ways if button.value == "back"), go(Screen.MAIN))
                await self._presenter.show(sent.spot, conversation.step(before, back, sent.moment))
            case Way.MENU | Way.STOP | Way.MEANING | Way.WHY | Way.HELP:
                there = conversation.step(before, go(SCREENS[way]), sent.moment)
                await self._presenter.show(sent.spot, there)
            case None:
                pass
            case _:
                assert_never(way)

    async def _main(self, sent: Sent, before: State, notice: str = "") -> None:
        """The question again, with all its answers; its help stays open where it is."""
        kept = before.screen in (Screen.HELP, Screen.WHY)
        state = before if kept else replace(before, screen=Screen.MAIN, at=0)
        await self._presenter.show(sent.spot, state, notice=notice)

    def _hint(self, before: State, hint: Hint) -> str:
        """Why nothing was taken."""
        return self._presenter.say(before.language, HINTS.get(hint, "unclear"))


def _letters(card: Card) -> Mapping[str, AnswerId]:
    """The letters that the card shows, each with its answer."""
    return {letter: AnswerId(button.value) for letter, button in lettered(card).items()}
