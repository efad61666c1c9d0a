"""The counter never waits, never fails, and brings every raise home once the database is back.

Over 300 lines: one promise, under every trouble that a database can have.
"""

import asyncio
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from rig import Rig
from synthetic import BEGINNING, CALENDAR, KEY, OTHER_KEY, PERIOD, STUDY, Clock, study

from bot.funnel.books import Counted, Finding, Trouble
from bot.funnel.calendar import monday, week_of
from bot.funnel.cells import CellNumber
from bot.funnel.counter import Counter, Notice
from bot.funnel.database import Reason
from bot.funnel.release import Release
from bot.funnel.schema import RELEASE
from bot.funnel.store import Merged, Released, Store
from bot.funnel.tally import EMPTY, Waiting

pytest_plugins = ["funnel_fixtures"]

TWO = CellNumber(2)


async def test_a_raise_comes_home_at_the_next_minute(rig: Rig) -> None:
    counter, news = rig.counter(Clock())
    counter.raise_slot(STUDY, 5, TWO, BEGINNING)
    await counter.tick()
    assert (await rig.table())[5] == 2
    assert news == []


@pytest.mark.parametrize("reason", [r for r in Reason if r not in {"damaged", "missing"}])
async def test_raises_are_kept_while_the_database_fails_and_merged_when_it_is_back(rig: Rig, reason: Reason) -> None:
    rig.patience = 0.05
    clock = Clock()
    counter, news = rig.counter(clock)
    await rig.store().prepare()
    counter.raise_slot(STUDY, 1, TWO, clock())
    async with rig.disturbed(reason):
        for minute in range(10):
            clock.forward(minutes=1)
            if minute < 2 or rig.file:
                await counter.tick()
            counter.raise_slot(STUDY, 10 + minute, TWO, clock())
    await counter.tick()
    table = await rig.table()
    assert [slot for slot, cell in enumerate(table) if cell] == [1, *range(10, 20)]
    assert news == [reason, Notice.RESUMED]


@pytest.mark.parametrize("rig", ["postgres"], indirect=True)
async def test_a_killed_connection_costs_nothing(rig: Rig) -> None:
    counter, news = rig.counter(Clock())
    await counter.tick()
    counter.raise_slot(STUDY, 1, TWO, BEGINNING)
    await rig._kill()
    await counter.tick()
    assert (await rig.table())[1] == 2
    assert news == []


@pytest.mark.parametrize("rig", ["postgres"], indirect=True)
async def test_a_server_restarted_under_load_counts_nothing_twice_and_loses_nothing(rig: Rig) -> None:
    """Two replicas raise and merge all the time while the server goes down and comes back, twice."""
    rig.patience = 0.5
    await rig.store().prepare()
    counters = [rig.counter(Clock())[0] for _ in range(2)]
    raised: dict[int, int] = {}
    over = asyncio.Event()

    async def raising() -> None:
        while not over.is_set():
            slot = len(raised) * 7 % 16_384
            raised[slot] = 1 + len(raised) % 3
            counters[slot % 2].raise_slot(STUDY, slot, CellNumber(raised[slot]), BEGINNING)
            counters[1 - slot % 2].raise_slot(STUDY, slot, CellNumber(1), BEGINNING)
            await asyncio.sleep(0.002)

    async def merging(counter: Counter) -> None:
        while not over.is_set():
            await counter.tick()
            await asyncio.sleep(0.01)

    work = [asyncio.create_task(raising()), *(asyncio.create_task(merging(counter)) for counter in counters)]

    async def two_hundred_more() -> None:
        wanted = len(raised) + 200
        while len(raised) < wanted:  # noqa: ASYNC110 (it is called at each of many)
            await asyncio.sleep(0.01)

    for _ in range(2):
        await two_hundred_more()
        async with rig.disturbed(Reason.AWAY):
            await two_hundred_more()
    await two_hundred_more()
    over.set()
    await asyncio.gather(*work)
    for counter in counters:
        await counter.tick()
    table = await rig.table()
    assert {slot: cell for slot, cell in enumerate(table) if cell} == raised


