"""Write a study's posters, one A4 page a language."""

from pathlib import Path
from typing import Annotated

import typer

from bot import settings as configuration
from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, FolderArgument, fail
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from bot.faces.web.poster import poster as drawn


def poster(
    context: typer.Context,
    study: Annotated[str, typer.Argument(metavar="STUDY", help="The study's registry id or short code.")],
    folder: FolderArgument = None,
    channel: Annotated[
        str, typer.Option("--channel", help="The channel that its link counts for [setting: CHANNELS].")
    ] = "",
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where to write the files.")] = Path(),
    criteria: CriteriaOption = None,
) -> None:
    """Write a poster in each language of a study (HTML, A4): approved words, link, square code, fingerprint."""
    settings = configuration.read()
    catalogue = console.catalogue(context, criteria, folder)
    found = catalogue.find(study)
    if found is None:
        fail(f"error: `{study}` is no study here")
    if not settings.public_url:
        fail("error: the poster's link needs the address of your site: set PUBLIC_URL")
    if channel and channel not in settings.channels:
        fail(f"error: `{channel}` is no channel: name it in CHANNELS first")
    condition, chosen = found
    if "web" not in chosen.text.faces:
        fail(f"error: {chosen.id} is kept off the web (`faces`), so a poster's link would open nothing")
    out.mkdir(parents=True, exist_ok=True)
    for language in condition.text.languages:
        file = out / f"{chosen.id}-poster-{language}.html"
        file.write_text(drawn(Wording(WEB.texts), condition, chosen, language, settings.public_url, channel), "utf-8")
        OUT.print(f"{file}: open it in a browser and print it")
