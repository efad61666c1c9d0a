"""The script as a document: parts in each language, chapters, blocks; every format is made of it, and it is what JSON holds."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import Field, TypeAdapter, ValidationError

from criteria.languages import Language

FORMAT: Final = 1


@dataclass(frozen=True)
class Line:
    """One sentence or label. With `ids`, it is something that participants can read, made of these texts."""

    text: str
    ids: tuple[str, ...] = ()
    faces: tuple[str, ...] = ()
    """The faces that alone show it; empty where all do."""


@dataclass(frozen=True)
class Heading:
    """A heading inside a chapter."""

    text: str
    level: int = 3
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Paragraph:
    """A sentence or several of the document's own."""

    line: Line
    strong: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Items:
    """A list; `quoted` where it is what a participant reads, word by word."""

    lines: tuple[Line, ...]
    quoted: bool = False
    kind: Literal["items"] = "items"


@dataclass(frozen=True)
class Table:
    """A table; a cell may have several lines."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    widths: tuple[int, ...] = ()
    """Of each column, in per cent."""
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Picture:
    """A drawing, and the same in words for who cannot see it."""

    svg: str
    text: str
    kind: Literal["picture"] = "picture"


Block = Annotated[Heading | Paragraph | Items | Table | Picture, Field(discriminator="kind")]


@dataclass(frozen=True)
class Chapter:
    """A chapter; `key` is the same in every language."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Part:
    """The whole document in one language."""

    language: Language
    title: str
    footer: str
    """What stands at the foot of every page, before the page's number."""
    page: str
    """The word for a page, there."""
    faces: Mapping[str, str]
    """How each face is called, by its short name."""
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class Script:
    """The document about one study."""

    format: Literal[1]
    study: str
    version: str
    date: str
    fingerprint: str
    """Of the study's wording, in all languages."""
    own_fingerprint: str
    """Of the program's own sentences."""
    parts: tuple[Part, ...]
    wording: Mapping[str, str]
    own_texts: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        """Everything, ready for JSON; with it, a later script tells what has changed."""
        return asdict(self)


class UnreadableScriptError(ValueError):
    """A file that is no script, or one of another version of the program."""


def read(text: str) -> Script:
    """A script from its JSON; raises UnreadableScriptError."""
    try:
        return _SCRIPTS.validate_json(text)
    except ValidationError:
        raise UnreadableScriptError from None


_SCRIPTS = TypeAdapter(Script)


def lines_of(block: Block) -> Iterator[Line]:
    """Every line of a block in the order of reading."""
    match block:
        case Heading(text):
            yield Line(text)
        case Paragraph(line):
            yield line
        case Items(lines):
            yield from lines
        case Table(_, rows):
            for row in rows:
                for cell in row:
                    yield from cell
        case Picture(_, text):
            yield Line(text)
