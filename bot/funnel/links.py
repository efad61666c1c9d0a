"""Sign-in links for coordinators: kept as hashes only, each good once and until it expires.

The secret of a link is 256 random bits, so its hash needs neither salt nor slowness.
"""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.funnel.database import read, write
from bot.funnel.schema import LINK, MARK, migrate

SECRET_BYTES: Final = 32
LENGTH: Final = 43
"""Characters of a secret in base64url."""

DEMONSTRATION: Final = "demonstration"
LIMIT: Final = 10.0


class Links:
    """The funnel's part of the database that says who may come in, and what the database is."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def make(self, now: datetime, valid: timedelta) -> str:
        """A new link's secret, which is kept nowhere. Raises StoreError."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        expires = int((now + valid).timestamp())

        def put(connection: Connection) -> None:
            migrate(connection)
            connection.execute(delete(LINK).where(LINK.c.expires <= int(now.timestamp())))
            connection.execute(insert(LINK).values(digest=_digest(secret), expires=expires))

        await write(self._engine, LIMIT, put)
        return secret

    async def spend(self, secret: str, now: datetime) -> bool:
        """Use a link up; whether it was good. Of several at once, one is let in. Raises StoreError."""
        if len(secret) != LENGTH or not secret.isascii():
            return False

        def take(connection: Connection) -> bool:
            mine = delete(LINK).where(LINK.c.digest == _digest(secret), LINK.c.expires > int(now.timestamp()))
            return connection.execute(mine).rowcount == 1

        return await write(self._engine, LIMIT, take)

    async def revoke(self) -> None:
        """Take every link back. Raises StoreError."""

        def take(connection: Connection) -> None:
            migrate(connection)
            connection.execute(delete(LINK))

        await write(self._engine, LIMIT, take)

    async def mark(self) -> None:
        """Mark the database as a demonstration. Raises StoreError."""

        def put(connection: Connection) -> None:
            migrate(connection)
            connection.execute(delete(MARK))
            connection.execute(insert(MARK).values(mark=DEMONSTRATION))

        await write(self._engine, LIMIT, put)

    async def is_demonstration(self) -> bool:
        """Whether the people counted here are invented. Raises StoreError."""
        found = await read(self._engine, LIMIT, lambda c: c.execute(select(MARK.c.mark)).scalars().all())
        return DEMONSTRATION in found


def _digest(secret: str) -> str:
    return sha256(b"coordinator link\0" + secret.encode()).hexdigest()
