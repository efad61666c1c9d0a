"""A process to be killed: it raises one slot after the other and says which have been merged."""

import asyncio
import sys

from rig import Rig
from synthetic import BEGINNING, STUDY, Clock

from bot.funnel.cells import CellNumber
from bot.funnel.tally import SLOTS


async def main(url: str) -> None:
    counter, _ = Rig(url, None, None).counter(Clock())
    for slot in range(SLOTS):
        counter.raise_slot(STUDY, slot, CellNumber(2), BEGINNING)
        await counter.tick()
        print(slot, flush=True)


asyncio.run(main(sys.argv[1]))
