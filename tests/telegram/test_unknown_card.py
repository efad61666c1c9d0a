"""Where the card is not known, after a restart or on another replica: nothing is lost, and nothing false is said."""

import pytest
from fake_parts import Message
from fake_rules import TWO_DAYS
from person import Person
from telegram_world import World

from bot.conversation.state import Screen
from bot.faces.telegram.commands import COMMANDS

pytest_plugins = ["telegram_fixtures"]


async def forgotten(ana: Person, world: World) -> Message:
    """A card that holds an answer, and of which the bot knows nothing any more."""
    await ana.begins()
    await ana.taps("Sí, el lupus")
    card = ana.card
    await world.stop()
    await world.start(world.mode)
    return card


@pytest.mark.parametrize("said", ["/stop", "/language", "/help", "/about", "/privacy", "34", "hola", "/nonsense"])
async def test_what_is_said_points_at_the_buttons_which_go_on(world: World, said: str) -> None:
    ana = world.person()
    card = await forgotten(ana, world)
    before = card.text
    await ana.says(said)
    assert card.text == before
    assert "mi último mensaje" in ana.theirs[-1].text
    await ana.taps("18 años o más", card)
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys", "age": ">=18"}
    ana.sees_only_the_card()


@pytest.mark.parametrize("command", [f"/{name}" for name in COMMANDS if name not in ("start", "delete")])
async def test_a_command_in_reply_to_the_card_does_what_it_says(world: World, command: str) -> None:
    ana = world.person()
    card = await forgotten(ana, world)
    await ana.says(command, reply_to=card)
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}
    ana.sees_only_the_card()


async def test_delete_says_that_it_did_not_remove_a_card_that_it_does_not_know(ana: Person, world: World) -> None:
    card = await forgotten(ana, world)
    typed = await ana.says("/delete")
    assert ana.theirs[-1].text.startswith("No he borrado mi mensaje con las preguntas")
    assert "También he borrado lo último que usted escribió." in ana.theirs[-1].text
    assert card.keyboard
    assert typed not in ana.messages
    await ana.says("/delete", reply_to=card)
    ana.sees("He borrado mi mensaje con las preguntas. No guardo nada sobre usted.")
    ana.sees_only_the_card()


async def test_delete_says_what_became_of_a_card_that_it_knows(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.says("/delete")
    ana.sees("He borrado mi mensaje con las preguntas.", "También he borrado lo último que usted escribió.")
    ana.sees_only_the_card()
    await ana.says("/start NCT03673748")
    old = ana.card
    world.server.shift += TWO_DAYS + 60
    await ana.says("/delete")
    ana.sees("demasiado antiguo para borrarlo, así que lo he vaciado")
    assert not old.keyboard
    await ana.says("/start NCT03673748")
    del world.server.chats[ana.id][ana.card.id]
    await ana.says("/delete")
    ana.sees("ya no está")


async def test_who_writes_first_gets_a_button(world: World) -> None:
    voice = {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}
    for content in ({"text": "hola"}, {"text": "Quiero participar"}, {"other": voice}):
        person = world.person()
        await person.sends(**content)
        (answer,) = person.theirs
        assert "de abajo" not in answer.text
        await person.taps("Es mi primera vez: empezar")
        person.sees("Hola")
        person.sees_only_the_card()


async def test_a_stranger_who_asks_for_the_background_gets_to_it(ana: Person, world: World) -> None:
    await ana.says("/about")
    await ana.taps("Es mi primera vez: empezar")
    assert world.state(ana).screen is Screen.TOPICS


async def test_an_album_of_a_stranger_is_answered_once(ana: Person, world: World) -> None:
    photo = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}], "media_group_id": "77"}
    for _ in range(3):
        await ana.sends(other=photo)
    assert [call.method for call in world.server.calls].count("sendMessage") == 1
    ana.sees_only_the_card()
