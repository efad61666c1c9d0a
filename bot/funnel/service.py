"""The running funnel: definitions and a plan become what counts, keeps, releases, and hands releases out."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.conversation.seal import KEY_BYTES, derive
from bot.conversation.state import Action, State
from bot.funnel.books import Counted
from bot.funnel.calendar import Calendar, Note, Week, plausible
from bot.funnel.cells import CellsRefusedError
from bot.funnel.counter import Counter, Notice
from bot.funnel.counting import Counting
from bot.funnel.database import Reason, StoreError, close, connect
from bot.funnel.links import Links, Revoked
from bot.funnel.mend import Mended
from bot.funnel.notes import Notes
from bot.funnel.plan import Plan
from bot.funnel.pulse import Pulse
from bot.funnel.release import CROWDED, Release
from bot.funnel.sealed import Keyring
from bot.funnel.sources import Source, Sources
from bot.funnel.store import Store
from bot.funnel.told import TOLD, FunnelError, report, told
from criteria.catalogue import Catalogue

T = TypeVar("T")
LOG = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class FunnelService:
    """The funnel of one process."""

    counting: Counting
    calendar: Calendar
    store: Store
    links: Links
    counter: Counter
    pulse: Pulse
    sources: Sources
    engine: AsyncEngine
    now: Callable[[], datetime]
    counts: bool
    """Whether conversations are counted: not on the demonstration's database."""

    def reached(self, state: State, action: Action, source: Source) -> None:
        """Count a step of a conversation, as far as its source has not been counted often enough.

        Never waits and never fails.
        """
        if not self.counts:
            return
        try:
            self.count(state, action, source)
        except Exception as error:  # noqa: BLE001 - a conversation must not fail with the funnel
            LOG.error("the funnel could not count a step: %s", type(error).__name__)  # noqa: TRY400 - a traceback may quote answers

    def count(self, state: State, action: Action, source: Source | None = None) -> None:
        """Raise what a step has reached, on whatever database this is; without a source, nothing limits it."""
        now = self.now()
        raises = [one for one in self.counting.raises(state, action) if self.calendar.counts(one.started, now)]
        if not raises:
            return
        if source is not None and not self.sources.grant(source, state.seed, self.calendar.period_of(now)):
            return
        for one in raises:
            self.counter.raise_slot(one.tally, one.slot, one.cell, one.started)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """While this lasts, raises are merged each minute and releases happen by themselves."""
        if self.counts:
            self.counter.start()
        try:
            yield
        finally:
            if self.counts:
                await self.counter.stop()
            await self.close()

    async def close(self) -> None:
        """Close the database."""
        await close(self.engine)

    async def releases(self) -> tuple[Release, ...]:
        """All releases, the oldest first; none where nothing has been counted yet. Raises FunnelError."""
        try:
            return await self.store.releases()
        except StoreError as fault:
            if fault.reason is Reason.MISSING:
                return ()
            raise FunnelError(f"the funnel cannot be read: {TOLD[fault.reason]}") from None

    async def release_due(self) -> tuple[Release, ...]:
        """Perform the releases that are due. Raises FunnelError."""
        self._check_clock()
        with told():
            await self.store.prepare()
            done = await self.store.release_due(self.now())
        for finding in done.findings:
            report(finding)
        return done.releases

    async def mend(self, today: date) -> Mended:
        """Undo what a wrong clock has done, on the word that today is this day. Raises FunnelError."""
        self._check_clock()
        if self.now().date() != today:
            raise FunnelError(
                f"this machine's clock shows {self.now():%Y-%m-%d} (UTC), and you say {today}: set the clock first"
            )
        with told():
            await self.store.prepare()
            return await self.store.mend(self.now())

    def _check_clock(self) -> None:
        if not plausible(self.now()):
            raise FunnelError(f"the funnel cannot be used: {TOLD[Notice.CLOCK]}")

    async def well(self) -> bool:
        """Whether the funnel's database does what it is asked, for machines that ask for nothing more."""
        return await self.pulse.well()

    async def admit(self, secret: str) -> str | None:
        """Use up a sign-in link: the secret of the session it begins, None for no good link. Raises FunnelError."""
        with told():
            return await _or_without_tables(self.links.spend(secret, self.now()), None)

    async def knows(self, session: str) -> bool:
        """Whether a coordinator's session goes on. Raises FunnelError."""
        with told():
            return await _or_without_tables(self.links.knows(session, self.now()), False)

    async def leave(self, session: str) -> bool:
        """End a coordinator's session for good; whether it had gone on. Raises FunnelError."""
        with told():
            return await _or_without_tables(self.links.end(session), False)

    async def link(self, valid: timedelta) -> str:
        """The secret of a new sign-in link. Raises FunnelError."""
        with told():
            return await self.links.make(self.now(), valid)

    async def revoke(self) -> Revoked:
        """Take every sign-in link and every coordinator's session back. Raises FunnelError."""
        with told():
            taken = await self.links.revoke()
        LOG.info("every sign-in link and every coordinator's session was taken back")
        return taken

    async def give_up(self, study: str) -> int:
        """Set aside a study's open tally whose key is lost; tells how many there were. Raises FunnelError."""
        with told():
            await self.store.prepare()
            return await self.store.set_aside_foreign(study)

    async def notes(self) -> tuple[Note, ...]:
        """What coordinators have written on the calendar; none where the tables are older. Raises FunnelError."""
        try:
            return await Notes(self.engine).all()
        except StoreError as fault:
            if fault.reason is Reason.MISSING:
                return ()
            raise FunnelError(f"the funnel cannot be read: {TOLD[fault.reason]}") from None

    async def note(self, study: str, week: Week, text: str) -> None:
        """Write on the calendar of a study. Raises NoteRefusedError and FunnelError."""
        with told():
            await Notes(self.engine).add(study, week, text)

    async def unnote(self, study: str, number: int) -> None:
        """Take a note off the calendar of a study. Raises FunnelError."""
        with told():
            await Notes(self.engine).remove(study, number)

    async def is_demonstration(self) -> bool:
        """Whether the people counted are invented."""
        with suppress(StoreError):
            return await self.links.is_demonstration()
        return False


