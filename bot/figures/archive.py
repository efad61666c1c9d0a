"""What whoever shows figures needs of whoever keeps them."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.funnel.calendar import Calendar
from bot.funnel.release import Release


class Archive(Protocol):
    """Keeps releases, sign-in links and sessions of coordinators."""

    @property
    def calendar(self) -> Calendar:
        """When releases happen."""
        ...

    def now(self) -> datetime:
        """The present moment."""
        ...

    async def releases(self) -> tuple[Release, ...]:
        """All releases, the oldest first. Raises UnreadableError."""
        ...

    async def is_demonstration(self) -> bool:
        """Whether the people counted are invented."""
        ...

    async def link(self, valid: timedelta) -> str:
        """The secret of a new sign-in link. Raises UnreadableError."""
        ...

    async def admit(self, secret: str) -> str | None:
        """Use up a sign-in link; the secret of the session that it begins, or None for no good link.

        Raises UnreadableError.
        """
        ...

    async def knows(self, session: str) -> bool:
        """Whether a session goes on; asking keeps it awake. Raises UnreadableError."""
        ...

    async def leave(self, session: str) -> bool:
        """End a session for good; whether it had gone on. Raises UnreadableError."""
        ...
