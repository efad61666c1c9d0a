"""By hand: `.venv/bin/python tests/bench_web.py`. Answers a second (POST, 303, GET) against the bare framework and templates.

The bare application reads the form, redirects, and renders the same template about the same card with tickets that are
there already: no seal, no step, no view. Both are called in this process, with no network between, in turns.
"""

import asyncio
import statistics
import time
from urllib.parse import parse_qs, urlencode

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from bot.conversation.card import Card, Role
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.stage import About
from bot.conversation.state import SHOW, Action, Moment, State
from bot.conversation.ticket import Tickets, subjects
from bot.conversation.wording import Wording
from bot.faces.web.pages import TEXTS, Pages
from bot.faces.web.participant import participant_app
from criteria.catalogue import load

IDENTITY = "AAAAAAAAAAAAAAAAAAAAAA"
CONTEXT = b"web:" + bytes(16)
MOMENT = Moment(495_000, 1)
ROUNDS = 15


async def call(app: ASGIApp, method: str, path: str, body: bytes = b"") -> int:
    """Ask an application in this process; gives the length of its answer."""
    sent = 0
    headers = [(b"host", b"localhost"), (b"content-type", b"application/x-www-form-urlencoded")]
    headers += [(b"content-length", str(len(body)).encode())] if body else []
    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b""}
    scope |= {"headers": headers, "scheme": "http", "http_version": "1.1", "root_path": "", "server": ("localhost", 80)}

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        nonlocal sent
        assert message.get("status", 200) in (200, 303), message
        sent += len(message.get("body", b""))

    await app(scope, receive, send)
    return sent


def main() -> None:
    """Print the figures."""
    catalogue, wording = load(), Wording(TEXTS)
    conversation = Conversation(catalogue, wording, About("web"))
    tickets = Tickets(catalogue, SivSeal([b"k" * 32]))
    ours = participant_app(conversation, tickets, wording, lambda: MOMENT)
    pages = Pages(wording)

    def write(state: State, action: Action) -> str:
        return tickets.write(state, action, CONTEXT)

    state = conversation.start("es", MOMENT, subjects(catalogue)[0])
    state = conversation.step(state, conversation.view(state).buttons[0].action, MOMENT)
    taps, states = [], []
    while (card := conversation.view(state)).question is not None:
        unsure = [button for button in card.buttons if button.role is Role.ANSWER][-1]
        taps.append(write(state, unsure.action))
        state = conversation.step(state, unsure.action, MOMENT)
        states.append(state)
    cards = [conversation.view(one) for one in states]
    sealed = [
        {action: write(one, action) for action in _actions(card)} for one, card in zip(states, cards, strict=True)
    ]

    async def post(request: Request) -> Response:
        form = parse_qs((await request.body()).decode())
        return RedirectResponse(f"/c/{IDENTITY}/{form['t'][0]}", 303)

    async def get(request: Request) -> Response:
        at = int(request.path_params["ticket"])
        return HTMLResponse(pages.card(cards[at], IDENTITY, sealed[at].__getitem__))

    routes = [Route("/c/{c}", post, methods=["POST"]), Route("/c/{c}/{ticket}", get, methods=["GET"])]
    bare = Starlette(routes=routes)

    async def interview(app: ASGIApp, paths: list[str]) -> float:
        begins = time.perf_counter()
        for tap, path in zip(taps, paths, strict=True):
            await call(app, "POST", f"/c/{IDENTITY}", urlencode({"t": tap}).encode())
            await call(app, "GET", path)
        return time.perf_counter() - begins

    async def measure() -> None:
        our_paths = [f"/c/{IDENTITY}/{write(one, SHOW)}" for one in states]
        bare_paths = [f"/c/{IDENTITY}/{at}" for at in range(len(states))]
        await interview(ours, our_paths)
        pairs = [(await interview(ours, our_paths), await interview(bare, bare_paths)) for _ in range(ROUNDS)]
        our = len(taps) / statistics.median(pair[0] for pair in pairs)
        their = len(taps) / statistics.median(pair[1] for pair in pairs)
        ratio = statistics.median(pair[1] / pair[0] for pair in pairs)
        print(f"{len(taps)} answers a round: ours {our:.0f} a second, bare {their:.0f}; ratio {ratio:.2f} (goal 0.5)")

    asyncio.run(measure())


def _actions(card: Card) -> list[Action]:
    buttons = [*card.buttons, *card.ways, *(button for one in card.results for button in one.buttons)]
    changes = [one.change for one in (*card.history, *card.exchanges)]
    return [*(button.action for button in buttons), *changes]


if __name__ == "__main__":
    main()
