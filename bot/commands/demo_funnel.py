"""Fill the demonstration funnel with invented people."""

import asyncio
import random
import shlex
from typing import Annotated

import typer

from bot import app as product
from bot import settings as configuration
from bot.commands.console import OUT, CriteriaOption, FolderArgument, catalogue, take
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.wording import Wording
from bot.demonstration import CHANNELS, Clock, Population, fill
from bot.faces.web.participant.face import FACE as WEB
from bot.figures import TEXTS
from bot.funnel.service import utc_now
from criteria.languages import LANGUAGES


def demo_funnel(
    context: typer.Context,
    folder: FolderArgument = None,
    seed: Annotated[int, typer.Option(help="Another number, other people.")] = 1,
    criteria: CriteriaOption = None,
) -> None:
    """Fill a demonstration database with invented people, who walk through the real chat over six periods.

    It lies beside the real one and is never mixed with it; what it held before is replaced.
    """
    settings = configuration.read()
    settings = settings.model_copy(update={"channels": settings.channels or CHANNELS})
    take(context, criteria, folder)
    known = catalogue(context)
    path = settings.demonstration_file
    for old in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        old.unlink(missing_ok=True)
    today = utc_now()
    clock = Clock(today)
    service = product.open_funnel(settings, known, demonstration=True, now=clock)
    conversation = Conversation(known, Wording(WEB.texts), About(WEB))
    population = Population(conversation, known, settings.channels, random.Random(seed))  # noqa: S311 - invented people

    words = Wording(TEXTS)
    note = " / ".join(words.say(language, "funnel-demonstration-note") for language in LANGUAGES)

    async def work() -> int:
        try:
            return await fill(service, clock, population, today, note)
        finally:
            await service.close()

    count = asyncio.run(work())
    OUT.print(f"{path}: {count} releases about invented people. Look at them with:")
    named = context.obj
    where = f" --criteria {shlex.quote(str(named))}" if named and named != settings.criteria else ""
    OUT.print(f"  python -m bot funnel --demo{where}               the figures here")
    OUT.print(f"  python -m bot --demo{where}                      the coordinators' pages; it prints a sign-in link")
