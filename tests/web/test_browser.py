"""The pages in Chromium: no barrier that axe-core finds, the keyboard alone, focus, going back, and paper."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, sync_playwright
from studies import LUPUS
from webchat import A, B, address_at_the_end, card_at_the_end

from bot.conversation.state import Screen
from bot.conversation.wording import Wording
from bot.faces.html import environment
from bot.faces.web.participant.face import FACE as WEB
from bot.faces.web.poster import poster
from criteria.catalogue import Catalogue
from criteria.condition import StudyId
from criteria.languages import LANGUAGES, Language

pytest_plugins = ["web_fixtures"]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
CHOOSE_LUPUS = f"[data-choice={LUPUS.id}]"
AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"]});
  return found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.target).join(" ; ")}`);
}"""


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for this file; without it these tests fail, so that nobody takes silence for success."""
    try:
        found = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
    except Error as error:
        pytest.fail(f"Chromium did not start from {CHROMIUM}; install it (apt-get install chromium): {error}")
    yield found
    found.close()


class Tab:
    """One person's tab: what is said in its console is a fault."""

    def __init__(self, browser: Browser, address: tuple[str, int]) -> None:
        context = browser.new_context(reduced_motion="reduce")
        self.page: Page = context.new_page()
        self.page.set_default_timeout(60_000)
        self.faults: list[str] = []
        self.page.on("console", self._hear)
        self._base = f"http://{address[0]}:{address[1]}"

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(message.text)

    def look(self, *, phone: bool, dark: bool = False) -> None:
        self.page.set_viewport_size({"width": 360, "height": 740} if phone else {"width": 1280, "height": 800})
        self.page.emulate_media(color_scheme="dark" if dark else "light")

    def open(self, path: str) -> None:
        self.page.goto(self._base + path)

    def press(self, selector: str) -> None:
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    @property
    def question(self) -> str | None:
        found = self.page.locator("article[data-question]")
        return found.get_attribute("data-question") if found.count() else None

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def focused(self) -> str:
        return str(
            self.page.evaluate(
                "document.activeElement === document.body ? '' : document.activeElement.outerHTML.slice(0, 400)"
            )
        )

    def close(self) -> None:
        self.page.context.close()


@pytest.fixture
def tab(browser: Browser, address: tuple[str, int]) -> Iterator[Tab]:
    found = Tab(browser, address)
    yield found
    found.close()
    assert found.faults == []


def has_no_barrier(tab: Tab, where: str) -> None:
    """At both widths, light and dark."""
    tab.page.evaluate(AXE)
    for phone, dark in ((True, False), (True, True), (False, True), (False, False)):
        look = f"{where}, {'phone' if phone else 'wide'}, {'dark' if dark else 'light'}"
        tab.look(phone=phone, dark=dark)
        assert tab.page.evaluate(RUN_AXE) == [], look
        wide = tab.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1], f"{look}: it scrolls sideways"
        small = tab.page.evaluate(
            """() => [...document.querySelectorAll("button")].map(one => one.getBoundingClientRect())
                  .filter(box => box.height < 44 || box.width < 44).length"""
        )
        assert small == 0, f"{look}: a target has under 44 px"


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_has_a_barrier(tab: Tab, shipped: Catalogue, language: Language) -> None:
    def go(where: str, *selectors: str) -> None:
        for selector in selectors:
            tab.press(selector)
        has_no_barrier(tab, where)

    tab.open(f"/?lang={language}")
    go("welcome")
    if tab.page.locator(CHOOSE_LUPUS).count():
        go("choice in lupus nephritis", CHOOSE_LUPUS)
    go("notice", f"[data-choice={A}]")
    tab.press("[data-forward]")
    tab.press("[data-answer=kidneys]")
    tab.page.locator("summary").click()
    go("help")
    go("asked again", "[data-answer=unsure]", "[data-change=age]")
    go("menu", "[data-way=menu]")
    go("topic", "[data-choice=topics]", "[data-choice]")
    tab.open(address_at_the_end(shipped, A, language, Screen.RESULT))
    go("result")
    go("sheet in the other language", "[data-choice=sheet]", "[data-choice=language]")
    go("ineligible", "[data-forward]", "[data-change=lupus_kidney]", "[data-answer=no_lupus]")
    go("review", "[data-choice=review]")
    go("goodbye", ".finish")


def test_the_keyboard_alone_suffices(tab: Tab) -> None:
    tab.open("/?lang=en")
    keyboard = tab.page.keyboard

    def walk_to(attribute: str) -> None:
        for _ in range(40):
            keyboard.press("Tab")
            if attribute in tab.focused():
                ring = tab.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert ring == "solid", "the focus is not seen"
                with tab.page.expect_navigation():
                    keyboard.press("Enter")
                return
        raise AssertionError(f"{attribute} was not reached")

    while tab.question is None:
        walk_to(f'data-choice="{LUPUS.id}"' if tab.page.locator(CHOOSE_LUPUS).count() else "data-forward")
    walk_to('data-answer="kidneys"')
    assert tab.question == "age"
    keyboard.press("Tab")
    assert "data-answer" in tab.focused(), "the first answer is one step away from the question"
    while tab.question is not None:
        walk_to('data-answer="unsure"')
    walk_to('data-choice="NCT')
    assert tab.page.locator("section[data-verdict]").count() == 1
    walk_to("finish")
    assert tab.page.url.endswith("/cleared?lang=en")


