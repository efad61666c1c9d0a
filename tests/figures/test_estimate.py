"""Estimates are no further off than their bars say, and differences are told where they are clear."""

import math
import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from synthetic import published, study, terms, walk

from bot.figures.estimate import Amount, Estimates, Share, compare, project
from bot.figures.report import report
from bot.funnel.noise import probability, variance
from bot.funnel.release import draw_release

CELLS = study()
NOISY = st.lists(st.integers(-20, 60), min_size=1, max_size=40)


@given(NOISY)
def test_a_projection_is_not_negative_and_keeps_the_total(noisy: list[int]) -> None:
    cells = project(noisy)
    assert all(value >= 0 for value in cells)
    assert math.fsum(cells) == pytest.approx(max(0, sum(noisy)))


@given(NOISY)
def test_no_other_counts_are_nearer(noisy: list[int]) -> None:
    """All cells above 0 moved by the same step, and the others no further (the KKT conditions)."""
    cells = project(noisy)
    steps = [value - cell for value, cell in zip(noisy, cells, strict=True)]
    kept = [step for step, cell in zip(steps, cells, strict=True) if cell > 0]
    if kept:
        assert max(kept) - min(kept) < 1e-9
        assert all(s <= kept[0] + 1e-9 for s, c in zip(steps, cells, strict=True) if c == 0)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=40))
def test_counts_without_noise_stay_as_they_are(counts: list[int]) -> None:
    assert project(counts) == pytest.approx(counts)


@pytest.mark.parametrize("scale", [Fraction(1), Fraction(4, 3), Fraction(2), Fraction(4)])
def test_a_bar_covers_at_least_95_percent_of_one_cells_noise(scale: Fraction) -> None:
    bar = Estimates((9.0,), variance(scale)).amount([0]).plus_minus
    inside = math.fsum(probability(x, scale) for x in range(-200, 201) if abs(x) <= bar)
    assert 0.95 <= inside < 0.99


@pytest.mark.parametrize(("cells", "releases"), [(2, 1), (3, 2), (6, 1), (40, 1)])
def test_a_bar_covers_at_least_95_percent_of_a_sums_noise(cells: int, releases: int) -> None:
    drawn = cells * releases
    chances = {0: 1.0}
    for _ in range(drawn):
        chances = added(chances)
    spread = releases * variance(Fraction(2))
    bar = Estimates((9.0,) * cells, spread, releases).amount(range(cells)).plus_minus
    assert 0.95 <= math.fsum(chance for value, chance in chances.items() if abs(value) <= bar) < 0.985


def added(chances: dict[int, float]) -> dict[int, float]:
    """The noise of one more cell on top."""
    made: dict[int, float] = {}
    for value, chance in chances.items():
        if chance > 1e-9:
            for more in range(-30, 31):
                made[value + more] = made.get(value + more, 0.0) + chance * probability(more, Fraction(2))
    return made


def test_bars_of_shares_cover_what_they_claim() -> None:
    chance = random.Random(3)
    inside = shown = 0
    for _ in range(150):
        counts = walk(CELLS, 150, chance)
        truth = report([published(CELLS, counts)])
        seen = report([draw_release(terms(CELLS), counts, chance.randrange)])
        for true, noisy in zip(truth.lines, seen.lines, strict=True):
            if true.of_starts and noisy.of_starts:
                shown += 1
                gap = abs(true.of_starts.value - noisy.of_starts.value)
                inside += gap <= noisy.of_starts.plus_minus + 1e-12
    assert shown > 1500
    assert inside / shown > 0.95


def test_a_share_of_what_drowns_in_noise_is_not_given() -> None:
    estimates = Estimates((5.0, 3.0), variance(Fraction(2)))
    assert estimates.share([0], [0, 1]) is None


def share(part: float, whole: float, bar: float = 0.02) -> Share:
    return Share(part / whole, bar, Amount(part, 1), Amount(whole, 1))


def test_a_clear_difference_is_told_with_its_bar() -> None:
    moved = compare(share(20, 200), share(80, 200))
    assert moved
    assert moved.value == pytest.approx(0.3)
    assert 0 < moved.plus_minus < 0.3


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (share(20, 200), share(22, 200)),
        (share(2, 20, 0.2), share(8, 20, 0.2)),
        (share(20, 200), share(20, 200)),
        (share(20, 200, 0.3), share(80, 200)),
    ],
)
def test_a_comparison_whose_interval_covers_nothing_is_refused(before: Share, after: Share) -> None:
    assert compare(before, after) is None