async def test_a_merge_that_is_cut_off_anywhere_loses_nothing(rig: Rig) -> None:
    counter, _ = rig.counter(Clock())
    await counter.tick()
    for slot in range(60):
        counter.raise_slot(STUDY, slot, TWO, BEGINNING)
        tick = asyncio.create_task(counter.tick())
        for _ in range(slot):
            await asyncio.sleep(0)
        tick.cancel()
        await asyncio.gather(tick, return_exceptions=True)
    await counter.tick()
    assert (await rig.table())[:60] == bytes([TWO]) * 60


async def test_a_process_killed_at_any_moment_leaves_a_sound_tally(rig: Rig) -> None:
    """What it had merged is there, and another process goes on."""
    await rig.store().prepare()
    here = Path(__file__).parent
    victim = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", str(here / "victim.py"), rig.url),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(here.parent.parent)},
    )
    assert victim.stdout
    merged = 0
    for _ in range(20):
        merged = int(await victim.stdout.readline())
    victim.kill()
    await victim.communicate()
    counter, news = rig.counter(Clock())
    counter.raise_slot(STUDY, 16_000, TWO, BEGINNING)
    await counter.tick()
    table = await rig.table()
    assert table[: merged + 1] == bytes([TWO]) * (merged + 1)
    assert table[16_000] == 2
    assert news == []


async def test_a_deleted_database_is_made_anew(sqlite: Rig) -> None:
    counter, news = sqlite.counter(Clock())
    counter.raise_slot(STUDY, 1, TWO, BEGINNING)
    await counter.tick()
    assert sqlite.file
    for file in sqlite.file.parent.glob("funnel.db*"):
        file.unlink()
    counter.raise_slot(STUDY, 2, TWO, BEGINNING)
    await counter.tick()
    await counter.tick()
    assert (await sqlite.table())[1:3] == b"\0\2"
    assert news == [Reason.MISSING, Notice.RESUMED]


async def test_dropped_tables_are_made_anew(rig: Rig) -> None:
    counter, news = rig.counter(Clock())
    await counter.tick()
    for name in ("tally", "release", "quarantine", "version"):
        await rig.sql(f"DROP TABLE funnel_{name}")
    counter.raise_slot(STUDY, 2, TWO, BEGINNING)
    await counter.tick()
    await counter.tick()
    assert (await rig.table())[2] == 2
    assert news == [Reason.MISSING, Notice.RESUMED]


async def test_a_newer_database_is_reported_and_left_alone(rig: Rig) -> None:
    await rig.store().prepare()
    await rig.sql("UPDATE funnel_version SET version = 99")
    counter, news = rig.counter(Clock())
    await counter.tick()
    await counter.tick()
    assert news == [Notice.SCHEMA_TOO_NEW]


async def test_a_foreign_tally_is_reported_once_and_its_raises_wait(rig: Rig) -> None:
    other, _ = rig.counter(Clock(), keys=[OTHER_KEY])
    await other.tick()
    counter, news = rig.counter(Clock())
    counter.raise_slot(STUDY, 1, TWO, BEGINNING)
    await counter.tick()
    await counter.tick()
    assert news == [Finding(STUDY, Trouble.FOREIGN)]
    await rig.store().set_aside_foreign(STUDY)
    await counter.tick()
    assert (await rig.table())[1] == 2


@pytest.mark.usefixtures("no_noise")
async def test_the_last_minute_of_a_period_is_counted_in_it(rig: Rig) -> None:
    clock = Clock(monday(PERIOD.end) - timedelta(seconds=30))
    (one, _), (two, _) = rig.counter(clock), rig.counter(clock)
    await one.tick()
    two.raise_slot(STUDY, 1, TWO, BEGINNING)
    clock.forward(seconds=60)
    one.raise_slot(STUDY, 2, TWO, clock())
    await one.tick()
    await two.tick()
    clock.at = PERIOD.due
    await one.tick()
    await two.tick()
    (released,) = await rig.store().releases()
    assert sum(released.counts) == 1
    await one.tick()
    assert (await rig.table())[1:3] == b"\0\2"


