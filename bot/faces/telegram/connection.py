"""Begins with Telegram, by polling or a webhook, and begins again however that fails, until the process ends."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine

from telegram import Update
from telegram.error import TelegramError

from bot.faces.telegram.api import Api, StartError, begin, register, unregister
from bot.faces.telegram.polling import Polling
from bot.faces.telegram.quiet import place
from bot.faces.telegram.trouble import Trouble, until

WANTED = ("message", "callback_query", "channel_post")
"""The kinds of updates that Telegram is asked for."""
SECONDS_BETWEEN_LOOKS = 300.0
"""How often it is looked whether Telegram still delivers to us."""
LOG = logging.getLogger(__name__)


class Connection:
    """Keeps the bot connected; nothing that Telegram does ends it."""

    def __init__(
        self,
        api: Api,
        process: Callable[[Update], Awaitable[None]],
        began: Callable[[str], None],
        address: str = "",
        secret: str = "",
    ) -> None:
        """Build it for a webhook at an address with its secret, or for polling; `began` is told the bot's user name."""
        self._api = api
        self._process = process
        self._began = began
        self._address = address
        self._secret = secret
        self._trouble = Trouble()
        self._looked = asyncio.Event()
        self._polling: Polling | None = None
        self.status = "the Telegram bot has not answered yet"
        """What is to be said of it, as a part of a sentence."""

    @property
    def well(self) -> bool:
        """Whether the bot is connected, as far as is known."""
        began = self._looked.is_set() and not self._trouble.known
        return began and (self._polling is None or self._polling.well)

    async def known(self, seconds: float) -> str:
        """The status once the first attempt has ended, or some seconds have passed."""
        await until(self._looked, seconds)
        return self.status

    async def run(self, stop: asyncio.Event) -> None:
        """Be connected until told to stop; then what has begun is finished."""
        while not stop.is_set():
            try:
                if await _before(stop, self._begin()):
                    await (self._look(stop) if self._address else self._poll(stop))
            except StartError as error:
                self._failed(str(error))
            except Exception as error:  # noqa: BLE001 - whatever goes wrong here, the web chat goes on
                self._failed(f"the Telegram bot stumbled ({place(error)})")
            await self._trouble.pause(stop)

    async def _begin(self) -> None:
        name = await begin(self._api)
        self._began(name)
        if self._address:
            await register(self._api, self._address, self._secret, WANTED)
        else:
            await unregister(self._api)
        self.status = (
            f"the Telegram bot @{name} runs by {f'webhook at {self._address}' if self._address else 'polling'}"
        )
        self._trouble.over()
        if self._looked.is_set():
            LOG.warning("%s", self.status)
        self._looked.set()

    def _failed(self, reason: str) -> None:
        self._trouble.told(reason)
        self.status = f"the Telegram bot does not run yet: {reason}"
        self._looked.set()

    async def _poll(self, stop: asyncio.Event) -> None:
        self._polling = Polling(self._api, WANTED, self._process)
        await self._polling.run(stop)

    async def _look(self, stop: asyncio.Event) -> None:
        """Set the webhook again where another process has moved or removed it."""
        while True:
            await until(stop, SECONDS_BETWEEN_LOOKS)
            if stop.is_set():
                return
            try:
                found = await self._api.get_webhook_info()
                if found.url != self._address:
                    LOG.warning("another process has changed this bot's webhook: it is set again")
                    await register(self._api, self._address, self._secret, WANTED)
            except (TelegramError, StartError) as error:
                LOG.debug("the webhook could not be looked at: %s", type(error).__name__)


async def _before(stop: asyncio.Event, work: Coroutine[None, None, None]) -> bool:
    """Do some work, unless told to stop before it is done; whether it is."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not working.done():
        working.cancel()
        await asyncio.wait({working})
        return False
    working.result()
    return True
