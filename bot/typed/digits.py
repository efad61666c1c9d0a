"""Numbers as people write them, in digits or in words, become exact values."""

import re
from collections.abc import Sequence
from fractions import Fraction

from text_to_num import text2num

from criteria.languages import LANGUAGES, Language
from criteria.spelling import Kind, Token

LONGEST_RUN = 6
"""Words of one number; two thousand and twenty-four has five."""
_GROUPED = re.compile(r"\d{1,3}([.,' ])\d{3}(?:\1\d{3})*")
_MIXED = re.compile(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*[.,']\d+")


def values(written: str, *, whole: bool) -> tuple[Fraction, ...]:
    """What digits may mean: 1.500 is one and a half, or fifteen hundred. `whole`: never a fraction."""
    found = []
    if _GROUPED.fullmatch(written) and not written.startswith("0"):
        found.append(Fraction(re.sub(r"\D", "", written)))
    signs = re.findall(r"\D", written)
    if not signs:
        found.append(Fraction(written))
    elif whole:
        return tuple(found)
    elif len(signs) == 1 and signs[0] != " ":
        found.append(Fraction(re.sub(r"\D", ".", written)))
    elif _MIXED.fullmatch(written) and signs[-1] != signs[0]:
        before, _, after = written.rpartition(signs[-1])
        found.append(Fraction(re.sub(r"\D", "", before) + "." + after))
    return tuple(found)


def in_words(tokens: Sequence[Token], language: Language) -> tuple[int, Fraction, bool] | None:
    """A number in words at the beginning: its length in tokens, its value, and whether it is of the chat's language."""
    words: list[str] = []
    for token in tokens[:LONGEST_RUN]:
        if token.kind is not Kind.WORD or (words and token.paused):
            break
        words.append(token.text)
    for length in range(len(words), 0, -1):
        for one in sorted(LANGUAGES, key=lambda known: known != language):
            if (value := _value(" ".join(words[:length]), one)) is not None:
                return length, value, one == language
    return None


def is_number_word(word: str) -> bool:
    """Whether some language counts with it."""
    return any(_value(word, language) is not None for language in LANGUAGES)


def _value(text: str, language: Language) -> Fraction | None:
    """The library reads a text whole or not at all; one letter is no number, whatever it says."""
    if len(text) == 1:
        return None
    try:
        return Fraction(text2num(text, language))
    except ValueError:
        return None
