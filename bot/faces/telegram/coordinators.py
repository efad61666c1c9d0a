"""Study coordinators on Telegram: the figures at /funnel, and word of each release."""

import asyncio
import logging
from collections.abc import Collection
from typing import Final

from bot.faces.telegram.delivery import BlockedError, Delivery, LaterError
from bot.faces.telegram.quiet import place
from bot.figures.bulletin import Bulletins
from bot.funnel.release import UnreadableError
from criteria.languages import LANGUAGES, Language

LOG = logging.getLogger(__name__)
TOGETHER: Final = 5.0
"""Seconds in which the releases of one moment are told together."""


class Coordinators:
    """The chats of the listed coordinators; to everybody else, nothing here exists."""

    def __init__(self, delivery: Delivery, ids: Collection[int], bulletins: Bulletins) -> None:
        self._delivery = delivery
        self._ids = frozenset(ids)
        self._bulletins = bulletins
        self._telling: asyncio.Task[None] | None = None

    def knows(self, chat: int) -> bool:
        """Whether a private chat is a listed coordinator's; there, the chat's id is the person's."""
        return chat in self._ids

    async def tell(self, chat: int, language: Language) -> None:
        """Send the figures of each study with their picture, which is shown at once, and a link to the pages."""
        try:
            for one in await self._bulletins.figures(language):
                await self._delivery.send(chat, one.text)
                if one.picture is not None:
                    await self._delivery.send_photo(chat, one.picture, one.name, one.caption)
            link = await self._bulletins.invitation(language)
        except UnreadableError:
            link = self._bulletins.trouble(language)
        if link:
            await self._delivery.send(chat, link)

    def released(self) -> None:
        """Tell all coordinators that there is a release; several of one moment are told once."""
        if self._ids and (self._telling is None or self._telling.done()):
            self._telling = asyncio.create_task(self._soon())

    async def announce(self) -> None:
        """Tell all coordinators that there is a release; whom it does not reach is logged, not named."""
        text = "\n\n".join(self._bulletins.news(language) for language in LANGUAGES)
        for chat in sorted(self._ids):
            try:
                await self._delivery.send(chat, text)
            except (BlockedError, LaterError):
                LOG.warning("a coordinator could not be told of a release: has that chat with the bot been started?")
            except Exception as error:  # noqa: BLE001 - the others shall be told
                LOG.error("a coordinator could not be told of a release: %s", place(error))  # noqa: TRY400

    async def close(self) -> None:
        """Stop telling."""
        if self._telling is not None:
            self._telling.cancel()
            await asyncio.wait({self._telling})

    async def _soon(self) -> None:
        await asyncio.sleep(TOGETHER)
        await self.announce()
