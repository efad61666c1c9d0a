"""Serve the web chat and the coordinators' pages; what is done without a command."""

import os
from typing import Annotated

import typer

from bot import misspelt
from bot import settings as configuration
from bot.commands.console import ERR, OUT, CriteriaOption
from bot.settings import Settings


def serve(
    context: typer.Context,
    criteria: CriteriaOption = None,
    host: Annotated[str | None, typer.Option(help="The address to serve on [setting: HOST].")] = None,
    port: Annotated[
        int | None, typer.Option(help="The port to serve on; 0 takes a free one [setting: PORT].", min=0, max=65535)
    ] = None,
    *,
    demo: Annotated[
        bool, typer.Option("--demo", help="Show the demonstration funnel (see demo-funnel); chats are not counted.")
    ] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="Serve drafts, too; every page says that they are drafts.")
    ] = False,
) -> None:
    """Serve the web chat and the coordinators' pages, unless a command is given."""
    context.obj = criteria
    if context.invoked_subcommand is not None:
        return
    settings = configuration.read()
    for hint in misspelt.hints(os.environ, Settings.model_fields):
        ERR.print(hint)
    changed = {"criteria": criteria, "host": host, "port": port}
    settings = settings.model_copy(update={name: value for name, value in changed.items() if value is not None})

    # only here, since every other command would wait a second for all that serves
    from bot import app as product  # noqa: PLC0415
    from bot.commands.coordinator_link import demonstration_link  # noqa: PLC0415

    figures = demonstration_link(settings) if demo else ""

    def say(address: str, telegram: str) -> None:
        beside = telegram or "there is no Telegram bot, since TELEGRAM_BOT_TOKEN is not set"
        OUT.print(f"The web chat is at {address}; {beside}. Stop with Ctrl+C.")
        if figures:
            OUT.print(f"The demonstration's figures: {settings.public_url or address}{figures}")

    product.serve(settings, say, demonstration=demo, preview=preview)
