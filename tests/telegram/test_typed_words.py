"""What is typed on Telegram: whose words count, proposals and their yes and no, words for the ways, and the way back."""

from typing import Any

import pytest
from person import Person
from telegram_world import World

from bot.conversation.state import Screen
from criteria.expression import QuestionId

pytest_plugins = ["telegram_fixtures"]

ELSEWHERE: dict[str, dict[str, Any]] = {
    "a person": {"type": "user", "date": 1, "sender_user": {"id": 5, "is_bot": False, "first_name": "Eva"}},
    "a hidden person": {"type": "hidden_user", "date": 1, "sender_user_name": "Eva"},
    "a channel": {"type": "channel", "date": 1, "chat": {"id": -100, "type": "channel", "title": "c"}, "message_id": 1},
}
BOT = {"id": 9, "is_bot": True, "first_name": "Cards", "username": "cards_bot"}


@pytest.mark.parametrize("other", [*({"forward_origin": one} for one in ELSEWHERE.values()), {"via_bot": BOT}])
@pytest.mark.parametrize("text", ["sí", "/delete", "Sí, el lupus me ha afectado los riñones"])
async def test_words_of_somebody_else_are_nobodys_answer(polling: World, other: dict[str, Any], text: str) -> None:
    ana = polling.person()
    await ana.begins()
    await ana.sends(text=text, other=other)
    ana.sees("reenviado", "nefritis lúpica")
    assert polling.state(ana).answers == {}
    ana.sees_only_the_card()


async def proposed(ana: Person, world: World) -> None:
    """What is typed is not clear, and so it is asked."""
    await ana.begins()
    await ana.says("¿sí?")
    assert world.state(ana).screen is Screen.PROPOSAL
    assert world.state(ana).answers == {}
    ana.sees("¿Quiere decir")
    ana.sees_only_the_card()


@pytest.mark.parametrize("again", ["by tap", "sí", "sí, claro"])
async def test_a_proposal_is_confirmed_by_its_button_or_a_yes(world: World, again: str) -> None:
    ana = world.person()
    await proposed(ana, world)
    if again == "by tap":
        await ana.presses(ana.card.keyboard[0][0]["callback_data"], ana.card)
    else:
        await ana.says(again)
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}
    ana.sees("¿Cuántos años tiene?")


@pytest.mark.parametrize("again", ["by tap", "no"])
async def test_a_proposal_is_refused_and_shows_the_answers_again(world: World, again: str) -> None:
    ana = world.person()
    await proposed(ana, world)
    await (ana.taps("No, ver de nuevo") if again == "by tap" else ana.says(again))
    assert world.state(ana).answers == {}
    assert world.state(ana).screen is Screen.MAIN
    ana.sees("nefritis lúpica")


async def test_other_words_after_a_proposal_are_read_for_the_question(ana: Person, world: World) -> None:
    await proposed(ana, world)
    await ana.says("no tengo lupus")
    assert dict(world.state(ana).answers) == {"lupus_kidney": "no_lupus"}


async def test_a_proposal_lives_in_its_buttons(ana: Person, world: World) -> None:
    await proposed(ana, world)
    await world.stop()
    await world.start(world.mode)
    await ana.says("sí", reply_to=ana.card)
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}


async def test_what_would_end_the_study_is_never_proposed(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.says("¿no tengo lupus?")
    assert world.state(ana).screen is Screen.MAIN
    assert world.state(ana).answers == {}
    ana.sees("No he querido adivinar su respuesta")


@pytest.mark.parametrize(
    ("typed", "screen"),
    [
        ("menú", Screen.MENU),
        ("ayuda", Screen.HELP),
        ("¿qué significa esto?", Screen.HELP),
        ("parar", Screen.STOPPED),
        ("stop", Screen.STOPPED),
    ],
)
async def test_a_word_for_a_way_does_what_its_button_does(polling: World, typed: str, screen: Screen) -> None:
    ana = polling.person()
    await ana.begins()
    await ana.taps("Sí, el lupus")
    await ana.says(typed)
    assert polling.state(ana).screen is screen
    assert dict(polling.state(ana).answers) == {"lupus_kidney": "kidneys"}
    ana.sees_only_the_card()


async def test_back_and_languages_are_words_too(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.taps("Sí, el lupus")
    await ana.says("atrás")
    ana.sees("nefritis lúpica")
    await ana.says("english")
    ana.sees("lupus nephritis")
    await ana.says("español")
    ana.sees("nefritis lúpica")
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}


@pytest.mark.parametrize("typed", ["menú", "english", "ayuda"])
async def test_words_for_ways_count_where_no_question_stands(polling: World, typed: str) -> None:
    ana = polling.person()
    await ana.says("/start")
    await ana.says(typed)
    assert "no question is open" not in ana.card.text.lower()
    assert "ninguna pregunta abierta" not in ana.card.text
    ana.sees_only_the_card()


async def test_an_echo_on_a_result_says_the_way_back(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.says("no tengo lupus")
    assert world.conversation.view(world.state(ana)).results
    ana.sees("He entendido: «No tengo lupus».", "Si no es así, toque «Revisar mis respuestas».")
    await ana.taps("Revisar mis respuestas")
    await ana.taps("1")
    ana.sees("nefritis lúpica")


async def test_a_private_answer_is_not_repeated(ana: Person, world: World) -> None:
    await ana.begins()
    await world.fits_until(ana, "cancer")
    await ana.says("no")
    assert world.state(ana).answers[QuestionId("cancer")] == "no"
    ana.sees("Es privada, así que no la repito", "toque «Atrás»")
    assert "He entendido" not in ana.card.text
    await ana.taps("Atrás")
    await ana.taps("No")
    assert "✓" not in ana.card.text
