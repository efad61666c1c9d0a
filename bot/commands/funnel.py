"""The funnel's commands: release what is due, make a sign-in link, print the figures, make a demonstration."""

import asyncio
import random
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table as Printed

from bot import app as product
from bot import check as checking
from bot import settings as configuration
from bot.conversation.machine import Conversation
from bot.conversation.cards.context import About
from bot.conversation.wording import Wording
from bot.demonstration import CHANNELS, Clock, Population, fill
from bot.faces.telegram.api import StartError as TelegramStartError
from bot.faces.web.coordinators.sign_in import PATH
from bot.funnel.calendar import SETTLING
from bot.figures.report import NotOneFunnelError
from bot.funnel.service import DEMONSTRATION_FILE, Office, OfficeError, utc_now
from bot.figures import TEXTS
from bot.figures.reader import Reader
from bot.figures.export import as_csv, as_json
from bot.figures.values import NONE, Figures, Table
from bot.figures.selection import Asked, NoSuchSpanError
from criteria.catalogue import Catalogue
from criteria.expression import did_you_mean
from criteria.model import Language

T = TypeVar("T")

OUT = Console(soft_wrap=True, highlight=False, markup=False)
DemoOption = Annotated[bool, typer.Option("--demo", help="Of the demonstration database (see demo-funnel).")]
LONGEST_HOURS = 24 * 31
UNITS = {"m": 1 / 60, "h": 1.0, "d": 24.0}


def register(cli: typer.Typer) -> None:
    """Add the commands."""
    cli.command()(release)
    cli.command("coordinator-link")(coordinator_link)
    cli.command()(funnel)
    cli.command("demo-funnel")(demo_funnel)


def release(
    context: typer.Context,
    give_up: Annotated[
        str | None,
        typer.Option(
            metavar="STUDY",
            help="Set aside this study's open tally, which is sealed with a key that is lost; counting begins anew.",
        ),
    ] = None,
) -> None:
    """Perform the releases that are due, and nothing else. The running assistant does so by itself."""
    settings = configuration.read()
    catalogue = _catalogue(context)

    async def work(office: Office) -> None:
        if give_up is not None:
            count = await office.give_up(give_up)
            if not count:
                _studies(catalogue, give_up)  # refuses a name that is no study's
            OUT.print(f"{give_up}: {count} tally set aside." if count else f"{give_up}: no tally of another key.")
        done = await office.release_due()
        for one in done:
            OUT.print(f"released {one.terms.study}, weeks {one.terms.period.first} to {one.terms.period.last}")
        if done:
            try:
                await product.announce(settings, catalogue, office)
            except TelegramStartError as fault:
                OUT.print(f"The coordinators were not told: {fault}")
        else:
            OUT.print(
                f"Nothing is due. The next release is due on {office.calendar.next_release(office.now()) + SETTLING:%Y-%m-%d, %H:%M} UTC."
            )

    _with_office(context, work)


def coordinator_link(
    context: typer.Context,
    valid: Annotated[str, typer.Option(help="How long the link may wait: 30m, 72h, 7d; at most 31d.")] = "72h",
    *,
    demo: DemoOption = False,
) -> None:
    """Make a sign-in link to the coordinators' pages. It is good once; give it to one person, on a safe way."""
    length = _duration(valid)
    base = product.address(configuration.read())

    async def work(office: Office) -> None:
        OUT.print(f"{base}{PATH}/enter/{await office.link(length)}")

    _with_office(context, work, demo=demo)


def funnel(
    context: typer.Context,
    study: Annotated[str | None, typer.Option(help="Only this study, by its registry id.")] = None,
    as_json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    as_csv_: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    language: Annotated[str, typer.Option(help="en or es.")] = "en",
    *,
    demo: DemoOption = False,
) -> None:
    """Print the figures of all releases: who starts, where people leave, what screens out, who may fit."""
    if language not in {"en", "es"} or (as_json_ and as_csv_):
        raise OfficeError("use --language en or es, and either --json or --csv")
    spoken: Language = "es" if language == "es" else "en"
    catalogue = _catalogue(context)

    async def work(office: Office) -> list[Figures]:
        releases = await office.releases()
        marked = await office.is_demonstration()
        reader = Reader(catalogue, Wording(TEXTS), office.calendar, office.now, spoken, marked)
        return [reader.figures(releases, one, Asked()) for one in _studies(catalogue, study)]

    found = _with_office(context, work, demo=demo)
    if as_json_:
        OUT.print("[" + ",\n".join(as_json(one).rstrip() for one in found) + "]")
    elif as_csv_:
        OUT.print(as_csv(*found), end="")
    else:
        for one in found:
            _print(one)


