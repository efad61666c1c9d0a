"""What fakes do to a period: `PYTHONPATH=.:tests/funnel python tests/simulate_flood.py [rounds]`.

Two hundred people come from addresses of their own and stop half-way; fakes come meanwhile, as many as their sources may have
counted, and go to the end. Printed is how many fakes were counted, and how many of the people still stand where they stopped.
"""

import random
import statistics
import sys
from collections.abc import Callable, Iterator

from synthetic import PERIOD

from bot.funnel.sources import Source, Sources
from bot.funnel.tally import SLOTS

PEOPLE = 200
LIMIT = 300
HALF, END = 10, 20
AT_MOST = 66_000
"""Fakes that are tried: more than are ever counted."""


def nobody(_chance: random.Random) -> Iterator[str]:
    """No fakes."""
    return iter(())


def addresses(many: int) -> Iterator[str]:
    """So many addresses in turns, without an end."""
    while True:
        for number in range(many):
            yield f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"


def site(chance: random.Random) -> Iterator[str]:
    """One /48, from a network of its own each time."""
    while True:
        yield f"2001:db8:7:{chance.randrange(1 << 16):x}::1"


def period(fakes: Iterator[str], chance: random.Random) -> tuple[int, int]:
    """One period: fakes counted, and people seen where they stopped."""
    sources, table, counted = Sources(LIMIT), bytearray(SLOTS), 0
    for _, address in zip(range(AT_MOST), fakes, strict=False):
        seed = chance.getrandbits(24)
        if sources.grant(Source("web", address), seed, PERIOD):
            counted += 1
            table[chance.randrange(SLOTS)] = END
    people = [chance.randrange(SLOTS) for _ in range(PEOPLE)]
    for slot in people:
        table[slot] = max(table[slot], HALF)
    return counted, len({slot for slot in people if table[slot] == HALF})


def main() -> None:
    """Print the figures."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    chance = random.Random(1)
    made: dict[str, Callable[[], Iterator[str]]] = {
        "nobody": lambda: nobody(chance),
        "one address": lambda: addresses(1),
        "a rotating /48": lambda: site(chance),
        "ten addresses": lambda: addresses(10),
        "a thousand addresses": lambda: addresses(1000),
    }
    for name, fakes in made.items():
        found = [
            period(fakes(), chance) for _ in range(rounds if name != "a thousand addresses" else max(1, rounds // 8))
        ]
        counted, seen = (statistics.fmean(column) for column in zip(*found, strict=True))
        print(f"{name:22} {counted:7.0f} fakes counted; {seen:5.1f} of {PEOPLE} people seen where they stopped")


if __name__ == "__main__":
    main()
