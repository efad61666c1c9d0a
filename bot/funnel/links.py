"""Sign-in links and sessions of coordinators: kept as hashes only, so that each can be taken back.

Their secrets are 256 random bits, so a hash needs neither salt nor slowness, and guessing needs no lock-out. The hash is
keyed by the present secret key: with a new one, no link and no session of before opens.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.funnel.database import read, write
from bot.funnel.schema import LINK, MARK, SESSION, migrate

SECRET_BYTES: Final = 32
LENGTH: Final = 43
"""Characters of a secret in base64url."""

DEMONSTRATION: Final = "demonstration"
LIMIT: Final = 10.0
CLOCKS: Final = 600
"""Seconds by which the clocks of two replicas may differ."""
LONGEST: Final = 12 * 3600
"""Seconds that a session lasts at most."""
PAUSE: Final = 30 * 60
"""Without a page for so many seconds, it has ended."""
OFTEN: Final = 60
"""Seconds after which a session is noted as seen again; not at each page, which would be a write a page."""


@dataclass(frozen=True, slots=True)
class Revoked:
    """What was taken back."""

    links: int
    sessions: int


class Links:
    """The funnel's part of the database that says who may come in, and what the database is."""

    def __init__(self, engine: AsyncEngine, key: bytes) -> None:
        """`key`: 32 bytes of the present secret key's own, for these hashes alone."""
        self._engine = engine
        self._key = key

    async def make(self, now: datetime, valid: timedelta) -> str:
        """A new link's secret, which is kept nowhere. Raises StoreError."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        expires = _seconds(now + valid)

        def put(connection: Connection) -> None:
            migrate(connection)
            connection.execute(delete(LINK).where(LINK.c.expires <= _seconds(now)))
            connection.execute(insert(LINK).values(digest=self._digest(LINK, secret), expires=expires))

        await write(self._engine, LIMIT, put)
        return secret

    async def spend(self, secret: str, now: datetime) -> str | None:
        """Use a link up: the secret of the session that it begins, or None. Of several at once, one is let in.

        Raises StoreError.
        """
        if not _well_formed(secret):
            return None
        session, moment = secrets.token_urlsafe(SECRET_BYTES), _seconds(now)

        def take(connection: Connection) -> bool:
            mine = delete(LINK).where(LINK.c.digest == self._digest(LINK, secret), LINK.c.expires > moment)
            if connection.execute(mine).rowcount != 1:
                return False
            connection.execute(delete(SESSION).where(SESSION.c.began <= moment - LONGEST))
            values = {"digest": self._digest(SESSION, session), "began": moment, "seen": moment}
            connection.execute(insert(SESSION).values(values))
            return True

        return session if await write(self._engine, LIMIT, take) else None

    async def knows(self, session: str, now: datetime) -> bool:
        """Whether a session goes on; if so, it is seen now. One that has ended is forgotten. Raises StoreError."""
        if not _well_formed(session):
            return False
        here = SESSION.c.digest == self._digest(SESSION, session)
        query = select(SESSION.c.began, SESSION.c.seen).where(here)
        row = await read(self._engine, LIMIT, lambda c: c.execute(query).one_or_none())
        if row is None:
            return False
        moment = _seconds(now)
        if not (_within(moment - row.began, LONGEST) and _within(moment - row.seen, PAUSE)):
            await self.end(session)
            return False
        if moment >= row.seen + OFTEN:
            await write(self._engine, LIMIT, lambda c: c.execute(update(SESSION).where(here).values(seen=moment)))
        return True

    async def end(self, session: str) -> bool:
        """End a session for good; whether there was one. Raises StoreError."""
        if not _well_formed(session):
            return False
        mine = delete(SESSION).where(SESSION.c.digest == self._digest(SESSION, session))
        return await write(self._engine, LIMIT, lambda c: c.execute(mine).rowcount == 1)

    async def revoke(self) -> Revoked:
        """Take every link and every session back. Raises StoreError."""

        def take(connection: Connection) -> Revoked:
            migrate(connection)
            counts = [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in _BOTH]
            for table in _BOTH:
                connection.execute(delete(table))
            return Revoked(*counts)

        return await write(self._engine, LIMIT, take)

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

    def _digest(self, table: Table, secret: str) -> str:
        return hmac.new(self._key, f"{table.name} {secret}".encode(), sha256).hexdigest()


_BOTH: Final = (LINK, SESSION)


def _within(passed: int, most: int) -> bool:
    """Whether so many seconds may have passed; a moment that lies ahead is another replica's, or nobody's."""
    return -CLOCKS <= passed < most


def _well_formed(secret: str) -> bool:
    return len(secret) == LENGTH and secret.isascii()


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
