"""What SQLite needs of an engine: how its file is kept, that it is still there, few hops to its thread.

aiosqlite does every call on a thread of its own, and each hop there and back costs more than most
of what SQLite does in it: a write took ten, and takes four so.
"""

import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final, Self, cast

import aiosqlite
from sqlalchemy import AdaptedConnection, event
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

_SWITCH: Final = "PRAGMA journal_mode = WAL"
_AGAIN: Final = 0.01
"""Seconds until that is tried again: where several processes set a new file up together, SQLite does not wait."""
_PRAGMAS: Final = (
    "synchronous = NORMAL",  # a power cut may cost the last minutes, never the file
    "wal_autocheckpoint = 8",  # pages: the log keeps the last minutes' sealed tallies, not all
    "secure_delete = ON",
)
_FILE: Final = "funnel_file"


def sqlite_engine(url: str, patience: float) -> AsyncEngine:
    """Make an engine for a file; `patience` is the seconds to wait for another writer.

    Every use of it is a transaction that begins by a statement and is ended by who began it, or else the
    connection is invalidated: one that comes back to the pool is not rolled back once more.
    """
    settings = {"timeout": patience, "isolation_level": None, "factory": _Connection}
    engine = create_async_engine(url, hide_parameters=True, pool_reset_on_return=None, connect_args=settings)
    event.listen(engine.sync_engine, "do_connect", _make_file)
    event.listen(engine.sync_engine, "connect", _set_up)
    event.listen(engine.sync_engine, "checkout", _same_file)
    return engine


class _Connection(sqlite3.Connection):
    """Fetches what a statement finds while it is on SQLite's thread: no statement is left half read."""

    found: Sequence[Any] = ()

    def __init__(self, database: str, timeout: float, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(database, timeout, **settings)
        self._patience = timeout

    def execute(self, *statement: Any) -> sqlite3.Cursor:  # noqa: ANN401
        cursor = self._switched() if statement[0] == _SWITCH else super().execute(*statement)
        self.found = cursor.fetchall() if cursor.description else ()
        return cursor

    def _switched(self) -> sqlite3.Cursor:
        ends = time.monotonic() + self._patience
        while True:
            try:
                return super().execute(_SWITCH)
            except sqlite3.OperationalError as fault:
                if fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= ends:
                    raise
            time.sleep(_AGAIN)


class _Cursor:
    """A cursor that goes to SQLite's thread once for each statement: not to be made, to fetch or to be closed."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._cursor: aiosqlite.Cursor | None = None
        self._found: Sequence[Any] = ()

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Iterable[object] = ()) -> None:
        self._cursor = await self._connection.execute(statement, values)
        self._found = cast("_Connection", self._cursor.connection).found

    async def executemany(self, statement: str, values: Iterable[Iterable[object]]) -> None:
        self._cursor = await self._connection.executemany(statement, values)

    async def fetchall(self) -> Sequence[Any]:
        return self._found

    async def close(self) -> None:
        self._cursor = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._cursor, name)


def _make_file(_dialect: Dialect, _record: ConnectionPoolEntry, place: list[str], _settings: object) -> None:
    """Make the file for its owner only, where it is missing."""
    with suppress(OSError):  # what is wrong with it, SQLite tells
        os.close(os.open(place[0], os.O_CREAT | os.O_RDWR, 0o600))


def _set_up(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    driver = cast("AdaptedConnection", connection).driver_connection
    driver.cursor = partial(_Cursor, driver)
    cursor = connection.cursor()
    cursor.execute("PRAGMA database_list")
    path = cursor.fetchall()[0][2]
    for pragma in (_SWITCH, *(f"PRAGMA {one}" for one in _PRAGMAS)):
        cursor.execute(pragma)
        cursor.fetchall()
    cursor.close()
    record.info[_FILE] = (path, _identity(path))


def _same_file(_connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: PoolProxiedConnection) -> None:
    """Open anew where the file was deleted or replaced: SQLite would go on writing to the lost one.

    The pool answers DisconnectionError with a new connection.
    """
    path, identity = record.info[_FILE]
    if _identity(path) != identity:
        raise DisconnectionError


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = Path(path).stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None
