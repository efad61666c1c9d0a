"""How the bot begins: what it sets, and what it says when it cannot."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from fake_parts import TOKEN, Effect, Fault
from telegram_world import SECRET, World

from bot.faces.telegram.commands import COMMANDS
from bot.faces.telegram.face import StartError
from criteria.catalogue import Catalogue
from criteria.languages import LANGUAGES

pytest_plugins = ["telegram_fixtures"]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses that a test can wait for."""
    monkeypatch.setattr("bot.faces.telegram.trouble.FIRST_PAUSE", 0.05)


async def test_commands_and_descriptions_are_set_in_each_language(world: World) -> None:
    told = world.server.told
    await world.server.until(lambda: "about es" in told)
    for code in ("", *LANGUAGES):
        assert tuple(one["command"] for one in told[f"commands {code}"]) == COMMANDS
        assert told[f"description {code}"]
        assert told[f"about {code}"]
    assert told["commands es"] != told["commands en"]
    assert told["menu"] == {"type": "commands"}
    assert world.server.refusals == []


@pytest.mark.parametrize("effect", ["500", "drop", 30, "not json"])
async def test_failing_to_set_them_never_stops_the_bot(shipped: Catalogue, effect: str) -> None:
    world = World(shipped)
    await world.server.start()
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription", "setChatMenuButton"):
        world.server.faults.append(Fault(effect, method, times=99))  # type: ignore[arg-type]
    await world.start("polling")
    ana = world.person()
    await ana.says("/start")
    ana.sees("Hola")
    await world.stop()
    await world.server.stop()


def clear_lines(caplog: pytest.LogCaptureFixture) -> str:
    """What was logged: nothing of it holds a secret."""
    for secret in (TOKEN, TOKEN.partition(":")[2], SECRET):
        assert secret not in caplog.text
    return caplog.text


@pytest.fixture
async def stopped(shipped: Catalogue) -> AsyncIterator[World]:
    """A world whose bot does not run yet."""
    world = World(shipped)
    await world.server.start()
    yield world
    await world.stop()
    await world.server.stop()


def begins(world: World, **other: Any) -> None:
    """Run a bot, whatever it meets."""
    world.face = world.new_face(**other)
    world.run()


async def goes_on(world: World) -> None:
    """The bot answers."""
    ana = world.person()
    await ana.says("/start", wait=False)
    await world.server.until(lambda: bool(ana.theirs))
    ana.sees("Hola")


async def test_a_wrong_token_is_one_line_and_the_bot_comes_once_it_is_right(
    stopped: World, caplog: pytest.LogCaptureFixture
) -> None:
    stopped.server.token = "1:another"
    begins(stopped)
    assert "does not run yet: Telegram refuses the token" in await stopped.face.status(5)
    await stopped.server.until(lambda: len(stopped.server.calls) > 3)
    assert clear_lines(caplog).count("TELEGRAM_BOT_TOKEN") == 1
    stopped.server.token = TOKEN
    await goes_on(stopped)
    assert await stopped.face.status(5) == "the Telegram bot @study_test_bot runs by polling"


@pytest.mark.parametrize("token", ["", " ", "not a token", "1:a b\n", "1:ñ", "a/b"])
async def test_what_is_no_token_is_told_in_one_line(stopped: World, token: str) -> None:
    with pytest.raises(StartError, match="TELEGRAM_BOT_TOKEN") as caught:
        stopped.new_face(token=token)
    assert token.strip() == "" or token.strip() not in str(caught.value)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://no-such-host.invalid", "nonsense", "http://["])
async def test_an_unreachable_server_is_one_line(stopped: World, url: str, caplog: pytest.LogCaptureFixture) -> None:
    begins(stopped, api_url=url)
    assert "TELEGRAM_API_URL" in await stopped.face.status(20)
    await asyncio.sleep(0.3)
    assert clear_lines(caplog).count("TELEGRAM_API_URL") == 1


@pytest.mark.parametrize("effect", ["404", "500", "drop", "not json", 1])
async def test_telegram_away_at_the_start_is_waited_for(stopped: World, effect: Effect | int) -> None:
    stopped.server.faults += [Fault(effect, "getMe", times=2), Fault(effect, "deleteWebhook", times=1)]
    begins(stopped)
    await goes_on(stopped)


async def test_an_address_that_telegram_refuses_is_one_line(stopped: World, caplog: pytest.LogCaptureFixture) -> None:
    stopped.face = stopped.new_face()
    stopped.face.webhook("http://example.org", SECRET)
    stopped.run()
    told = await stopped.face.status(5)
    assert "PUBLIC_URL" in told
    assert "https url must be provided" in told.lower()
    await asyncio.sleep(0.3)
    assert clear_lines(caplog).count("PUBLIC_URL") == 1


