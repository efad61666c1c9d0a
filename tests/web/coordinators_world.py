"""The coordinators' pages for tests: a service on a database of its own, a clock, and a coordinator."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import httpx
from starlette.applications import Starlette

from bot.app import open_funnel
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.wording import Wording
from bot.demonstration import CHANNELS, Clock, Population, fill
from bot.faces.web.coordinators.app import coordinators_app
from bot.faces.web.participant.face import FACE as WEB
from bot.figures import TEXTS
from bot.funnel.service import FunnelService
from bot.settings import Settings
from criteria.catalogue import Catalogue

SECRET = b"a secret of thirty-two characters"
TODAY = datetime(2026, 11, 22, 9, tzinfo=UTC)
HERE = "http://127.0.0.1"


def settings(folder: Path, channels: Sequence[str] = ()) -> Settings:
    return Settings(data=folder, channels=tuple(channels))


@cache
def texts() -> Wording:
    return Wording(TEXTS)


@dataclass
class Front:
    """The pages, and a browser that keeps its cookies."""

    service: FunnelService
    catalogue: Catalogue
    clock: Clock
    public: bool = False
    demonstration: bool = False
    base: str = HERE

    def __post_init__(self) -> None:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        self.client = httpx.AsyncClient(transport=transport, base_url=self.base)

    @property
    def app(self) -> Starlette:
        service, clock, words = self.service, self.clock, texts()
        return coordinators_app(
            service,
            self.catalogue,
            words,
            service.calendar,
            clock,
            public=self.public,
            demonstration=self.demonstration,
        )

    async def link(self, **valid: float) -> str:
        return f"/coordinators/enter/{await self.service.link(timedelta(**(valid or {'hours': 1})))}"

    async def sign_in(self) -> None:
        answered = await self.client.post(await self.link())
        assert answered.status_code == 303


def front(catalogue: Catalogue, folder: Path, *, public: bool = False, base: str = HERE) -> Front:
    """Over an empty database."""
    clock = Clock(TODAY)
    service = open_funnel(settings(folder), catalogue, [SECRET], now=clock)
    return Front(service, catalogue, clock, public=public, base=base)


def demonstrated(catalogue: Catalogue, folder: Path) -> None:
    """Fill a demonstration database in a folder."""

    async def work() -> None:
        clock = Clock(TODAY)
        service = open_funnel(settings(folder, CHANNELS), catalogue, [SECRET], demonstration=True, now=clock)
        service.store._draw = random.Random(2).randrange  # noqa: S311, SLF001 - the same noise at each run
        conversation, chance = Conversation(catalogue, Wording(WEB.texts), About(WEB)), random.Random(1)  # noqa: S311 - invented people
        people = Population(conversation, catalogue, CHANNELS, chance)
        await fill(service, clock, people, TODAY)
        await service.close()

    asyncio.run(work())
