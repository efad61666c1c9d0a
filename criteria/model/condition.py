"""`condition.yaml` and `background.yaml`: the group of studies, the order of asking, and what may be read beside it."""

from typing import Annotated

from pydantic import AfterValidator, Field

from criteria.languages import LANGUAGES
from criteria.model.form import Id, RuleText, Url
from criteria.model.text import Label, Lines, Page, Paragraph, Short, Strict, Text, Title, fits, spoken


class Section(Strict):
    """Questions that are asked together, under one title."""

    section: Short
    questions: Annotated[tuple[Id, ...], Field(min_length=1, strict=False)]


class Search(Strict):
    """Where to look on: an address, and what it is called."""

    url: Url
    label: Label


class Without(Strict):
    """How somebody is answered who does not have the illness."""

    when: RuleText
    text: Paragraph
    topics: tuple[Id, ...] = Field(default=(), strict=False)
    search: Search | None = None


def _known_languages(value: tuple[str, ...]) -> tuple[str, ...]:
    for language in value:
        if language not in LANGUAGES:
            raise ValueError(
                f"`{language[:20]}` is no language of this program, which has {spoken(LANGUAGES)}: take it out, or add it "
                "to the program first"
            )
    if len(set(value)) < len(value):
        raise ValueError("a language stands here twice: keep one")
    return value


class Condition(Strict):
    """`condition.yaml`: the group of studies, and the order of asking."""

    languages: Annotated[tuple[str, ...], Field(min_length=1, strict=False), AfterValidator(_known_languages)] = (
        "en",
        "es",
    )
    """The languages that every text of the condition is written in."""

    wordings: dict[Id, Page] = Field(default_factory=dict)
    """Own ready wordings, or own words for those that come with the program; any text may name one."""

    title: Title
    about: Annotated[Text, fits(200)]
    emergency: Lines | None = None
    """When not to wait for a study, in this illness."""
    order: Annotated[tuple[Section, ...], Field(min_length=1, strict=False)]
    without: Without | None = None
    searches: tuple[Search, ...] = Field(default=(), strict=False, max_length=6)
    """Searches of a registry that are filled in with the illness and a country; offered where a requirement is not met."""
    organisations: tuple[Search, ...] = Field(default=(), strict=False, max_length=6)
    """Patient organisations, offered there, too."""


class Source(Strict):
    """Where a background text has its facts from."""

    title: Annotated[str, Field(min_length=1, max_length=160)]
    url: Url


class Topic(Strict):
    """One background text, with its sources."""

    title: Title
    text: Page
    sources: Annotated[tuple[Source, ...], Field(min_length=1, max_length=12, strict=False)]
