"""The wording of a study: all that its participants can read and its rules, by stable names, and one fingerprint of it."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from criteria.condition import Condition, StudyId
from criteria.model import Strict
from criteria.screening import asked_questions

OUTSIDE = {
    "approval": True,
    "recruiting": {"status", "date"},
    "sites": {"__all__": {"phone", "mail", "hours", "recruiting"}},
    "record": {"header", "headings", "sponsor"},
    "decide": True,
    "code": True,
    "faces": True,
}
"""What may change in a study without a new approval: what has a form, so that no persuasion fits in, and what nobody reads."""
SILENT = frozenset({"expect", "say"})
"""Fields that nobody is shown and that decide nothing: estimates, and what people may type."""
RULES = frozenset({"needs", "excludes", "only_if", "confirm", "eased", "when"})
"""Fields in which blanks and line breaks mean nothing."""
FINGERPRINT = 16
"""Hexadecimal digits: 64 bits."""


def wording(condition: Condition, study: StudyId) -> dict[str, str]:
    """Every text of a study in every language, and its rules, each under a name such as `study.criteria.adult.label.en`.

    What belongs to other studies of the condition alone is not in it; nor is what stands in OUTSIDE.
    """
    asked = asked_questions(condition, [study])
    told = _fields(condition.studies[study].text, OUTSIDE)
    parts: dict[str, Any] = {
        "languages": list(condition.text.languages),
        "condition": _fields(condition.text, {"languages": True, "wordings": True, "order": True}),
        "sections": {one.id: one.section.root for one in asked.values()},
        "order": list(asked),
        "questions": {key: _fields(one.text, {"common": True}) for key, one in asked.items()},
        "topics": {key: _fields(topic) for key, topic in condition.topics.items()},
        "topic_order": list(condition.topics),
        "study": told,
    }
    return dict(sorted(pair for key, part in parts.items() for pair in _named(key, part)))


def fingerprint(words: Mapping[str, str]) -> str:
    """The fingerprint of texts by name: the same for the same names and texts, whatever the order."""
    return hashlib.sha256(json.dumps(sorted(words.items()), ensure_ascii=False).encode()).hexdigest()[:FINGERPRINT]


def wording_fingerprint(condition: Condition, study: StudyId) -> str:
    """The one fingerprint of a study's wording in all its languages."""
    return fingerprint(wording(condition, study))


def moved(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What differs between two wordings: by name, what it was and what it is; empty where there was or is nothing."""
    names = dict.fromkeys((*before, *now))
    return {
        name: (before.get(name, ""), now.get(name, "")) for name in names if before.get(name, "") != now.get(name, "")
    }


def _fields(model: Strict, outside: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A model's fields as they are written; those left at their defaults are absent, so that a new one moves nothing."""
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=dict(outside or {}))


def _named(path: str, value: object) -> Iterator[tuple[str, str]]:
    """The leaves of a value, each under its path; members with an id are named by it, and their order stands beside them."""
    match value:
        case None:
            return
        case Mapping():
            for key, member in value.items():
                if key not in SILENT or _holds_ids(path):
                    yield from _named(f"{path}.{key}", member)
            if _ordered(path):
                yield path, ", ".join(value)
        case Sequence() if not isinstance(value, str):
            if all(isinstance(member, Mapping) and "id" in member for member in value):
                yield path, ", ".join(member["id"] for member in value)
                for member in value:
                    yield from _named(f"{path}.{member['id']}", member)
            elif all(isinstance(member, str) for member in value):
                yield path, ", ".join(value)
            else:
                for at, member in enumerate(value, 1):
                    yield from _named(f"{path}.{at}", member)
        case _:
            yield path, " ".join(str(value).split()) if path.rpartition(".")[2] in RULES else str(value)


def _holds_ids(path: str) -> bool:
    """Whether the members of a group are called as an author likes, be it `say`."""
    return path in {"questions", "sections", "topics"} or path.endswith(".options")


def _ordered(path: str) -> bool:
    """Whether the order of a group's members is what people see: the buttons of options."""
    return path.startswith("questions.") and path.endswith(".options")
