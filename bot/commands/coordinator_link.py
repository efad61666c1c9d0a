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
from bot.funnel.service import FunnelError, FunnelService

LONGEST_HOURS = 24 * 31
UNITS = {"m": 1 / 60, "h": 1.0, "d": 24.0}


def coordinator_link(
    context: typer.Context,
    folder: FolderArgument = None,
    valid: Annotated[str, typer.Option(help="How long the link may wait: 30m, 72h, 7d; at most 31d.")] = "72h",
    criteria: CriteriaOption = None,
    *,
    demo: DemoOption = False,
) -> None:
    """Make a sign-in link to the coordinators' pages. It is good once; give it to one person, on a safe way."""
    length = _duration(valid)
    take(context, criteria, folder)
    base = configuration.read().address

    async def work(service: FunnelService) -> None:
        OUT.print(f"{base}{DOOR}/{await service.link(length)}")

    with_funnel(context, work, demo=demo)


def demonstration_link(settings: configuration.Settings) -> str:
    """The path of a new sign-in link to the demonstration's figures. Raises FunnelError."""
    service = product.open_funnel(settings, definitions.served(settings.criteria), demonstration=True)

    async def work() -> str:
        try:
            return await service.link(timedelta(hours=1))
        finally:
            await service.engine.dispose()

    return f"{DOOR}/{asyncio.run(work())}"


def _duration(text: str) -> timedelta:
    found = re.fullmatch(r"([0-9]{1,4})([mhd])", text.strip().lower())
    hours = int(found[1]) * UNITS[found[2]] if found else 0.0
    if not 0 < hours <= LONGEST_HOURS:
        raise FunnelError(f"`{text[:20]}` is no time that a link may wait: write 30m, 72h or 7d, and at most 31d")
    return timedelta(hours=hours)
