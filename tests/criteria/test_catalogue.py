"""A folder becomes a catalogue: what is read, what is checked together, and what is refused in plain words."""

import json
import shutil
from pathlib import Path

import pytest

from criteria.catalogue import SHIPPED, DefinitionError, load
from criteria.condition import Condition
from criteria.evaluation import evaluated
from criteria.expression import QuestionId
from criteria.question import AnswerError
from criteria.screening import asked_questions, screening

SOUND = Path(__file__).parent / "sound" / "knee_pain"
STUDY, QUESTIONS, CONDITION = "NCT00000001.yaml", "questions.yaml", "condition.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one sound condition in it."""
    shutil.copytree(SOUND, tmp_path / "knee_pain")
    return tmp_path


def another(folder: Path, name: str, study: str) -> None:
    """A second condition, with a study of another id."""
    shutil.copytree(SOUND, folder / name)
    for file in [*(folder / name).glob("*.yaml"), *(folder / name).glob("cases/*.yaml")]:
        file.write_text(file.read_text(encoding="utf-8").replace("NCT00000001", study), encoding="utf-8")
    (folder / name / STUDY).rename(folder / name / f"{study}.yaml")


def only(folder: Path) -> Condition:
    (condition,) = load(folder).conditions.values()
    return condition


# Folders


def test_the_shipped_definitions_are_the_default() -> None:
    assert {key: screening(one).fingerprint for key, one in load().conditions.items()} == {
        key: screening(one).fingerprint for key, one in load(SHIPPED).conditions.items()
    }
    assert "lupus_nephritis" in load().conditions


def test_several_conditions_of_a_folder_are_loaded_each_under_its_folders_name(folder: Path) -> None:
    another(folder, "hip_pain", "NCT00000009")
    shutil.copytree(SHIPPED / "lupus_nephritis", folder / "lupus_nephritis")
    found = load(folder)
    assert list(found.conditions) == ["hip_pain", "knee_pain", "lupus_nephritis"]
    assert [list(condition.studies) for condition in found.conditions.values()] == [
        ["NCT00000009"],
        ["NCT00000001"],
        ["NCT03673748", "NCT03917797"],
    ]


def test_a_folder_that_is_a_condition_itself_is_loaded(folder: Path) -> None:
    assert list(load(folder / "knee_pain").conditions) == ["knee_pain"]


def test_a_relative_folder_is_loaded_under_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "knee_pain")
    assert list(load(Path()).conditions) == ["knee_pain"]


@pytest.mark.parametrize("written", ["NCT00000001", "nct00000001", "Nct00000001"])
def test_a_study_is_found_by_its_id_in_any_case_of_letters(folder: Path, written: str) -> None:
    another(folder, "hip_pain", "NCT00000009")
    found = load(folder).find(written)
    assert found is not None
    assert (found[0].id, found[1].id) == ("knee_pain", "NCT00000001")


@pytest.mark.parametrize("written", ["", "NCT0000000", "NCT00000001 ", "knee_pain"])
def test_what_is_no_id_of_a_study_finds_nothing(folder: Path, written: str) -> None:
    assert load(folder).find(written) is None


def test_ids_that_differ_only_in_the_case_of_letters_are_one_study_too_many(folder: Path) -> None:
    another(folder, "hip_pain", "nct00000001")
    with pytest.raises(DefinitionError, match=r"the study NCT00000001 is also in hip_pain/nct00000001.yaml: keep one"):
        load(folder)


def test_a_folder_without_background_topics_is_loaded(folder: Path) -> None:
    assert only(folder).topics == {}


# The fingerprint


def changed(folder: Path, file: str, old: str, new: str) -> bytes:
    place = folder / "knee_pain" / file
    text = place.read_text(encoding="utf-8")
    assert text.count(old) == 1
    place.write_text(text.replace(old, new), encoding="utf-8")
    return screening(only(folder)).fingerprint


