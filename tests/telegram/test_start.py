"""How the bot begins: what it sets, and what it says when it cannot."""

import asyncio
import logging
import re

import pytest
from fake_api import TOKEN, Fault
from telegram_world import SECRET, World

from bot.faces.telegram.face import StartError
from bot.faces.telegram.setup import COMMANDS
from criteria.catalogue import Catalogue
from criteria.languages import LANGUAGES

pytest_plugins = ["telegram_fixtures"]


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


def one_clear_line(error: BaseException) -> str:
    text = str(error)
    assert "\n" not in text
    assert TOKEN not in text
    assert TOKEN.partition(":")[2] not in text
    assert SECRET not in text
    assert error.__cause__ is None
    assert error.__suppress_context__
    return text


@pytest.fixture
async def stopped(shipped: Catalogue) -> World:
    world = World(shipped)
    await world.server.start()
    return world


async def test_a_wrong_token_is_told_in_one_line(stopped: World) -> None:
    stopped.server.token = "1:another"
    face = stopped.new_face()
    with pytest.raises(StartError, match="TELEGRAM_BOT_TOKEN") as caught:
        await face.run_polling(asyncio.Event())
    one_clear_line(caught.value)
    await face.close()
    await stopped.server.stop()


@pytest.mark.parametrize("token", ["", " ", "not a token", "1:a b\n", "1:ñ", "a/b"])
async def test_what_is_no_token_is_told_in_one_line(stopped: World, token: str) -> None:
    with pytest.raises(StartError, match="TELEGRAM_BOT_TOKEN") as caught:
        stopped.new_face(token=token)
    assert token.strip() == "" or token.strip() not in str(caught.value)
    await stopped.server.stop()


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://no-such-host.invalid", "nonsense", "http://[", ""])
async def test_an_unreachable_server_is_told_in_one_line(stopped: World, url: str) -> None:
    if not url:
        url = stopped.server.url
        stopped.server.faults.append(Fault("drop", "getMe", times=9))
    face = stopped.new_face(api_url=url)
    with pytest.raises(StartError, match="TELEGRAM_API_URL") as caught:
        await face.run_polling(asyncio.Event())
    one_clear_line(caught.value)
    await face.close()
    await stopped.server.stop()


async def test_an_address_that_telegram_refuses_is_told_in_one_line(stopped: World) -> None:
    face = stopped.new_face()
    with pytest.raises(StartError, match="PUBLIC_URL") as caught:
        await face.start_webhook("http://example.org", SECRET)
    assert "https url must be provided" in one_clear_line(caught.value).lower()
    await face.close()
    await stopped.server.stop()


@pytest.mark.parametrize("secret", ["", "short secret", "ñ" * 20, "a" * 257, "a/b" * 10])
async def test_a_secret_of_the_wrong_form_is_told_in_one_line(stopped: World, secret: str) -> None:
    face = stopped.new_face()
    with pytest.raises(StartError, match="TELEGRAM_WEBHOOK_SECRET") as caught:
        face.webhook_route(secret)
    assert not secret or secret not in str(caught.value)
    await face.close()
    await stopped.server.stop()


async def test_a_token_that_is_withdrawn_ends_the_bot_with_a_line(stopped: World) -> None:
    face = stopped.new_face()
    running = asyncio.create_task(face.run_polling(asyncio.Event()))
    await stopped.server.until(lambda: any(call.method == "getUpdates" for call in stopped.server.calls))
    stopped.server.token = "1:another"
    await stopped.server.update("message", {})
    with pytest.raises(StartError, match="revoked") as caught:
        await running
    one_clear_line(caught.value)
    await face.close()
    await stopped.server.stop()


async def test_another_process_that_polls_is_told_and_lived_with(
    stopped: World, caplog: pytest.LogCaptureFixture
) -> None:
    faces, stop = [stopped.new_face(), stopped.new_face()], asyncio.Event()
    with caplog.at_level(logging.WARNING):
        running = [asyncio.create_task(face.run_polling(stop)) for face in faces]
        await stopped.server.until(lambda: "another process" in caplog.text)
    ana = stopped.person()
    stopped.face = faces[0]
    await ana.says("/start", wait=False)
    await stopped.server.until(lambda: bool(ana.theirs))
    ana.sees("Hola")
    stop.set()
    await asyncio.gather(*running)
    for face in faces:
        await face.close()
    await stopped.server.stop()


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
