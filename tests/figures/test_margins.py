"""Which loss is called the biggest: right in the noise that is really drawn, whoever comes."""

import random
from collections.abc import Sequence
from fractions import Fraction

import pytest

from bot.figures.margins import Margins, margins
from bot.funnel.noise import discrete_laplace

TWO = Fraction(2)
WRONG = 0.01


def named_wrongly(counts: Sequence[int], by: Margins, noises: Sequence[Sequence[int]]) -> float:
    """How often none of those that are named is the biggest."""
    most, wrong = max(counts), 0
    for noise in noises:
        noisy = [count + one for count, one in zip(counts, noise, strict=True)]
        order = sorted(range(len(counts)), key=lambda at: -noisy[at])
        leads = [noisy[order[0]] - noisy[at] for at in order[1:3]]
        if leads[0] > by.alone:
            named = order[:1]
        elif len(leads) == 1 or leads[1] > by.pair:
            named = order[:2]
        else:
            continue
        wrong += all(counts[at] < most for at in named)
    return wrong / len(noises)


@pytest.fixture(scope="module")
def noises() -> list[list[int]]:
    chance = random.Random(7)
    return [[discrete_laplace(TWO, chance.randrange) for _ in range(12)] for _ in range(6000)]


@pytest.mark.parametrize("rivals", [1, 2, 3, 5, 11])
@pytest.mark.parametrize("behind", [1, 2, 4])
def test_a_name_is_wrong_in_hardly_one_of_a_hundred_periods(rivals: int, behind: int, noises: list[list[int]]) -> None:
    counts = [20, *[20 - behind] * rivals]
    drawn = [noise[: len(counts)] for noise in noises]
    assert named_wrongly(counts, margins((TWO,), rivals, WRONG), drawn) <= WRONG + 0.003  # two standard errors


def test_a_margin_that_is_one_session_less_would_be_wrong_too_often(noises: list[list[int]]) -> None:
    """The margin is not only safe; it is the smallest."""
    by = margins((TWO,), 1, WRONG)
    drawn = [noise[at : at + 2] for noise in noises for at in range(0, 12, 2)]
    assert named_wrongly([20, 19], Margins(by.alone - 2, by.pair), drawn) > WRONG


def test_margins_grow_with_the_noise_and_hardly_with_the_rivals() -> None:
    assert margins((TWO,), 1, WRONG) == Margins(9, 9)
    assert margins((TWO,), 36, WRONG) == Margins(9, 11)
    assert margins((TWO,) * 4, 36, WRONG).alone < 2 * 9 + 2
    assert margins((Fraction(4),), 36, WRONG).alone > 9
    assert margins((TWO,), 36, 0.004).alone > 9


def test_releases_with_other_noise_are_added_up() -> None:
    mixed = margins((Fraction(1), Fraction(4)), 5, WRONG)
    assert margins((Fraction(1),) * 2, 5, WRONG).alone < mixed.alone < margins((Fraction(4),) * 2, 5, WRONG).alone
