"""Print a study's script for an ethics committee."""

from typing import Annotated

import typer

from bot import settings as configuration
from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, fail
from bot.conversation.cards.context import About
from bot.script import document
from criteria.languages import LANGUAGES


def script(
    context: typer.Context,
    study: Annotated[str, typer.Argument(metavar="STUDY", help="The study's registry id.")],
    language: Annotated[str, typer.Option(help="en or es.")] = "es",
    criteria: CriteriaOption = None,
) -> None:
    """Print all that participants can read, with the rules, as one document for an ethics committee (Markdown)."""
    if language not in LANGUAGES:
        fail(f"error: `{language}` is no language here: use en or es")
    settings = configuration.read()
    about = About("web", settings.operator, settings.privacy_contact, settings.help_contact)
    found = document.script(console.catalogue(context, criteria), about, study, "en" if language == "en" else "es")
    if found is None:
        fail(f"error: `{study}` is no study here")
    OUT.print(found, end="")
