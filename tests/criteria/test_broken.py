"""One folder per kind of mistake under `broken/`, named by it; expected.txt holds what `check` says about it.

Over 300 lines: mistakes that no folder can hold are made here, one by one.
"""

import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from command_line import run

from bot.commands.check import Checked, checked
from bot.definitions import served
from criteria import catalogue
from criteria.catalogue import DefinitionError, load

HERE = Path(__file__).parent
SOUND = HERE / "sound" / "knee_pain"
BROKEN = sorted(place for place in (HERE / "broken").iterdir() if place.is_dir())
HARMLESS = {
    "two_rules_with_different_ends",
    "list_meant_as_a_range",
    "private_question_alone_in_its_section",
}
CASES_ONLY = {place.name for place in BROKEN if place.name.startswith(("case_", "missing_kinds", "no_cases"))}
STUDY, QUESTIONS, CONDITION = "NCT00000001.yaml", "questions.yaml", "condition.yaml"


def told(checked: Checked) -> list[str]:
    return [str(fault) for fault in checked.faults]


def expected(place: Path) -> list[str]:
    return (place / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A copy of the sound condition, to be broken by the test."""
    return shutil.copytree(SOUND, tmp_path / "knee_pain")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_condition_that_the_broken_ones_are_made_of_is_sound() -> None:
    assert told(checked(SOUND)) == []
    assert checked(SOUND).passed
    assert checked(SOUND).cases == 3


# Every folder


@pytest.mark.parametrize("place", BROKEN, ids=lambda place: place.name)
def test_a_mistake_is_told_with_its_file_and_line_and_nothing_else_is_and_a_warning_passes(place: Path) -> None:
    found = checked(place)
    assert told(found) == expected(place)
    assert found.passed is (place.name in HARMLESS)


@pytest.mark.parametrize(
    "place", [one for one in BROKEN if one.name not in HARMLESS | CASES_ONLY], ids=lambda place: place.name
)
def test_a_mistake_in_the_definitions_is_refused_at_start(place: Path) -> None:
    with pytest.raises(DefinitionError) as error:
        served(place)
    assert {str(fault) for fault in error.value.faults} <= set(expected(place))
    assert str(error.value) == "\n".join(map(str, error.value.faults))


@pytest.mark.parametrize("place", BROKEN, ids=lambda place: place.name)
def test_every_message_is_in_plain_words(place: Path) -> None:
    words = (
        "Traceback", "Error", "None", "True", "False", "pydantic", "input should", "string should", "value error",
        "parse", "token", "mapping", "scalar", "dictionary", "tuple", "str ", "null", "e+",
    )  # fmt: skip
    for line in expected(place):
        assert not [word for word in words if word in line.replace("expected ',' or '}', but got '<scalar>'", "")]
        assert len(line) <= 400


def test_many_mistakes_come_all_at_once_causes_first() -> None:
    faults = checked(HERE / "broken" / "many_mistakes").faults
    assert list(dict.fromkeys(fault.file.partition("/")[2] for fault in faults)) == [
        "condition.yaml", "questions.yaml", STUDY, f"cases/{STUDY}",
    ]  # fmt: skip
    assert all(one.line <= two.line for one, two in pairwise(faults) if one.file == two.file)
    assert len(faults) == 10


def test_warnings_failing_cases_and_missing_cases_of_several_studies_are_sorted_too(sound: Path) -> None:
    second = sound / "NCT00000002.yaml"
    shutil.copy(sound / STUDY, second)
    change(second, "NCT00000001", "NCT00000002")
    change(second, "last_scan <= 6", "last_scan < 6")
    change(sound / "cases" / STUDY, "decided_by: [adult]", "decided_by: [knee_pain]")
    faults = checked(sound).faults
    assert list(faults) == sorted(faults)
    assert {fault.file.partition("/")[2] for fault in faults} == {"cases/NCT00000001.yaml", "NCT00000002.yaml"}


@pytest.mark.parametrize(
    ("file", "before", "field", "told"),
    [
        (STUDY, '    unit: {en: "Knee unit"', "    note: {}\n", "`note` is not known here; it belongs to a criterion"),
        (STUDY, "    needs: age >= 18", "    help: {}\n", "`help` is not known here; it belongs to a question"),
        (QUESTIONS, "  number: {unit: years", "  label: {}\n", "`label` is not known here; it belongs to a criterion"),
        (QUESTIONS, "  number: {unit: years", "  say: {}\n", "it belongs to `number` or the words of an answer"),
        (QUESTIONS, "  number: {unit: years", "  verdict: {}\n", "`verdict` is not known here: take it out"),
    ],
)
def test_a_field_in_the_wrong_place_is_told_with_its_right_one_and_never_as_a_misspelling_of_itself(
    sound: Path, file: str, before: str, field: str, told: str
) -> None:
    change(sound / file, before, field + before)
    (fault,) = checked(sound).faults
    assert fault.message.endswith(told)


# The command line


def test_the_command_line_prints_every_fault_on_a_line_of_its_own_and_exits_with_1() -> None:
    place = HERE / "broken" / "many_mistakes"
    done = run("check", str(place), cwd=HERE.parents[1], COLUMNS="300")
    assert done.returncode == 1
    assert done.stderr.splitlines()[:-1] == expected(place)
    assert done.stderr.splitlines()[-1] == "10 faults found."


def test_the_command_line_prints_a_warning_and_exits_with_0() -> None:
    place = HERE / "broken" / "two_rules_with_different_ends"
    done = run("check", str(place), cwd=HERE.parents[1], COLUMNS="300")
    assert done.returncode == 0
    assert expected(place)[0] in done.stdout.splitlines()
    assert done.stderr == ""


# Mistakes that a test makes better than a file


def not_utf8(sound: Path) -> None:
    (sound / QUESTIONS).write_bytes((sound / QUESTIONS).read_text(encoding="utf-8").encode("latin-1"))


def utf16(sound: Path) -> None:
    (sound / CONDITION).write_bytes((sound / CONDITION).read_text(encoding="utf-8").encode("utf-16"))


def binary(sound: Path) -> None:
    (sound / CONDITION).write_bytes(b"title: \x00\x01\x02\n")


def too_large(sound: Path) -> None:
    (sound / QUESTIONS).write_bytes(b"# filled up\n" * 50_000)


def bottomless(sound: Path) -> None:
    (sound / QUESTIONS).write_bytes(b"[" * 400_000)


def folder_in_place_of_a_file(sound: Path) -> None:
    (sound / QUESTIONS).unlink()
    (sound / QUESTIONS).mkdir()


MADE: dict[Callable[[Path], None], str] = {
    not_utf8: "knee_pain/questions.yaml:2: the file is not UTF-8: save it with the encoding UTF-8",
    utf16: "knee_pain/condition.yaml:1: the file is not UTF-8: save it with the encoding UTF-8",
    binary: "knee_pain/condition.yaml:1: this is not YAML (unacceptable character #x0000: special characters are not allowed)",
    too_large: "knee_pain/questions.yaml:1: the file has 600000 bytes; at most 524288 are read",
    bottomless: "knee_pain/questions.yaml:1: the file is nested more than 12 deep",
    folder_in_place_of_a_file: "knee_pain/questions.yaml:1: the file cannot be read: Is a directory",
}


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_a_file_that_cannot_be_read_is_told_once_and_is_the_only_fault(
    make: Callable[[Path], None], sound: Path
) -> None:
    make(sound)
    assert told(checked(sound)) == [MADE[make]]


def test_a_file_with_a_byte_order_mark_is_read(sound: Path) -> None:
    (sound / QUESTIONS).write_text((sound / QUESTIONS).read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert checked(sound).passed


def test_a_file_with_the_line_ends_of_windows_is_read_and_its_lines_are_counted_right(sound: Path) -> None:
    for file in sound.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert checked(sound).passed
    text = (sound / STUDY).read_bytes()
    (sound / STUDY).write_bytes(text.replace(b"last_scan <= 6", b"last_scam <= 6"))
    assert [fault.line for fault in checked(sound).faults] == [31]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    assert told(checked(missing)) == [
        f"{missing}:1: there is no such folder: name the folder that holds the conditions"
    ]


def test_a_folder_without_conditions_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "notes.txt").write_text("nothing here")
    assert told(checked(tmp_path)) == [
        f"{tmp_path}:1: no condition is here: a condition is a sub-folder with a condition.yaml in it"
    ]


def test_a_file_in_place_of_the_folder_is_told() -> None:
    assert told(checked(SOUND / CONDITION)) == [
        f"{SOUND / CONDITION}:1: there is no such folder: name the folder that holds the conditions"
    ]


def test_hidden_folders_are_no_conditions(sound: Path) -> None:
    shutil.copytree(sound, sound.parent / ".git")
    shutil.copytree(sound, sound.parent / "_drafts")
    assert checked(sound.parent).passed


def test_too_many_conditions_are_told_and_none_is_dropped_silently(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "MOST_CONDITIONS", 1)
    shutil.copytree(sound, sound.parent / "other")
    (fault,) = told(checked(sound.parent))
    assert fault == f"{sound.parent}:1: 2 conditions are here; at most 1 can be offered: divide the folder"


def test_too_many_studies_are_told_and_none_is_dropped_silently(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "MOST_STUDIES", 1)
    shutil.copy(sound / STUDY, sound / "NCT00000002.yaml")
    change(sound / "NCT00000002.yaml", "NCT00000001", "NCT00000002")
    assert "knee_pain:1: 2 studies are here; at most 1 fit into a condition: divide it" in told(checked(sound))


def many_questions(sound: Path, count: int, rule: Callable[[list[str]], list[str]]) -> None:
    """Put `count` more yes/no questions into the condition, and these rules into the study."""
    names = [f"more_{at}" for at in range(count)]
    block = "".join(
        f'\n{name}:\n  ask: {{en: "{name}?", es: "¿{name}?"}}\n  help: {{en: "Help", es: "Ayuda"}}\n  yes_no: true\n'
        for name in names
    )
    change(sound / QUESTIONS, "  yes_no: true\n", "  yes_no: true\n" + block)
    change(sound / CONDITION, "[last_scan, pregnant]", f"[{', '.join(['last_scan', 'pregnant', *names])}]")
    rules = "".join(
        f'  - id: rule_{at}\n    from: exclusion 2\n    label: {{en: "Rule", es: "Regla"}}\n    excludes: {text}\n'
        for at, text in enumerate(rule(names))
    )
    with (sound / STUDY).open("a", encoding="utf-8") as file:
        file.write(rules)


def test_a_study_with_too_many_end_states_is_told(sound: Path) -> None:
    many_questions(sound, 126, lambda names: names)
    (fault,) = told(checked(sound))
    assert fault == (
        "knee_pain/NCT00000001.yaml:1: the study has 264 end states (questions and criteria); "
        "at most 255 can be counted: join some"
    )


def test_a_study_whose_answers_do_not_fit_into_a_ticket_is_told(sound: Path) -> None:
    many_questions(sound, 90, lambda names: names)
    with pytest.raises(DefinitionError) as error:
        served(sound)
    assert str(error.value) == (
        "knee_pain/NCT00000001.yaml:1: its answers take 189 bits; 88 fit into a ticket: "
        "ask fewer questions, or offer fewer answers"
    )


def test_a_rule_that_ties_too_many_questions_together_is_told_with_its_line(sound: Path) -> None:
    many_questions(
        sound,
        32,
        lambda names: [" or ".join(f"({a} and {b})" for a, b in zip(names[:16], names[16:], strict=True))],
    )
    (fault,) = told(checked(sound))
    assert fault == (
        "knee_pain/NCT00000001.yaml:40: criteria.rule_0: the rules tie too many questions together "
        "(over 20000 different situations); put the questions that stand in one rule side by side in the `order` of "
        "condition.yaml, use shorter rules, or leave a part to the study team"
    )


def test_an_interval_in_a_case_is_no_second_fault_while_the_rule_that_makes_it_cannot_be_read(sound: Path) -> None:
    change(sound / "cases" / STUDY, "answers: {age: 17}", 'answers: {age: "<18"}')
    assert checked(sound).passed
    change(sound / STUDY, "needs: age >= 18", "needs: agee >= 18")
    assert told(checked(sound)) == [
        "knee_pain/NCT00000001.yaml:22: criteria.adult.needs: `agee` is no question; did you mean `age`?"
    ]


@pytest.mark.parametrize(
    ("rules", "warned"),
    [
        (["last_scan <= 6", "last_scan < 6"], True),
        (["last_scan > 6", "last_scan >= 6"], True),
        (["last_scan == 6", "last_scan <= 6", "last_scan < 6"], True),
        (["last_scan <= 6", "last_scan > 6"], False),
        (["last_scan < 6", "last_scan == 6"], False),
        (["last_scan == 6", "last_scan < 6"], False),
        (["last_scan < 6", "last_scan <= 7"], False),
    ],
)
def test_two_ends_at_one_number_are_warned_of_and_one_number_alone_is_not(
    sound: Path,
    rules: list[str],
    warned: bool,  # noqa: FBT001 - a table's column
) -> None:
    change(sound / STUDY, "needs: last_scan <= 6", f"needs: {rules[0]}")
    many_questions(sound, 0, lambda _: rules[1:])
    assert any("is cut at 6 with both ends" in fault.message for fault in checked(sound).faults) is warned


def test_faults_of_several_conditions_come_together(tmp_path: Path) -> None:
    for name in ("unknown_option", "uncited_item"):
        shutil.copytree(HERE / "broken" / name, tmp_path / name)
    with pytest.raises(DefinitionError) as error:
        load(tmp_path)
    faults = [str(fault) for fault in error.value.faults]
    assert faults == expected(tmp_path / "uncited_item") + expected(tmp_path / "unknown_option")


def test_a_yaml_bomb_is_refused_before_it_unfolds(sound: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 40)]
    (sound / QUESTIONS).write_text("\n".join(rows))
    assert told(checked(sound)) == [
        "knee_pain/questions.yaml:1: anchors (&) and aliases (*) are not read: write the text out"
    ]
