"""The noise is the exact discrete Laplace distribution, and hides one session as stated."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

import pytest
from synthetic import study, terms

from bot.funnel.noise import discrete_laplace, probability, scale_for, variance
from bot.funnel.release import draw_release

ONE = Fraction(1)


class _Undecided(Exception):  # noqa: N818 (a signal, no error)
    def __init__(self, bound: int) -> None:
        self.bound = bound


def every_outcome(sample: Callable[[Callable[[int], int]], int], floor: float) -> dict[int, float]:
    """All that a sampler can give, by walking every path of its draws down to a probability."""
    found: dict[int, float] = defaultdict(float)
    paths: list[tuple[tuple[int, ...], float]] = [((), 1.0)]
    while paths:
        path, chance = paths.pop()
        answers = iter(path)

        def draw(bound: int, answers: Iterator[int] = answers) -> int:
            for answer in answers:
                return answer
            raise _Undecided(bound)

        try:
            found[sample(draw)] += chance
        except _Undecided as asked:
            if chance / asked.bound > floor:
                paths += [((*path, n), chance / asked.bound) for n in range(asked.bound)]
    return found


@pytest.mark.parametrize(("scale", "beyond"), [(Fraction(2), 0.1), (Fraction(4, 3), 0.3)])
def test_the_sampler_gives_each_value_with_its_exact_probability(scale: Fraction, beyond: float) -> None:
    """Exact but for the paths too long to walk, whose probability bounds the error."""
    found = every_outcome(lambda draw: discrete_laplace(scale, draw), 2e-6)
    unseen = 1 - math.fsum(found.values())
    assert 0 <= unseen < beyond
    for value in range(-3, 4):
        exact = probability(value, scale)
        assert found[value] <= exact + 1e-12
        assert found[value] >= exact - unseen


@pytest.mark.parametrize(("scale", "spread"), [(Fraction(2), 2.799), (Fraction(4, 3), 1.842), (Fraction(4), 5.642)])
def test_the_spread_is_the_published_one(scale: Fraction, spread: float) -> None:
    assert math.sqrt(variance(scale)) == pytest.approx(spread, abs=0.001)
    chance = random.Random(7)
    drawn = [discrete_laplace(scale, chance.randrange) for _ in range(20_000)]
    assert math.sqrt(sum(x * x for x in drawn) / len(drawn)) == pytest.approx(spread, rel=0.03)
    assert sum(drawn) / len(drawn) == pytest.approx(0, abs=0.12)


@pytest.mark.parametrize("scale", [Fraction(2), Fraction(4, 3)])
def test_the_shape_is_the_exact_one(scale: Fraction) -> None:
    """Chi squared over 13 bins; 32.9 is exceeded once in a thousand."""
    size, chance = 20_000, random.Random(11)
    seen = Counter(max(-6, min(6, discrete_laplace(scale, chance.randrange))) for _ in range(size))
    tail = math.fsum(probability(x, scale) for x in range(6, 200))
    expected = {x: probability(x, scale) for x in range(-5, 6)} | {-6: tail, 6: tail}
    chi = sum((seen[x] - size * p) ** 2 / (size * p) for x, p in expected.items())
    assert chi < 32.9


def test_probabilities_sum_to_one_and_give_the_variance() -> None:
    scale = Fraction(2)
    values = range(-150, 151)
    assert math.fsum(probability(x, scale) for x in values) == pytest.approx(1)
    spread = math.fsum(x * x * probability(x, scale) for x in values)
    assert spread == pytest.approx(variance(scale))


def test_the_operating_systems_randomness_serves_by_default() -> None:
    assert len({discrete_laplace(Fraction(50)) for _ in range(50)}) > 5


@pytest.mark.parametrize("wrong", [Fraction(0), Fraction(-1)])
def test_what_is_not_positive_is_refused(wrong: Fraction) -> None:
    with pytest.raises(ValueError, match="positive"):
        scale_for(wrong)
    with pytest.raises(ValueError, match="positive"):
        discrete_laplace(wrong)


@pytest.mark.parametrize("epsilon", [Fraction(1, 2), ONE, Fraction(3, 2), Fraction(2)])
def test_who_holds_all_sessions_but_one_gains_no_more_than_epsilon(epsilon: Fraction) -> None:
    """The target is in one cell or in another; the attacker knows every other session.

    What is left are the two cells' noisy counts. Their likelihood ratio is bounded by e^epsilon
    for every outcome, and the best guess that there is follows from the exact probabilities.
    """
    scale = scale_for(epsilon)
    values = range(-80, 81)
    best = worst = 0.0
    for x, y in product(values, values):
        here = probability(x - 1, scale) * probability(y, scale)
        there = probability(x, scale) * probability(y - 1, scale)
        worst = max(worst, math.log(here / there))
        best += max(here, there) / 2
    assert worst <= float(epsilon) + 1e-9
    assert best <= 1 / (1 + math.exp(-epsilon))
    figures = {ONE: 0.622, Fraction(2): 0.731}
    assert best == pytest.approx(figures.get(epsilon, best), abs=0.001)


def test_every_cell_gets_its_own_noise_zeros_too() -> None:
    made = terms(study())
    drawn = [draw_release(made, (0,) * 22).counts for _ in range(200)]
    for cell in zip(*drawn, strict=True):
        assert len(set(cell)) > 3
    assert len(set(drawn)) > 190


def test_the_number_of_draws_does_not_follow_the_counts() -> None:
    """The same randomness gives the same noise, whatever was counted."""
    made = terms(study())
    none = draw_release(made, (0,) * 22, random.Random(3).randrange)
    some = draw_release(made, tuple(range(22)), random.Random(3).randrange)
    assert [b - a for a, b in zip(none.counts, some.counts, strict=True)] == list(range(22))
