"""The chat as people know it: taps, the study's link, languages, the result; by polling and by a webhook."""

import pytest
from cases import decided, meant
from person import Person
from telegram_world import CHANNELS, World

from bot.conversation.state import Screen
from criteria.condition import Case
from criteria.expression import UNSURE, QuestionId

pytest_plugins = ["telegram_fixtures"]


async def test_a_greeting_and_a_first_question_in_one_message(ana: Person) -> None:
    await ana.says("/start")
    ana.sees("Hola")
    await ana.chooses("Células de médula")
    ana.sees("Antes de empezar", "Demostración")
    await ana.taps("Acepto")
    ana.sees("nefritis lúpica", "hasta ")
    await ana.taps("Sí, el lupus")
    ana.sees("¿Cuántos años tiene?")
    ana.sees_only_the_card()


async def test_a_tap_edits_the_card_and_leaves_no_trail(ana: Person) -> None:
    await ana.begins()
    card = ana.card.id
    await ana.taps("Sí, el lupus")
    await ana.taps("18 años o más")
    assert ana.card.id == card
    ana.sees_only_the_card()


async def play(world: World, person: Person, case: Case) -> None:
    """Tap the case's answers, unsure where it tells none, until everything is settled."""
    while (replay := world.conversation.replay(world.state(person))) and (question := replay.question):
        known = (*question.answers, UNSURE)
        place = known.index(meant(question, case))
        await person.presses(world.answer(person, place), person.card)


async def test_every_case_comes_to_the_decision_that_the_criteria_give(world: World) -> None:
    for condition in world.catalogue.conditions.values():
        for case in condition.cases[:8]:
            for name in case.text.expect:
                study = next(one for one in condition.studies.values() if one.id == name)
                person = world.person(language="en")
                await person.begins(study.id)
                await play(world, person, case)
                replay = world.conversation.replay(world.state(person))
                assert replay is not None
                assert [one.verdict for one in replay.decisions] == [decided(condition, study.id, case)]
                assert study.id in person.card.text
                person.sees_only_the_card()


@pytest.mark.parametrize(
    ("code", "greeting"), [("es-CL", "Hola"), ("en-GB", "Hello"), ("de", "Hello"), ("gl", "Hola"), (None, "Hola")]
)
async def test_the_greeting_speaks_the_language_of_the_telegram_app(polling: World, code: str, greeting: str) -> None:
    person = polling.person(language=code)
    await person.says("/start")
    person.sees(greeting)


