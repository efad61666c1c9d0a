"""Print a study's script for an ethics committee."""

from typing import Annotated

import typer

from bot import settings as configuration
from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, LanguageOption, fail, spoken
from bot.conversation.cards.context import About
from bot.script import document


def script(
    context: typer.Context,
    study: Annotated[str, typer.Argument(metavar="STUDY", help="The study's registry id.")],
    language: LanguageOption = "es",
    criteria: CriteriaOption = None,
) -> None:
    """Print all that participants can read, with the rules, as one document for an ethics committee (Markdown)."""
    said = spoken(language)
    settings = configuration.read()
    about = About("web", settings.operator, settings.privacy_contact, settings.help_contact)
    found = document.script(console.catalogue(context, criteria), about, study, said)
    if found is None:
        fail(f"error: `{study}` is no study here")
    OUT.print(found, end="")
