"""The funnel's tables and how they came to be, version by version."""

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    insert,
    inspect,
    select,
    text,
    update,
)

METADATA: Final = MetaData()

VERSION: Final = Table("funnel_version", METADATA, Column("version", Integer, nullable=False))

TERMS: Final = ("study", "definition", "detail", "cells", "epsilon", "first_week", "end_week")
"""The columns that hold a `release.Terms`."""


def _terms() -> list[Column[Any]]:
    return [
        Column("study", String(64), nullable=False),
        Column("definition", String(16), nullable=False),
        Column("detail", String(16), nullable=False),
        Column("cells", Text, nullable=False),
        Column("epsilon", String(32), nullable=False),
        Column("first_week", Integer, nullable=False),
        Column("end_week", Integer, nullable=False),
    ]


TALLY: Final = Table(
    "funnel_tally",
    METADATA,
    *_terms(),
    Column("key_id", String(8), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("study", "definition", "first_week"),
    comment="the open counts: one sealed table per study, definition and period",
)

RELEASE: Final = Table(
    "funnel_release",
    METADATA,
    *_terms(),
    Column("counts", Text, nullable=False),
    UniqueConstraint("study", "definition", "first_week"),
    comment="the published counts, each with its noise",
)

QUARANTINE: Final = Table(
    "funnel_quarantine",
    METADATA,
    Column("id", Integer, primary_key=True),
    *_terms(),
    Column("key_id", String(8), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    comment="tallies that did not open, set aside",
)


LINK: Final = Table(
    "funnel_link",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("expires", Integer, nullable=False),
    comment="sign-in links that have not been used, by the hash of their secret; seconds since 1970",
)

SESSION: Final = Table(
    "funnel_session",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("began", Integer, nullable=False),
    Column("seen", Integer, nullable=False),
    comment="coordinators who are signed in, by the hash of their secret; seconds since 1970",
)

MARK: Final = Table(
    "funnel_mark",
    METADATA,
    Column("mark", String(32), primary_key=True),
    comment="what this database as a whole is; `demonstration` for one with invented people",
)

NOTE: Final = Table(
    "funnel_note",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("study", String(64), nullable=False),
    Column("week", Integer, nullable=False),
    Column("text", String(200), nullable=False),
    comment="what coordinators have written on a study's calendar; neither who wrote it nor when",
)


class SchemaTooNewError(Exception):
    """The database was written by a newer version of this program."""


def _first(connection: Connection) -> None:
    METADATA.create_all(connection, tables=[TALLY, RELEASE, QUARANTINE])


def _second(connection: Connection) -> None:
    METADATA.create_all(connection, tables=[LINK, MARK])


def _sessions(connection: Connection) -> None:
    """Sessions; and a tally for each period, where there was one at a time."""
    METADATA.create_all(connection, tables=[SESSION])
    names = ", ".join(column.name for column in TALLY.c)
    connection.execute(text("ALTER TABLE funnel_tally RENAME TO funnel_tally_of_two"))
    METADATA.create_all(connection, tables=[TALLY])
    connection.execute(text(f"INSERT INTO funnel_tally ({names}) SELECT {names} FROM funnel_tally_of_two"))  # noqa: S608 - our own names
    connection.execute(text("DROP TABLE funnel_tally_of_two"))


def _notes(connection: Connection) -> None:
    METADATA.create_all(connection, tables=[NOTE])


MIGRATIONS: Final[tuple[Callable[[Connection], None], ...]] = (_first, _second, _notes, _sessions)
"""Append only: version n is reached by running the first n of them."""


def migrate(connection: Connection) -> None:
    """Bring the tables to this program's version. The caller holds the lock and the transaction.

    Raises SchemaTooNewError when they are beyond it.
    """
    if not inspect(connection).has_table(VERSION.name):
        METADATA.create_all(connection, tables=[VERSION])
        connection.execute(insert(VERSION).values(version=0))
    version = connection.execute(select(VERSION.c.version)).scalar_one()
    if version > len(MIGRATIONS):
        raise SchemaTooNewError
    for step in MIGRATIONS[version:]:
        step(connection)
    connection.execute(update(VERSION).values(version=len(MIGRATIONS)))