def test_the_fingerprint_is_four_bytes_and_the_same_at_every_start(folder: Path) -> None:
    assert len(screening(only(folder)).fingerprint) == 4
    assert (
        screening(only(folder)).fingerprint == screening(only(folder)).fingerprint == screening(only(SOUND)).fingerprint
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(STUDY, "needs: last_scan <= 6", "needs: last_scan < 6", id="an end"),
        pytest.param(STUDY, "needs: last_scan <= 6", "needs: last_scan <= 7", id="a cut point"),
        pytest.param(STUDY, "needs: pain in [one_knee, both_knees]", "needs: pain == one_knee", id="a rule"),
        pytest.param(STUDY, "excludes: pregnant", "needs: pregnant", id="needs for excludes"),
        pytest.param(STUDY, "excludes: pregnant", "excludes: pregnant\n    only_if: age >= 18", id="a subgroup"),
        pytest.param(STUDY, "    confirm: pain == both_knees\n", "", id="confirm"),
        pytest.param(STUDY, "id: no_risk", "id: no_hazard", id="the id of a criterion"),
        pytest.param(CONDITION, "[age, pain]", "[pain, age]", id="the order"),
        pytest.param(QUESTIONS, "  never: {", "  # never: {", id="never"),
        pytest.param(
            QUESTIONS, "    neither: {", '    toes: {en: "Toes", es: "Dedos"}\n    neither: {', id="a further option"
        ),
    ],
)
def test_the_fingerprint_changes_with_rules_order_and_answers(folder: Path, file: str, old: str, new: str) -> None:
    before = screening(only(folder)).fingerprint
    assert changed(folder, file, old, new) != before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(QUESTIONS, 'en: "How old are you?"', 'en: "What is your age?"', id="a question's text"),
        pytest.param(QUESTIONS, 'es: "Las dos"', 'es: "Ambas"', id="an option's text"),
        pytest.param(QUESTIONS, '">=18": 0.8, unsure: 0.1', '">=18": 0.85, unsure: 0.05', id="estimates"),
        pytest.param(QUESTIONS, "sensitive: false", "sensitive: true", id="sensitive"),
        pytest.param(STUDY, 'en: "18 years or older"', 'en: "An adult"', id="a label"),
        pytest.param(STUDY, "{status: open}", "{status: paused}", id="recruiting"),
        pytest.param(STUDY, 'en: "See the registry"', 'en: "Call us"', id="a contact"),
        pytest.param(STUDY, 'as_of: "2026-01-30"', 'as_of: "2026-03-01"', id="the record's date"),
        pytest.param(STUDY, "approval: null", "approval: {committee: {en: C, es: C}, reference: '1', date: 2026-01-01, fingerprint: 0123456789abcdef}", id="the approval"),
        pytest.param(STUDY, "team: true", "team: true\n    later: {en: Later, es: Luego}", id="what time may change"),
        pytest.param(CONDITION, 'en: "Your knee"', 'en: "Knees"', id="a section's title"),
        pytest.param(STUDY, "needs: age >= 18", "needs: (18 <= age)", id="other words for a rule"),
    ],
)  # fmt: skip
def test_the_fingerprint_stays_when_only_texts_status_or_contacts_change(
    folder: Path, file: str, old: str, new: str
) -> None:
    before = screening(only(folder)).fingerprint
    assert changed(folder, file, old, new) == before


def test_a_change_in_one_condition_leaves_the_others_fingerprint_alone(folder: Path) -> None:
    another(folder, "hip_pain", "NCT00000009")
    before = {str(key): screening(condition).fingerprint for key, condition in load(folder).conditions.items()}
    place = folder / "hip_pain" / CONDITION
    place.write_text(place.read_text(encoding="utf-8").replace("[age, pain]", "[pain, age]"), encoding="utf-8")
    after = {str(key): screening(condition).fingerprint for key, condition in load(folder).conditions.items()}
    assert after["knee_pain"] == before["knee_pain"]
    assert after["hip_pain"] != before["hip_pain"]


# Answers from a file


@pytest.mark.parametrize(
    ("question", "value", "answer"),
    [
        ("age", 34, ">=18"), ("age", 17.0, "<18"), ("age", "<18", "<18"), ("age", "unsure", "unsure"),
        ("age", 0, "<18"), ("age", 120, ">=18"), ("age", "34", ">=18"), ("age", "18..75", ">=18"),
        ("last_scan", 6, "<=6"), ("last_scan", 6.01, ">6"), ("last_scan", "never", "never"),
        ("pain", "one_knee", "one_knee"), ("pain", "unsure", "unsure"),
        ("pregnant", True, "yes"), ("pregnant", False, "no"), ("pregnant", "yes", "yes"), ("pregnant", "no", "no"),
    ],
)  # fmt: skip
def test_a_value_from_a_file_is_read_as_the_answer_it_means(question: str, value: object, answer: str) -> None:
    asked = asked_questions(only(SOUND))[QuestionId(question)]
    assert asked.answer(asked.read(value)) == answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("age", 121), ("age", -1), ("age", 17.5), ("age", True), ("age", "never"), ("age", None),
        ("age", float("nan")), ("age", float("inf")), ("age", [34]), ("age", "121..130"), ("age", "17.5..20"), ("age", "30 days"), ("age", "about 30"),
        ("pain", "toes"), ("pain", 1), ("pain", True), ("pain", "One of them"),
        ("pregnant", 1), ("pregnant", "maybe"), ("pregnant", None), ("pregnant", "never"),
    ],
)  # fmt: skip
def test_a_value_that_is_no_answer_is_refused_by_name(question: str, value: object) -> None:
    with pytest.raises(AnswerError, match=f"is no answer to `{question}`|cannot be compared"):
        only(SOUND).questions[QuestionId(question)].read(value)


