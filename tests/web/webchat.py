"""The web chat for tests: the application over the shipped definitions, a reader of its pages, a visitor."""

import base64
import itertools
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser

import httpx
from starlette.applications import Starlette
from studies import LUPUS

from bot.conversation.card import Card, Role
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.state import SHOW, Act, Action, Moment, Screen, State, Subject
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.web.participant.app import participant_app
from bot.faces.web.participant.face import FACE as WEB
from bot.faces.web.participant.pages import TEXTS
from criteria.catalogue import Catalogue
from criteria.languages import Language

A, B = "NCT03673748", "NCT03917797"
SEAL = SivSeal([b"a secret of thirty-two characters"])
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@dataclass
class World:
    """What a test may set and see of the world around the application."""

    hour: int = 495_000
    chance: int = 0x0ABCDEF
    reached: list[tuple[State, Action]] = field(default_factory=list)

    def moment(self) -> Moment:
        return Moment(self.hour, self.chance)

    def note(self, state: State, action: Action, _address: str) -> None:
        self.reached.append((state, action))


@cache
def texts() -> Wording:
    return Wording(TEXTS)


def application(catalogue: Catalogue, world: World) -> Starlette:
    wording = texts()
    return participant_app(
        Conversation(catalogue, wording, About(WEB)),
        Tickets(catalogue, SEAL, 72),
        wording,
        world.moment,
        channels={"poster": 77},
        reached=world.note,
    )


_IDENTITIES = itertools.count(1)


def address_at_the_end(catalogue: Catalogue, study: str, language: Language, screen: Screen, answer: str = "") -> str:
    """The address of a finished conversation: the first question answered so, every other one with unsure."""
    state = replace(_finished(catalogue, study, language, answer), screen=screen, at=0)
    identity = next(_IDENTITIES).to_bytes(16)  # another each time: one that was cleared stays so
    named = base64.urlsafe_b64encode(identity).decode().rstrip("=")
    return f"/c/{named}/{Tickets(catalogue, SEAL).write(state, SHOW, b'web:' + identity)}"


def card_at_the_end(catalogue: Catalogue, study: str, language: Language, screen: Screen, answer: str = "") -> Card:
    """The card of such a conversation."""
    state = replace(_finished(catalogue, study, language, answer), screen=screen, at=0)
    return Conversation(catalogue, texts(), About(WEB)).view(state)


def _finished(catalogue: Catalogue, study: str, language: Language, answer: str) -> State:
    conversation, moment = Conversation(catalogue, texts(), About(WEB)), World().moment()
    condition = catalogue.find(study)
    assert condition is not None
    state = conversation.start(language, moment, Subject(condition[0].id, condition[1].id))
    state = conversation.step(state, Action(Act.BEGIN), moment)
    while (card := conversation.view(state)).question is not None:
        answers = [one for one in card.buttons if one.role is Role.ANSWER]
        pressed = next((one for one in answers if one.value == answer), answers[-1])
        state = conversation.step(state, pressed.action, moment)
    return state


class Page(HTMLParser):
    """A page as a program sees it: elements with their attributes, in the order they stand."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        self.response = response
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._texts: list[str] = []
        self.feed(response.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self._texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self._texts).split())

    def all(self, tag: str, attribute: str = "") -> list[dict[str, str]]:
        return [found for name, found in self.elements if name == tag and (not attribute or attribute in found)]

    @property
    def question(self) -> str | None:
        return next((one["data-question"] for one in self.all("article", "data-question")), None)

    @property
    def answers(self) -> list[str]:
        return [one["data-answer"] for one in self.all("button", "data-answer")]

    @property
    def action(self) -> str:
        return next(one["action"] for one in self.all("form") if one["action"].startswith("/c/"))

    def ticket(self, attribute: str, value: str | None = None) -> str:
        found = [one for one in self.all("button", attribute) if value is None or one[attribute] == value]
        assert found, f"no button with {attribute} {value or ''} on: {self.text[:200]}"
        return found[0]["value"]


class Visitor:
    """Somebody with a browser without script, who follows forms."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.page: Page

    async def open(self, path: str, **headers: str) -> Page:
        self.page = Page(await self.client.get(path, headers=headers))
        return self.page

    async def press(self, attribute: str, value: str | None = None) -> Page:
        response = await self.client.post(self.page.action, data={"t": self.page.ticket(attribute, value)})
        assert response.status_code == 303, response.status_code
        return await self.open(response.headers["location"])

    async def begin(self, path: str = "/?lang=en") -> Page:
        """Go on to the first question; where conditions are listed, to lupus nephritis."""
        await self.open(path)
        while self.page.question is None:
            listed = self.page.all("button", "data-choice")
            lupus = any(one["data-choice"] == LUPUS.id for one in listed)
            await self.press(*(("data-choice", LUPUS.id) if lupus else ("data-forward",)))
        return self.page

    async def answer_all(self, **answers: str) -> Page:
        """Answer with what is given, else the last answer, until nothing is asked."""
        while self.page.question is not None:
            await self.press("data-answer", answers.get(self.page.question, "unsure"))
        return self.page