def demo_funnel(
    context: typer.Context,
    seed: Annotated[int, typer.Option(help="Another number, other people.")] = 1,
) -> None:
    """Fill a demonstration database with invented people, who walk through the real chat over six periods.

    It lies beside the real one and is never mixed with it; what it held before is replaced.
    """
    settings = configuration.read()
    settings = settings.model_copy(update={"channels": settings.channels or CHANNELS})
    catalogue = _catalogue(context)
    path = settings.data / DEMONSTRATION_FILE
    for old in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        old.unlink(missing_ok=True)
    today = utc_now()
    clock = Clock(today)
    office = product.funnel_office(settings, catalogue, demonstration=True, now=clock)
    conversation = Conversation(catalogue, Wording(), About("web"))
    population = Population(conversation, catalogue, settings.channels, random.Random(seed))  # noqa: S311 - invented people

    async def work() -> int:
        try:
            return await fill(office, clock, population, today)
        finally:
            await office.engine.dispose()

    count = asyncio.run(work())
    OUT.print(f"{path}: {count} releases about invented people. Look at them with:")
    OUT.print("  python -m bot funnel --demo               the figures here")
    OUT.print("  python -m bot --demo                      the coordinators' pages; it prints a sign-in link")


def demonstration_link(settings: configuration.Settings) -> str:
    """The path of a new sign-in link to the demonstration's figures. Raises OfficeError."""
    office = product.funnel_office(settings, checking.served(settings.criteria), demonstration=True)

    async def work() -> str:
        try:
            return await office.link(timedelta(hours=1))
        finally:
            await office.engine.dispose()

    return f"{PATH}/enter/{asyncio.run(work())}"


def _print(figures: Figures) -> None:
    OUT.print(f"\n{figures.study}  {figures.title}")
    for line in (figures.demonstration, figures.span, *figures.summary):
        if line:
            OUT.print(line)
    for table in figures.tables:
        OUT.print(_printed(table))
        for note in table.notes:
            OUT.print(f"  {note}")
    OUT.print("")
    for note in (*figures.notes, figures.definition):
        OUT.print(note)


def _printed(table: Table) -> Printed:
    printed = Printed(title=table.title, title_justify="left")
    for at, column in enumerate(table.columns):
        text = any(isinstance(row[at], str) for row in table.rows)
        printed.add_column(column.heading, justify="left" if text else "right", overflow="fold")
    for row in table.rows:
        printed.add_row(*(NONE if cell is None else str(cell) for cell in row))
    return printed


def _studies(catalogue: Catalogue, wanted: str | None) -> list[str]:
    known = [key for condition in catalogue.conditions.values() for key in condition.studies]
    if wanted is None:
        return list(known)
    found = catalogue.find(wanted)
    if found is None:
        raise OfficeError(f"`{wanted}` is no study here{did_you_mean(wanted, known)}")
    return [found[1].id]


def _duration(text: str) -> timedelta:
    found = re.fullmatch(r"([0-9]{1,4})([mhd])", text.strip().lower())
    hours = int(found[1]) * UNITS[found[2]] if found else 0.0
    if not 0 < hours <= LONGEST_HOURS:
        raise OfficeError(f"`{text[:20]}` is no time that a link may wait: write 30m, 72h or 7d, and at most 31d")
    return timedelta(hours=hours)


def _catalogue(context: typer.Context) -> Catalogue:
    return checking.served(context.obj or configuration.read().criteria)


def _with_office(context: typer.Context, work: Callable[[Office], Awaitable[T]], *, demo: bool = False) -> T:
    """Do something with the funnel's database and close it. Raises OfficeError."""
    office = product.funnel_office(configuration.read(), _catalogue(context), demonstration=demo)

    async def run() -> T:
        try:
            return await work(office)
        except (NoSuchSpanError, NotOneFunnelError):
            raise OfficeError("the releases cannot be read together") from None
        finally:
            await office.engine.dispose()

    return asyncio.run(run())
