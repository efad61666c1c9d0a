"""Two criteria that cite each other's items: the words of each are those of the other's item, and none of its own."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations

from criteria.study_file import StudyFile

_WORD = re.compile(r"[^\W\d_]{4,}|\d+(?:[.,]\d+)?")
_STEM = 5
"""So many letters tell a word's family: `pregnant` and `pregnancy`, `treated` and `treatment`."""
_RARE = 2
"""A word that more of a study's items have than these tells none of them."""


@dataclass(frozen=True)
class _Cites:
    at: int
    words: frozenset[str]
    items: tuple[str, ...]


def check_cited(file: StudyFile) -> None:
    """Warn of two criteria whose `from` seem to have been exchanged, where the file has the record's words."""
    record = file.text.record if file.text else None
    items = {item: _words(words) for item, words in record.items.items() if words} if record else {}
    often = Counter(word for words in items.values() for word in words)
    telling = {item: {word for word in words if often[word] <= _RARE} for item, words in items.items()}
    found = []
    for at, criterion in file.criteria.items():
        texts = (criterion.label, criterion.technical)
        said = frozenset(word for text in texts if text for told in text.root.values() for word in _words(told))
        if criterion.from_ and all(item in telling for item in criterion.from_):
            found.append(_Cites(at, said, criterion.from_))
    for one, other in combinations(found, 2):
        if _exchanged(one, other, telling):
            told = f"its words are those of {' and '.join(other.items)}, and those of `{file.criteria[other.at].id}` are of this item"
            file.document.fault(("criteria", one.at, "from"), f"{told}: are the two exchanged?", warning=True)


def _exchanged(one: _Cites, other: _Cites, items: Mapping[str, Collection[str]]) -> bool:
    def fits(mine: _Cites, its: _Cites) -> bool:
        return any(mine.words & set(items[item]) for item in its.items)

    return not fits(one, one) and not fits(other, other) and fits(one, other) and fits(other, one)


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return {word if word[0].isdigit() else word[:_STEM] for word in _WORD.findall(letters)}
