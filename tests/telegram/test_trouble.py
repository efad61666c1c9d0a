"""Everything that Telegram, the network and impatient fingers do to a chat. Over 300 lines: a test a trouble."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace

import httpx
import pytest
from fake_parts import Effect, Fault
from fake_rules import OLDEST_QUERY
from person import Person
from telegram_world import SECRET, World

from bot.conversation.state import SHOW, Act, Action, Moment
from bot.conversation.ticket import OLDEST
from bot.faces.telegram.chat_order import MOST_WAITING
from criteria.languages import LANGUAGES

pytest_plugins = ["telegram_fixtures"]


async def all_at_once(person: Person, taps: list[int]) -> None:
    for tap in taps:
        await person.settled(tap)


async def test_triple_taps_count_once(ana: Person, world: World) -> None:
    await ana.begins()
    data = ana.data("Sí, el lupus")
    await all_at_once(ana, [await ana.presses(data, ana.card, wait=False) for _ in range(3)])
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}
    ana.sees("¿Cuántos años tiene?")
    ana.sees_only_the_card()
    assert [refusal for refusal in world.server.refusals if "not modified" not in refusal] == []


async def test_double_taps_make_one_new_message_in_the_mode_of_new_messages(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.taps("Menú")
    await ana.taps("Cada pregunta en un mensaje nuevo")
    card, data = ana.card, ana.data("Sí, el lupus")
    await all_at_once(ana, [await ana.presses(data, card, wait=False) for _ in range(3)])
    ana.sees_only_the_card()
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}


async def test_a_tap_on_an_old_message_goes_on_from_there(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.taps("Sí, el lupus")
    old = ana.card
    await world.stop()
    await world.start(world.mode)
    await ana.says("/start NCT03917797")
    assert ana.card.id > old.id
    await ana.taps("18 años o más", old)
    assert "¿Cuándo le hicieron" in old.text
    ana.sees_only_the_card()


async def test_a_tap_on_a_card_that_was_just_moved_comes_late_and_does_nothing(ana: Person) -> None:
    await ana.begins()
    old, data = ana.card, ana.data("Sí, el lupus")
    await ana.says("hola")
    await ana.presses(data, old)
    ana.sees("nefritis lúpica", "no lo he guardado")
    ana.sees_only_the_card()


async def test_redelivered_and_reordered_taps_show_an_earlier_question_at_worst(ana: Person, world: World) -> None:
    await ana.begins()
    first = {"update_id": 48_000_000, "callback_query": ana.tap(ana.data("Sí, el lupus"), ana.card)}
    await ana.taps("Sí, el lupus")
    await ana.taps("18 años o más")
    await world.server.again(first)
    await ana.settled(48_000_000)
    ana.sees("¿Cuántos años tiene?")
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}
    await ana.taps("18 años o más")
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys", "age": ">=18"}


async def test_a_tap_after_a_restart_with_an_expired_query_goes_on(ana: Person, world: World) -> None:
    await ana.begins()
    await world.stop()
    world.server.webhook = {}
    number = await ana.taps("Sí, el lupus", wait=False)
    world.server.shift += OLDEST_QUERY + 600
    await world.start(world.mode)
    await ana.settled(number)
    ana.sees("¿Cuántos años tiene?")
    assert any("too old" in refusal for refusal in world.server.refusals)


async def test_an_inaccessible_message_is_left_and_the_card_sent_anew(ana: Person, world: World) -> None:
    await ana.begins()
    old = ana.card
    await ana.presses(ana.data("Sí, el lupus"), old, inaccessible=True)
    assert ana.card.id > old.id
    ana.sees("¿Cuántos años tiene?")
    await ana.presses(world.answer(ana, 1), None)
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys", "age": ">=18"}


async def test_a_deleted_message_is_sent_anew(ana: Person, world: World) -> None:
    await ana.begins()
    old = ana.card
    del world.server.chats[ana.id][old.id]
    await ana.taps("Sí, el lupus", old)
    ana.sees("¿Cuántos años tiene?")
    ana.sees_only_the_card()


@pytest.mark.parametrize("effect", ["404", "500", "drop", "drop after", "not json"])
async def test_an_edit_that_fails_is_tried_again(world: World, effect: Effect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.faces.telegram.delivery.FIRST_PAUSE", 0.05)
    ana = world.person()
    await ana.begins()
    card = ana.card.id
    world.server.faults.append(Fault(effect, "editMessageText", times=2))
    await ana.taps("Sí, el lupus")
    await world.server.until(lambda: "¿Cuántos años tiene?" in ana.card.text)
    assert ana.card.id == card


async def test_a_lost_answer_to_a_sent_card_still_leaves_a_card(ana: Person, world: World) -> None:
    world.server.faults.append(Fault("drop", "sendMessage"))
    await ana.says("/start")
    await world.server.until(lambda: bool(ana.theirs))
    await world.settled(0)
    ana.sees("Hola")


async def test_where_the_answer_to_a_sending_was_lost_one_card_is_left(
    ana: Person, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram has sent the card, and the bot does not know: it sends it again, and takes the first away."""
    monkeypatch.setattr("bot.faces.telegram.delivery.FIRST_PAUSE", 0.05)
    await ana.begins()
    world.server.faults.append(Fault("drop after", "sendMessage"))
    await ana.says("sí")
    await world.server.until(lambda: "¿Cuántos años tiene?" in ana.card.text)
    await world.server.until(lambda: [message.id for message in ana.messages] == [ana.card.id])
    await ana.taps("18 años o más")
    ana.sees_only_the_card()


