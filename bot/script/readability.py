"""How easy a text is to read, by the established formula of its language."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from criteria.languages import Language

_WORD = re.compile("[^\\W\\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\\W\\d_]+)*")
_END = re.compile(r"[.!?…:]+(?=\s|$)|\n")
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(r"(?<![tscxg])i[aou]")
_STRONG = "aeoáéóíú"
_WEAK = "iuü"


@dataclass(frozen=True)
class Counts:
    """What the formulas rest on."""

    words: int
    sentences: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        """The mean length of a sentence."""
        return self.words / max(1, self.sentences)

    @property
    def syllables_a_word(self) -> float:
        """The mean length of a word."""
        return self.syllables / max(1, self.words)


@dataclass(frozen=True)
class Formula:
    """A formula, its name and source, and from which value on a text counts as plain."""

    name: str
    source: str
    plain_from: float
    score: Callable[[Counts], float]
    syllables: Callable[[str], int]


def counts(texts: Iterable[str], formula: Formula) -> Counts:
    """Words, sentences and syllables; each text ends a sentence."""
    words: list[str] = []
    sentences = 0
    for text in texts:
        parts = [part for part in _END.split(text) if part and _WORD.search(part)]
        sentences += len(parts)
        words += _WORD.findall(text)
    return Counts(len(words), sentences, sum(formula.syllables(word.lower()) for word in words))


def english_syllables(word: str) -> int:
    """Groups of vowels, of which some are two, as in biopsy; but for a silent e at the end."""
    found = len(_VOWELS.findall(word)) + len(_APART.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee", "ye", "oe"))
    silent = silent or (word.endswith("ed") and not word.endswith(("ted", "ded")))
    return max(1, found - silent)


def spanish_syllables(word: str) -> int:
    """Vowels, but for the weak one of a diphthong; `gue`, `qui` and the like have one."""
    word = re.sub(r"([gq])u(?=[eéií])", r"\1", word)
    word = re.sub(r"y$|y(?![aeiouáéíóú])", "i", word)
    count, before = 0, ""
    for char in word:
        if char in _STRONG:
            together = before in tuple(_WEAK) and before != ""
            count += not together
        elif char in _WEAK:
            together = before != "" and (before in tuple("aeoáéó") or (before in tuple(_WEAK) and before != char))
            count += not together
        before = char
    return max(1, count)


FORMULAS: Final[Mapping[Language, Formula]] = MappingProxyType(
    {
        "en": Formula(
            "Flesch Reading Ease",
            "R. Flesch, A new readability yardstick, J Appl Psychol 1948;32:221-233",
            60,
            lambda one: 206.835 - 1.015 * one.words_a_sentence - 84.6 * one.syllables_a_word,
            english_syllables,
        ),
        "es": Formula(
            "INFLESZ (Flesch-Szigriszt)",
            "F. Szigriszt Pazos 1993; I. M. Barrio-Cantalejo et al., An Sist Sanit Navar 2008;31:135-152",
            55,
            lambda one: 206.835 - 62.3 * one.syllables_a_word - one.words_a_sentence,
            spanish_syllables,
        ),
    }
)
"""From `plain_from` on, a text is "plain English" on Flesch's scale, and "normal" for patients on INFLESZ's."""
