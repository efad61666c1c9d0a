"""Conditions of any size for benchmarks: studies that share most facts and differ in their limits."""

import json
from pathlib import Path
from typing import Any

SHARED = 14
OWN = 6
"""Facts that all studies ask about, and facts of each study's own."""


def write_condition(folder: Path, studies: int) -> Path:
    """Write a condition with so many studies into a sub-folder; JSON is YAML, too."""
    place = folder / f"generated_{studies}"
    place.mkdir(parents=True)
    shared = [f"shared_{at}" for at in range(SHARED)]
    own = {study: [f"own_{study}_{at}" for at in range(OWN)] for study in range(studies)}
    everything = [*shared, *(name for names in own.values() for name in names)]
    questions = {name: _question(at, name) for at, name in enumerate(everything)}
    condition = {
        "title": _text("Generated"),
        "about": _text("Studies made for a benchmark"),
        "order": [{"section": _text("All"), "questions": everything}],
    }
    _write(place / "condition.yaml", condition)
    _write(place / "questions.yaml", questions)
    for study in range(studies):
        _write(place / f"STUDY-{study:03}.yaml", _study(study, [*shared, *own[study]], questions))
    return place


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")


def _text(words: str) -> dict[str, str]:
    return {"en": words, "es": words}


def _question(at: int, name: str) -> dict[str, Any]:
    asked: dict[str, Any] = {"ask": _text(f"What about {name}?"), "help": _text(f"Help with {name}.")}
    if at % 3 == 0:
        return asked | {"number": {"unit": "months_ago", "from": 0, "to": 600}, "never": _text("Never")}
    if at % 3 == 1:
        return asked | {"options": {key: _text(key) for key in ("first", "second", "third")}}
    return asked | {"yes_no": True}


def _study(study: int, names: list[str], questions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    criteria = []
    for at, name in enumerate(names, 1):
        question = questions[name]
        rule = {"needs": name}
        if "number" in question:
            rule = {"needs": f"{name} < {3 + 3 * (study % 4)}"}
        elif "options" in question:
            rule = {"excludes": f"{name} == third", "confirm": f"{name} == second"}
        criteria.append({"id": f"about_{name}", "from": f"inclusion {at}", "label": _text(f"About {name}"), **rule})
    return {
        "id": f"STUDY-{study:03}",
        "title": _text(f"Study {study}"),
        "summary": _text("Made for a benchmark."),
        "record": {
            "registry": "None",
            "url": "https://example.org/",
            "as_of": "2026-01-01",
            "status": _text("None"),
            "inclusion": [str(at) for at in range(1, len(names) + 1)],
            "exclusion": [],
        },
        "recruiting": {"status": "closed"},
        "approval": None,
        "sites": [{"place": _text("Here"), "country": _text("There"), "unit": _text("Unit"), "contact": _text("None")}],
        "criteria": criteria,
    }
