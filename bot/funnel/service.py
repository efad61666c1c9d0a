"""The running funnel: definitions and a plan become what counts, keeps, releases, and hands releases out."""

import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Final

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.conversation.seal import KEY_BYTES, derive
from bot.conversation.state import Action, State
from bot.funnel.calendar import Calendar, Note, Week
from bot.funnel.cells import CellsRefusedError, Detail
from bot.funnel.counter import Counter, News, Notice
from bot.funnel.counting import Counting
from bot.funnel.database import Reason, StoreError, connect
from bot.funnel.links import Links
from bot.funnel.notes import Notes
from bot.funnel.release import Release, UnreadableError
from bot.funnel.schema import SchemaTooNewError
from bot.funnel.sealed import Keyring
from bot.funnel.store import Counted, Finding, Store, Trouble
from criteria.catalogue import Catalogue

LOG = logging.getLogger(__name__)

_TOLD: Final = {
    Reason.LOCKED: "its database is locked",
    Reason.READ_ONLY: "its database is read-only",
    Reason.FULL: "its database's disk is full",
    Reason.DAMAGED: "its database is damaged; move its file away, and a new one is made",
    Reason.MISSING: "its database has no tables",
    Reason.AWAY: "its database cannot be reached or opened",
    Notice.SCHEMA_TOO_NEW: "its database belongs to a newer version of this program",
    Notice.FAILED: "something that was not foreseen",
}


class FunnelError(UnreadableError):
    """The funnel cannot be kept or read; the message is one line that says what to do."""


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
    engine: AsyncEngine
    now: Callable[[], datetime]
    counts: bool
    """Whether conversations are counted: not on the demonstration's database."""

    def reached(self, state: State, action: Action) -> None:
        """Count a step of a conversation. Never waits and never fails."""
        if not self.counts:
            return
        try:
            self.count(state, action)
        except Exception as error:  # noqa: BLE001 - a conversation must not fail with the funnel
            LOG.error("the funnel could not count a step: %s", type(error).__name__)  # noqa: TRY400 - a traceback may quote answers

    def count(self, state: State, action: Action) -> None:
        """Raise what a step has reached, on whatever database this is."""
        for one in self.counting.raises(state, action):
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
            await self.engine.dispose()

    async def releases(self) -> tuple[Release, ...]:
        """All releases, the oldest first; none where nothing has been counted yet. Raises FunnelError."""
        try:
            return await self.store.releases()
        except StoreError as fault:
            if fault.reason is Reason.MISSING:
                return ()
            raise FunnelError(f"the funnel cannot be read: {_TOLD[fault.reason]}") from None

    async def release_due(self) -> tuple[Release, ...]:
        """Perform the releases that are due. Raises FunnelError."""
        with _told():
            await self.store.prepare()
            done = await self.store.release_due(self.now())
        for finding in done.findings:
            _report(finding)
        return done.releases

    async def admit(self, secret: str) -> bool:
        """Use up a sign-in link; whether it was good. Raises FunnelError."""
        with _told():
            return await self.links.spend(secret, self.now())

    async def link(self, valid: timedelta) -> str:
        """The secret of a new sign-in link. Raises FunnelError."""
        with _told():
            return await self.links.make(self.now(), valid)

    async def revoke(self) -> None:
        """End every sign-in link that is open, and every session. Raises FunnelError."""
        with _told():
            await self.links.revoke()

    async def give_up(self, study: str) -> int:
        """Set aside a study's open tally whose key is lost; tells how many there were. Raises FunnelError."""
        with _told():
            await self.store.prepare()
            return await self.store.set_aside_foreign(study)

    async def notes(self) -> tuple[Note, ...]:
        """What coordinators have written on the calendar; none where the tables are older. Raises FunnelError."""
        try:
            return await Notes(self.engine).all()
        except StoreError as fault:
            if fault.reason is Reason.MISSING:
                return ()
            raise FunnelError(f"the funnel cannot be read: {_TOLD[fault.reason]}") from None

    async def note(self, study: str, week: Week, text: str) -> None:
        """Write on the calendar of a study. Raises NoteRefusedError and FunnelError."""
        with _told():
            await Notes(self.engine).add(study, week, text)

    async def unnote(self, study: str, number: int) -> None:
        """Take a note off the calendar of a study. Raises FunnelError."""
        with _told():
            await Notes(self.engine).remove(study, number)

    async def is_demonstration(self) -> bool:
        """Whether the people counted are invented."""
        with suppress(StoreError):
            return await self.links.is_demonstration()
        return False


class _told:  # noqa: N801 - reads as a statement
    """Turn what the database says into a line that says what to do."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _trace: object) -> None:
        match fault:
            case StoreError(reason=reason):
                raise FunnelError(f"the funnel cannot be used: {_TOLD[reason]}") from None
            case SchemaTooNewError():
                raise FunnelError("the funnel's database belongs to a newer version of this program") from None


@dataclass(frozen=True, repr=False)
class Plan:
    """Where the funnel is kept and how it is counted."""

    database: str
    """A SQLAlchemy address, which may hold a password."""
    channels: tuple[str, ...]
    weeks: int
    detail: Detail
    epsilon: Fraction
    demonstration: bool = False
    """Whether it is the one with invented people, in which no conversation is counted."""


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
    counter = Counter(store, calendar, names, report=_report, released=released, now=now)
    return FunnelService(counting, calendar, store, Links(engine), counter, engine, now, counts=not plan.demonstration)


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


def _report(news: News) -> None:
    """Log what the counter has to tell; none of it holds a count, a slot or a cell."""
    match news:
        case Finding(study, Trouble.DAMAGED):
            LOG.warning(
                "the funnel's open tally of %s was damaged and has been set aside; counting goes on anew", study
            )
        case Finding(study, Trouble.FOREIGN):
            LOG.warning(
                "the funnel's open tally of %s is sealed with another key and is left untouched: "
                "add the earlier SECRET_KEY behind the present one, or give the tally up with `release --give-up %s`",
                study,
                study,
            )
        case Finding(study, Trouble.AHEAD):
            LOG.warning(
                "the funnel counts nothing of %s until its open period begins, which lies ahead: is this clock right, "
                "or was it wrong before?",
                study,
            )
        case Notice.RESUMED:
            LOG.warning("the funnel's database answers again; what waited has been merged")
        case Reason() | Notice():
            LOG.warning("the funnel waits, and chats go on: %s", _TOLD[news])
