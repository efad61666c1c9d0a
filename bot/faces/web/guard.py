"""What stands before every page: limits on what comes in, headers on what goes out, and no fault that tells."""

import asyncio
import logging
import traceback
from collections.abc import Callable
from http import HTTPStatus
from types import MappingProxyType

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Refuse = Callable[[int, str], Response]
"""The page for a status, in the language guessed from an Accept-Language header."""

LONGEST_URL = 2048
LONGEST_BODY = 8192
LONGEST_HEADERS = 16_384
SLOWEST_BODY = 10.0
"""Seconds in which a body must have come."""
SERVER_EVENT_BYTES = 128 * 1024
"""For uvicorn's `h11_max_incomplete_event_size`: with less, it refuses long headers itself, without the headers below."""

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
HEADERS = MappingProxyType(
    {
        b"content-security-policy": POLICY.encode(),
        b"x-content-type-options": b"nosniff",
        b"referrer-policy": b"no-referrer",
        b"cross-origin-opener-policy": b"same-origin",
        b"cross-origin-resource-policy": b"same-origin",
    }
)
CACHE = (b"cache-control", b"no-store")
HTTPS_ONLY = (b"strict-transport-security", b"max-age=31536000")

log = logging.getLogger(__name__)


class Guard:
    """ASGI middleware that lets only small requests in and sends every answer out with its headers."""

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; a websocket is closed, since nothing here speaks it."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._serve(scope, receive, _Outgoing(scope, send))

    async def _serve(self, scope: Scope, receive: Receive, outgoing: "_Outgoing") -> None:
        try:
            status = _too_long(scope)
            if status is None and _has_body(scope):
                status, receive = await _whole_body(receive)
            if status is None:
                await self._app(scope, receive, outgoing.send)
                return
        except Exception as error:  # noqa: BLE001 - whatever it is, the person gets a page and the log gets no data
            log.error("unexpected %s at %s", type(error).__name__, _place(error))  # noqa: TRY400 - no traceback: it may quote a ticket
            if outgoing.begun:
                return
            status = HTTPStatus.INTERNAL_SERVER_ERROR
        response = self._refuse(status, Headers(scope=scope).get("accept-language", ""))
        await response(scope, receive, outgoing.send)


class _Outgoing:
    """Adds the headers to an answer, and knows whether it has begun."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._https = scope.get("scheme") == "https"
        self._send = send
        self.begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            own = list(message.get("headers", ()))
            named = {name for name, _ in own}
            own += HEADERS.items()
            if CACHE[0] not in named:
                own.append(CACHE)
            if self._https:
                own.append(HTTPS_ONLY)
            message["headers"] = own
        await self._send(message)


def _too_long(scope: Scope) -> int | None:
    raw = scope.get("raw_path") or scope["path"].encode()
    if len(raw) + len(scope["query_string"]) > LONGEST_URL:
        return HTTPStatus.REQUEST_URI_TOO_LONG
    if sum(len(name) + len(value) for name, value in scope["headers"]) > LONGEST_HEADERS:
        return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if not length.isdigit() or int(length[:20]) > LONGEST_BODY:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return None


def _has_body(scope: Scope) -> bool:
    if scope["method"] not in {"GET", "HEAD"}:
        return True
    return any(name in {b"content-length", b"transfer-encoding"} for name, _ in scope["headers"])


async def _whole_body(receive: Receive) -> tuple[int | None, Receive]:
    """Read the body to its limit; then a status that refuses it, or a `receive` that gives it at once."""
    body = b""
    try:
        async with asyncio.timeout(SLOWEST_BODY):
            while True:
                message = await receive()
                body += message.get("body", b"")
                if len(body) > LONGEST_BODY:
                    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, receive
                if not message.get("more_body", False):
                    break
    except TimeoutError:
        return HTTPStatus.REQUEST_TIMEOUT, receive
    given = False

    async def give() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return None, give


def _place(error: Exception) -> str:
    """Where it happened, without a word of what was in hand."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
