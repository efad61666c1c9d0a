"""The files of a condition as pydantic models: what may stand where, and how long a text may be.

Shapes only; what the words of one file mean in another (a rule's questions, an item's number) is
checked by `criteria.catalogue`.
"""

import keyword
import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from criteria.spelling import key

Language = Literal["en", "es"]
LANGUAGES: tuple[Language, ...] = ("en", "es")
RESERVED = frozenset({"at_least", "never", "unsure", "yes", "no", "true", "false"})
LONGEST_ID = 40


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(_Model):
    """What a person reads, in each language."""

    en: str
    es: str

    def in_(self, language: Language) -> str:
        """The text in one language."""
        return self.en if language == "en" else self.es


def _fits(most: int) -> AfterValidator:
    def check(text: Text) -> Text:
        for language in LANGUAGES:
            value = text.in_(language)
            if not value.strip():
                raise ValueError(f"the text in `{language}` is empty")
            if value != value.strip():
                raise ValueError(f"the text in `{language}` begins or ends with a blank")
            if len(value) > most:
                raise ValueError(f"the text in `{language}` has {len(value)} characters; at most {most} fit")
            if any(ord(char) < 32 and char != "\n" for char in value):  # noqa: PLR2004 - control characters
                raise ValueError(f"the text in `{language}` holds a control character: write plain text")
        return text

    return AfterValidator(check)


