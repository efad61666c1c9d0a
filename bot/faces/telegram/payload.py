"""What a link to the bot names: a study, or an illness, and the channel that it was published in."""

from dataclasses import dataclass

from criteria.catalogue import Catalogue
from criteria.condition import ConditionId, StudyId

ILLNESS = "i-"
"""`?start=i-lupus_nephritis` opens an illness, `?start=i-lupus_nephritis_poster` counts it for a channel."""


@dataclass(frozen=True)
class Linked:
    """What was found in a link; None where nothing is named, or nothing that is here."""

    condition: ConditionId | None = None
    study: StudyId | None = None
    channel: str = ""


def linked(catalogue: Catalogue, payload: str) -> Linked:
    """Read what follows `?start=`: letters, digits, `_` and `-`, as Telegram allows; `_` stands before the channel."""
    if payload.startswith(ILLNESS):
        return _illness(catalogue, payload.removeprefix(ILLNESS))
    name, _, channel = payload.partition("_")
    found = catalogue.find(name)
    return Linked(found[0].id, found[1].id, channel) if found else Linked(channel=channel)


def _illness(catalogue: Catalogue, named: str) -> Linked:
    """The ids of conditions may hold `_`, so the longest id with which it begins is the one that is meant."""
    for condition in sorted(catalogue.conditions, key=len, reverse=True):
        rest = named.removeprefix(condition)
        if named.startswith(condition) and rest[:1] in {"", "_"}:
            return Linked(condition, channel=rest[1:])
    return Linked(channel=named.rpartition("_")[2])
