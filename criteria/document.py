"""A file's values, each with its line, checked against what belongs there; whatever is wrong with it becomes faults."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from criteria import model
from criteria.expression import did_you_mean
from criteria.languages import LANGUAGES, Language
from criteria.yaml_file import CASES, UnreadableError, Where, values

__all__ = ["CASES", "OWN", "Document", "Fault", "UnreadableError", "Where", "read"]

OWN = frozenset({"condition.yaml", "questions.yaml", "background.yaml"})
"""A condition's own files; every other one beside them is a study, and in `CASES` are their cases."""
MOST_FAULTS = 200
"""More than these are not told of one file: nobody mends so many at once."""


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
        shown = ".".join(self.shown(where))
        told = f"{shown}: {message}" if shown else message
        found = Fault(self.name, self.line(where), told, warning)
        if len(self.faults) < MOST_FAULTS and found not in self.faults:
            self.faults.append(found)

    def line(self, where: Where) -> int:
        """The line of a place, or of the nearest place above it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def shown(self, where: Where) -> list[str]:
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
            told = Counter(error["loc"][:length] for error in found for length in range(len(error["loc"]) + 1))
            for error in found:
                if len(self.faults) >= MOST_FAULTS:
                    break
                others_within = told[error["loc"]] > 1
                if not (error["type"] == "too_short" and others_within):
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
    """Read one file, which a stranger may have written; raises UnreadableError."""
    return Document(name, *values(path))


def _fields_of(kind: type[BaseModel]) -> set[str]:
    return {info.alias or name for name, info in kind.model_fields.items() if name != "root"}


_FIELDS = sorted(
    {
        name
        for kind in vars(model).values()
        if isinstance(kind, type) and issubclass(kind, BaseModel)
        for name in _fields_of(kind)
    }
)
_PLACES = {
    "condition.yaml": _fields_of(model.Condition),
    "a section of the `order`": _fields_of(model.Section),
    "a question": _fields_of(model.Question),
    "`number`": _fields_of(model.Number),
    "the words of an answer": {"say"},
    "a study": _fields_of(model.Study),
    "`record`": _fields_of(model.Record),
    "a site": _fields_of(model.Site),
    "a criterion": _fields_of(model.Criterion),
    "a case": _fields_of(model.Case),
}
"""Where the fields belong that authors write most, in words."""
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
            return f"`{last[:60]}` is not known here{_elsewhere(last)}"
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


def _elsewhere(word: str) -> str:
    """Where a field belongs that stands in the wrong place, or which one is meant."""
    if places := [place for place, fields in _PLACES.items() if word in fields]:
        return f"; it belongs to {' or '.join(places)}"
    near = did_you_mean(word, _FIELDS)
    return near if word not in _FIELDS and "did you mean" in near else ": take it out"
