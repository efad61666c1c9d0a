"""Typing errors: a word that nobody knows becomes a known word that it is one slip away from, to be asked."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import product

from rapidfuzz.distance import OSA

from bot.typed.digits import is_number_word
from criteria.spelling import Kind, Token

SHORTEST = 4
"""Letters from which on a slip can be told from another word."""
SILENT = "h"
"""A letter that is not heard in Spanish, and so left out at the beginning."""
MOST = 2
"""Words that may be mended in one text."""
MOST_LIKELY = 3
"""Known words that one slip may stand for; beyond, it says nothing."""


def mended(typed: Sequence[Token], known: Collection[str]) -> Iterator[list[Token]]:
    """The text with its slips mended, in every way; nothing if there are none, or too many.

    A slip is one letter too many, too few, wrong, or two in the wrong order; the first letter is right, or a silent one is missing.
    """
    slips = [at for at, token in enumerate(typed) if _is_slip(token, known)]
    if not 0 < len(slips) <= MOST:
        return
    likely = [_likely(typed[at].text, known) for at in slips]
    if any(len(words) > MOST_LIKELY for words in likely):
        return
    for words in product(*likely):
        found = list(typed)
        for at, word in zip(slips, words, strict=True):
            found[at] = replace(typed[at], text=word)
        yield found


def _is_slip(token: Token, known: Collection[str]) -> bool:
    return token.kind is Kind.WORD and token.text not in known and not is_number_word(token.text)


def _likely(word: str, known: Collection[str]) -> list[str]:
    if SILENT + word in known:
        return [SILENT + word]
    if len(word) < SHORTEST:
        return []
    return sorted(one for one in known if len(one) >= SHORTEST and one[0] == word[0] and _one_slip(one, word))


def _one_slip(one: str, word: str) -> bool:
    return OSA.distance(word, one, score_cutoff=1) <= 1
