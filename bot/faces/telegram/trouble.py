"""What is logged while Telegram does not answer: one line when a trouble begins, one when it is over; and how long to wait."""

import asyncio
import logging

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
LOG = logging.getLogger(__name__)


class Trouble:
    """One thing that is tried again and again: its growing pauses, and its lines in the log."""

    def __init__(self) -> None:
        self._pause = FIRST_PAUSE
        self._told = ""

    @property
    def known(self) -> bool:
        """Whether it was logged that it fails."""
        return bool(self._told)

    def over(self) -> None:
        """It has succeeded."""
        self._pause = FIRST_PAUSE
        if self._told:
            LOG.warning("Telegram answers again")
            self._told = ""

    def told(self, reason: str) -> None:
        """It has failed; the same reason is logged once."""
        if reason != self._told:
            self._told = reason
            LOG.warning("%s; it is tried again with growing pauses, and everything else goes on", reason)

    async def pause(self, stop: asyncio.Event) -> None:
        """Wait before the next attempt, twice as long as before; no longer than until told to stop."""
        pause, self._pause = min(self._pause, LONGEST_PAUSE), 2 * self._pause
        await until(stop, pause)


async def until(stop: asyncio.Event, seconds: float) -> None:
    """Wait until told to stop, and no longer than some seconds."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        pass
