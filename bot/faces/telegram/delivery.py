"""Sends, edits and deletes as Telegram allows it: what it refuses, delays or loses is decided here and nowhere else."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from enum import Enum, auto
from typing import TypeVar

from telegram import InputFile, LinkPreviewOptions, MessageEntity
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.faces.telegram.api import CONNECTIONS, Api
from bot.faces.telegram.keyboard import Keyboard
from bot.faces.telegram.quiet import place

LONGEST_WAIT = 5.0
"""Seconds that one call may be waited for and tried again on a webhook; then Telegram is asked to deliver again."""
LONGEST_WAIT_POLLING = 120.0
"""Where nothing is delivered again, a chat waits for longer; the others do not notice."""
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
"""Seconds before a further attempt when the network or Telegram fails: each pause is twice the one before."""
MOST_SWEPT = 100
"""Messages that Telegram deletes at a time (Bot API, deleteMessages)."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

LOG = logging.getLogger(__name__)
Result = TypeVar("Result")


class LaterError(Exception):
    """Telegram cannot be served now; the update should be delivered again."""


class BlockedError(Exception):
    """The person has blocked the bot, or the chat is gone: there is nobody to answer."""


class GoneError(Exception):
    """The message cannot be edited any more, if it ever was there."""


class Removal(Enum):
    """What became of a message that was to be deleted."""

    DELETED = auto()
    EMPTIED = auto()
    """It is too old to be deleted; what stood in it does so no more."""
    MISSING = auto()
    """It was not there: somebody else has deleted it."""
    KEPT = auto()
    """It can be neither deleted nor emptied."""


class Delivery:
    """What can be done in a chat; raises LaterError and BlockedError."""

    def __init__(self, bot: Api, longest_wait: float = LONGEST_WAIT) -> None:
        self._bot = bot
        self.longest_wait = longest_wait
        self._slots = asyncio.Semaphore(CONNECTIONS)  # the library's own queue takes time that grows with its square
        self._newest = 0

    def saw(self, message: int) -> None:
        """Note a message of a private chat: Telegram numbers all that a bot has there one after the other."""
        self._newest = max(self._newest, message)

    async def answer(self, query: str, text: str | None = None) -> bool:
        """Answer a tap, so that its button rests; whether it still waited for that."""
        try:
            async with self._slots:
                return await self._bot.answer_callback_query(query, text=text, show_alert=text is not None)
        except TelegramError as error:
            LOG.debug("a tap was not answered: %s", type(error).__name__)
            return False

    async def edit(
        self,
        chat: int,
        message: int,
        text: str,
        entities: Sequence[MessageEntity] = (),
        keyboard: Keyboard | None = None,
    ) -> None:
        """Put a text and a keyboard into a message; raises GoneError if that cannot be."""

        async def attempt() -> None:
            try:
                await self._bot.edited(chat, message, text, entities, keyboard)
            except BadRequest as error:
                if "not modified" not in error.message.lower():
                    raise

        try:
            await _Attempts(self).tried(attempt)
        except BadRequest as error:
            raise GoneError from error

    async def send(
        self,
        chat: int,
        text: str,
        entities: Sequence[MessageEntity] = (),
        keyboard: Keyboard | None = None,
        thread: int | None = None,
        *,
        patient: bool = False,
    ) -> int:
        """Send a message, without a sound, and give its number.

        `thread` is a topic of a group; `patient`: nobody else will send it, so wait as long as where we ask for updates.
        """
        before = self._newest

        async def attempt() -> int:
            sent = await self._bot.send_message(
                chat,
                text,
                entities=entities,
                reply_markup=keyboard and keyboard.markup(),
                disable_notification=True,
                link_preview_options=NO_PREVIEW,
                message_thread_id=thread,
            )
            return sent.message_id

        attempts = _Attempts(self, LONGEST_WAIT_POLLING if patient else 0.0)
        try:
            number = await attempts.tried(attempt)
        except BadRequest as error:
            LOG.warning("a message was refused: %s", place(error))
            raise BlockedError from None
        if chat > 0:
            self.saw(number)
            if attempts.doubtful and before:
                await self._sweep(chat, before, number)
        return number

    async def send_file(self, chat: int, content: bytes, name: str, caption: str, keyboard: Keyboard | None) -> None:
        """Send a file, without a sound; a tall picture, too, since Telegram makes a tall photo too small to read."""

        async def attempt() -> None:
            file = InputFile(content, filename=name)
            await self._bot.send_document(
                chat, file, caption=caption, reply_markup=keyboard and keyboard.markup(), disable_notification=True
            )

        try:
            await _Attempts(self).tried(attempt)
        except BadRequest as error:
            LOG.warning("a file was refused: %s", place(error))

    async def send_photo(self, chat: int, content: bytes, name: str, caption: str) -> None:
        """Send a picture that is shown at once, without a sound."""

        async def attempt() -> None:
            photo = InputFile(content, filename=name)
            await self._bot.send_photo(chat, photo, caption=caption, disable_notification=True)

        try:
            await _Attempts(self).tried(attempt)
        except BadRequest as error:
            LOG.warning("a picture was refused: %s", place(error))

    async def delete(self, chat: int, message: int, instead: str | None = None) -> Removal:
        """Delete a message, or put `instead` where it is too old for that."""
        attempts = _Attempts(self)

        async def attempt() -> Removal:
            try:
                return Removal.DELETED if await self._bot.delete_message(chat, message) else Removal.KEPT
            except BadRequest as error:
                if "not found" not in error.message.lower():
                    return Removal.KEPT
                return Removal.DELETED if attempts.doubtful else Removal.MISSING

        found = await attempts.tried(attempt)
        if found is not Removal.KEPT or instead is None:
            return found
        try:
            await self.edit(chat, message, instead)
        except GoneError:
            return Removal.KEPT
        return Removal.EMPTIED

    async def _sweep(self, chat: int, after: int, before: int) -> None:
        """Delete what an earlier attempt to send may have left between two messages; failing is no harm."""
        numbers = list(range(max(after + 1, before - MOST_SWEPT), before))
        if not numbers:
            return
        try:
            async with self._slots:
                await self._bot.delete_messages(chat, numbers)
        except TelegramError as error:
            LOG.debug("nothing was swept: %s", type(error).__name__)

    async def once(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """One call, when there is a connection for it."""
        async with self._slots:
            return await attempt()


class _Attempts:
    """The attempts at one call: waits where Telegram says so, and tries again where it or the network failed."""

    def __init__(self, delivery: Delivery, longest_wait: float = 0.0) -> None:
        self._delivery = delivery
        self._longest_wait = max(longest_wait, delivery.longest_wait)
        self.doubtful = False
        """Whether an earlier attempt may have been carried out, and only its answer lost."""

    async def tried(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """Raises BadRequest, BlockedError, and LaterError when it has taken too long."""
        waited = 0.0
        pauses = _growing()
        while True:
            try:
                return await self._delivery.once(attempt)
            except BadRequest:
                raise
            except (Forbidden, ChatMigrated):
                raise BlockedError from None
            except RetryAfter as error:
                pause = seconds(error)
            except TelegramError:  # the network, Telegram's own trouble, or an answer that is none; a lone 404, too
                self.doubtful = True
                pause = next(pauses)
            if (waited := waited + pause) > self._longest_wait:
                raise LaterError from None
            await asyncio.sleep(pause)


def _growing() -> Iterator[float]:
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(2 * pause, LONGEST_PAUSE)


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wanted = error.retry_after
    return float(wanted if isinstance(wanted, int) else wanted.total_seconds())
