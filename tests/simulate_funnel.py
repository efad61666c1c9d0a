"""How useful the noisy funnel is: run by hand, `PYTHONPATH=.:tests/funnel python tests/simulate_funnel.py [rounds]`.

Prints, in percentage points, the mean error of "reached" as a share of all who started, on the
synthetic funnel of 10 questions and 22 cells at epsilon 1; beside it the error by chance alone of
so few people; then the shipped studies, walked by the same people. Then how often the sentence on the
biggest loss is wrong, and how often two periods of one population are said to differ. Goal: at most 7.5, 4.0 and 2.2 points at 50, 100 and 200 sessions.
"""

import random
import statistics
import sys
from collections import Counter as Tally
from collections.abc import Sequence
from fractions import Fraction

from synthetic import PERIOD, study, terms, walk

from bot.figures.estimate import project
from bot.figures.report import FactKind, report
from bot.figures.spans import changes
from bot.funnel.calendar import Period, Week
from bot.funnel.cells import Cell, Cells, Detail, Kind
from bot.funnel.counting import Counting
from bot.funnel.release import Release, draw_release
from criteria.catalogue import load

GOALS = {50: 7.5, 100: 4.0, 200: 2.2}
ABOUT = {FactKind.MOST_LEAVE: {Kind.NOTICE, Kind.LEFT}, FactKind.MOST_SCREENED: {Kind.INELIGIBLE}}
BEFORE = Period(Week(PERIOD.first - 4), PERIOD.first)


def reached(cells: Sequence[Cell], counts: Sequence[float]) -> list[float]:
    """The share of all that got as far as each question, in points."""
    total = sum(counts)
    last = max(c.place for c in cells)
    return [
        100 * sum(n for n, c in zip(counts, cells, strict=True) if c.place >= place) / total for place in range(1, last)
    ]


def gap(one: Sequence[float], other: Sequence[float]) -> float:
    return statistics.fmean(abs(a - b) for a, b in zip(one, other, strict=True))


def simulate(cells: Cells, detail: Detail, people: int, rounds: int, chance: random.Random) -> tuple[float, float]:
    """Mean error by the noise, and by chance alone."""
    listed, fold = cells.listed(detail), cells.fold(detail)
    many = reached(listed, _folded(walk(cells, 100_000, chance), fold, len(listed)))
    noise, sampling = [], []
    for _ in range(rounds):
        exact = _folded(walk(cells, people, chance), fold, len(listed))
        drawn: Release = draw_release(terms(cells, detail=detail), exact, chance.randrange)
        estimate = project(drawn.counts)
        if sum(estimate) > 0:
            noise.append(gap(reached(listed, estimate), reached(listed, exact)))
        sampling.append(gap(reached(listed, exact), many))
    return statistics.fmean(noise), statistics.fmean(sampling)


def _folded(counts: Sequence[int], fold: bytes, length: int) -> list[int]:
    result = [0] * length
    for number, count in enumerate(counts, start=1):
        result[fold[number] - 1] += count
    return result


def claims(cells: Cells, people: int, rounds: int, chance: random.Random) -> str:
    """How often what the pages say is wrong: the biggest loss, and differences between equal periods."""
    said: Tally[FactKind] = Tally()
    wrong: Tally[FactKind] = Tally()
    tables = 0
    for _ in range(rounds):
        exact = walk(cells, people, chance)
        now = report([draw_release(terms(cells), exact, chance.randrange)])
        before = report([draw_release(terms(cells, BEFORE), walk(cells, people, chance), chance.randrange)])
        for fact in now.facts:
            kinds = ABOUT.get(fact.kind, set())
            losses = {c.subjects: count for count, c in zip(exact, cells.fine, strict=True) if c.kind in kinds}
            if losses:
                said[fact.kind] += 1
                wrong[fact.kind] += all(losses[loss.subjects] < max(losses.values()) for loss in fact.losses)
        tables += any(change.difference for change in changes(before, now))
    told = ", ".join(f"{kind.value} wrong {wrong[kind]} of {said[kind]}" for kind in ABOUT)
    return f"{told}; equal periods said to differ {tables} of {rounds}"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    chance = random.Random(1)
    shipped = [(f"{key}, {len(one.fine)}", one) for key, one in Counting(load()).studies.items()]
    for name, cells, detail in (
        ("22 cells", study(), Detail.QUESTIONS),
        ("12 stages", study(), Detail.STAGES),
        *((name, one, Detail.QUESTIONS) for name, one in shipped),
        *((f"{one.study}, 12", one, Detail.STAGES) for _, one in shipped),
    ):
        for people, goal in GOALS.items():
            noise, sampling = simulate(cells, detail, people, rounds, chance)
            aim = f"goal {goal}" if name == "22 cells" else ""
            print(f"{name:16} {people:4} sessions: {noise:5.2f} (chance {sampling:4.2f}) {aim}")
    for name, cells in (("22 cells", study()), *shipped):
        for people in (50, 200, 1000):
            print(f"{name:16} {people:4} sessions: {claims(cells, people, rounds, chance)}")
    print("epsilon", Fraction(1), "rounds", rounds)


if __name__ == "__main__":
    main()