@pytest.mark.parametrize("phone", [True, False], ids=["phone", "wide"])
def test_the_focus_and_the_eye_move_to_the_new_question(tab: Tab, *, phone: bool) -> None:
    tab.look(phone=phone)
    tab.open(f"/s/{A}?lang=es")
    tab.press("[data-forward]")
    for _ in range(8):
        tab.press("[data-answer=unsure]")
        assert 'id="now"' in tab.focused()
        tab.page.wait_for_function("scrollY > 0 || document.documentElement.scrollHeight <= innerHeight")
        box = tab.page.locator("h1").bounding_box()
        bar = tab.page.locator(".top").bounding_box()
        assert box is not None
        assert bar is not None
        assert bar["y"] == 0, "the bar stays at the top"
        assert bar["height"] <= box["y"] <= 400, "the question is in sight"


def test_back_reload_and_double_click_do_no_harm(tab: Tab) -> None:
    tab.open(f"/s/{A}?lang=en")
    tab.press("[data-forward]")
    first = tab.heading
    tab.press("[data-answer=kidneys]")
    second = tab.heading
    tab.page.reload()
    assert tab.heading == second
    tab.page.go_back()
    assert tab.heading == first
    tab.press("[data-answer=unsure]")
    assert tab.heading == second
    assert tab.page.locator(".answered").count() == 1
    tab.page.go_back()
    tab.page.locator("[data-answer=kidneys]").dblclick(no_wait_after=True)
    tab.page.wait_for_selector("article[data-question=age]")
    assert tab.page.locator(".answered").count() == 1


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("study", [A, B])
def test_the_longest_sheet_prints_on_one_page(tab: Tab, shipped: Catalogue, study: str, language: Language) -> None:
    for answer in ("unsure", "no_lupus"):
        tab.open(address_at_the_end(shipped, study, language, Screen.SHEET, answer))
        paper = tab.page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1, answer


def test_a_result_on_paper_is_unfolded_in_eleven_points(tab: Tab, shipped: Catalogue) -> None:
    tab.open(address_at_the_end(shipped, A, "en", Screen.RESULT))
    tab.page.emulate_media(media="print")
    inside = tab.page.locator(".result details p, .result details li")
    assert inside.count() > 10
    assert all(inside.nth(at).is_visible() for at in range(inside.count()))
    sizes = inside.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) >= 11 / 0.75 - 0.01


SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


def test_nothing_is_lost_with_larger_text_more_space_zoom_or_own_colours(tab: Tab, shipped: Catalogue) -> None:
    pages = [
        "/?lang=es",
        f"/s/{A}?lang=es",
        address_at_the_end(shipped, A, "es", Screen.RESULT),
        "/accessibility?lang=es",
    ]
    tab.open(f"/s/{A}?lang=es")
    tab.press("[data-forward]")
    for path in (*pages, "/c/" + tab.page.url.partition("#")[0].partition("/c/")[2]):
        for width, style in ((360, "html { font-size: 200% }"), (360, SPACED), (320, "")):
            tab.page.set_viewport_size({"width": width, "height": 256 if width == 320 else 740})
            tab.open(path)
            if style:
                tab.page.evaluate(
                    "style => { const s = new CSSStyleSheet(); s.replaceSync(style); document.adoptedStyleSheets = [s] }",
                    style,
                )
            assert not tab.page.evaluate(SIDEWAYS), (path, style)
        tab.page.emulate_media(forced_colors="active")
        edges = tab.page.locator(".bubble").evaluate_all("all => all.map(one => getComputedStyle(one).borderLeftWidth)")
        assert "0px" not in edges
        tab.page.emulate_media(forced_colors="none")


def test_paper_shows_the_result_and_nothing_to_press(tab: Tab, shipped: Catalogue) -> None:
    tab.open(address_at_the_end(shipped, A, "en", Screen.RESULT))
    tab.page.emulate_media(media="print")
    assert tab.page.locator("section[data-verdict]").is_visible()
    assert tab.page.locator(".banner").is_visible()
    assert not tab.page.locator("button:visible").count()
    assert not tab.page.locator(".talk:visible, .folded:visible").count()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("study", [A, B])
def test_the_sheet_as_a_file_prints_on_one_page_too(
    tab: Tab, shipped: Catalogue, study: str, language: Language
) -> None:
    file = environment("bot.faces.telegram").get_template("sheet.html")
    for answer in ("unsure", "no_lupus"):
        tab.page.set_content(file.render(card=card_at_the_end(shipped, study, language, Screen.SHEET, answer)))
        paper = tab.page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1, answer


@pytest.mark.parametrize("study", [A, B])
def test_a_poster_prints_on_one_page(tab: Tab, study: str) -> None:
    for language in LANGUAGES:
        page = poster(
            Wording(WEB.texts), LUPUS, LUPUS.studies[StudyId(study)], language, "https://studies.example.org", ""
        )
        tab.page.set_content(page)
        paper = tab.page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1, language
