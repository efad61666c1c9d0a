"""Keeping the open tally, sealed, and the releases; the same on SQLite and PostgreSQL.

Every write is one transaction under one lock that all replicas share, so that merging and
releasing never meet. What goes wrong is told without content: `StoreError` when the database
failed, `Trouble` when a tally did not open. Over 300 lines, so that all that happens under that lock is read together.

Restoring a backup over a release draws that period's noise a second time; whoever keeps both
copies has spent epsilon twice. Copy the releases back instead.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.funnel.calendar import Calendar, Period, Week, week_of
from bot.funnel.cells import Cells, Detail, decode, encode
from bot.funnel.database import Reason, StoreError, read, write
from bot.funnel.noise import Draw
from bot.funnel.release import Release, Terms, draw_release
from bot.funnel.schema import QUARANTINE, RELEASE, TALLY, TERMS, migrate
from bot.funnel.sealed import DamagedError, ForeignKeyError, Keyring, key_id
from bot.funnel.tally import EMPTY, Waiting, histogram, merged

LIMIT: Final = 20.0
"""Seconds after which any use of the database is given up."""

_RELEASED_TO: Final = select(func.max(RELEASE.c.end_week))
_OF_THE_SAME: Final = (
    RELEASE.c.study == TALLY.c.study,
    RELEASE.c.definition == TALLY.c.definition,
)
_OPEN: Final = select(TALLY, _RELEASED_TO.where(*_OF_THE_SAME).scalar_subquery().label("released_to"))
"""The open tallies, each with the week up to which its definition has been released, if ever."""

_PUT: Final = update(TALLY).where(
    TALLY.c.study == bindparam("in_study"), TALLY.c.definition == bindparam("in_definition")
)
"""Made once: building a statement at each write costs as much as carrying it out."""
_OPEN_ONE: Final = _OPEN.where(TALLY.c.study == bindparam("in_study"), TALLY.c.definition == bindparam("in_definition"))


class Trouble(StrEnum):
    """What was found wrong with a study's open tally."""

    DAMAGED = "damaged"
    """It did not open with its own key. Counting goes on from nothing; what did not open is set
    aside until the study's next release, and then deleted, for a key may still open it.
    """
    FOREIGN = "foreign"
    """It is sealed with a key that this process has not got. It is untouched; nothing is merged."""
    AHEAD = "ahead"
    """Its period begins later than now, by a clock that was wrong once or is now; nothing is counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One trouble with one study, fit to be logged."""

    study: str
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Counted:
    """A study to count, and the terms that its next period will be opened with."""

    cells: Cells
    detail: Detail = Detail.QUESTIONS
    epsilon: Fraction = Fraction(1)

    def opening(self, period: Period) -> Terms:
        """The terms of a period that is opened now."""
        cells = self.cells.listed(self.detail)
        made = self.cells
        return Terms(made.study, made.definition, self.detail, cells, self.epsilon, period)


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
        """Release every period that is due, in one transaction; the next opens with a zero table.

        A second caller finds nothing due. Raises StoreError, and then nothing was released, or all of it.
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

    async def set_aside_foreign(self, study: str) -> int:
        """Give up a study's tallies whose key is lost; tells how many. Raises StoreError.

        They are set aside until the study's next release; counting goes on from nothing.
        """
        return await write(self._engine, self._limit, lambda c: self._give_up(c, study))

    def _merge(self, connection: Connection, now: datetime, waiting: Waiting) -> Merged:
        kept: dict[str, Mapping[Week, bytes]] = {}
        findings: list[Finding] = []
        for counted in self._counted:
            study, definition = counted.cells.study, counted.cells.definition
            raises = waiting.get(study, {})
            named = {"in_study": study, "in_definition": definition}
            row = connection.execute(_OPEN_ONE, named).one_or_none()
            try:
                terms, table = self._opened(row) if row else (None, EMPTY)
            except ForeignKeyError:
                findings.append(Finding(study, Trouble.FOREIGN))
                kept[study] = raises
                continue
            except DamagedError:
                findings.append(Finding(study, Trouble.DAMAGED))
                _set_aside(connection, study, definition)
                terms, table = None, EMPTY
            if terms is None:
                terms = counted.opening(self._period(connection, counted, now))
            if terms.period.first > week_of(now):
                findings.append(Finding(study, Trouble.AHEAD))
            fold = counted.cells.fold(terms.detail)
            for week, raised in raises.items():
                if week in terms.period:
                    table = merged(table, raised.translate(fold))
            kept[study] = {w: t for w, t in raises.items() if w >= terms.period.end}
            self._put(connection, terms, table)
        return Merged({s: k for s, k in kept.items() if k}, tuple(findings))

    def _release(self, connection: Connection, now: datetime) -> Released:
        served = {(c.cells.study, c.cells.definition): c for c in self._counted}
        releases: list[Release] = []
        findings: list[Finding] = []
        for row in connection.execute(_OPEN.order_by(TALLY.c.study)).all():
            try:
                terms, table = self._opened(row)
            except ForeignKeyError:
                findings.append(Finding(row.study, Trouble.FOREIGN))
                continue
            except DamagedError:
                findings.append(Finding(row.study, Trouble.DAMAGED))
                _set_aside(connection, row.study, row.definition)
                continue
            if terms.period.due <= now:  # what was set aside has had its period to be looked at
                connection.execute(delete(QUARANTINE).where(QUARANTINE.c.study == terms.study))
            counted = served.get((terms.study, terms.definition))
            while terms.period.due <= now:
                exact = histogram(table, len(terms.cells))
                releases.append(draw_release(terms, exact, self._draw))
                if counted is None:  # an older definition's last period
                    connection.execute(delete(TALLY).where(*_is(terms.study, terms.definition)))
                    break
                terms, table = counted.opening(self._calendar.after(terms.period)), EMPTY
                self._put(connection, terms, table)
        if releases:
            connection.execute(insert(RELEASE), [_published(r) for r in releases])
        return Released(tuple(releases), tuple(findings))

    def _opened(self, row: Row[Any]) -> tuple[Terms, bytes]:
        """Open a tally. Raises ForeignKeyError, or DamagedError, also for one already released."""
        table = self._keyring.open(row.sealed, _beside(row._asdict()), row.key_id)
        terms = _terms(row)
        if row.released_to is not None and row.released_to > terms.period.first:
            raise DamagedError  # put back from before its release: the noise is drawn only once
        return terms, table

    def _period(self, connection: Connection, counted: Counted, now: datetime) -> Period:
        """The period to open now: the calendar's, without what has been released of it."""
        period = self._calendar.period_of(now)
        cells = counted.cells
        here = (RELEASE.c.study == cells.study, RELEASE.c.definition == cells.definition)
        released_to = connection.execute(_RELEASED_TO.where(*here)).scalar_one()
        if released_to is None or released_to <= period.first:
            return period
        return self._calendar.after(replace(period, end=Week(released_to)))

    def _put(self, connection: Connection, terms: Terms, table: bytes) -> None:
        """Write a tally, sealed anew, whether or not it has moved."""
        values = _columns(terms)
        sealed = self._keyring.seal(table, _beside(values))
        values |= {"key_id": self._keyring.current, "sealed": sealed}
        here = {"in_study": values["study"], "in_definition": values["definition"]}
        rest = {name: values[name] for name in values.keys() - {"study", "definition"}}
        if not connection.execute(_PUT, rest | here).rowcount:
            connection.execute(insert(TALLY).values(values))

    def _give_up(self, connection: Connection, study: str) -> int:
        mine = {key_id(key) for key in self._keyring.keys}
        rows = connection.execute(select(TALLY).where(TALLY.c.study == study)).all()
        lost = [row for row in rows if row.key_id not in mine]
        for row in lost:
            _set_aside(connection, row.study, row.definition)
        return len(lost)


def _is(study: str, definition: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return TALLY.c.study == study, TALLY.c.definition == definition


def _set_aside(connection: Connection, study: str, definition: str) -> None:
    names = [c.name for c in QUARANTINE.c if c.name != "id"]
    query = select(*(TALLY.c[name] for name in names)).where(*_is(study, definition))
    connection.execute(insert(QUARANTINE).from_select(names, query))
    connection.execute(delete(TALLY).where(*_is(study, definition)))


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


def _terms(row: Row[Any]) -> Terms:
    return Terms(
        study=row.study,
        definition=row.definition,
        detail=Detail(row.detail),
        cells=decode(row.cells),
        epsilon=Fraction(row.epsilon),
        period=Period(Week(row.first_week), Week(row.end_week)),
    )


def _counts(text: str) -> tuple[int, ...]:
    return tuple(int(count) for count in json.loads(text))


def _published(release: Release) -> dict[str, object]:
    return _columns(release.terms) | {"counts": json.dumps(release.counts)}
