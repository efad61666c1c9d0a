"""Commands, what is typed, what is not wanted, and chats that are not private; by polling and by a webhook."""

from typing import Any

import pytest
from fake_rules import TWO_DAYS
from person import Person
from telegram_world import World

from bot.faces.telegram.commands import COMMANDS
from criteria.expression import QuestionId

pytest_plugins = ["telegram_fixtures"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("34", ">=18"), ("34 años", ">=18"), ("tengo 80", ">=18"), ("no sé", "unsure"), ("No lo sé.", "unsure")],
)
async def test_a_typed_answer_is_taken_and_its_words_are_deleted(world: World, typed: str, answer: str) -> None:
    ana = world.person()
    await ana.begins()
    await ana.says("sí")
    assert "He entendido" in ana.card.text
    await ana.says(typed)
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys", "age": answer}
    ana.sees_only_the_card()
    await ana.taps("Atrás")
    ana.sees("¿Cuántos años tiene?")
    ana.sees_not("He entendido")


async def test_a_letter_and_words_of_the_other_language_are_understood(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.says("a")
    await ana.says("34 years old")
    await ana.says("more than a year ago")
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys", "age": ">=18", "last_biopsy": ">=6"}


async def test_what_is_not_understood_is_deleted_and_the_buttons_pointed_at(ana: Person, world: World) -> None:
    await ana.begins()
    card = ana.card
    await ana.says("me llamo Ana y vivo en Valladolid")
    ana.sees("no lo he guardado", "nefritis lúpica")
    ana.sees_only_the_card()
    assert ana.card.id > card.id
    assert world.state(ana).answers == {}
    await ana.says("/nonsense")
    ana.sees("no lo he guardado")
    ana.sees_only_the_card()


async def test_a_number_without_its_unit_is_not_guessed(ana: Person, world: World) -> None:
    await ana.begins("NCT03917797")
    await world.fits_until(ana, "upcr")
    await ana.says("0,8")
    ana.sees("No sé a qué unidad se refiere")
    await ana.says("1200 mg/g")
    assert world.state(ana).answers[QuestionId("upcr")] == ">=1"


async def test_a_number_that_is_rather_another_quantity_is_asked_about_in_the_questions_own_words(
    ana: Person, world: World
) -> None:
    await ana.begins("NCT03917797")
    await world.fits_until(ana, "egfr")
    await ana.says("0,9")
    ana.sees("¿Es la creatinina?")
    assert QuestionId("egfr") not in world.state(ana).answers


async def test_typing_where_no_question_stands_points_at_the_buttons(ana: Person) -> None:
    await ana.says("/start")
    await ana.says("sí")
    ana.sees("Ahora no hay ninguna pregunta abierta", "Hola")
    ana.sees_only_the_card()


async def test_after_a_restart_a_reply_finds_its_question_and_other_words_do_not(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.taps("Sí, el lupus")
    card = ana.card
    await world.stop()
    await world.start(world.mode)
    typed = await ana.says("34")
    assert typed.id not in [message.id for message in ana.messages]
    assert ana.theirs[-1].text.startswith("No guardo nada")
    assert [button["text"] for row in ana.theirs[-1].keyboard for button in row] == ["Es mi primera vez: empezar"]
    await ana.says("34", reply_to=card)
    ana.sees_only_the_card()
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys", "age": ">=18"}
    assert card.id not in [message.id for message in ana.messages]


@pytest.mark.parametrize(
    ("command", "seen"),
    [
        ("/help", "Cómo funciona"),
        ("/about", "Información general"),
        ("/privacy", "Privacidad"),
        ("/stop", "Ha detenido las preguntas"),
        ("/language", "How old are you?"),
        ("/help@study_test_bot", "Cómo funciona"),
    ],
)
async def test_a_command_moves_the_card_and_loses_no_answer(world: World, command: str, seen: str) -> None:
    ana = world.person()
    await ana.begins()
    await ana.taps("Sí, el lupus")
    before = world.state(ana).answers
    await ana.says(command)
    ana.sees(seen)
    assert world.state(ana).answers == before
    ana.sees_only_the_card()


@pytest.mark.parametrize("command", [f"/{name}" for name in COMMANDS])
async def test_every_command_answers_somebody_new(polling: World, command: str) -> None:
    person = polling.person(language="en")
    await person.says(command)
    assert person.card.keyboard
    assert polling.server.refusals == []


async def test_delete_removes_what_it_can_and_says_what_stays(ana: Person) -> None:
    await ana.begins()
    await ana.taps("Sí, el lupus")
    await ana.says("/delete")
    ana.sees("Lo que queda en Telegram")
    ana.sees_only_the_card()
    await ana.taps("Empezar de nuevo")
    ana.sees("Hola")


async def test_delete_stands_in_the_menu_too(ana: Person) -> None:
    await ana.begins()
    await ana.taps("Menú")
    await ana.taps("Borrar lo que hay")
    ana.sees("Lo que queda en Telegram")
    ana.sees_only_the_card()


async def test_a_card_too_old_to_be_deleted_shows_nothing_any_more(ana: Person, world: World) -> None:
    await ana.begins()
    old = ana.card
    world.server.shift += TWO_DAYS + 60
    await ana.says("/delete")
    assert old.text == "Este mensaje está cerrado."
    assert not old.keyboard
    ana.sees("Lo que queda en Telegram")


async def test_a_sheet_too_old_to_be_deleted_says_how_to_do_it(ana: Person, world: World) -> None:
    await ana.begins()
    while "Hoja para su médico" not in ana.labels:
        await ana.taps("No lo sé / Prefiero no decirlo")
    await ana.taps("Hoja para su médico")
    await ana.taps("Enviarla")
    file = next(message for message in ana.theirs if message.file)
    world.server.shift += TWO_DAYS + 60
    await ana.taps("Quitar este mensaje", file)
    assert "Eliminar" in ana.alert


PHOTO = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}], "caption": "mi informe"}
VOICE = {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}
STICKER = {
    "sticker": {
        "file_id": "f",
        "file_unique_id": "u",
        "type": "regular",
        "width": 9,
        "height": 9,
        "is_animated": False,
        "is_video": False,
    }
}
DOCUMENT = {"document": {"file_id": "f", "file_unique_id": "u"}}
CONTACT = {"contact": {"phone_number": "+34600000000", "first_name": "Ana"}}
LOCATION = {"location": {"longitude": -4.7, "latitude": 41.6}}
NEVER_HEARD_OF = {"hologram": {"file_id": "f"}}
CHECKLIST = {"checklist": {"title": "mis análisis", "tasks": [{"id": 1, "text": "creatinina 1,1"}]}}


