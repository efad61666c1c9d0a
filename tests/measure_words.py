"""How much there is to read and to tap: `PYTHONPATH=.:tests/conversation python tests/measure_words.py [--no-browser]`.

Words are those that are seen: not header, footer, earlier answers (bubbles), nor what is folded, which is counted apart.
In Chromium, at 360 x 640, it looks whether verdict and reason of every result stand above the fold, and at 360 x 740 all
answers of every question. `--pictures FOLDER [CARD…]` draws every kind of card, in both languages, light and dark, phone and desktop.
The font is Roboto, with which Android shows the pages, or DejaVu Sans narrowed to Roboto's widths and heights.
"""

import gzip
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, sync_playwright
from studies import LUPUS
from talk import FITS_A, FITS_BOTH, MOMENT, A, B

from bot.conversation.card import Button, Card, Role
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.state import Action, Screen, State, Subject, go
from bot.conversation.subjects import screened
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from bot.faces.web.participant.pages import Pages
from bot.faces.web.static_files import STATIC
from criteria.catalogue import SHIPPED, load
from criteria.condition import StudyId
from criteria.expression import UNSURE, Answers
from criteria.interview import Interview, answered, asked_at
from criteria.languages import LANGUAGES, Language
from criteria.question import AnswerError

WORDING = Wording(WEB.texts)
CATALOGUE = load(SHIPPED)
CONVERSATION = Conversation(CATALOGUE, WORDING, About(WEB, "Hospital Ejemplo", "datos@example.org", "+34 900 000 000"))
TICKETS = Tickets(CATALOGUE, SivSeal([b"k" * 32]))
PAGES = Pages(WORDING)
IDENTITY = "A" * 22
VOID = frozenset({"meta", "link", "input", "img", "br", "progress", "wbr", "hr"})
OUTSIDE = frozenset({"head", "header", "footer", "style"})
ANSWERS = {
    "A fits": (A, FITS_A),
    "biopsy too old": (A, {"lupus_kidney": "kidneys", "age": ">=18", "last_biopsy": ">=6"}),
    "both fit": ("all", FITS_BOTH),
}
ROBOTO = b"""
@font-face { font-family: Narrowed; font-weight: 100 599; src: local("DejaVu Sans"); size-adjust: 87.5%;
  ascent-override: 92.8%; descent-override: 24.4%; line-gap-override: 0%; }
@font-face { font-family: Narrowed; font-weight: 600 900; src: local("DejaVu Sans Bold"); size-adjust: 80%;
  ascent-override: 92.8%; descent-override: 24.4%; line-gap-override: 0%; }
body { font-family: Roboto, Narrowed !important; }
"""
"""The same sentences are 87.5 % as wide in Roboto as in DejaVu Sans, and 80 % in bold, by the fonts' advance widths."""
PHONE, LOW, DESKTOP = (360, 740), (360, 640), (1280, 800)


@dataclass
class Seen(HTMLParser):
    """The words of a page, in the order in which they stand: seen, and folded."""

    html: str
    seen: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    """Behind how many seen words a part ends (`data-part`), or the first fold begins."""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str, str]] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        kinds = told.get("class", "").split()
        state = self._open[-1][1] if self._open else "seen"
        if tag in OUTSIDE or "talk" in kinds or "unseen" in kinds:
            state = "outside"
        elif tag == "details" and "open" not in told and state == "seen":
            self.marks.setdefault("fold", len(self.seen))
            state = "details"
        elif tag == "summary" and state == "details":
            state = "seen"
        elif state == "details":
            state = "folded"
        if tag not in VOID:
            self._open.append((tag, state, told.get("data-part", "")))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, _, part = self._open.pop()
            if part:
                self.marks[part] = len(self.seen)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        state = self._open[-1][1] if self._open else "outside"
        found = words(data)
        if state == "seen":
            self.seen += found
        elif state in ("folded", "details"):
            self.folded += found


def words(text: str) -> list[str]:
    """What is read as a word: whatever stands between blanks and has a letter or a digit."""
    return [one for one in text.split() if re.search(r"\w", one)]


