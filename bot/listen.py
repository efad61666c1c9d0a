"""The socket that the web pages are served on, how many connections it may have, and the address to show for it."""

import errno
import ipaddress
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from bot.plain import PlainError

if sys.platform != "win32":
    import resource

WAITING: Final = 1024
"""Connections that the system keeps until they are taken in."""
KEPT_BACK: Final = 100
"""Descriptors for files, the database, Telegram and the log."""
NOTE: Final = "web-address"
"""The file that tells other commands where the pages are served just now."""
FEWEST: Final = 16
FEWEST_THERE: Final = 400
"""Where nobody tells how many there may be, fewer than the 512 that are usual."""


class StartError(PlainError):
    """The product cannot start; the message is one line that says what to do."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; raises StartError that names the setting."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        sock = socket.socket(family, kind, protocol)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen(WAITING)
    except (socket.gaierror, UnicodeError):
        raise StartError(
            f"the address {host} is not known here: set HOST (or --host), for example to 127.0.0.1"
        ) from None
    except OSError as error:
        told = {
            errno.EADDRINUSE: f"port {port} is in use: set PORT (or --port) to a free one, or stop the other program",
            errno.EACCES: f"port {port} may not be used by this account: set PORT (or --port) to 1024 or more",
            errno.EADDRNOTAVAIL: f"{host} is no address of this machine: set HOST (or --host), for example to 127.0.0.1",
        }.get(error.errno or 0, f"{host}:{port} cannot be opened ({error.strerror}): set HOST and PORT")
        raise StartError(told) from None
    sock.setblocking(False)
    return sock


def room(most: int) -> int:
    """How many connections there may be, at most `most`: descriptors are raised to what the system allows."""
    if sys.platform == "win32":
        return min(most, FEWEST_THERE)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = most + KEPT_BACK
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return most if soft == resource.RLIM_INFINITY else max(FEWEST, min(most, soft - KEPT_BACK))


def address(host: str, port: int) -> str:
    """The address that a browser on this machine opens: where all of its addresses are served, its own."""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return f"http://{host}:{port}"
    if found.is_unspecified:
        found = ipaddress.ip_address("127.0.0.1" if found.version == 4 else "::1")  # noqa: PLR2004 - IPv4
    return f"http://{f'[{found}]' if found.version == 6 else found}:{port}"  # noqa: PLR2004 - IPv6


@contextmanager
def noted(folder: Path, where: str) -> Iterator[None]:
    """Note the address in a folder for as long as it is served; where that cannot be, nobody is told."""
    file = folder / NOTE
    with suppress(OSError):
        file.write_text(f"{where}\n", encoding="ascii")
    try:
        yield
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def served_at(folder: Path) -> str | None:
    """The address that was noted in a folder, if somebody listens there."""
    with suppress(OSError, ValueError):
        where = (folder / NOTE).read_text(encoding="ascii").strip()
        found = re.fullmatch(r"http://\[?([0-9A-Za-z.:-]+?)\]?:([0-9]{1,5})", where)
        if found:
            with closing(socket.create_connection((found[1], int(found[2])), timeout=1)):
                return where
    return None