async def test_a_short_429_is_waited_for_by_that_chat_alone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    waited, over = list[float](), asyncio.Event()

    async def wait(seconds: float) -> None:
        waited.append(seconds)
        await over.wait()

    clock = SimpleNamespace(sleep=wait, Semaphore=asyncio.Semaphore)
    ana, eva = world.person(), world.person(name="Eva")
    await ana.begins()
    await eva.begins()
    monkeypatch.setattr("bot.faces.telegram.delivery.asyncio", clock)
    world.server.faults.append(Fault(2, "editMessageText", ana.id))
    slow = [await ana.taps("Sí, el lupus", wait=False)]
    ana_card = ana.card.text
    for label in ("Sí, el lupus", "18 años o más", "Atrás"):
        await eva.taps_quickly(label)
    assert ana.card.text == ana_card
    over.set()
    await all_at_once(ana, slow)
    await world.server.until(lambda: "¿Cuántos años tiene?" in ana.card.text)
    assert waited == [2]


async def test_a_long_429_on_the_webhook_is_given_back_to_telegram(webhook: World) -> None:
    ana = webhook.person()
    await ana.begins()
    webhook.server.faults.append(Fault(60, "editMessageText", ana.id))
    await ana.taps("Sí, el lupus")
    ana.sees("¿Cuántos años tiene?")
    assert webhook.server.redelivered == 1


async def test_somebody_who_has_blocked_the_bot_is_quietly_done_with(ana: Person, world: World) -> None:
    await ana.begins()
    world.server.faults.append(Fault("blocked", None, ana.id, times=2))
    await ana.taps("Sí, el lupus")
    eva = world.person(name="Eva")
    await eva.begins()
    assert world.server.redelivered == 0


async def test_a_hanging_chat_does_not_delay_another_and_keeps_its_order(world: World) -> None:
    ana, eva = world.person(), world.person(name="Eva")
    await ana.begins()
    await eva.begins()
    world.server.faults.append(Fault("hang", "editMessageText", ana.id, until=(over := asyncio.Event())))
    first = await ana.taps("Sí, el lupus", wait=False)
    second = await ana.presses(world.answer(ana, 1), ana.card, wait=False)
    await eva.taps_quickly("Sí, el lupus")
    over.set()
    await all_at_once(ana, [first, second])
    await world.settled(0)
    assert dict(world.state(ana).answers) == {"lupus_kidney": "lupus_only"}


async def test_a_forged_or_foreign_button_is_kindly_refused(ana: Person, world: World) -> None:
    await ana.begins()
    before = ana.card.text
    eva = world.person(name="Eva")
    await eva.begins()
    data = ana.data("Sí, el lupus")
    for forged in (eva.data("Sí, el lupus"), data[:-1] + ("A" if data[-1] != "A" else "B"), "x", "ñ" * 32, data[:-4]):
        world.server.told.clear()
        await ana.presses(forged, ana.card)
        assert "/start" in ana.alert
        assert ana.card.text == before


