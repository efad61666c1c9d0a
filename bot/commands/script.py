"""Print a study's script for an ethics committee."""

from typing import Annotated

import typer

from bot import app as product
from bot import settings as configuration
from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, FolderArgument, LanguageOption, fail, spoken
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from bot.script import document
from criteria.condition import Condition
from criteria.languages import Language


def script(
    context: typer.Context,
    study: Annotated[str, typer.Argument(metavar="STUDY", help="The study's registry id.")],
    folder: FolderArgument = None,
    language: LanguageOption = "",
    criteria: CriteriaOption = None,
) -> None:
    """Print all that participants can read, with the rules, as one document for an ethics committee (Markdown)."""
    settings = configuration.read()
    catalogue = console.catalogue(context, criteria, folder)
    found = catalogue.find(study)
    if found is None:
        fail(f"error: `{study}` is no study here")
    said = _of(found[0], spoken(language) if language else None, settings.default_language)
    about = product.about(settings, WEB)
    OUT.print(document.script(catalogue, Wording(WEB.texts), about, study, said), end="")


def _of(condition: Condition, wanted: Language | None, default: Language) -> Language:
    """The language that is wanted, else the default, else the condition's first; ends where it lacks what is wanted."""
    known = condition.text.languages
    if wanted is not None and wanted not in known:
        fail(f"error: `{condition.id}` is not written in `{wanted}`: use {' or '.join(known)}")
    return wanted or (default if default in known else known[0])
