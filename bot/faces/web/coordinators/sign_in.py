"""Who may see the figures: the cookie that holds a session's secret, what of it is right, and what the log is told."""

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

SECONDS: Final = 12 * 3600
"""After which a browser forgets the cookie; the session itself may end before (see `bot.funnel.links`)."""
NAME: Final = "coordinator"
PATH: Final = "/coordinators"
DOOR: Final = f"{PATH}/enter"
"""The address before the secret of a sign-in link."""
LONGEST: Final = 200
LINES: Final = 30
"""Refusals that are told in a minute; more of them would fill the log."""
MINUTE: Final = 60.0
_HERE: Final = frozenset({"127.0.0.1", "localhost", "::1"})

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Cookies:
    """The one cookie of these pages. It holds a session's secret and nothing else; the session is kept in the database."""

    public: bool
    """The pages are reached by https, whatever the request looks like."""
    demonstration: bool = False
    """The demonstration's cookie has a name of its own: it stays apart in the same browser, too."""

    def give(self, response: Response, request: Request, secret: str) -> None:
        """Let whoever gets this response keep the session."""
        secure = self._secure(request)
        response.set_cookie(
            self._name(request), secret, max_age=SECONDS, path="/", secure=secure, httponly=True, samesite="lax"
        )

    def take(self, response: Response, request: Request) -> None:
        """Have the browser forget it."""
        response.delete_cookie(
            self._name(request), path="/", secure=self._secure(request), httponly=True, samesite="lax"
        )

    def secret(self, request: Request) -> str:
        """The session's secret that a request brings; empty for none."""
        value = request.cookies.get(self._name(request), "")
        return value if len(value) <= LONGEST and value.isascii() else ""

    def kept(self, request: Request) -> bool:
        """Whether the browser that sent this form will keep the cookie: not over http from another machine."""
        https = request.url.scheme == "https" or request.headers.get("origin", "").startswith("https:")
        return self.public or https or not self._secure(request)

    def _secure(self, request: Request) -> bool:
        """Only on this machine itself may the cookie go without https."""
        here = request.url.scheme == "http" and request.url.hostname in _HERE
        return self.public or not here

    def _name(self, request: Request) -> str:
        name = f"{NAME}-demonstration" if self.demonstration else NAME
        return f"__Host-{name}" if self._secure(request) else name


class Event(Enum):
    """What the log is told of the door: that it happened, and nothing of whom or with what."""

    ENTERED = "a coordinator has signed in"
    LEFT = "a coordinator has signed out"
    LINK_REFUSED = "a sign-in link that does not open was refused"
    COOKIE_REFUSED = "a coordinator's session that has ended, or never was, was refused"


@dataclass
class Journal:
    """Tells the log of each event; of refusals, no more in a minute than anybody can read."""

    clock: Callable[[], float] = time.monotonic
    _refused: deque[float] = field(default_factory=deque)
    _silent: bool = False

    def tell(self, event: Event) -> None:
        """Log one event."""
        if event in {Event.ENTERED, Event.LEFT}:
            LOG.info(event.value)
            return
        now = self.clock()
        while self._refused and self._refused[0] <= now - MINUTE:
            self._refused.popleft()
        if len(self._refused) < LINES:
            self._silent = False
            self._refused.append(now)
            LOG.info(event.value)
        elif not self._silent:
            self._silent = True
            LOG.info("more sign-ins are refused; they are not told one by one")
