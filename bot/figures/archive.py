"""What whoever shows figures needs of whoever keeps them."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.funnel.calendar import Calendar, Note, Week
from bot.funnel.release import Release


class Archive(Protocol):
    """Keeps releases, notes on the calendar, sign-in links and sessions of coordinators."""

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

    async def revoke(self) -> object:
        """End every session and every link that is open. Raises UnreadableError."""
        ...

    async def notes(self) -> tuple[Note, ...]:
        """What coordinators have written on the calendar. Raises UnreadableError."""
        ...

    async def note(self, study: str, week: Week, text: str) -> None:
        """Write on a study's calendar. Raises ValueError for what cannot be kept, and UnreadableError."""
        ...

    async def unnote(self, study: str, number: int) -> None:
        """Take a note off a study's calendar. Raises UnreadableError."""
        ...
