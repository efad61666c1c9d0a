"""The bot and the fake Telegram together in one process, by polling or by a webhook."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from typing import Any, Literal

import uvicorn
from fake_api import FakeTelegram
from fake_parts import TOKEN
from person import Person
from starlette.applications import Starlette

from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.state import Act, Action, Moment, State
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.telegram.abilities import FACE as TELEGRAM
from bot.faces.telegram.face import TEXTS, TelegramFace
from bot.running import Server
from criteria.catalogue import Catalogue

Mode = Literal["polling", "webhook"]
SECRET = "a-secret_of_the_webhook"
KEY = b"a secret of thirty-two characters"
CHANNELS = {"poster": 4711}
HOUR = 495_000
WORDING = Wording(TEXTS)


class World:
    """A fake Telegram, one bot that serves it, and a clock that stands still unless moved."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.server = FakeTelegram()
        self.hour = HOUR
        self.reached: list[tuple[State, Action]] = []
        self.tickets = Tickets(catalogue, SivSeal([KEY]))
        self.conversation = Conversation(catalogue, WORDING, About(TELEGRAM))
        self.face: TelegramFace
        self.mode: Mode
        self._stop = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._web: uvicorn.Server | None = None
        self._serving: asyncio.Task[None] | None = None

    def new_face(self, **other: Any) -> TelegramFace:
        """A bot that knows nothing yet."""
        given: dict[str, Any] = {"token": TOKEN, "api_url": self.server.url, "channels": CHANNELS, **other}
        return TelegramFace(
            self.conversation, self.tickets, WORDING, lambda: Moment(self.hour, 12345), reached=self._note, **given
        )

    def _note(self, state: State, action: Action, _chat: int) -> None:
        self.reached.append((state, action))

    async def start(self, mode: Mode) -> None:
        """Start the bot; what it knew before is gone."""
        self.mode = mode
        self.face = self.new_face()
        if mode == "webhook":
            sock = socket.socket()
            sock.bind(("127.0.0.1", 0))
            app = Starlette(routes=[self.face.webhook(f"http://127.0.0.1:{sock.getsockname()[1]}", SECRET)])
            self._web = Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="off"))
            self._serving = asyncio.create_task(self._web.serve(sockets=[sock]))
        begins = len(self.server.calls)
        wanted = "getUpdates" if mode == "polling" else "setWebhook"
        self.run()
        await self.server.until(lambda: any(call.method == wanted for call in self.server.calls[begins:]))

    def run(self) -> None:
        """Run the bot, whatever it meets."""
        self._stop.clear()
        self._task = asyncio.create_task(self.face.run(self._stop))

    async def stop(self) -> None:
        """Stop the bot in good order."""
        self._stop.set()
        if self._task is not None:
            await self._task
        if self._web is not None and self._serving is not None:
            self._web.should_exit = True
            await self._serving
        self._task = self._web = self._serving = None
        if hasattr(self, "face"):  # a bot that could not even be built has nothing to close
            await self.face.close()

    async def settled(self, number: int) -> None:
        """Wait until an update is acknowledged and nobody is being served."""
        await self.server.until(lambda: self.server.acknowledged(number) and not len(self.face.order))

    def person(self, **about: Any) -> Person:
        return Person(self.server, self.settled, **about)

    def state(self, person: Person) -> State:
        """What the buttons of a person's card hold."""
        data = person.card.keyboard[0][0]["callback_data"]
        return self.tickets.read(data, b"telegram:%d" % person.chat["id"], self.hour)[0]

    def question(self, person: Person) -> str:
        """The question that a person's card asks, or nothing."""
        return self.conversation.view(self.state(person)).question or ""

    def answer(self, person: Person, place: int) -> str:
        """What the button holds that gives the answer at a place."""
        action = Action(Act.ANSWER, place)
        return self.tickets.write(self.state(person), action, b"telegram:%d" % person.chat["id"])

    async def fits(self, person: Person) -> None:
        """Tap an answer after which no study fails."""
        replay = self.conversation.replay(self.state(person))
        assert replay is not None
        assert replay.question is not None
        place = next(at for at, answer in enumerate(replay.question.answers) if answer not in replay.ends)
        await person.presses(self.answer(person, place), person.card)

    async def fits_until(self, person: Person, question: str) -> None:
        """Tap such answers until a question is asked."""
        while (asked := self.question(person)) != question:
            assert asked, f"{question} was never asked"
            await self.fits(person)


@contextlib.asynccontextmanager
async def world_of(catalogue: Catalogue, mode: Mode) -> AsyncIterator[World]:
    """A world with a running bot."""
    world = World(catalogue)
    await world.server.start()
    await world.start(mode)
    try:
        yield world
    finally:
        await world.stop()
        await world.server.stop()
