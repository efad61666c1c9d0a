"""A release: the counts of one period with noise in every cell, and nothing else."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from bot.funnel.calendar import Period
from bot.funnel.cells import Cell, Detail
from bot.funnel.noise import Draw, discrete_laplace, scale_for

MANY: Final = 700
"""Noisy starts from which sessions hide one another: 740 in one table hide 5 of 100."""
CROWDED: Final = (
    "so many starts hide one another, and more of them may be played than real: see `When the table is full` in "
    "bot/funnel/README.md"
)
"""What is told of such a release; how full the table was is told in no other way."""


class UnreadableError(Exception):
    """The releases cannot be read just now."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is fixed before a period begins: what is counted, how finely, with how much noise."""

    study: str
    definition: str
    """See `Cells.definition`."""
    detail: Detail
    cells: tuple[Cell, ...]
    epsilon: Fraction
    period: Period


@dataclass(frozen=True, slots=True)
class Release:
    """The published counts of one study, definition and period."""

    terms: Terms
    counts: tuple[int, ...]
    """One noisy count per cell of `terms.cells`; may be negative, and is never clamped."""

    def __post_init__(self) -> None:
        """Refuse counts that do not belong to the cells with ValueError."""
        if len(self.counts) != len(self.terms.cells):
            message = "a release has one count per cell"
            raise ValueError(message)

    @property
    def crowded(self) -> bool:
        """Whether there were so many sessions that they hide one another, judged on the noisy counts."""
        return sum(self.counts) > MANY


def alike(releases: Iterable[Release]) -> tuple[tuple[Release, ...], ...]:
    """Group releases that can be read together, the group with the newest release last."""
    groups: dict[tuple[str, str, Detail], list[Release]] = {}
    for release in sorted(releases, key=lambda r: r.terms.period):
        terms = release.terms
        groups.setdefault((terms.study, terms.definition, terms.detail), []).append(release)
    newest = sorted(groups.values(), key=lambda group: group[-1].terms.period)
    return tuple(tuple(group) for group in newest)


def draw_release(terms: Terms, exact: Sequence[int], draw: Draw = secrets.randbelow) -> Release:
    """Add noise once to every cell, zeros too. The exact counts must be forgotten afterwards."""
    scale = scale_for(terms.epsilon)
    return Release(terms, tuple(count + discrete_laplace(scale, draw) for count in exact))
