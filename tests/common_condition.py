"""A condition that takes every common question, a few to a study, with rules that follow from the questions themselves."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from criteria import model
from criteria.common_questions import CommonQuestion, common_questions
from criteria.condition import ConditionId

A_STUDY = 15
"""Questions of one study: their answers fit into a ticket."""
TEXT = {"en": "A text", "es": "Un texto"}

CONDITION = ConditionId("common")


def write_condition(folder: Path) -> Path:
    """Write the condition and its studies; where it stands."""
    place = folder / CONDITION
    taken = _write_questions(place, common_questions().values())
    for number, start in enumerate(range(0, len(taken), A_STUDY), 1):
        some = taken[start : start + A_STUDY]
        _write(place / f"TAKEN-{number}.yaml", _study(f"TAKEN-{number}", [_rule(one) for one in some]))
    return place


def write_rules(folder: Path, rules: Sequence[dict[str, str]]) -> Path:
    """Write a condition with one study of these rules, which name common questions; where it stands."""
    named = {word for rule in rules for text in rule.values() for word in re.findall("[a-z_0-9]+", text)}
    place = folder / "rules"
    _write_questions(place, [one for name, one in common_questions().items() if name in named])
    _write(place / "RULES-1.yaml", _study("RULES-1", rules))
    return place


def _write_questions(place: Path, common: Iterable[CommonQuestion]) -> list[CommonQuestion]:
    """The files of a condition without its studies; the questions in the order of asking."""
    place.mkdir()
    taken = sorted(common, key=lambda one: one.question.sensitive)  # private questions come last
    sections = sorted({one.entry.section for one in taken}, key=lambda one: one == "health_in_general")
    order = [
        {"section": section, "questions": [one.name for one in taken if one.entry.section == section]}
        for section in sections
    ]
    _write(place / "condition.yaml", {"title": TEXT, "about": TEXT, "order": order})
    (place / "questions.yaml").write_text("\n".join(one.written(one.name) for one in taken), encoding="utf-8")
    return taken


def _study(study: str, rules: Sequence[dict[str, str]]) -> dict[str, Any]:
    record = {
        "registry": "Example Registry",
        "url": "https://example.org/",
        "as_of": "2031-03-03",
        "status": "recruiting",
        "inclusion": [str(at) for at, _ in enumerate(rules, 1)],
        "exclusion": [],
    }
    return {
        "id": study,
        "title": TEXT,
        "summary": TEXT,
        "record": record,
        "recruiting": {"status": "unknown"},
        "approval": None,
        "criteria": [
            {"id": f"rule_{at}", "from": f"inclusion {at}", "label": TEXT, **rule} for at, rule in enumerate(rules, 1)
        ],
    }


def _rule(one: CommonQuestion) -> dict[str, str]:
    """A rule that every answer's group matters to: the outer edges of what the author expects, or the last option."""
    if one.question.options:
        return {"excludes": f"{one.name} == {list(one.question.options)[-1]}"}
    if one.question.yes_no:
        return {"excludes": one.name}
    edges = sorted(set(_edges(one.question)))
    return {"needs": f"{edges[0]:g} <= {one.name} <= {edges[-1]:g}" if edges[1:] else f"{one.name} >= {edges[0]:g}"}


def _edges(question: model.Question) -> Iterator[float]:
    for stretch in question.expect or {}:
        yield from map(float, re.findall(r"[0-9]+(?:\.[0-9]+)?", stretch))


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
