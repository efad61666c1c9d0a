"""Write a study's script for an ethics committee: on the terminal, or as HTML, Word or JSON."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import app as product
from bot import settings as configuration
from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, FolderArgument, LanguageOption, fail, spoken
from bot.faces.web.participant.face import FACE as WEB
from bot.script import changes, document, html, markdown, model, word
from bot.script.model import Script
from criteria.condition import Condition
from criteria.languages import Language

FORMATS = {".html": "HTML", ".docx": "Word", ".json": "JSON", ".md": "Markdown"}


def script(
    context: typer.Context,
    study: Annotated[str, typer.Argument(metavar="STUDY", help="The study's registry id.")],
    folder: FolderArgument = None,
    out: Annotated[Path | None, typer.Option(help="Write a file: .html, .docx, .json or .md.")] = None,
    since: Annotated[
        Path | None,
        typer.Option(
            metavar="SCRIPT.json", help="An earlier script: mark what has changed, beside a clean copy (FILE-changes)."
        ),
    ] = None,
    version: Annotated[str, typer.Option(help="The version that stands in the footer.")] = "1",
    day: Annotated[
        str, typer.Option("--date", metavar="YYYY-MM-DD", help="The date that stands in the footer [today].")
    ] = "",
    language: LanguageOption = "",
    criteria: CriteriaOption = None,
) -> None:
    """Write all that participants can read, with the rules in words, as one document for an ethics committee.

    Files hold every language of the study, or the one that --language names; the terminal shows one, as Markdown.
    """
    if out is not None and out.suffix.lower() not in FORMATS:
        fail(f"error: `{out.name}` has no ending that is known: use {', '.join(FORMATS)}")
    settings = configuration.read()
    catalogue = console.catalogue(context, criteria, folder)
    found = catalogue.find(study)
    if found is None:
        fail(f"error: `{study}` is no study here")
    wanted = _wanted(found[0], language, settings.default_language, one=out is None)
    issued, before = _day(day), _earlier(since) if since else None
    about = product.about(settings, WEB)
    made = document.script(catalogue, product.media(settings), about, study, version, issued, wanted)
    marked = changes.compared(before, made) if before else None
    if out is None:
        OUT.print(markdown.markdown(marked or made), end="")
        return
    _write(out, made)
    if marked is not None:
        _write(out.with_stem(f"{out.stem}-changes"), marked)


def _wanted(condition: Condition, language: str, default: Language, *, one: bool) -> tuple[Language, ...]:
    """The languages to write in; ends where the condition lacks what is wanted."""
    known = condition.text.languages
    if language:
        if (wanted := spoken(language)) not in known:
            fail(f"error: `{condition.id}` is not written in `{wanted}`: use {' or '.join(known)}")
        return (wanted,)
    written = document.languages(condition)
    return (default if default in known else written[0],) if one else written


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told) if told else datetime.now(UTC).date()
    except ValueError:
        fail(f"error: `{told[:20]}` is no date: write it like 2026-01-30")


def _earlier(path: Path) -> Script:
    try:
        return model.read(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        fail(f"error: there is no file {path}")
    except (model.UnreadableScriptError, UnicodeDecodeError):
        fail(f"error: {path.name} is no script of this version: it is written by `script STUDY --out FILE.json`")


def _write(path: Path, made: Script) -> None:
    match path.suffix.lower():
        case ".docx":
            path.write_bytes(word.word(made))
        case ".json":
            path.write_text(json.dumps(made.as_json(), ensure_ascii=False, indent=1), encoding="utf-8")
        case ".html":
            path.write_text(html.html(made), encoding="utf-8")
        case _:
            path.write_text(markdown.markdown(made), encoding="utf-8")
    OUT.print(f"Written: {path}")
