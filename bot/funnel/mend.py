"""Undoing what a wrong clock has done to the calendar: releases of times that have not been, and tallies that wait for them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, delete, select, update

from bot.funnel.calendar import Period, Week, monday, plausible, week_of
from bot.funnel.schema import RELEASE, TALLY


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was mended."""

    study: str
    period: Period
    now: Period | None = None
    """The weeks that a release keeps; None for what was taken away."""


@dataclass(frozen=True, slots=True)
class Mended:
    """All that was mended."""

    releases: tuple[Change, ...]
    tallies: tuple[Change, ...]


def mend(connection: Connection, now: datetime) -> Mended:
    """Undo what a clock that was wrong has done, by one that is right.

    Of releases, those go whose weeks have not begun, or had ended before this program existed: they hold nothing but
    noise, or people of a wrong date. One that was drawn before its end keeps the weeks up to this one, so that counting
    goes on with the next. Open tallies of such times go, too.
    """
    releases: list[Change] = []
    for study, definition, period in _rows(connection, RELEASE):
        here = (RELEASE.c.study == study, RELEASE.c.definition == definition, RELEASE.c.first_week == period.first)
        if _nobodys(period, now):
            connection.execute(delete(RELEASE).where(*here))
            releases.append(Change(study, period))
        elif (kept := Period(period.first, Week(week_of(now) + 1))).end < period.end:
            connection.execute(update(RELEASE).where(*here).values(end_week=kept.end))
            releases.append(Change(study, period, kept))
    tallies: list[Change] = []
    for study, definition, period in _rows(connection, TALLY):
        if _nobodys(period, now):
            here = (TALLY.c.study == study, TALLY.c.definition == definition, TALLY.c.first_week == period.first)
            connection.execute(delete(TALLY).where(*here))
            tallies.append(Change(study, period))
    return Mended(tuple(releases), tuple(tallies))


def _nobodys(period: Period, now: datetime) -> bool:
    """Whether nobody can have come in these weeks."""
    return period.first > week_of(now) or not plausible(monday(period.end))


def _rows(connection: Connection, table: Table) -> list[tuple[str, str, Period]]:
    query = select(table.c.study, table.c.definition, table.c.first_week, table.c.end_week)
    rows = connection.execute(query.order_by(table.c.study, table.c.first_week)).all()
    return [(row.study, row.definition, Period(Week(row.first_week), Week(row.end_week))) for row in rows]
