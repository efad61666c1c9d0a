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
from criteria.model.text import Line, Lines, Short, Strict, Text, fits, plain

DAYS_KNOWN = 90
"""For so many days, what was heard about recruiting is told as known."""


RecordWords = Annotated[str, Field(min_length=1, max_length=3000), AfterValidator(plain)]
"""An item as the record prints it, in the record's language; blank lines and bullets are kept."""
Items = Annotated[
    Annotated[tuple[ItemNumber, ...], Field(strict=False), Tag("list")]
    | Annotated[dict[ItemNumber, RecordWords | None], Tag("words")],
    Discriminator(lambda value: "words" if isinstance(value, dict) else "list"),
]
"""The numbers of a record's items, or each number with the record's words."""


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

    @property
    def items(self) -> dict[str, str | None]:
        """Every item in the record's order, such as `inclusion 3`, with the record's own words where the file has them."""
        return {
            f"{kind} {number}": words
            for kind, numbers in (("inclusion", self.inclusion), ("exclusion", self.exclusion))
            for number, words in (numbers if isinstance(numbers, dict) else dict.fromkeys(numbers)).items()
        }


class Recruiting(Strict):
    """Whether the study takes people now, as far as whoever runs the assistant knows."""

    status: Literal["open", "paused", "closed", "ended", "unknown"]
    """`closed`: it takes nobody new, or not yet; `ended`: it is over; `unknown`: nobody has asked."""

    date: Day | None = None
    """The day on which somebody last asked."""
    message: Lines | None = None

    def on(self, day: Date) -> Literal["open", "paused", "closed", "ended", "unknown"]:
        """The status on a day: what is open or paused and was not asked for within 90 days is unknown.

        A study that has closed or ended does not open by itself, so these two stay as they are.
        """
        old = self.date is not None and (day - self.date).days > DAYS_KNOWN
        return "unknown" if old and self.status in {"open", "paused"} else self.status


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
    note: Lines | None = None
    later: Lines | None = None
    changed: Lines | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = (self.needs, self.excludes, self.team, self.permits)
        if sum(kind is not None for kind in kinds) != 1:
            raise ValueError("a criterion has exactly one of `needs`, `excludes`, `team: true` and `permits: true`")
        if not self.asked and (self.only_if or self.confirm or self.weaker):
            raise ValueError("`only_if`, `confirm` and `weaker` go with `needs` or `excludes` only")
        return self

    @property
    def asked(self) -> bool:
        """Whether the criterion has a rule, as against being left to the team or only permitting."""
        return self.needs is not None or self.excludes is not None


class Study(Strict):
    """`NCT….yaml`: one clinical study."""

    id: StudyId
    title: Line
    summary: Annotated[Text, fits(500)]
    record: Record
    recruiting: Recruiting
    approval: Approval | None
    sites: Annotated[tuple[Site, ...], Field(max_length=20, strict=False)] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1, max_length=200, strict=False)]
