"""Keeping the open tally, sealed, and the releases; the same on SQLite and PostgreSQL.

There is one tally for each study, definition and period, and a week is in one period at most, so a session,
which belongs to the week in which it began, is in one release at most, whatever clocks and settings do.
Every write is one transaction under one lock that all replicas share, so that merging and
releasing never meet. What goes wrong is told without content: `StoreError` when the database
failed, `Trouble` when a tally did not open.

Restoring a backup over a release draws that period's noise a second time; whoever keeps both
copies has spent epsilon twice. Copy the releases back instead.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.funnel.books import Books, Counted, Finding, Trouble
from bot.funnel.calendar import Calendar, Period, Week, week_of
from bot.funnel.cells import Detail, decode, encode
from bot.funnel.database import Reason, StoreError, read, write
from bot.funnel.mend import Mended, mend
from bot.funnel.noise import Draw
from bot.funnel.release import Release, Terms, draw_release
from bot.funnel.schema import QUARANTINE, RELEASE, TALLY, TERMS, migrate
from bot.funnel.sealed import DamagedError, ForeignKeyError, Keyring, key_id
from bot.funnel.tally import EMPTY, Waiting, histogram, merged

LIMIT: Final = 20.0
"""Seconds after which any use of the database is given up."""

_KEY: Final = ("study", "definition", "first_week")
"""What tells one tally from all others."""
_PUT: Final = update(TALLY).where(*(TALLY.c[name] == bindparam(f"in_{name}") for name in _KEY))
"""Made once, as are those below: building a statement at each write costs as much as carrying it out."""
_OPEN: Final = select(TALLY).order_by(TALLY.c.study, TALLY.c.first_week)
_RELEASED: Final = select(RELEASE.c.study, RELEASE.c.definition, RELEASE.c.first_week, RELEASE.c.end_week)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge leaves behind."""

    kept: Waiting
    """Raises that could not be merged yet: their period is not open, or the tally is foreign."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Released:
    """What `release_due` has drawn, and the tallies that it could not open."""

    releases: tuple[Release, ...]
    findings: tuple[Finding, ...]


class Store:
    """The funnel's part of the database."""

    def __init__(
        self,
        engine: AsyncEngine,
        keyring: Keyring,
        calendar: Calendar,
        counted: Sequence[Counted],
        *,
        draw: Draw = secrets.randbelow,
        limit: float = LIMIT,
    ) -> None:
        """Keep to `engine` (see `database.connect`); `draw` is replaced by tests alone."""
        self._engine = engine
        self._keyring = keyring
        self._calendar = calendar
        self._counted = sorted(counted, key=lambda c: c.cells.study)
        self._draw = draw
        self._limit = limit

    async def prepare(self) -> None:
        """Create the tables or bring them up to date. Raises StoreError, SchemaTooNewError."""
        await write(self._engine, self._limit, migrate)

    async def merge(self, now: datetime, waiting: Waiting) -> Merged:
        """Merge raises into the open tallies, and write every tally anew even if nothing moved.

        Raises of a period that has been released are dropped. Raises StoreError, and then nothing
        was merged, or all of it: merging again is harmless.
        """
        return await write(self._engine, self._limit, lambda c: self._merge(c, now, waiting))

    async def release_due(self, now: datetime) -> Released:
        """Release every open period that is due, in one transaction; the present one opens with a zero table.

        Periods in which nothing was open, and so nobody could have been counted, are not released. A second caller finds nothing due. Raises StoreError, and then nothing was released, or all of it.
        """
        return await write(self._engine, self._limit, lambda c: self._release(c, now))

    async def releases(self, study: str | None = None) -> tuple[Release, ...]:
        """All releases, or those of one study, the oldest first.

        Raises StoreError, with Reason.DAMAGED also for a row that is no release.
        """
        query = select(RELEASE).order_by(RELEASE.c.study, RELEASE.c.first_week, RELEASE.c.definition)
        if study is not None:
            query = query.where(RELEASE.c.study == study)
        rows = await read(self._engine, self._limit, lambda c: c.execute(query).all())
        with suppress(ValueError, TypeError):  # their words would quote the row
            return tuple(Release(_terms(row), _counts(row.counts)) for row in rows)
        raise StoreError(Reason.DAMAGED)

    async def mend(self, now: datetime) -> Mended:
        """Undo what a wrong clock has done; `now` must be right. Raises StoreError, and then nothing was done."""
        return await write(self._engine, self._limit, lambda c: mend(c, now))

    async def set_aside_foreign(self, study: str) -> int:
        """Give up a study's tallies whose key is lost; tells how many. Raises StoreError.

        They are set aside until the study's next release; counting goes on from nothing.
        """
        return await write(self._engine, self._limit, lambda c: self._give_up(c, study))

    def _merge(self, connection: Connection, now: datetime, waiting: Waiting) -> Merged:
        books, present = self._books(connection), week_of(now)
        kept: dict[str, Mapping[Week, bytes]] = {}
        for counted in self._counted:
            study = counted.cells.study
            if books.released(counted, present):
                books.note(study, Trouble.EARLY)
            self._open_period(books, counted, now)
            left = dict(waiting.get(study, {}))
            for terms, table in books.tables_of(counted):
                fold = counted.fold(terms)
                for week in [week for week in left if week in terms.period]:
                    table = merged(table, left.pop(week).translate(fold))  # noqa: PLW2901 - it grows
                self._put(connection, terms, table)
            kept[study] = {week: table for week, table in left.items() if books.waits(counted, week, present)}
        return Merged({study: weeks for study, weeks in kept.items() if weeks}, books.findings)

    def _release(self, connection: Connection, now: datetime) -> Released:
        books = self._books(connection)
        releases: list[Release] = []
        for terms, table in books.tables:
            if terms.period.due > now:
                continue
            # what was set aside has had its period to be looked at
            connection.execute(delete(QUARANTINE).where(QUARANTINE.c.study == terms.study))
            releases.append(draw_release(terms, histogram(table, len(terms.cells)), self._draw))
            connection.execute(delete(TALLY).where(*_is(terms.study, terms.definition, terms.period.first)))
        if releases:
            connection.execute(insert(RELEASE), [_published(r) for r in releases])
            self._open_present(connection, now)
        return Released(tuple(releases), books.findings)

    def _books(self, connection: Connection) -> Books:
        """Open every tally; what does not open is set aside, or left where its key is missing."""
        books = Books()
        for row in connection.execute(_RELEASED).all():
            books.note_release(row.study, row.definition, _period(row))
        for row in connection.execute(_OPEN).all():
            try:
                table = self._keyring.open(row.sealed, _beside(row._asdict()), row.key_id)
                terms = _terms(row)
                if books.is_released(terms):
                    raise DamagedError  # noqa: TRY301 - the noise is drawn only once
                books.note_table(terms, table)
            except ForeignKeyError:
                books.note_foreign(row.study, _period(row))
            except DamagedError:
                books.note(row.study, Trouble.DAMAGED)
                _set_aside(connection, row.study, row.definition, row.first_week)
        return books

    def _open_present(self, connection: Connection, now: datetime) -> None:
        """Open the present period of every study that has none, with a zero table."""
        books = self._books(connection)
        for counted in self._counted:
            terms = self._open_period(books, counted, now)
            if terms is not None:
                self._put(connection, terms, EMPTY)

    def _open_period(self, books: Books, counted: Counted, now: datetime) -> Terms | None:
        """Note the present period of a study as open, unless it is open already or over."""
        period = self._calendar.opening(now, books.taken(counted))
        if period is None:
            return None
        terms = counted.opening(period)
        books.note_table(terms, EMPTY)
        return terms

    def _put(self, connection: Connection, terms: Terms, table: bytes) -> None:
        """Write a tally, sealed anew, whether or not it has moved."""
        values = _columns(terms)
        sealed = self._keyring.seal(table, _beside(values))
        values |= {"key_id": self._keyring.current, "sealed": sealed}
        here = {f"in_{name}": values[name] for name in _KEY}
        rest = {name: values[name] for name in values.keys() - set(_KEY)}
        if not connection.execute(_PUT, rest | here).rowcount:
            connection.execute(insert(TALLY).values(values))

    def _give_up(self, connection: Connection, study: str) -> int:
        mine = {key_id(key) for key in self._keyring.keys}
        rows = connection.execute(select(TALLY).where(TALLY.c.study == study)).all()
        lost = [row for row in rows if row.key_id not in mine]
        for row in lost:
            _set_aside(connection, row.study, row.definition, row.first_week)
        return len(lost)


