"""`python -m bot` with a token, as an operator runs it: the chat works, survives a kill, and nothing is written of it."""

import asyncio
from pathlib import Path

import pytest
from fake_api import TOKEN, FakeTelegram
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
        await person.taps_quickly("Lo he leído")
        await person.taps_quickly("Sí, el lupus")
        product.kill()
        await asyncio.to_thread(product.start)
        await person.taps_quickly("De 18 a 75")
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


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"TELEGRAM_BOT_TOKEN": "123:wrong-token-of-nobody"}, "Telegram refuses the token"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "http://127.0.0.1:9"}, "cannot be reached"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "PUBLIC_URL": "https://x.example", "SECRET_KEY": "k" * 32, "TELEGRAM_WEBHOOK_SECRET": "short!"}, "TELEGRAM_WEBHOOK_SECRET needs"),
    ],
)  # fmt: skip
async def test_what_keeps_telegram_from_starting_is_one_line_without_the_token(
    tmp_path: Path, settings: dict[str, str], told: str
) -> None:
    server = FakeTelegram()
    await server.start()
    product = Product(tmp_path, **{"TELEGRAM_API_URL": server.url, **WHO, **settings})
    try:
        assert await asyncio.to_thread(product.run_to_its_end) == 1
    finally:
        await server.stop()
    log = product.log.read_text()
    assert told in log
    assert "Traceback" not in log
    assert settings["TELEGRAM_BOT_TOKEN"] not in log
