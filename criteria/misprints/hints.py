"""A text that hints to start, stop, change or put off a medicine, a habit, a test or care: no study may push anybody to it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from criteria.document import Where, read
from criteria.languages import Language
from criteria.model.text import Strict, Text
from criteria.study_file import StudyFile

WORDS_FILE = Path(__file__).parent / "hints.yaml"
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")


class Shapes(Strict):
    """How a language gives such a hint, as regular expressions, and how it warns of one."""

    begins: tuple[str, ...]
    holds: tuple[str, ...]
    denied: tuple[str, ...]


def check_hints(file: StudyFile) -> None:
    """Warn of such a hint in what stands beside a result."""
    for where, text in _texts(file):
        for language, told in text.root.items():
            if found := hint(told, language):
                file.document.fault(
                    where,
                    f"the text in `{language}` may be read as a hint to start, stop, change or put off something (“{found}”): say what "
                    "time itself may change, and that one's own care comes first",
                    warning=True,
                )


def hint(text: str, language: Language) -> str | None:
    """The first sentence that hints at a change and does not warn of it; None if there is none."""
    known = _patterns().get(language)
    if known is None:
        return None
    gives, denies = known
    return next((one for one in _SENTENCE.split(text) if gives.search(one) and not denies.search(one)), None)


@cache
def _patterns() -> Mapping[Language, tuple[re.Pattern[str], re.Pattern[str]]]:
    found = TypeAdapter(dict[str, Shapes]).validate_python(read(WORDS_FILE, WORDS_FILE.name).value, strict=False)
    return {
        language: (
            re.compile(rf"^(?:{'|'.join(one.begins)})\b|\b(?:{'|'.join(one.holds)})\b", re.IGNORECASE),
            re.compile(rf"\b(?:{'|'.join(map(re.escape, one.denied))})\b", re.IGNORECASE),
        )
        for language, one in found.items()
    }


def _texts(file: StudyFile) -> Iterator[tuple[Where, Text]]:
    for at, criterion in file.criteria.items():
        for name in ("later", "note", "changed"):
            if (text := getattr(criterion, name)) is not None:
                yield ("criteria", at, name), text
    if study := file.text:
        for where, text in (
            (("for_everyone",), study.for_everyone),
            (("record", "amended"), study.record.amended),
            (("recruiting", "message"), study.recruiting.message),
        ):
            if text is not None:
                yield where, text
