"""Which releases are read together: a study, one of its definitions, and a span of releases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.funnel.calendar import Period, Week, monday
from bot.funnel.cells import channels_of
from bot.funnel.release import Release, alike


class Recent(StrEnum):
    """Spans that are asked for by a press."""

    LAST = "last"
    LAST_THREE = "last3"
    ALL = "all"


LENGTHS: Final = {Recent.LAST: 1, Recent.LAST_THREE: 3}
"""Releases in a recent span; all where it is not listed."""


@dataclass(frozen=True)
class Asked:
    """What a reader asks for; empty parts mean the newest definition, and all its releases.

    `first` and `last` are the Mondays on which periods begin; with `than_first` and `than_last` the span
    is compared with an earlier one. `recent` stands in place of both days, `before` in place of the earlier ones:
    as many releases as are in the span, before it.
    """

    definition: str = ""
    first: date | None = None
    last: date | None = None
    than_first: date | None = None
    than_last: date | None = None
    recent: Recent | None = None
    before: bool = False


@dataclass(frozen=True)
class Chosen:
    """The releases that were asked for, and what else could be."""

    study: str
    releases: tuple[Release, ...]
    earlier: tuple[Release, ...]
    """The span to compare with; empty for none."""
    channels: tuple[Release, ...]
    definition: str
    periods: tuple[Period, ...]
    """All that this definition has been released for."""
    definitions: tuple[str, ...]
    """All definitions that have releases, the newest last."""


class NoSuchSpanError(ValueError):
    """No release is in the span that was asked for, or the definition has none."""


def begins(period: Period) -> date:
    """The Monday on which a period begins."""
    return monday(period.first).date()


def ends(period: Period) -> date:
    """The Sunday on which a period ends; its last three hours belong to the Monday."""
    return monday(Week(period.end)).date()


def choose(releases: Sequence[Release], study: str, asked: Asked) -> Chosen | None:
    """What was asked for, of a study's releases; None where there are none yet. Raises NoSuchSpanError."""
    groups = alike(r for r in releases if r.terms.study == study)
    if not groups:
        return None
    definitions = tuple(dict.fromkeys(_name(group) for group in groups))
    wanted = asked.definition or definitions[-1]
    group = next((g for g in reversed(groups) if _name(g) == wanted), None)
    if group is None:
        raise NoSuchSpanError
    here = _recent(group, asked.recent) if asked.recent else _span(group, asked.first, asked.last)
    before: tuple[Release, ...] = ()
    if asked.before:
        before = _before(group, here)
    elif asked.than_first or asked.than_last:
        before = _span(group, asked.than_first, asked.than_last)
    of_channels = [r for r in releases if r.terms.study == channels_of(study)]
    inside = tuple(r for r in of_channels if any(r.terms.period == x.terms.period for x in here))
    periods = tuple(r.terms.period for r in group)
    return Chosen(study, here, before, inside, wanted, periods, definitions)


def _name(group: Sequence[Release]) -> str:
    """A definition is told from the same one in another detail by its ending."""
    terms = group[0].terms
    return f"{terms.definition}-{terms.detail.value}"


def comparable(releases: Sequence[Release], chosen: Chosen) -> bool:
    """Whether a span has as many releases before it as are in it."""
    group = next(
        g for g in alike(r for r in releases if r.terms.study == chosen.study) if _name(g) == chosen.definition
    )
    return group.index(chosen.releases[0]) >= len(chosen.releases)


def _recent(group: Sequence[Release], recent: Recent) -> tuple[Release, ...]:
    return tuple(group[-LENGTHS.get(recent, len(group)) :])


def _before(group: Sequence[Release], here: Sequence[Release]) -> tuple[Release, ...]:
    """As many releases as are here, before them."""
    at = group.index(here[0])
    if at < len(here):
        raise NoSuchSpanError
    return tuple(group[at - len(here) : at])


def _span(group: Sequence[Release], first: date | None, last: date | None) -> tuple[Release, ...]:
    found = tuple(
        r
        for r in group
        if (first is None or begins(r.terms.period) >= first) and (last is None or begins(r.terms.period) <= last)
    )
    if not found:
        raise NoSuchSpanError
    return found
