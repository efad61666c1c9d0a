"""Two spans of time beside each other: only what has moved by more than noise and chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.figures.estimate import Difference, Share, compare
from bot.figures.report import NotOneFunnelError, Report


class Measure(StrEnum):
    """What is compared between two spans."""

    INCIDENCE = "incidence"
    LEFT = "left"
    """Left at `subjects` (no subject: the notice), of those who reached it."""
    SCREENED = "screened"
    """Screened out by `subjects`, of those who reached their question."""


@dataclass(frozen=True, slots=True)
class Change:
    """One measure in both spans. `difference` is None where a comparison is refused."""

    measure: Measure
    subjects: tuple[str, ...]
    earlier: Share
    later: Share
    difference: Difference | None


def changes(earlier: Report, later: Report) -> tuple[Change, ...]:
    """Compare what two spans of one study have in common, also across its definitions.

    Of twenty pairs of equal spans about one shows any difference by chance. Raises NotOneFunnelError
    for two studies, or for spans that are not one after the other.
    """
    if earlier.study != later.study:
        message = "spans of one study are compared"
        raise NotOneFunnelError(message)
    if earlier.periods[-1].end > later.periods[0].first:
        message = "the earlier span ends before the later one begins"
        raise NotOneFunnelError(message)
    after = dict(_measures(later))
    both = [(key, share, after[key]) for key, share in _measures(earlier) if key in after]
    return tuple(Change(*key, old, new, compare(old, new, len(both))) for key, old, new in both)


def _measures(report: Report) -> Iterator[tuple[tuple[Measure, tuple[str, ...]], Share]]:
    if report.incidence is not None:
        yield (Measure.INCIDENCE, ()), report.incidence
    for line in report.lines:
        if line.left is not None:
            yield (Measure.LEFT, line.questions), line.left
    for screen in report.screened:
        if screen.of_reached is not None:
            yield (Measure.SCREENED, screen.criteria), screen.of_reached
