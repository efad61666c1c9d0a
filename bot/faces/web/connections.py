"""The connections of the web pages: a deadline for every request, a limit for all of them, told at most once.

A client that sends half a request, or does not read the answer, holds a connection and nothing else; so it
may do that for a few seconds, and when too many do, the one that has waited longest makes way.
"""

import asyncio
import logging
from enum import Enum
from typing import ClassVar, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.faces.web.guard import CACHE, HEADERS, HTTPS_ONLY

HEAD_SECONDS: Final = 10.0
"""In which a request's head must have come."""
BODY_SECONDS: Final = 20.0
"""In which its body must have come; `guard.SLOWEST_BODY` answers before."""
READING_SECONDS: Final = 30.0
"""In which a client must have read what is left of an answer."""
MOST: Final = 4000
"""Connections at once, where the system allows so many descriptors."""

LOG = logging.getLogger(__name__)


class Debt(Enum):
    """What a client owes us, and the seconds that it has for it."""

    HEAD = HEAD_SECONDS
    BODY = BODY_SECONDS
    READING = READING_SECONDS


class Connections:
    """All connections of a process; those whose client owes something in the order in which they began to."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._all: set[Connection] = set()
        self._owing: dict[Connection, None] = {}
        self._told = False

    def enter(self, connection: "Connection") -> None:
        """Take a connection in; beyond the limit, the one that has been waited for longest is closed."""
        self._all.add(connection)
        if len(self._all) <= self._most:
            return
        if not self._told:
            self._told = True
            LOG.warning("there are as many connections as are allowed: those that are waited for longest are closed")
        victim = next(iter(self._owing), connection)
        self.leave(victim)
        victim.transport.abort()

    def leave(self, connection: "Connection") -> None:
        """Forget a connection that has ended."""
        self._all.discard(connection)
        self._owing.pop(connection, None)

    def owes(self, connection: "Connection", *, owing: bool) -> None:
        """Note that a client has begun to owe something, or owes nothing."""
        self._owing.pop(connection, None)
        if owing and connection in self._all:
            self._owing[connection] = None


class Connection(H11Protocol):
    """One connection, with its deadline."""

    all_of_them: ClassVar[Connections]
    https: ClassVar[bool]
    _debt: Debt | None = None
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has come, and owes a head."""
        super().connection_made(transport)
        self.all_of_them.enter(self)
        self._look()

    def data_received(self, data: bytes) -> None:
        """Some of a request has come."""
        try:
            super().data_received(data)
        except h11.ProtocolError:  # nonsense behind a request that is being answered
            self.transport.abort()
        self._look()

    def on_response_complete(self) -> None:
        """An answer was given to the system to be sent."""
        super().on_response_complete()
        self._look()

    def pause_writing(self) -> None:
        """The client reads too slowly."""
        super().pause_writing()
        self._look()

    def resume_writing(self) -> None:
        """The client has read on."""
        super().resume_writing()
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._owe(None)
        self.all_of_them.leave(self)
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, with the headers of every answer."""
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close"), *HEADERS.items(), CACHE]
        headers += [HTTPS_ONLY] if self.https else []
        response = h11.Response(status_code=400, headers=headers, reason=b"Bad Request")
        try:
            for event in (response, h11.Data(data=msg.encode("ascii")), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
        finally:
            self.transport.close()

    def _look(self) -> None:
        """See what the client owes now."""
        if self.transport.is_closing() or self.flow.write_paused or self.transport.get_write_buffer_size():
            self._owe(Debt.READING)
        elif self.conn.their_state is h11.IDLE:
            self._owe(Debt.HEAD)
        elif self.conn.their_state is h11.SEND_BODY:
            self._owe(Debt.BODY)
        else:
            self._owe(None)

    def _owe(self, debt: Debt | None) -> None:
        """Begin a deadline; more bytes of the same thing do not prolong it."""
        if debt is self._debt:
            return
        self._debt = debt
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(debt.value, self._late) if debt is not None else None
        self.all_of_them.owes(self, owing=debt is not None)

    def _late(self) -> None:
        """The deadline has passed: the connection ends without a word."""
        self.transport.abort()


def patient_protocol(most: int, *, https: bool) -> type[Connection]:
    """For uvicorn's `http`: connections that keep to a limit of their own."""
    return type("LimitedConnection", (Connection,), {"all_of_them": Connections(most), "https": https})
