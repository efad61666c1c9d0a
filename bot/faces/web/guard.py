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
HTTPS_ONLY = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
"""Sent where PUBLIC_URL is set (see `site`): it decides, not what a proxy says of one request."""
_OWN_SITES = frozenset({b"same-origin", b"none"})
_LOOKING = frozenset({"GET", "HEAD"})

log = logging.getLogger(__name__)


class Guard:
    """ASGI middleware that lets only small requests in and sends every answer out with its headers."""

    def __init__(self, app: ASGIApp, refuse: Refuse, *, strict: bool = False, limited: bool = True) -> None:
        """`strict`: a form without a known origin is refused, too, though an old browser may have sent it.

        Without `limited`, the application has limits of its own.
        """
        self._app = app
        self._refuse = refuse
        self._strict = strict
        self._limited = limited

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; a websocket is closed, since nothing here speaks it."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._serve(scope, receive, _Outgoing(send))

    async def _serve(self, scope: Scope, receive: Receive, outgoing: "_Outgoing") -> None:
        try:
            status = None
            if self._limited:
                status, receive = await self._limits(scope, receive)
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

    async def _limits(self, scope: Scope, receive: Receive) -> tuple[int | None, Receive]:
        """A status that refuses the request, or None and its body."""
        status = _too_long(scope)
        if status is None and _has_body(scope):
            status, receive = await _whole_body(receive)
        if status is None and _foreign(scope, strict=self._strict):
            status = HTTPStatus.FORBIDDEN
        return status, receive


class _Outgoing:
    """Adds the headers to an answer, and knows whether it has begun."""

    def __init__(self, send: Send) -> None:
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


def _foreign(scope: Scope, *, strict: bool) -> bool:
    """Whether a form was sent from another site's page, as far as the browser tells.

    Under `no-referrer` browsers name no origin even for our own forms ("null"), so what they say of the site counts
    first (Fetch Metadata); a program that is no browser says nothing of either.
    """
    if scope["method"] in _LOOKING:
        return False
    headers = dict(scope["headers"])
    if (site := headers.get(b"sec-fetch-site")) is not None:
        return site not in _OWN_SITES
    match headers.get(b"origin"):
        case None:
            return False
        case b"null":
            return strict
        case origin:
            return _host(origin.partition(b"://")[2]) != _host(headers.get(b"host", b""))


def _host(value: bytes) -> bytes:
    """A host without the ports that addresses leave out."""
    return value.lower().removesuffix(b":443").removesuffix(b":80")


def _has_body(scope: Scope) -> bool:
    if scope["method"] not in _LOOKING:
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
