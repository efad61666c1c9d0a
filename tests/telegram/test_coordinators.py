"""Coordinators on Telegram: the figures at /funnel for those who are listed, and word of a release."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fake_parts import TOKEN
from person import Person
from product import ROOT, midway, written
from synthetic import published
from telegram_world import World

from bot.app import open_funnel
from bot.conversation.wording import Wording
from bot.faces.telegram import coordinators
from bot.faces.telegram.face import TelegramFace
from bot.figures import TEXTS
from bot.figures.bulletin import Bulletins
from bot.funnel.calendar import Calendar, monday
from bot.funnel.cells import Kind
from bot.funnel.release import Release
from bot.funnel.service import FunnelService
from bot.settings import Settings
from criteria.catalogue import Catalogue
from criteria.condition import StudyId

ADDRESS = "https://studies.example.org"
COORDINATOR = 4_100_200
SECRET = b"a secret of thirty-two characters"


class Clinic(World):
    """A world in which one person is a coordinator."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        super().__init__(catalogue)
        self.service = open_funnel(Settings(data=folder), catalogue, [SECRET])

    def new_face(self, **other: Any) -> TelegramFace:
        bulletins = Bulletins(self.service, self.catalogue, Wording(TEXTS), f"{ADDRESS}/coordinators/enter/")
        return super().new_face(coordinator_ids=[COORDINATOR], bulletins=bulletins, **other)

    def coordinator(self) -> Person:
        found = self.person(name="Clara")
        found.id = found.user["id"] = found.chat["id"] = COORDINATOR
        return found


@pytest.fixture
async def clinic(shipped: Catalogue, tmp_path: Path) -> AsyncIterator[Clinic]:
    world = Clinic(shipped, tmp_path)
    await world.server.start()
    await world.start("polling")
    yield world
    await world.stop()
    await world.server.stop()
    await world.service.close()


async def test_a_listed_coordinator_gets_the_figures_and_a_link(clinic: Clinic) -> None:
    clara = clinic.coordinator()
    await clara.says("/funnel")
    told = "\n".join(message.text for message in clara.theirs)
    assert "NCT03673748 ·" in told
    assert "Las primeras cifras llegan el" in told
    secret = told.partition(f"{ADDRESS}/coordinators/enter/")[2][:43]
    assert await clinic.service.admit(secret)
    assert not await clinic.service.admit(secret)


async def test_the_message_begins_with_the_four_figures_and_its_picture_is_a_photo(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = clinic.service.counting.studies[StudyId("NCT03673748")]
    counts = [30 if cell.kind is Kind.INELIGIBLE else 9 for cell in cells.fine]

    async def releases(_service: FunnelService) -> tuple[Release, ...]:
        return (published(cells, counts),)

    monkeypatch.setattr(FunnelService, "releases", releases)
    clara = clinic.coordinator()
    await clara.says("/funnel")
    told = next(message for message in clara.theirs if message.text.startswith("NCT03673748 ·"))
    photo = next(message for message in clara.theirs if message.other.get("caption") == "NCT03673748")
    lines = told.text.split("\n")
    assert [line.partition(":")[0] for line in lines[2:6]] == [
        "Empezaron", "Con resultado", "Podrían participar", "Próxima publicación"
    ]  # fmt: skip
    assert photo.file is not None
    content = photo.file[1]
    wide, high = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    assert wide == 1080
    assert high < 1.7 * wide, "a chat makes a taller picture too small to read"


async def test_to_anybody_else_the_command_does_not_exist(clinic: Clinic) -> None:
    ana = clinic.person()
    await ana.says("/funnel")
    assert "NCT" not in "".join(message.text for message in ana.theirs)
    assert "enter" not in "".join(message.text for message in ana.theirs)


async def test_the_releases_of_one_moment_are_told_once(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coordinators, "TOGETHER", 0.05)
    clara = clinic.coordinator()
    await clara.says("/start")
    before = len(clara.theirs)
    for _ in range(4):
        clinic.face.released()
    await clinic.server.until(lambda: len(clara.theirs) > before)
    assert len(clara.theirs) == before + 1
    assert "/funnel" in clara.theirs[-1].text


async def test_a_release_from_the_command_line_is_told_once(clinic: Clinic, tmp_path: Path) -> None:
    clara = clinic.coordinator()
    await clara.says("/start")
    before = len(clara.theirs)
    await due(clinic, tmp_path, calendar := midway())
    assert "released NCT03673748" in await release(tmp_path, clinic.server.url, calendar)
    assert len(clara.theirs) == before + 1
    assert "/funnel" in clara.theirs[-1].text
    assert "Nothing is due" in await release(tmp_path, clinic.server.url, calendar)
    assert len(clara.theirs) == before + 1
    assert str(COORDINATOR).encode() not in written(tmp_path)


async def test_a_release_from_the_command_line_holds_without_telegram(clinic: Clinic, tmp_path: Path) -> None:
    await due(clinic, tmp_path, calendar := midway())
    told = await release(tmp_path, "http://127.0.0.1:9", calendar)
    assert "released NCT03673748" in told
    assert "The coordinators were not told: the Telegram Bot API cannot be reached" in told
    assert TOKEN not in told
    assert str(COORDINATOR) not in told
    assert "Nothing is due" in await release(tmp_path, clinic.server.url, calendar)


async def due(clinic: Clinic, folder: Path, calendar: Calendar) -> None:
    """Have a period opened that has ended since."""
    then = monday(calendar.period_of(datetime.now(UTC)).first) - timedelta(hours=1)
    settings = Settings(data=folder, funnel_weeks=calendar.weeks)
    service = open_funnel(settings, clinic.catalogue, [SECRET], now=lambda: then)
    await service.counter.tick()
    await service.close()


async def release(folder: Path, api: str, calendar: Calendar) -> str:
    """Run the command, as a scheduler would."""
    settings = {
        "DATA": str(folder),
        "SECRET_KEY": SECRET.decode(),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api,
        "COORDINATOR_IDS": str(COORDINATOR),
        "FUNNEL_WEEKS": str(calendar.weeks),
        "OPERATOR": "Hospital X",
        "PRIVACY_CONTACT": "privacy@example.org",
        "HELP_CONTACT": "team@example.org",
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "release"),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    told, _ = await process.communicate()
    assert process.returncode == 0, told
    return told.decode()


async def test_figures_that_cannot_be_read_are_said_so(clinic: Clinic, tmp_path: Path) -> None:
    clara = clinic.coordinator()
    (tmp_path / "funnel.db").write_bytes(b"no database" * 1000)
    await clara.says("/funnel")
    assert "La base de datos no responde" in clara.theirs[-1].text
