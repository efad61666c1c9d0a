"""One file a study, such as `NCT03673748.yaml`: its record, where it is done, and its criteria."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from criteria.model.form import (
    Day,
    Id,
    Item,
    ItemNumber,
    LanguageCode,
    RuleText,
    StudyId,
    Url,
    day_or_text,
    one_or_list,
)
from criteria.model.text import Line, Lines, Short, Strict, Text, fits


class Record(Strict):
    """The published record that a study encodes, and the numbers of its items."""

    registry: Annotated[str, Field(min_length=1, max_length=60)]
    url: Url
    as_of: Annotated[Day | Line, Field(union_mode="left_to_right"), BeforeValidator(day_or_text)]
    status: Line
    inclusion: tuple[ItemNumber, ...] = Field(strict=False)
    exclusion: tuple[ItemNumber, ...] = Field(strict=False)
    amended: Lines | None = None


class Recruiting(Strict):
    """Whether the study takes people now, in the words of whoever runs the assistant."""

    status: Literal["open", "paused", "closed"]
    message: Lines | None = None


class Approval(Strict):
    """The ethics committee's approval of this script."""

    committee: Line
    reference: Annotated[str, Field(min_length=1, max_length=60)]
    date: Day


class Site(Strict):
    """A place where the study is done."""

    place: Line
    country: Short
    unit: Line
    contact: Lines
    hours: Line | None = None
    languages: Annotated[tuple[LanguageCode, ...], Field(strict=False)] = ()


class Criterion(Strict):
    """One rule of a study; has exactly one of `needs`, `excludes`, `team` and `permits`."""

    id: Id
    from_: Annotated[tuple[Item, ...], Field(alias="from", min_length=1, strict=False), BeforeValidator(one_or_list)]
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
    sites: Annotated[tuple[Site, ...], Field(min_length=1, max_length=20, strict=False)]
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1, max_length=200, strict=False)]
