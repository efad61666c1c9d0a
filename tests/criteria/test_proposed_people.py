"""The people who are proposed: who fits is ordinary, and filled in they leave nothing open."""

import json
import shutil
from pathlib import Path
from typing import Any

from common_condition import write_rules
from hypothesis import assume, given, settings
from random_conditions import Plan, values
from random_plans import plans
from ruamel.yaml import YAML

from bot.commands.check import checked
from criteria.assembly import Files, assemble
from criteria.case_runs import decided, outcome
from criteria.catalogue import Catalogue, load
from criteria.condition import Condition, ConditionId, StudyId
from criteria.document import Document
from criteria.proof.proof import proofs
from criteria.proof.to_fill_in import to_fill_in
from criteria.verify import verify

KNEE = Path(__file__).parent / "sound" / "knee_pain"


def test_somebody_who_seems_to_fit_is_an_ordinary_person(tmp_path: Path) -> None:
    rules = [
        {"needs": "18 <= age <= 75"},
        {"excludes": "pregnancy == pregnant"},
        {"excludes": "contraception == no_method"},
        {"excludes": "last_surgery <= 8 weeks"},
        {"needs": "platelets >= 100"},
    ]
    (condition,) = load(write_rules(tmp_path, rules)).conditions.values()
    (first, *_) = YAML(typ="safe", pure=True).load(to_fill_in(condition, proofs(condition)))
    assert first["answers"] == {
        "age": 50, "last_surgery": 20, "platelets": 200, "pregnancy": "neither", "contraception": "not_possible",
    }  # fmt: skip


def test_filled_in_by_what_the_record_says_they_leave_nothing_open(tmp_path: Path) -> None:
    knee = shutil.copytree(KNEE, tmp_path / "knee_pain")
    condition = load(knee).conditions[ConditionId("knee_pain")]
    fill(condition, knee / "cases" / "proposed.yaml")
    assert checked(knee).open == ()


def fill(condition: Condition, file: Path) -> None:
    people = YAML(typ="safe", pure=True).load(to_fill_in(condition, proofs(condition)))
    file.write_text(json.dumps(people), encoding="utf-8")
    proposed = [
        case for case in load(file.parent.parent).conditions[condition.id].cases if case.file.endswith(file.name)
    ]
    file.write_text(json.dumps(as_decided(condition, people, proposed)), encoding="utf-8")


def as_decided(condition: Condition, people: list[dict[str, Any]], read: Any) -> list[dict[str, Any]]:
    """The people with what the rules decide written in, as a physician would who agrees with every rule."""
    for person, case in zip(people, read, strict=True):
        for key in person["expect"]:
            found = outcome(decided(condition, StudyId(key), case))
            lists = {"to_confirm": list(found.to_confirm), "decided_by": list(found.decided_by)}
            person["expect"][key] = {"verdict": found.verdict, **lists}
    return people


# Random conditions

FEW = settings(max_examples=30)


@FEW
@given(plans(most_questions=4, most_studies=2))
def test_filled_in_the_proposed_people_tell_every_small_change_apart(plan: Plan) -> None:
    bare = with_cases(plan, [])
    assume(not verify(Catalogue({bare.id: bare})))
    text = to_fill_in(bare, proofs(bare))
    people = YAML(typ="safe", pure=True).load(text) if text else []
    filled = with_cases(plan, as_decided(bare, people, with_cases(plan, people).cases))
    for found in proofs(filled):
        assert found.missing == ()
        assert found.open == ()


def with_cases(plan: Plan, people: list[dict[str, Any]]) -> Condition:
    documents = {name: Document(name, value, {}) for name, value in values(plan).items()}
    studies = {name.removesuffix(".yaml"): one for name, one in documents.items() if name.startswith("NCT")}
    files = Files(
        ConditionId("random"),
        documents["condition.yaml"],
        documents["questions.yaml"],
        None,
        studies,
        [Document("random/cases/people.yaml", people, {})],
    )
    condition = assemble(files, complete=True)
    assert condition is not None, [str(fault) for one in files.all() for fault in one.faults]
    return condition
