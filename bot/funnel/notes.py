"""Notes on the calendar of a study ("poster put up"), by which coordinators read a trend; kept without names.

Neither who wrote a note nor when is kept, and a text that looks like an address or a telephone number is refused.
"""

import re
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.funnel.calendar import LONGEST_NOTE, Note, Week
from bot.funnel.database import read, write
from bot.funnel.schema import NOTE, migrate

LIMIT: Final = 10.0
MOST: Final = 500
"""Notes on one study; far more than anybody reads."""
_NAMING: Final = re.compile(r"@|https?:|\d[\d ().-]{5,}\d")
"""An address, or a number as long as a telephone's."""


class NoteRefusedError(ValueError):
    """A note that is empty, too long, or names somebody; nothing of it is repeated."""


def checked(text: str) -> str:
    """A note's text on one line, as it is kept. Raises NoteRefusedError."""
    plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST_NOTE or not plain.isprintable() or _NAMING.search(plain):
        raise NoteRefusedError
    return plain


class Notes:
    """The funnel's part of the database that holds the notes."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def all(self) -> tuple[Note, ...]:
        """All notes, the earliest week first. Raises StoreError."""
        query = select(NOTE).order_by(NOTE.c.week, NOTE.c.id)
        rows = await read(self._engine, LIMIT, lambda c: c.execute(query).all())
        return tuple(Note(row.id, row.study, Week(row.week), row.text) for row in rows)

    async def add(self, study: str, week: Week, text: str) -> None:
        """Write a note at a week. Raises NoteRefusedError and StoreError."""
        kept = checked(text)

        def put(connection: Connection) -> bool:
            migrate(connection)
            count = connection.execute(select(func.count()).where(NOTE.c.study == study)).scalar_one()
            if count < MOST:
                connection.execute(insert(NOTE).values(study=study, week=week, text=kept))
            return count < MOST

        if not await write(self._engine, LIMIT, put):
            raise NoteRefusedError

    async def remove(self, study: str, number: int) -> None:
        """Take a note of a study away, if it is there. Raises StoreError."""

        def take(connection: Connection) -> None:
            migrate(connection)
            connection.execute(delete(NOTE).where(NOTE.c.id == number, NOTE.c.study == study))

        await write(self._engine, LIMIT, take)
