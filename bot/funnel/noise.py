"""Exact discrete Laplace noise, in whole numbers only.

Source: Canonne, Kamath, Steinke, "The Discrete Gaussian for Differential Privacy" (NeurIPS 2020,
arXiv 2004.00010), algorithms 1 and 2. No floating point takes part, so nothing can be read from
the rounding of a logarithm (Mironov 2012).
"""

import math
import secrets
from collections.abc import Callable
from fractions import Fraction
from typing import Final

Draw = Callable[[int], int]
"""Draws evenly from 0 to n-1. `secrets.randbelow` wherever figures are published."""

SENSITIVITY: Final = 2
"""Replacing one session moves at most two cells, by one each."""


def scale_for(epsilon: Fraction) -> Fraction:
    """The noise's scale for a release: 2/epsilon. Raises ValueError unless epsilon is positive."""
    if epsilon <= 0:
        message = "epsilon must be positive"
        raise ValueError(message)
    return SENSITIVITY / epsilon


def discrete_laplace(scale: Fraction, draw: Draw = secrets.randbelow) -> int:
    """Draw a whole number x with probability proportional to exp(-|x| / scale).

    Raises ValueError unless `scale` is positive.
    """
    if scale <= 0:
        message = "the scale must be positive"
        raise ValueError(message)
    whole, part = scale.numerator, scale.denominator
    while True:
        remainder = draw(whole)
        if not _exp_minus(Fraction(remainder, whole), draw):
            continue
        rounds = 0
        while _exp_minus(Fraction(1), draw):
            rounds += 1
        size = (remainder + whole * rounds) // part
        negative = draw(2) == 1
        if not (negative and size == 0):
            return -size if negative else size


def probability(value: int, scale: Fraction) -> float:
    """The probability that `discrete_laplace` gives `value`."""
    return math.tanh(1 / (2 * scale)) * math.exp(-abs(value) / scale)


def variance(scale: Fraction) -> float:
    """The variance of `discrete_laplace`, in sessions squared (7.835 at scale 2)."""
    return 1 / (2 * math.sinh(1 / (2 * scale)) ** 2)


def _exp_minus(gamma: Fraction, draw: Draw) -> bool:
    """Say True with probability exp(-gamma), for gamma from 0 to 1 (algorithm 1)."""
    count = 1
    while draw(gamma.denominator * count) < gamma.numerator:
        count += 1
    return count % 2 == 1