async def test_an_outdated_button_begins_again_in_its_language_and_study(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.taps("Menú")
    await ana.taps("Go on in English")
    await ana.taps("Go on with")
    world.hour += OLDEST + 1
    await ana.taps("Yes, lupus")
    ana.sees("Please begin again", "Before we begin", "NCT03673748")
    world.hour += OLDEST + 1
    await ana.says("34")
    ana.sees("Please begin again", "Before we begin", "NCT03673748")
    ana.sees_only_the_card()


async def test_a_message_of_a_chat_the_bot_has_lost_is_found_by_its_button(ana: Person, world: World) -> None:
    state = world.conversation.start("en", Moment(world.hour))
    data = world.tickets.write(state, Action(Act.LANGUAGE, 1), b"telegram:%d" % ana.id)
    await ana.says("/start")
    await ana.presses(data, ana.card)
    assert world.state(ana).language == LANGUAGES[1]


async def test_nobody_who_floods_a_chat_is_served_without_end(ana: Person, world: World) -> None:
    await ana.begins()
    world.server.faults.append(Fault("hang", "editMessageText", ana.id, until=(over := asyncio.Event())))
    taps = [await ana.taps("Sí, el lupus", wait=False) for _ in range(60)]
    waiting = MOST_WAITING if world.mode == "webhook" else 0
    await world.server.until(lambda: sum(not world.server.acknowledged(tap) for tap in taps) <= waiting)
    over.set()
    await all_at_once(ana, taps)
    await world.settled(0)
    edits = [call for call in world.server.calls if call.method == "editMessageText"]
    assert len(edits) < 40
    ana.sees("¿Cuántos años tiene?")


async def test_hours_without_a_network_are_survived(polling: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.faces.telegram.trouble.LONGEST_PAUSE", 0.2)
    ana = polling.person()
    await ana.begins()
    port = polling.server.http.port
    await polling.server.http.stop()
    await asyncio.sleep(3)
    await polling.server.http.start(port)
    await ana.taps("Sí, el lupus")
    ana.sees("¿Cuántos años tiene?")


async def test_what_came_while_the_bot_was_down_is_answered(ana: Person, world: World) -> None:
    await ana.begins()
    await world.stop()
    number = await ana.taps("Sí, el lupus", wait=False)
    await asyncio.sleep(0.1)
    await world.start(world.mode)
    await ana.settled(number)
    ana.sees("¿Cuántos años tiene?")


async def test_an_update_that_nobody_understands_takes_no_other_with_it(ana: Person, world: World) -> None:
    await ana.begins()
    await world.server.update("message", {"message_id": 1, "date": "never", "chat": 5})
    await world.server.update("callback_query", {"id": [], "from": None})
    await ana.taps("Sí, el lupus")
    ana.sees("¿Cuántos años tiene?")


async def test_what_changes_nothing_is_shown_as_it_stands(ana: Person, world: World) -> None:
    await ana.begins()
    state = replace(world.state(ana))
    await ana.presses(world.tickets.write(state, SHOW, b"telegram:%d" % ana.id), ana.card)
    await ana.presses(world.tickets.write(state, Action(Act.SHOW, 200), b"telegram:%d" % ana.id), ana.card)
    await ana.presses(world.tickets.write(state, Action(Act.SEND), b"telegram:%d" % ana.id), ana.card)
    await ana.presses(world.tickets.write(state, Action(Act.ANSWER, 99), b"telegram:%d" % ana.id), ana.card)
    ana.sees_only_the_card()
    ana.sees("nefritis lúpica")


@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        (SECRET, b'{"update_id": 1}', 200),
        ("", b'{"update_id": 1}', 403),
        (SECRET + "x", b'{"update_id": 1}', 403),
        (SECRET[:-1], b'{"update_id": 1}', 403),
        (SECRET, b"{", 400),
        (SECRET, b"[]", 400),
        (SECRET, b'{"update_id": "1"}', 400),
        (SECRET, b"[" * 100_000, 400),
        (SECRET, b"\xff\xfe", 400),
        (SECRET, b" " * (1 << 20) + b"1", 413),
        (SECRET, b'{"update_id": 2, "message": 5}', 200),
    ],
)
async def test_the_webhook_takes_only_updates_of_who_knows_the_secret(
    webhook: World, secret: str, body: bytes, status: int
) -> None:
    address = webhook.server.webhook["url"]
    async with httpx.AsyncClient() as client:
        headers = {"x-telegram-bot-api-secret-token": secret}
        assert (await client.post(address, content=body, headers=headers)).status_code == status
        assert (await client.get(address, headers=headers)).status_code == 405
