"""Fetches updates for as long as the bot runs, whatever the network does."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.faces.telegram.api import Api, StartError
from bot.faces.telegram.delivery import LaterError, seconds

LINGER = 0.25
"""Seconds that updates may take before the next are fetched, which tells Telegram that they are done with.

So a process that is killed loses hardly a tap, and a chat that waits does not make the others wait for it.
"""
LONGEST_PAUSE = 30.0
SECONDS_TO_STOP = 10.0
LOG = logging.getLogger(__name__)


class Polling:
    """Hands every update to `process`, which keeps each chat's order."""

    def __init__(
        self, api: Api, wanted: tuple[str, ...], process: Callable[[Update], Awaitable[None]], first_pause: float = 1.0
    ) -> None:
        self._api = api
        self._wanted = wanted
        self._process = process
        self._first_pause = first_pause
        self._offset: int | None = None
        self._running: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch until told to stop, then finish what has begun; raises StartError if the token is withdrawn."""
        fetching = asyncio.create_task(self._fetch())
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
            fetching.cancel()
            await asyncio.wait({fetching})
        if not fetching.cancelled() and (error := fetching.exception()) is not None:
            raise error
        await self._finish()

    async def _fetch(self) -> None:
        pause = self._first_pause
        while True:
            try:
                found = await self._api.raw_updates(self._offset, self._wanted)
                pause = self._first_pause
            except InvalidToken:
                raise StartError(
                    "Telegram refuses the token now: it may have been revoked; ask BotFather for the present one"
                ) from None
            except RetryAfter as error:
                await asyncio.sleep(seconds(error))
                continue
            except TelegramError as error:
                self._told(error)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
                continue
            started = {self._start(update) for raw in found if (update := self._read(raw)) is not None}
            if started:
                await asyncio.wait(started, timeout=LINGER)

    def _read(self, raw: dict[str, object]) -> Update | None:
        number = raw.get("update_id")
        if isinstance(number, int):
            self._offset = number + 1
        return self._api.parsed(raw)

    def _start(self, update: Update) -> asyncio.Task[None]:
        task = asyncio.create_task(self._one(update))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def _one(self, update: Update) -> None:
        try:
            await self._process(update)
        except LaterError:
            LOG.warning("a card could not be delivered; the chat goes on at the next tap")

    def _told(self, error: TelegramError) -> None:
        if isinstance(error, Conflict):
            LOG.warning("another process fetches this bot's updates: stop one of them, or use a webhook")
        else:
            LOG.warning("no updates could be fetched (%s); trying again", type(error).__name__)

    async def _finish(self) -> None:
        """Let what has begun end, and tell Telegram that it is done with."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=SECONDS_TO_STOP)
        for task in self._running:
            task.cancel()
        if self._offset is not None:
            with contextlib.suppress(TelegramError):
                await self._api.raw_updates(self._offset, self._wanted, timedelta(0))
