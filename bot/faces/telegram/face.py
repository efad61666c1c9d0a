"""The Telegram face, put together: one conversation, by polling or by a webhook."""

import asyncio
from collections.abc import Callable, Collection, Mapping

from starlette.routing import Route
from telegram import Update

from bot.conversation.machine import Conversation
from bot.conversation.state import Action, Moment, State
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.telegram import webhook
from bot.faces.telegram.abilities import FACE
from bot.faces.telegram.api import Api, StartError, begin, checked, new_api
from bot.faces.telegram.chat_order import ChatOrder
from bot.faces.telegram.clearing import Clearing
from bot.faces.telegram.commands import Commands
from bot.faces.telegram.connection import Connection
from bot.faces.telegram.coordinators import Coordinators
from bot.faces.telegram.delivery import LONGEST_WAIT, LONGEST_WAIT_POLLING, Delivery
from bot.faces.telegram.dispatch import Dispatcher
from bot.faces.telegram.messages import Messages
from bot.faces.telegram.pointer import Pointer, Sequence
from bot.faces.telegram.presenter import Presenter, Reached
from bot.faces.telegram.quiet import silence
from bot.faces.telegram.sent import Replies
from bot.faces.telegram.setup import introduce
from bot.faces.telegram.sheet import Sheets
from bot.faces.telegram.taps import Taps
from bot.faces.telegram.words import TypedWords
from bot.figures.bulletin import Bulletins

__all__ = ["FACE", "TEXTS", "StartError", "TelegramFace"]

TEXTS = FACE.texts
"""This face's own words: to be given to the Wording that it and its conversation use."""


def _nothing(state: State, action: Action, chat: int) -> None:
    """Nobody wants to know."""


class TelegramFace:
    """The conversation on Telegram, in private chats; remembers nothing that it could not do without."""

    def __init__(
        self,
        conversation: Conversation,
        tickets: Tickets,
        wording: Wording,
        clock: Callable[[], Moment],
        token: str,
        api_url: str | None = None,
        channels: Mapping[str, int] | None = None,
        *,
        reached: Reached = _nothing,
        coordinator_ids: Collection[int] = (),
        bulletins: Bulletins | None = None,
    ) -> None:
        """Build it from a conversation with `About(FACE, …)`; raises StartError for what is no token.

        `wording` includes TEXTS. `channels`: the number of each recruitment channel's name; others count
        as none. `reached` is told of each step after it was shown, and of its chat. `coordinator_ids` may ask `bulletins` for the
        funnel's figures.
        """
        silence()
        self.api: Api = new_api(token, api_url)
        self._wording = wording
        self._delivery = Delivery(self.api, LONGEST_WAIT_POLLING)
        self.order = ChatOrder()
        self._sequence = Sequence()
        self.presenter = Presenter(conversation, tickets, wording, clock, self._delivery, Pointer())
        self._coordinators = Coordinators(self._delivery, coordinator_ids, bulletins) if bulletins else None
        self._dispatcher = _dispatcher(self.presenter, channels or {}, reached, self._coordinators)
        self._connection = Connection(self.api, self.process, self._began)
        self._introduction: asyncio.Task[None] | None = None

    def webhook(self, public_url: str, secret: str) -> Route:
        """Have Telegram deliver updates, and give the route where they come in, PUBLIC_URL/telegram.

        Raises StartError for a secret of the wrong form.
        """
        self.presenter.pointer.sequence = self._sequence
        self._delivery.longest_wait = LONGEST_WAIT
        address = f"{public_url.rstrip('/')}{webhook.PATH}"
        self._connection = Connection(self.api, self.process, self._began, address, checked(secret))
        return webhook.route(secret, self.api.parsed, self.process)

    async def run(self, stop: asyncio.Event) -> None:
        """Answer updates until told to stop, whatever Telegram does; then finish those that have begun."""
        await self._connection.run(stop)

    async def status(self, seconds: float) -> str:
        """What is to be said of the bot, as a part of a sentence; waits some seconds for the first news."""
        return await self._connection.known(seconds)

    async def well(self) -> bool:
        """Whether the bot is connected, as far as is known."""
        return self._connection.well

    def released(self) -> None:
        """Tell the coordinators that there is a release."""
        if self._coordinators is not None:
            self._coordinators.released()

    async def announce(self) -> None:
        """Tell the coordinators that there is a release, now, without answering anybody; raises StartError."""
        if self._coordinators is not None:
            await begin(self.api)
            await self._coordinators.announce()

    async def close(self) -> None:
        """Give the connections back; the webhook stays, since other replicas may serve it."""
        if self._coordinators is not None:
            await self._coordinators.close()
        if self._introduction is not None:
            self._introduction.cancel()
            await asyncio.wait({self._introduction})
        await self.api.shutdown()

    def _began(self, name: str) -> None:
        self._dispatcher.name = name
        if self._introduction is None:
            self._introduction = asyncio.create_task(introduce(self.api, self._wording))

    async def process(self, update: Update) -> None:
        """Handle one update in its chat's order; raises LaterError if it should be delivered again."""
        self._sequence.saw(update.update_id)
        await self.order.process_update(update, self._dispatcher.handle(update))


def _dispatcher(
    presenter: Presenter, channels: Mapping[str, int], reached: Reached, coordinators: Coordinators | None
) -> Dispatcher:
    replies, clearing = Replies(presenter), Clearing(presenter)
    taps = Taps(presenter, Sheets(presenter), clearing, reached)
    commands = Commands(presenter, replies, clearing, channels, coordinators)
    return Dispatcher(presenter, taps, Messages(presenter, replies, commands, TypedWords(presenter, replies, reached)))
