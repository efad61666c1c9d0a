"""Typing errors: a word that nobody knows becomes the known word that it is one slip away from, to be asked."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.typed.digits import is_number_word
from criteria.spelling import Kind, Token

SHORTEST = 4
"""Letters from which on a slip can be told from another word."""
MOST = 2
"""Words that may be mended in one text."""


def mended(typed: Sequence[Token], known: Collection[str]) -> list[Token] | None:
    """The text with its slips mended; None if there are none, too many, or one that can be read two ways.

    A slip is one letter too many, too few, wrong, or two in the wrong order; the first letter is right.
    """
    slips = [
        at for at, token in enumerate(typed)
        if token.kind is Kind.WORD and token.text not in known and not is_number_word(token.text)
    ]  # fmt: skip
    if not 0 < len(slips) <= MOST:
        return None
    found = list(typed)
    for at in slips:
        likely = _likely(typed[at].text, known)
        if len(likely) != 1:
            return None
        found[at] = replace(typed[at], text=likely.pop())
    return found


def _likely(word: str, known: Collection[str]) -> set[str]:
    if len(word) < SHORTEST:
        return set()
    return {
        one for one in known
        if len(one) >= SHORTEST and one[0] == word[0] and OSA.distance(word, one, score_cutoff=1) <= 1
    }  # fmt: skip