def decided(folder: Path, text: str, study: str | None = None) -> object:
    file = folder / "answers.yaml"
    file.write_text(text, encoding="utf-8")
    found = evaluated(load(folder), file, study)
    assert isinstance(found, dict)
    return json.loads(json.dumps({key: one.as_json() for key, one in found.items()}))


def test_a_file_of_answers_is_decided_for_each_study_as_promised_to_other_programs(folder: Path) -> None:
    assert decided(folder, "age: 40\npain: both_knees\nlast_scan: 3\npregnant: unsure\n") == {
        "NCT00000001": {
            "verdict": "likely_eligible",
            "criteria": {
                "adult": "met",
                "knee_pain": "to_confirm",
                "recent_scan": "met",
                "not_pregnant": "to_confirm",
                "no_risk": "team",
            },
            "to_confirm": ["knee_pain", "not_pregnant"],
            "decided_by": [],
            "next": None,
        }
    }


def test_a_file_with_some_answers_is_undecided_and_names_the_next_question(folder: Path) -> None:
    assert decided(folder, "age: 40\nlast_scan: never\n", "nct00000001") == {
        "NCT00000001": {
            "verdict": "ineligible",
            "criteria": {
                "adult": "met",
                "knee_pain": "open",
                "recent_scan": "not_met",
                "not_pregnant": "open",
                "no_risk": "team",
            },
            "to_confirm": [],
            "decided_by": ["recent_scan"],
            "next": None,
        }
    }
    found = decided(folder, "age: 40\n")
    assert isinstance(found, dict)
    assert found["NCT00000001"]["verdict"] is None
    assert found["NCT00000001"]["next"] == "pain"


def test_every_fault_of_a_file_of_answers_comes_at_once_with_its_line(folder: Path) -> None:
    with pytest.raises(DefinitionError) as error:
        decided(folder, "agee: 40\npain: toes\npregnant: true\nlast_scan: 700\n")
    file = folder / "answers.yaml"
    values = 'use a number from 0 to 600, a stretch like "<6" or "6..12", or one of `never`, `unsure`'
    assert str(error.value).splitlines() == [
        f"{file}:1: agee: `agee` is no question; did you mean `age`?",
        f"{file}:2: pain: `toes` is no answer to `pain`; known are `one_knee`, `both_knees`, `neither`, `unsure`",
        f"{file}:4: last_scan: `700` is no answer to `last_scan`: {values}",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- age\n", "case 1: a group of `name: value` lines belongs here"),
        ("", "the file is empty"),
        ("age: 40\nage: 41\n", "`age` stands here twice: keep one"),
        ("age: &a 40\n", "anchors (&) and aliases (*) are not read: write the text out"),
        ("age: " + "9" * 400 + "\n", "is no answer to `age`"),
        ("age: .nan\n", "is no answer to `age`"),
        ("age: 34,5\n", "is no answer to `age`"),
        ("age:\n", "is no answer to `age`"),
    ],
    ids=["list", "empty", "twice", "anchor", "huge", "nan", "comma", "nothing"],
)
def test_a_file_that_holds_no_answers_is_refused_in_plain_words(folder: Path, text: str, told: str) -> None:
    with pytest.raises(DefinitionError) as error:
        decided(folder, text)
    assert told in str(error.value)


def test_an_unknown_study_is_refused_with_the_nearest_one(folder: Path) -> None:
    with pytest.raises(DefinitionError, match="`NCT00000011` is no study here; did you mean `NCT00000001`"):
        decided(folder, "age: 40\n", "NCT00000011")
