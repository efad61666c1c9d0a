"""The fixtures of the coordinators' pages."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from coordinators_world import SECRET, TODAY, Front, demonstrated, front, settings

from bot.app import open_funnel
from bot.demonstration import CHANNELS, Clock
from criteria.catalogue import Catalogue


@pytest.fixture
async def empty(shipped: Catalogue, tmp_path: Path) -> AsyncIterator[Front]:
    """A product in which nothing has been counted."""
    made = front(shipped, tmp_path)
    yield made
    await made.service.close()


@pytest.fixture(scope="session")
def demonstration(shipped: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a demonstration database."""
    folder = tmp_path_factory.mktemp("demonstration")
    demonstrated(shipped, folder)
    return folder


@pytest.fixture
async def full(shipped: Catalogue, demonstration: Path) -> AsyncIterator[Front]:
    """A coordinator who is signed in to the demonstration."""
    service = open_funnel(settings(demonstration, CHANNELS), shipped, [SECRET], demonstration=True, now=lambda: TODAY)
    made = Front(service, shipped, Clock(TODAY))
    await made.sign_in()
    yield made
    await service.close()
