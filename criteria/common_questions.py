"""The common questions that come with the program: each with its version, its words in records, and its lines to take."""

import io
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field, TypeAdapter
from ruamel.yaml import YAML

from criteria import model
from criteria.document import Document, read
from criteria.languages import LANGUAGES, Language

FOLDER = Path(__file__).parent / "common"
_PIN = re.compile(r"^([\w@]+):", re.MULTILINE)
Phrases = dict[Language, Annotated[tuple[str, ...], Field(strict=False)]]


class Entry(model.Strict):
    """One common question as a file of `criteria/common` holds it, under a name such as `age@1`."""

    section: Annotated[str, Field(pattern=f"^{model.READY_ID}$")]
    """The ready wording that is usually the title of its section."""
    words: Phrases
    """What records say that it may answer; `*` stands for any ending of a word, `#` for a number, `...` for up to six words,
    `^` for the beginning; brackets as in `say`."""
    unless: Phrases = Field(default={})
    """Longer phrases with one of these words in them that mean something else."""
    question: model.Question


@dataclass(frozen=True)
class CommonQuestion:
    """One version of a common question."""

    name: str
    version: int
    entry: Entry
    lines: str
    """Its fields as the file has them, indented as below a question's id."""

    @property
    def pin(self) -> str:
        """How a condition names just this version."""
        return f"{self.name}@{self.version}"

    @property
    def question(self) -> model.Question:
        """What is asked."""
        return self.entry.question

    def written(self, question_id: str, languages: Collection[Language] = LANGUAGES) -> str:
        """The question as it is copied into a questions.yaml, in the languages of its condition."""
        lines = self.lines if set(LANGUAGES) <= set(languages) else _spoken(self.lines, languages)
        return f"{question_id}:\n  common: {self.pin}\n{lines}"


@cache
def pins() -> tuple[str, ...]:
    """How each version that ever came with the program is named; the rest of it is not read."""
    files = (path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml")))
    return tuple(pin for text in files for pin in _PIN.findall(text))


@cache
def every_version() -> Mapping[str, CommonQuestion]:
    """Every version that ever came with the program, by its pin, in the order of the files."""
    found: dict[str, CommonQuestion] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        document = read(path, f"{FOLDER.name}/{path.name}")
        text = path.read_text(encoding="utf-8").splitlines()
        for pin, entry in TypeAdapter(dict[str, Entry]).validate_python(document.value).items():
            name, _, version = pin.partition("@")
            found[pin] = CommonQuestion(name, int(version), entry, _lines(document, text, pin))
    return MappingProxyType(found)


@cache
def common_questions() -> Mapping[str, CommonQuestion]:
    """The newest version of each common question, by name."""
    newest: dict[str, CommonQuestion] = {}
    for one in every_version().values():
        if one.name not in newest or newest[one.name].version < one.version:
            newest[one.name] = one
    return MappingProxyType(newest)


def _lines(document: Document, text: list[str], pin: str) -> str:
    """The lines below `question:`, which stands last in its entry, without what parts it from the next entry."""
    start = document.line((pin, "question"))
    after = [document.line((other,)) for other in document.value if document.line((other,)) > start]
    block = text[start : min(after, default=len(text) + 1) - 1]
    while block and (not block[-1].strip() or not block[-1].startswith("    ")):
        block.pop()
    return "".join(f"{line[2:]}\n" for line in block)


def _spoken(lines: str, languages: Collection[Language]) -> str:
    """The same lines without the texts in other languages."""
    yaml = YAML()
    yaml.width = 110
    value = yaml.load(lines)
    _drop(value, set(LANGUAGES) - set(languages))
    out = io.StringIO()
    yaml.dump(value, out)
    return "".join(f"  {line}\n" if line else "\n" for line in out.getvalue().splitlines())


def _drop(value: Any, unwanted: Collection[str]) -> None:  # noqa: ANN401 - whatever YAML holds
    if isinstance(value, dict):
        for key in [key for key in value if key in unwanted]:
            del value[key]
        for member in value.values():
            _drop(member, unwanted)
    elif isinstance(value, list):
        for member in value:
            _drop(member, unwanted)
