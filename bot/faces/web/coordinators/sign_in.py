"""Who may see the figures: a sealed cookie after a single-use link, and a limit on attempts."""

import hmac
import secrets
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

SECONDS: Final = 12 * 3600
"""How long somebody stays signed in."""
NAME: Final = "coordinator"
PATH: Final = "/coordinators"
DOOR: Final = f"{PATH}/enter"
"""The address before the secret of a sign-in link."""
LONGEST: Final = 200
ATTEMPTS: Final = 10
"""Links that do not open, from one address in a minute."""
ATTEMPTS_OF_ALL: Final = 300
MINUTE: Final = 60
_HERE: Final = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, repr=False)
class Cookies:
    """Cookies that only this program can make: their end and a random part, signed (HMAC-SHA-256)."""

    keys: Sequence[bytes]
    """The present key first, then earlier ones; 32 bytes each."""
    public: bool
    """The pages are reached by https, whatever the request looks like."""

    def give(self, response: Response, request: Request, now: float) -> None:
        """Let whoever gets this response in, for `SECONDS`."""
        body = f"{int(now) + SECONDS}.{secrets.token_hex(8)}"
        value = f"{body}.{_signed(self.keys[0], body)}"
        secure = self._secure(request)
        response.set_cookie(
            self._name(request), value, max_age=SECONDS, path="/", secure=secure, httponly=True, samesite="lax"
        )

    def take(self, response: Response, request: Request) -> None:
        """Sign out."""
        response.delete_cookie(
            self._name(request), path="/", secure=self._secure(request), httponly=True, samesite="lax"
        )

    def good(self, request: Request, now: float) -> bool:
        """Whether the request brings a cookie of ours that has not ended."""
        value = request.cookies.get(self._name(request), "")
        body, _, given = value.rpartition(".")
        if len(value) > LONGEST or not value.isascii():
            return False
        if not any(hmac.compare_digest(_signed(key, body), given) for key in self.keys):
            return False
        return now < int(body.partition(".")[0])

    def kept(self, request: Request) -> bool:
        """Whether the browser that sent this form will keep the cookie: not over http from another machine."""
        https = request.url.scheme == "https" or request.headers.get("origin", "").startswith("https:")
        return self.public or https or not self._secure(request)

    def _secure(self, request: Request) -> bool:
        """Only on this machine itself may the cookie go without https."""
        here = request.url.scheme == "http" and request.url.hostname in _HERE
        return self.public or not here

    def _name(self, request: Request) -> str:
        return f"__Host-{NAME}" if self._secure(request) else NAME


@dataclass
class Attempts:
    """Counts links that did not open, for a minute, in memory alone."""

    _failed: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def allowed(self, address: str, now: float) -> bool:
        """Whether one more attempt may be made."""
        self._forget(now)
        everybody = sum(map(len, self._failed.values()))
        return len(self._failed.get(address, ())) < ATTEMPTS and everybody < ATTEMPTS_OF_ALL

    def failed(self, address: str, now: float) -> None:
        """Remember an attempt that failed."""
        self._failed[address].append(now)

    def _forget(self, now: float) -> None:
        for address, times in list(self._failed.items()):
            while times and not now - MINUTE < times[0] <= now:  # a clock that was set back must shut nobody out
                times.popleft()
            if not times:
                del self._failed[address]


def _signed(key: bytes, body: str) -> str:
    return hmac.new(key, body.encode(), sha256).hexdigest()
