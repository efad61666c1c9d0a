"""Reads criteria texts made at random, as many as are asked for: `PYTHONPATH=.:tests/records python tests/simulate_records.py [10000]`.

Tells how many lost or doubled a word or could not be read, and how long a processor works on 20 KB.
"""

import sys
from collections import Counter
from statistics import median
from time import process_time

from random_texts import Lost, lost, text

from bot.records.doubts import examined
from bot.records.outline import outline

LARGE = 20_000


def main(count: int) -> int:
    """Read them, and give how many were wrong."""
    wrong, items, doubts = 0, 0, Counter[str]()
    for seed in range(count):
        source, markdown = text(seed, 300 + seed % 4000), seed % 2 == 0
        try:
            found = examined(outline(source, markdown=markdown))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
            print(f"seed {seed}: {type(error).__name__}: {error}")
            wrong += 1
            continue
        got = lost(source, found, markdown=markdown)
        items += len(found.items)
        doubts.update(one.trap for one in found.doubts)
        if got != Lost([], []):
            print(f"seed {seed}: {got}")
            wrong += 1
    print(f"{count} texts, {items} items, {sum(doubts.values())} doubts; wrong: {wrong}")
    took = []
    for seed in range(30):
        source = text(seed, LARGE)
        start = process_time()
        examined(outline(source, markdown=seed % 2 == 0))
        took.append(1000 * (process_time() - start))
    print(f"20 KB: {median(took):.0f} ms in the middle, {max(took):.0f} ms at most")
    return wrong


if __name__ == "__main__":
    sys.exit(min(1, main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)))
