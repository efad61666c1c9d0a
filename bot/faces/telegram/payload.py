"""What a link to the bot names: a study, or an illness, and the channel that it was published in."""

from collections.abc import Collection
from dataclasses import dataclass

from criteria.catalogue import Catalogue
from criteria.condition import ConditionId, StudyId

ILLNESS = "i-"
"""`?start=i-lupus_nephritis` opens an illness, `?start=i-lupus_nephritis_poster` counts it for a channel."""
SIGNS = "_-"
"""What may stand before a channel: of all signs, Telegram lets only these into a link."""


@dataclass(frozen=True)
class Linked:
    """What was found in a link; None where nothing is named, or nothing that is here."""

    condition: ConditionId | None = None
    study: StudyId | None = None
    channel: str = ""
    unknown: bool = False
    """Whether it names a study or an illness that is not here."""
    withheld: bool = False
    """Whether it names a study that is not served now, since its wording is not the one that was approved."""

    @property
    def trouble(self) -> str:
        """The name of the text that says what is wrong with the link; empty where nothing is."""
        return "withheld" if self.withheld else "unknown-study" if self.unknown else ""


def linked(catalogue: Catalogue, payload: str, channels: Collection[str] = ()) -> Linked:
    """Read what follows `?start=`: letters, digits, `_` and `-`, as Telegram allows; either sign stands before a channel."""
    if payload.startswith(ILLNESS):
        return _illness(catalogue, payload.removeprefix(ILLNESS))
    studies: dict[StudyId, ConditionId | None] = dict.fromkeys(catalogue.withheld)
    studies |= {study: one.id for one in catalogue.conditions.values() for study in one.studies}
    for study in sorted(studies, key=len, reverse=True):  # an id may hold `-` and begin like another
        rest = payload[len(study) :]
        if payload[: len(study)].lower() == study.lower() and (not rest or rest[0] in SIGNS):
            condition, channel = studies[study], rest.strip(SIGNS)
            return Linked(condition, study, channel) if condition else Linked(channel=channel, withheld=True)
    if payload in channels:
        return Linked(channel=payload)
    name, _, channel = payload.partition("_")
    return Linked(channel=channel, unknown=bool(name))


def _illness(catalogue: Catalogue, named: str) -> Linked:
    """The ids of conditions may hold `_`, so the longest id with which it begins is the one that is meant."""
    for condition in sorted(catalogue.conditions, key=len, reverse=True):
        rest = named.removeprefix(condition)
        if named.startswith(condition) and rest[:1] in {"", *SIGNS}:
            return Linked(condition, channel=rest.strip(SIGNS))
    return Linked(channel=named.rpartition("_")[2], unknown=True)
