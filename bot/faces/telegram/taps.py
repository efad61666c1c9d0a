"""A tap on a button: its ticket is opened, the step taken, and the card edited in place."""

import asyncio

from telegram import CallbackQuery

from bot.conversation.state import SHOW, Act, Action, Moment, Screen, State
from bot.conversation.ticket import ForgedError, OutdatedError
from bot.faces.telegram.clearing import Clearing
from bot.faces.telegram.delivery import Removal
from bot.faces.telegram.presenter import Presenter, Reached, Spot
from bot.faces.telegram.sheet import Sheets

LONGEST_ECHO = 48
"""Characters of the answer that stands above the next card."""


class Taps:
    """Takes the steps that buttons ask for."""

    def __init__(self, presenter: Presenter, sheets: Sheets, clearing: Clearing, reached: Reached) -> None:
        self._presenter = presenter
        self._sheets = sheets
        self._clearing = clearing
        self._reached = reached

    async def take(self, query: CallbackQuery, chat: int, update: int) -> None:
        """Answer the tap, and show where it leads."""
        moment = self._presenter.clock()
        notice = ""
        try:
            state, action = self._presenter.open(query.data or "", chat, moment.hour)
        except ForgedError:
            await self._presenter.delivery.answer(
                query.id, self._presenter.say(self._presenter.greeted(query.from_user), "forged")
            )
            return
        except OutdatedError as outdated:
            state, action = self._presenter.conversation.start(outdated.language, moment, outdated.subject), SHOW
            notice = self._presenter.say(outdated.language, outdated.notice)
        if action == Action(Act.DELETE, 1):
            await self._remove(query, chat, state)
            return
        answering = asyncio.create_task(self._presenter.delivery.answer(query.id))
        try:
            await self._go_on(_spot(query, chat, update), state, action, moment, notice)
        finally:
            await answering

    async def _go_on(self, spot: Spot, before: State, action: Action, moment: Moment, notice: str) -> None:
        if self._late(spot):
            return
        state = self._presenter.conversation.step(before, action, moment)
        if action.act is Act.DELETE:
            await self._clearing.by_tap(spot, state)
            return
        sends = action.act is Act.SEND and state.screen is Screen.SHEET
        if sends:
            await self._sheets.send(spot.chat, state)
        if sends or state.wished:
            claim = None if spot.move else spot.message
            spot = Spot(spot.chat, spot.update, spot.message, move=True, claim=claim)
        page = action.at if action.act is Act.SHOW else 0
        if answer := self._presenter.echo(before, action):
            notice = self._presenter.say(state.language, "echo", answer=shortened(answer))
        if await self._presenter.show(spot, state, page=page, notice=notice):
            self._reached(state, action, spot.chat)

    def _late(self, spot: Spot) -> bool:
        """Whether the tapped card was deleted since, because a new one took its place: a double tap."""
        place = self._presenter.pointer.get(spot.chat)
        return place is not None and spot.message is not None and place.replaced == spot.message

    async def _remove(self, query: CallbackQuery, chat: int, state: State) -> None:
        """Remove one message that stands beside the card."""
        message = query.message.message_id if query.message else None
        done = await self._presenter.remove(chat, message, state.language) if message is not None else Removal.MISSING
        told = self._presenter.say(state.language, "too-old") if done is Removal.KEPT else None
        await self._presenter.delivery.answer(query.id, told)


def shortened(answer: str) -> str:
    """An answer that fits into a line."""
    return answer if len(answer) <= LONGEST_ECHO else f"{answer[: LONGEST_ECHO - 1].rstrip()}…"


def _spot(query: CallbackQuery, chat: int, update: int) -> Spot:
    """Where to show the next card: in the tapped message, or anew where Telegram says that it is out of reach."""
    message = query.message
    return Spot(
        chat, update, message.message_id if message else None, move=message is not None and not message.is_accessible
    )
