"""Serve the web chat and the coordinators' pages; what is done without a command."""

from typing import Annotated

import typer

from bot import app as product
from bot import settings as configuration
from bot.commands.console import OUT, CriteriaOption
from bot.commands.coordinator_link import demonstration_link


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
) -> None:
    """Serve the web chat and the coordinators' pages, unless a command is given."""
    context.obj = criteria
    if context.invoked_subcommand is not None:
        return
    settings = configuration.read()
    changed = {"criteria": criteria, "host": host, "port": port}
    settings = settings.model_copy(update={name: value for name, value in changed.items() if value is not None})

    def say(address: str) -> None:
        OUT.print(f"The web chat is at {address} (stop it with Ctrl+C)")
        if demo:
            OUT.print(f"The demonstration's figures: {settings.public_url or address}{demonstration_link(settings)}")

    product.serve(settings, say, demonstration=demo)
