"""What whoever shows figures needs of whoever keeps them."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.funnel.calendar import Calendar
from bot.funnel.release import Release


class Archive(Protocol):
    """Keeps releases and sign-in links."""

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

    async def admit(self, secret: str) -> bool:
        """Use up a sign-in link; whether it was good. Raises UnreadableError."""
        ...
