"""The guide for authors: its worked example is taken out of the page and must be served as it stands."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from ruamel.yaml import YAML
from studies import GUIDE, write_example

from bot.commands.check import checked
from bot.conversation.cards.context import About, CardContext
from bot.conversation.cards.labels import answer_label
from bot.conversation.wording import Wording
from bot.definitions import served
from bot.faces.web.participant.face import FACE as WEB
from criteria.catalogue import load
from criteria.condition import ConditionId, CriterionId, StudyId
from criteria.expression import UNSURE, QuestionId
from criteria.interview import Interview, Status, decide
from criteria.screening import screening


@pytest.fixture
def example(tmp_path: Path) -> Path:
    write_example(tmp_path)
    return tmp_path


def test_the_worked_example_passes_check_with_no_warning_but_that_its_addresses_are_invented(example: Path) -> None:
    done = run("check", str(example / "asthma"), cwd=example)
    assert done.returncode == 0, done.stderr
    assert "All is well" in done.stdout
    warnings = [line for line in done.stdout.splitlines() if "warning" in line]
    assert len(warnings) == 3
    assert all("looks like a placeholder" in line for line in warnings)


def test_the_answers_of_the_guide_are_decided_as_it_says(example: Path) -> None:
    done = run("evaluate", "answers.yaml", "--criteria", str(example / "asthma"), "--json", cwd=example)
    (decision,) = json.loads(done.stdout).values()
    assert decision["verdict"] is None
    assert f"`The next question would be\n{decision['next']}.`" in GUIDE.read_text(encoding="utf-8")


def test_every_command_of_the_guide_and_the_readme_exists(example: Path) -> None:
    helped = run("--help", cwd=example).stdout
    for page in (GUIDE, GUIDE.parent.parent / "README.md"):
        for command in re.findall(r"python -m bot ([a-z][a-z-]*)", page.read_text(encoding="utf-8")):
            assert f"  {command} " in helped, command


# The recipes: every one is loaded, and the less obvious ones decide as the guide says

TEXT = {"en": "A text", "es": "Un texto"}
PARTS = ("needs", "excludes", "only_if", "confirm", "weaker", "window", "team", "permits")
KINDS = ("needs", "excludes", "team", "permits")


def recipes() -> dict[str, list[dict[str, Any]]]:
    """Each recipe of the guide's tables by what the record says: the criteria that its lines make."""
    page = GUIDE.read_text(encoding="utf-8").partition("### Recipes")[2].partition("**Good to know.**")[0]
    rows = [line.strip("|").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    return {cells[0].strip(): criteria(cells[1]) for cells in rows if "`" in cells[1]}


def criteria(cell: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{}]
    for code in re.findall(r"`([^`]+)`", cell):
        name, _, value = code.partition(": ")
        if name not in PARTS:
            continue
        if name in KINDS and any(kind in found[-1] for kind in KINDS):
            found.append({})
        found[-1][name] = True if value == "true" else value
    return found


def recipe_questions() -> dict[str, dict[str, Any]]:
    """The questions that the recipes use, with texts in place of the guide's "…"."""
    page = GUIDE.read_text(encoding="utf-8").partition("### Recipes")[2]
    intro, _, rest = page.partition("```yaml\n")
    found = {name: {"yes_no": True} for name in re.findall(r"`([a-z_]+)`", intro.partition("are\nquestions")[0])}
    found = {name: kind for name, kind in found.items() if name not in {"ask", "help"}}
    block = YAML(typ="safe", pure=True).load(rest.partition("```")[0].replace("…", "A text"))
    plain: dict[str, dict[str, Any]] = json.loads(json.dumps(found | block, default=str))
    return {name: {"ask": TEXT, "help": TEXT, **one} for name, one in plain.items()}


def write_recipe(folder: Path, rules: list[dict[str, Any]]) -> Path:
    """A condition with one study that follows a recipe, and an age that it asks besides."""
    known = recipe_questions()
    rules = [*rules, *({"team": True} for one in rules if one.get("weaker")), {"needs": "age >= 18"}]
    words = {word for one in rules for rule in one.values() for word in re.findall(r"[a-z_]+", str(rule))}
    asked = {name: question for name, question in known.items() if name in words}
    place = folder / "recipe"
    place.mkdir()
    study = {
        "id": "RECIPE-1",
        "title": TEXT,
        "summary": TEXT,
        "record": {
            "registry": "Example Registry",
            "url": "https://example.org/",
            "as_of": "2031-03-03",
            "status": "recruiting",
            "inclusion": ["1"],
            "exclusion": [],
        },
        "recruiting": {"status": "unknown"},
        "approval": None,
        "criteria": [
            {"id": f"rule_{at}", "from": "inclusion 1", "label": TEXT, **one} for at, one in enumerate(rules, 1)
        ],
    }
    order = [{"section": "to_begin", "questions": list(asked)}]
    for name, value in (
        ("condition", {"title": TEXT, "about": TEXT, "order": order}),
        ("questions", asked),
        ("RECIPE-1", study),
    ):
        (place / f"{name}.yaml").write_text(json.dumps(value), encoding="utf-8")
    return place


def test_the_guide_has_many_recipes() -> None:
    assert len(recipes()) > 30


@pytest.mark.parametrize("says", recipes())
def test_a_recipe_can_be_served(tmp_path: Path, says: str) -> None:
    catalogue = served(write_recipe(tmp_path, recipes()[says]))
    assert [one for one in catalogue.warnings if "label" not in one.message and "placeholder" not in one.message] == []


@pytest.mark.parametrize(
    ("says", "answers", "status"),
    [
        ("Steroids, if taken", {"on_steroids": False}, Status.MET),
        ("Steroids, if taken", {"on_steroids": True, "steroids_stable": False}, Status.NOT_MET),
        ("Steroids, if taken", {"on_steroids": "unsure", "steroids_stable": True}, Status.MET),
        ("Steroids, if taken", {"on_steroids": "unsure", "steroids_stable": False}, Status.TO_CONFIRM),
        ("Prednisone up to 10 mg", {"prednisone": 0}, Status.MET),
        ("Prednisone up to 10 mg", {"prednisone": 10}, Status.MET),
        ("Prednisone up to 10 mg", {"prednisone": 10.5}, Status.NOT_MET),
        ("Antibody or swab", {"antibody": "positive", "antibody_when": 6, "swab": "unsure"}, Status.MET),
        ("Antibody or swab", {"antibody": "positive", "antibody_when": 7, "swab": "unsure"}, Status.TO_CONFIRM),
        ("Antibody or swab", {"antibody": "positive", "antibody_when": 7, "swab": "tested_negative"}, Status.NOT_MET),
        ("Penicillin allergy, unless", {"allergy": True, "allergy_test_clear": True}, Status.MET),
        ("Penicillin allergy, unless", {"allergy": True, "allergy_test_clear": False}, Status.NOT_MET),
        ("Penicillin allergy, unless", {"allergy": True, "allergy_test_clear": "unsure"}, Status.TO_CONFIRM),
        ("Women: after the menopause, or", {"sex": "male"}, Status.MET),
        ("Women: after the menopause, or", {"sex": "female", "after_menopause": True}, Status.MET),
        (
            "Women: after the menopause, or",
            {"sex": "female", "after_menopause": False, "pregnancy_test_clear": False},
            Status.NOT_MET,
        ),
        ("Vaccinated in the calendar year", {"vaccinated": "2023-12-31"}, Status.NOT_MET),
        ("Vaccinated in the calendar year", {"vaccinated": "2024-01-01"}, Status.MET),
        ("Vaccinated in the calendar year", {"vaccinated": "2024-12-31"}, Status.MET),
        ("Vaccinated in the calendar year", {"vaccinated": "2025-01-01"}, Status.NOT_MET),
        ("Vaccinated in the calendar year", {"vaccinated": "never"}, Status.NOT_MET),
        ("Walks at least 300 m", {"walk": 300}, Status.MET),
        ("Walks at least 300 m", {"walk": "cannot_walk"}, Status.NOT_MET),
        ("Last dose 1 to 10 years ago", {"last_dose": 11.9}, Status.NOT_MET),
        ("Last dose 1 to 10 years ago", {"last_dose": 120}, Status.MET),
        ("Infection in the last 4 weeks", {"last_infection": "4 weeks"}, Status.NOT_MET),
        ("Infection in the last 4 weeks", {"last_infection": "5w"}, Status.MET),
        ("No vaccine in the last 14 days", {"vaccine_days": 14, "vaccinated": "2026-01-01"}, Status.NOT_MET),
        ("No vaccine in the last 14 days", {"vaccine_days": 14, "vaccinated": "2025-12-31"}, Status.MET),
        ("No vaccine in the last 14 days", {"vaccine_days": 14}, Status.TO_CONFIRM),
        ("No vaccine in the last 14 days", {"vaccine_days": 15}, Status.MET),
        ("No vaccine in the last 14 days", {"vaccine_days": "never"}, Status.MET),
        ("Calprotectin below 250", {"calprotectin": 249, "calprotectin_when": 8}, Status.MET),
        ("Calprotectin below 250", {"calprotectin": 250, "calprotectin_when": 8}, Status.NOT_MET),
        ("Calprotectin below 250", {"calprotectin": 250, "calprotectin_when": 9}, Status.TO_CONFIRM),
        ("Calprotectin below 250", {"calprotectin_when": "never"}, Status.TO_CONFIRM),
        ("Calprotectin below 250", {"calprotectin": 250}, Status.TO_CONFIRM),
        ("One to three earlier", {"treatments": "four_or_more"}, Status.NOT_MET),
    ],
)
def test_a_recipe_decides_as_the_record_says(
    tmp_path: Path, says: str, answers: dict[str, object], status: Status
) -> None:
    (rules,) = [found for name, found in recipes().items() if name.startswith(says)]
    (condition,) = load(write_recipe(tmp_path, rules)).conditions.values()
    alone = screening(condition)
    given = {
        key: question.answer(question.read(answers[key])) if key in answers else UNSURE
        for key, question in alone.questions.items()
    }
    (study,) = alone.studies.values()
    assert decide(study, given).criteria[CriterionId("rule_1")] is status


@pytest.mark.parametrize(
    ("says", "answers", "next_"),
    [
        ("No vaccine in the last 14 days", {"vaccine_days": 15}, None),
        ("No vaccine in the last 14 days", {"vaccine_days": 14}, "vaccinated"),
        ("Calprotectin below 250", {"calprotectin_when": 9}, None),
        ("Calprotectin below 250", {"calprotectin_when": 8}, "calprotectin"),
    ],
)
def test_the_second_of_two_questions_about_one_fact_is_asked_only_where_it_matters(
    tmp_path: Path, says: str, answers: dict[str, object], next_: str | None
) -> None:
    (rules,) = [found for name, found in recipes().items() if name.startswith(says)]
    (condition,) = load(write_recipe(tmp_path, rules)).conditions.values()
    alone = screening(condition)
    given = {
        QuestionId(key): alone.questions[QuestionId(key)].read(value) for key, value in (("age", 40), *answers.items())
    }
    asked = Interview(alone)
    assert asked.next({key: alone.questions[key].answer(meant) for key, meant in given.items()}) == next_


def test_a_count_reads_on_its_buttons_as_the_guide_says(tmp_path: Path) -> None:
    (says,) = [name for name in recipes() if name.startswith("At least two relapses")]
    (row,) = [line for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {says} |")]
    catalogue = load(write_recipe(tmp_path, recipes()[says]))
    condition = catalogue.conditions[ConditionId("recipe")]
    context = CardContext(catalogue, Wording(WEB.texts), About(WEB))
    relapses = screening(condition).questions[QuestionId("relapses")]
    for answer in relapses.answers:
        assert f'"{answer_label(context, "en", relapses, answer)}"' in row


# A newcomer's second study

NEWCOMER = """\
id: DEMO-2032-01
title: {en: "Medicine L for asthma", es: "Medicamento L para el asma"}
summary: {en: "It is not known whether L helps.", es: "No se sabe si L ayuda."}
record:
  registry: Example Registry
  url: "https://example.org/DEMO-2032-01"
  as_of: "2032-01-15"
  status: not_yet_recruiting
  inclusion: {"1": "Asthma for at least 2 years.", "2": "Age 12 to 70."}
  exclusion: {"1": "Any biologic within 30 days."}
recruiting: {status: closed}
approval: null
criteria:
  - id: two_years
    from: inclusion 1
    label: {en: "Asthma for at least 2 years", es: "Asma desde hace al menos 2 años"}
    needs: asthma_told >= 2 years and asthma_told != never
  - {id: age, from: inclusion 2, label: {en: "12 to 70 years old", es: "Entre 12 y 70 años"}, needs: 12 <= age <= 70}
  - id: no_biologic
    from: exclusion 1
    label: {en: "No biologic in the last 30 days", es: "Ningún biológico en los últimos 30 días"}
    excludes: last_biologic <= 30 days
    later: later_time
"""
NEWCOMER_CASES = """\
- case: "Fits."
  id: fits_l
  answers: {asthma_told: ">=3 years", age: 12..70, last_biologic: ">30 days"}
  expect: {DEMO-2032-01: {verdict: likely_eligible, to_confirm: []}}
- case: "Has no idea of the last biologic."
  like: fits_l
  answers: {last_biologic: unsure}
  expect: {DEMO-2032-01: {verdict: likely_eligible, to_confirm: [no_biologic]}}
- case: "Two weeks ago."
  like: fits_l
  answers: {last_biologic: 2 weeks}
  expect: {DEMO-2032-01: {verdict: ineligible, decided_by: [no_biologic]}}
"""


def test_a_newcomer_adds_a_study_with_other_units_and_limits_and_touches_no_file_that_is_there(example: Path) -> None:
    folder = example / "asthma"
    first = StudyId("DEMO-2031-07")
    before = screening(load(folder).conditions[ConditionId("asthma")], [first])
    (folder / "DEMO-2032-01.yaml").write_text(NEWCOMER, encoding="utf-8")
    (folder / "cases" / "DEMO-2032-01.yaml").write_text(NEWCOMER_CASES, encoding="utf-8")
    found = checked(folder)
    assert [one for one in found.faults if "placeholder" not in one.message] == []
    assert found.cases == 4 + 3
    condition = load(folder).conditions[ConditionId("asthma")]
    after = screening(condition, [first])
    assert after.fingerprint == before.fingerprint
    assert {key: one.answers for key, one in after.questions.items()} == {
        key: one.answers for key, one in before.questions.items()
    }
    second = screening(condition, [StudyId("DEMO-2032-01")])
    assert second.questions[QuestionId("last_biologic")].answers == ("<=30d", ">30d", "never")
    assert screening(condition).questions[QuestionId("last_biologic")].answers == ("<=30d", ">30d..4", ">4", "never")
