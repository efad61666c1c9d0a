"""What is wrong gets a kind page in the person's language, the right status and every header; it harms nothing."""

import asyncio
import contextlib
import logging
import secrets
import socket
from collections.abc import AsyncIterator

import httpx
import pytest
from webchat import HEADERS, A, Page, Visitor, World, application

from bot.faces.web import guard
from criteria.catalogue import Catalogue

pytest_plugins = ["web_fixtures"]
MARK = "zqxjkv"
LOT = MARK * (64 * 1024 // len(MARK) + 1)
FORM = {"content-type": "application/x-www-form-urlencoded"}
ADDRESSES = ["/", f"/s/{A}", "/c/" + "A" * 22, f"/c/{'A' * 22}/{'A' * 64}", "/finish", "/bye", "/static/chat.css", "/x"]
METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]


def is_kind(response: httpx.Response, *statuses: int, language: str = "es") -> None:
    """A refusal that a person can read, and that repeats nothing."""
    assert response.status_code in statuses, response.status_code
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert MARK not in response.text
    assert MARK not in str(response.headers)
    assert "set-cookie" not in response.headers
    if response.request.method == "HEAD":
        return
    page = Page(response)
    assert page.all("html")[0]["lang"] == language
    assert [one["href"] for one in page.all("a") if "forward" in one.get("class", "")] == [f"/?lang={language}"]
    assert not page.all("script")
    assert "Traceback" not in response.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/{MARK}", 404),
        (f"/s/{MARK}", 404),
        ("/s/", 404),
        ("/bye/", 404),
        (f"/static/{MARK}", 404),
        ("/static/../pages.py", 404),
        ("/static/%2e%2e%2fpages.py", 404),
        (f"/c/{'A' * 22}", 405),
        (f"/c/{'A' * 22}/{'A' * 64}", 400),
        (f"/c/{'A' * 22}/{MARK}", 400),
        (f"/c/{MARK}/{'A' * 64}", 400),
        (f"/c/{'é' * 22}/{'é' * 64}", 400),
        (f"/c/{'%00' * 22}/{'%ff' * 64}", 400),
        ("/finish", 405),
        (f"/{'x' * 2100}", 414),
        (f"/?{'x' * 2100}", 414),
    ],
)
@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_wrong_address(client: httpx.AsyncClient, path: str, status: int, language: str) -> None:
    is_kind(await client.get(path, headers={"accept-language": language}), status, language=language)


async def test_wrong_methods_name_the_right_ones(client: httpx.AsyncClient) -> None:
    for method in METHODS[1:]:
        response = await client.request(method, "/")
        is_kind(response, 405)
        assert "GET" in response.headers["allow"]


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"", FORM, 400),
        (b"x=1", FORM, 400),
        (b"t=", FORM, 400),
        (b"t=1&t=2", FORM, 400),
        (b"&".join([b"t=1"] * 100), FORM, 400),
        (b"t=\xff\xfe", FORM, 400),
        (f"t={MARK}".encode(), FORM, 400),
        (b"t=" + b"A" * 64, FORM, 400),
        (b'{"t": "x"}', {"content-type": "application/json"}, 415),
        (b"t=x", {"content-type": "text/plain"}, 415),
        (b"t=x", {}, 415),
        (b"--b\r\n\r\nx\r\n--b--", {"content-type": "multipart/form-data; boundary=b"}, 415),
        (b"t=" + b"A" * 9000, FORM, 413),
        (b"t=x", {**FORM, "content-length": "9" * 30}, 413),
        (b"t=x", {**FORM, "content-length": "many"}, 413),
        (b"t=x", {**FORM, "content-length": "-1"}, 413),
    ],
)
async def test_a_wrong_form(client: httpx.AsyncClient, content: bytes, headers: dict[str, str], status: int) -> None:
    is_kind(await client.post(f"/c/{'A' * 22}", content=content, headers=headers), status)


async def test_a_ticket_belongs_to_its_conversation_and_is_whole(visitor: Visitor) -> None:
    page = await visitor.begin(f"/s/{A}?lang=en")
    ticket = page.ticket("data-answer")
    other = (await visitor.open("/")).action
    is_kind(await visitor.client.post(other, data={"t": ticket}), 400)
    for place in (0, 20, 63):
        damaged = ticket[:place] + ("A" if ticket[place] != "A" else "B") + ticket[place + 1 :]
        is_kind(await visitor.client.post(page.action, data={"t": damaged}), 400, language="en")
    for wrong in (ticket[:-1], ticket + "A", ticket[::-1], "", " " * 64, "=" * 64):
        is_kind(await visitor.client.post(page.action, data={"t": wrong}), 400, language="en")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", ADDRESSES)
async def test_sixty_four_kilobytes_of_anything(client: httpx.AsyncClient, method: str, path: str) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(LOT), 1000):
            yield LOT[start : start + 1000].encode()

    is_kind(await client.request(method, path, content=LOT), 413)
    is_kind(await client.request(method, path, content=chunks()), 413)
    is_kind(await client.request(method, path, files={"t": LOT.encode()}), 413)
    is_kind(await client.request(method, path, data={"t": LOT}), 413)
    is_kind(await client.request(method, path, headers={"x-much": LOT}), 431)
    is_kind(await client.request(method, path, headers={"cookie": LOT}), 431)
    is_kind(await client.request(method, path, headers={"accept-language": LOT}), 431)


