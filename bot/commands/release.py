"""Perform the releases that are due."""

from datetime import datetime, timedelta
from typing import Annotated

import typer

from bot import app as product
from bot import settings as configuration
from bot.commands.console import OUT, CriteriaOption, FolderArgument, catalogue, take
from bot.commands.funnel_database import study_ids, with_funnel
from bot.faces.telegram.api import StartError as TelegramStartError
from bot.funnel.calendar import SETTLING, Period, monday
from bot.funnel.mend import Mended
from bot.funnel.release import CROWDED
from bot.funnel.service import FunnelService


def release(
    context: typer.Context,
    folder: FolderArgument = None,
    give_up: Annotated[
        str | None,
        typer.Option(
            metavar="STUDY",
            help="Set aside this study's open tally, which is sealed with a key that is lost; counting begins anew.",
        ),
    ] = None,
    mend: Annotated[
        datetime | None,
        typer.Option(
            metavar="TODAY",
            formats=["%Y-%m-%d"],
            help="Undo what a wrong clock has done, by this machine's clock, which must show this day (UTC).",
        ),
    ] = None,
    criteria: CriteriaOption = None,
) -> None:
    """Perform the releases that are due, and nothing else. The running assistant does so by itself."""
    settings = configuration.read()
    take(context, criteria, folder)
    known = catalogue(context)

    async def work(service: FunnelService) -> None:
        if mend is not None:
            _tell(await service.mend(mend.date()))
        if give_up is not None:
            count = await service.give_up(give_up)
            if not count:
                study_ids(known, give_up)  # refuses a name that is no study's
            OUT.print(f"{give_up}: {count} tally set aside." if count else f"{give_up}: no tally of another key.")
        done = await service.release_due()
        for one in done:
            OUT.print(f"released {one.terms.study}, {_days(one.terms.period)}")
            if one.crowded:
                OUT.print(f"  {CROWDED}")
        if done:
            try:
                await product.announce(settings, known, service)
            except TelegramStartError as fault:
                OUT.print(f"The coordinators were not told: {fault}")
        else:
            OUT.print(
                f"Nothing is due. The next release is due on {service.calendar.next_release(service.now()) + SETTLING:%Y-%m-%d, %H:%M} UTC."
            )

    with_funnel(context, work)


def _tell(mended: Mended) -> None:
    """Say what was mended, one line each."""
    for one in mended.releases:
        if one.now is None:
            OUT.print(f"took away the release of {one.study}, {_days(one.period)}: nobody can have come then")
        else:
            OUT.print(f"the release of {one.study} of {_days(one.period)} was drawn early: it holds {_days(one.now)}")
    for one in mended.tallies:
        OUT.print(f"took away the open tally of {one.study}, {_days(one.period)}: nobody can have come then")
    if not (mended.releases or mended.tallies):
        OUT.print("Nothing had to be mended.")


def _days(period: Period) -> str:
    """A period in days."""
    return f"{monday(period.first):%Y-%m-%d} to {monday(period.end) - timedelta(days=1):%Y-%m-%d}"
