"""How hard a text is to read, by the formulas that are used for leaflets in English and in Spanish."""

import re

from criteria.languages import Language

_VOWELS = {"en": "[aeiouy]+", "es": "[aeiouáéíóúü]+"}
_HIATUS = re.compile("[aeoáéó](?=[aeoáéíóú])|[íú](?=[aeo])|[aeo](?=[íú])")


def grade(text: str, language: Language) -> float:
    """The school grade: Flesch-Kincaid in English; in Spanish Fernández Huerta's score (90 is grade 5, 60 is grade 9)."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(1, len(re.findall(r"[.:;!?…]+(?=\s|$|»|”)", text)))
    length = len(words) / sentences
    syllables = sum(_syllables(word.lower(), language) for word in words) / len(words)
    if language == "en":
        return 0.39 * length + 11.8 * syllables - 15.59
    score = 206.84 - 60 * syllables - 1.02 * length
    return 5 + (90 - score) * 4 / 30


def _syllables(word: str, language: Language) -> int:
    groups = len(re.findall(_VOWELS[language], word))
    if language == "es":
        return max(1, groups + len(_HIATUS.findall(word)))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
