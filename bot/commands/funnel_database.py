"""What the funnel's commands share: its database while something is done with it, and the studies that are meant."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer

from bot import app as product
from bot import settings as configuration
from bot.commands.console import catalogue
from bot.figures.report import NotOneFunnelError
from bot.figures.selection import NoSuchSpanError
from bot.funnel.service import FunnelService
from bot.funnel.told import FunnelError
from criteria.catalogue import Catalogue
from criteria.expression import did_you_mean

T = TypeVar("T")
DemoOption = Annotated[bool, typer.Option("--demo", help="Of the demonstration database (see demo-funnel).")]


def with_funnel(context: typer.Context, work: Callable[[FunnelService], Awaitable[T]], *, demo: bool = False) -> T:
    """Do something with the funnel's database and close it. Raises FunnelError."""
    service = product.open_funnel(configuration.read(), catalogue(context), demonstration=demo)

    async def run() -> T:
        try:
            return await work(service)
        except (NoSuchSpanError, NotOneFunnelError):
            raise FunnelError("the releases cannot be read together") from None
        finally:
            await service.close()

    return asyncio.run(run())


def study_ids(definitions: Catalogue, wanted: str | None) -> list[str]:
    """The study that is wanted, or all; raises FunnelError for one that is not here."""
    known = [key for condition in definitions.conditions.values() for key in condition.studies]
    if wanted is None:
        return list(known)
    found = definitions.find(wanted)
    if found is None:
        raise FunnelError(f"`{wanted}` is no study here{did_you_mean(wanted, known)}")
    return [found[1].id]
