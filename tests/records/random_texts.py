"""Criteria texts made at random in the shapes of the registries, and what must become of their words."""

import random
import re
from dataclasses import dataclass

from bot.records.lines import clean
from bot.records.pieces import Outline

_WORDS = (
    "knee pain age adults written informed consent women men pregnancy or and of the within 6 12 months 1.5 mg/dL ULN (e.g. history "
    "≥18 <40 years E. coli creatinine; platelets, score 4–6 x2 cáncer embarazo no None N/A i.e. HIV-1 40% β-blocker Inclusion exclusion "
    "criteria Group A: v5.0 page 3 p=0.05 *note* _under_ 100,000/mm³ 2) a) - • 1. iv. [x] & / : ? ¿ = ³"
)
_HEADINGS = (
    "Inclusion Criteria:", "Exclusion Criteria:", "INCLUSION CRITERIA", "Criterios de exclusión:", "Exclusion criteria for Arm B:",
    "For parents:", "DISEASE CHARACTERISTICS:", "Key Inclusion Criteria", "**Exclusion Criteria**", "Inclusion:", "Eligibility:", "None",
)  # fmt: skip
_MARKS = ("* ", "- ", "-  ", "• ", "1. ", "2) ", "(a) ", "iv) ", "", "", "o  ", "– ", "-", "1.", "I1. ", "A. ")
_BREAKS = ("\n", "\n\n", "\r\n", "\n\n\n", " ", "\t", "\n \n", "\u2028")
_LABEL = re.compile(r"\d{1,3}º?|[a-z]|[ivxIVX]{1,5}|[A-Z]|[IE]{1,2}C?\d{1,2}", re.ASCII)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def text(seed: int, size: int = 1500) -> str:
    """A text of about so many characters."""
    chance = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        line = " " * chance.choice((0, 0, 2, 4, 10, 15)) + _line(chance)
        part = line + chance.choice(_BREAKS)
        parts.append(part)
        length += len(part)
    return "".join(parts)


def _line(chance: random.Random) -> str:
    if chance.random() < 0.12:
        return chance.choice(_HEADINGS)
    words = " ".join(chance.choices(_WORDS.split(" "), k=chance.randint(1, 24)))
    return chance.choice(_MARKS) + words + chance.choice(("", ".", ":", ";", ", or", " \\<4", r" \[b\]"))


@dataclass(frozen=True)
class Lost:
    """Words that are in one of text and pieces and not in the other."""

    lost: list[str]
    added: list[str]


def lost(source: str, outline: Outline, *, markdown: bool) -> Lost:
    """Compare a text with its pieces, word by word and in order; the labels of lists may be missing."""
    plain = clean(source)
    before = re.findall(r"\w+", _ESCAPED.sub(r"\1", plain) if markdown else plain)
    after = iter(re.findall(r"\w+", " ".join(one.words for one in outline.pieces)))
    wanted = next(after, None)
    missing = []
    for word in before:
        if word == wanted:
            wanted = next(after, None)
        elif not _LABEL.fullmatch(word):
            missing.append(word)
    return Lost(missing, [] if wanted is None else [wanted, *after])
