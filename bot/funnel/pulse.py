"""Whether the funnel's database works: asked again every few seconds at most, however often somebody wants to know."""

import time
from collections.abc import Callable
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.funnel.counter import Counter
from bot.funnel.database import StoreError, read
from bot.funnel.schema import VERSION

AGAIN: Final = 5.0
"""Seconds for which an answer holds."""
LIMIT: Final = 3.0
"""Seconds in which a database that works has answered."""


class Pulse:
    """What `/health` says of the funnel."""

    def __init__(self, engine: AsyncEngine, counter: Counter, clock: Callable[[], float] = time.monotonic) -> None:
        self._engine = engine
        self._counter = counter
        self._clock = clock
        self._asked: float | None = None
        self._answers = True

    async def well(self) -> bool:
        """Whether it answers now, and the last minute's counts could be merged."""
        now = self._clock()
        if self._asked is None or now >= self._asked + AGAIN:
            self._asked = now
            self._answers = await self._answering()
        return self._answers and self._counter.well

    async def _answering(self) -> bool:
        try:
            await read(self._engine, LIMIT, lambda c: c.execute(select(VERSION.c.version)).all())
        except StoreError:
            return False
        return True