@pytest.mark.parametrize("secret", ["", "short secret", "ñ" * 20, "a" * 257, "a/b" * 10])
async def test_a_secret_of_the_wrong_form_is_told_in_one_line(stopped: World, secret: str) -> None:
    stopped.face = stopped.new_face()
    with pytest.raises(StartError, match="TELEGRAM_WEBHOOK_SECRET") as caught:
        stopped.face.webhook("https://studies.example.org", secret)
    assert not secret or secret not in str(caught.value)


@pytest.mark.parametrize("effect", ["404", "500", "drop", "drop after", "not json", 1])
async def test_one_failing_fetch_ends_nothing(world: World, effect: Effect | int) -> None:
    world.server.faults.append(Fault(effect, "getUpdates" if world.mode == "polling" else "getMe"))
    ana = world.person()
    await ana.begins()
    await ana.taps("Sí, el lupus")
    ana.sees("¿Cuántos años tiene?")


async def test_a_token_that_is_withdrawn_is_one_line_and_the_bot_comes_back_with_it(
    polling: World, caplog: pytest.LogCaptureFixture
) -> None:
    ana = polling.person()
    await ana.begins()
    polling.server.token = "1:another"
    number = await ana.taps("Sí, el lupus", wait=False)
    await polling.server.until(lambda: "may have been revoked" in caplog.text)
    await asyncio.sleep(0.5)
    polling.server.token = TOKEN
    await ana.settled(number)
    ana.sees("¿Cuántos años tiene?")
    await polling.server.until(lambda: "Telegram answers again" in caplog.text)
    assert clear_lines(caplog).count("may have been revoked") == 1


async def test_a_webhook_that_another_process_has_set_is_taken_away_and_told(
    polling: World, caplog: pytest.LogCaptureFixture
) -> None:
    ana = polling.person()
    await ana.begins()
    await polling.server.taken_over("http://127.0.0.1:9/telegram")
    await polling.server.until(lambda: "has set a webhook" in caplog.text)
    await ana.taps("Sí, el lupus")
    ana.sees("¿Cuántos años tiene?")
    assert "another process fetches" not in caplog.text


async def test_a_webhook_that_another_process_has_taken_away_is_set_again(
    stopped: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.faces.telegram.connection.SECONDS_BETWEEN_LOOKS", 0.1)
    await stopped.start("webhook")
    mine = stopped.server.webhook
    await stopped.server.taken_over("")
    await stopped.server.until(lambda: stopped.server.webhook == mine)
    assert clear_lines(caplog).count("another process has changed this bot's webhook") == 1
    await goes_on(stopped)


async def test_another_process_that_polls_is_told_and_lived_with(
    stopped: World, caplog: pytest.LogCaptureFixture
) -> None:
    faces, stop = [stopped.new_face(), stopped.new_face()], asyncio.Event()
    with caplog.at_level(logging.WARNING):
        running = [asyncio.create_task(face.run(stop)) for face in faces]
        await stopped.server.until(lambda: "another process fetches" in caplog.text)
    stopped.face = faces[0]
    await goes_on(stopped)
    stop.set()
    await asyncio.gather(*running)
    await faces[1].close()


@pytest.mark.parametrize("when", ["before it begins", "while it begins", "in a pause"])
async def test_a_bot_that_has_not_begun_ends_when_it_is_told_to(stopped: World, when: str) -> None:
    stopped.face, stop = stopped.new_face(), asyncio.Event()
    hangs = Fault("hang", "getMe", until=(over := asyncio.Event()))
    stopped.server.faults.append(hangs if when == "while it begins" else Fault("500", "getMe", times=1000))
    if when == "before it begins":
        stop.set()
    running = asyncio.create_task(stopped.face.run(stop))
    if when != "before it begins":
        await stopped.server.until(lambda: bool(stopped.server.calls))
    stop.set()
    await running
    over.set()


async def test_a_bot_that_stops_finishes_what_it_has_begun(polling: World) -> None:
    ana = polling.person()
    await ana.begins()
    polling.server.faults.append(Fault("hang", "editMessageText", ana.id, until=(over := asyncio.Event())))
    before = len(polling.server.calls)
    number = await ana.taps("Sí, el lupus", wait=False)
    await polling.server.until(lambda: any(call.method == "editMessageText" for call in polling.server.calls[before:]))
    stopping = asyncio.create_task(polling.stop())
    await asyncio.sleep(0)  # so that it has begun
    over.set()
    await stopping
    ana.sees("¿Cuántos años tiene?")
    assert polling.server.acknowledged(number)
    await polling.start("polling")


def test_the_texts_of_both_languages_have_the_same_names() -> None:
    from bot.faces.telegram.face import TEXTS  # noqa: PLC0415 - beside its one use

    names = [
        set(re.findall(r"^(tg-[a-z0-9-]+) =", (TEXTS / f"{language}.ftl").read_text("utf-8"), re.MULTILINE))
        for language in LANGUAGES
    ]
    assert names[0] == names[1]
    assert len(names[0]) > 30
