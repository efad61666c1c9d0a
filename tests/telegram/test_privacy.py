"""Promise 3: no chat, name, typed word, ticket or token in anything that is written down, at any level, in any trouble."""

import asyncio
import logging
from pathlib import Path

import pytest
from fake_api import FakeTelegram
from fake_parts import TOKEN, Effect, Fault, Message
from person import Person
from processes import person_of, process
from telegram_world import SECRET, World

pytest_plugins = ["telegram_fixtures"]

NAME = "Zenobia"
WORDS = "quetzalcoatlus"


def marks(server: FakeTelegram, person: Person) -> set[str]:
    """Everything that nobody may find."""
    tickets = {
        button["callback_data"]
        for message in server.chats[person.id].values()
        for row in message.keyboard
        for button in row
    }
    sent = {
        button["callback_data"]
        for call in server.calls
        for row in (call.params.get("reply_markup") or {}).get("inline_keyboard", [])
        for button in row
    }
    pieces = {ticket[:16] for ticket in tickets | sent}
    return {str(person.id), NAME, WORDS, TOKEN, TOKEN.partition(":")[2], SECRET, "kidneys", "lupus_kidney=", *pieces}


async def taps(person: Person, label: str, since: Message) -> None:
    """Tap as soon as the newest card, sent since then, offers it: an update is acknowledged before its card is there."""

    def offered() -> bool:
        cards = [message for message in person.theirs if message.keyboard and message.id > since.id]
        return bool(cards) and (label in cards[-1].text or label in str(cards[-1].keyboard))

    await person.server.until(offered)
    await person.taps(label)


async def talk(person: Person) -> None:
    """A little of everything."""
    begun = await person.says("/start NCT03673748_poster")
    await taps(person, "Acepto", begun)
    await person.says(f"me llamo {NAME} {WORDS}")
    await taps(person, "Sí, el lupus", begun)
    await person.says("34")
    await person.says(f"/{WORDS}")
    await person.sends(other={"contact": {"phone_number": "+34600000000", "first_name": NAME}})
    await person.presses(f"{WORDS}{person.id}", person.card)
    await person.says("/delete")


def unmarked(folder: Path, found: set[str]) -> None:
    written = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert written
    for path, content in written.items():
        for mark in found:
            assert mark.encode() not in content, (path, mark, content[: content.find(mark.encode()) + 200][-600:])


async def test_a_whole_chat_at_debug_leaves_no_mark(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    person = world.person(name=NAME)
    await talk(person)
    for mark in marks(world.server, person):
        assert mark not in caplog.text


TROUBLE: list[Effect | int] = ["500", "drop", "drop after", "not json", "blocked", 1]


async def test_a_process_in_every_trouble_writes_no_mark(tmp_path: Path) -> None:
    server = FakeTelegram()
    await server.start()
    async with process(tmp_path, "polling", server.url, CRASHES_AT="last_biopsy"):
        person = person_of(server, name=NAME)
        await talk(person)
        for method in ("sendMessage", "editMessageText", "deleteMessage", "answerCallbackQuery", "getUpdates"):
            server.faults += [Fault(effect, method) for effect in TROUBLE]
        for _ in range(3):
            await person.says("/start NCT03673748", wait=False)
            await asyncio.sleep(0.5)
            await person.says(f"{NAME} {WORDS}", wait=False)
        await server.update("message", {"message_id": 1, "date": WORDS, "chat": {"id": person.id, "first_name": NAME}})
        await asyncio.sleep(2)
        server.faults.clear()
        begun = await person.says("/start NCT03673748")
        for label in ("Acepto", "Sí, el lupus", "18 años o más", "Hace menos de 6"):  # the last one crashes
            await taps(person, label, begun)
        await server.until(lambda: b"RuntimeError" in (tmp_path / "log.txt").read_bytes())
        found = marks(server, person)
    await server.stop()
    unmarked(tmp_path, found)


@pytest.mark.parametrize("kind", ["wrong token", "unreachable"])
async def test_a_start_that_fails_writes_no_mark(tmp_path: Path, kind: str) -> None:
    server = FakeTelegram()
    await server.start()
    url = server.url
    if kind == "wrong token":
        server.token = "1:another"
    else:
        await server.http.stop()
    async with process(tmp_path, "polling", url):
        async with asyncio.timeout(90):
            while b"tried again" not in (tmp_path / "log.txt").read_bytes():  # noqa: ASYNC110 - a file tells nobody
                await asyncio.sleep(0.1)
    if kind == "wrong token":
        await server.http.stop()
    unmarked(tmp_path, {TOKEN, TOKEN.partition(":")[2]})