async def test_long_addresses(client: httpx.AsyncClient) -> None:
    for path in (
        *(f"{path.rstrip('/')}/{LOT[:60000]}" for path in ADDRESSES),
        f"/?lang={LOT[:60000]}",
        f"/s/{A}?c={LOT[:60000]}",
    ):
        for method in ("GET", "POST"):
            is_kind(await client.request(method, path), 414)


async def test_noise_is_refused_and_nothing_else_happens(client: httpx.AsyncClient, world: World) -> None:
    for _ in range(60):
        noise = secrets.token_bytes(secrets.randbelow(300))
        await_page = await client.post(f"/c/{'A' * 22}", content=noise, headers=FORM)
        is_kind(await_page, 400)
        is_kind(await client.get("/c/" + "".join(f"%{byte:02x}" for byte in noise) + "x/y"), 400, 404)
    assert world.reached == []


async def test_a_body_that_never_ends_is_not_waited_for(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def drops() -> AsyncIterator[bytes]:
        yield b"t="
        await asyncio.sleep(60)

    monkeypatch.setattr(guard, "SLOWEST_BODY", 0.05)
    is_kind(await client.post(f"/c/{'A' * 22}", content=drops(), headers=FORM), 408)


class UnforeseenError(RuntimeError):
    """Something nobody thought of."""


async def test_a_fault_of_ours_tells_nothing(
    shipped: Catalogue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    world = World()
    monkeypatch.setattr(world, "moment", _broken)
    transport = httpx.ASGITransport(application(shipped, world))
    with caplog.at_level(logging.DEBUG):
        async with httpx.AsyncClient(transport=transport, base_url="http://chat") as client:
            is_kind(await client.get(f"/?lang=en&c={MARK}"), 500)
            is_kind(await client.get(f"/c/{'A' * 22}/{MARK}"), 500)
    ours = [record for record in caplog.records if record.name.startswith("bot.")]
    assert [record.levelname for record in ours] == ["ERROR", "ERROR"]
    assert "UnforeseenError" in ours[0].getMessage()
    assert MARK not in "".join(record.getMessage() + str(record.exc_info) for record in ours)


def _broken() -> None:
    raise UnforeseenError(MARK)


def speak(address: tuple[str, int], request: bytes) -> tuple[int, dict[str, str]]:
    """Send bytes over a real socket; the status and the headers of what comes back."""
    with socket.create_connection(address, timeout=60) as sock:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            sock.sendall(request)
        found = b""
        while b"\r\n\r\n" not in found:
            part = sock.recv(65536)
            assert part, "the connection was closed without a word"
            found += part
    head = found.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    return int(head[0].split()[1]), {
        name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])
    }


def over_the_wire(method: str, path: str) -> dict[str, bytes]:
    lot = LOT.encode()
    start = f"{method} {path} HTTP/1.1\r\nHost: x\r\n".encode()
    form = b"Content-Type: application/x-www-form-urlencoded\r\n"
    chunk = b"1000\r\n" + lot[:4096] + b"\r\n"
    parts = b"--b\r\nContent-Disposition: form-data; name=t\r\n\r\n" + lot + b"\r\n--b--\r\n"
    many = b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\n\r\n" % len(parts)
    return {
        "body": start + form + b"Content-Length: %d\r\n\r\n" % len(lot) + lot,
        "chunked": start + form + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 16 + b"0\r\n\r\n",
        "multipart": start + many + parts,
        "header": start + b"X-Much: " + lot + b"\r\n\r\n",
        "headers": start + b"".join(b"X-%d: %s\r\n" % (place, lot[:600]) for place in range(100)) + b"\r\n",
        "path": f"{method} {path}/{LOT} HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
        "query": f"{method} {path}?{LOT} HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
    }


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_sixty_four_kilobytes_over_a_real_socket(address: tuple[str, int], method: str) -> None:
    for path in ADDRESSES:
        for name, request in over_the_wire(method, path).items():
            status, headers = speak(address, request)
            assert status in {413, 414, 431}, (name, path, status)
            assert {key: headers[key] for key in HEADERS} == HEADERS
            assert MARK not in str(headers)
    assert speak(address, b"GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n")[0] == 200


def test_what_is_no_http_is_refused(address: tuple[str, int]) -> None:
    status, headers = speak(address, LOT.encode() + b"\r\n\r\n")
    assert status == 400
    assert MARK not in str(headers)


def test_a_websocket_is_not_spoken_here(address: tuple[str, int]) -> None:
    wish = b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    status, headers = speak(address, b"GET /x HTTP/1.1\r\nHost: x\r\n" + wish + b"Sec-WebSocket-Version: 13\r\n\r\n")
    assert status == 404
    assert headers["referrer-policy"] == "no-referrer"
