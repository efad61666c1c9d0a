"""Just enough of an HTTP/1.1 server for the fake Bot API: keep-alive, forms, and connections that drop on purpose."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from email import message_from_bytes
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl, urlsplit

Params = dict[str, Any]
Answer = tuple[int, bytes] | None
"""Status and body; None drops the connection."""
Handler = Callable[[str, Params], Awaitable[Answer]]


class HttpServer:
    """Serves `handler(path, parameters)` on a free port of this machine."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def start(self, port: int = 0) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", port, limit=1 << 24)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stop at once, as a machine does whose cable is pulled."""
        assert self._server is not None
        self._server.close()
        for writer in list(self._open):
            writer.transport.abort()
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while head := await _head(reader):
                request, _, headers = head.partition("\r\n")
                fields = _fields(headers)
                body = await reader.readexactly(int(fields.get("content-length", "0")))
                answer = await self._handler(request.split(" ")[1], _params(fields.get("content-type", ""), body))
                if answer is None:
                    writer.transport.abort()
                    break
                status, content = answer
                writer.write(
                    b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                    % (status, len(content), content)
                )
                await writer.drain()
        self._open.discard(writer)
        writer.close()


class Poster:
    """Delivers to webhooks over a few connections that stay open, as Telegram does; cheaper than a whole client."""

    def __init__(self, most: int) -> None:
        self._slots = asyncio.Semaphore(most)
        self._idle: dict[str, list[tuple[asyncio.StreamReader, asyncio.StreamWriter]]] = {}

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        """The status of the answer; raises OSError where there is none."""
        address = urlsplit(url)
        host = address.netloc
        given = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        start = f"POST {address.path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(body)}\r\n"
        async with self._slots:
            idle = self._idle.setdefault(host, [])
            reader, writer = idle.pop() if idle else await asyncio.open_connection(address.hostname, address.port)
            try:
                writer.write(f"{start}Content-Type: application/json\r\n{given}\r\n".encode() + body)
                status, _, fields = (await _head(reader)).partition("\r\n")
                if not status:
                    raise ConnectionResetError  # noqa: TRY301 - as if the system had said so
                known = _fields(fields)
                await reader.readexactly(int(known.get("content-length", "0")))
            except BaseException:
                writer.transport.abort()
                raise
            if known.get("connection", "") == "close":
                writer.close()
            else:
                idle.append((reader, writer))
            return int(status.split(" ")[1])

    def close(self) -> None:
        for idle in self._idle.values():
            for _, writer in idle:
                writer.transport.abort()


async def _head(reader: asyncio.StreamReader) -> str:
    try:
        return (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return ""


def _fields(headers: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in headers.split("\r\n") if line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _params(kind: str, body: bytes) -> Params:
    if kind.startswith("multipart/form-data"):
        parts = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body).get_payload()
        return dict(_part(part) for part in parts if isinstance(part, Message))
    return {name: _value(value) for name, value in parse_qsl(body.decode(), keep_blank_values=True)}


def _part(part: Message) -> tuple[str, Any]:
    name = str(part.get_param("name", header="content-disposition"))
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    if filename := part.get_filename():
        return name, (filename, content)
    return name, _value(content.decode())


def _value(text: str) -> Any:
    """Structures come as JSON, everything else as it is; a text that happens to look like a number stays one."""
    if text[:1] in "[{" or text in ("true", "false"):
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text
