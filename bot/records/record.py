"""What is taken from a registry's record, whatever its shape; values as the record prints them."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.plain import PlainError
from bot.records.pieces import Outline


class RecordError(PlainError):
    """A record that no draft can be made of, with the reason and what to do."""


class Status(StrEnum):
    """What a record says about recruiting; the values name ready wordings."""

    RECRUITING = "recruiting"
    NOT_YET = "not_yet_recruiting"
    BY_INVITATION = "by_invitation"
    NOT_RECRUITING = "not_recruiting"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"
    UNKNOWN = "status_unknown"

    @property
    def recruiting(self) -> str:
        """The same in the words of a study's `recruiting`."""
        return _RECRUITING.get(self, "unknown")


_RECRUITING = {
    Status.RECRUITING: "open",
    Status.NOT_YET: "not_yet",
    Status.BY_INVITATION: "closed",
    Status.NOT_RECRUITING: "closed",
    Status.SUSPENDED: "paused",
    Status.TERMINATED: "ended",
    Status.WITHDRAWN: "ended",
    Status.COMPLETED: "ended",
}


@dataclass(frozen=True)
class Place:
    """A site of the study."""

    facility: str
    city: str
    country: str
    status: Status | None = None
    contact: str = ""
    """Names of people: only for whoever asks for them."""


@dataclass(frozen=True)
class Record:
    """One version of one study's record."""

    registry: str
    id: str
    url: str
    title: str
    outline: Outline
    status: Status = Status.UNKNOWN
    as_of: str = ""
    """The day of this version, `2031-03-03`; empty where the record does not tell it."""
    summary: str = ""
    conditions: tuple[str, ...] = ()
    minimum_age: str = ""
    maximum_age: str = ""
    """`18 Years`; empty where there is no limit."""
    sex: str = ""
    """`female`, `male`, or empty for all."""
    healthy_volunteers: bool | None = None
    places: tuple[Place, ...] = ()
    contact: str = ""
    """Whom the record names for the whole study."""
    dates: dict[str, str] = field(default_factory=dict)
    """Of the `start` and the `completion`, as the record prints them."""
    spanish: dict[str, str] = field(default_factory=dict)
    """The sponsor's own Spanish: of an item by its id, of the `title`, of a `condition`."""
    status_told: bool = True
    """Whether the status could be read."""
    partial: bool = False
    """Whether it is a text, in which fields of the record may be left out."""
    tells: frozenset[str] = frozenset({"age", "sex"})
    """Which of the two its header tells."""
    notes: tuple[str, ...] = ()
    """What a text's header leaves open, in sentences."""
