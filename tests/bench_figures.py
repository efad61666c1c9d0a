"""How long the coordinators' pages take with 60 releases: run by hand, `PYTHONPATH=.:tests:tests/funnel:tests/web python tests/bench_figures.py [folder]`.

Prints, for each page and file, the first time (nothing is remembered yet) and the median of ten. Goal: pages under 300 ms.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from coordinators_world import Front, front
from synthetic import terms

from bot.funnel.calendar import Period, Week
from bot.funnel.release import Release
from bot.funnel.service import FunnelService
from criteria.catalogue import load

RELEASES = 60
GOAL = 300


def releases(service: FunnelService) -> Iterator[Release]:
    for study, cells in service.counting.studies.items():
        for at in range(RELEASES):
            listed = replace(terms(cells, Period(Week(2700 + 4 * at), Week(2704 + 4 * at))), study=study)
            yield Release(listed, tuple((7 * at + 11 * place) % 40 for place in range(len(cells.fine))))


async def measure(folder: Path) -> None:
    made = front(load(), folder)
    await made.sign_in()
    kept = tuple(releases(made.service))
    with patch.object(FunnelService, "releases", lambda _self: answer(kept)):
        await visit(made, kept[0].terms.study)
    await made.service.close()


async def visit(made: Front, study: str) -> None:
    for path in (
        "/coordinators?lang=en",
        *(f"/coordinators/{study}?lang=es{query}" for query in ("", "&span=last", "&span=last3&than=before")),
        *(f"/coordinators/{study}/{name}" for name in ("funnel.json", "funnel.zip", "poster.png", "funnel.png")),
    ):
        times = []
        for _ in range(11):
            began = time.perf_counter()
            answered = await made.client.get(path)
            times.append(1000 * (time.perf_counter() - began))
            assert answered.status_code == 200, path
        page = "" if "." in path.partition("?")[0].rpartition("/")[2] else f"goal {GOAL}"
        print(f"{path:55} first {times[0]:6.0f} ms, then {statistics.median(times[1:]):6.0f} ms {page}")


async def answer(kept: tuple[Release, ...]) -> tuple[Release, ...]:
    return kept


if __name__ == "__main__":
    if len(sys.argv) > 1:
        asyncio.run(measure(Path(sys.argv[1])))
    else:
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(measure(Path(folder)))
