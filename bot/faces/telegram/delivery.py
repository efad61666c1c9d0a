"""Sends, edits and deletes as Telegram allows it: what it refuses, delays or loses is decided here and nowhere else."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, MessageEntity
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.faces.telegram.api import CONNECTIONS
from bot.faces.telegram.quiet import place

LONGEST_WAIT = 5.0
"""Seconds of a 429 that are waited for on a webhook; for a longer one Telegram is asked to deliver again."""
LONGEST_WAIT_POLLING = 120.0
"""Where nothing is delivered again, a chat waits for longer; the others do not notice."""
PAUSES = (0.5, 1.5, 3.0)
"""Seconds before each further attempt when the network fails."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

LOG = logging.getLogger(__name__)
Result = TypeVar("Result")


class LaterError(Exception):
    """Telegram cannot be served now; the update should be delivered again."""


class BlockedError(Exception):
    """The person has blocked the bot, or the chat is gone: there is nobody to answer."""


class GoneError(Exception):
    """The message cannot be edited any more, if it ever was there."""


class Delivery:
    """What can be done in a chat; raises LaterError and BlockedError."""

    def __init__(self, bot: Bot, longest_wait: float = LONGEST_WAIT) -> None:
        self._bot = bot
        self.longest_wait = longest_wait
        self._slots = asyncio.Semaphore(CONNECTIONS)  # the library's own queue takes time that grows with its square

    async def answer(self, query: str, text: str | None = None) -> None:
        """Answer a tap, so that its button rests; too late is no harm."""
        try:
            async with self._slots:
                await self._bot.answer_callback_query(query, text=text, show_alert=text is not None)
        except TelegramError as error:
            LOG.debug("a tap was not answered: %s", type(error).__name__)

    async def edit(
        self,
        chat: int,
        message: int,
        text: str,
        entities: Sequence[MessageEntity] = (),
        keyboard: InlineKeyboardMarkup | None = None,
    ) -> None:
        """Put a text and a keyboard into a message; raises GoneError if that cannot be."""

        async def attempt() -> None:
            try:
                await self._bot.edit_message_text(
                    text, chat, message, reply_markup=keyboard, entities=entities, link_preview_options=NO_PREVIEW
                )
            except BadRequest as error:
                if "not modified" not in error.message.lower():
                    raise

        try:
            await self._tried(attempt)
        except BadRequest as error:
            raise GoneError from error

    async def send(
        self,
        chat: int,
        text: str,
        entities: Sequence[MessageEntity] = (),
        keyboard: InlineKeyboardMarkup | None = None,
    ) -> int:
        """Send a message, without a sound, and give its number."""

        async def attempt() -> int:
            sent = await self._bot.send_message(
                chat,
                text,
                entities=entities,
                reply_markup=keyboard,
                disable_notification=True,
                link_preview_options=NO_PREVIEW,
            )
            return sent.message_id

        try:
            return await self._tried(attempt)
        except BadRequest as error:
            LOG.warning("a message was refused: %s", place(error))
            raise BlockedError from None

    async def send_file(
        self, chat: int, content: bytes, name: str, caption: str, keyboard: InlineKeyboardMarkup | None
    ) -> None:
        """Send a file, without a sound; a tall picture, too, since Telegram makes a tall photo too small to read."""

        async def attempt() -> None:
            file = InputFile(content, filename=name)
            await self._bot.send_document(chat, file, caption=caption, reply_markup=keyboard, disable_notification=True)

        try:
            await self._tried(attempt)
        except BadRequest as error:
            LOG.warning("a file was refused: %s", place(error))

    async def send_photo(self, chat: int, content: bytes, name: str, caption: str) -> None:
        """Send a picture that is shown at once, without a sound."""

        async def attempt() -> None:
            photo = InputFile(content, filename=name)
            await self._bot.send_photo(chat, photo, caption=caption, disable_notification=True)

        try:
            await self._tried(attempt)
        except BadRequest as error:
            LOG.warning("a picture was refused: %s", place(error))

    async def delete(self, chat: int, message: int, instead: str | None = None) -> bool:
        """Delete a message, or put `instead` where it is too old for that; whether it now shows nothing."""

        async def attempt() -> bool:
            try:
                return await self._bot.delete_message(chat, message)
            except BadRequest as error:
                return "not found" in error.message.lower()

        if await self._tried(attempt):
            return True
        if instead is None:
            return False
        try:
            await self.edit(chat, message, instead)
        except GoneError:
            return False
        return True

    async def _tried(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """Try, wait where Telegram says so, and try again where the network failed."""
        waited = 0.0
        pauses = iter(PAUSES)
        while True:
            try:
                async with self._slots:
                    return await attempt()
            except (BadRequest, InvalidToken):
                raise
            except Forbidden:
                raise BlockedError from None
            except RetryAfter as error:
                pause = seconds(error)
                if (waited := waited + pause) > self.longest_wait:
                    raise LaterError from None
            except TelegramError:  # the network, Telegram's own trouble, or an answer that is none
                found = next(pauses, None)
                if found is None:
                    raise LaterError from None
                pause = found
            await asyncio.sleep(pause)


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wanted = error.retry_after
    return float(wanted if isinstance(wanted, int) else wanted.total_seconds())
