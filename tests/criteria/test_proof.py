"""What the cases show of the rules, what they leave open, and the people who are proposed for it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from command_line import run
from ruamel.yaml import YAML

from bot.commands.check import checked
from criteria.catalogue import load
from criteria.condition import ConditionId
from criteria.proof.proof import Proof, proofs
from criteria.proof.to_fill_in import to_fill_in

KNEE = Path(__file__).parent / "sound" / "knee_pain"


@pytest.fixture
def knee(tmp_path: Path) -> Path:
    return shutil.copytree(KNEE, tmp_path / "knee_pain")


def proof(folder: Path) -> Proof:
    (found,) = proofs(load(folder).conditions[ConditionId("knee_pain")])
    return found


def missing(folder: Path, criterion: str) -> list[str]:
    return [one.told for one in proof(folder).missing if one.criterion == criterion]


def cases(folder: Path) -> Path:
    return folder / "cases" / "NCT00000001.yaml"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def add(folder: Path, answers: str, expect: str) -> None:
    text = cases(folder).read_text(encoding="utf-8")
    entry = f'- case: "One more."\n  answers: {{{answers}}}\n  expect: {{NCT00000001: {expect}}}\n'
    cases(folder).write_text(text + entry, encoding="utf-8")


FITS = "age: 40, pain: one_knee, last_scan: 1, pregnant: false"
LIKELY = "{verdict: likely_eligible, to_confirm: [], decided_by: []}"
OUT = "{verdict: ineligible, to_confirm: [], decided_by: [%s]}"


# Coverage


def test_what_no_case_touches_is_listed(knee: Path) -> None:
    assert [one for one in missing(knee, "recent_scan") if "notices" not in one] == [
        "no case fails it",
        "no case has `last_scan` exactly at 6",
        "no case has `last_scan` just above 6",
    ]
    assert missing(knee, "no_risk") == []
    assert proof(knee).shown("rule") == (5, 8)
    assert proof(knee).shown("limit") == (3, 6)
    assert proof(knee).shown("confirm") == (1, 1)


def test_a_case_on_the_limit_shows_which_end_it_has(knee: Path) -> None:
    assert missing(knee, "adult") == [
        "no case has `age` exactly at 18",
        "no case notices needs: `age > 18` for `age >= 18`",
    ]
    add(knee, FITS.replace("40", "18"), LIKELY)
    assert missing(knee, "adult") == []


def test_a_case_far_from_the_limit_shows_the_side_and_not_the_number(knee: Path) -> None:
    add(knee, FITS.replace("last_scan: 1", "last_scan: 90"), OUT % "recent_scan")
    assert missing(knee, "recent_scan") == [
        "no case has `last_scan` exactly at 6",
        "no case notices needs: `last_scan < 6` for `last_scan <= 6`",
        "no case notices needs: `last_scan <= 5` for `last_scan <= 6`",
        "no case notices needs: `last_scan <= 7` for `last_scan <= 6`",
    ]


def test_a_case_that_is_not_decided_as_it_expects_shows_nothing(knee: Path) -> None:
    before = proof(knee).shown("rule")
    add(knee, FITS.replace("false", "true"), LIKELY)
    assert proof(knee).shown("rule") == before


def test_confirm_and_only_if_are_wanted_both_ways(knee: Path) -> None:
    change(knee / "NCT00000001.yaml", "excludes: pregnant\n", "excludes: pregnant\n    only_if: age < 50\n")
    assert "no case is somebody to whom it does not apply" in missing(knee, "not_pregnant")
    assert "no case is somebody to whom it applies" not in missing(knee, "not_pregnant")
    assert "no case meets it and is left to confirm" not in missing(knee, "knee_pain")
    change(cases(knee), "pain: both_knees", "pain: one_knee")
    change(cases(knee), "to_confirm: [knee_pain, not_pregnant]", "to_confirm: [not_pregnant]")
    assert "no case meets it and is left to confirm" in missing(knee, "knee_pain")


# The people who would show it


def test_somebody_is_named_who_is_like_a_case_but_for_one_answer(knee: Path) -> None:
    change(cases(knee), 'last month."', 'last month."\n  id: fits')
    told = [str(one) for one in proof(knee).people]
    assert told[:2] == ["somebody like `fits` with age: 18", "somebody like `fits` with last_scan: 6"]
    assert all(len(one.change) == 1 for one in proof(knee).people)
    (point,) = [one for one in proof(knee).open if "`age` exactly" in one.message]
    assert str(point) == (
        "knee_pain/NCT00000001.yaml:19: criteria.adult: no case has `age` exactly at 18; no case notices needs: "
        "`age > 18` for `age >= 18` (somebody like `fits` with age: 18)"
    )


def test_proposed_people_count_as_open_until_a_physician_has_filled_them_in(knee: Path) -> None:
    condition = load(knee).conditions[ConditionId("knee_pain")]
    text = to_fill_in(condition, proofs(condition))
    (knee / "cases" / "proposed.yaml").write_text(text, encoding="utf-8")
    found = proof(knee)
    assert len(found.missing) == len(proofs(condition)[0].missing)
    assert found.people == (), "nobody is proposed a second time"
    assert len(found.unfilled) == text.count("- case:") > 3
    assert len([one for one in found.open if "ask a physician" in one.message]) == len(found.unfilled)
    assert checked(knee).passed, "what is open is no fault by itself"


def test_without_any_case_the_first_to_be_proposed_fits_and_the_others_are_like_this_person(knee: Path) -> None:
    cases(knee).write_text("[]", encoding="utf-8")
    condition = load(knee).conditions[ConditionId("knee_pain")]
    text = to_fill_in(condition, proofs(condition))
    first, *others = YAML(typ="safe", pure=True).load(text)
    assert first["case"] == "Somebody who seems to fit NCT00000001 in everything."
    assert first["answers"] == {"age": 30, "pain": "one_knee", "last_scan": 3, "pregnant": False}
    assert "# adult: no case meets it\n" in text.partition("- case:")[0]
    assert {one["like"] for one in others} == {first["id"]}
    assert len(others) > 3
    assert all(one["answers"] and not one["case"].endswith("but: ") for one in others)
    assert not re.search(r"\d\.0\b", text)
    (point,) = [one.message for one in proof(knee).open if "adult: no case meets it" in one.message]
    assert point.endswith("(somebody who fits)")


def test_who_is_there_already_and_expects_too_little_is_told_what_to_add_and_not_proposed_again(knee: Path) -> None:
    change(
        cases(knee),
        "pain: both_knees, last_scan: 1, pregnant: unsure",
        "pain: one_knee, last_scan: 1, pregnant: unsure",
    )
    change(cases(knee), "to_confirm: [knee_pain, not_pregnant]", "to_confirm: [not_pregnant]")
    change(cases(knee), "  answers: {age: 17}", "  id: boy\n  answers: {age: 17, pain: both_knees}")
    told = "the case `boy` is this person: add `to_confirm: […]` to what it expects"
    assert [one for one in map(str, proof(knee).open) if "`confirm` left out" in one and told in one]
    assert not [one for one in proof(knee).people if "both_knees" in one.change.values()]
    done = run("check", str(knee), "--propose", str(knee.parent / "people.yaml"), cwd=knee)
    assert f"Nobody new is needed where {told}." in " ".join(done.stderr.split())
    change(cases(knee), "decided_by: [adult]", "decided_by: [adult], to_confirm: [knee_pain]")
    assert "the case" not in str(proof(knee).open)


def test_without_any_case_somebody_who_fits_is_proposed_first(knee: Path) -> None:
    cases(knee).unlink()
    condition = load(knee).conditions[ConditionId("knee_pain")]
    people = YAML(typ="safe", pure=True).load(to_fill_in(condition, proofs(condition)))
    assert people[0]["id"] == "fits_nct00000001"
    assert people[0]["answers"] == {"age": 30, "pain": "one_knee", "last_scan": 3, "pregnant": False}
    assert all(one["like"] == "fits_nct00000001" for one in people[1:])
    assert all(one["expect"] == {"NCT00000001": None} for one in people)


def test_a_proposed_person_is_told_in_the_words_of_the_question(knee: Path) -> None:
    condition = load(knee).conditions[ConditionId("knee_pain")]
    text = to_fill_in(condition, proofs(condition))
    assert 'Like “Woman of 40 with a sore knee, scanned last month”, but: Which knee hurts? Neither"' in text
    assert 'but: When was your last scan? 6"' in text
    assert 'but: Are you pregnant? yes"' in text


# The command


def test_strict_makes_what_is_open_a_fault(knee: Path) -> None:
    done = run("check", str(knee), cwd=knee)
    assert done.returncode == 0
    assert "knee_pain/NCT00000001.yaml:19: open: criteria.adult: no case has `age` exactly at 18" in done.stdout
    assert "Open: no case shows 5 points." in done.stdout
    done = run("check", str(knee), "--strict", cwd=knee)
    assert done.returncode == 1
    assert "knee_pain/NCT00000001.yaml:19: criteria.adult: no case has `age` exactly at 18" in done.stderr
    assert "5 faults found." in done.stderr
    assert "All is well" not in done.stdout


def test_a_new_study_is_told_the_first_of_many_open_points(knee: Path) -> None:
    cases(knee).unlink()
    done = run("check", str(knee), cwd=knee)
    assert done.stdout.count(": open: ") == len(checked(knee).open) <= 20
    assert "--strict lists them all" not in done.stdout
    add_rules(knee, 12)
    done = run("check", str(knee), cwd=knee)
    left = len(checked(knee).open) - 20
    assert done.stdout.count(": open: ") == 20
    assert f"… and {left} more points that no case shows (--strict lists them all)" in done.stdout


def add_rules(folder: Path, count: int) -> None:
    with (folder / "NCT00000001.yaml").open("a", encoding="utf-8") as file:
        for at in range(count):
            rule = f"  - {{id: more_{at}, from: header, label: {{en: Rule, es: Regla}}, needs: age >= {at + 20}}}\n"
            file.write(rule)


def test_propose_writes_a_file_that_can_be_put_beside_the_cases_and_never_over_another(knee: Path) -> None:
    file = knee.parent / "people.yaml"
    assert run("check", str(knee), "--propose", str(file), cwd=knee).returncode == 0
    first = file.read_text(encoding="utf-8")
    assert run("check", str(knee), "--propose", str(file), cwd=knee).returncode == 1
    assert file.read_text(encoding="utf-8") == first
    shutil.copy(file, knee / "cases" / "people.yaml")
    assert checked(knee).passed
    assert run("check", str(knee), "--strict", cwd=knee).returncode == 1


def test_everything_is_told_to_other_programs_too(knee: Path) -> None:
    found = json.loads(run("check", str(knee), "--json", cwd=knee).stdout)
    assert found["passed"] is True
    assert found["faults"] == []
    assert len(found["open"]) == 5
    study = found["studies"]["NCT00000001"]
    assert study["rule"] == {"shown": 5, "of": 8}
    assert {"kind": "rule", "criterion": "recent_scan", "told": "no case fails it"} in study["missing"]
    assert {"like": "Woman of 40 with a sore knee, scanned last month.", "answers": {"age": 18}} in study["people"]
    assert json.loads(run("check", str(knee), "--json", "--strict", cwd=knee).stdout)["passed"] is False
