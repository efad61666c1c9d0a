"""The socket that the web pages are served on."""

import errno
import socket


class StartError(Exception):
    """The product cannot start; the message is one line that says what to do."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; raises StartError that names the setting."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        sock = socket.socket(family, kind, protocol)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen(128)
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
