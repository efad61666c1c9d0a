"""Connections: a deadline for what a client owes, a limit for all, and room for whoever asks properly meanwhile."""

import asyncio
import logging
import resource
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.faces.web import connections
from bot.faces.web.connections import Debt, patient_protocol
from bot.listen import address, listening, noted, room, served_at


async def hello(request: Request) -> Response:
    await request.body()
    return PlainTextResponse("hello")


@asynccontextmanager
async def served(most: int, *, https: bool = False) -> AsyncIterator[int]:
    """A small application on a free port, whose connections are limited."""
    sock = listening("127.0.0.1", 0)
    app = Starlette(routes=[Route("/", hello, methods=["GET", "POST"])])
    config = uvicorn.Config(app, http=patient_protocol(most, https=https), log_config=None, lifespan="off", ws="none")
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve(sockets=[sock]))
    while not server.started:  # noqa: ASYNC110 - the server has no event for it
        await asyncio.sleep(0.01)
    yield sock.getsockname()[1]
    server.should_exit = True
    await running


async def sent(port: int, data: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(data)
    await writer.drain()
    return reader, writer


async def ended(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read()
    except ConnectionResetError:
        return b""


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deadlines that a test can wait for."""
    for debt in Debt:
        monkeypatch.setattr(debt, "_value_", 0.3)


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(
    "half",
    [b"", b"G", b"GET / HTTP/1.1\r\nHost: x\r\nX-A: ", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab"],
)
async def test_half_a_request_is_not_waited_for(half: bytes) -> None:
    async with served(100) as port:
        reader, writer = await sent(port, half)
        assert b"200" not in await asyncio.wait_for(ended(reader), 30)
        writer.close()


@pytest.mark.usefixtures("soon")
async def test_drops_do_not_prolong_a_deadline() -> None:
    async with served(100) as port:
        reader, writer = await sent(port, b"GET / HTTP/1.1\r\n")
        over = asyncio.create_task(ended(reader))
        for _ in range(600):
            if over.done():
                break
            writer.write(b"X-A: b\r\n")
            await asyncio.sleep(0.05)
        assert await asyncio.wait_for(over, 30) == b""
        writer.close()


async def test_a_kept_connection_is_answered_again_and_again() -> None:
    async with served(100) as port:
        reader, writer = await sent(port, b"")
        for _ in range(20):
            writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab")
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200")
            assert await reader.readexactly(5) == b"hello"
        writer.close()


async def test_beyond_the_limit_who_has_waited_longest_makes_way_and_a_neighbour_is_answered(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        async with served(20) as port:
            halves = [await sent(port, b"GET / HTTP/1.1\r\n") for _ in range(60)]
            for _ in range(5):
                reader, writer = await sent(port, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                assert (await reader.read()).endswith(b"hello")
                writer.close()
            for reader, _ in halves[:40]:
                assert await ended(reader) == b""
            for _, writer in halves:
                writer.close()
    lines = [one for one in caplog.records if one.name == connections.__name__]
    assert len(lines) == 1
    assert not any(sign.isdigit() for sign in lines[0].getMessage())


@pytest.mark.parametrize("https", [True, False])
async def test_what_is_no_http_is_refused_with_every_header(*, https: bool) -> None:
    async with served(20, https=https) as port:
        reader, writer = await sent(port, b"NONSENSE\r\n\r\n")
        answer = (await ended(reader)).lower()
        assert answer.startswith(b"http/1.1 400")
        assert b"content-security-policy" in answer
        assert (b"strict-transport-security" in answer) == https
        writer.close()


async def test_nonsense_behind_a_request_leaves_no_trace(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        async with served(20) as port:
            for _ in range(20):
                reader, writer = await sent(port, b"GET / HTTP/1.1\r\nHost: x\r\n\r\nNONSENSE zqxjkv\r\n\r\n")
                await ended(reader)
                writer.close()
    assert "zqxjkv" not in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(
    ("limits", "most", "expected"),
    [((256, 8192), 4000, 4000), ((256, 1024), 4000, 924), ((8192, 8192), 50, 50), ((64, 64), 4000, 16)],
)
def test_descriptors_are_raised_to_what_the_system_allows(
    monkeypatch: pytest.MonkeyPatch, limits: tuple[int, int], most: int, expected: int
) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _kind: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _kind, wanted: asked.append(wanted))
    assert room(most) == expected
    assert all(soft <= limits[1] for soft, _ in asked)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("0.0.0.0", "http://127.0.0.1:80"),  # noqa: S104 - what is shown for it
        ("::", "http://[::1]:80"),
        ("::1", "http://[::1]:80"),
        ("192.0.2.1", "http://192.0.2.1:80"),
        ("localhost", "http://localhost:80"),
    ],
)
def test_the_address_that_is_shown_can_be_opened(host: str, shown: str) -> None:
    assert address(host, 80) == shown


def test_where_it_is_served_is_noted_while_it_is(tmp_path: Path) -> None:
    sock = listening("127.0.0.1", 0)
    here = address(*sock.getsockname())
    with noted(tmp_path, here):
        assert served_at(tmp_path) == here
    assert served_at(tmp_path) is None
    sock.close()
    with noted(tmp_path, here):
        assert served_at(tmp_path) is None, "nobody listens there"


@pytest.mark.parametrize("text", ["", "http://", "javascript:1", "http://127.0.0.1:99999", "http://127.0.0.1:1\nx"])
def test_a_note_that_is_none_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "web-address").write_text(text)
    assert served_at(tmp_path) is None


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    with noted(tmp_path / "nowhere", "http://127.0.0.1:1"):
        assert served_at(tmp_path / "nowhere") is None
    assert served_at(tmp_path / "nowhere") is None
