"""All pages together: whatever is asked passes the guard; whose word counts about a client; health without a number."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_network

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send
from webchat import HEADERS, A, World, application

from bot.faces.web.health import health_app, works
from bot.faces.web.site import Site
from criteria.catalogue import Catalogue

pytest_plugins = ["web_fixtures"]


@asynccontextmanager
async def lifespan(_app: Starlette) -> AsyncIterator[None]:
    yield


async def fails() -> bool:
    return False


async def hooked(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("taken")(scope, receive, send)


async def figures(scope: Scope, receive: Receive, send: Send) -> None:
    client = scope["client"] or ("",)
    await Response(f"{client[0]} {scope['scheme']}")(scope, receive, send)


def site(catalogue: Catalogue, *, https: bool = False, funnel: bool = True, trusted: str = "127.0.0.1/32") -> Site:
    return Site(
        chat=application(catalogue, World()),
        figures=figures,
        health=health_app({"web": works, "definitions": works, "funnel": works if funnel else fails}),
        lifespan=lifespan,
        hook=("/telegram", hooked),
        trusted=[ip_network(trusted)],
        https=https,
    )


async def asked(app: Site, raw: str, method: str = "GET") -> tuple[int, dict[str, str]]:
    """What an address gets that a well-behaved client would not send."""
    sent: list[Message] = []

    async def receive() -> Message:
        await asyncio.sleep(0)
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": raw, "raw_path": raw.encode(), "query_string": b""}
    scope |= {"headers": [], "scheme": "http", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80), "root_path": ""}
    await app({**scope, "http_version": "1.1"}, receive, send)
    return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize(
    "target",
    [
        "http://x/y",
        "*",
        "/\n",
        "/\nx",
        "",
        "x:443",
        "//",
        "/./..",
        "/%0a",
        "/health/x",
        "/telegram/",
        "/coordinators2",
        "\x00",
    ],
)
async def test_whatever_is_asked_passes_the_guard(shipped: Catalogue, target: str) -> None:
    for method in ("GET", "POST", "OPTIONS", "CONNECT", "TRACE"):
        status, headers = await asked(site(shipped), target, method)
        assert status in {400, 404, 405} or target == "/\n", (target, method)
        assert HEADERS.items() <= headers.items(), (target, method)


async def test_an_address_without_an_end_is_refused(shipped: Catalogue) -> None:
    status, headers = await asked(site(shipped), "http://x/" + "y" * 3000)
    assert status == 414
    assert HEADERS.items() <= headers.items()


def client(app: Site, peer: str = "127.0.0.1") -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app, client=(peer, 5)), base_url="http://chat")


@pytest.mark.parametrize(
    "path", ["/", f"/s/{A}", "/nothing", "/health", "/telegram", "/coordinators", "/static/chat.css"]
)
async def test_https_is_demanded_wherever_it_is_published_and_nowhere_else(shipped: Catalogue, path: str) -> None:
    async with client(site(shipped, https=True)) as published:
        told = (await published.get(path)).headers["strict-transport-security"]
        assert told == "max-age=31536000; includeSubDomains"
    async with client(site(shipped)) as here:
        forwarded = {"x-forwarded-proto": "https"}
        assert "strict-transport-security" not in (await here.get(path, headers=forwarded)).headers


async def test_health_tells_which_part_fails_and_no_number(shipped: Catalogue) -> None:
    async with client(site(shipped)) as well:
        answered = await well.get("/health")
        assert answered.status_code == 200
        assert answered.json() == {"status": "ok", "parts": {"web": "ok", "definitions": "ok", "funnel": "ok"}}
    async with client(site(shipped, funnel=False)) as ill:
        answered = await ill.get("/health")
        assert answered.status_code == 503
        assert answered.json() == {"status": "not ok", "parts": {"web": "ok", "definitions": "ok", "funnel": "not ok"}}
        assert [(await ill.get(f"/health/{part}")).status_code for part in ("web", "definitions", "funnel")] == [
            200,
            200,
            503,
        ]
        assert not any(sign.isdigit() for sign in answered.text)


@pytest.mark.parametrize(
    ("peer", "told", "believed"),
    [
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        ("198.51.100.2", "203.0.113.9", "198.51.100.2"),
    ],
)
async def test_only_a_trusted_proxy_is_believed(shipped: Catalogue, peer: str, told: str, believed: str) -> None:
    async with client(site(shipped), peer) as one:
        answered = await one.get("/coordinators", headers={"x-forwarded-for": told, "x-forwarded-proto": "https"})
        assert answered.text == f"{believed} {'https' if believed != peer else 'http'}"


async def test_a_proxy_that_is_not_believed_is_told_once_and_not_by_its_address(
    shipped: Catalogue, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        async with client(site(shipped), "198.51.100.2") as one:
            for header in ("x-forwarded-for", "forwarded", "x-real-ip"):
                await one.get("/", headers={header: "203.0.113.9"})
        async with client(site(shipped)) as trusted:
            await trusted.get("/", headers={"x-forwarded-for": "203.0.113.9"})
    (line,) = [one.getMessage() for one in caplog.records if one.name == "bot.faces.web.site"]
    assert "TRUSTED_PROXIES" in line
    assert "198.51" not in line
    assert "203.0" not in line


async def test_telegrams_own_address_keeps_its_own_limits(shipped: Catalogue) -> None:
    async with client(site(shipped)) as telegram:
        answered = await telegram.post("/telegram", content=b"x" * 100_000, headers={"origin": "https://elsewhere"})
        assert answered.text == "taken"
        assert HEADERS.items() <= dict(answered.headers).items()
