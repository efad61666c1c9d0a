"""What a person sends in a private chat: commands, typed words, and what is not wanted."""

from dataclasses import replace

from telegram import Message, Update
from telegram.ext import filters

from bot.faces.telegram.commands import Commands, parsed
from bot.faces.telegram.delivery import Removal
from bot.faces.telegram.presenter import Presenter
from bot.faces.telegram.sent import Replies, Sent, found
from bot.faces.telegram.words import TypedWords


class Messages:
    """Answers what is sent in private chats. Whatever it was, it is deleted afterwards."""

    def __init__(self, presenter: Presenter, replies: Replies, commands: Commands, words: TypedWords) -> None:
        self._presenter = presenter
        self._replies = replies
        self._commands = commands
        self._words = words

    async def take(self, update: Update, message: Message) -> None:
        """Answer a message; news of the chat itself (a pinned message and the like) is left alone."""
        self._presenter.delivery.saw(message.message_id)
        if filters.StatusUpdate.ALL.check_update(update) or message.successful_payment is not None:
            return
        sent = found(self._presenter, message, update.update_id)
        if self._presenter.pointer.sequence is not None:  # an update may come to several replicas, and again
            if await self._removed(sent) is Removal.MISSING:
                return
            sent = replace(sent, claimed=True)
        if message.text is None:
            await self._not_wanted(sent)
        elif not _own(message):
            await self._replies.point(sent, "not-yours")
        elif (command := parsed(message.text)) is not None:
            name, _, argument = command
            await self._commands.take(sent, name, argument)
        else:
            await self._words.take(sent, message.text)

    async def _not_wanted(self, sent: Sent) -> None:
        """Pictures, files, voices and whatever else is no text; several sent at once are answered once."""
        album = sent.message.media_group_id
        place = self._presenter.pointer.get(sent.chat)
        if album is not None and place is not None and place.album == album:
            await self._removed(sent)
            return
        await self._replies.point(sent, "not-wanted", album)

    async def _removed(self, sent: Sent) -> Removal:
        return await self._presenter.remove(sent.chat, sent.message.message_id, sent.language, own=False)


def _own(message: Message) -> bool:
    """Whether the words are the person's own: neither forwarded nor put in by another bot."""
    return message.forward_origin is None and message.via_bot is None
