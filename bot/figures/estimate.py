"""What noisy counts can tell: estimates that cannot be negative, and how far off they may be.

Everything here works on published counts alone, so it costs no privacy however often it is done.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

BARS: Final = math.log(20) / math.sqrt(2)
"""Standard deviations to each side of an error bar (2.118): the 95 % point of one Laplace cell."""


def deviations(drawn: float) -> float:
    """Standard deviations to each side of a bar that holds 95 % of the sum of so many noises of one size.

    A sum of Laplace noises is nearer to a bell the more there are (Cornish and Fisher 1938, with the excess kurtosis
    3 / n). The bell's 96 % point, for estimates are rounded, and moved a little where counts below 0 are impossible.
    """
    point = NormalDist().inv_cdf(0.98)
    return min(BARS, point + (point**3 - 3 * point) / (8 * drawn))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of sessions, with its error bar from the noise to each side."""

    value: float
    plus_minus: float

    @property
    def shown(self) -> bool:
        """Whether it stands clear of the noise: its bar does not reach 0."""
        return self.value > self.plus_minus


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, both in sessions; `value` and `plus_minus` are fractions of 1."""

    value: float
    plus_minus: float
    part: Amount
    whole: Amount


@dataclass(frozen=True, slots=True)
class Difference:
    """How much a share has moved, in fractions of 1; its bar does not cover 0."""

    value: float
    plus_minus: float


@dataclass(frozen=True, slots=True)
class Estimates:
    """The cells' estimates, and the variance of the noise that was drawn in each of them."""

    cells: tuple[float, ...]
    variance: float
    drawn: float = 1
    """Noises of one size that are added up in each cell: one a release."""

    @property
    def apart(self) -> float:
        """Sessions by which one cell must exceed another before it ranks before it."""
        return BARS * math.sqrt(2 * self.variance)

    def amount(self, of: Collection[int]) -> Amount:
        """How many sessions are in these cells (positions from 0)."""
        bar = math.ceil(
            deviations(max(1, len(of)) * self.drawn) * math.sqrt(len(of) * self.variance)
        )  # noise is whole too
        return Amount(sum(self.cells[i] for i in of), bar)

    def share(self, part: Collection[int], whole: Collection[int]) -> Share | None:
        """Which share of `whole` is in `part`; None where the whole itself drowns in the noise.

        `part` lies within `whole`. The bar reaches to the further end of the ratio's interval (Fieller
        1954), which grows long where the whole is small: with P and W the counts, the shares r for which
        (P - rW)^2 is at most the noise's own bar, squared, of P - rW.
        """
        top, bottom = self.amount(part), self.amount(whole)
        if not bottom.shown:
            return None
        value = min(1.0, top.value / bottom.value)
        noise = BARS**2 * self.variance
        a = bottom.value**2 - noise * len(whole)
        b = top.value * bottom.value - noise * len(part)
        c = top.value**2 - noise * len(part)
        root = math.sqrt(max(0.0, b * b - a * c))
        low, high = max(0.0, (b - root) / a), min(1.0, (b + root) / a)
        return Share(value, max(value - low, high - value), top, bottom)


def project(noisy: Sequence[int]) -> tuple[float, ...]:
    """The nearest counts that are not negative and keep the noisy total.

    Euclidean projection onto a simplex (Held, Wolfe, Crowder 1974; Duchi et al. 2008). A negative
    total is taken as 0. For display alone: releases are stored as drawn.
    """
    total = sum(noisy)
    if total <= 0:
        return (0.0,) * len(noisy)
    running, cut = 0, 0.0
    for rank, value in enumerate(sorted(noisy, reverse=True), start=1):
        running += value
        shift = (running - total) / rank
        if value <= shift:
            break
        cut = shift
    return tuple(max(0.0, value - cut) for value in noisy)


def compare(earlier: Share, later: Share, among: int = 1) -> Difference | None:
    """How much a share has moved between two spans; None where that cannot be told.

    The bar holds the noise of both spans and the chance in who came (Agresti and Coull 1998), for
    a coordinator will take a difference for a change in the people, not in the noise. It is wider
    the more comparisons it is `among` (Bonferroni), so that all of them together are right in 95 of 100.
    """
    value = later.value - earlier.value
    noise = earlier.plus_minus**2 + later.plus_minus**2
    wider = _points(among) / _points(1)
    bar = wider * math.sqrt(noise + BARS**2 * (_chance(earlier) + _chance(later)))
    return Difference(value, bar) if abs(value) > bar else None


def _points(among: int) -> float:
    """Standard deviations to each side that hold all of so many comparisons in 95 of 100."""
    return NormalDist().inv_cdf(1 - 0.05 / (2 * among))


def _chance(share: Share) -> float:
    """The variance of a share by chance alone, with two sessions added to either side."""
    people = share.whole.value + 4
    value = (share.part.value + 2) / people
    return value * (1 - value) / people
