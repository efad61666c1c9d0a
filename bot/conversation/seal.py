"""The seal of tickets: AES-SIV, so that a ticket can be neither read, nor forged, nor used in another chat."""

from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


def derive(secret: bytes, use: str, length: int) -> bytes:
    """A key of its own for each use, from one secret (HKDF, RFC 5869)."""
    return HKDF(SHA256(), length, salt=None, info=f"eligibility assistant: {use}".encode()).derive(secret)


class SivSeal:
    """Seals with the first secret, opens with any of them (RFC 5297)."""

    def __init__(self, secrets: Sequence[bytes]) -> None:
        """`secrets`: the present one first, then earlier ones; at least 32 bytes each."""
        self._ciphers = [AESSIV(derive(secret, "tickets", 64)) for secret in secrets]

    def seal(self, data: bytes, holder: bytes) -> bytes:
        """16 bytes longer than `data`; the same for the same data and holder."""
        return self._ciphers[0].encrypt(data, [holder])

    def open(self, sealed: bytes, holder: bytes) -> bytes | None:
        """What was sealed in this holder, or None."""
        for cipher in self._ciphers:
            try:
                return cipher.decrypt(sealed, [holder])
            except InvalidTag:
                continue
        return None
