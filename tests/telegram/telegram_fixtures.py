"""The fixtures of the Telegram tests: every talk is held by polling and by a webhook."""

from collections.abc import AsyncIterator

import pytest
from person import Person
from telegram_world import Mode, World, world_of

from criteria.catalogue import Catalogue


@pytest.fixture(params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest) -> Mode:
    return "polling" if request.param == "polling" else "webhook"


@pytest.fixture
async def world(shipped: Catalogue, mode: Mode) -> AsyncIterator[World]:
    async with world_of(shipped, mode) as found:
        yield found


@pytest.fixture
async def polling(shipped: Catalogue) -> AsyncIterator[World]:
    async with world_of(shipped, "polling") as found:
        yield found


@pytest.fixture
async def webhook(shipped: Catalogue) -> AsyncIterator[World]:
    async with world_of(shipped, "webhook") as found:
        yield found


@pytest.fixture
def ana(world: World) -> Person:
    return world.person()
