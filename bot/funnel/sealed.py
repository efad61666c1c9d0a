"""Sealing the open tally, so that nothing exact is ever on disk in the clear.

AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D: good for 2^32 writes under one key; a
study written every minute makes 2^19 a year). Everything that stands beside a tally in its row is
authenticated with it: nobody can exchange rows or turn the noise down in the database.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
_NONCE: Final = 12


class DamagedError(Exception):
    """The seal does not open with the key it names, or does not belong to its row."""


class ForeignKeyError(Exception):
    """The tally is sealed with a key that this process has not got."""


@dataclass(frozen=True, slots=True, repr=False)
class Keyring:
    """The keys that open tallies; the first one seals. They never appear in a `repr`."""

    keys: tuple[bytes, ...]

    def __post_init__(self) -> None:
        """Refuse anything but one or more keys of 32 bytes with ValueError."""
        if not self.keys or any(len(key) != KEY_BYTES for key in self.keys):
            message = "a keyring holds one or more keys of 32 bytes"
            raise ValueError(message)

    @property
    def current(self) -> str:
        """The id of the key that seals."""
        return key_id(self.keys[0])

    def seal(self, table: bytes, beside: str) -> bytes:
        """Seal a table together with what stands beside it."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(self.keys[0]).encrypt(nonce, table, beside.encode())

    def open(self, sealed: bytes, beside: str, named: str) -> bytes:
        """Open what `seal` made with the key named `named`.

        Raises ForeignKeyError for a key that is not on the ring, DamagedError for a broken seal.
        """
        key = _find(self.keys, named)
        try:
            return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], beside.encode())
        except (InvalidTag, ValueError):
            raise DamagedError from None


def key_id(key: bytes) -> str:
    """A public name for a key, 8 hex digits; it tells nothing about a random key."""
    return sha256(b"funnel key id\0" + key).hexdigest()[:8]


def _find(keys: Sequence[bytes], named: str) -> bytes:
    for key in keys:
        if key_id(key) == named:
            return key
    raise ForeignKeyError
