"""The recruitment channels of a study: how many came by each, where there are enough to tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from bot.figures.estimate import Amount, Estimates, Share, project
from bot.funnel.noise import scale_for, variance
from bot.funnel.release import Release

FEWEST: Final = 200
"""Below so many noisy starts the channels are not told apart."""


@dataclass(frozen=True, slots=True)
class Channel:
    """Sessions by one channel; the name is None for no link, or one that is not counted."""

    name: str | None
    count: Amount
    of_starts: Share | None


@dataclass(frozen=True, slots=True)
class Channels:
    """All channels of a study over one or several releases; empty where there are too few starts."""

    starts: Amount
    epsilon: Fraction
    channels: tuple[Channel, ...] = ()

    @property
    def too_few(self) -> bool:
        """Whether there are too few starts to tell channels apart."""
        return self.starts.value < FEWEST


def channels(releases: Sequence[Release]) -> Channels:
    """Read the newest releases that have the same list of channels; ValueError for none."""
    if not releases:
        message = "no release to read"
        raise ValueError(message)
    newest = max(releases, key=lambda r: r.terms.period).terms
    alike = [r for r in releases if r.terms.cells == newest.cells]
    noisy = [sum(counts) for counts in zip(*(r.counts for r in alike), strict=True)]
    spread = sum(variance(scale_for(r.terms.epsilon)) for r in alike)
    estimates = Estimates(project(noisy), spread)
    everyone = list(range(len(noisy)))
    found = Channels(estimates.amount(everyone), max(r.terms.epsilon for r in alike))
    if found.too_few:
        return found
    listed = (
        Channel(next(iter(cell.subjects), None), estimates.amount([at]), estimates.share([at], everyone))
        for at, cell in enumerate(newest.cells)
    )
    return replace(found, channels=tuple(listed))
