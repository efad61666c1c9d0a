"""Values as a draft writes them: texts that are ready, and texts that a person has still to write."""

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files

from babel import Locale
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from bot.conversation.wording import Wording
from criteria.languages import LANGUAGES, Language
from criteria.model import UNWRITTEN

TEXTS = files("bot.records") / "texts"
_wording = Wording(TEXTS)
_OTHER_NAMES = {
    "korea, republic of": "KR",
    "republic of korea": "KR",
    "iran, islamic republic of": "IR",
    "türkiye (türkiye)": "TR",
    "turkey (türkiye)": "TR",
    "turkey": "TR",
    "russian federation": "RU",
    "czech republic": "CZ",
    "macedonia, the former yugoslav republic of": "MK",
    "viet nam": "VN",
    "syrian arab republic": "SY",
    "moldova, republic of": "MD",
    "hong kong": "HK",
}
"""What registries call countries in another way than Unicode's list."""


def ready(name: str, **arguments: str | int) -> CommentedMap:
    """One of the draft's own texts in every language."""
    return flow({language: quoted(_wording.say(language, name, **arguments)) for language in LANGUAGES})


def to_write(most: int, hint: str, own: Mapping[Language, str] | None = None) -> CommentedMap:
    """A text that a person has still to write in every language; the hint is the record's, or its own in a language."""
    hints = {language: (own or {}).get(language) or hint for language in LANGUAGES}
    return block({language: quoted(f"{UNWRITTEN} {shortened(words, most - 2)}") for language, words in hints.items()})


def same(words: str, most: int) -> CommentedMap:
    """A name that is the same in every language."""
    return flow({language: quoted(shortened(words, most)) for language in LANGUAGES})


def country(name: str) -> CommentedMap:
    """A country's name in every language; where it is not known, it is to be written."""
    english = Locale("en").territories
    code = _OTHER_NAMES.get(name.lower()) or next(
        (key for key, one in english.items() if one.lower() == name.lower()), ""
    )
    if not code:
        return to_write(40, name)
    return flow({language: quoted(shortened(Locale(language).territories[code], 40)) for language in LANGUAGES})


def shortened(words: str, most: int) -> str:
    """The beginning of a text, in one line."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 2].rsplit(' ', 1)[0]} …"


def quoted(words: str) -> DoubleQuotedScalarString:
    """A text in double quotes."""
    found: DoubleQuotedScalarString = DoubleQuotedScalarString(words)
    return found


def block(value: Mapping[str, object]) -> CommentedMap:
    """A group with a line for each member."""
    return CommentedMap(value)


def flow(value: Mapping[str, object]) -> CommentedMap:
    """A group on one line."""
    found = CommentedMap(value)
    found.fa.set_flow_style()
    return found


def row(value: Sequence[object]) -> CommentedSeq:
    """A list on one line."""
    found = CommentedSeq(value)
    found.fa.set_flow_style()
    return found


def identifier(words: str, most: int = 40) -> str:
    """An id out of a name."""
    found = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")
    found = found if found[:1].isalpha() else f"c_{found}"
    return found[:most].rstrip("_")
