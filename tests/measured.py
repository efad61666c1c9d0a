"""What people see and tap on the pages of the chat, worked out without a server: for what measures and draws them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from studies import LUPUS
from talk import FITS_A, FITS_BOTH, MOMENT, A

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
from criteria.catalogue import SHIPPED, load
from criteria.condition import StudyId
from criteria.expression import UNSURE, Answers
from criteria.interview import Interview, answered, asked_at
from criteria.languages import Language
from criteria.question import AnswerError

WORDING = Wording(WEB.texts)
CATALOGUE = load(SHIPPED)
CONVERSATION = Conversation(
    CATALOGUE, WORDING, About(WEB, "Hospital Ejemplo", "datos@example.org", "ayuda@example.org")
)
TICKETS = Tickets(CATALOGUE, SivSeal([b"k" * 32]))
PAGES = Pages(WORDING, 72)
IDENTITY = "A" * 22
VOID = frozenset({"meta", "link", "input", "img", "br", "progress", "wbr", "hr"})
OUTSIDE = frozenset({"head", "header", "footer", "style"})
ANSWERS = {
    "A fits": (A, FITS_A),
    "biopsy too old": (A, {"lupus_kidney": "kidneys", "age": ">=18", "last_biopsy": ">=6"}),
    "both fit": ("all", FITS_BOTH),
}


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
        if tag in OUTSIDE or {"talk", "folded", "unseen"} & set(kinds):
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
                self.marks.setdefault(part, len(self.seen))
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
    """The HTML of a state's page, before it is padded."""
    first = state.screen is Screen.WELCOME
    page = PAGES.card(
        CONVERSATION.view(state), IDENTITY, TICKETS.writer(state, b"web:" + bytes(16)), first=first, larger=state.wished
    )
    return page.decode().rstrip() + "\n"


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
