"""`python -m bot` with a token, as an operator runs it: the chat works, survives a kill, and nothing is written of it."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
from fake_api import FakeTelegram
from fake_parts import TOKEN
from person import Person
from product import Product, written

WHO = {"OPERATOR": "Hospital X", "PRIVACY_CONTACT": "privacy@example.org", "HELP_CONTACT": "team@example.org"}


async def test_the_product_talks_on_telegram_and_goes_on_after_a_kill(tmp_path: Path) -> None:
    server = FakeTelegram()
    await server.start()
    person = Person(server, lambda number: server.until(lambda: server.acknowledged(number)))
    product = Product(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=server.url, **WHO)
    try:
        await asyncio.to_thread(product.start)
        await person.says("/start NCT03673748")
        await server.until(lambda: bool(person.theirs and person.card.keyboard))
        person.sees("Hospital X", "team@example.org")
        await person.taps_quickly("Acepto")
        await person.taps_quickly("Sí, el lupus")
        product.kill()
        await asyncio.to_thread(product.start)
        await person.taps_quickly("18 años o más")
        person.sees("biopsia")
    finally:
        product.kill()
        await server.stop()
    held = written(tmp_path)
    for secret in (
        TOKEN,
        str(person.id),
        "Ana",
        *(button["callback_data"] for row in person.card.keyboard for button in row),
    ):
        assert secret.encode() not in held


async def test_a_secret_of_the_wrong_form_keeps_the_product_from_starting(tmp_path: Path) -> None:
    settings = {"PUBLIC_URL": "https://x.example", "SECRET_KEY": "k" * 32, "TELEGRAM_WEBHOOK_SECRET": "short!"}
    product = Product(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, **WHO, **settings)
    assert await asyncio.to_thread(product.run_to_its_end) == 1
    log = product.log.read_text()
    assert "TELEGRAM_WEBHOOK_SECRET needs" in log
    assert "Traceback" not in log
    assert TOKEN not in log


async def test_the_web_chat_is_served_whatever_telegram_does(tmp_path: Path) -> None:
    server = FakeTelegram()
    await server.start()
    troubles = {
        "refuses the token": {"TELEGRAM_BOT_TOKEN": "123:wrong-token-of-nobody", "TELEGRAM_API_URL": server.url},
        "cannot be reached": {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "http://127.0.0.1:9"},
    }
    for told, settings in troubles.items():
        folder = tmp_path / told
        folder.mkdir()
        product = Product(folder, **WHO, **settings)
        await asyncio.to_thread(product.start)
        line = first_line(product)
        assert f"The web chat is at {product.address}; the Telegram bot does not run yet: " in line
        assert told in line
        async with httpx.AsyncClient() as client:
            assert "<button" in (await client.get(product.address)).text
            assert (await client.get(f"{product.address}/health/telegram")).status_code == 503
            assert (await client.get(f"{product.address}/health/web")).status_code == 200
        await asyncio.to_thread(product.stop)
        log = product.log.read_text()
        assert "Traceback" not in log
        assert settings["TELEGRAM_BOT_TOKEN"] not in log
    await server.stop()


async def healthy(product: Product) -> dict[str, Any]:
    """What /health says once all is well, which it may be a moment after the start."""
    async with asyncio.timeout(30), httpx.AsyncClient() as client:
        while (found := (await client.get(f"{product.address}/health")).json())["status"] != "ok":  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)
    return dict(found)


def first_line(product: Product) -> str:
    """The line that tells what runs."""
    (line,) = [line for line in product.log.read_text().splitlines() if line.startswith("The web chat")]
    return line


async def test_one_line_tells_the_address_the_bots_name_and_how_it_is_served(tmp_path: Path) -> None:
    server = FakeTelegram()
    await server.start()
    hook = {"PUBLIC_URL": "https://x.example", "SECRET_KEY": "k" * 32, "TELEGRAM_WEBHOOK_SECRET": "a" * 32}
    telegram = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.url, **WHO}
    expected: dict[str, dict[str, str]] = {
        "the Telegram bot @study_test_bot runs by polling": telegram,
        "the Telegram bot @study_test_bot runs by webhook at https://x.example/telegram": {**telegram, **hook},
        "there is no Telegram bot, since TELEGRAM_BOT_TOKEN is not set": {
            "TELEGRAM_TOKEN": TOKEN,
            "LOG_LEVEL": "debug",
        },
    }
    for number, (told, settings) in enumerate(expected.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        product = Product(folder, **settings)
        await asyncio.to_thread(product.start)
        assert first_line(product) == f"The web chat is at {product.address}; {told}. Stop with Ctrl+C."
        found = await healthy(product)
        assert found["parts"].get("telegram") == (None if "no Telegram" in told else "ok")
        await asyncio.to_thread(product.stop)
    await server.stop()
    log = (tmp_path / "2" / "log.txt").read_text()
    assert "TELEGRAM_TOKEN is set, but is no setting: did you mean TELEGRAM_BOT_TOKEN?" in log
    assert TOKEN not in log
