"""One file a study, such as `NCT03673748.yaml`: its record, where it is done, and its criteria."""

from datetime import date as Date  # noqa: N812 - a field is called `date`
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from criteria.model.form import (
    Day,
    Fingerprint,
    Id,
    Item,
    ItemNumber,
    LanguageCode,
    Mail,
    OpenHours,
    Phone,
    RuleText,
    StudyId,
    Url,
    day_or_text,
    exactly_one,
    one_or_list,
    or_one,
)
from criteria.model.text import Line, Lines, Short, Strict, Text, Title, fits, plain

DAYS_KNOWN = 90
"""For so many days, what was heard about recruiting is told as known."""


RecordWords = Annotated[str, Field(min_length=1, max_length=3000), AfterValidator(plain)]
"""An item as the record prints it, in the record's language; blank lines and bullets are kept."""
Printed = Annotated[str, Field(min_length=1, max_length=40)]
Before = Annotated[str, Field(pattern=r"^((inclusion|exclusion) [0-9]+[a-z]?|(inclusion|exclusion) end)$")]
"""An item such as `inclusion 3`, or the end of a list: `exclusion end`."""
Items = Annotated[
    Annotated[tuple[ItemNumber, ...], Field(strict=False), Tag("list")]
    | Annotated[dict[ItemNumber, RecordWords | None], Tag("words")],
    Discriminator(lambda value: "words" if isinstance(value, dict) else "list"),
]
"""The numbers of a record's items, or each number with the record's words."""


class Header(Strict):
    """What the record says of everybody in fields of its own, as it prints it; left out where it says nothing."""

    minimum_age: Printed | None = None
    maximum_age: Printed | None = None
    sex: Literal["female", "male", "all"] | None = None
    healthy_volunteers: bool | None = None
    start: Printed | None = None
    completion: Printed | None = None
    """The days or months in which the study begins and ends."""


class Record(Strict):
    """The published record that a study encodes, and the numbers of its items."""

    registry: Annotated[str, Field(min_length=1, max_length=60)]
    url: Url
    as_of: Annotated[Day | Line, Field(union_mode="left_to_right"), BeforeValidator(day_or_text)]
    status: Line
    complete: bool = True
    """False where the copy that was encoded is cut, or does not show every item."""
    inclusion: Items
    exclusion: Items
    amended: Lines | None = None
    sponsor: Annotated[str, Field(min_length=1, max_length=160), AfterValidator(plain)] | None = None
    """Who answers for the study, as the record names it; printed in the committee's script, shown on no card."""
    header: Header | None = None
    """For `drift`: what a newer record is compared with."""
    headings: dict[Before, RecordWords] = Field(default_factory=dict)
    """The record's words that belong to no item, such as headings, each by the item that it stands before."""

    @property
    def items(self) -> dict[str, str | None]:
        """Every item in the record's order, such as `inclusion 3`, with the record's own words where the file has them."""
        return {
            f"{kind} {number}": words
            for kind, numbers in (("inclusion", self.inclusion), ("exclusion", self.exclusion))
            for number, words in (numbers if isinstance(numbers, dict) else dict.fromkeys(numbers)).items()
        }


Standing = Literal["not_yet", "open", "paused", "closed", "ended", "unknown"]
"""Whether a study takes people."""


class Recruiting(Strict):
    """Whether the study takes people now, as far as whoever runs the assistant knows."""

    status: Standing
    """`not_yet`: it has not begun to take people; `closed`: it takes nobody new; `ended`: it is over; `unknown`: nobody has asked."""

    date: Day | None = None
    """The day on which somebody last asked."""
    message: Lines | None = None

    def on(self, day: Date) -> Standing:
        """The status on a day: what is open, paused or not open yet and was not asked for within 90 days is unknown.

        A study that has closed or ended does not open by itself, so these two stay as they are.
        """
        old = self.date is not None and (day - self.date).days > DAYS_KNOWN
        return "unknown" if old and self.status in {"open", "paused", "not_yet"} else self.status


class Decision(Strict):
    """What a draft leaves to a person. While one stands in the file, the study is served as a preview only."""

    at: Annotated[str, Field(pattern=r"^(header|record|(inclusion|exclusion)( [0-9]+[a-z]?)?)$")]
    """The item that it is about, a whole list of the record, its `header`, or the `record` itself."""
    why: Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(plain)]
    """What is open, and what to do about it."""
    take: Id | None = None
    """A common question that may ask what the item says."""


