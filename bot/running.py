"""The web pages and the Telegram bot beside each other in one process, until it is told to end."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Generator
from typing import Protocol

import uvicorn

SIGNALS = (signal.SIGINT, signal.SIGTERM)
SECONDS_TO_KNOW = 5.0
"""How long the line that tells what runs waits for Telegram's first answer."""


class Chats(Protocol):
    """A face that is connected to somewhere else."""

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until told to stop, and finish what has begun; nothing that happens outside ends it."""
        ...

    async def status(self, seconds: float) -> str:
        """What is to be said of it, as a part of a sentence; waits some seconds for news."""
        ...

    async def close(self) -> None:
        """Give back what it holds."""
        ...


class Server(uvicorn.Server):
    """A web server that leaves signals alone: it would raise them again before the other face has ended."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None]:
        """Do nothing."""
        yield


async def run(server: Server, sock: socket.socket, chats: Chats | None, say: Callable[[str], None]) -> None:
    """Serve on a socket, the chats beside, until a signal comes; `say` is told of the chats once the pages are served.

    A signal ends the chats first, their taps in work finished, and then the pages; a second one ends at once.
    """
    with _signals() as (stop, hurry):
        web = asyncio.create_task(server.serve(sockets=[sock]))
        while not server.started and not web.done():  # noqa: ASYNC110 - the server has no event for it
            await asyncio.sleep(0.02)
        beside = asyncio.create_task(_beside(chats, stop, hurry, say))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({web, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stop.set()
        await beside
        server.should_exit = True
        hurrying = asyncio.create_task(_force(server, hurry))
        await web
        for task in (stopping, hurrying):
            task.cancel()
        if chats is not None:
            await chats.close()


async def _beside(chats: Chats | None, stop: asyncio.Event, hurry: asyncio.Event, say: Callable[[str], None]) -> None:
    if chats is None:
        say("")
        return
    serving = asyncio.create_task(chats.run(stop))
    say(await chats.status(SECONDS_TO_KNOW))
    hurrying = asyncio.create_task(hurry.wait())
    await asyncio.wait({serving, hurrying}, return_when=asyncio.FIRST_COMPLETED)
    for task in (serving, hurrying):
        task.cancel()
    await asyncio.wait({serving})


async def _force(server: Server, hurry: asyncio.Event) -> None:
    await hurry.wait()
    server.force_exit = True


@contextlib.contextmanager
def _signals() -> Generator[tuple[asyncio.Event, asyncio.Event]]:
    """Two events: a signal has come, and another after it."""
    stop, hurry = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def came() -> None:
        (hurry if stop.is_set() else stop).set()

    def handle(*_: object) -> None:
        loop.call_soon_threadsafe(came)

    before = {number: signal.signal(number, handle) for number in SIGNALS}
    try:
        yield stop, hurry
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
