"""The rules of the house, as tests: style, types, layers, and that the documents say what is true."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parent.parent
TRACKED = [path for folder in ("bot", "criteria", "tests") for path in (ROOT / folder).rglob("*.py")]


def passes(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout[-6000:]}\n{done.stderr[-2000:]}"


def test_ruff_finds_nothing() -> None:
    passes("ruff", "check", "--no-cache", ".")


def test_the_code_is_formatted() -> None:
    passes("ruff", "format", "--no-cache", "--check", ".")


def test_mypy_finds_nothing() -> None:
    passes("mypy")


def test_the_layers_hold() -> None:
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:]


def test_no_file_is_longer_than_somebody_wants_to_read() -> None:
    long = {
        str(path.relative_to(ROOT)): lines for path in TRACKED if (lines := len(path.read_text().splitlines())) > 400
    }
    assert not long


def test_every_setting_stands_in_the_example_and_nothing_else_does() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^#? ?([A-Z_]+)=", text, re.MULTILINE)) == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize(
    "name", ["README.md", "criteria/README.md", "bot/funnel/README.md", "bot/typed/README.md", "CHANGELOG.md"]
)
def test_the_links_of_a_document_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if "://" not in target:
            assert ((ROOT / name).parent / target).exists(), target


def test_every_dependency_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {plain(line.split("==")[0]) for line in lines if "==" in line}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    assert {plain(re.split(r"[^A-Za-z0-9._-]", one)[0]) for one in named} <= pinned


def plain(name: str) -> str:
    """The name of a package as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_no_address_of_a_package_registry_is_in_the_project() -> None:
    registries = "|".join(
        ["pypi" + r"\.org", "files" + r"\.pythonhosted", "registry" + r"\.npmjs", "deb" + r"\.debian"]
    )
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    for name in listed:
        if Path(name).suffix in {".py", ".toml", ".txt", ".md", ".yaml", ".sh", ""} and (ROOT / name).is_file():
            assert not re.search(registries, (ROOT / name).read_text(encoding="utf-8", errors="ignore")), name
