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
from bot.faces.telegram.api import Api, StartError, begin, checked, new_api, register, unregister
from bot.faces.telegram.chat_order import ChatOrder
from bot.faces.telegram.coordinators import Coordinators
from bot.faces.telegram.delivery import LONGEST_WAIT_POLLING, Delivery
from bot.faces.telegram.dispatch import WANTED, Dispatcher
from bot.faces.telegram.messages import Messages
from bot.faces.telegram.pointer import Pointer, Sequence
from bot.faces.telegram.polling import Polling
from bot.faces.telegram.presenter import Presenter
from bot.faces.telegram.quiet import silence
from bot.faces.telegram.setup import introduce
from bot.faces.telegram.sheet import Sheets
from bot.faces.telegram.taps import Taps
from bot.figures.bulletin import Bulletins

__all__ = ["FACE", "TEXTS", "StartError", "TelegramFace"]

TEXTS = FACE.texts
"""This face's own words: to be given to the Wording that it and its conversation use."""


def _nothing(state: State, action: Action) -> None:
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
        reached: Callable[[State, Action], None] = _nothing,
        coordinator_ids: Collection[int] = (),
        bulletins: Bulletins | None = None,
    ) -> None:
        """Build it from a conversation with `About(FACE, …)`; raises StartError for an empty token.

        `wording` includes TEXTS. `channels`: the number of each recruitment channel's name; others count
        as none. `reached` is told of each step after it was shown. `coordinator_ids` may ask `bulletins` for the
        funnel's figures.
        """
        silence()
        self.api: Api = new_api(token, api_url)
        self._wording = wording
        self._delivery = Delivery(self.api)
        self.order = ChatOrder()
        self._sequence = Sequence()
        self.presenter = presenter = Presenter(conversation, tickets, wording, clock, self._delivery, Pointer())
        self._coordinators = Coordinators(self._delivery, coordinator_ids, bulletins) if bulletins else None
        taps = Taps(presenter, Sheets(presenter), reached)
        self._messages = Messages(presenter, taps, dict(channels or {}), reached, self._coordinators)
        self._dispatcher = Dispatcher(presenter, taps, self._messages)
        self._introduction: asyncio.Task[None] | None = None

    async def run_polling(self, stop: asyncio.Event) -> None:
        """Fetch and answer updates until `stop` is set; raises StartError if that cannot begin, or the token is withdrawn."""
        self._delivery.longest_wait = LONGEST_WAIT_POLLING
        await self._begin()
        await unregister(self.api)
        await Polling(self.api, WANTED, self.process).run(stop)

    def webhook_route(self, secret: str) -> Route:
        """Where Telegram delivers updates, at PUBLIC_URL/telegram; `secret` is what `start_webhook` tells Telegram; raises StartError for one of the wrong form."""
        self._messages.sequence = self._sequence
        return webhook.route(checked(secret), self.api.parsed, self.process)

    async def start_webhook(self, public_url: str, secret: str) -> None:
        """Have Telegram deliver updates to the route; raises StartError."""
        await self._begin()
        await register(self.api, f"{public_url.rstrip('/')}{webhook.PATH}", checked(secret), WANTED)

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

    async def _begin(self) -> None:
        self._dispatcher.name = await begin(self.api)
        self._introduction = asyncio.create_task(introduce(self.api, self._wording))

    async def process(self, update: Update) -> None:
        """Handle one update in its chat's order; raises LaterError if it should be delivered again."""
        self._sequence.saw(update.update_id)
        await self.order.process_update(update, self._dispatcher.handle(update))
