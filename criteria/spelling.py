"""Typed words made comparable: without case and accents, but with every sign that was typed."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

Key = tuple[str, ...]
"""Words, numbers and signs in their order: two texts with one key read the same."""


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number as written, or one sign."""

    kind: Kind
    text: str
    glued: bool = False
    """Whether it follows the one before without a blank."""
    paused: bool = False
    """Whether a comma, a full stop or a bracket stands before it."""


_SAME = {
    **dict.fromkeys("\u2019\u2018\u02bc\u00b4`\u2032", "'"),
    **dict.fromkeys("\u2013\u2014\u2012\u2212\u2010\u2011\u2015\ufe63", "-"),
    **dict.fromkeys("\u2a7d\u2266", "≤"),
    **dict.fromkeys("\u2a7e\u2267", "≥"),
    **dict.fromkeys("\u2039", "<"),
    **dict.fromkeys("\u203a", ">"),
    **dict.fromkeys("\u2248\u223c\uff5e\u2243\u2245", "~"),
    **dict.fromkeys("«»\u201c\u201d\u201e", '"'),
    **dict.fromkeys("\u00b5", "\u03bc"),
    **dict.fromkeys("\u00a0\u2009\u202f\u2007", " "),
    **dict.fromkeys("\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff", ""),
}
"""Signs that are one sign to a reader; what only colours an emoji is dropped."""
_PLAIN_FORMS = ("<wide>", "<narrow>", "<noBreak>", "<compat>", "<square>")
"""Unicode's other forms of a letter or digit. A raised 2 is none: 3² is not 32."""
_ACCENTS = frozenset((202, 220, 230))
"""Combining classes of marks below and above a letter; a stroke through it is something else."""
_SIGNS = {"<=": "≤", "=<": "≤", ">=": "≥", "=>": "≥"}
_PAUSES = frozenset('.,;:!¡"()[]')
_TOKEN = re.compile(
    r"(?P<number>(?<![0-9.,'])[0-9]{1,3}(?: [0-9]{3})+(?![0-9]|[.,'][0-9])"
    r"|[0-9]+(?:[.,'][0-9]+)*|(?<![^\s<>=~≤≥(])[.,][0-9]+)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<sign><=|=<|>=|=>|\S)"
)


def tokens(text: str) -> list[Token]:
    """What was typed, in order; pauses are noted on what follows, and a hyphen within a word is dropped."""
    found: list[Token] = []
    end, paused = 0, False
    for match in _TOKEN.finditer(_plain(text)):
        kind = Kind(match.lastgroup)
        written = match.group()
        glued = bool(found) and match.start() == end and not paused
        end = match.end()
        if kind is Kind.SIGN and written in _PAUSES:
            paused = True
            continue
        written = written.replace("'", "") if kind is Kind.WORD else _SIGNS.get(written, written)
        found.append(Token(kind, written, glued, paused))
        paused = False
    return [one for at, one in enumerate(found) if not _joins(found, at)]


def key(text: str) -> Key:
    """How a text is compared with another."""
    return tuple(token.text for token in tokens(text))


def _joins(found: list[Token], at: int) -> bool:
    """Whether a token is the hyphen of anti-DNA or 34-year-old; between two numbers it says "to"."""
    if found[at].text != "-" or not 0 < at < len(found) - 1:
        return False
    before, after = found[at - 1], found[at + 1]
    words = [one.kind is Kind.WORD for one in (before, after)]
    whole = all(one.kind is not Kind.SIGN for one in (before, after))
    return found[at].glued and after.glued and any(words) and whole


def _plain(text: str) -> str:
    if text.isascii():
        return text.replace("`", "'").lower()
    return "".join(_plain_character(char) for char in unicodedata.normalize("NFC", text)).casefold()


@lru_cache(maxsize=1024)
def _plain_character(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    if unicodedata.decomposition(char).startswith(_PLAIN_FORMS):
        char = unicodedata.normalize("NFKC", char)
    if not char.isalpha():
        return char
    spread = unicodedata.normalize("NFD", char)
    return "".join(one for one in spread if unicodedata.combining(one) not in _ACCENTS)
