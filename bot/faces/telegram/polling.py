"""Fetches updates for as long as the bot runs, whatever Telegram and the network do."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.faces.telegram.api import POLL, Api, StartError, unregister
from bot.faces.telegram.delivery import LaterError, seconds
from bot.faces.telegram.trouble import Trouble, until

LINGER = 0.25
"""Seconds that updates may take before the next are fetched, which tells Telegram that they are done with.

So a process that is killed loses hardly a tap, and a chat that waits does not make the others wait for it.
"""
SECONDS_TO_STOP = 20.0
"""For what is being handled when the bot is told to stop; what takes longer, Telegram is left to deliver again."""
LOG = logging.getLogger(__name__)


class Polling:
    """Hands every update to `process`, which keeps each chat's order."""

    def __init__(self, api: Api, wanted: tuple[str, ...], process: Callable[[Update], Awaitable[None]]) -> None:
        self._api = api
        self._wanted = wanted
        self._process = process
        self._trouble = Trouble()
        self._refused = False
        self._offset: int | None = None
        self._running: dict[asyncio.Task[None], int] = {}

    @property
    def well(self) -> bool:
        """Whether updates come in, as far as is known."""
        return not self._trouble.known

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch until told to stop, then finish what has begun."""
        fetching = asyncio.create_task(self._fetch(stop))
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

    async def _fetch(self, stop: asyncio.Event) -> None:
        while True:
            try:
                wait = timedelta(0) if self._trouble.known else POLL  # that it is over is to be known at once
                found = await self._api.raw_updates(self._offset, self._wanted, wait)
            except RetryAfter as error:
                await until(stop, seconds(error))
                continue
            except TelegramError as error:
                await self._wait(error, stop)
                continue
            self._refused = False
            self._trouble.over()
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
        self._running[task] = update.update_id
        task.add_done_callback(self._running.pop)
        return task

    async def _one(self, update: Update) -> None:
        try:
            await self._process(update)
        except LaterError:
            LOG.warning("a card could not be delivered; the chat goes on at the next tap")

    async def _wait(self, error: TelegramError, stop: asyncio.Event) -> None:
        """Say once what is wrong, mend what can be mended, and wait."""
        refused = isinstance(error, InvalidToken)
        if not refused or self._refused:  # a lone 404 or 401 is Telegram's own trouble
            self._trouble.told(_reason(error))
        self._refused = refused
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            with contextlib.suppress(StartError):
                await unregister(self._api)
        await self._trouble.pause(stop)

    async def _finish(self) -> None:
        """Let what has begun end, and tell Telegram what is done with: all before the first that is not."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=SECONDS_TO_STOP)
        unfinished = dict(self._running)
        for task in unfinished:
            task.cancel()
        if unfinished:
            LOG.warning("%d updates were not finished; Telegram is left to deliver them again", len(unfinished))
        if self._offset is not None:
            done = min([self._offset, *unfinished.values()])
            with contextlib.suppress(TelegramError):
                await self._api.raw_updates(done, self._wanted, timedelta(0))


def _reason(error: TelegramError) -> str:
    """What is wrong, in words that say what to do."""
    match error:
        case InvalidToken():
            return "Telegram refuses the token now: it may have been revoked; ask BotFather for the present one"
        case Conflict() if "webhook" in error.message.lower():
            return "another process has set a webhook for this bot: it is taken away again, since this one asks for updates itself"
        case Conflict():
            return "another process fetches this bot's updates: stop one of them, or use a webhook"
        case _:
            return f"no updates can be fetched from Telegram ({type(error).__name__})"
