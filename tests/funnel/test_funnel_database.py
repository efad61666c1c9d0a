"""Every use of the database is one transaction that ends: cut off, given up, failed or refused."""

import asyncio
import gc
import sqlite3
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rig import Rig, threads_ended
from sqlalchemy import Connection, event, update
from synthetic import BEGINNING, STUDY, WEEK

from bot.funnel import database
from bot.funnel.database import Reason, StoreError, close, connect, write
from bot.funnel.schema import MIGRATIONS, VERSION
from bot.funnel.store import Merged
from bot.funnel.tally import EMPTY

pytest_plugins = ["funnel_fixtures"]

ONE = {STUDY: {WEEK: b"\0\1" + EMPTY[2:]}}
"""A raise of slot 1 to cell 1."""


@pytest.mark.parametrize("cancels", [1, 2])
async def test_a_write_that_is_cut_off_anywhere_leaves_the_database_free(rig: Rig, cancels: int) -> None:
    store, other = rig.store(), rig.store()
    await store.prepare()
    for turns in range(60):
        cut_off = asyncio.create_task(store.merge(BEGINNING, {}))
        for _ in range(turns):
            await asyncio.sleep(0)
        for _ in range(cancels):
            cut_off.cancel()
            await asyncio.sleep(0)
        await asyncio.gather(cut_off, return_exceptions=True)
        assert await other.merge(BEGINNING, {}) == Merged({}, ())
        assert await store.merge(BEGINNING, {}) == Merged({}, ())


@pytest.mark.parametrize("reason", [r for r in Reason if r not in {"damaged", "missing"}])
async def test_a_failing_database_is_told_by_its_reason_alone(rig: Rig, reason: Reason) -> None:
    rig.patience = 0.1
    store = rig.store()
    await store.prepare()
    async with rig.disturbed(reason):
        with pytest.raises(StoreError) as caught:
            await store.merge(BEGINNING, ONE)
    assert caught.value.reason is reason
    assert str(caught.value) == reason.value
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    await store.merge(BEGINNING, ONE)
    assert (await rig.table())[1] == 1


async def test_a_write_given_up_at_its_limit_is_done_or_not_and_leaves_no_lock(rig: Rig) -> None:
    await rig.store().prepare()
    engine, version = rig.engine(), len(MIGRATIONS)
    async with rig.disturbed(Reason.LOCKED):
        for _ in range(3):
            with pytest.raises(StoreError) as caught:
                await write(engine, 0.1, lambda c: c.execute(update(VERSION).values(version=version + 1)))
            assert caught.value.reason is Reason.AWAY
    await rig.store().merge(BEGINNING, ONE)
    assert (await rig.rows(VERSION))[0]["version"] in {version, version + 1}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # what other tests left to collect
async def test_what_goes_wrong_when_nobody_waits_any_more_is_not_logged(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    await rig.store().prepare()

    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("SELECT 'an answer' FROM no_such_table")

    cut_off = asyncio.create_task(write(rig.engine(), 5, fail))
    await asyncio.sleep(0)
    cut_off.cancel()
    await asyncio.gather(cut_off, return_exceptions=True)
    del cut_off
    gc.collect()
    await asyncio.sleep(0.05)
    assert "an answer" not in caplog.text


async def test_a_commit_that_fails_leaves_nothing_behind(sqlite: Rig) -> None:
    await sqlite.sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
    await sqlite.sql("CREATE TABLE child (id INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)")
    store, engine = sqlite.store(), sqlite.engine()
    await store.prepare()

    def orphan(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("INSERT INTO child VALUES (7)")

    def keys(connection: Any, _record: object) -> None:
        connection.cursor().execute("PRAGMA foreign_keys = ON")

    event.listen(engine.sync_engine, "connect", keys)
    with pytest.raises(StoreError):
        await write(engine, 5, orphan)
    await write(engine, 5, lambda c: c.execute(update(VERSION).values(version=len(MIGRATIONS))))
    assert await store.merge(BEGINNING, {}) == Merged({}, ())


async def test_a_new_file_that_another_process_sets_up_is_waited_for(sqlite: Rig) -> None:
    """SQLite itself does not wait where it is to keep a log: of four replicas that began together, one failed."""
    assert sqlite.file
    other = sqlite3.connect(sqlite.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    preparing = asyncio.create_task(sqlite.store().prepare())
    await asyncio.wait({preparing}, timeout=0.2)
    other.close()
    await preparing


async def test_a_new_file_that_another_process_keeps_is_given_up(sqlite: Rig) -> None:
    sqlite.patience = 0.1
    assert sqlite.file
    other = sqlite3.connect(sqlite.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError) as caught:
        await sqlite.store().prepare()
    other.close()
    assert caught.value.reason is Reason.LOCKED


async def test_a_database_made_anew_is_for_its_owner_only(sqlite: Rig) -> None:
    store = sqlite.store()
    await store.prepare()
    assert sqlite.file
    sqlite.file.unlink()
    with pytest.raises(StoreError):
        await store.merge(BEGINNING, {})
    assert sqlite.file.stat().st_mode & 0o777 == 0o600


async def test_a_disk_that_is_full_at_the_start_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite says of it only that the file cannot be opened."""
    (tmp_path / "funnel.db").mkdir()
    for free, told in ((0, Reason.FULL), (1 << 30, Reason.AWAY)):
        monkeypatch.setattr(database, "disk_usage", lambda _folder, free=free: SimpleNamespace(free=free))
        engine = connect(f"sqlite+aiosqlite:///{tmp_path / 'funnel.db'}")
        with pytest.raises(StoreError) as caught:
            await write(engine, 5, lambda _connection: None)
        await close(engine)
        threads_ended()
        assert caught.value.reason is told


async def test_a_database_without_tables_is_told(rig: Rig) -> None:
    with pytest.raises(StoreError) as caught:
        await rig.store().merge(BEGINNING, {})
    assert caught.value.reason is Reason.MISSING


async def test_a_file_that_is_no_database_is_told(sqlite: Rig) -> None:
    assert sqlite.file
    sqlite.file.write_bytes(b"nothing of the kind " * 500)
    with pytest.raises(StoreError) as caught:
        await sqlite.store().prepare()
    assert caught.value.reason is Reason.DAMAGED


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="SQLite"):
        connect("mysql+aiomysql://localhost/x")
