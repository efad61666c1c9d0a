"""What people type, made comparable: without case, accents and punctuation; and the lists of words we know."""

import unicodedata
from dataclasses import dataclass
from typing import Self

from bot.conversation.wording import Wording
from criteria.languages import LANGUAGES

SEPARATOR = "|"


def plain(text: str) -> str:
    """Small letters without accents or apostrophes, blanks single; signs that belong to numbers and units stay."""
    spread = unicodedata.normalize(
        "NFKD", text.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    )
    kept = "".join(char for char in spread if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() or char in ".,;()/<>=≤≥-" else " " for char in kept).split())


def bare(text: str) -> str:
    """Letters and digits only."""
    return " ".join("".join(char if char.isalnum() else " " for char in plain(text)).split())


@dataclass(frozen=True)
class Words:
    """Lists of words and phrases, of all languages together; each as `bare` gives it."""

    yes: frozenset[str]
    no: frozenset[str]
    never: frozenset[str]
    unsure: frozenset[str]
    negations: frozenset[str]
    less: frozenset[str]
    more: frozenset[str]

    @classmethod
    def of(cls, wording: Wording) -> Self:
        """Read the lists from the texts whose names begin with words-."""
        return cls(**{name: frozenset(map(bare, listed(wording, name))) for name in cls.__dataclass_fields__})


def listed(wording: Wording, name: str) -> list[str]:
    """The members of one list, in all languages."""
    return [part.strip() for language in LANGUAGES for part in wording.say(language, f"words-{name}").split(SEPARATOR)]
