"""What a button shows, and what else people call it when they type."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from criteria.languages import LANGUAGES, Language
from criteria.model.text import Label, Strict, spoken
from criteria.patterns import spelled
from criteria.spelling import Key


def _said(value: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for language, words in value.items():
        if language not in LANGUAGES:
            raise ValueError(f"`{language[:20]}` is no language of this program, which has {spoken(LANGUAGES)}")
        for word in words:
            if not all(ways := spelled(word).values()):
                told = (
                    "may hold no word: leave one outside the brackets"
                    if len(ways) > 1
                    else "holds no word: take it out"
                )
                raise ValueError(f"`{word[:60]}` {told}")
            if any(ord(char) < 32 for char in word):  # noqa: PLR2004 - control characters
                raise ValueError(f"`{word[:60]}` holds a control character: write plain text")
    return value


SaidWord = Annotated[str, Field(min_length=1, max_length=240)]
Said = Annotated[dict[str, Annotated[tuple[SaidWord, ...], Field(max_length=100, strict=False)]], AfterValidator(_said)]
"""What people call it, per language; nobody is shown it, so a language may be left out."""


def spelled_out(said: Said) -> Iterator[tuple[Language, int, Mapping[str, Key]]]:
    """The ways to say it that each entry stands for, with its language and its place there."""
    for language, words in said.items():
        for at, word in enumerate(words):
            yield language, at, spelled(word)


def keys_of(said: Said) -> Iterator[Key]:
    """Every way to say it, in all languages."""
    for _, _, ways in spelled_out(said):
        yield from ways.values()


class Called(Strict):
    """A button's label with its synonyms; written as one text with `say` beside its languages."""

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
