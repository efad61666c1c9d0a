"""By how many sessions a noisy count must lead before it can be called the biggest: exact, for any population.

The noise of a release is known to the last decimal, so the chance of a wrong name is worked out, not bounded: the
largest over all numbers of rivals that stand level, one session behind the biggest. With noise whose tail is
exponential, that chance hardly grows with the number of rivals, which a sum of bounds (Bonferroni) cannot see.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import Final

from bot.funnel.noise import probability

_SMALL: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Margins:
    """Sessions by which the first must exceed every loss that is not named."""

    alone: int
    """To be named by itself."""
    pair: int
    """To be named together with the second, where it does not exceed the second by `alone`."""


@lru_cache(maxsize=256)
def margins(scales: tuple[Fraction, ...], rivals: int, wrong: float) -> Margins:
    """The margins against so many rivals; `scales` is of each release's noise, whose counts are added up.

    With them, a loss or a pair of losses is named wrongly in at most `wrong` of all periods, whoever comes.
    """
    noise = _Noise(scales)
    numbers = tuple(_numbers(rivals))
    one = _least(wrong, lambda lead: max(noise.alone(some, lead) for some in numbers))
    two = _least(wrong, lambda lead: max(noise.alone(some, one) + noise.pair(some, one, lead) for some in numbers), one)
    return Margins(one, two)


def _least(wrong: float, chance: Callable[[int], float], low: int = 0) -> int:
    """The smallest lead that is wrong seldom enough."""
    high = low + 8
    while chance(high) > wrong:
        low, high = high, 2 * high
    while low < high:
        middle = (low + high) // 2
        if chance(middle) <= wrong:
            high = middle
        else:
            low = middle + 1
    return low


def _numbers(rivals: int) -> Iterator[int]:
    """Numbers of rivals to try: all small ones, then ever fewer, and the last."""
    some = 1
    while some < rivals:
        yield some
        some += max(1, some // 2)
    yield max(1, rivals)


class _Noise:
    """The noise in a cell of several releases together."""

    def __init__(self, scales: Sequence[Fraction]) -> None:
        chances: tuple[float, ...] = (1.0,)
        for scale, releases in Counter(scales).items():
            chances = _together(chances, _several(scale, releases))
        self._chances = chances
        self._up_to = tuple(accumulate(chances))

    def alone(self, rivals: int, lead: int) -> float:
        """How often one of so many rivals is named, though another has one session more."""
        return sum(
            rivals * chance * self._below(at - lead - 1) ** (rivals - 1) * self._below(at - lead - 2)
            for at, chance in enumerate(self._chances)
        )

    def pair(self, rivals: int, lead: int, others: int) -> float:
        """How often two of them are named: less than `lead` apart, and `others` before all the rest."""
        if rivals < 2:  # noqa: PLR2004 - a pair
            return 0.0
        total = 0.0
        for at, chance in enumerate(self._chances):
            if missed := self._below(at - others - 2):
                inside = self._below(at) - self._below(at - lead - 1)
                first = inside**2 - (inside - chance) ** 2  # one of the two is here, the other near it
                total += first * self._below(at - others - 1) ** (rivals - 2) * missed
        return math.comb(rivals, 2) * total

    def _below(self, at: int) -> float:
        """The chance of this place or a lower one."""
        return self._up_to[min(at, len(self._up_to) - 1)] if at >= 0 else 0.0


@lru_cache(maxsize=64)
def _several(scale: Fraction, releases: int) -> tuple[float, ...]:
    """The chance of each whole number, with 0 in the middle: the noise of so many releases added up."""
    if releases == 1:
        far = math.ceil(-scale * math.log(_SMALL))
        return tuple(probability(value, scale) for value in range(-far, far + 1))
    half = releases // 2
    return _together(_several(scale, half), _several(scale, releases - half))


def _together(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    """The sum of two independent noises, without the ends that hardly ever come."""
    made = [0.0] * (len(one) + len(other) - 1)
    for at, chance in enumerate(one):
        for beside, more in enumerate(other, start=at):
            made[beside] += chance * more
    cut = next(at for at, chance in enumerate(made) if chance >= _SMALL)
    return tuple(made[cut : len(made) - cut])
