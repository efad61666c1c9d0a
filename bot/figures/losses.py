"""Where sessions are lost: ranked as far as the noise lets it, and the biggest named where it can be told.

Drop-out and screen-out are never mixed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.figures.estimate import Amount, Share
from bot.figures.margins import Margins


class LossKind(StrEnum):
    """Drop-out and screen-out are never mixed."""

    LEFT = "left"
    SCREENED = "screened"


WRONG: Final = {LossKind.SCREENED: 0.01, LossKind.LEFT: 0.004}
"""The most often that a biggest loss may be named wrongly: of periods, whoever comes. Places to leave at are so near each
other that hardly one is ever named in the noise's reach; so little is lost by being stricter there.
"""


@dataclass(frozen=True, slots=True)
class Loss:
    """Sessions lost at one place: `subjects` are question ids (none: the notice) or criteria."""

    kind: LossKind
    subjects: tuple[str, ...]
    count: Amount
    share: Share | None
    """Of those who reached the place."""
    noisy: int = 0
    """The count as it was published, by which losses are told apart."""
    everybody: bool = True
    """See `Line.everybody`."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A loss with the ranks that it may have: behind all that are surely bigger, before all surely smaller."""

    loss: Loss
    first: int
    last: int


Ranking = tuple[Ranked, ...]
"""The biggest losses first; where no order can be told, as in the funnel.

Losses that cannot be told from none are left out.
"""


def rank(losses: Sequence[Loss], apart: float) -> Ranking:
    """Rank the losses that are more than noise; two within `apart` sessions of each other have no order."""
    shown = [(loss.count.value, loss) for loss in losses if loss.count.shown]
    found = [
        Ranked(
            loss,
            1 + sum(other - value > apart for other, _ in shown),
            len(shown) - sum(value - other > apart for other, _ in shown),
        )
        for value, loss in shown
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.last)))


def biggest(losses: Sequence[Loss], by: Margins) -> tuple[Loss, ...]:
    """The loss that is bigger than every other one beyond the noise, or two of which one is; empty where none can be told.

    Also those that drown in the noise are rivals, as they were published.
    """
    ordered = sorted(losses, key=lambda loss: -loss.noisy)
    if not ordered or not ordered[0].count.shown:
        return ()
    leads = [ordered[0].noisy - loss.noisy for loss in ordered[1:3]]
    if not leads or leads[0] > by.alone:
        return tuple(ordered[:1])
    if len(leads) == 1 or leads[1] > by.pair:
        return tuple(ordered[:2])
    return ()
