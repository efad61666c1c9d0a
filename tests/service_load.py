"""What loads a running product in the benchmarks: a small client over kept connections, and people who play a chat."""

import asyncio
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

BUTTON = re.compile(rb'<button[^>]*name="t" value="([^"]+)"([^>]*)>')
ACTION = re.compile(rb'action="(/c/[^"]+)"')
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"


@dataclass
class Client:
    """One kept connection to 127.0.0.1, which says that it comes from somebody."""

    port: int
    address: str = ""
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, body: str = "") -> tuple[int, dict[str, str], bytes]:
        """One request: status, headers, body."""
        if self._writer is None or self._writer.is_closing():
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
        assert self._reader
        said = f"X-Forwarded-For: {self.address}\r\n" if self.address else ""
        form = f"{FORM}Content-Length: {len(body)}\r\n" if body else ""
        self._writer.write(f"{method} {path} HTTP/1.1\r\nHost: x\r\n{said}{form}\r\n{body}".encode())
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
        content = await self._reader.readexactly(int(headers.get("content-length", "0")))
        return int(head[0].split()[1]), headers, content

    def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()


@dataclass
class Chat:
    """Somebody who plays a chat as fast as it goes."""

    client: Client
    page: bytes = b""
    action: str = ""
    tickets: list[str] = field(default_factory=list)
    errors: int = 0

    async def open(self, path: str) -> None:
        """Look at a page."""
        status, _, self.page = await self.client.ask("GET", path)
        self.errors += status != 200
        if found := ACTION.search(self.page):
            self.action = found[1].decode()

    async def press(self, attribute: bytes, *, last: bool = False) -> bool:
        """Press the first (or last) button that has an attribute, and look where it leads; False without one."""
        found = [ticket for ticket, rest in BUTTON.findall(self.page) if attribute in rest]
        if not found:
            return False
        self.tickets.append(found[-1 if last else 0].decode())
        status, headers, _ = await self.client.ask("POST", self.action, urlencode({"t": self.tickets[-1]}))
        self.errors += status != 303
        await self.open(headers["location"].partition("#")[0])
        return True


def shares(times: list[float]) -> str:
    """p50, p95 and p99 in milliseconds."""
    ordered = sorted(times)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.5, 0.95, 0.99)]
    return " / ".join(f"{1000 * one:.1f}" for one in at) + " ms"


async def steadily(rate: float, seconds: float, ports: list[Client], paths: list[tuple[str, str]]) -> str:
    """Answers at a fixed rate (POST, then the GET it leads to), whatever they take; how long each took, and errors."""
    loop, errors = asyncio.get_running_loop(), [0]
    times: list[float] = []
    free: asyncio.Queue[Client] = asyncio.Queue()
    for client in ports:
        free.put_nowait(client)

    async def one(due: float, action: str, body: str) -> None:
        client = await free.get()
        status, headers, _ = await client.ask("POST", action, body)
        second, _, _ = await client.ask("GET", headers.get("location", "/").partition("#")[0])
        free.put_nowait(client)
        errors[0] += status != 303 or second != 200
        times.append(loop.time() - due)

    begins, tasks = loop.time(), []
    for number in range(int(rate * seconds)):
        due = begins + number / rate
        await asyncio.sleep(max(0.0, due - loop.time()))
        tasks.append(asyncio.create_task(one(due, *paths[number % len(paths)])))
    await asyncio.gather(*tasks)
    return f"{len(times)} answers, {errors[0]} errors, {shares(times)}"
