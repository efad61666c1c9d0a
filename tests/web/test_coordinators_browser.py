"""The coordinators' pages in Chromium: no barrier, no script, readable on a phone, and on paper."""

import asyncio
import re
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
from criteria.languages import LANGUAGES

__all__ = ["browser", "playwright"]
pytest_plugins = ["coordinators_fixtures"]
A, B = "NCT03673748", "NCT03917797"
ANSWERS = ("trend", "most_screened", "trust")


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
        await service.close()
        return f"/coordinators/enter/{secret}"

    with ThreadPoolExecutor() as apart:  # Playwright's own loop runs in this thread
        return apart.submit(asyncio.run, make()).result()


@pytest.fixture
def tab(browser: Browser, served: tuple[str, int]) -> Iterator[Tab]:
    found = Tab(browser, served)
    yield found
    found.close()
    assert [fault for fault in found.faults if "403" not in fault] == []


def signed_in(tab: Tab, link: str, language: str = "en") -> None:
    tab.open(f"{link}?lang={language}")
    tab.press("[data-forward]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_the_figures_has_a_barrier(tab: Tab, link: str, language: str) -> None:
    tab.open(f"/coordinators?lang={language}")
    has_no_barrier(tab, "door")
    tab.open(f"{link}?lang={language}")
    has_no_barrier(tab, "link")
    tab.press("[data-forward]")
    assert "enter" not in tab.page.url, "no secret is left in the address"
    has_no_barrier(tab, "studies")
    tab.open(f"/coordinators/{A}?lang={language}&span=last3&than=before")
    assert tab.page.locator("svg.funnel").count() == 2
    assert tab.page.locator("table").count() == 6, "in the comparison, nothing can be told"
    has_no_barrier(tab, "study")
    tab.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    has_no_barrier(tab, "study, all of it")
    tab.open(f"/coordinators/{A}/criterion/recent_biopsy?lang={language}")
    has_no_barrier(tab, "cause")
    tab.open(f"/coordinators/revoke?lang={language}")
    has_no_barrier(tab, "revoke")
    tab.press(".finish")
    has_no_barrier(tab, "signed out")
    tab.open(f"/coordinators?lang={language}")
    assert tab.page.locator("section[data-study]").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
def test_the_first_screen_answers_what_coordinators_ask(
    tab: Tab, link: str, language: str, size: tuple[int, int]
) -> None:
    """How many may fit, is it getting better, where do we lose most, when is the next release, can I trust this."""
    signed_in(tab, link, language)
    tab.page.set_viewport_size({"width": size[0], "height": size[1]})
    for path in (f"/coordinators/{A}", f"/coordinators/{B}", "/coordinators"):
        tab.open(f"{path}?lang={language}")
        for one in (
            "[data-figure=may_fit]",
            "[data-figure=next_release]",
            *(f"[data-sentence={name}]" for name in ANSWERS),
        ):
            place = tab.page.locator(one).first.bounding_box()
            assert place
            seen = size[1] - place["y"]
            assert seen >= min(place["height"], 40), f"{path}: {one} begins {-seen} below the first screen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_a_study_takes_six_screens_and_no_sideways_scrolling(tab: Tab, link: str, language: str) -> None:
    signed_in(tab, link, language)
    tab.page.set_viewport_size({"width": 360, "height": 640})
    for study in (A, B):
        tab.open(f"/coordinators/{study}?lang={language}")
        assert tab.page.evaluate("document.documentElement.scrollHeight") <= 6 * 640
        assert tab.page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("width", [360, 1280])
def test_text_twice_as_large_needs_no_sideways_scrolling(tab: Tab, link: str, width: int) -> None:
    signed_in(tab, link, "es")
    tab.page.set_viewport_size({"width": width, "height": 640})
    for path in ("/coordinators", f"/coordinators/{A}", f"/coordinators/{A}/criterion/recent_biopsy"):
        tab.open(f"{path}?lang=es")
        tab.page.evaluate("document.documentElement.style.fontSize = '200%'")
        tab.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_span_is_chosen_by_a_press_and_by_its_days(tab: Tab, link: str) -> None:
    signed_in(tab, link)
    tab.press(f"section[data-study={A}] a.button")
    assert "6 releases" in tab.page.content()
    tab.press(".spans a >> nth=0")
    assert "one release" in tab.page.content()
    tab.page.locator(".span summary").click()
    tab.page.locator("#first").select_option("2026-08-31")
    tab.press(".span button")
    assert "2 releases" in tab.page.content()
    assert tab.page.locator("#first").input_value() == "2026-08-31"
    tab.page.locator(".files summary").click()
    with tab.page.expect_download() as found:
        tab.page.locator(".files .small a").first.click()
    assert "2026-08-31" in Path(found.value.path()).read_text(encoding="utf-8")


def test_a_press_leads_from_the_biggest_loss_to_its_question(tab: Tab, link: str) -> None:
    signed_in(tab, link)
    tab.open(f"/coordinators/{A}?lang=en")
    tab.press("[data-sentence=most_screened] a")
    assert tab.page.locator("[data-asked=last_biopsy]").count() == 1
    assert tab.page.locator("[data-rule=recent_biopsy] code").inner_text() == "needs: last_biopsy < 6"


def test_a_note_is_written_and_taken_away(tab: Tab, link: str) -> None:
    signed_in(tab, link)
    tab.open(f"/coordinators/{B}?lang=en")
    tab.page.locator(".noted summary").click()
    tab.page.locator("#text").fill("poster put up")
    tab.press(".noted .buttons button")
    noted = tab.page.locator("#noted li")
    assert noted.first.is_visible(), "the part with the notes is open"
    assert "poster put up" in noted.first.inner_text()
    tab.press("#noted li button")
    assert tab.page.locator("#noted li").count() == 0


def test_the_picture_has_its_colours_from_the_stylesheet(tab: Tab, link: str) -> None:
    signed_in(tab, link)
    tab.open(f"/coordinators/{A}?lang=en")
    fill = "getComputedStyle(document.querySelector('svg .on')).fill"
    tab.look(phone=True, dark=False)
    light = tab.page.evaluate(fill)
    tab.look(phone=True, dark=True)
    assert light != tab.page.evaluate(fill)
    assert light != "rgb(0, 0, 0)"


def test_forced_colours_keep_bars_marks_and_the_chosen_span(tab: Tab, link: str) -> None:
    signed_in(tab, link)
    tab.open(f"/coordinators/{A}?lang=en")
    tab.page.emulate_media(forced_colors="active")
    fills = "name => getComputedStyle(document.querySelector('svg .' + name)).fill"
    assert len({tab.page.evaluate(fills, name) for name in ("on", "screened", "left")}) == 3
    border = tab.page.evaluate("getComputedStyle(document.querySelector('.pill[aria-current]')).borderTopWidth")
    assert border == "3px"


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_there_is_one_page_with_the_whole_picture_and_no_buttons(tab: Tab, link: str, language: str) -> None:
    signed_in(tab, link, language)
    for study in (A, B):
        tab.open(f"/coordinators/{study}?lang={language}")
        tab.page.emulate_media(media="print")
        assert tab.page.locator(".of-screened").first.is_visible()
        assert not tab.page.locator(".more").is_visible()
        assert not tab.page.locator(".top").is_visible()
        sheet = tab.page.pdf(prefer_css_page_size=True, format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
        tab.page.emulate_media(media="screen")
