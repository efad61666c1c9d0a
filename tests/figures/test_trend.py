"""What rises or falls over releases is told where it is clear of noise and chance, and nothing is where all is alike."""

import random
from collections import Counter
from fractions import Fraction

import pytest
from synthetic import PERIOD, published, study, terms, walk

from bot.figures.report import NotOneFunnelError
from bot.figures.trend import Course, trend
from bot.funnel.calendar import Period, Week
from bot.funnel.release import Release, draw_release

CELLS = study()


def period(number: int, weeks: int = 4) -> Period:
    return Period(Week(PERIOD.first + weeks * number), Week(PERIOD.first + weeks * (number + 1)))


def counts(left: int, screened: int, fit: int) -> list[int]:
    """So many leave at the first question, are screened out by the first requirement, may fit."""
    return [0, left, *[0] * 9, screened, *[0] * 7, 0, 0, fit]


def clear(releases: list[Release]) -> dict[Course, bool]:
    """What moves, and whether it rises."""
    return {slope.course: slope.change > 0 for slope in trend(releases).slopes if slope.clear}


def test_more_who_start_rise_by_the_week() -> None:
    releases = [published(CELLS, counts(60 + 30 * at, 60 + 30 * at, 80 + 40 * at), period(at)) for at in range(6)]
    assert clear(releases) == {Course.STARTED: True}
    slope = trend(releases).of(Course.STARTED)
    assert slope
    assert slope.change == pytest.approx(5 * 100 / 4)


def test_a_share_that_falls_is_told_though_as_many_start() -> None:
    releases = [published(CELLS, counts(60 + 40 * at, 240 - 20 * at, 200 - 20 * at), period(at)) for at in range(6)]
    assert clear(releases) == {Course.COMPLETED: False, Course.MAY_FIT: False}
    slope = trend(releases).of(Course.MAY_FIT)
    assert slope
    assert slope.change == pytest.approx(-5 * 20 / 500)


def test_periods_of_another_length_are_no_trend() -> None:
    """Twice the weeks bring twice the people."""
    long = [published(CELLS, counts(120, 120, 160), Period(Week(at), Week(at + 8))) for at in (0, 8, 16)]
    short = [published(CELLS, counts(60, 60, 80), Period(Week(at), Week(at + 4))) for at in (24, 28, 32)]
    assert clear([*long, *short]) == {}


@pytest.mark.parametrize("number", [1, 2])
def test_of_one_or_two_releases_no_trend_is_read(number: int) -> None:
    found = trend([published(CELLS, counts(60, 60, 80 * (1 + at)), period(at)) for at in range(number)])
    assert found.slopes == ()
    assert len(found.points) == number


def test_too_few_people_make_no_trend() -> None:
    assert trend([published(CELLS, counts(1, 1, 1), period(at)) for at in range(4)]).slopes == ()


def test_releases_may_be_negative_and_empty() -> None:
    rows = [counts(60, 60, 80), [-3] * 22, [0] * 22, counts(50, 70, 80)]
    found = trend([published(CELLS, row, period(at)) for at, row in enumerate(rows)])
    assert [point.completed is None for point in found.points] == [False, True, True, False]
    assert {slope.course for slope in found.slopes} == set(Course)


def test_releases_that_cannot_be_read_together_are_refused() -> None:
    with pytest.raises(NotOneFunnelError):
        trend([published(CELLS, counts(1, 1, 1)), published(study("S"), counts(1, 1, 1), period(1))])


@pytest.mark.parametrize(("people", "number"), [(30, 6), (200, 3), (200, 8)])
def test_of_unchanged_people_hardly_a_trend_is_told(people: int, number: int) -> None:
    chance = random.Random(people + number)
    weights = walk(CELLS, 3000, chance)
    told = 0
    for _ in range(120):
        exact = [Counter(chance.choices(range(22), weights, k=coming(people, chance))) for _ in range(number)]
        drawn = [
            draw_release(terms(CELLS, period(at)), [ends[cell] for cell in range(22)], chance.randrange)
            for at, ends in enumerate(exact)
        ]
        told += bool(clear(drawn))
    assert told / 120 <= 0.05


def coming(mean: int, chance: random.Random) -> int:
    """How many come, by chance alone (Poisson, nearly)."""
    return max(0, round(chance.gauss(mean, mean**0.5)))


def test_noisier_releases_make_wider_bars() -> None:
    rows = [counts(60, 60, 80)] * 4
    quiet, loud = (
        trend([Release(terms(CELLS, period(at), epsilon), tuple(row)) for at, row in enumerate(rows)]).of(
            Course.MAY_FIT
        )
        for epsilon in (Fraction(2), Fraction(1, 2))
    )
    assert quiet
    assert loud
    assert quiet.plus_minus < loud.plus_minus
