"""What a person reads, in each language of its condition, and how long it may be."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, RootModel, ValidationInfo, model_validator

from criteria.expression import did_you_mean
from criteria.languages import LANGUAGES, Language

UNWRITTEN = "✎"
"""Begins a text that a draft leaves to be written: what follows is the record's, or a hint."""
READY_ID = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
"""What the id of a ready wording looks like."""


class Strict(BaseModel):
    """A group of fields, none of them unknown, each of just its own kind."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)


class Text(RootModel[dict[str, str]]):
    """What a person reads, in each language of its condition.

    Checked against the languages in the validation's context, if there is one.
    """

    model_config = ConfigDict(frozen=True, strict=True)

    def in_(self, language: Language) -> str:
        """The text in one language, which is one of its condition's."""
        return self.root[language]

    def __hash__(self) -> int:
        return hash(tuple(self.root.items()))

    @model_validator(mode="before")
    @classmethod
    def _spoken(cls, value: object, info: ValidationInfo) -> object:
        if isinstance(value, Text):
            return value
        if isinstance(value, str) and re.fullmatch(READY_ID, value):
            value = _ready(value, info)
        if not isinstance(value, dict):
            raise ValueError(f"write the text in {in_each(info)}")  # noqa: TRY004 - told as what to write
        wanted = languages_of(info) if info.context else tuple(value)
        for language in wanted:
            if language not in value:
                raise ValueError(f"the text in `{language}` is missing: every text is written in {spoken(wanted)}")
        for language in value:
            if language not in wanted:
                raise ValueError(
                    f"`{str(language)[:20]}` is no language of this condition, which has {spoken(wanted)}: take it out, "
                    "or name it under `languages` in condition.yaml"
                )
        return value


def _ready(name: str, info: ValidationInfo) -> object:
    """The ready wording of a name, in the languages that are wanted."""
    known: Mapping[str, Mapping[str, str]] = (info.context or {}).get("ready", {})
    if name not in known:
        near = did_you_mean(name, known) if known else ""
        raise ValueError(f"`{name[:40]}` is no ready wording{near}; or write the text in {in_each(info)}")
    wanted = languages_of(info)
    for language in wanted:
        if language not in known[name]:
            raise ValueError(
                f"the ready wording `{name}` has no text in `{language}`: write the text in {in_each(info)}"
            )
    return {language: known[name][language] for language in wanted}


def languages_of(info: ValidationInfo) -> tuple[Language, ...]:
    """The languages that a text is checked against."""
    return (info.context or {}).get("languages", LANGUAGES)  # type: ignore[no-any-return]


def spoken(languages: Sequence[Language]) -> str:
    """`en and es`."""
    return " and ".join([", ".join(languages[:-1]), languages[-1]] if len(languages) > 1 else languages)


def in_each(info: ValidationInfo) -> str:
    """What a text looks like: `both languages: {en: "…", es: "…"}`."""
    wanted = languages_of(info)
    how = {1: "its language", 2: "both languages"}.get(len(wanted), "each language")
    return how + ": {" + ", ".join(f'{language}: "…"' for language in wanted) + "}"


def fits(most: int) -> AfterValidator:
    """That a text holds something to read in each language, plain, and of at most so many characters."""

    def check(text: Text) -> Text:
        for language, value in text.root.items():
            if not value.strip():
                raise ValueError(f"the text in `{language}` is empty")
            if value != value.strip():
                raise ValueError(f"the text in `{language}` begins or ends with a blank")
            if len(value) > most:
                raise ValueError(f"the text in `{language}` has {len(value)} characters; at most {most} fit")
            if _control(value):
                raise ValueError(f"the text in `{language}` holds a control character: write plain text")
        return text

    return AfterValidator(check)


def plain(value: str) -> str:
    """Refuse a text without letters, or with a control character."""
    if not value.strip():
        raise ValueError("the text is empty")
    if _control(value):
        raise ValueError("the text holds a control character: write plain text")
    return value.strip()


def _control(value: str) -> bool:
    return any(ord(char) < 32 and char != "\n" for char in value)  # noqa: PLR2004 - control characters


def in_words(most: int) -> AfterValidator:
    """That a text has at most so many words in each language."""

    def check(text: Text) -> Text:
        for language, value in text.root.items():
            if (count := len(value.split())) > most:
                raise ValueError(
                    f"the text in `{language}` has {count} words; at most {most} fit into a heading: ask for one thing, "
                    "and put why it is asked under `reason`, what it means under `help`"
                )
        return text

    return AfterValidator(check)


Short = Annotated[Text, fits(40)]
Title = Annotated[Text, fits(60)]
Label = Annotated[Text, fits(80)]
Line = Annotated[Text, fits(120)]
Lines = Annotated[Text, fits(300)]
Wording = Annotated[Text, fits(240)]
Asked = Annotated[Text, fits(240), in_words(20)]
Help = Annotated[Text, fits(700)]
Paragraph = Annotated[Text, fits(600)]
Page = Annotated[Text, fits(1800)]
Wordings = Page
"""A wording that several texts share; the field that takes it says how long it may be."""
