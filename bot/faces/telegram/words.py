"""What a person writes under a card: an answer, a proposal's yes or no, a word for a way; read whole or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from bot.conversation.card import Card, Role
from bot.conversation.languages import following, offered
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, State, go
from bot.faces.telegram.presenter import Presenter, Reached
from bot.faces.telegram.rows import lettered
from bot.faces.telegram.sent import Replies, Sent
from bot.typed.reader import Reader
from bot.typed.reading import Hint, Reading, Way
from criteria.expression import UNSURE, AnswerId
from criteria.question import Question


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
        replay = self._presenter.conversation.replay(before)
        card = self._presenter.conversation.view(before)
        question = replay.question if replay and card.question else None
        if before.screen is Screen.LEAVING:
            await self._main(sent, before, self._presenter.say(before.language, "unchanged"))
        elif replay is not None and question is not None:
            await self._under(sent, before, replay, question, card, text)
        elif (reading := self._reader.way(text)) is not None:
            await self._way(sent, before, card, reading)
        else:
            await self._replies.point(sent, "no-question")

    async def _under(
        self, sent: Sent, before: State, replay: Replay, question: Question, card: Card, text: str
    ) -> None:
        """Read a text under a question, or under the proposal of one of its answers."""
        if before.screen is Screen.PROPOSAL and (sure := self._reader.confirms(text)) is not None:
            await (self._answer(sent, before, before.at) if sure else self._main(sent, before))
            return
        reading = self._reader.read(
            question, text, before.language, sent.moment.hour, letters=_letters(card), ends=replay.ends
        )
        known = (*question.answers, UNSURE)
        if reading.taken is not None:
            await self._answer(sent, before, known.index(reading.taken))
        elif reading.asked is not None:
            proposal = replace(before, screen=Screen.PROPOSAL, at=known.index(reading.asked))
            await self._presenter.show(sent.spot, proposal)
        elif reading.way is not None:
            await self._way(sent, before, card, reading)
        else:
            await self._main(sent, before, self._hint(before, question, reading.hint or Hint.UNCLEAR))

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
        card = self._presenter.conversation.view(state)
        pressed = (*card.ways, *(one for one in card.buttons if one.role is not Role.ANSWER))
        ways = {button.value: button.label for button in pressed}
        back = ways.get("back") or ways.get("review")
        return f"{told} {say(language, 'understood-back', way=back)}" if back else told

    async def _way(self, sent: Sent, before: State, card: Card, reading: Reading) -> None:
        """Do what the button would do; a way that there is none of leads to where the conversation stands."""
        catalogue, way = self._presenter.conversation.context.catalogue, reading.way
        match way:
            case Way.LANGUAGE:
                known = offered(catalogue, before)
                other = reading.language if reading.language in known else following(catalogue, before)
                await self._presenter.show(sent.spot, replace(before, language=other, sheet_in=None))
            case Way.BACK:
                back = next((button.action for button in card.ways if button.value == "back"), go(Screen.MAIN))
                await self._go(sent, before, back)
            case Way.MENU:
                await self._go(sent, before, go(Screen.MENU))
            case Way.STOP:
                await self._go(sent, before, go(Screen.STOPPED))
            case Way.HELP if card.question is None:
                await self._replies.point(sent, "help")
            case Way.HELP | Way.MEANING:
                await self._go(sent, before, go(Screen.HELP))
            case Way.WHY:
                await self._go(sent, before, go(Screen.WHY))
            case None:
                pass
            case _:
                assert_never(way)

    async def _go(self, sent: Sent, before: State, action: Action) -> None:
        await self._presenter.show(sent.spot, self._presenter.conversation.step(before, action, sent.moment))

    async def _main(self, sent: Sent, before: State, notice: str = "") -> None:
        """The question again, with all its answers; its help stays open where it is."""
        kept = before.screen in (Screen.HELP, Screen.WHY)
        state = before if kept else replace(before, screen=Screen.MAIN, at=0)
        await self._presenter.show(sent.spot, state, notice=notice)

    def _hint(self, before: State, question: Question, hint: Hint) -> str:
        """Why nothing was taken."""
        language, number = before.language, question.text.number
        match hint:
            case Hint.PLAUSIBLE if number is not None and number.plausible is not None:
                return number.plausible.ask.in_(language)
            case Hint.UNIT | Hint.NUMBER | Hint.BUTTONS | Hint.UNCLEAR:
                return self._presenter.say(language, hint.value)
            case Hint.PLAUSIBLE:
                return self._presenter.say(language, Hint.NUMBER.value)
            case _:
                assert_never(hint)


def _letters(card: Card) -> Mapping[str, AnswerId]:
    """The letters that the card shows, each with its answer."""
    return {letter: AnswerId(button.value) for letter, button in lettered(card).items()}
