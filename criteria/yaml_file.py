"""One YAML file of our kind, which a stranger may have written: its bytes, its values, and the line of each.

Nothing is waited for or read without an end, and depth and number of values are limited while they are read.
"""

import math
import os
import stat
import unicodedata
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from criteria.parsing import two_readings

CASES = "cases"
_PLAIN = frozenset({"str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge"})
LARGEST_FILE = 512 * 1024
"""Bytes; any such file is judged in about a second (`tests/bench_definitions.py`)."""
DEEPEST = 12
MOST_VALUES = 10_000
"""Texts, numbers, lists and groups in one file; the shipped ones have a tenth of it."""
_ANCHORS = "anchors (&) and aliases (*) are not read: write the text out"
Part = str | int
Where = tuple[Part, ...]


class UnreadableError(Exception):
    """The file cannot be read as YAML of our kind; holds the one fault."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def values(path: Path) -> tuple[object, dict[Where, int]]:
    """What a file holds, and the line of each value; raises UnreadableError."""
    data = _bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableError(line, "the file is not UTF-8: save it with the encoding UTF-8") from None
    if hidden := hidden_sign(text):
        raise UnreadableError(text[: text.index(hidden)].count("\n") + 1, told_of_hidden(hidden))
    lines: dict[Where, int] = {}
    return _value(_root(text), (), lines, set()), lines


def _bytes(path: Path) -> bytes:
    """What stands in a regular file of the folder; nothing else is opened, or waited for, or read without an end."""
    folder = path.parent.parent if path.parent.name == CASES else path.parent
    try:
        if not path.resolve(strict=True).is_relative_to(folder.resolve(strict=True)):
            raise UnreadableError(1, "this leads out of the folder: put the file itself here")
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123 - it is open already
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise UnreadableError(1, "this is no regular file")
            data = file.read(LARGEST_FILE + 1)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        told = getattr(error, "strerror", None) or "it leads to itself"
        raise UnreadableError(1, f"the file cannot be read: {told}") from None
    if len(data) > LARGEST_FILE:
        raise UnreadableError(1, f"the file has {max(len(data), found.st_size)} bytes; at most {LARGEST_FILE} are read")
    return data


class _Bounded(Composer):
    """Composes no more, and no deeper, than a definition can be."""

    _depth = 0
    _values = 0

    def compose_node(self, parent: Any, index: Any) -> Any:  # noqa: ANN401 - the library's own
        """Compose one value."""
        self._depth += 1
        self._values += 1
        event = self.parser.peek_event()
        line = event.start_mark.line + 1
        if getattr(event, "anchor", None):
            raise UnreadableError(line, _ANCHORS)
        if self._depth > DEEPEST + 2:
            raise UnreadableError(line, f"the file is nested more than {DEEPEST} deep")
        if self._values > MOST_VALUES:
            raise UnreadableError(line, f"the file holds more than {MOST_VALUES} values: divide it")
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def _root(text: str) -> Node:
    reader = YAML(typ="safe", pure=True)
    reader.Composer = _Bounded
    try:
        root: Node | None = reader.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(mark.line + 1 if mark else 1, _not_yaml(error.problem or error.context or "")) from None
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
            if hidden := hidden_sign(node.value):  # written as an escape, like "\\u202e"
                raise UnreadableError(line, told_of_hidden(hidden))
            scalar = _scalar(node)
            if isinstance(scalar, float) and (unclear := two_readings(node.value)):
                raise UnreadableError(line, unclear)
            return scalar
        case SequenceNode():
            return [_value(item, (*where, at), lines, seen) for at, item in enumerate(node.value)]
        case MappingNode():
            found: dict[str, object] = {}
            for key, item in node.value:
                if not isinstance(key, ScalarNode) or hidden_sign(key.value):
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


def hidden_sign(text: str) -> str | None:
    """The first character that shows nothing and changes what is read: a control of direction or form, a tag, a joiner.

    By Unicode's general categories: other format (Cf), control (Cc; those of ASCII are refused elsewhere), line and
    paragraph separators, private use, and halves of pairs.
    """
    if text.isascii():
        return None
    return next((sign for sign in text if sign >= "\x7f" and unicodedata.category(sign) in _HIDDEN), None)


def told_of_hidden(sign: str) -> str:
    """What to do about it."""
    name = unicodedata.name(sign, "a control character").lower()
    return f"a character that cannot be seen stands here (U+{ord(sign):04X}, {name}): take it out"


_HIDDEN = frozenset({"Cf", "Cc", "Co", "Cs", "Zl", "Zp"})
