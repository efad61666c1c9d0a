"""A YAML file becomes plain values, each with its line; whatever is wrong with it becomes faults."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from criteria import model
from criteria.expression import did_you_mean
from criteria.languages import LANGUAGES, Language
from criteria.parsing import two_readings

CASES = "cases"
OWN = frozenset({"condition.yaml", "questions.yaml", "background.yaml"})
"""A condition's own files; every other one beside them is a study, and in `CASES` are their cases."""
_PLAIN = frozenset({"str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge"})
LARGEST_FILE = 512 * 1024
DEEPEST = 12
MOST_FAULTS = 200
"""More than these are not told of one file: nobody mends so many at once."""
Part = str | int
Where = tuple[Part, ...]


@dataclass(frozen=True)
class Fault:
    """Something wrong in a definition: where it stands, and what to do about it.

    Sorted, what others may come from is first: a condition's own files, its studies, then their cases.
    """

    file: str
    line: int
    message: str
    warning: bool = False
    """Whether the definition can be served all the same."""

    def __lt__(self, other: "Fault") -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[str, int, str, int, str]:
        folder, _, file = self.file.partition("/")
        rank = 0 if file in OWN else 2 if file.startswith(f"{CASES}/") else 1
        return folder, rank, file, self.line, self.message

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'warning: ' if self.warning else ''}{self.message}"


class UnreadableError(Exception):
    """The file cannot be read as YAML of our kind; holds the one fault."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass
class Document:
    """A file's values, the line of each, and the faults found in it so far."""

    name: str
    value: Any
    lines: Mapping[Where, int]
    faults: list[Fault] = field(default_factory=list)
    languages: tuple[Language, ...] = LANGUAGES
    """What its texts are written in."""
    ready: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The ready wordings that its texts may name."""

    def fault(self, where: Where, message: str, *, warning: bool = False) -> None:
        """Note what is wrong at a place, or at the nearest place above it that exists."""
        shown = ".".join(self._shown(where))
        told = f"{shown}: {message}" if shown else message
        found = Fault(self.name, self.line(where), told, warning)
        if len(self.faults) < MOST_FAULTS and found not in self.faults:
            self.faults.append(found)

    def line(self, where: Where) -> int:
        """The line of a place, or of the nearest place above it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def _shown(self, where: Where) -> list[str]:
        """The place in words: a member of a list by its id where it has one, else by its number."""
        shown, value = [], self.value
        for part in where:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                value = None
            if isinstance(part, str):
                shown.append(part)
                continue
            named = value.get("id") if isinstance(value, dict) else None
            kind = "number" if shown else "case"  # the only file that is a list holds cases
            shown.append(named if isinstance(named, str) else f"{kind} {part + 1}")
        return shown

    def check(self, kind: Any, where: Where, value: object) -> Any | None:  # noqa: ANN401 - pydantic's own
        """The value as `kind`, or None with its faults noted."""
        try:
            return TypeAdapter(kind).validate_python(value, context={"languages": self.languages, "ready": self.ready})
        except ValidationError as errors:
            found = errors.errors(include_url=False)
            for error in found:
                within = any(other["loc"][: len(error["loc"])] == error["loc"] for other in found if other is not error)
                if not (error["type"] == "too_short" and within):
                    self._note(error, where)
            return None

    def _note(self, error: ErrorDetails, where: Where) -> None:
        place, missing = where, error["type"] == "missing"
        for part in error["loc"]:
            if (*place, part) in self.lines:
                place = (*place, part)
        last = str(error["loc"][-1]) if error["loc"] else ""
        self.fault(place[:-1] if missing and place and place[-1] == last else place, _in_plain_words(error, last))