async def _or_without_tables(asked: Awaitable[T], otherwise: T) -> T:
    """What the database answers; where it is so new that it has no tables, `otherwise`."""
    try:
        return await asked
    except StoreError as fault:
        if fault.reason is not Reason.MISSING:
            raise
        return otherwise


def open_service(
    plan: Plan,
    catalogue: Catalogue,
    secrets: Sequence[bytes],
    *,
    now: Callable[[], datetime] = utc_now,
    released: Callable[[Release], object] = lambda _release: None,
) -> FunnelService:
    """The funnel over these definitions; nothing connects yet. Raises FunnelError."""
    try:
        counting = Counting(catalogue, plan.channels)
    except CellsRefusedError as refused:
        raise FunnelError(f"{refused}; leave some criteria to the study team") from None
    engine = _engine(plan.database)
    calendar = Calendar(plan.weeks)
    keyring = Keyring(tuple(derive(secret, "funnel tally", KEY_BYTES) for secret in secrets))
    counted = [Counted(cells, plan.detail, plan.epsilon) for cells in counting.tallies]
    store = Store(engine, keyring, calendar, counted)
    names = [cells.study for cells in counting.tallies]

    def drawn(release: Release) -> None:
        if release.crowded:
            LOG.warning("the release of %s: %s", release.terms.study, CROWDED)
        released(release)

    counter = Counter(store, calendar, names, report=report, released=drawn, now=now)
    who = "the demonstration's coordinators" if plan.demonstration else "coordinators"
    links = Links(engine, derive(secrets[0], who, KEY_BYTES))
    pulse, sources = Pulse(engine, counter), Sources(plan.per_source)
    return FunnelService(
        counting, calendar, store, links, counter, pulse, sources, engine, now, counts=not plan.demonstration
    )


def _engine(url: str) -> AsyncEngine:
    try:
        _make_folder(make_url(url).database if url.startswith("sqlite") else None)
        return connect(url)
    except ModuleNotFoundError:
        raise FunnelError("PostgreSQL needs one more package: pip install 'eligibility-assistant[postgres]'") from None
    except (ValueError, ArgumentError):
        raise FunnelError(
            "DATABASE_URL cannot be read: write postgresql+asyncpg://user:password@host/name, with %-codes for "
            "signs like @ or / in the password"
        ) from None


def _make_folder(path: str | None) -> None:
    """Make the file's folder for its owner only; where that fails, the counter tells, and chats go on."""
    if path:
        with suppress(OSError):
            Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
