"""The fixtures of the web chat's tests: a plugin, since two files called conftest are one too many for mypy."""

import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import uvicorn
from webchat import Visitor, World, application

from bot.faces.web.guard import SERVER_EVENT_BYTES
from criteria.catalogue import Catalogue


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def client(shipped: Catalogue, world: World) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application(shipped, world))
    async with httpx.AsyncClient(transport=transport, base_url="http://chat") as found:
        yield found


@pytest.fixture
def visitor(client: httpx.AsyncClient) -> Visitor:
    return Visitor(client)


@pytest.fixture(scope="session")
def address(shipped: Catalogue) -> Iterator[tuple[str, int]]:
    """Where the chat is served over a real socket."""
    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        application(shipped, World()),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        h11_max_incomplete_event_size=SERVER_EVENT_BYTES,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    host, port = sock.getsockname()
    yield host, port
    server.should_exit = True
    thread.join(10)
    sock.close()
