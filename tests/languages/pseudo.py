"""A copy of the product that speaks one more language, made as the page for translators says: each English text, marked."""

import re
import shutil
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "bot" / "languages.md"
CODE, NAME = "eo", "Esperanto"
OPENS, CLOSES = "⟦", "⟧"
TYPED_YES = "jesja"
"""A word that only the invented language has for yes."""


def marked(text: str) -> str:
    """A text in the invented language, sentence by sentence; as long as the English one if it has blanks to spare."""
    sentences = re.split(r"(?<=[.:?]) |\n\n", text)
    gaps = re.findall(r"(?<=[.:?]) |\n\n", text)
    told = [OPENS + one.strip().replace(" ", "", 2) + CLOSES for one in sentences]
    return "".join(part for pair in zip(told, [*gaps, ""], strict=True) for part in pair)


def unmarked(text: str) -> str:
    """What does not stand between marks."""
    depth, rest = 0, []
    for char in text:
        depth += (char == OPENS) - (char == CLOSES)
        if depth == 0:
            rest.append(" " if char == CLOSES else char)
    return "".join(rest)


class _Marking(Transformer):
    """Marks every literal text, and nothing that is filled in: what comes from elsewhere has to bring its own marks."""

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802 - the library's name
        lines = node.value.split("\n")
        node.value = "\n".join(OPENS + line + CLOSES if line.strip() else line for line in lines)
        return node


def files_needed() -> list[Path]:
    """The files that the page tells a translator to write."""
    return [Path(name) for name in re.findall(r"^ *\| `([\w/]+/XX\.ftl)` \|", PAGE.read_text("utf-8"), re.MULTILINE)]


def copy_of_the_product(folder: Path) -> Path:
    """The package tree with the invented language in it."""
    for name in ("bot", "criteria"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    _add_to_the_table(folder / "criteria" / "languages.py")
    for path in files_needed():
        english = (folder / path.with_name("en.ftl")).read_text("utf-8")
        told = _typed(english) if "typed" in path.parts else _texts(english)
        (folder / path.with_name(f"{CODE}.ftl")).write_text(told, encoding="utf-8")
    for path in (folder / "criteria" / "wordings.yaml", *(folder / "criteria" / "shipped").rglob("*.yaml")):
        _definition(path)
    return folder


def _add_to_the_table(path: Path) -> None:
    text, count = re.subn(r"(TABLE = [^}]*)\}", rf'\1, "{CODE}": "{NAME}"}}', path.read_text("utf-8"))
    assert count == 1
    path.write_text(text, encoding="utf-8")


def _texts(english: str) -> str:
    return FluentSerializer().serialize(_Marking().visit(FluentParser().parse(english)))


def _typed(english: str) -> str:
    text, count = re.subn(r"^words-yes = ", f"words-yes = {TYPED_YES} | ", english, flags=re.MULTILINE)
    assert count == 1
    return text


def _definition(path: Path) -> None:
    yaml = YAML(typ="safe", pure=True)
    found = yaml.load(path.read_text("utf-8"))
    if path.name == "condition.yaml":
        found["languages"] = ["en", "es", CODE]
    _speak(found)
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(found, file)


def _speak(node: Any) -> None:
    """Add the invented language to every text of a definition."""
    if isinstance(node, dict) and isinstance(node.get("en"), str):
        node[CODE] = marked(node["en"])
    for member in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _speak(member)
