"""Takes updates that Telegram delivers: each is acknowledged only after it was processed."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update

from bot.faces.telegram.delivery import LaterError

PATH = "/telegram"
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header
LONGEST_BODY = 1 << 20
"""Bytes; an update with the longest message and keyboard stays far below."""
LOG = logging.getLogger(__name__)


def route(
    secret: str, parsed: Callable[[Mapping[str, Any]], Update | None], process: Callable[[Update], Awaitable[None]]
) -> Route:
    """Where updates come in; who does not know the secret is refused before a byte of the body is read."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, secret.encode()):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        raw = await _body(request)
        if isinstance(raw, HTTPStatus):
            return Response(status_code=raw)
        update = parsed(raw)
        if update is None:
            LOG.warning("an update that cannot be read was passed over")
            return Response()
        try:
            await process(update)
        except LaterError:
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
        return Response()

    return Route(PATH, receive, methods=["POST"])


async def _body(request: Request) -> dict[str, Any] | HTTPStatus:
    """The body as an object, or the status that refuses it."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return HTTPStatus.BAD_REQUEST
    return found if isinstance(found, dict) and isinstance(found.get("update_id"), int) else HTTPStatus.BAD_REQUEST
