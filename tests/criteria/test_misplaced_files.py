"""Files that nearly are definitions: named wrongly, or lying where nobody looks."""

import shutil
from pathlib import Path

import pytest

from bot.commands.check import checked
from bot.definitions import served

SOUND = Path(__file__).parent / "sound" / "knee_pain"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SOUND, tmp_path / "knee_pain")
    return tmp_path


def told(folder: Path) -> list[str]:
    return [str(fault) for fault in checked(folder).faults]


@pytest.mark.parametrize("name", ["conditions.yaml", "Condition.yaml", "condtion.yaml"])
def test_a_condition_file_that_is_nearly_called_so_is_one_fault_that_says_what_to_call_it(
    folder: Path, name: str
) -> None:
    (folder / "knee_pain" / "condition.yaml").rename(folder / "knee_pain" / name)
    assert told(folder) == [
        f"knee_pain/{name}:1: call this file `condition.yaml`: only under that name is it read",
    ]


def test_questions_and_background_that_are_nearly_called_so_are_told(folder: Path) -> None:
    (folder / "knee_pain" / "questions.yaml").rename(folder / "knee_pain" / "question.yaml")
    (folder / "knee_pain" / "backgrounds.yaml").write_text("{}", encoding="utf-8")
    assert told(folder) == [
        "knee_pain/backgrounds.yaml:1: call this file `background.yaml`: only under that name is it read",
        "knee_pain/question.yaml:1: call this file `questions.yaml`: only under that name is it read",
    ]


def test_a_second_file_beside_the_right_one_is_not_taken_for_a_study(folder: Path) -> None:
    shutil.copy(folder / "knee_pain" / "questions.yaml", folder / "knee_pain" / "questions2.yaml")
    (fault,) = told(folder)
    assert fault.startswith("knee_pain/questions2.yaml:1: this name is nearly `questions.yaml`, which is there, too")


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("NCT00000002.yaml", "belong into the folder of a condition"),
        ("new/studies/NCT00000002.yaml", "belong into the folder of a condition"),
        ("knee_pain/studies/NCT00000002.yaml", "studies stand beside condition.yaml"),
        ("knee_pain/case/more.yaml", "cases in `cases/`"),
        ("knee_pain/cases/old/more.yaml", "cases in `cases/`"),
        ("knee_pain/NCT00000002.yaml.txt", "its name ends in `.txt`, not in `.yaml`; call it NCT00000002.yaml"),
        ("knee_pain/NCT00000002.YAML", "its name ends in `.YAML`, not in `.yaml`; call it NCT00000002.yaml"),
        ("knee_pain/cases/more.yaml.bak", "its name ends in `.bak`"),
    ],
)
def test_a_file_where_nobody_looks_is_told_and_is_no_obstacle(folder: Path, place: str, why: str) -> None:
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_text("never: read", encoding="utf-8")
    (fault,) = told(folder)
    assert fault.startswith(f"{place}:1: warning: this file is not read: ")
    assert why in fault
    assert checked(folder).passed
    assert served(folder).conditions


@pytest.mark.parametrize("place", ["notes.txt", "knee_pain/record.json", "knee_pain/_old/NCT1.yaml", ".git/x.yaml"])
def test_notes_and_folders_that_are_set_aside_are_left_alone(folder: Path, place: str) -> None:
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_text("notes", encoding="utf-8")
    assert told(folder) == []


def test_a_folder_that_is_a_condition_itself_tells_its_files_as_ever(folder: Path) -> None:
    (folder / "knee_pain" / "old").mkdir()
    (folder / "knee_pain" / "old" / "NCT00000002.yaml").write_text("id: x", encoding="utf-8")
    (fault,) = told(folder / "knee_pain")
    assert fault.startswith("knee_pain/old/NCT00000002.yaml:1: warning: this file is not read")


def test_questions_beside_the_folders_of_the_conditions_are_told_and_hide_none_of_them(folder: Path) -> None:
    (folder / "questions.yaml").write_text("{}", encoding="utf-8")
    (fault,) = told(folder)
    assert fault.startswith(
        "questions.yaml:1: warning: this file is not read: a study, its questions and its cases belong"
    )
    assert list(served(folder).conditions) == ["knee_pain"]
