"""Values as a draft writes them: texts that are ready, and texts that a person has still to write."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from babel import Locale
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from bot.conversation.wording import Wording
from criteria.languages import Language
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
    "usa": "US",
    "uk": "GB",
}
"""What registries call countries in another way than Unicode's list."""


@dataclass(frozen=True)
class Texts:
    """Writes texts in the languages of a condition."""

    languages: tuple[Language, ...]

    def ready(self, name: str, **arguments: str | int) -> CommentedMap:
        """One of the draft's own texts."""
        return flow({one: quoted(_wording.say(one, name, **arguments)) for one in self.languages})

    def to_write(self, most: int, hint: str, own: Mapping[Language, str] | None = None) -> CommentedMap:
        """A text that a person has still to write; the hint is the record's, or its own in a language."""
        hints = {one: (own or {}).get(one) or hint for one in self.languages}
        return block({one: quoted(f"{UNWRITTEN} {shortened(words, most - 2)}") for one, words in hints.items()})

    def ready_to_check(self, name: str) -> CommentedMap:
        """One of the draft's own texts, as a text to be written."""
        return flow({one: quoted(f"{UNWRITTEN} {_wording.say(one, name)}") for one in self.languages})

    def same(self, words: str, most: int) -> CommentedMap:
        """A name that is the same in every language."""
        return flow({one: quoted(shortened(words, most)) for one in self.languages})

    def country(self, name: str) -> CommentedMap:
        """A country's name; where it is not known, it is to be written."""
        code = country_code(name)
        if not code:
            return self.to_write(40, name)
        return flow({one: quoted(shortened(Locale(one).territories[code], 40)) for one in self.languages})


def country_code(name: str) -> str:
    """The code of a country that is called so by a registry, in English or Spanish; empty if none is."""
    plain = name.lower()
    names = (item for one in ("en", "es") for item in Locale(one).territories.items())
    return _OTHER_NAMES.get(plain) or next((code for code, one in names if one.lower() == plain and code.isalpha()), "")


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
