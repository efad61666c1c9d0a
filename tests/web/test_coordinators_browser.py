"""The coordinators' pages in Chromium: no barrier, no script, readable on a phone, and on paper."""

import asyncio
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn
from coordinators_world import SECRET, TODAY, Front, settings
from playwright.sync_api import Browser
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import Receive, Scope, Send
from test_browser import Tab, browser, has_no_barrier, playwright
from webchat import World, application

from bot.app import open_funnel
from bot.demonstration import CHANNELS, Clock
from bot.funnel.service import FunnelService
from criteria.catalogue import Catalogue

__all__ = ["browser", "playwright"]
pytest_plugins = ["coordinators_fixtures"]
A = "NCT03673748"


def opened(shipped: Catalogue, folder: Path) -> FunnelService:
    return open_funnel(settings(folder, CHANNELS), shipped, [SECRET], demonstration=True, now=lambda: TODAY)


@pytest.fixture(scope="module")
def served(shipped: Catalogue, demonstration: Path) -> Iterator[tuple[str, int]]:
    """Chat and figures over a real socket, as the product joins them."""
    service = opened(shipped, demonstration)
    figures = Front(service, shipped, Clock(TODAY)).app
    chat = application(shipped, World())

    async def site(scope: Scope, receive: Receive, send: Send) -> None:
        await (figures if scope["path"].startswith("/coordinators") else chat)(scope, receive, send)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with service.running():
            yield

    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    app = Starlette(routes=[Mount("/", site)], lifespan=lifespan)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="on", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield sock.getsockname()
    server.should_exit = True
    thread.join(10)
    sock.close()


@pytest.fixture
def link(shipped: Catalogue, demonstration: Path) -> str:
    async def make() -> str:
        service = opened(shipped, demonstration)
        secret = await service.link(timedelta(hours=1))
        await service.engine.dispose()
        return f"/coordinators/enter/{secret}"

    with ThreadPoolExecutor() as apart:  # Playwright's own loop runs in this thread
        return apart.submit(asyncio.run, make()).result()


@pytest.fixture
def tab(browser: Browser, served: tuple[str, int]) -> Iterator[Tab]:
    found = Tab(browser, served)
    yield found
    found.close()
    assert [fault for fault in found.faults if "403" not in fault] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_of_the_figures_has_a_barrier(tab: Tab, link: str, language: str) -> None:
    tab.open(f"/coordinators?lang={language}")
    has_no_barrier(tab, "door")
    tab.open(f"{link}?lang={language}")
    has_no_barrier(tab, "link")
    tab.press("[data-forward]")
    assert "enter" not in tab.page.url, "no secret is left in the address"
    has_no_barrier(tab, "studies")
    tab.open(f"/coordinators/{A}?lang={language}&first=2026-08-03&than-last=2026-07-06")
    assert tab.page.locator("svg.funnel").count() == 1
    assert tab.page.locator("table").count() == 6
    has_no_barrier(tab, "study")
    tab.press(".finish")
    has_no_barrier(tab, "signed out")
    tab.open(f"/coordinators?lang={language}")
    assert tab.page.locator("section[data-study]").count() == 0


def test_a_span_is_chosen_with_the_form(tab: Tab, link: str) -> None:
    tab.open(f"{link}?lang=en")
    tab.press("[data-forward]")
    tab.press(f"section[data-study={A}] a.button")
    assert "6 releases" in tab.page.content()
    tab.page.locator("#first").select_option("2026-09-28")
    tab.press(".span button")
    assert "one release" in tab.page.content()
    assert tab.page.locator("#first").input_value() == "2026-09-28"
    with tab.page.expect_download() as found:
        tab.page.locator(".files a").first.click()
    assert "one release" in Path(found.value.path()).read_text(encoding="utf-8")


def test_the_picture_has_its_colours_from_the_stylesheet(tab: Tab, link: str) -> None:
    tab.open(f"{link}?lang=en")
    tab.press("[data-forward]")
    tab.open(f"/coordinators/{A}?lang=en")
    fill = "getComputedStyle(document.querySelector('svg .on')).fill"
    tab.look(phone=True, dark=False)
    light = tab.page.evaluate(fill)
    tab.look(phone=True, dark=True)
    assert light != tab.page.evaluate(fill)
    assert light != "rgb(0, 0, 0)"


def test_on_paper_there_are_the_figures_and_no_buttons(tab: Tab, link: str) -> None:
    tab.open(f"{link}?lang=en")
    tab.press("[data-forward]")
    tab.open(f"/coordinators/{A}?lang=en")
    tab.page.emulate_media(media="print")
    assert tab.page.locator("table").first.is_visible()
    assert not tab.page.locator(".span").is_visible()
    assert not tab.page.locator(".top").is_visible()
    assert tab.page.pdf().startswith(b"%PDF")
