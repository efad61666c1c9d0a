"""By hand: `.venv/bin/python tests/bench_web.py`. Answers a second (POST, 303, GET) against the bare framework.

The bare application reads the form, redirects, and renders the same templates about the same card with tickets that are
there already: no seal, no step, no view, no limits and headers. Each is served by uvicorn in a process of its own and
asked in turns over one kept connection; what a server's process itself spends is compared, too.
"""

import http.client
import multiprocessing
import os
import statistics
import time
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.conversation.card import Card, Role
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.state import SHOW, Action, Moment, State
from bot.conversation.subjects import subjects
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.web.participant.app import participant_app
from bot.faces.web.participant.face import FACE as WEB
from bot.faces.web.participant.pages import TEXTS, Pages
from bot.listen import listening
from criteria.catalogue import load

IDENTITY = "AAAAAAAAAAAAAAAAAAAAAA"
CONTEXT = b"web:" + bytes(16)
MOMENT = Moment(495_000, 1)
ROUNDS = 25


class Talk:
    """One interview about the shipped pair, answered with unsure: its states, and both applications for it."""

    def __init__(self) -> None:
        catalogue, self.wording = load(), Wording(TEXTS)
        self.conversation = Conversation(catalogue, self.wording, About(WEB))
        self.tickets = Tickets(catalogue, SivSeal([b"k" * 32]))
        state = self.conversation.start("es", MOMENT, subjects(catalogue)[0])
        state = self.conversation.step(state, self.conversation.view(state).buttons[0].action, MOMENT)
        self.taps: list[str] = []
        self.states: list[State] = []
        while (card := self.conversation.view(state)).question is not None:
            unsure = [button for button in card.buttons if button.role is Role.ANSWER][-1]
            self.taps.append(self.tickets.write(state, unsure.action, CONTEXT))
            state = self.conversation.step(state, unsure.action, MOMENT)
            self.states.append(state)

    def ours(self) -> ASGIApp:
        """The product's web face."""
        return participant_app(self.conversation, self.tickets, self.wording, lambda: MOMENT)

    def bare(self) -> ASGIApp:
        """The same framework and templates, and nothing else."""
        pages = Pages(self.wording, 72)
        cards = {self.tickets.write(state, SHOW, CONTEXT): self.conversation.view(state) for state in self.states}
        sealed = {
            key: {action: self.tickets.write(state, action, CONTEXT) for action in _actions(card)}
            for (key, card), state in zip(cards.items(), self.states, strict=True)
        }
        after = dict(zip(self.taps, cards, strict=True))

        async def post(request: Request) -> Response:
            form = parse_qs((await request.body()).decode())
            return RedirectResponse(f"/c/{IDENTITY}/{after[form['t'][0]]}", 303)

        async def get(request: Request) -> Response:
            key = request.path_params["ticket"]
            return HTMLResponse(pages.card(cards[key], IDENTITY, sealed[key].__getitem__))

        routes = [Route("/c/{c}", post, methods=["POST"]), Route("/c/{c}/{ticket}", get, methods=["GET"])]
        return Starlette(routes=routes)


def _actions(card: Card) -> list[Action]:
    buttons = [*card.buttons, *card.ways, *card.languages, *(button for one in card.results for button in one.buttons)]
    return [
        SHOW,
        *(button.action for button in buttons),
        *(one.change for one in (*card.history, *card.exchanges, *card.room)),
    ]


def serve(name: str, port: int) -> None:
    """Serve one of the two until killed."""
    app = getattr(Talk(), name)()
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listening("127.0.0.1", port)])


def spent(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def interview(port: int, taps: list[str]) -> float:
    """The seconds that one whole interview takes."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    begins = time.perf_counter()
    for tap in taps:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", f"/c/{IDENTITY}", urlencode({"t": tap}), form)
        answer = connection.getresponse()
        answer.read()
        connection.request("GET", answer.headers["Location"].partition("#")[0])
        page = connection.getresponse()
        if page.status != http.HTTPStatus.OK or not page.read():
            raise SystemExit("a page did not come")
    taken = time.perf_counter() - begins
    connection.close()
    return taken


def main() -> None:
    """Print the figures."""
    taps = Talk().taps
    ports = {"ours": 18181, "bare": 18182}
    servers = {
        name: multiprocessing.Process(target=serve, args=(name, port), daemon=True) for name, port in ports.items()
    }
    for server in servers.values():
        server.start()
    time.sleep(4)
    ask = {name: partial(interview, port, taps) for name, port in ports.items()}
    for one in ask.values():
        one()
    before = {name: spent(server.pid or 0) for name, server in servers.items()}
    pairs = [(ask["ours"](), ask["bare"]()) for _ in range(ROUNDS)]
    used = {name: spent(server.pid or 0) - before[name] for name, server in servers.items()}
    ours, bare = (len(taps) / statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(pair[1] / pair[0] for pair in pairs)
    print(f"{len(taps)} answers a round: ours {ours:.0f} a second, bare {bare:.0f}; ratio {ratio:.2f} (goal 0.5)")
    print(f"processor time of the servers: bare / ours {used['bare'] / used['ours']:.2f}")
    for server in servers.values():
        server.kill()


if __name__ == "__main__":
    main()
