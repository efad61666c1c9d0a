"""A state becomes the card in its chat: rendered, its buttons sealed, edited in place or sent anew at the bottom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, User

from bot.conversation.card import Button, Role
from bot.conversation.machine import Conversation
from bot.conversation.state import SHOW, Act, Action, Moment, State
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Argument, Wording
from bot.faces.telegram.delivery import Delivery, GoneError
from bot.faces.telegram.languages import language_of
from bot.faces.telegram.pointer import Place, Pointer
from bot.faces.telegram.render import Renderer
from criteria.languages import Language

Reached = Callable[[State, Action], None]


@dataclass(frozen=True)
class Spot:
    """Where a card is to be shown: the chat, the message that holds it now, if any, and the update that asks."""

    chat: int
    update: int
    message: int | None = None
    move: bool = False
    """Whether the card goes to the bottom of the chat as a new message."""


class Presenter:
    """What every kind of update needs to show a state in its chat."""

    def __init__(
        self,
        conversation: Conversation,
        tickets: Tickets,
        wording: Wording,
        clock: Callable[[], Moment],
        delivery: Delivery,
        pointer: Pointer,
    ) -> None:
        self.conversation = conversation
        self.clock = clock
        self.delivery = delivery
        self.pointer = pointer
        self.renderer = Renderer(wording)
        self._tickets = tickets
        self._wording = wording

    def say(self, language: Language, name: str, /, **arguments: Argument) -> str:
        """One of this face's own texts."""
        return self._wording.say(language, f"tg-{name}", **arguments)

    def greeted(self, user: User | None) -> Language:
        """The language that a person is spoken to in whose conversation is not known."""
        return language_of(user, self.conversation.context.about.default_language)

    def open(self, ticket: str, chat: int, hour: int) -> tuple[State, Action]:
        """What a ticket of this chat holds; raises ForgedError and OutdatedError."""
        return self._tickets.read(ticket, _holder(chat), hour)

    async def show(
        self, spot: Spot, state: State, *, page: int = 0, notice: str = "", album: str | None = None
    ) -> None:
        """Show a state; a message that cannot be edited is left, and the card sent anew."""
        shown = self.renderer.shown(self.conversation.view(state), page, notice)
        keyboard = self.keyboard(spot.chat, state, shown.rows)
        message = None if spot.move else spot.message
        if message is not None:
            try:
                await self.delivery.edit(spot.chat, message, shown.text, shown.entities, keyboard)
            except GoneError:
                message = None
        replaced = None
        if message is None:
            message = await self.delivery.send(spot.chat, shown.text, shown.entities, keyboard)
            replaced = await self._replace(spot, state)
        ticket = self._tickets.write(state, SHOW, _holder(spot.chat))
        self.pointer.put(spot.chat, Place(message, ticket, spot.update, replaced, album))

    async def _replace(self, spot: Spot, state: State) -> int | None:
        """Delete the old card; its number, if taps on it can only come late from now on."""
        if spot.message is None:
            return None
        gone = await self.delivery.delete(spot.chat, spot.message, self.say(state.language, "removed"))
        return spot.message if gone else None

    def keyboard(self, chat: int, state: State, rows: Iterable[Iterable[Button]]) -> InlineKeyboardMarkup:
        """The buttons, each with the whole state and its own action sealed into it."""
        write = self._tickets.writer(state, _holder(chat))
        return InlineKeyboardMarkup(
            [[InlineKeyboardButton(one.label, callback_data=write(one.action)) for one in row] for row in rows]
        )

    def remover(self, chat: int, state: State) -> InlineKeyboardMarkup:
        """The one button of a message that stands beside the card: it removes that message."""
        label = self.say(state.language, "remove")
        return self.keyboard(chat, state, [[Button(label, Action(Act.DELETE, 1), Role.WAY, "remove")]])

    def beginner(self, chat: int, language: Language) -> InlineKeyboardMarkup:
        """The one button of a farewell: it begins again."""
        state = self.conversation.start(language, self.clock())
        return self.keyboard(chat, state, [[Button(self.say(language, "again"), SHOW, Role.FORWARD, "again")]])


def _holder(chat: int) -> bytes:
    """What a chat's tickets are sealed with."""
    return b"telegram:%d" % chat
