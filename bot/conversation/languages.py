"""Which language a person is greeted in, and which ones a conversation can go on in."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from bot.conversation.state import State
from criteria.catalogue import Catalogue
from criteria.condition import Condition
from criteria.languages import LANGUAGES, Language

DEFAULT: Final[Language] = "es"
"""Of who tells no language, unless it is set otherwise: the shipped studies are in Spain and Chile."""
OTHERS: Final[Language] = "en"
"""Of who tells languages, none of which is ours or near to one of ours."""
NEAR: Final = MappingProxyType(
    dict.fromkeys(("an", "arn", "ast", "ay", "ca", "eu", "ext", "gl", "gn", "nah", "qu", "quz", "rap", "yua"), "es")
)
"""A language whose speakers as a rule read one of ours better than any other of ours, and which one."""


LONGEST_NAME: Final = 8
"""Letters of a language in a tag; whatever is longer names none."""


def greeting(told: Iterable[str], default: Language) -> Language:
    """The language to begin in, from the tags that a browser or an app tells, the best liked first (RFC 5646).

    `default` is for who tells none.
    """
    names = [tag.strip().lower().replace("_", "-").partition("-")[0] for tag in told]
    names = [name for name in names if name.isascii() and name.isalpha() and len(name) <= LONGEST_NAME]
    for name in names:
        found = name if name in LANGUAGES else NEAR.get(name)
        if found in LANGUAGES:
            return found
    return OTHERS if names and OTHERS in LANGUAGES else default


def speaks(condition: Condition, language: Language) -> bool:
    """Whether a condition is written in a language."""
    return language in condition.text.languages


def served(catalogue: Catalogue) -> tuple[Language, ...]:
    """Every language that at least one condition is written in, in the order of the table."""
    spoken = {language for condition in catalogue.conditions.values() for language in condition.text.languages}
    return tuple(language for language in LANGUAGES if language in spoken)


def offered(catalogue: Catalogue, state: State) -> tuple[Language, ...]:
    """What a conversation can go on in: the languages of what it is about, or of all that it can be about."""
    if state.subject is None:
        return served(catalogue)
    spoken = catalogue.conditions[state.subject.condition].text.languages
    return tuple(language for language in LANGUAGES if language in spoken)


def following(catalogue: Catalogue, state: State) -> Language:
    """The next of the languages that can be gone on in, after the present one and around."""
    known = offered(catalogue, state)
    place = LANGUAGES.index(state.language)
    return next((one for one in known if LANGUAGES.index(one) > place), known[0])
