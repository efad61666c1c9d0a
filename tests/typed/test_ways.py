"""Words for the ways: menu, help, back, stop, another language, what does this mean, why."""

import pytest
from corpora import QUESTIONS, read

from bot.typed.reading import Way

WAYS = {
    Way.MENU: ["menú", "menu", "Menú.", "el menú, por favor", "main menu", "quiero ver el menú", "options"],
    Way.HELP: ["ayuda", "¡Ayuda!", "help", "necesito ayuda", "how does this work?"],
    Way.BACK: [
        "atrás",
        "volver",
        "back",
        "go back",
        "me equivoqué",
        "undo",
        "quiero cambiar mi respuesta",
        "take me back",
        "vuelve atrás",
    ],
    Way.STOP: [
        "stop",
        "parar",
        "salir",
        "quiero parar",
        "quit",
        "adiós",
        "borrar todo",
        "delete everything",
        "I don't want to continue",
        "ya no quiero",
    ],
    Way.LANGUAGE: ["english", "inglés", "español", "in English, please", "idioma", "change language", "Spanish"],
    Way.MEANING: [
        "¿qué significa esto?",
        "que significa esto",
        "what does this mean?",
        "no entiendo",
        "?",
        "¿¿??",
        "what's this",
        "¿dónde lo encuentro?",
        "no la entiendo",
    ],
    Way.WHY: [
        "¿por qué?",
        "why",
        "why do you ask?",
        "por qué me lo pregunta",
        "¿y eso para qué?",
        "why do you need that",
    ],
}


@pytest.mark.parametrize(("way", "text"), [(way, text) for way, texts in WAYS.items() for text in texts])
def test_words_for_the_ways_are_understood_under_every_question(way: Way, text: str) -> None:
    for question in QUESTIONS:
        assert read(question, text).way is way, question


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("upcr", "¿qué es proteína/creatinina?"), ("surgery", "qué es una operación importante"), ("sediment", "what are casts?"),
        ("sediment", "what does casts mean"), ("pressure_medicine", "what is -pril"), ("sledai", "qué significa SLEDAI-2K"),
    ],
)  # fmt: skip
def test_who_asks_what_a_word_of_the_question_means_is_told(question: str, text: str) -> None:
    assert read(question, text).way is Way.MEANING


@pytest.mark.parametrize(
    "text", ["qué es la hora", "what is your name", "what is", "qué es operación hepatitis", "casts mean"]
)
def test_what_another_word_means_is_not_asked_here(text: str) -> None:
    assert read("sediment", text).way is None


def test_a_language_that_is_named_is_told() -> None:
    assert {text: read("age", text).language for text in ("english", "inglés", "Español", "spanish", "idioma")} == {
        "english": "en", "inglés": "en", "Español": "es", "spanish": "es", "idioma": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "no ayuda",
        "I need no help with the stop",
        "menú del día",
        "stop 34",
        "english muffin",
        "por qué no",
        "quiero 34",
        "I want to be 34",
        "? 34",
    ],
)
def test_more_than_the_words_of_a_way_is_no_way(text: str) -> None:
    assert read("age", text).way is None
