"""Every update that Telegram delivers, and who takes care of it."""

import asyncio
import logging

from telegram import Chat, Update

from bot.faces.telegram.chat_order import chat_of
from bot.faces.telegram.delivery import BlockedError, LaterError
from bot.faces.telegram.messages import Messages
from bot.faces.telegram.presenter import Presenter
from bot.faces.telegram.quiet import place
from bot.faces.telegram.taps import Taps

WANTED = ("message", "callback_query", "channel_post")
"""The kinds of updates that Telegram is asked for."""
LOG = logging.getLogger(__name__)


class Dispatcher:
    """Handles updates; nothing but LaterError and cancellation comes out of it."""

    def __init__(self, presenter: Presenter, taps: Taps, messages: Messages) -> None:
        self.name = ""
        """The bot's user name, once it is known."""
        self._presenter = presenter
        self._taps = taps
        self._messages = messages

    async def handle(self, update: Update) -> None:
        """Handle one update; raises LaterError if it should be delivered again."""
        try:
            await self._handle(update)
        except BlockedError:
            LOG.debug("nobody is there to be answered")
        except (LaterError, asyncio.CancelledError):
            raise
        except Exception as error:  # noqa: BLE001 - one chat's trouble must not become another's
            LOG.error("an update could not be handled: %s", place(error))  # noqa: TRY400 - its words may be a person's

    async def _handle(self, update: Update) -> None:
        chat = chat_of(update)
        if chat is None:
            return
        private = update.effective_chat is None or update.effective_chat.type == Chat.PRIVATE
        if update.callback_query is not None and private:
            await self._taps.take(update.callback_query, chat, update.update_id)
        elif update.callback_query is not None:
            told = self._presenter.say(
                self._presenter.greeted(update.callback_query.from_user), "private-only", name=self.name
            )
            await self._presenter.delivery.answer(update.callback_query.id, told)
        elif update.message is not None and private:
            await self._messages.take(update.message, update.update_id)
        elif update.effective_message is not None and (update.effective_message.text or "").startswith("/"):
            told = self._presenter.say(self._presenter.greeted(update.effective_user), "private-only", name=self.name)
            await self._presenter.delivery.send(chat, told)
