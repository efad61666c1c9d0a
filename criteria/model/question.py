"""`questions.yaml`: one thing that we ask a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from criteria.model.called import Called, Said
from criteria.model.form import Day, Id, Pin, exactly_one
from criteria.model.text import Asked, Help, Short, Strict, Wording, in_each

UNITS = ("years", "years_ago", "months_ago", "weeks_ago", "days_ago")


def _unit(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, dict) and value not in UNITS:
        raise ValueError(
            f"`{str(value)[:40]}` has no ready words: use {', '.join(f'`{unit}`' for unit in UNITS)}, "
            f"or name the unit in {in_each(info)}"
        )
    return value


Unit = Annotated[Literal["years", "years_ago", "months_ago", "weeks_ago", "days_ago"] | Short, BeforeValidator(_unit)]
"""A unit with ready wording in every language, or any other with its name."""


def _yes_no(value: object, info: ValidationInfo) -> object:
    if value is not True and not isinstance(value, dict):
        _, _, text = in_each(info).partition(": ")
        raise ValueError(f"write `yes_no: true`, or own words for both: {{yes: {text}, no: {text}}}")
    return value


class OtherUnit(Strict):
    """Another usual unit of a number: its value is `times` the value in the question's own unit."""

    unit: Short
    times: Annotated[float, Field(gt=0, strict=False)]


class Plausible(Strict):
    """The values that are likely this quantity; a typed one outside is not taken, and `ask` is said instead."""

    from_: Annotated[float, Field(alias="from", strict=False)]
    to: Annotated[float, Field(strict=False)]
    ask: Wording


class Number(Strict):
    """What numbers a question takes; `whole` if 34.5 is no answer."""

    unit: Unit
    from_: Annotated[float, Field(alias="from", strict=False, ge=-1e9, le=1e9)]
    to: Annotated[float, Field(strict=False, ge=-1e9, le=1e9)]
    whole: bool = False
    also: tuple[OtherUnit, ...] = Field(default=(), strict=False)
    plausible: Plausible | None = None
    say: Said = Field(default={})
    """What people call this quantity, beside its value: eGFR 55."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ >= self.to:
            raise ValueError("`from` must be smaller than `to`")
        if (likely := self.plausible) and not self.from_ <= likely.from_ < likely.to <= self.to:
            raise ValueError("what is `plausible` lies within `from` and `to`, its `from` below its `to`")
        return self

    @property
    def ago(self) -> bool:
        """Whether the number is a distance in time from today."""
        return isinstance(self.unit, str) and self.unit.endswith("_ago")


class Calendar(Strict):
    """What days a question about a date takes."""

    from_: Day = Field(default=date(1900, 1, 1), alias="from")
    to: Day = date(2100, 12, 31)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ >= self.to:
            raise ValueError("`from` must be earlier than `to`")
        return self


class YesNo(Strict):
    """Own words for the two buttons of a yes/no question."""

    yes: Called
    no: Called


@dataclass(frozen=True)
class Options:
    """Answers in words, in the order of the buttons."""

    labels: Mapping[str, Called]


@dataclass(frozen=True)
class TwoButtons:
    """Yes and no, with own words or without."""

    words: YesNo | None


Kind = Number | Calendar | Options | TwoButtons
"""What is asked for: the closed set of kinds; `match` it with `assert_never`, so that a new one is missed nowhere."""


class Question(Strict):
    """One thing we ask a person: `number`, `date`, `options` or `yes_no`."""

    model_config = ConfigDict(json_schema_extra=exactly_one("number", "date", "options", "yes_no"))

    common: Pin | None = None
    """The common question that it was copied from, with its version: `age@1`; changes nothing of what is asked."""
    ask: Asked
    reason: Wording | None = None
    """Why it is asked, and that it may be skipped; stands below the question."""
    help: Help
    number: Number | None = None
    date: Calendar | None = None
    never: Called | None = None
    other_answers: Annotated[dict[Id, Called], Field(min_length=1, max_length=2)] | None = None
    """Answers to a number that are none, such as that it could not be measured."""
    options: Annotated[dict[Id, Called], Field(min_length=2, max_length=8)] | None = None
    yes_no: Annotated[Literal[True] | YesNo, BeforeValidator(_yes_no)] | None = None
    sensitive: bool = False
    about: Literal["event", "treatment", "test"] | None = None
    """What it asks about; a day is named beside `later` only for an `event` of the past."""
    expect: dict[str, Annotated[float, Field(strict=False, ge=0, le=1)]] | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if len(self._kinds()) != 1:
            raise ValueError("a question has exactly one of `number`, `date`, `options` and `yes_no`")
        if self.never is not None and not (self.date or (self.number and self.number.ago)):
            raise ValueError(
                "`never` belongs to a `date`, or to a `number` in years_ago, months_ago, weeks_ago or days_ago only"
            )
        if self.other_answers and not (self.date or self.number):
            raise ValueError("`other_answers` belong to a `number` or a `date` only; options stand under `options`")
        return self

    @property
    def kind(self) -> Kind:
        """What is asked for."""
        (only,) = self._kinds()
        return only

    def _kinds(self) -> list[Kind]:
        options = None if self.options is None else Options(self.options)
        yes_no = None if self.yes_no is None else TwoButtons(None if self.yes_no is True else self.yes_no)
        return [one for one in (self.number, self.date, options, yes_no) if one is not None]

    @property
    def called(self) -> dict[str, Called]:
        """The answers with words of their own, by id."""
        if self.options is not None:
            return dict(self.options)
        if isinstance(self.yes_no, YesNo):
            return {"yes": self.yes_no.yes, "no": self.yes_no.no}
        return {**({} if self.never is None else {"never": self.never}), **(self.other_answers or {})}
