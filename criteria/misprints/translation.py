"""A text that is none, stands in the wrong language, or names another number than the same text in another language."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import permutations
from pathlib import Path

from pydantic import TypeAdapter

from criteria.document import Document, Where, read
from criteria.languages import Language
from criteria.misprints.amounts import amounts
from criteria.misprints.groups import groups
from criteria.model import UNWRITTEN

WORDS_FILE = Path(__file__).parent / "translation.yaml"
_FEWEST = 2
"""So many different small words of another language, and none of its own, tell a text's language."""
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


def check_translations(documents: Iterable[Document]) -> None:
    """Refuse a text without a letter or digit; warn of the wrong language, and of numbers that one language does not have."""
    for document in documents:
        for where, value in groups(document.value):
            texts = {one: str(value[one]) for one in document.languages if one in value}
            if any(text.startswith(UNWRITTEN) for text in texts.values()):
                continue
            told_alike = _told(document, [where])
            for language, text in texts.items():
                if not any(map(str.isalnum, text)):
                    document.fault((*where, language), f"`{text}` says nothing: write this text")
                if (other := meant_language(text, language)) and not told_alike:
                    told = f"the text in `{language}` seems to be written in `{other}`: is it not translated?"
                    document.fault((*where, language), told, warning=True)
            if not _told(document, [where[:length] for length in range(1, len(where) + 1)]):
                _check_numbers(document, where, texts)


def _told(document: Document, places: Iterable[Where]) -> bool:
    """Whether one of these places has a warning already: a second one about the same slip tells nothing."""
    shown = {".".join(document.shown(where)) for where in places}
    return any(one.message.partition(": ")[0] in shown for one in document.faults)


def meant_language(text: str, language: Language) -> Language | None:
    """The other language that a text is clearly written in; None if it has a small word of its own."""
    used = set(map(str.casefold, _WORD.findall(text)))
    if language not in small_words() or used & small_words()[language]:
        return None
    return next((other for other, small in small_words().items() if len(used & small) >= _FEWEST), None)


def _check_numbers(document: Document, where: Where, texts: Mapping[Language, str]) -> None:
    for one, other in permutations(texts, 2):
        there = amounts(texts[other], other)
        digits = set(_DIGITS.findall(texts[other]))
        for amount in amounts(texts[one], one):
            figure = amount.written[:1].isdigit() and not amount.values <= {0, 1}  # "1 year" may be "the last year"
            if figure and not any(map(amount.like, there)) and not set(_DIGITS.findall(amount.written)) <= digits:
                told = f"the text in `{one}` says {amount.written}, and that in `{other}` does not: is that meant?"
                document.fault(where, told, warning=True)


@cache
def small_words() -> Mapping[Language, frozenset[str]]:
    """Per language, the words that tell it."""
    found = read(WORDS_FILE, WORDS_FILE.name).value
    return TypeAdapter(dict[str, frozenset[str]]).validate_python(found, strict=False)
