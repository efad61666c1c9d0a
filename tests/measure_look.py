"""Draws every kind of card: `PYTHONPATH=.:tests:tests/conversation python tests/measure_look.py FOLDER [CARD…]`.

In both languages, light and dark, phone and desktop; as the window shows it first, and whole. The font is Roboto, with which
Android shows the pages, or DejaVu Sans narrowed to Roboto's widths and heights.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measured import ANSWERS, CONVERSATION, Walk, page_of, subject_of
from playwright.sync_api import Browser, Page, Route, sync_playwright
from talk import FITS_A, FITS_BOTH, MOMENT, A, B

from bot.conversation.state import Screen, State, go
from bot.faces.web.static_files import STATIC
from criteria.expression import UNSURE
from criteria.languages import LANGUAGES, Language

ROBOTO = b"""
@font-face { font-family: Narrowed; font-weight: 100 599; src: local("DejaVu Sans"); size-adjust: 87.5%;
  ascent-override: 92.8%; descent-override: 24.4%; line-gap-override: 0%; }
@font-face { font-family: Narrowed; font-weight: 600 900; src: local("DejaVu Sans Bold"); size-adjust: 80%;
  ascent-override: 92.8%; descent-override: 24.4%; line-gap-override: 0%; }
body { font-family: Roboto, Narrowed !important; }
"""
"""The same sentences are 87.5 % as wide in Roboto as in DejaVu Sans, and 80 % in bold, by the fonts' advance widths."""
PHONE, LOW, DESKTOP = (360, 740), (360, 640), (1280, 800)


class Tab:
    """A page of Chromium that is served from this process."""

    def __init__(self, browser: Browser, size: tuple[int, int], *, dark: bool = False) -> None:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        self.page: Page = context.new_page()
        self._html = ""
        self.page.route("**/*", self._serve)

    def _serve(self, route: Route) -> None:
        name = re.search(r"/static/([\w.]+)", route.request.url)
        if name is None:
            route.fulfill(body=self._html, content_type="text/html; charset=utf-8")
        elif name[1] in STATIC:
            own = ROBOTO if name[1].endswith(".css") else b""
            route.fulfill(body=STATIC[name[1]].content + own, content_type=STATIC[name[1]].media_type)
        else:
            route.fulfill(status=404)

    def show(self, state: State) -> Page:
        self._html = page_of(state)
        self.page.goto("about:blank")
        self.page.goto("http://chat/c/x#now")
        return self.page

    def close(self) -> None:
        self.page.context.close()


LOWEST = """selector => {
  const found = [...document.querySelectorAll(selector)];
  return found.length ? Math.max(...found.map(one => one.getBoundingClientRect().bottom)) : -1;
}"""


def kinds(language: Language) -> Iterator[tuple[str, State]]:
    """Every kind of card, by name."""
    way = Walk(language).go_through("all", FITS_BOTH)
    yield "welcome", way.cards[0][0]
    chosen = CONVERSATION.step(way.cards[0][0], go(Screen.CHOICE), MOMENT)
    yield "choice", chosen
    yield "notice-both", next(s for s, c, _ in way.cards if c.screen is Screen.MAIN)
    yield "results-both", way.state
    alone = Walk(language, subject_of(A)).go_through(A, FITS_A)
    asked = [(state, card) for state, card, _ in alone.cards if card.question]
    yield "notice", alone.cards[0][0]
    yield "question", asked[2][0]
    yield "question-long", max(asked, key=lambda one: len(one[1].title))[0]
    yield "again", CONVERSATION.step(asked[4][0], asked[4][1].history[2].change, MOMENT)
    for screen in (Screen.REVIEW, Screen.MENU, Screen.TOPICS, Screen.TOPIC, Screen.PRIVACY, Screen.STOPPED):
        yield screen.name.lower(), CONVERSATION.step(asked[3][0], go(screen), MOMENT)
    yield "result-fits", alone.state
    yield "result-so-far", Walk(language, subject_of(A)).go_through(A, FITS_A | {"sledai": UNSURE}).state
    yield "result-cannot-tell", Walk(language, subject_of(B)).go_through(B, {"lupus_kidney": "kidneys"}).state
    yield "result-not-now", Walk(language, subject_of(A)).go_through(*ANSWERS["biopsy too old"]).state
    yield "result-private", Walk(language, subject_of(A)).go_through(A, FITS_A | {"cancer": "yes"}).state
    yield "result-without", Walk(language, subject_of(A)).go_through(A, {"lupus_kidney": "no_lupus"}).state
    yield "results-without", Walk(language, subject_of("all")).go_through("all", {"lupus_kidney": "no_lupus"}).state
    yield "sheet", CONVERSATION.step(alone.state, go(Screen.SHEET, 0), MOMENT)


def pictures(browser: Browser, folder: Path, wanted: list[str]) -> None:
    """Each kind of card, as the window shows it first, and whole."""
    folder.mkdir(parents=True, exist_ok=True)
    for size, dark in ((PHONE, False), (PHONE, True), (DESKTOP, False), (DESKTOP, True)):
        tab = Tab(browser, size, dark=dark)
        look = f"{'phone' if size == PHONE else 'desktop'}-{'dark' if dark else 'light'}"
        for language in LANGUAGES:
            for name, state in ((name, state) for name, state in kinds(language) if not wanted or name in wanted):
                page = tab.show(state)
                page.screenshot(path=folder / f"{name}-{language}-{look}.png")
                page.screenshot(path=folder / f"{name}-{language}-{look}-whole.png", full_page=True)
        tab.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


if __name__ == "__main__":
    with chromium() as found:
        pictures(found, Path(sys.argv[1]), sys.argv[2:])