@pytest.mark.parametrize("content", [PHOTO, VOICE, STICKER, DOCUMENT, CONTACT, LOCATION, CHECKLIST, NEVER_HEARD_OF])
async def test_other_content_is_politely_not_wanted_and_deleted(world: World, content: dict[str, Any]) -> None:
    ana = world.person()
    await ana.begins()
    await ana.sends(other=content)
    ana.sees("Por favor, no envíe fotos", "nefritis lúpica")
    ana.sees_only_the_card()


async def test_an_album_is_answered_once(ana: Person, world: World) -> None:
    await ana.begins()
    before = len(world.server.calls)
    for _ in range(3):
        await ana.sends(other={**PHOTO, "media_group_id": "77"})
    assert [call.method for call in world.server.calls[before:]].count("sendMessage") == 1
    ana.sees_only_the_card()


async def test_somebody_unknown_who_sends_a_picture_is_told(ana: Person) -> None:
    await ana.sends(other=PHOTO)
    ana.sees("Por favor, no envíe fotos", "siga con los botones de mi último mensaje")
    await ana.taps("Es mi primera vez")
    ana.sees("Hola")
    ana.sees_only_the_card()


async def test_news_of_the_chat_itself_is_left_alone(ana: Person, world: World) -> None:
    await ana.sends(other={"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}})
    assert ana.theirs == []
    assert world.server.refusals == []


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_elsewhere_it_says_only_that_it_works_in_private(world: World, kind: str) -> None:
    group = world.person(chat={"id": -100_200_300, "type": kind, "title": "Lupus"})
    await group.says("hola a todos")
    assert group.theirs == []
    await group.says("/start NCT03673748")
    (answer,) = group.theirs
    assert "@study_test_bot" in answer.text
    assert not answer.keyboard


async def test_a_button_that_got_into_a_group_does_nothing_there(ana: Person, world: World) -> None:
    await ana.begins()
    data = ana.data("Sí, el lupus")
    group = world.person(chat={"id": -100_200_301, "type": "supergroup", "title": "Lupus"})
    message = await group.says("x")
    await group.presses(data, message)
    assert "privados" in group.alert
    assert group.theirs == []
