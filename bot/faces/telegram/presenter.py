"""A state becomes the card in its chat: rendered, its buttons sealed, edited in place or sent anew at the bottom."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from telegram import MessageEntity, User
from telegram.constants import KeyboardButtonStyle

from bot.conversation.card import Button, Role
from bot.conversation.cards.labels import answer_label
from bot.conversation.machine import Conversation
from bot.conversation.state import SHOW, Act, Action, Moment, State
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Argument, Wording
from bot.faces.telegram.delivery import Delivery, GoneError, LaterError, Removal
from bot.faces.telegram.keyboard import Key, Keyboard
from bot.faces.telegram.languages import language_of
from bot.faces.telegram.pointer import Place, Pointer
from bot.faces.telegram.render import Renderer
from criteria.expression import UNSURE
from criteria.languages import Language

Reached = Callable[[State, Action, int], None]


@dataclass(frozen=True)
class Spot:
    """Where a card is to be shown: the chat, the message that holds it now, if any, and the update that asks."""

    chat: int
    update: int
    message: int | None = None
    move: bool = False
    """Whether the card goes to the bottom of the chat as a new message."""
    claim: int | None = None
    """What is answered by the new message, and then deleted. Whoever deletes it has answered it: an update that is
    delivered twice finds it missing the second time, and its answer is taken back."""
    claimed: bool = False
    """What is answered was deleted before: nobody else will answer it, however long that takes."""


@dataclass(frozen=True)
class Content:
    """What a message shows."""

    text: str
    entities: Sequence[MessageEntity]
    keyboard: Keyboard


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

    def ticket(self, chat: int, state: State) -> str:
        """What shows a state of this chat."""
        return self._tickets.write(state, SHOW, _holder(chat))

    def echo(self, before: State, action: Action) -> str:
        """The answer that an action gives, in words; empty for any other action, and for a private question."""
        replay = self.conversation.replay(before) if action.act is Act.ANSWER and before.began else None
        question = replay.question if replay else None
        known = (*question.answers, UNSURE) if question else ()
        if question is None or question.text.sensitive or action.at >= len(known):
            return ""
        return answer_label(self.conversation.context, before.language, question, known[action.at])

    async def show(
        self, spot: Spot, state: State, *, page: int = 0, notice: str = "", album: str | None = None
    ) -> bool:
        """Show a state; whether that was still wanted. A message that cannot be edited is left, and the card sent anew."""
        shown = self.renderer.shown(self.conversation.view(state), page, notice)
        write = self._tickets.writer(state, _holder(spot.chat))
        content = Content(shown.text, shown.entities, _keyboard(write, shown.rows))
        return await self.put(spot, content, state.language, write(SHOW), album)

    async def put(
        self, spot: Spot, content: Content, language: Language, ticket: str, album: str | None = None
    ) -> bool:
        """Show something that is to be the only message with buttons for the conversation; see `show`."""
        if (message := spot.message) is None or spot.move or not await self._edited(spot, message, content):
            if self._superseded(spot):
                return False
            message = await self.delivery.send(
                spot.chat, content.text, content.entities, content.keyboard, patient=spot.claimed
            )
            if not await self._ours(spot, message, language):
                return False
        replaced = await self._alone(spot, message, language)
        self.pointer.put(spot.chat, Place(message, ticket, spot.update, replaced, album))
        return True

    async def _edited(self, spot: Spot, message: int, content: Content) -> bool:
        try:
            await self.delivery.edit(spot.chat, message, content.text, content.entities, content.keyboard)
        except GoneError:
            return False
        return True

    def _superseded(self, spot: Spot) -> bool:
        """Whether a card that cannot be edited was deleted since another took its place: its tap comes late.

        A card is deleted only after the next was sent. Where other replicas may have done that, it is taken to be so.
        """
        if spot.message is None or spot.move:
            return False
        place = self.pointer.certain(spot.chat, spot.update)
        return self.pointer.sequence is not None if place is None else place.message != spot.message

    async def _ours(self, spot: Spot, sent: int, language: Language) -> bool:
        """Whether what is answered was still there to be deleted; else somebody else has answered it."""
        if spot.claim is None:
            return True
        if await self.remove(spot.chat, spot.claim, language, own=spot.claim == spot.message) is not Removal.MISSING:
            return True
        await self.remove(spot.chat, sent, language)
        return False

    async def _alone(self, spot: Spot, message: int, language: Language) -> int | None:
        """Remove every other card that is surely known; the number of the one that was shown before, if it is gone."""
        place = self.pointer.certain(spot.chat, spot.update)
        gone = {spot.claim} if spot.claim is not None else set()
        for other in {spot.message, place.message if place else None} - {message, None, spot.claim}:
            if other is not None and await self.remove(spot.chat, other, language) is not Removal.KEPT:
                gone.add(other)
        return spot.message if spot.message in gone else None

    async def remove(self, chat: int, message: int, language: Language, *, own: bool = True) -> Removal:
        """Delete a message, or empty it if it is the bot's own and too old; never asks for a later delivery."""
        try:
            return await self.delivery.delete(chat, message, self.say(language, "removed") if own else None)
        except LaterError:
            return Removal.KEPT

    def keyboard(self, chat: int, state: State, rows: Iterable[Iterable[Button]]) -> Keyboard:
        """The buttons, each with the whole state and its own action sealed into it."""
        return _keyboard(self._tickets.writer(state, _holder(chat)), rows)

    def asking(self, chat: int, *ways: tuple[State, Button]) -> Keyboard:
        """Buttons below each other that lead to different conversations; the first holds the present one."""
        return Keyboard(tuple(self.keyboard(chat, state, [[button]]).rows[0] for state, button in ways))

    def remover(self, chat: int, state: State) -> Keyboard:
        """The one button of a message that stands beside the card: it removes that message."""
        label = self.say(state.language, "remove")
        return self.keyboard(chat, state, [[Button(label, Action(Act.DELETE, 1), Role.WAY, "remove")]])

    def beginner(self, chat: int, language: Language, name: str, action: Action = SHOW) -> Keyboard:
        """The one button of a message that shows no card: it begins. Not to be seen before another card's buttons."""
        state = self.conversation.start(language, self.clock())
        return self.keyboard(chat, state, [[Button(self.say(language, name), action, Role.CHOICE, "again")]])


_STYLES = {Role.FORWARD: KeyboardButtonStyle.PRIMARY}
"""Answers have none: no answer is the right one."""


def _keyboard(write: Callable[[Action], str], rows: Iterable[Iterable[Button]]) -> Keyboard:
    return Keyboard(
        tuple(tuple(Key(one.label, write(one.action), _STYLES.get(one.role)) for one in row) for row in rows)
    )


def _holder(chat: int) -> bytes:
    """What a chat's tickets are sealed with."""
    return b"telegram:%d" % chat
