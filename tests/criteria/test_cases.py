"""Cases and lists of people: one like another, answers as stretches, and what is not as expected."""

import json
import shutil
from pathlib import Path

import pytest

from criteria.case_runs import run_cases
from criteria.catalogue import DefinitionError, load
from criteria.evaluation import PersonEvaluated, evaluated

SOUND = Path(__file__).parent / "sound" / "knee_pain"
STUDY = "NCT00000001"
FITS = "{age: 40, pain: one_knee, last_scan: 3, pregnant: false}"
PEOPLE = f"""\
- case: "Fits."
  id: fits
  answers: {FITS}
  expect: {{{STUDY}: {{verdict: likely_eligible, to_confirm: []}}}}
- case: "Too young."
  id: young
  like: fits
  answers: {{age: "<18"}}
  expect: {{{STUDY}: {{verdict: ineligible, decided_by: [adult]}}}}
- case: "Too young, and has not said which knee."
  like: young
  answers: {{pain: null}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SOUND, tmp_path / "knee_pain")


def people(folder: Path, text: str, study: str | None = None) -> list[PersonEvaluated]:
    file = folder.parent / "people.yaml"
    file.write_text(text, encoding="utf-8")
    found = evaluated(load(folder), file, study)
    assert isinstance(found, list)
    return found


def refused(folder: Path, text: str) -> list[str]:
    with pytest.raises(DefinitionError) as error:
        people(folder, text)
    return [fault.message for fault in error.value.faults]


def test_each_person_of_a_list_is_decided_and_compared_with_what_is_expected(folder: Path) -> None:
    found = [one.as_json() for one in people(folder, PEOPLE)]
    assert [one["as_expected"] for one in found] == [True, True, None]
    assert [one["studies"][STUDY]["verdict"] for one in found] == ["likely_eligible", "ineligible", "ineligible"]
    assert [one["studies"][STUDY]["to_confirm"] for one in found] == [[], [], []]
    assert found[1]["id"] == "young"


def test_a_person_gives_the_answers_of_the_one_that_it_is_like_but_for_its_own(folder: Path) -> None:
    _, young, silent = (one.studies for one in people(folder, PEOPLE))
    (young_decision,), (silent_decision,) = young.values(), silent.values()
    statuses = young_decision.as_json()["criteria"], silent_decision.as_json()["criteria"]
    assert [one["adult"] for one in statuses] == ["not_met", "not_met"]
    assert [one["knee_pain"] for one in statuses] == ["met", "open"]


def test_what_is_not_as_expected_is_told_with_the_line_and_the_person(folder: Path) -> None:
    wrong = people(folder, PEOPLE.replace("decided_by: [adult]", "decided_by: [knee_pain]"))[1]
    (fault,) = wrong.unexpected
    assert fault.line == 5
    assert fault.message == f"{STUDY}: decided_by is [adult], but the case expects [knee_pain] (Too young.)"


def test_one_study_can_be_asked_for_and_the_others_are_not_decided(folder: Path) -> None:
    other = folder / "NCT00000002.yaml"
    other.write_text((folder / f"{STUDY}.yaml").read_text("utf-8").replace(STUDY, "NCT00000002"), "utf-8")
    everyone = people(folder, f'- case: "All."\n  answers: {FITS}\n')
    assert list(everyone[0].studies) == [STUDY, "NCT00000002"]
    assert list(people(folder, f'- case: "One."\n  answers: {FITS}\n', "nct00000002")[0].studies) == ["NCT00000002"]
    assert list(people(folder, PEOPLE)[0].studies) == [STUDY], "who expects something of one study is looked at by it"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("like: fits", "like: fit"), "young.like: no case has the id `fit`; did you mean `fits`?"),
        (("id: young", "id: fits"), "fits.id: the id `fits` stands here a second time: give each case its own"),
        (("  id: fits\n", "  id: fits\n  like: young\n"), "is like this case itself, round about"),
        (("  id: fits\n", "  id: fits\n  like: fits\n"), "is like this case itself, round about"),
        (('age: "<18"', 'age: "<40"'), f"young.answers.age: {STUDY}: the rules cut this stretch of `age` in two"),
        (("age: 40", "age: null"), "`None` is no answer to `age`"),
        (("answers: {pain: null}", "answers: {pane: one_knee}"), "`pane` is no question; did you mean `pain`?"),
        (
            ("  like: fits\n  answers: ", "  likes: fits\n  answers: "),
            "`likes` is not known here; did you mean `like`?",
        ),
        ((f"{STUDY}: {{verdict: inel", "NCT00000009: {verdict: inel"), "`NCT00000009` is no study here"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_mistake_in_a_list_of_people_is_told(folder: Path, change: tuple[str, str], message: str) -> None:
    assert change[0] in PEOPLE
    assert any(message in one for one in refused(folder, PEOPLE.replace(*change, 1)))


def test_a_circle_of_cases_is_refused_and_ends(folder: Path) -> None:
    ring = "".join(f'- {{case: "c", id: c_{at}, like: c_{(at + 1) % 5}, expect: {{}}}}\n' for at in range(5))
    assert len(refused(folder, ring)) == 5


def test_a_case_can_be_like_one_in_another_file(folder: Path) -> None:
    (folder / "cases" / "more.yaml").write_text(
        f'- case: "Fits, too."\n  like: base\n  expect: {{{STUDY}: {{verdict: likely_eligible, to_confirm: []}}}}\n'
        f'- case: "Base."\n  id: base\n  answers: {FITS}\n  expect: {{{STUDY}: {{verdict: likely_eligible}}}}\n',
        encoding="utf-8",
    )
    (condition,) = load(folder).conditions.values()
    assert len(condition.cases) == 5
    assert run_cases(condition) == ()


def test_a_case_that_expects_nothing_is_refused_where_cases_stand(folder: Path) -> None:
    (folder / "cases" / "more.yaml").write_text(f'- case: "Nobody."\n  answers: {FITS}\n', encoding="utf-8")
    with pytest.raises(DefinitionError, match="`expect` is missing"):
        load(folder)


def test_a_list_of_people_can_be_written_as_json(folder: Path) -> None:
    listed = [{"case": f"Person {age}", "answers": {"age": age}} for age in range(10, 30)]
    found = people(folder, json.dumps(listed))
    assert [one.studies[next(iter(one.studies))].as_json()["criteria"]["adult"] for one in found] == [
        "not_met" if age < 18 else "met" for age in range(10, 30)
    ]
