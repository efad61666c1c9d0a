"""Leaving the questions by /start or a link: it is asked first, or leads back; nobody loses answers without a word."""

import pytest
from person import Person
from telegram_world import CHANNELS, World

from bot.conversation.state import Screen

pytest_plugins = ["telegram_fixtures"]


async def halfway(ana: Person) -> None:
    await ana.begins()
    await ana.taps("Sí, el lupus")


async def test_start_asks_first_and_leads_back(ana: Person, world: World) -> None:
    await halfway(ana)
    await ana.says("/start")
    ana.sees("lleva 1 respuesta", "sus respuestas se pierden")
    ana.sees_only_the_card()
    await ana.taps("Seguir donde estaba")
    ana.sees("¿Cuántos años tiene?")
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}


async def test_start_begins_again_for_who_wants_it(ana: Person, world: World) -> None:
    await halfway(ana)
    await ana.says("/start")
    await ana.taps("Empezar de nuevo")
    ana.sees("Hola")
    assert world.state(ana).answers == {}
    ana.sees_only_the_card()


async def test_a_link_to_the_same_study_leads_back(ana: Person, world: World) -> None:
    await halfway(ana)
    await ana.says("/start NCT03673748_poster")
    ana.sees("¿Cuántos años tiene?")
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}


async def test_a_link_to_another_study_of_the_illness_asks_and_keeps_the_answers(ana: Person, world: World) -> None:
    await halfway(ana)
    await ana.says("/start NCT03917797")
    ana.sees("lleva 1 respuesta")
    assert "se pierden" not in ana.card.text
    await ana.taps("Abrir NCT03917797")
    state = world.state(ana)
    assert state.subject is not None
    assert state.subject.study == "NCT03917797"
    assert dict(state.answers) == {"lupus_kidney": "kidneys"}


@pytest.mark.parametrize("typed", ["sí", "no", "34", "menú", "Empezar de nuevo"])
async def test_what_is_typed_there_changes_nothing_and_answers_nothing(world: World, typed: str) -> None:
    ana = world.person()
    await halfway(ana)
    await ana.says("/start")
    await ana.says(typed)
    ana.sees("No he cambiado nada", "¿Cuántos años tiene?")
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}


async def test_it_is_asked_after_a_restart_too_where_the_card_is_replied_to(ana: Person, world: World) -> None:
    await halfway(ana)
    await ana.says("/start")
    asking = ana.card
    await world.stop()
    await world.start(world.mode)
    await ana.says("sí", reply_to=asking)
    assert dict(world.state(ana).answers) == {"lupus_kidney": "kidneys"}
    assert world.state(ana).screen is Screen.MAIN


@pytest.mark.parametrize(
    ("payload", "study", "channel"),
    [
        ("NCT03673748-poster", "NCT03673748", "poster"),
        ("NCT03673748_poster", "NCT03673748", "poster"),
        ("nct03673748-poster", "NCT03673748", "poster"),
        ("NCT03673748__poster", "NCT03673748", "poster"),
        ("NCT03673748_nobody", "NCT03673748", ""),
        ("NCT03673748-", "NCT03673748", ""),
        ("poster", None, "poster"),
        ("_poster", None, "poster"),
    ],
)
async def test_a_link_names_a_study_and_a_channel_with_either_sign(
    polling: World, payload: str, study: str | None, channel: str
) -> None:
    ana = polling.person()
    await ana.says(f"/start {payload}")
    state = polling.state(ana)
    assert (state.subject.study if state.subject else None) == study
    assert state.channel == CHANNELS.get(channel, 0)
    assert "No conozco el estudio" not in ana.card.text


@pytest.mark.parametrize("payload", ["NCT99999999", "NCT036737481", "NCT99999999-poster", "x" * 64, "i-nothing"])
async def test_a_link_to_what_is_not_here_is_told(polling: World, payload: str) -> None:
    ana = polling.person()
    await ana.says(f"/start {payload}")
    ana.sees("No conozco el estudio que nombra su enlace", "Hola")
