"""One way to SQLite and PostgreSQL: connecting, one writer at a time, contentless faults."""

import asyncio
import sqlite3
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar, cast

from sqlalchemy import AdaptedConnection, event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, DisconnectionError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

PATIENCE: Final = 5.0
"""Seconds to wait for another writer before giving up until the next minute."""

T = TypeVar("T")

_WRITER: Final = 0x66756E6E
"""The advisory lock that PostgreSQL's writers hold: the letters "funn"."""

_ANSWER: Final = 10.0
"""Seconds in which PostgreSQL has to answer."""

_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = NORMAL",  # a power cut may cost the last minutes, never the file
    "wal_autocheckpoint = 8",  # pages: the log keeps the last minutes' sealed tallies, not all
    "secure_delete = ON",
)
_FILE: Final = "funnel_file"


class Reason(StrEnum):
    """Why the database did not do what it was asked."""

    LOCKED = "locked"
    READ_ONLY = "read_only"
    FULL = "full"
    DAMAGED = "damaged"
    MISSING = "missing"
    """It answers, but the funnel's tables are not there."""
    AWAY = "away"


class StoreError(Exception):
    """The database failed; `reason` is all that is told: no statement, value or address."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def connect(url: str, *, patience: float = PATIENCE) -> AsyncEngine:
    """Make an engine for `sqlite+aiosqlite://…` or `postgresql+asyncpg://…`; nothing connects yet.

    Raises ValueError for any other kind of database.
    """
    kind = make_url(url).drivername
    if kind == "sqlite+aiosqlite":
        engine = create_async_engine(url, hide_parameters=True, connect_args={"timeout": patience})
        event.listen(engine.sync_engine, "connect", _open_sqlite)
        event.listen(engine.sync_engine, "checkout", _same_file)
    elif kind == "postgresql+asyncpg":
        settings = {
            "application_name": "funnel",
            "lock_timeout": str(int(patience * 1000)),
            "statement_timeout": str(int((patience + _ANSWER) * 1000)),
        }
        engine = create_async_engine(
            url,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"timeout": _ANSWER, "server_settings": settings},
        )
    else:
        message = "the database is SQLite (sqlite+aiosqlite) or PostgreSQL (postgresql+asyncpg)"
        raise ValueError(message)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


async def write(engine: AsyncEngine, limit: float, work: Callable[[Connection], T]) -> T:
    """Do `work` in one transaction that no other writer of the funnel shares.

    Gives up after `limit` seconds. Raises StoreError.
    """
    return await _told(engine, limit, work, writes=True)


async def read(engine: AsyncEngine, limit: float, work: Callable[[Connection], T]) -> T:
    """Do `work` in one transaction that only reads. Raises StoreError."""
    return await _told(engine, limit, work, writes=False)


async def _told(engine: AsyncEngine, limit: float, work: Callable[[Connection], T], *, writes: bool) -> T:
    try:
        async with asyncio.timeout(limit), engine.connect() as connection:
            await connection.execution_options(funnel_writes=writes)
            async with connection.begin():
                return await connection.run_sync(work)
    except Exception as fault:
        if not _is_the_databases(fault):
            raise
        reason = _reason(fault)
    raise StoreError(reason)  # out here, so that no cause with values in it hangs on the error


def _open_sqlite(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions are begun by _begin alone
    cursor = connection.cursor()
    cursor.execute("PRAGMA database_list")
    path = cursor.fetchall()[0][2]
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
        cursor.fetchall()
    cursor.close()
    record.info[_FILE] = (path, _inode(path))


def _same_file(_connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: PoolProxiedConnection) -> None:
    """Open anew where the file was deleted or replaced: SQLite would go on writing to the lost one.

    The pool answers DisconnectionError with a new connection.
    """
    path, inode = record.info[_FILE]
    if _inode(path) != inode:
        raise DisconnectionError


def _inode(path: str) -> int | None:
    try:
        return Path(path).stat().st_ino if path else None
    except OSError:
        return None


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("funnel_writes", False)
    if connection.dialect.name == "sqlite":
        statement = "BEGIN IMMEDIATE" if writes else "BEGIN"
        driver = cast("AdaptedConnection", connection.connection.dbapi_connection)
        driver.run_async(lambda opened: opened.execute(statement))  # one hop to SQLite's thread in place of three
    elif writes:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")


_SQLITE: Final = {
    sqlite3.SQLITE_BUSY: Reason.LOCKED,
    sqlite3.SQLITE_LOCKED: Reason.LOCKED,
    sqlite3.SQLITE_READONLY: Reason.READ_ONLY,
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_CORRUPT: Reason.DAMAGED,
    sqlite3.SQLITE_NOTADB: Reason.DAMAGED,
    sqlite3.SQLITE_ERROR: Reason.MISSING,
}
_POSTGRES: Final = {
    "55P03": Reason.LOCKED,  # lock_not_available
    "57014": Reason.LOCKED,  # query_canceled, by statement_timeout
    "25006": Reason.READ_ONLY,  # read_only_sql_transaction
    "53100": Reason.FULL,  # disk_full
    "42P01": Reason.MISSING,  # undefined_table
    "XX001": Reason.DAMAGED,  # data_corrupted
    "XX002": Reason.DAMAGED,  # index_corrupted
}


def _is_the_databases(fault: Exception) -> bool:
    known = isinstance(fault, SQLAlchemyError | OSError | sqlite3.Error)
    return known or type(fault).__module__.startswith("asyncpg")  # it may not be installed


def _reason(fault: BaseException) -> Reason:
    """Tell a fault by its code alone; its words may hold values."""
    source = fault.orig if isinstance(fault, DBAPIError) else fault
    code = getattr(source, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _SQLITE.get(code & 0xFF, Reason.AWAY)
    return _POSTGRES.get(str(getattr(source, "sqlstate", "")), Reason.AWAY)
