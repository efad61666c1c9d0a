"""The secrets that seal tickets: from the setting, or from a file that is made once."""

import logging
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from bot.plain import PlainError

LOG = logging.getLogger(__name__)
FILE = "secret.key"
BYTES = 32


class KeyFileError(PlainError):
    """The key file can be neither made nor read; the message says what to do."""


def ticket_secrets(configured: Sequence[str], data: Path) -> tuple[bytes, ...]:
    """The present secret first, then earlier ones; raises KeyFileError."""
    return tuple(key.encode() for key in configured) or (_from_file(data / FILE),)


def _from_file(path: Path) -> bytes:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make(path)
        found = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except OSError as error:
        raise KeyFileError(
            f"the key file {path} cannot be made or read ({error.strerror}): "
            "set DATA to a folder that can be written, or set SECRET_KEY"
        ) from None
    except ValueError:
        found = b""
    if path.exists() and path.stat().st_mode & 0o077:
        LOG.warning("the key file can be read by others on this machine: chmod 600 %s", path)
    if len(found) != BYTES:
        raise KeyFileError(
            f"the key file {path} is damaged: restore it, or delete it (open conversations then begin again)"
        )
    return found


def _make(path: Path) -> None:
    """Write a new key unless there is one; of two processes that try, one wins and the other reads its key."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    if path.exists():
        return
    descriptor = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