def read(path: Path, name: str) -> Document:
    """Read one file; raises UnreadableError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(1, f"the file cannot be read: {error.strerror}") from None
    if len(data) > LARGEST_FILE:
        raise UnreadableError(1, f"the file has {len(data)} bytes; at most {LARGEST_FILE} are read")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableError(line, "the file is not UTF-8: save it with the encoding UTF-8") from None
    lines: dict[Where, int] = {}
    return Document(name, _value(_root(text), (), lines, set()), lines)


def _root(text: str) -> Node:
    try:
        root: Node | None = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(mark.line + 1 if mark else 1, _not_yaml(error.problem or error.context or "")) from None
    except RecursionError:
        raise UnreadableError(1, f"the file is nested more than {DEEPEST} deep") from None
    except (YAMLError, ValueError) as error:
        raise UnreadableError(1, f"this is not YAML ({str(error).splitlines()[0][:80]})") from None
    if root is None:
        raise UnreadableError(1, "the file is empty")
    return root


def _not_yaml(problem: str) -> str:
    """What the library found, in words that can be acted on."""
    if r"'\t'" in problem:
        return "a tab stands here: use blanks to indent a line"
    if "mapping values are not allowed" in problem:
        return "a second colon stands here: put a text that holds a colon in quotes"
    if "another document" in problem:
        return "`---` begins a second document here: take it out"
    told = " ".join(problem.split()) or "unexpected text"
    return f"this is not YAML ({told}): look for a missing quote, bracket or colon here or just above"


def _value(node: Node, where: Where, lines: dict[Where, int], seen: set[int]) -> object:
    line = node.start_mark.line + 1
    if id(node) in seen or node.anchor:
        raise UnreadableError(line, "anchors (&) and aliases (*) are not read: write the text out")
    if len(where) > DEEPEST:
        raise UnreadableError(line, f"the file is nested more than {DEEPEST} deep")
    if node.tag and str(node.tag).removeprefix("tag:yaml.org,2002:") not in _PLAIN:
        raise UnreadableError(line, "tags (!) are not read: write plain text")
    seen.add(id(node))
    lines[where] = line
    match node:
        case ScalarNode():
            scalar = _scalar(node)
            if isinstance(scalar, float) and (unclear := two_readings(node.value)):
                raise UnreadableError(line, unclear)
            return scalar
        case SequenceNode():
            return [_value(item, (*where, at), lines, seen) for at, item in enumerate(node.value)]
        case MappingNode():
            found: dict[str, object] = {}
            for key, item in node.value:
                if not isinstance(key, ScalarNode):
                    raise UnreadableError(key.start_mark.line + 1, "a name belongs before the colon")
                if key.value in found:
                    raise UnreadableError(key.start_mark.line + 1, f"`{key.value[:60]}` stands here twice: keep one")
                found[key.value] = _value(item, (*where, key.value), lines, seen)
                lines[(*where, key.value)] = key.start_mark.line + 1
            return found
        case _:
            raise UnreadableError(line, "this cannot be read")


def _scalar(node: ScalarNode) -> object:
    """YAML 1.2: `yes` and dates stay text; numbers that are no plain numbers stay text, too."""
    text = node.value
    kind = str(node.tag).rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind in {"int", "float"}:
        try:
            number = float(text) if kind == "float" else int(text)
            return number if math.isfinite(number) else text
        except (ValueError, OverflowError):
            return text
    return text


_FIELDS = sorted(
    {
        info.alias or name
        for kind in vars(model).values()
        if isinstance(kind, type) and issubclass(kind, BaseModel)
        for name, info in kind.model_fields.items()
        if name != "root"
    }
)
_WORDS = {
    "string_type": "a text in quotes belongs here",
    "dict_type": "a group of `name: value` lines belongs here",
    "tuple_type": "a list belongs here, like [a, b]",
    "list_type": "a list belongs here, like [a, b]",
    "bool_type": "true or false belongs here",
    "float_type": "a number belongs here",
    "float_parsing": "a number belongs here",
    "string_too_short": "the text is empty",
    "date_type": "a date belongs here, like 2026-01-30",
    "date_from_datetime_parsing": "a date belongs here, like 2026-01-30",
}


def _in_plain_words(error: ErrorDetails, last: str) -> str:
    """What a coordinator can act on."""
    context: Mapping[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"`{last}` is missing"
        case "extra_forbidden" if last.isdigit():
            return f"`{last[:60]}` stands here alone: is it part of a number with a comma? Write 0.5, not 0,5"
        case "extra_forbidden":
            return f"`{last[:60]}` is not known here{did_you_mean(last, _FIELDS) if _near(last) else ': take it out'}"
        case "value_error":
            return str(context["error"])
        case "model_type" | "model_attributes_type":
            return _WORDS["dict_type"]
        case "literal_error":
            expected = context["expected"].replace("'", "`")
            return "`true` belongs here" if expected == "True" else f"one of {expected} belongs here"
        case "too_short":
            return f"the list is too short: at least {context['min_length']} belong into it"
        case "too_long":
            return f"the list is too long: at most {context['max_length']} may stand in it"
        case "string_too_long":
            return f"the text is too long: at most {context['max_length']} characters fit"
        case "less_than_equal":
            return f"at most {context['le']:.10g} belongs here{': 30 % is 0.3' if context['le'] == 1 else ''}"
        case "greater_than_equal" | "greater_than":
            return f"{'at least' if 'ge' in context else 'more than'} {context.get('ge', context.get('gt')):.10g} belongs here"
        case kind:
            return _WORDS.get(kind) or error["msg"][0].lower() + error["msg"][1:]


def _near(word: str) -> bool:
    return "did you mean" in did_you_mean(word, _FIELDS)
