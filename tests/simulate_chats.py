"""Random chats on Telegram, with kills and polite ends, against the strict fake server; prints what went wrong.

Run by hand: `PYTHONPATH=.:tests:tests/telegram python tests/simulate_chats.py [calm] [kills] [ends]`, some minutes each.

- calm: 300 chats by polling;
- kills: 40 chats while the bot is killed again and again;
- ends: `python -m bot` itself under load, told to end twenty times by SIGTERM: no tap that it took may be lost.
"""

import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from fake_api import FakeTelegram
from fake_parts import TOKEN
from processes import process
from product import Product
from replica import CONVERSATION, HOUR, KEY
from studies import LUPUS
from test_kill import NCT03673748, Script, start

CALM, KILLED, UNDER_LOAD = 300, 40, 12
AT_ONCE = 20
ENDS = 20
WAITS = 15.0
"""Seconds after which a person does the same again; what is typed twice may be read as the next answer, too."""
PATIENCE = 90.0
"""Seconds after which a chat counts as stuck."""
WHO = {"OPERATOR": "Hospital X", "PRIVACY_CONTACT": "privacy@example.org", "HELP_CONTACT": "team@example.org"}


def scripted(server: FakeTelegram, many: int, hour: int = HOUR) -> list[Script]:
    """People of whom every second answers as one of the study's cases does, and the others anything."""
    cases = [case for case in LUPUS.cases if NCT03673748 in case.text.expect]
    return [Script(server, seed, hour, WAITS, cases[seed % len(cases)] if seed % 2 else None) for seed in range(many)]


async def talked(script: Script, slots: asyncio.Semaphore) -> str:
    """What came of one talk: what its result says against what was answered."""
    async with slots:
        try:
            async with asyncio.timeout(PATIENCE):
                await script.talk()
        except TimeoutError:
            return "stuck"
        except AssertionError:
            return "a changed answer"
    card = script.card
    assert card is not None
    replay = CONVERSATION.replay(script.state(card))
    assert replay is not None
    (decision,) = replay.decisions
    shown = any(line in card.text for line in said(script))
    return f"{decision.verdict}" if shown else "another card than its state"


def said(script: Script) -> list[str]:
    """The first lines that the result of this state may have."""
    card = script.card
    assert card is not None
    return [
        CONVERSATION.view(script.state(card)).title,
        *(one.title for one in CONVERSATION.view(script.state(card)).results),
    ]


def told(name: str, found: list[str]) -> None:
    counts = {one: found.count(one) for one in sorted(set(found))}
    print(f"{name}: {len(found)} chats: {counts}")


async def calm() -> None:
    server = FakeTelegram()
    await server.start()
    slots = asyncio.Semaphore(AT_ONCE)
    with tempfile.TemporaryDirectory() as folder:
        async with process(Path(folder), "polling", server.url):
            scripts = scripted(server, CALM)
            told("calm", await asyncio.gather(*(talked(script, slots) for script in scripts)))
    await server.stop()


async def kills() -> None:
    server = FakeTelegram()
    await server.start()
    slots = asyncio.Semaphore(AT_ONCE)
    chance = random.Random(7)
    killed = 0
    with tempfile.TemporaryDirectory() as folder:
        async with process(Path(folder), "nursery", server.url) as nursery:
            scripts = scripted(server, KILLED)
            talks = asyncio.gather(*(talked(script, slots) for script in scripts))
            while not talks.done():
                child = await start(nursery)
                await asyncio.wait({talks}, timeout=chance.uniform(0.5, 2.0))
                os.kill(child, signal.SIGKILL)
                killed += 1
            told(f"{killed} kills", talks.result())
    await server.stop()


async def ends() -> None:
    """A tap that the bot has told Telegram to be done with, and that it has not answered, is lost."""
    server = FakeTelegram()
    await server.start()
    hour = int(time.time() // 3600)
    over = asyncio.Event()
    chance = random.Random(9)
    scripts = scripted(server, UNDER_LOAD, hour)

    async def talk(script: Script) -> None:
        while not over.is_set():
            await script.talk()

    with tempfile.TemporaryDirectory() as folder:
        settings = {"SECRET_KEY": KEY.decode(), "TELEGRAM_API_URL": server.url, "LOG_LEVEL": "INFO", **WHO}
        product = Product(Path(folder), TELEGRAM_BOT_TOKEN=TOKEN, **settings)
        talks = [asyncio.create_task(talk(script)) for script in scripts]
        longest = 0.0
        for _ in range(ENDS):
            await asyncio.to_thread(product.start)
            wanted = sum(script.steps for script in scripts) + 40
            await server.until(lambda: sum(script.steps for script in scripts) >= wanted)  # noqa: B023 - at once
            await asyncio.sleep(chance.uniform(0.0, 0.3))
            begun = time.monotonic()
            await asyncio.to_thread(product.stop, signal.SIGTERM)
            longest = max(longest, time.monotonic() - begun)
        await asyncio.to_thread(product.start)
        over.set()
        await asyncio.gather(*talks)
        product.kill()
        log = product.log.read_text()
    steps = sum(script.steps for script in scripts)
    lost = server.confirmed - {
        str(call.params["callback_query_id"]) for call in server.calls if call.method == "answerCallbackQuery"
    }
    print(
        f"{ENDS} times SIGTERM: {steps} steps, {len(server.confirmed)} taps done with, {len(lost)} of them lost; "
        f"the longest end took {longest:.1f} s; {log.count('Traceback')} tracebacks"
    )
    await server.stop()


async def main() -> None:
    wanted = sys.argv[1:] or ["calm", "kills", "ends"]
    for work in (calm, kills, ends):
        if work.__name__ in wanted:
            begun = time.monotonic()
            await work()
            print(f"  ({time.monotonic() - begun:.0f} s)")


if __name__ == "__main__":
    asyncio.run(main())
