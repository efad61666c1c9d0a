"""The guide for authors: its worked example is taken out of the page and must be served as it stands."""

import json
import re
from pathlib import Path

import pytest
from studies import GUIDE, write_example
from test_cli import run


@pytest.fixture
def example(tmp_path: Path) -> Path:
    write_example(tmp_path)
    return tmp_path


def test_the_worked_example_passes_check_without_a_warning(example: Path) -> None:
    done = run("check", str(example / "asthma"), cwd=example)
    assert done.returncode == 0, done.stderr
    assert "All is well" in done.stdout
    assert "warning" not in done.stdout


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
