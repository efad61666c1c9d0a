"""Updates of one chat one after the other, those of different chats side by side."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

MOST_AT_ONCE = 100_000
"""No limit that anybody meets; each chat has its own."""
MOST_WAITING = 20
"""Updates of one chat that may wait; more than this is no person tapping, and is dropped."""


class ChatOrder(BaseUpdateProcessor):
    """Keeps an order per chat, and lets no chat wait for another."""

    __slots__ = ("_locks", "_waiting")

    def __init__(self) -> None:
        super().__init__(MOST_AT_ONCE)
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Process an update when its chat's earlier ones are done."""
        chat = chat_of(update) if isinstance(update, Update) else None
        if chat is None:
            await coroutine
            return
        if self._waiting.get(chat, 0) >= MOST_WAITING:
            _drop(coroutine)
            return
        self._waiting[chat] = self._waiting.get(chat, 0) + 1
        try:
            async with self._locks.setdefault(chat, asyncio.Lock()):
                await coroutine
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._waiting[chat], self._locks[chat]

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is held."""

    def __len__(self) -> int:
        """How many chats are being served."""
        return len(self._waiting)


def chat_of(update: Update) -> int | None:
    """The chat an update belongs to; the person's own for a button whose message is not told."""
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else None


def _drop(coroutine: Awaitable[Any]) -> None:
    if asyncio.iscoroutine(coroutine):
        coroutine.close()
