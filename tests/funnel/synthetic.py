"""A synthetic study of 10 questions and 22 cells, and people who walk through it."""

import random
from datetime import datetime, timedelta
from fractions import Fraction

from bot.funnel.calendar import Calendar, Period, Week, monday
from bot.funnel.cells import Cells, Detail, ScreeningCriterion, Step, lay_out
from bot.funnel.release import Release, Terms

STUDY = "NCT00000001"
CALENDAR = Calendar(4)
WEEK = Week(2920)
BEGINNING = monday(WEEK)
PERIOD = Period(WEEK, Week(WEEK + 4))
KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))


def study(name: str = STUDY, questions: int = 10, criteria: int = 8, definition: str = "") -> Cells:
    steps = [Step(f"q{i}", everybody=i % 3 != 2) for i in range(questions)]
    screens = [ScreeningCriterion(f"c{i}", f"q{i + 1}") for i in range(criteria)]
    return lay_out(name, steps, screens, definition)


def walk(cells: Cells, people: int, chance: random.Random) -> list[int]:
    """Where so many people end: 8 % stop at the notice, 5 % leave and 6 % fail at each question."""
    counts = [0] * len(cells.fine)
    for _ in range(people):
        counts[_end(cells, chance) - 1] += 1
    return counts


def _end(cells: Cells, chance: random.Random) -> int:
    if chance.random() < 0.08:
        return cells.notice
    for cell in cells.fine:
        if cell.kind.value != "left":
            continue
        if chance.random() < 0.05:
            return cells.left(cell.subjects[0])
        for screen in cells.fine:
            screens_here = screen.kind.value == "ineligible" and screen.place == cell.place
            if screens_here and chance.random() < 0.06:
                return cells.ineligible(screen.subjects[0])
    return cells.likely(chance.choice([0, 1, 2, 4]))


def terms(
    cells: Cells,
    period: Period = PERIOD,
    epsilon: Fraction = Fraction(1),
    detail: Detail = Detail.QUESTIONS,
) -> Terms:
    return Terms(cells.study, cells.definition, detail, cells.listed(detail), epsilon, period)


def published(cells: Cells, counts: list[int], period: Period = PERIOD) -> Release:
    return Release(terms(cells, period), tuple(counts))


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = BEGINNING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **units: float) -> None:
        self.at += timedelta(**units)
