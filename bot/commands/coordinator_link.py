"""Make a sign-in link to the coordinators' pages."""

import asyncio
import re
from datetime import timedelta
from typing import Annotated

import typer

from bot import app as product
from bot import definitions
from bot import settings as configuration
from bot.commands.console import OUT, CriteriaOption, FolderArgument, take
from bot.commands.funnel_database import DemoOption, with_funnel
from bot.faces.web.coordinators.sign_in import DOOR
from bot.funnel.service import FunnelService
from bot.funnel.told import FunnelError
from bot.listen import address, served_at

LONGEST_HOURS = 24 * 31
UNITS = {"m": 1 / 60, "h": 1.0, "d": 24.0}


def coordinator_link(
    context: typer.Context,
    folder: FolderArgument = None,
    valid: Annotated[str, typer.Option(help="How long the link may wait: 30m, 72h, 7d; at most 31d.")] = "72h",
    host: Annotated[str | None, typer.Option(help="The address that the pages are served on.")] = None,
    port: Annotated[int | None, typer.Option(help="The port that the pages are served on.", min=1, max=65535)] = None,
    criteria: CriteriaOption = None,
    *,
    revoke: Annotated[
        bool, typer.Option("--revoke", help="Make none: take every link back, and sign everybody out.")
    ] = False,
    demo: DemoOption = False,
) -> None:
    """Make a sign-in link to the coordinators' pages. It is good once; give it to one person, on a safe way."""
    length = _duration(valid)
    take(context, criteria, folder)
    settings = configuration.read()
    given = context.parent.params if context.parent else {}
    base = _base(settings, host or given.get("host"), port or given.get("port"))

    async def work(service: FunnelService) -> None:
        if revoke:
            taken = await service.revoke()
            OUT.print(f"Taken back: {taken.links} links that waited, {taken.sessions} people who were signed in.")
        else:
            OUT.print(f"{base}{DOOR}/{await service.link(length)}")

    with_funnel(context, work, demo=demo)


def _base(settings: configuration.Settings, host: str | None, port: int | None) -> str:
    """Where the pages are: as it is published, as it is said here, as it is served just now, or as it is set."""
    if settings.public_url:
        return settings.public_url
    if host is None and port is None and (here := served_at(settings.data)):
        return here
    return address(host or settings.host, port or settings.port)


def demonstration_link(settings: configuration.Settings) -> str:
    """The path of a new sign-in link to the demonstration's figures. Raises FunnelError."""
    service = product.open_funnel(settings, definitions.served(settings.criteria), demonstration=True)

    async def work() -> str:
        try:
            return await service.link(timedelta(hours=1))
        finally:
            await service.close()

    return f"{DOOR}/{asyncio.run(work())}"


def _duration(text: str) -> timedelta:
    found = re.fullmatch(r"([0-9]{1,4})([mhd])", text.strip().lower())
    hours = int(found[1]) * UNITS[found[2]] if found else 0.0
    if not 0 < hours <= LONGEST_HOURS:
        raise FunnelError(f"`{text[:20]}` is no time that a link may wait: write 30m, 72h or 7d, and at most 31d")
    return timedelta(hours=hours)
