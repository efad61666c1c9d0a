"""List the common questions, print one, or copy it into a condition."""

import re
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.commands.console import OUT, LanguageOption, fail, spoken
from criteria.common_questions import CommonQuestion, common_questions
from criteria.document import UnreadableError, read
from criteria.expression import did_you_mean
from criteria.languages import LANGUAGES, Language
from criteria.wordings import ready


def take(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Common questions; all are listed if none is named.")
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="FOLDER", help="Copy them into the questions.yaml of this condition's folder."),
    ] = None,
    named: Annotated[
        str | None, typer.Option("--as", metavar="ID", help="The id that one question gets there.")
    ] = None,
    language: LanguageOption = LANGUAGES[0],
) -> None:
    """Take a common question into a condition: a copy with its version, which no later version changes."""
    if not names:
        _list(spoken(language))
        return
    if named is not None and len(names) > 1:
        fail("error: --as names one question: take the others by themselves")
    taken = {named or name: _found(name) for name in names}
    if into is None:
        OUT.print("\n".join(one.written(key) for key, one in taken.items()), end="")
        return
    _copy(into, taken)


def _list(language: Language) -> None:
    table = Table()
    for column in ("name", "question"):
        table.add_column(column)
    for one in common_questions().values():
        texts = one.question.ask.root
        table.add_row(one.pin, texts.get(language, next(iter(texts.values()))))
    OUT.print(table)


def _found(name: str) -> CommonQuestion:
    known = common_questions()
    if name not in known:
        fail(f"error: `{name[:40]}` is no common question{did_you_mean(name, known)}")
    return known[name]


def _copy(folder: Path, taken: dict[str, CommonQuestion]) -> None:
    """Add the questions at the end of questions.yaml; nothing that stands there is touched but the sign of an empty file."""
    folder = _condition(folder)
    path = folder / "questions.yaml"
    known = _known(path)
    before = _text(path) if known else "\n".join(re.findall("#.*", _text(path)))
    for key in taken:
        if key in known:
            fail(f"error: {path} has a question `{key}` already: give the new one another id with --as")
    languages = _languages(folder)
    added = "\n".join(one.written(key, languages) for key, one in taken.items())
    path.write_text(f"{before.rstrip()}\n\n{added}" if before.strip() else added, encoding="utf-8")
    for key, one in taken.items():
        title = ready()[one.entry.section].get(languages[0], one.entry.section)
        OUT.print(f"{path} now has `{key}`, from {one.pin}. Put it into the `order` of condition.yaml (usually under")
        last = ", after all that are not private" if one.question.sensitive else ""
        OUT.print(
            f"  “{title}”{last}), name it in a rule, and change any text that your study should word in its own way."
        )


def _condition(folder: Path) -> Path:
    """The condition's folder that is meant: this one, or the only one in it; elsewhere nobody reads a questions.yaml."""
    if not folder.is_dir():
        fail(f"error: there is no folder {folder}: name the folder of a condition")
    if (folder / "condition.yaml").exists():
        return folder.resolve()
    inside = sorted(path.parent for path in folder.glob("*/condition.yaml"))
    if len(inside) != 1:
        which = f": name one of {', '.join(map(str, inside))}" if inside else ""
        fail(f"error: {folder} holds no condition.yaml, so it is not the folder of a condition{which}")
    return inside[0].resolve()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _known(path: Path) -> dict[str, object]:
    """What a file of definitions holds; empty if there is none yet."""
    if not _text(path).strip():
        return {}
    try:
        found = read(path, path.name).value
    except UnreadableError as error:
        fail(f"error: {path}:{error.line}: {error.message}")
    if found is not None and not isinstance(found, dict):
        fail(f"error: {path}:1: the file should hold `name: value` lines")
    return found or {}


def _languages(folder: Path) -> list[Language]:
    """The languages that the condition is written in, as far as its file says so."""
    named = _known(folder / "condition.yaml").get("languages")
    known = [one for one in LANGUAGES if isinstance(named, list) and one in named]
    return known or list(LANGUAGES)
