"""The JSON Schemas that editors use take every sound file and mark what is misspelt."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from studies import write_example

from criteria.catalogue import SHIPPED
from criteria.document import read
from criteria.schemas import FILES, schema

HERE = Path(__file__).parent
SOUND = [*SHIPPED.rglob("*.yaml"), *(HERE / "sound").rglob("*.yaml")]


def kind(path: Path) -> str:
    return "cases" if path.parent.name == "cases" else path.stem if path.stem in FILES else "study"


def errors(name: str, value: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(value)]


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_a_schema_and_is_written_as_json(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert json.loads(json.dumps(schema(name))) == schema(name)


@pytest.mark.parametrize("path", SOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sound_file_is_taken(path: Path) -> None:
    assert errors(kind(path), read(path, path.name).value) == []


def test_the_guide_s_example_is_taken(tmp_path: Path) -> None:
    for path in write_example(tmp_path).rglob("*.yaml"):
        assert errors(kind(path), read(path, path.name).value) == [], path


STUDY: dict[str, Any] = read(HERE / "sound" / "knee_pain" / "NCT00000001.yaml", "study").value


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("criteria", 0, "need"), "age >= 18"),
        (("criteria", 0, "team"), True),
        (("criteria", 0, "id"), "Adult"),
        (("criteria", 0, "from"), "inclusions 1"),
        (("criteria", 0, "label"), {"en": "A", "xx": "B"}),
        (("recruiting", "status"), "opened"),
        (("recruiting", "date"), 20310101),
        (("record", "complete"), "no"),
        (("record", "inclusion"), {"1": 5}),
    ],
)
def test_a_mistake_is_marked(place: tuple[str | int, ...], value: object) -> None:
    study = deepcopy(STUDY)
    inner: Any = study
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = value
    assert errors("study", study)


def test_a_field_says_what_it_means() -> None:
    person = schema("cases")["$defs"]["Case"]["properties"]
    assert person["like"]["description"] == (
        "The id of a person whose answers this one gives, too, but for those that stand here."
    )
