"""The house as its READMEs tell it: what they name is there, and files and functions stay small."""

import ast
import re
from itertools import chain
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("bot", "criteria", "tests")
MODULES = {path.relative_to(ROOT): path.read_text("utf-8") for name in FOLDERS for path in (ROOT / name).rglob("*.py")}
FILES = {path.name for path in chain(ROOT.iterdir(), *((ROOT / name).rglob("*.*") for name in FOLDERS))}
READMES = [ROOT / "README.md", *(path for name in FOLDERS for path in (ROOT / name).rglob("README.md"))]
HOUSE = (ROOT / "bot" / "README.md").read_text("utf-8")
ROW = re.compile(r"^\| ([^|`]+) \| (.+) \|$", re.MULTILINE)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def named(cell: str) -> list[str]:
    """The paths that a cell names; `result-…` is a text's name."""
    return [one for one in re.findall(r"`([^`]+)`", cell) if re.search(r"[/.]", one) and "…" not in one]


def changes() -> dict[str, list[str]]:
    """What can be changed, and the paths to open for it."""
    table = HOUSE.partition("## To change X, open Y")[2].partition("\n## ")[0]
    return {what: named(where) for what, where in ROW.findall(table) if what != "to change"}


def test_what_the_table_of_changes_names_is_there() -> None:
    found = changes()
    assert len(found) >= 20
    assert all(found.values()), "a change without a file"
    missing = {path for path in chain.from_iterable(found.values()) if not (ROOT / path).exists()}
    assert not missing


def test_the_quick_check_installs_as_the_whole_suite_does_and_names_what_is_there() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    whole, quick = (re.findall(rf"<!-- {name} -->\n```sh\n(.+)\n```", page) for name in ("tests", "quick"))
    assert quick[0].startswith(f"{whole[0]} ")
    assert all((ROOT / path).exists() for path in quick[0].removeprefix(whole[0]).split())


def test_every_part_of_the_assistant_stands_in_its_readme() -> None:
    table = HOUSE.partition("\n## ")[0]
    told = {name.strip("/") for name in re.findall(r"`([^`]+)`", table)}
    parts = {
        path.name
        for path in (ROOT / "bot").iterdir()
        if path.name not in {"README.md", "__init__.py", "__main__.py", "__pycache__"}
    }
    assert parts <= told


@pytest.mark.parametrize("page", READMES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_links_of_a_readme_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", READMES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_files_and_tests_that_a_readme_names_are_there(page: Path) -> None:
    words = re.findall(r"`([\w./-]+)`", page.read_text("utf-8"))
    names = [
        Path(one if "." in one else f"{one}.py").name for one in words if re.search(r"^test_|\.(py|ftl|css)$", one)
    ]
    assert set(names) <= FILES


def test_files_are_short_and_a_long_one_says_why() -> None:
    lines = {path: len(text.splitlines()) for path, text in MODULES.items()}
    assert median(lines.values()) <= 120
    long = [path for path, count in lines.items() if count > 300]
    silent = [str(path) for path in long if "Over 300 lines" not in (ast.get_docstring(ast.parse(MODULES[path])) or "")]
    assert not silent, "split it, or say in its docstring why it has `Over 300 lines`"


def test_functions_are_short() -> None:
    lengths = [
        (node.end_lineno or 0) - node.lineno + 1
        for text in MODULES.values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, FUNCTIONS)
    ]
    assert quantiles(lengths, n=20)[-1] <= 25


def test_every_module_opens_with_a_sentence() -> None:
    silent = [
        str(path)
        for path, text in MODULES.items()
        if not (ast.get_docstring(ast.parse(text)) or "").partition("\n\n")[0].endswith((".", ":"))
    ]
    assert not silent
