"""`python -m bot read`: what typed words mean, on the command line."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.commands.main import cli

KNEE = Path(__file__).parents[1] / "criteria" / "sound" / "knee_pain"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["read", *words])


def told(*words: str) -> dict[str, str | None]:
    found: dict[str, str | None] = json.loads(run(*words, "--json").stdout)
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("age", "34 años", "--language", "es"), {"taken": "18..75"}),
        (("age", "~34", "--language", "es"), {"asked": "18..75"}),
        (("last_biopsy", "- de 6 meses", "--language", "es"), {"taken": "<6"}),
        (("last_biopsy", "-6 meses", "--language", "es"), {"hint": "unclear"}),
        (("last_biopsy", "no"), {"asked": "never"}),
        (("upcr", "0.8"), {"hint": "unit"}),
        (("egfr", "0,9"), {"hint": "plausible"}),
        (("egfr", "55%"), {"hint": "number"}),
        (("infections", "¿VIH?"), {"hint": "buttons"}),
        (("age", "english"), {"way": "language"}),
        (("age", "34", "--study", "nct03917797"), {"taken": "18..75"}),
    ],
)
def test_read_prints_what_is_taken_asked_or_hinted(words: tuple[str, ...], expected: dict[str, str]) -> None:
    assert told(*words) == {"taken": None, "asked": None, "hint": None, "way": None, **expected}


def test_read_says_it_in_words_without_json() -> None:
    assert run("age", "34").stdout == "taken: 18..75\n"


def test_read_takes_another_folder_and_wants_a_study_where_two_conditions_have_the_question(tmp_path: Path) -> None:
    first = shutil.copytree(KNEE, tmp_path / "knee_pain")
    second = shutil.copytree(KNEE, tmp_path / "hip_pain")
    for file in second.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("NCT00000001", "NCT00000002")
        file.unlink()
        file.with_name(file.name.replace("NCT00000001", "NCT00000002")).write_text(text, encoding="utf-8")
    assert told("age", "34", "--criteria", str(first))["taken"] == ">=18"
    unclear = run("age", "34", "--criteria", str(tmp_path))
    assert (unclear.exit_code, "--study" in unclear.stderr) == (1, True)
    assert told("age", "34", "--criteria", str(tmp_path), "--study", "NCT00000002")["taken"] == ">=18"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("agee", "34"), "`agee` is no question; did you mean `age`?"),
        (("age", "34", "--study", "NCT0"), "`NCT0` is no study here"),
        (("age", "34", "--language", "xx"), "`xx` is no language here"),
    ],
)
def test_read_refuses_what_is_not_there(words: tuple[str, ...], message: str) -> None:
    done = run(*words)
    assert done.exit_code == 1
    assert message in done.stderr