@dataclass
class Walk:
    """One person's way through the chat: what was seen and tapped."""

    language: Language
    subject: Subject | None = None
    cards: list[tuple[State, Card, Seen]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state = CONVERSATION.start(self.language, MOMENT, self.subject)
        self._look()

    def _look(self) -> None:
        card = CONVERSATION.view(self.state)
        self.cards.append((self.state, card, Seen(page_of(self.state))))

    @property
    def card(self) -> Card:
        return self.cards[-1][1]

    @property
    def taps(self) -> int:
        return len(self.cards) - 1

    def press(self, action: Action) -> None:
        self.state = CONVERSATION.step(self.state, action, MOMENT)
        self._look()

    def go_through(self, study: str, answers: Mapping[str, str]) -> "Walk":
        """To the result: the study where it can be chosen, what leads on, and these answers."""
        while not self.card.results:
            pressed = {one.value: one for one in self.card.buttons}
            if self.card.question is not None:
                self.press(self._answer(pressed, answers.get(self.card.question, UNSURE)).action)
            elif study in pressed:
                self.press(pressed[study].action)
            else:
                self.press(next(one for one in self.card.buttons if one.role is Role.FORWARD).action)
        return self

    def _answer(self, pressed: Mapping[str, Button], value: str) -> Button:
        replay = CONVERSATION.replay(self.state)
        question = replay.question if replay else None
        if value not in pressed and question is not None:
            try:
                value = question.answer(question.read(value))
            except AnswerError:
                raise SystemExit(f"{question.id} has no answer {value}") from None
        return pressed[value]

    @property
    def before_questions(self) -> int:
        return sum(len(seen.seen) for _, card, seen in self.cards if card.question is None and not card.results)

    @property
    def total(self) -> int:
        return sum(len(seen.seen) for _, _, seen in self.cards)


def page_of(state: State) -> str:
    """The HTML of a state's page."""
    return PAGES.card(CONVERSATION.view(state), IDENTITY, TICKETS.writer(state, b"web:" + bytes(16)))


def subject_of(study: str) -> Subject:
    """One study, or all."""
    return Subject(LUPUS.id, None if study == "all" else StudyId(study))


def results(study: str, language: Language) -> Iterator[State]:
    """A state at every result that can be reached, once for each set of verdicts, reasons and grades."""
    subject = subject_of(study)
    interview = Interview(screened(CATALOGUE, subject))
    seen = {interview.start}
    waiting: list[tuple[tuple[object, ...], Answers]] = [(interview.start, {})]
    told: set[str] = set()
    while waiting:
        position, given = waiting.pop()
        question = asked_at(position)  # type: ignore[arg-type]
        if question is None:
            state = State(language, MOMENT.hour, subject=subject, began=True, answers=given, screen=Screen.MAIN)
            for at in range(len(interview.studies)):
                one = state if study != "all" else CONVERSATION.step(state, go(Screen.RESULT, at), MOMENT)
                for shown in (state, one) if study == "all" else (one,):
                    key = " ".join(Seen(page_of(shown)).seen)
                    if key not in told:
                        told.add(key)
                        yield shown
            continue
        for answer, child in answered(position, question):  # type: ignore[arg-type]
            if child not in seen or asked_at(child) is None:
                seen.add(child)
                waiting.append((child, {**given, question: answer}))


def own_words(language: Language, question: str) -> int:
    """The words of a question itself: what it asks, why, and its answers."""
    asked = screened(CATALOGUE, subject_of("all")).questions[question]  # type: ignore[index]
    said = [asked.text.ask.in_(language), *([asked.text.reason.in_(language)] if asked.text.reason else [])]
    return sum(len(words(text)) for text in said)


def frame(card: Card, seen: Seen) -> int:
    """The words of a question's page beyond its own."""
    assert card.question is not None
    answers = sum(len(words(one.label)) for one in card.buttons if one.role is Role.ANSWER)
    return len(seen.seen) - own_words(card.language, card.question) - answers


HELD: list[bool] = []


def told(what: str, figure: float, most: float | None = None, *, least: bool = False) -> None:
    """Print one figure, and whether it holds."""
    holds = most is None or (figure >= most if least else figure <= most)
    HELD.append(holds)
    goal = "" if most is None else f"  ({'at least' if least else 'at most'} {most:g}{'' if holds else ': NOT HELD'})"
    print(f"  {what:<58}{figure:>8g}{goal}")


def figures(language: Language) -> None:
    """All that needs no browser."""
    print(f"\n{language}: visible words")
    ways = {name: Walk(language).go_through(*person) for name, person in ANSWERS.items()}
    posters = {
        name: Walk(language, subject_of(study)).go_through(study, answers) for name, (study, answers) in ANSWERS.items()
    }
    told("before the first question, from the welcome", ways["A fits"].before_questions, 150)
    told("before the first question, from the welcome, both studies", ways["both fit"].before_questions)
    told("before the first question, from a poster", posters["A fits"].before_questions, 110)
    told("the notice, one study", len(posters["A fits"].cards[0][2].seen), 90)
    told("the notice, both studies", len(posters["both fit"].cards[0][2].seen), 90)
    told("folded on the notice", len(posters["A fits"].cards[0][2].folded))
    questions = [frame(card, seen) for way in ways.values() for _, card, seen in way.cards if card.question]
    told("on a question beyond its own, most", max(questions), 12)
    told("folded on a question, most", max(len(s.folded) for w in ways.values() for _, c, s in w.cards if c.question))
    pages = [Seen(page_of(state)) for study in (A, B, "all") for state in results(study, language)]
    single = [page for page in pages if "reason" in page.marks or "verdict" in page.marks]
    told("results that can be reached", len(pages))
    told(
        "to the verdict and its reason, most",
        max((p.marks.get("reason", p.marks["verdict"]) for p in single), default=999),
        40,
    )
    told("on a result before the folds, most", max(page.marks.get("fold", len(page.seen)) for page in pages), 160)
    told("on a result in all but the folds, most", max(len(page.seen) for page in pages))
    told("folded on a result, most", max(len(page.folded) for page in pages))
    for name, way in ways.items():
        told(f"whole way, {name}", way.total)
        told(f"whole way from a poster, {name}", posters[name].total)
    print(f"{language}: taps")
    told("A fits", ways["A fits"].taps, 17)
    told("A fits, from a poster", posters["A fits"].taps, 16)
    told("biopsy too old", ways["biopsy too old"].taps, 6)
    told("biopsy too old, from a poster", posters["biopsy too old"].taps, 4)
    told("both fit", ways["both fit"].taps)
    print(f"{language}: bytes")
    first = CONVERSATION.start(language, MOMENT)
    told("HTML of the first page", len(page_of(first).encode()), 4096)
    told("HTML of a poster's page", len(page_of(posters["A fits"].cards[0][0]).encode()))


def styles() -> None:
    """The style sheets, as they travel."""
    sheets = [file.content for name, file in STATIC.items() if name.endswith(".css")]
    print("\nall languages")
    told("style sheets, compressed", sum(len(gzip.compress(one, 9)) for one in sheets), 4096)


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


def offsets(browser: Browser, language: Language) -> None:
    """Where verdict, reason and answers end, from the top of the window."""
    print(f"\n{language}: offsets in px")
    low = Tab(browser, LOW)
    for study in (A, B, "all"):
        ends = []
        for state in results(study, language):
            page = low.show(state)
            end = page.evaluate(LOWEST, "[data-part]")
            if end < 0:
                end = page.evaluate(LOWEST, ".strong, .result > ul:first-of-type > li:first-child")
            ends.append(end)
        told(f"verdict and reason, {study}, {len(ends)} results", round(max(ends)), LOW[1])
        told(f"  above the fold, share, {study}", sum(one <= LOW[1] for one in ends) / len(ends))
    low.close()
    phone = Tab(browser, PHONE)
    ends = []
    for study, answers in ((A, FITS_A), (B, FITS_BOTH), ("all", FITS_BOTH)):
        way = Walk(language, subject_of(study)).go_through(study, answers)
        for state, card, _ in way.cards:
            if card.question:
                ends.append((phone.show(state).evaluate(LOWEST, "[data-answer]"), card.question))
    phone.close()
    told(f"answers at 360 x 740, lowest ({max(ends)[1]})", round(max(ends)[0]), PHONE[1])
    told("questions whose answers do not all fit", sum(one > PHONE[1] for one, _ in ends), 0)


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
    for screen in (Screen.HELP, Screen.WHY, Screen.REVIEW):
        yield screen.name.lower(), CONVERSATION.step(asked[3][0], go(screen), MOMENT)
    for screen in (Screen.MENU, Screen.TOPICS, Screen.TOPIC, Screen.PRIVACY, Screen.STOPPED):
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


def main() -> None:
    """Print the figures; exit 1 where one of the goals is not held."""
    for language in reversed(LANGUAGES):
        figures(language)
    styles()
    if "--no-browser" not in sys.argv:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            if "--pictures" in sys.argv:
                folder, *wanted = sys.argv[sys.argv.index("--pictures") + 1 :]
                pictures(browser, Path(folder), wanted)
            else:
                for language in reversed(LANGUAGES):
                    offsets(browser, language)
            browser.close()
    raise SystemExit(0 if all(HELD) else 1)


if __name__ == "__main__":
    main()
