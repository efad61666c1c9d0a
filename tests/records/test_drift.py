"""Drift: each change of a record is named with its item and the criteria that it touches; a change of format is none."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from invented import NUMBER, api_v2, classic, markdown, record, wrapped

from bot.records.drift import Drift, drift
from bot.records.folder import write
from criteria import model
from criteria.catalogue import load

INCLUSION = [
    "Knee pain on most days of the last 3 months. It was told by a physician.",
    "Kellgren-Lawrence grade of 2 or 3 in an X-ray of the last 12 months",
    "Walks at least 100 m without help",
    "Written informed consent before any procedure of the study",
    'Answers "yes" to the first question of the pain scale',
]
EXCLUSION = [
    "Injection into the knee within the last 6 months; surgery of the knee at any time",
    "Creatinine >= 1.5 mg/dL or platelets < 100,000/mm3",
    "Pregnant or breastfeeding women",
    "Diabetes that is not under control",
    "Any condition that the investigator judges unsafe",
]
Lists = tuple[list[str], list[str]]


@pytest.fixture(scope="module")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> model.Study:
    folder = tmp_path_factory.mktemp("drift")
    write(record(api_v2(markdown(INCLUSION, EXCLUSION))), folder)
    (condition,) = load(folder).conditions.values()
    (study,) = condition.studies.values()
    return study.text


def against(study: model.Study, lists: Lists, **fields: Any) -> Drift:
    return drift(study, record(api_v2(markdown(*lists), **fields)))


def words(chance: random.Random, item: str) -> tuple[list[str], int]:
    parts = item.split()
    return parts, chance.randrange(len(parts))


def other_number(chance: random.Random, item: str) -> str:
    digits = [at for at, one in enumerate(item) if one.isdigit()]
    if not digits:
        return f"{item} {chance.randint(2, 9)}"
    at = chance.choice(digits)
    return f"{item[:at]}{(int(item[at]) + chance.randint(1, 9)) % 10}{item[at + 1 :]}"


def word_gone(chance: random.Random, item: str) -> str:
    parts, at = words(chance, item)
    return " ".join(parts[:at] + parts[at + 1 :])


def word_new(chance: random.Random, item: str) -> str:
    parts, at = words(chance, item)
    return " ".join([*parts[:at], "not", *parts[at:]])


def sentence_new(_chance: random.Random, item: str) -> str:
    return f"{item.rstrip('.')}. Except after a stroke."


WAYS: list[Callable[[random.Random, str], str]] = [other_number, word_gone, word_new, sentence_new]


def test_each_of_200_changes_is_named_at_its_item(encoded: model.Study) -> None:
    for seed in range(200):
        chance = random.Random(seed)
        lists: Lists = (list(INCLUSION), list(EXCLUSION))
        kind = chance.randrange(2)
        at = chance.randrange(len(lists[kind]))
        item = f"{('inclusion', 'exclusion')[kind]} {at + 1}"
        cited = f"{item.replace(' ', '_')}"
        way = seed % 6
        if way == 4:
            del lists[kind][at]
        elif way == 5:
            lists[kind].insert(at, f"A wholly new point, number {chance.randint(20, 99)}, about something else")
        else:
            lists[kind][at] = WAYS[way](chance, lists[kind][at])
        found = against(encoded, lists)
        assert found.changes, (seed, lists[kind])
        assert {one.where for one in found.changes} == {item}, (seed, found)
        if way != 5 and any(one.what != "new" for one in found.changes):
            assert {name for one in found.changes for name in one.criteria} == {cited}


def in_other_signs(text: str) -> str:
    for old, new in ((">=", "≥"), ("< ", "<"), ('"', "”"), ("-", "–"), ("mm3", "mm³")):
        text = text.replace(old, new)
    return text


def formats(seed: int) -> Any:
    """The same record in another format."""
    chance = random.Random(seed)
    lists = (list(INCLUSION), list(EXCLUSION))
    if chance.random() < 0.5:
        lists = tuple([in_other_signs(one) for one in side] for side in lists)  # type: ignore[assignment]
    if chance.random() < 0.5:
        lists = tuple([one if one.endswith(".") else f"{one}{chance.choice('.;')}" for one in side] for side in lists)  # type: ignore[assignment]
    if seed % 3 == 0:
        return classic(wrapped(*lists))
    text = markdown(*lists, chance.choice("*-1"))
    if chance.random() < 0.5:
        text = text.replace("\n", "\r\n")
    if chance.random() < 0.5:
        text = text.replace("Inclusion Criteria:", "INCLUSION CRITERIA").replace("\n* ", "\n\n*   ")
    return api_v2(text)


def test_none_of_50_changes_of_format_is_told(encoded: model.Study) -> None:
    for seed in range(50):
        assert drift(encoded, record(formats(seed))).changes == (), seed


def test_two_items_that_became_one_are_a_change_of_format(encoded: model.Study) -> None:
    joined = ([f"{INCLUSION[0]} {INCLUSION[1]}", *INCLUSION[2:]], list(EXCLUSION))
    assert against(encoded, joined).changes == ()


def test_status_version_ages_and_sites_are_told(encoded: model.Study) -> None:
    newer = api_v2(markdown(INCLUSION, EXCLUSION), status="COMPLETED", minimumAge="21 Years", sex="FEMALE")
    protocol = newer["protocolSection"]
    protocol["statusModule"]["lastUpdatePostDateStruct"]["date"] = "2031-05-01"
    protocol["statusModule"]["completionDateStruct"]["date"] = "2032-06"
    protocol["contactsLocationsModule"]["locations"][0]["status"] = "COMPLETED"
    found = drift(encoded, record(newer))
    assert [(one.what, one.where, one.before, one.after) for one in found.changes] == [
        ("status", "record", "Recruiting", "Completed"),
        ("version", "record", "2031-03-03", "2031-05-01"),
        ("header", "minimum age", "18 Years", "21 Years"),
        ("header", "sex", "all", "female"),
        ("header", "completion", "2032-01", "2032-06"),
        ("site", "Example Hospital", "open", "ended"),
    ]
    assert found.changes[2].criteria == ("age",)
    assert found.closes == "ended"


def test_a_record_never_opens_a_study(encoded: model.Study) -> None:
    shut = encoded.model_copy(update={"recruiting": model.Recruiting(status="closed")})
    for status in ("RECRUITING", "SUSPENDED", "UNKNOWN"):
        assert against(shut, (INCLUSION, EXCLUSION), status=status).closes == ""


def test_what_the_file_does_not_hold_is_told_as_not_compared(encoded: model.Study) -> None:
    numbers = encoded.record.model_copy(
        update={"inclusion": ("1", "2", "3", "4", "5"), "exclusion": ("1",), "header": None, "headings": {}}
    )
    found = against(encoded.model_copy(update={"record": numbers}), (INCLUSION, EXCLUSION))
    assert found.changes == ()
    assert len(found.silent) == 2


def test_the_command_ends_with_1_if_anything_has_changed_and_closes_only_if_told(tmp_path: Path) -> None:
    first = api_v2(markdown(INCLUSION, EXCLUSION))
    write(record(first), tmp_path / "drafts")
    file = tmp_path / "newer.json"
    file.write_text(json.dumps(first), encoding="utf-8")
    options = ("--criteria", str(tmp_path / "drafts"))
    same = run("drift", NUMBER, str(file), *options, cwd=tmp_path)
    assert (same.returncode, same.stdout.strip()) == (0, f"{NUMBER}: nothing has changed.")
    changed = api_v2(
        markdown([*INCLUSION[:2], "Walks at least 200 m without help", *INCLUSION[3:]], EXCLUSION), status="COMPLETED"
    )
    file.write_text(json.dumps(changed), encoding="utf-8")
    found = run("drift", NUMBER, str(file), *options, "--json", cwd=tmp_path)
    assert found.returncode == 1
    told = json.loads(found.stdout)
    assert [one["what"] for one in told["changes"]] == ["status", "changed"]
    assert told["changes"][1]["criteria"] == ["inclusion_3"]
    study = next((tmp_path / "drafts").glob(f"*/{NUMBER}.yaml"))
    before = study.read_text(encoding="utf-8")
    assert run("drift", NUMBER, str(file), *options, "--close", cwd=tmp_path).returncode == 1
    assert study.read_text(encoding="utf-8") == before.replace("{status: open,", "{status: ended,")


def test_what_a_pasted_text_leaves_out_is_no_change(encoded: model.Study) -> None:
    pasted = record(f"{NUMBER}\nSex: All\n{wrapped(INCLUSION, EXCLUSION)}")
    assert drift(encoded, pasted) == Drift(())


def test_a_newer_text_that_recruits_closes_nothing_that_was_opened_by_hand(encoded: model.Study) -> None:
    pending = encoded.record.model_copy(
        update={"status": model.Text({"en": "Not yet recruiting", "es": "Aún no recluta"})}
    )
    opened = encoded.model_copy(update={"record": pending})
    assert against(opened, (INCLUSION, EXCLUSION), status="NOT_YET_RECRUITING").closes == ""
