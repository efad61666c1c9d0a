"""A text in the wrong language, an address or a telephone that is none, a gap in the numbers of a record's items."""

import re
from collections.abc import Iterable, Iterator, Sequence

from criteria.document import Document, Where
from criteria.misprints.groups import groups
from criteria.model import UNWRITTEN
from criteria.study_file import StudyFile

_FEWEST_WORDS = 3
"""Two languages may have a shorter text in common, such as the name of an illness."""
_WORD = re.compile(r"(?<![\w/])[^\W\d_]{2,}(?![\w/])")
"""A word of a language: no unit such as mmol/mol, no name with a figure such as HbA1c."""

_PLACEHOLDERS = re.compile(
    r"""
    \b (?: [\w-]+\. )* example\.(?:org|com|net|edu) \b | \.(?:example|test|invalid|localhost)\b
    | \b555[-\s.]?\d{4}\b | \b(\d)\1{2}(?:[-\s.]?\1{3}){1,2}\b | \b123[-\s.]?456(?:[-\s.]?\d{2,4}){1,2}\b
    | \bX{3,}\b | \b(?:TBD|FIXME)\b | \b[Ll]orem\ ipsum\b
    """,
    re.VERBOSE,
)
"""Hosts that RFC 2606 sets aside, the numbers of films, and what stands in a form before it is filled in."""


def check_texts(documents: Iterable[Document]) -> None:
    """Warn of two languages with the same text, and of what only holds the place of an address."""
    for document in documents:
        for where, value in groups(document.value):
            _check_alike(document, where, value)
        for where, text in _strings(document.value, ()):
            if found := _PLACEHOLDERS.search(text):
                told = f"`{found[0]}` looks like a placeholder: write the real one"
                document.fault(where, told, warning=True)


def _check_alike(document: Document, where: Where, value: dict[str, object]) -> None:
    texts = [(language, str(value[language])) for language in document.languages if language in value]
    for at, (language, text) in enumerate(texts):
        for other, same in texts[:at]:
            alike = text.casefold() == same.casefold() and not text.startswith(UNWRITTEN)
            if alike and len(_WORD.findall(text)) >= _FEWEST_WORDS:
                told = f"the texts in `{other}` and `{language}` are the same: is one of them not translated?"
                document.fault(where, told, warning=True)


def _strings(value: object, where: Where) -> Iterator[tuple[Where, str]]:
    match value:
        case str():
            yield where, value
        case dict():
            for name, part in value.items():
                yield from _strings(part, (*where, name))
        case list():
            for at, part in enumerate(value):
                yield from _strings(part, (*where, at))


def check_gaps(file: StudyFile) -> None:
    """Warn where the numbers of a record's items leave one out: 2, 4 or 5a, 5c."""
    record = file.text.record if file.text else None
    for kind, numbers in (("inclusion", record.inclusion), ("exclusion", record.exclusion)) if record else ():
        for missing in _missing(tuple(numbers)):
            told = f"{kind} {missing} is missing between the others: was an item left out?"
            file.document.fault(("record", kind), told, warning=True)


def _missing(items: Sequence[str]) -> Iterator[str]:
    found: dict[int, set[str]] = {}
    for item in items:
        number, letter = re.fullmatch(r"(\d+)([a-z]?)", item).groups()  # type: ignore[union-attr]
        found.setdefault(int(number), set()).add(letter)
    for number in range(1, max(found, default=0)):
        if number not in found:
            yield str(number)
    for number, letters in found.items():
        known = letters - {""}
        yield from (
            f"{number}{chr(at)}" for at in range(ord("a"), ord(max(known, default="a"))) if chr(at) not in known
        )