@pytest.mark.usefixtures("no_noise")
async def test_a_session_of_an_earlier_period_raises_nothing(rig: Rig) -> None:
    clock = Clock()
    counter, _ = rig.counter(clock)
    await counter.tick()
    clock.at = monday(PERIOD.end)
    counter.raise_slot(STUDY, 1, TWO, clock() - timedelta(hours=1))
    await counter.tick()
    assert await rig.table() == EMPTY


@pytest.mark.parametrize(
    ("study_id", "slot", "cell", "started"),
    [
        ("NCT99999999", 1, 1, BEGINNING),
        (STUDY, -1, 1, BEGINNING),
        (STUDY, 1, 0, BEGINNING),
        (STUDY, 1, 300, BEGINNING),
        (STUDY, 1, 1, BEGINNING.replace(tzinfo=None)),
        (STUDY, 1, 1, BEGINNING - timedelta(weeks=9)),
        (STUDY, 1, 1, BEGINNING + timedelta(weeks=9)),
    ],
)
async def test_a_raise_that_cannot_be_is_ignored(
    sqlite: Rig, study_id: str, slot: int, cell: int, started: datetime
) -> None:
    counter, news = sqlite.counter(Clock())
    counter.raise_slot(study_id, slot, CellNumber(cell), started)
    await counter.tick()
    assert await sqlite.table() == EMPTY
    assert news == []


async def test_releases_drawn_here_are_handed_on(rig: Rig) -> None:
    clock = Clock()
    seen: list[Release] = []
    counter = Counter(rig.store(), CALENDAR, [STUDY], released=seen.append, now=clock)
    await counter.tick()
    clock.at = PERIOD.due
    await counter.tick()
    assert [r.terms.period for r in seen] == [PERIOD]
    assert len(await rig.rows(RELEASE)) == 1


class Troubled(Store):
    """A store that keeps nothing: it counts ticks, and fails in ways that nobody foresaw."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.merges = 0
        self.fault = fault

    async def prepare(self) -> None:
        pass

    async def merge(self, now: datetime, waiting: Waiting) -> Merged:
        del now, waiting
        self.merges += 1
        if self.fault:
            raise self.fault
        return Merged({}, ())

    async def release_due(self, now: datetime) -> Released:
        del now
        return Released((), ())


async def test_the_clock_goes_on_by_itself_until_it_is_stopped() -> None:
    store = Troubled()
    counter = Counter(store, CALENDAR, [STUDY], every=0.001)
    counter.start()
    counter.start()
    while store.merges < 5:  # noqa: ASYNC110 (the clock is what is tested)
        await asyncio.sleep(0)
    await counter.stop()
    seen = store.merges
    await asyncio.sleep(0.01)
    assert store.merges == seen


async def test_an_unforeseen_fault_is_reported_and_the_clock_goes_on() -> None:
    told: list[object] = []

    def deaf(news: object) -> None:
        told.append(news)
        raise RuntimeError

    store = Troubled(ZeroDivisionError("secret"))
    counter = Counter(store, CALENDAR, [STUDY], report=deaf, every=0.001)
    counter.start()
    while store.merges < 3:  # noqa: ASYNC110
        await asyncio.sleep(0)
    await counter.stop()
    assert told == [Notice.FAILED]


async def test_stopping_merges_what_waits(rig: Rig) -> None:
    counter, _ = rig.counter(Clock())
    await counter.tick()
    counter.raise_slot(STUDY, 1, TWO, BEGINNING)
    await counter.stop()
    assert (await rig.table())[1] == 2


async def test_two_studies_are_counted_apart(rig: Rig) -> None:
    one, two = Counted(study("NCT1")), Counted(study("NCT2"))
    counter, _ = rig.counter(Clock(), one, two)
    counter.raise_slot("NCT1", 1, TWO, BEGINNING)
    counter.raise_slot("NCT2", 1, CellNumber(9), BEGINNING)
    await counter.tick()
    assert [(await rig.table(name, KEY))[1] for name in ("NCT1", "NCT2")] == [2, 9]
    assert week_of(BEGINNING) == PERIOD.first