async def test_the_language_changes_without_losing_an_answer(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.taps("Sí, el lupus")
    before = world.state(ana).answers
    await ana.taps("Menú")
    await ana.taps("Go on in English")
    await ana.taps("Go on with the questions")
    ana.sees("How old are you?")
    await ana.says("/language")
    ana.sees("¿Cuántos años tiene?")
    assert world.state(ana).answers == before
    ana.sees_only_the_card()


async def test_a_link_opens_its_study_and_counts_its_channel(ana: Person, world: World) -> None:
    await ana.says("/start NCT03673748_poster")
    ana.sees("Antes de empezar", "NCT03673748")
    state = world.state(ana)
    assert state.channel == CHANNELS["poster"]
    assert state.subject is not None
    assert state.subject.study == "NCT03673748"


async def test_an_unknown_channel_counts_as_none_and_an_unknown_study_greets(ana: Person, world: World) -> None:
    await ana.says("/start nct03917797_nobody")
    ana.sees("NCT03917797")
    assert world.state(ana).channel == 0
    await ana.says("/start NCT99999999_poster")
    ana.sees("Hola")
    await ana.says("/start " + "x" * 3000)
    ana.sees("Hola")


async def test_help_and_reasons_open_and_close_in_place(ana: Person) -> None:
    await ana.begins()
    question = ana.card.text
    await ana.taps("¿Qué significa esto?")
    ana.sees("biopsia de riñón")
    await ana.taps("Atrás")
    assert ana.card.text == question
    await ana.taps("¿Por qué se pregunta?")
    ana.sees("Su respuesta ayuda a comprobar esto")


async def test_an_answer_is_changed_from_the_review(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.taps("Sí, el lupus")
    await ana.taps("18 años o más")
    await ana.taps("Mis respuestas")
    ana.sees("1. ", "Su respuesta: 18 años o más")
    await ana.taps("2")
    ana.sees("¿Cuántos años tiene?")
    assert any("✓" in label for label in ana.labels)
    await ana.taps("Menos de 18")
    assert world.state(ana).answers[QuestionId("age")] == "<18"


async def test_a_long_notice_cannot_be_agreed_to_before_its_end(ana: Person, world: World) -> None:
    await ana.says("/start")
    await ana.chooses("Los dos")
    while "Acepto. Empezar" not in ana.labels:
        await ana.taps("Página siguiente")
    assert world.state(ana).screen is Screen.MAIN


async def test_a_result_comes_in_pages_and_the_sheet_as_message_and_file(ana: Person, world: World) -> None:
    await ana.begins()
    while "Hoja para su médico" not in ana.labels:
        await ana.taps("No lo sé / Prefiero no decirlo")
    ana.sees("Página 1 de 2", "¿Embarazada, o quizá?")
    first = ana.card.text
    await ana.taps("Página siguiente")
    ana.sees("Página 2 de 2", "Lo revisa el equipo del estudio", "Solo el equipo del estudio decide")
    await ana.taps("Página anterior")
    assert ana.card.text == first
    await ana.taps("Hoja para su médico")
    await ana.taps("This sheet in English")
    ana.sees("For your doctor")
    await ana.taps("Enviarla")
    *kept, file, card = ana.theirs
    assert card.id == ana.card.id
    assert all(message.text.startswith("For your doctor") for message in kept)
    assert file.file is not None
    assert b"NCT03673748" in file.file[1]
    assert file.file[0] == "sheet-for-my-doctor.html"
    for message in (*kept, file):
        await ana.taps("Quitar este mensaje", message)
    ana.sees_only_the_card()
    assert world.server.refusals == []


async def test_a_review_prints_no_private_answer_and_a_tap_on_the_number_shows_it(ana: Person) -> None:
    await ana.begins()
    while "Hoja para su médico" not in ana.labels:
        await ana.taps("No lo sé / Prefiero no decirlo")
    await ana.taps("Revisar mis respuestas")
    if "Página siguiente" in ana.labels:
        await ana.taps("Página siguiente")
    told = ana.card.text.count("Su respuesta no se muestra aquí; toque el número para verla.")
    assert told == 3


async def test_two_results_are_told_apart_and_each_seen_in_full(ana: Person) -> None:
    await ana.says("/start")
    await ana.chooses("Los dos")
    await ana.taps("Acepto")
    while "No lo sé / Prefiero no decirlo" in ana.labels:
        await ana.taps("No lo sé / Prefiero no decirlo")
    await ana.taps("NCT03917797: Detalles")
    ana.sees("Células de cordón umbilical · NCT03917797")


async def test_each_question_as_a_new_message_for_who_listens_to_the_chat(ana: Person, world: World) -> None:
    await ana.begins()
    await ana.taps("Menú")
    await ana.taps("Cada pregunta en un mensaje nuevo")
    seen = {ana.card.id}
    for label in ("Sí, el lupus", "18 años o más", "Atrás", "18 años o más"):
        await ana.taps(label)
        ana.sees_only_the_card()
        assert ana.card.id not in seen
        seen.add(ana.card.id)
    await ana.says("/start")
    await ana.taps("Empezar de nuevo")
    assert world.state(ana).wished
    await ana.taps("Menú")
    await ana.taps("Todo en un solo mensaje")
    card = ana.card.id
    await ana.taps("Nefritis lúpica")
    assert ana.card.id == card


async def test_what_was_taken_is_told_once_with_the_state_it_led_to(ana: Person, world: World) -> None:
    await ana.begins()
    world.reached.clear()
    await ana.taps("Sí, el lupus")
    await ana.says("34")
    assert [dict(state.answers) for state, _ in world.reached] == [
        {"lupus_kidney": "kidneys"},
        {"lupus_kidney": "kidneys", "age": ">=18"},
    ]
