"""One way to SQLite and PostgreSQL: connecting, one writer at a time, contentless faults."""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from shutil import disk_usage
from typing import Any, Final, TypeVar

from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import greenlet_spawn

from bot.funnel.sqlite import sqlite_engine

PATIENCE: Final = 5.0
"""Seconds to wait for another writer before giving up until the next minute."""

T = TypeVar("T")

_WRITER: Final = 0x66756E6E
"""The advisory lock that PostgreSQL's writers hold: the letters "funn"."""

_WRITING: Final = {"sqlite": "BEGIN IMMEDIATE", "postgresql": f"SELECT pg_advisory_xact_lock({_WRITER})"}
_READING: Final = {"sqlite": "BEGIN"}
"""How a transaction opens, by the kind of database; the driver of PostgreSQL begins by itself."""

_UNDERWAY: Final[set["asyncio.Task[Any]"]] = set()
"""Transactions until they end, also where nobody waits for them any more."""

ROOM: Final = 1 << 18
"""Bytes; with less, SQLite cannot begin."""
_ANSWER: Final = 10.0
"""Seconds in which PostgreSQL has to answer."""


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
        return sqlite_engine(url, patience)
    if kind == "postgresql+asyncpg":
        settings = {
            "application_name": "funnel",
            "lock_timeout": str(int(patience * 1000)),
            "statement_timeout": str(int((patience + _ANSWER) * 1000)),
        }
        return create_async_engine(
            url,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"timeout": _ANSWER, "server_settings": settings},
        )
    message = "the database is SQLite (sqlite+aiosqlite) or PostgreSQL (postgresql+asyncpg)"
    raise ValueError(message)


async def write(engine: AsyncEngine, limit: float, work: Callable[[Connection], T]) -> T:
    """Do `work` in one transaction that no other writer of the funnel shares.

    Waits for `limit` seconds. Raises StoreError, and with Reason.AWAY the work may be done all the same. Whoever
    is cancelled while waiting waits for the end.
    """
    return await _told(engine, limit, work, _WRITING)


async def read(engine: AsyncEngine, limit: float, work: Callable[[Connection], T]) -> T:
    """Do `work` in one transaction that only reads. Raises StoreError."""
    return await _told(engine, limit, work, _READING)


async def _told(engine: AsyncEngine, limit: float, work: Callable[[Connection], T], openings: Mapping[str, str]) -> T:
    task: asyncio.Task[T] = asyncio.create_task(greenlet_spawn(_transaction, engine.sync_engine, work, openings))
    _UNDERWAY.add(task)
    task.add_done_callback(_ended)
    try:
        await asyncio.wait({task}, timeout=limit)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=limit)
        raise
    finally:  # PostgreSQL is cut off; a statement of SQLite runs to its end, or its lock would stay
        if engine.dialect.name != "sqlite":
            task.cancel()
    if not task.done():
        raise StoreError(Reason.AWAY)
    fault = task.exception()
    if fault is None:
        return task.result()
    if not isinstance(fault, Exception) or not _is_the_databases(fault):
        raise fault
    reason = _reason(fault)
    raise StoreError(Reason.FULL if reason is Reason.AWAY and _no_room(engine) else reason)


async def close(engine: AsyncEngine, limit: float = PATIENCE + _ANSWER) -> None:
    """Close an engine's connections, once the transactions end that were given up at their limit.

    SQLite's thread tells the loop when it is done, so it must not outlive it.
    """
    if left := {task for task in _UNDERWAY if task.get_loop() is asyncio.get_running_loop()}:
        await asyncio.wait(left, timeout=limit)
    await engine.dispose()


def _no_room(engine: AsyncEngine) -> bool:
    """Whether SQLite could not make or open its files because their disk is full, which it tells in many ways."""
    file = engine.url.database if engine.dialect.name == "sqlite" else None
    try:
        return bool(file) and disk_usage(Path(file or "").parent).free < ROOM
    except OSError:
        return False


def _ended(task: "asyncio.Task[Any]") -> None:
    """Forget a transaction, and look at its fault: one that nobody looks at is logged, with what it holds."""
    _UNDERWAY.discard(task)
    if not task.cancelled():
        task.exception()


def _transaction(engine: Engine, work: Callable[[Connection], T], openings: Mapping[str, str]) -> T:
    with engine.connect() as connection:
        try:
            with connection.begin():
                if opening := openings.get(connection.dialect.name):
                    connection.exec_driver_sql(opening)
                return work(connection)
        except BaseException:
            connection.invalidate()  # whatever state it is in, nobody else gets it
            raise


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
