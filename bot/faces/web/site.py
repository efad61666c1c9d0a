"""All web pages as one application: which page belongs to whom, what a proxy may say of a client, what every answer has."""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Final, cast

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from bot.faces.web.coordinators.sign_in import PATH
from bot.faces.web.guard import HTTPS_ONLY, Guard

Network = IPv4Network | IPv6Network
FORWARDED: Final = frozenset({b"x-forwarded-for", b"forwarded", b"x-real-ip"})
LOG = logging.getLogger(__name__)


class Site:
    """The product's pages: the chat's, the coordinators', the machines', and where Telegram delivers.

    `hook` takes Telegram's updates at its own path; it has limits of its own. Only what comes from `trusted`
    addresses is believed when it names another client. `https`: people reach the pages by https alone.
    """

    def __init__(
        self,
        *,
        chat: ASGIApp,
        figures: ASGIApp,
        health: ASGIApp,
        lifespan: Callable[[Starlette], AbstractAsyncContextManager[None]],
        hook: tuple[str, ASGIApp] | None = None,
        trusted: Sequence[Network] = (),
        https: bool = False,
    ) -> None:
        self._chat = chat
        self._figures = figures
        self._health = Guard(health, _refuse)
        self._hook = (hook[0], Guard(hook[1], _refuse, limited=False)) if hook else None
        self._beginning = Starlette(lifespan=lifespan)
        self._trusted = tuple(trusted)
        self._https = https
        inner = cast("Callable[..., object]", self._route)
        self._behind_proxies = ProxyHeadersMiddleware(inner, [str(network) for network in trusted])  # type: ignore[arg-type]
        self._told = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            await self._beginning(scope, receive, send)
            return
        self._look_for_proxies(scope)

        async def sent(message: Message) -> None:
            if self._https and message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), HTTPS_ONLY]
            await send(message)

        await self._behind_proxies(scope, receive, sent)  # type: ignore[arg-type]

    async def _route(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._owner(scope["path"])(scope, receive, send)

    def _owner(self, path: str) -> ASGIApp:
        """Who answers at an address; whatever is nobody's is the chat's, which says so kindly."""
        if self._hook and path == self._hook[0]:
            return self._hook[1]
        if path == PATH or path.startswith(f"{PATH}/"):
            return self._figures
        return self._health if path == "/health" or path.startswith("/health/") else self._chat

    def _look_for_proxies(self, scope: Scope) -> None:
        """Tell once of a proxy that is not believed: all who come by it look like one."""
        if self._told or not any(name in FORWARDED for name, _ in scope.get("headers", ())):
            return
        if not self._is_trusted(scope):
            self._told = True
            LOG.warning(
                "a request names another client than the one that sent it, and is not believed: if it came by your "
                "proxy, put the proxy's address into TRUSTED_PROXIES; until then, all who come by it are one source"
            )

    def _is_trusted(self, scope: Scope) -> bool:
        try:
            peer = ip_address((scope.get("client") or ("",))[0])
        except ValueError:
            return False
        return any(peer in network for network in self._trusted)


def _refuse(status: int, _accepted: str) -> Response:
    """For machines, a word is enough."""
    return PlainTextResponse(f"{status}\n", status)
