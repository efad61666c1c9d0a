"""Write a study's questions for REDCap or as FHIR: empty instruments."""

from pathlib import Path
from typing import Annotated

import typer

from bot import settings as configuration
from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, FolderArgument, LanguageOption, fail, spoken
from bot.conversation.cards.context import About, CardContext
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE
from bot.interchange.fhir import fhir
from bot.interchange.instrument import ExportError, instrument
from bot.interchange.redcap import redcap
from criteria.condition import Condition
from criteria.languages import Language


def export(
    context: typer.Context,
    study: Annotated[str, typer.Argument(metavar="STUDY", help="The study's registry id.")],
    folder: FolderArgument = None,
    redcap_file: Annotated[
        Path | None, typer.Option("--redcap", metavar="FILE.csv", help="Write a REDCap data dictionary.")
    ] = None,
    fhir_file: Annotated[
        Path | None, typer.Option("--fhir", metavar="FILE.json", help="Write a FHIR R4 Questionnaire.")
    ] = None,
    language: LanguageOption = "",
    criteria: CriteriaOption = None,
) -> None:
    """Write the questions of a study for other programs. Nobody's answers are in it: the product keeps none."""
    if redcap_file is None and fhir_file is None:
        fail("error: name a file to write: --redcap FILE.csv, --fhir FILE.json, or both")
    catalogue = console.catalogue(context, criteria, folder)
    found = catalogue.find(study)
    if found is None:
        fail(f"error: `{study}` is no study here")
    said = _language(found[0], language)
    wording = Wording()
    asked = instrument(CardContext(catalogue, wording, About(FACE)), *found)
    for file, write in ((redcap_file, redcap), (fhir_file, fhir)):
        if file is None:
            continue
        try:
            text = write(wording, asked, said)
        except ExportError as error:
            fail(*(f"error: {file}: {line}" for line in str(error).splitlines()))
        file.write_text(text, encoding="utf-8", newline="")
        OUT.print(f"{file}: {sum(len(one.items) for one in asked.sections)} questions of {found[1].id}")


def _language(condition: Condition, named: str) -> Language:
    """The language that is named, else the setting's, else the condition's first."""
    known = condition.text.languages
    wanted = spoken(named) if named else configuration.read().default_language
    if named and wanted not in known:
        fail(f"error: `{condition.id}` is not written in `{wanted}`: use {' or '.join(known)}")
    return wanted if wanted in known else known[0]