def _is(study: str, definition: str, first: int) -> tuple[ColumnElement[bool], ...]:
    return TALLY.c.study == study, TALLY.c.definition == definition, TALLY.c.first_week == first


def _set_aside(connection: Connection, study: str, definition: str, first: int) -> None:
    names = [c.name for c in QUARANTINE.c if c.name != "id"]
    query = select(*(TALLY.c[name] for name in names)).where(*_is(study, definition, first))
    connection.execute(insert(QUARANTINE).from_select(names, query))
    connection.execute(delete(TALLY).where(*_is(study, definition, first)))


def _columns(terms: Terms) -> dict[str, object]:
    return {
        "study": terms.study,
        "definition": terms.definition,
        "detail": terms.detail.value,
        "cells": encode(terms.cells),
        "epsilon": str(terms.epsilon),
        "first_week": terms.period.first,
        "end_week": terms.period.end,
    }


def _beside(columns: Mapping[str, object]) -> str:
    """What the seal vouches for: every term, as it stands in the row."""
    return json.dumps([columns[name] for name in TERMS])


def _terms(row: Row[*tuple[Any, ...]]) -> Terms:
    return Terms(
        study=row.study,
        definition=row.definition,
        detail=Detail(row.detail),
        cells=decode(row.cells),
        epsilon=Fraction(row.epsilon),
        period=_period(row),
    )


def _period(row: Row[*tuple[Any, ...]]) -> Period:
    return Period(Week(row.first_week), Week(row.end_week))


def _counts(text: str) -> tuple[int, ...]:
    return tuple(int(count) for count in json.loads(text))


def _published(release: Release) -> dict[str, object]:
    return _columns(release.terms) | {"counts": json.dumps(release.counts)}
