"""A bot in a process of its own: `replica.py polling|webhook|nursery API_URL [PORT PUBLIC_URL]`.

As a nursery it forks a polling bot for every line that it reads, so that fifty of them start in seconds.
Everything is logged at DEBUG, by a logger that redacts nothing.
"""

import asyncio
import logging
import os
import secrets
import signal
import sys

import uvicorn
from fake_parts import TOKEN
from starlette.applications import Starlette

from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.state import Action, Moment, State
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.telegram.abilities import FACE as TELEGRAM
from bot.faces.telegram.face import TEXTS, TelegramFace
from criteria.catalogue import load
from criteria.expression import QuestionId

SECRET = "a-secret_of_the_webhook"
KEY = b"a secret of thirty-two characters"
HOUR = 495_000
CRASHES_AT = QuestionId(os.environ.get("CRASHES_AT", ""))

CATALOGUE = load()
WORDING = Wording(TEXTS)
CONVERSATION = Conversation(CATALOGUE, WORDING, About(TELEGRAM))
TICKETS = Tickets(CATALOGUE, SivSeal([KEY]))


def crash(state: State, action: Action, _chat: int) -> None:
    """Fail, with everything in the words of the error."""
    if CRASHES_AT in state.answers:
        raise RuntimeError(f"{state} {action} {TOKEN}")


def new_face(api_url: str) -> TelegramFace:
    def clock() -> Moment:
        return Moment(HOUR, secrets.randbits(32))

    return TelegramFace(CONVERSATION, TICKETS, WORDING, clock, TOKEN, api_url, {}, reached=crash)


async def polling(api_url: str) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    face = new_face(api_url)
    await face.run(stop)
    await face.close()


async def webhook(api_url: str, port: int, public_url: str) -> None:
    face = new_face(api_url)
    app = Starlette(routes=[face.webhook(public_url, SECRET)])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, access_log=False, lifespan="off"))
    stop = asyncio.Event()
    running = asyncio.create_task(face.run(stop))
    await server.serve()
    stop.set()
    await running
    await face.close()


def nursery(api_url: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            os.closerange(0, 2)
            asyncio.run(polling(api_url))
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def main() -> None:
    logging.basicConfig(level=logging.DEBUG)
    match sys.argv[1:]:
        case ["polling", url]:
            asyncio.run(polling(url))
        case ["nursery", url]:
            nursery(url)
        case ["webhook", url, port, public_url]:
            asyncio.run(webhook(url, int(port), public_url))
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
