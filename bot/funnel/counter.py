"""The running part: raises wait in memory, and every minute they are merged; releases when due.

A conversation never waits for the database and never fails with it.
"""

import asyncio
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final, TypeVar

from bot.funnel.books import Finding
from bot.funnel.calendar import Calendar, plausible, week_of
from bot.funnel.cells import CellNumber
from bot.funnel.database import Reason, StoreError
from bot.funnel.release import Release
from bot.funnel.schema import SchemaTooNewError
from bot.funnel.store import Merged, Released, Store
from bot.funnel.tally import Pending

T = TypeVar("T")

EVERY: Final = 60.0
"""Seconds between two merges, by the clock alone."""


class Notice(StrEnum):
    """What the counter tells about itself, besides what was found wrong with a tally."""

    RESUMED = "resumed"
    """The database answers again."""
    SCHEMA_TOO_NEW = "schema_too_new"
    """The database belongs to a newer version of this program; nothing is merged."""
    CLOCK = "clock"
    """This machine's clock cannot be right; nothing is counted, merged or released."""
    FAILED = "failed"
    """Something that was not foreseen; raises are kept, and the next minute tries again."""


News = Finding | Reason | Notice
"""All that is ever reported; none of it holds a count, a slot or a cell."""


def _now() -> datetime:
    return datetime.now(UTC)


class Counter:
    """Counts sessions for the studies given. To be used on one event loop."""

    def __init__(
        self,
        store: Store,
        calendar: Calendar,
        studies: Collection[str],
        *,
        report: Callable[[News], None] = lambda _news: None,
        released: Callable[[Release], object] = lambda _release: None,
        now: Callable[[], datetime] = _now,
        every: float = EVERY,
    ) -> None:
        """Tell `report` each trouble once while it lasts, `released` each release drawn here."""
        self._store = store
        self._calendar = calendar
        self._studies = frozenset(studies)
        self._report = report
        self._released = released
        self._now = now
        self._every = every
        self._pending = Pending()
        self._prepared = False
        self._down: Reason | Notice | None = None
        self._told: frozenset[Finding] = frozenset()
        self._running: asyncio.Task[None] | None = None

    def raise_slot(self, study: str, slot: int, cell: CellNumber, started: datetime) -> None:
        """Raise a session's slot to a cell. Never waits, never fails.

        `started` is the session's start, with its zone; the whole hour will do. Nothing happens for
        a session of an earlier period, or for a study, slot or cell that is not counted.
        """
        if study not in self._studies or started.tzinfo is None or not plausible(self._now()):
            return
        if self._calendar.counts(started, self._now()):
            self._pending.raise_slot(study, week_of(started), slot, cell)

    async def tick(self) -> None:
        """Merge what waits, then release what is due. Faults are reported, never raised."""
        if not plausible(self._now()):
            self._fell(Notice.CLOCK)
            return
        waiting = self._pending.take()
        try:
            if not self._prepared:
                await self._store.prepare()
                self._prepared = True
            merge = await self._store.merge(self._now(), waiting)
            waiting = merge.kept
            due = await self._store.release_due(self._now())
        except StoreError as fault:
            self._prepared = self._prepared and fault.reason is not Reason.MISSING
            self._fell(fault.reason)
        except SchemaTooNewError:
            self._fell(Notice.SCHEMA_TOO_NEW)
        except Exception:  # noqa: BLE001 (counting must outlive whatever the database thinks of)
            self._fell(Notice.FAILED)
        else:
            self._rose()
            self._tell(merge, due)
        finally:
            self._pending.give_back(waiting)

    async def run(self) -> None:
        """Tick on a fixed clock until cancelled; a slow tick does not move the clock."""
        loop = asyncio.get_running_loop()
        next_at = loop.time()
        while True:
            await self.tick()
            missed = max(0.0, loop.time() - next_at) // self._every
            next_at += (missed + 1) * self._every
            await asyncio.sleep(next_at - loop.time())

    @property
    def well(self) -> bool:
        """Whether the last minute's work was done, as far as there was one."""
        return self._down is None

    def start(self) -> None:
        """Begin ticking in the background."""
        if self._running is None:
            self._running = asyncio.create_task(self.run(), name="funnel")

    async def stop(self) -> None:
        """Stop ticking and merge what waits a last time."""
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
            self._running = None
        await self.tick()

    def _fell(self, why: Reason | Notice) -> None:
        if self._down is not why:
            self._down = why
            _say(self._report, why)

    def _rose(self) -> None:
        if self._down is not None:
            self._down = None
            _say(self._report, Notice.RESUMED)

    def _tell(self, merge: Merged, due: Released) -> None:
        found = frozenset((*merge.findings, *due.findings))
        for finding in sorted(found - self._told, key=lambda f: (f.study, f.trouble)):
            _say(self._report, finding)
        self._told = found
        for release in due.releases:
            _say(self._released, release)


def _say(listener: Callable[[T], object], what: T) -> None:
    """Tell a listener; what it makes of it must not stop the counting."""
    with suppress(Exception):
        listener(what)