class Approval(Strict):
    """The ethics committee's approval of this script."""

    committee: Line
    reference: Annotated[str, Field(min_length=1, max_length=60)]
    date: Day
    fingerprint: Fingerprint
    """Of the wording that was approved, as the script's footer has it; another wording is not served."""


class Site(Strict):
    """A place where the study is done.

    `phone`, `mail` and `hours` may change without a new approval, so they have a form in which no sentence fits.
    """

    place: Line
    country: Short
    unit: Line
    contact: Lines | None = None
    phone: Phone | None = None
    mail: Mail | None = None
    hours: Annotated[
        tuple[OpenHours, ...], Field(max_length=7, strict=False, json_schema_extra=or_one), BeforeValidator(one_or_list)
    ] = ()
    """When somebody answers, such as `mo-fr 09:00-14:00`."""
    languages: Annotated[tuple[LanguageCode, ...], Field(strict=False)] = ()
    recruiting: Standing | None = None
    """What the record says of this place, where it says it."""


class Criterion(Strict):
    """One rule of a study; has exactly one of `needs`, `excludes`, `team` and `permits`."""

    model_config = ConfigDict(json_schema_extra=exactly_one("needs", "excludes", "team", "permits"))

    id: Id
    from_: Annotated[
        tuple[Item, ...],
        Field(alias="from", min_length=1, strict=False, json_schema_extra=or_one),
        BeforeValidator(one_or_list),
    ]
    label: Line
    technical: Lines | None = None
    needs: RuleText | None = None
    excludes: RuleText | None = None
    team: Literal[True] | None = None
    permits: Literal[True] | None = None
    only_if: RuleText | None = None
    confirm: RuleText | None = None
    weaker: bool = False
    window: bool = False
    core: bool = False
    """Whether it defines the study's patient: while it is open, nobody can tell who may be eligible."""
    note: Lines | None = None
    later: Lines | None = None
    date: bool = False
    """Whether the day stands beside `later` on which enough time has passed at the latest."""
    changed: Lines | None = None
    eased: RuleText | None = None
    """Of those who fail here, who may meet today's rule, where `changed` makes it milder."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = (self.needs, self.excludes, self.team, self.permits)
        if sum(kind is not None for kind in kinds) != 1:
            raise ValueError("a criterion has exactly one of `needs`, `excludes`, `team: true` and `permits: true`")
        if not self.asked and (self.only_if or self.confirm or self.weaker):
            raise ValueError("`only_if`, `confirm` and `weaker` go with `needs` or `excludes` only")
        if not self.asked and (self.core or self.date or self.eased is not None):
            raise ValueError("`core`, `date` and `eased` go with `needs` or `excludes` only")
        if self.date and self.later is None:
            raise ValueError("`date: true` stands beside `later` only: say there what time may change")
        if self.eased is not None and self.changed is None:
            raise ValueError("`eased` stands beside `changed` only: say there what the registry has changed")
        return self

    @property
    def asked(self) -> bool:
        """Whether the criterion has a rule, as against being left to the team or only permitting."""
        return self.needs is not None or self.excludes is not None


def _none_left(value: object) -> object:
    return () if value is None else value


class Study(Strict):
    """`NCT….yaml`: one clinical study."""

    id: StudyId
    title: Line
    name: Title | None = None
    """Its plain name, on cards; without it, its title."""
    code: Annotated[str, Field(pattern=r"^[a-z0-9]{3,12}$")] | None = None
    """In short links, in place of the one that follows from its id; names neither illness nor number."""
    faces: Annotated[tuple[Literal["web", "telegram"], ...], Field(min_length=1, strict=False)] = ("web", "telegram")
    """Where it is offered: some committees allow no chat service."""
    summary: Annotated[Text, fits(500)]
    record: Record
    recruiting: Recruiting
    approval: Approval | None
    sites: Annotated[tuple[Site, ...], Field(max_length=20, strict=False)] = ()
    for_everyone: Annotated[Text, fits(1500)] | None = None
    """Kind words on private matters, "if you …", which every result of the study shows whatever was answered."""
    decide: Annotated[tuple[Decision, ...], Field(max_length=400, strict=False), BeforeValidator(_none_left)] = ()
    """What is still to be decided, written by `draft`: take a member out when it is; the name alone may stay."""
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1, max_length=200, strict=False)]
