"""How many sessions of one source are counted in a period, so that nobody alone can drown the others.

A source is a network address or a chat. A session is spent at its first raise; every later raise of it is free. All of
it stands in memory alone, as keyed hashes whose key is drawn when the process starts, and is forgotten with the period;
a conversation is never refused for it. A restart, and each replica, begins anew.
"""

import hmac
import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import IPv6Address, ip_address
from typing import Final

from bot.funnel.calendar import Period
from bot.funnel.tally import SLOTS

OF_A_CHAT: Final = 10
"""Sessions of one chat; a person begins anew now and then."""
WIDER: Final = 4
"""So many times the sessions of one address are counted of a whole IPv6 site (/48), which has 65,536 networks (/64)."""
MOST: Final = 4 * SLOTS
"""Sessions that are remembered of a period; with so many, 98 of 100 slots are taken, and no more can be told apart."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a step of a conversation came from."""

    kind: str
    """`web` or `telegram`."""
    name: str
    """The client's address, or the chat's number."""


NOBODY: Final = Source("web", "")
"""A source of which nothing is known; all such are one."""


class Sources:
    """What each source may still have counted in the present period."""

    def __init__(self, of_an_address: int) -> None:
        self._of_an_address = of_an_address
        self._key = secrets.token_bytes(32)
        self._period: Period | None = None
        self._spent: Counter[bytes] = Counter()
        self._granted: set[bytes] = set()

    def grant(self, source: Source, session: int, period: Period) -> bool:
        """Whether a session is counted, which is told by its seed; the first time, it is spent."""
        if period != self._period:
            self._period, self._spent, self._granted = period, Counter(), set()
        limits = [(self._hash(name), most) for name, most in self._limits(source)]
        mine = self._hash(f"{session} of {limits[0][0].hex()}")
        if mine in self._granted:
            return True
        if len(self._granted) >= MOST or any(self._spent[name] >= most for name, most in limits):
            return False
        self._granted.add(mine)
        self._spent.update(name for name, _ in limits)
        return True

    def _limits(self, source: Source) -> Iterator[tuple[str, int]]:
        """The names under which a source spends, the narrowest first, and how much each has."""
        if source.kind != "web":
            yield f"{source.kind} {source.name}", OF_A_CHAT
            return
        try:
            address = ip_address(source.name.partition("%")[0])
        except ValueError:
            yield "web", self._of_an_address
            return
        if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
            address = address.ipv4_mapped
        if isinstance(address, IPv6Address):
            yield f"web {address.packed[:8].hex()}/64", self._of_an_address
            yield f"web {address.packed[:6].hex()}/48", self._of_an_address * WIDER
        else:
            yield f"web {address}", self._of_an_address

    def _hash(self, name: str) -> bytes:
        return hmac.digest(self._key, name.encode(), sha256)[:16]
