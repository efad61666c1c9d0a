"""The links that open the chat: `?start=STUDY`, `?start=STUDY_CHANNEL`, `?start=STUDY-CHANNEL`."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.state import Subject
from criteria.catalogue import Catalogue

SIGNS = "_-"
"""What may stand between a study and a channel: of all signs, Telegram lets only these into a link."""


@dataclass(frozen=True)
class Link:
    """Where a link leads."""

    subject: Subject | None = None
    channel: int = 0
    """The recruitment channel's number; 0 for none."""
    unknown: bool = False
    """Whether it names something that is not here."""


def read_link(payload: str, catalogue: Catalogue, channels: Mapping[str, int]) -> Link:
    """What a link's payload means; capital or small letters are the same in a study's id."""
    if payload.strip(SIGNS) in channels:
        return Link(channel=channels[payload.strip(SIGNS)])
    studies = {
        study: Subject(condition.id, study)
        for condition in catalogue.conditions.values()
        for study in condition.studies
    }
    for study in sorted(studies, key=len, reverse=True):
        rest = payload[len(study) :]
        if payload[: len(study)].lower() == study.lower() and (not rest or rest[0] in SIGNS):
            return Link(studies[study], channels.get(rest.strip(SIGNS), 0))
    return Link(unknown=bool(payload))
