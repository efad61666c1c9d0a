"""By hand: `PYTHONPATH=.:tests .venv/bin/python tests/bench_service.py flood|heads|answers [seconds]`.

`flood`: one address at full speed, and 200 people; how many of each the open tally holds in the end.
`heads`: 2,000 half-open heads, and a neighbour's chat; how long its pages take, and how much is logged.
`answers`: 200 answers a second, the product and the bare framework in turns; errors, p50 / p95 / p99.
Everything is sent to 127.0.0.1, to processes that the benchmark starts and ends.
"""

import asyncio
import base64
import multiprocessing
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlencode

import bench_web
from product import Product
from service_load import Chat, Client, shares, steadily
from sqlalchemy import select

from bot.conversation.pair import counted, slot
from bot.conversation.seal import KEY_BYTES, SivSeal, derive
from bot.conversation.ticket import Tickets
from bot.funnel.database import close, connect, read
from bot.funnel.schema import TALLY
from bot.funnel.sealed import Keyring
from bot.funnel.store import _beside
from bot.funnel.tally import EMPTY
from criteria.catalogue import load
from criteria.condition import ConditionId, StudyId

KEY = "a key for benchmarks that guards nothing at all"
STUDY, LUPUS = StudyId("NCT03673748"), ConditionId("lupus_nephritis")
PEOPLE = 200
HEADS = 2000


async def flood(product: Product, seconds: float) -> None:
    """Fakes as fast as they go from one address, people among them; then what was counted."""
    ends = time.monotonic() + seconds
    played = [0]

    async def fakes() -> None:
        chat = Chat(Client(product.port, "198.51.100.7"))
        while time.monotonic() < ends:
            await chat.open(f"/s/{STUDY}?lang=en")
            for _ in range(4):
                await chat.press(b"data-forward") or await chat.press(b"data-answer")
            played[0] += 1
        chat.client.close()

    real: list[int] = []

    async def people() -> None:
        catalogue = load()
        tickets, studies = Tickets(catalogue, SivSeal([KEY.encode()])), tuple(catalogue.conditions[LUPUS].studies)
        for number in range(PEOPLE):
            chat = Chat(Client(product.port, f"203.0.{number // 250}.{number % 250 + 1}"))
            await chat.open(f"/s/{STUDY}?lang=en")
            while b"data-question" not in chat.page and await chat.press(b"data-forward"):
                pass
            holder = b"web:" + base64.urlsafe_b64decode(chat.action.split("/")[2] + "==")
            state, _ = tickets.read(chat.tickets[-1], holder, int(time.time()) // 3600)
            if STUDY in counted(studies, state.seed, LUPUS):
                real.append(slot(state.seed, LUPUS))
            chat.client.close()
            await asyncio.sleep(seconds / PEOPLE / 2)

    await asyncio.gather(people(), *(fakes() for _ in range(8)))
    product.stop()
    table = await open_table(product)
    held = sum(map(bool, table))
    usual = statistics.mode(table[one] for one in real)
    seen = sum(table[one] == usual for one in real)
    print(f"{played[0]} fake sessions played in {seconds:.0f} s; {held} slots held, {held - len(set(real))} by fakes")
    print(f"of {len(real)} people counted for {STUDY}, {seen} stand where they left (goal 95 of 100)")


async def open_table(product: Product) -> bytes:
    """The study's open tally, which the key's holder can see."""
    engine = connect(f"sqlite+aiosqlite:///{product.folder / 'data' / 'funnel.db'}")
    rows = await read(engine, 5, lambda c: c.execute(select(TALLY).where(TALLY.c.study == STUDY)).all())
    await close(engine)
    ring = Keyring((derive(KEY.encode(), "funnel tally", KEY_BYTES),))
    return ring.open(rows[0].sealed, _beside(rows[0]._asdict()), rows[0].key_id) if rows else EMPTY


async def heads(product: Product, seconds: float) -> None:
    """Half-open heads, kept up for a while, and how a neighbour's chat goes meanwhile."""
    logged = product.log.stat().st_size
    ends = time.monotonic() + seconds
    held: list[socket.socket] = []

    def fill() -> None:
        while len(held) < HEADS:
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", product.port))
            held.append(one)

    def half(one: socket.socket) -> bool:
        try:
            one.send(b"GET / HTTP/1.1\r\nHost: x\r\nX-A: ")
            return one.recv(1) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    async def keep_up() -> None:
        while time.monotonic() < ends:
            fill()
            for one in [one for one in held if not half(one)]:
                one.close()
                held.remove(one)
            await asyncio.sleep(0.2)

    async def neighbour() -> list[float]:
        times = []
        while time.monotonic() < ends:
            chat = Chat(Client(product.port))
            for step in (chat.open(f"/s/{STUDY}?lang=en"), chat.press(b"data-forward")):
                begins = time.monotonic()
                await step
                times.append(time.monotonic() - begins)
            chat.client.close()
            assert not chat.errors
            await asyncio.sleep(0.1)
        return times

    _, times = await asyncio.gather(keep_up(), neighbour())
    print(f"{len(held)} half-open heads for {seconds:.0f} s; {len(times)} steps of a neighbour: {shares(times)}")
    print(
        f"median {statistics.median(times):.3f} s (goal 1); the log grew by {product.log.stat().st_size - logged} bytes"
    )
    for one in held:
        one.close()


def answers(seconds: float) -> None:
    """The product's web face and the bare framework, each in a process, asked at the same rate in turns."""
    talk = bench_web.Talk()
    action = f"/c/{bench_web.IDENTITY}"
    paths = [(action, urlencode({"t": tap})) for tap in talk.taps]
    for name, port in {"ours": 18281, "bare": 18282}.items():
        server = multiprocessing.Process(target=bench_web.serve, args=(name, port), daemon=True)
        server.start()
        time.sleep(8)
        clients = [Client(port) for _ in range(60)]
        print(f"{name}: {asyncio.run(steadily(200, seconds, clients, paths))}", flush=True)
        server.kill()


def with_product(work: Callable[[Product, float], Awaitable[None]], seconds: float) -> None:
    """Start the product as a person does, and end it."""
    with tempfile.TemporaryDirectory() as folder:
        product = Product(Path(folder), SECRET_KEY=KEY, LOG_LEVEL="INFO")
        with product:
            asyncio.run(work(product, seconds))  # type: ignore[arg-type]


def main() -> None:
    """Measure what is named."""
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    match sys.argv[1:2]:
        case ["flood"]:
            with_product(flood, seconds)
        case ["heads"]:
            with_product(heads, seconds)
        case ["answers"]:
            answers(seconds)
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
