"""What whoever shows figures needs of whoever keeps them."""

from typing import Protocol

from bot.funnel.release import Release


class UnreadableError(Exception):
    """The releases cannot be read just now."""


class Archive(Protocol):
    """Keeps releases and sign-in links."""

    async def releases(self) -> tuple[Release, ...]:
        """All releases, the oldest first. Raises UnreadableError."""
        ...

    async def is_demonstration(self) -> bool:
        """Whether the people counted are invented."""
        ...

    async def admit(self, secret: str) -> bool:
        """Use up a sign-in link; whether it was good. Raises UnreadableError."""
        ...
