"""A tap on a button: its ticket is opened, the step taken, and the card edited in place."""

import asyncio

from telegram import CallbackQuery

from bot.conversation.state import SHOW, Act, Action, Moment, Screen, State
from bot.conversation.ticket import ForgedError, OutdatedError
from bot.faces.telegram.delivery import GoneError
from bot.faces.telegram.presenter import Presenter, Reached, Spot
from bot.faces.telegram.sheet import Sheets


class Taps:
    """Takes the steps that buttons ask for."""

    def __init__(self, presenter: Presenter, sheets: Sheets, reached: Reached) -> None:
        self._presenter = presenter
        self._sheets = sheets
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
            notice = self._presenter.say(outdated.language, "outdated")
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
        match action.act:
            case Act.DELETE:
                await self.clear(spot, state)
                return
            case Act.SEND if state.screen is Screen.SHEET:
                await self._sheets.send(spot.chat, state)
                spot = Spot(spot.chat, spot.update, spot.message, move=True)
            case _ if state.each_new:
                spot = Spot(spot.chat, spot.update, spot.message, move=True)
            case _:
                pass
        await self._presenter.show(spot, state, page=action.at if action.act is Act.SHOW else 0, notice=notice)
        self._reached(state, action)

    def _late(self, spot: Spot) -> bool:
        """Whether the tapped card was deleted since, because a new one took its place: a double tap."""
        place = self._presenter.pointer.get(spot.chat)
        return place is not None and spot.message is not None and place.replaced == spot.message

    async def clear(self, spot: Spot, state: State) -> None:
        """Remove what can be removed of the chat, and say what stays: in the card, or at the bottom if it is to move."""
        place = self._presenter.pointer.get(spot.chat)
        kept = None if spot.move else spot.message
        known = {spot.message, place.message if place else None}
        for message in known - {kept}:
            if message is not None:
                await self._presenter.delivery.delete(
                    spot.chat, message, self._presenter.say(state.language, "removed")
                )
        self._presenter.pointer.forget(spot.chat)
        text = self._presenter.say(state.language, "deleted")
        keyboard = self._presenter.beginner(spot.chat, state.language)
        if kept is not None:
            try:
                await self._presenter.delivery.edit(spot.chat, kept, text, (), keyboard)
            except GoneError:
                pass
            else:
                return
        await self._presenter.delivery.send(spot.chat, text, (), keyboard)

    async def _remove(self, query: CallbackQuery, chat: int, state: State) -> None:
        """Remove one message that stands beside the card."""
        message = query.message.message_id if query.message else None
        gone = message is None or await self._presenter.delivery.delete(
            chat, message, self._presenter.say(state.language, "removed")
        )
        await self._presenter.delivery.answer(
            query.id, None if gone else self._presenter.say(state.language, "too-old")
        )


def _spot(query: CallbackQuery, chat: int, update: int) -> Spot:
    """Where to show the next card: in the tapped message, unless Telegram says that it is out of reach."""
    reachable = query.message is not None and query.message.is_accessible
    return Spot(chat, update, query.message.message_id if query.message and reachable else None)
