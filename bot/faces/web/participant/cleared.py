"""Which conversations were finished and cleared: their addresses answer so, in this process, until they expire anyway.

What is held is a keyed hash of a conversation's random id, under a key that dies with the process, and an hour.
"""

import hashlib
import secrets

MOST = 65_536
"""More are not held at once; then the one that was cleared first opens again."""
HASH_BYTES = 16


class Cleared:
    """The conversations that were cleared within some hours."""

    def __init__(self, hours: int, most: int = MOST) -> None:
        self._hours = hours
        self._most = most
        self._key = secrets.token_bytes(32)
        self._until: dict[bytes, int] = {}

    def add(self, holder: bytes, hour: int) -> None:
        """Clear a conversation; `hour` is now."""
        self._forget(hour)
        name = self._name(holder)
        self._until.pop(name, None)
        while len(self._until) >= self._most:
            del self._until[next(iter(self._until))]
        self._until[name] = hour + self._hours

    def holds(self, holder: bytes, hour: int) -> bool:
        """Whether a conversation was cleared; `hour` is now."""
        self._forget(hour)
        return self._name(holder) in self._until

    def _forget(self, hour: int) -> None:
        """Let go of those whose addresses have expired; the earliest stand first."""
        while self._until and self._until[first := next(iter(self._until))] < hour:
            del self._until[first]

    def _name(self, holder: bytes) -> bytes:
        return hashlib.blake2b(holder, key=self._key, digest_size=HASH_BYTES).digest()