def _identifier(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", value):
        raise ValueError(f"`{value[:60]}` is no id: use small letters a-z, digits and _, beginning with a letter")
    if len(value) > LONGEST_ID:
        raise ValueError(f"`{value[:60]}` is too long for an id: at most {LONGEST_ID} characters")
    if value in RESERVED or keyword.iskeyword(value):
        raise ValueError(f"`{value}` has a meaning of its own in rules: use another id")
    return value


def _study_id(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{2,31}", value):
        raise ValueError(
            f"`{value[:60]}` is no registry id: use letters, digits and -, 3 to 32 of them, like NCT03673748"
        )
    return value


def _one_or_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _item(value: str) -> str:
    if value != "header" and not re.fullmatch(r"(inclusion|exclusion) [0-9]+[a-z]?", value):
        raise ValueError(f"`{value[:60]}` is no item of a record: write `inclusion 3`, `exclusion 5a` or `header`")
    return value


def _number_of_item(value: str) -> str:
    if not re.fullmatch(r"[0-9]+[a-z]?", value):
        raise ValueError(f'`{value[:60]}` is no number of an item: write it in quotes, like "3" or "3a"')
    return value


def _https(value: str) -> str:
    if not re.fullmatch(r"https://[^\s\"'<>]+", value):
        raise ValueError(f"`{value[:60]}` is no address: it begins with https:// and holds no blank")
    return value


UNITS = ("years", "months_ago", "weeks_ago", "days_ago")


def _unit(value: object) -> object:
    if not isinstance(value, dict) and value not in UNITS:
        raise ValueError(
            f"`{str(value)[:40]}` has no ready words: use {', '.join(f'`{unit}`' for unit in UNITS)}, "
            'or name the unit in both languages: {en: "…", es: "…"}'
        )
    return value


def _yes_no(value: object) -> object:
    if value is not True and not isinstance(value, dict):
        raise ValueError(
            'write `yes_no: true`, or own words for both: {yes: {en: "…", es: "…"}, no: {en: "…", es: "…"}}'
        )
    return value


def _day_or_text(value: object) -> object:
    if not isinstance(value, dict | date) and not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        raise ValueError('write a date like 2026-01-30, or a text in both languages: {en: "…", es: "…"}')
    return value


def _language_code(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2}", value):
        raise ValueError(f"`{value[:20]}` is no code of a language: write two small letters, like es")
    return value


def _said(value: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for language, words in value.items():
        if language not in LANGUAGES:
            raise ValueError(
                f"`{language[:20]}` is no language here: write {' or '.join(f'`{one}`' for one in LANGUAGES)}"
            )
        for word in words:
            if not key(word):
                raise ValueError(f"`{word[:60]}` holds no word: take it out")
            if any(ord(char) < 32 for char in word):  # noqa: PLR2004 - control characters
                raise ValueError(f"`{word[:60]}` holds a control character: write plain text")
    return value


Id = Annotated[str, AfterValidator(_identifier)]
StudyId = Annotated[str, AfterValidator(_study_id)]
LanguageCode = Annotated[str, AfterValidator(_language_code)]
Url = Annotated[str, Field(max_length=400), AfterValidator(_https)]
SaidWord = Annotated[str, Field(min_length=1, max_length=60)]
Said = Annotated[dict[str, Annotated[tuple[SaidWord, ...], Field(max_length=100, strict=False)]], AfterValidator(_said)]
"""What people call it, per language, when they type; nobody is shown it."""


Short = Annotated[Text, _fits(40)]
Title = Annotated[Text, _fits(60)]
Label = Annotated[Text, _fits(80)]
Line = Annotated[Text, _fits(120)]
Lines = Annotated[Text, _fits(300)]
Wording = Annotated[Text, _fits(240)]
Help = Annotated[Text, _fits(700)]
Paragraph = Annotated[Text, _fits(600)]
Page = Annotated[Text, _fits(1800)]
Item = Annotated[str, AfterValidator(_item)]
ItemNumber = Annotated[str, AfterValidator(_number_of_item)]
Unit = Annotated[Literal["years", "months_ago", "weeks_ago", "days_ago"] | Short, BeforeValidator(_unit)]
"""A unit with ready wording in both languages, or any other with its name."""
Day = Annotated[date, Field(strict=False)]
RuleText = Annotated[str, Field(min_length=1)]


class Called(_Model):
    """What a button shows, and what else people call it; written as one text with `say` beside its languages."""

    label: Label
    say: Said = Field(default={})

    @model_validator(mode="before")
    @classmethod
    def _apart(cls, value: object) -> object:
        if not isinstance(value, dict):
            return {"label": value}
        label = {name: text for name, text in value.items() if name != "say"}
        return {"label": label, "say": value["say"]} if "say" in value else {"label": label}

    def in_(self, language: Language) -> str:
        """The words on the button in one language."""
        return self.label.in_(language)


class OtherUnit(_Model):
    """Another usual unit of a number: its value is `times` the value in the question's own unit."""

    unit: Short
    times: Annotated[float, Field(gt=0, strict=False)]


class Plausible(_Model):
    """The values that are likely this quantity; a typed one outside is not taken, and `ask` is said instead."""

    from_: Annotated[float, Field(alias="from", strict=False)]
    to: Annotated[float, Field(strict=False)]
    ask: Wording


class Number(_Model):
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


class YesNo(_Model):
    """Own words for the two buttons of a yes/no question."""

    yes: Called
    no: Called


class Question(_Model):
    """One thing we ask a person: `number`, `options` or `yes_no`."""

    ask: Wording
    help: Help
    number: Number | None = None
    never: Called | None = None
    options: Annotated[dict[Id, Called], Field(min_length=2, max_length=8)] | None = None
    yes_no: Annotated[Literal[True] | YesNo, BeforeValidator(_yes_no)] | None = None
    sensitive: bool = False
    expect: dict[str, Annotated[float, Field(strict=False, ge=0, le=1)]] | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum(kind is not None for kind in (self.number, self.options, self.yes_no)) != 1:
            raise ValueError("a question has exactly one of `number`, `options` and `yes_no`")
        if self.never is not None and not (self.number and self.number.ago):
            raise ValueError("`never` belongs to a `number` in months_ago, weeks_ago or days_ago only")
        return self

    @property
    def called(self) -> dict[str, Called]:
        """The answers with words of their own, by id."""
        if self.options is not None:
            return dict(self.options)
        if isinstance(self.yes_no, YesNo):
            return {"yes": self.yes_no.yes, "no": self.yes_no.no}
        return {} if self.never is None else {"never": self.never}


class Section(_Model):
    """Questions that are asked together, under one title."""

    section: Short
    questions: Annotated[tuple[Id, ...], Field(min_length=1, strict=False)]


class Search(_Model):
    """Where to look for studies of another illness."""

    url: Url
    label: Label


class Without(_Model):
    """How somebody is answered who does not have the illness."""

    when: RuleText
    text: Paragraph
    topics: tuple[Id, ...] = Field(default=(), strict=False)
    search: Search | None = None


class Condition(_Model):
    """`condition.yaml`: the group of studies, and the order of asking."""

    title: Title
    about: Annotated[Text, _fits(200)]
    emergency: Lines | None = None
    """When not to wait for a study, in this illness."""
    order: Annotated[tuple[Section, ...], Field(min_length=1, strict=False)]
    without: Without | None = None


class Record(_Model):
    """The published record that a study encodes, and the numbers of its items."""

    registry: Annotated[str, Field(min_length=1, max_length=60)]
    url: Url
    as_of: Annotated[Day | Line, Field(union_mode="left_to_right"), BeforeValidator(_day_or_text)]
    status: Line
    inclusion: tuple[ItemNumber, ...] = Field(strict=False)
    exclusion: tuple[ItemNumber, ...] = Field(strict=False)
    amended: Lines | None = None


class Recruiting(_Model):
    """Whether the study takes people now, in the words of whoever runs the assistant."""

    status: Literal["open", "paused", "closed"]
    message: Lines | None = None


class Approval(_Model):
    """The ethics committee's approval of this script."""

    committee: Line
    reference: Annotated[str, Field(min_length=1, max_length=60)]
    date: Day


class Site(_Model):
    """A place where the study is done."""

    place: Line
    country: Short
    unit: Line
    contact: Lines
    hours: Line | None = None
    languages: Annotated[tuple[LanguageCode, ...], Field(strict=False)] = ()


class Criterion(_Model):
    """One rule of a study; has exactly one of `needs`, `excludes`, `team` and `permits`."""

    id: Id
    from_: Annotated[tuple[Item, ...], Field(alias="from", min_length=1, strict=False), BeforeValidator(_one_or_list)]
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


class Study(_Model):
    """`NCT….yaml`: one clinical study."""

    id: StudyId
    title: Line
    summary: Annotated[Text, _fits(500)]
    record: Record
    recruiting: Recruiting
    approval: Approval | None
    sites: Annotated[tuple[Site, ...], Field(min_length=1, max_length=20, strict=False)]
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1, max_length=200, strict=False)]


class Source(_Model):
    """Where a background text has its facts from."""

    title: Annotated[str, Field(min_length=1, max_length=160)]
    url: Url


class Topic(_Model):
    """One background text, with its sources."""

    title: Title
    text: Page
    sources: Annotated[tuple[Source, ...], Field(min_length=1, max_length=12, strict=False)]


class Expected(_Model):
    """The decision that a case expects of one study; a list that is given is compared whole."""

    verdict: Literal["likely_eligible", "ineligible", "undecided"]
    to_confirm: tuple[Id, ...] | None = Field(default=None, strict=False)
    decided_by: tuple[Id, ...] | None = Field(default=None, strict=False)


class Case(_Model):
    """A person in one sentence, the answers given, and what each study should decide."""

    case: Annotated[str, Field(min_length=1, max_length=400)]
    answers: dict[str, bool | float | str]
    expect: Annotated[dict[str, Expected], Field(min_length=1)]
