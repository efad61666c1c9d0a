"""What every command shares: where it prints, the options it takes, and which definitions it means."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from bot import definitions
from bot import settings as configuration
from criteria.catalogue import Catalogue
from criteria.languages import LANGUAGES, Language

OUT = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
ERR = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)

CriteriaOption = Annotated[
    Path | None,
    typer.Option(
        "--criteria", metavar="FOLDER", help="A folder of definitions in place of the shipped ones [setting: CRITERIA]."
    ),
]
FolderArgument = Annotated[
    Path | None,
    typer.Argument(metavar="[FOLDER]", help="The folder of definitions; the same as --criteria FOLDER."),
]
LanguageOption = Annotated[str, typer.Option("--language", help=f"{' or '.join(LANGUAGES)}.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def fail(*lines: str) -> NoReturn:
    """Say what is wrong, and end with exit code 1."""
    for line in lines:
        ERR.print(line)
    sys.exit(1)


def spoken(code: str) -> Language:
    """The language of an option; where we have none of this name, an end with exit code 1."""
    for language in LANGUAGES:
        if language == code:
            return language
    fail(f"error: `{code}` is no language here: use {' or '.join(LANGUAGES)}")


def folder(context: typer.Context, criteria: Path | None, named: Path | None = None) -> Path | None:
    """The folder of definitions that is meant, by option or by name; None for the shipped ones."""
    if criteria and named and criteria != named:
        fail(f"error: two folders are named, {named} and {criteria}: name one")
    return named or criteria or context.obj or configuration.read().criteria


def catalogue(context: typer.Context, criteria: Path | None = None, named: Path | None = None) -> Catalogue:
    """The definitions that are meant, as they would be served, or previewed if they are drafts; raises DefinitionError."""
    return definitions.served(folder(context, criteria, named), preview=True)


def take(context: typer.Context, criteria: Path | None, named: Path | None) -> None:
    """Mean this folder from here on, for whatever a command does with the definitions."""
    context.obj = folder(context, criteria, named)
