"""Every update that Telegram delivers, and who takes care of it."""

import asyncio
import logging

from telegram import Chat, Message, Update

from bot.faces.telegram.chat_order import chat_of
from bot.faces.telegram.commands import COMMANDS, parsed
from bot.faces.telegram.delivery import BlockedError, LaterError
from bot.faces.telegram.messages import Messages
from bot.faces.telegram.pointer import Handled
from bot.faces.telegram.presenter import Presenter
from bot.faces.telegram.quiet import place
from bot.faces.telegram.taps import Taps

LOG = logging.getLogger(__name__)


class Dispatcher:
    """Handles updates; nothing but LaterError and cancellation comes out of it."""

    def __init__(self, presenter: Presenter, taps: Taps, messages: Messages) -> None:
        self.name = ""
        """The bot's user name, once it is known."""
        self._presenter = presenter
        self._taps = taps
        self._messages = messages
        self._handled = Handled()

    async def handle(self, update: Update) -> None:
        """Handle one update, once; raises LaterError if it should be delivered again."""
        if update.update_id in self._handled:
            return
        try:
            await self._handle(update)
        except BlockedError:
            LOG.debug("nobody is there to be answered")
        except (LaterError, asyncio.CancelledError):
            raise
        except Exception as error:  # noqa: BLE001 - one chat's trouble must not become another's
            LOG.error("an update could not be handled: %s", place(error))  # noqa: TRY400 - its words may be a person's
        self._handled.put(update.update_id)

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
            await self._messages.take(update, update.message)
        elif (message := update.effective_message) is not None and self._meant(message):
            told = self._presenter.say(self._presenter.greeted(update.effective_user), "private-only", name=self.name)
            thread = message.message_thread_id if message.is_topic_message else None
            await self._presenter.delivery.send(chat, told, thread=thread)

    def _meant(self, message: Message) -> bool:
        """Whether a message in a group or channel is a command for this bot, and not for another one."""
        command = parsed(message.text or "")
        if command is None:
            return False
        name, addressed, _ = command
        return addressed == self.name.lower() if addressed else name in COMMANDS
