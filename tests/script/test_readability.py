"""The formulas of readability, against counts made by hand and the order that their scales give."""

import pytest

from bot.script.readability import FORMULAS, counts, english_syllables, spanish_syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("cat", 1),
        ("kidney", 2),
        ("biopsy", 3),
        ("made", 1),
        ("table", 2),
        ("treated", 2),
        ("looked", 1),
        ("eligible", 4),
    ],
)
def test_english_syllables(word: str, syllables: int) -> None:
    assert english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("sol", 1),
        ("riñón", 2),
        ("biopsia", 2),
        ("día", 2),
        ("cuándo", 2),
        ("pregunta", 3),
        ("guerra", 2),
        ("que", 1),
        ("quien", 1),
        ("estudio", 3),
        ("médula", 3),
        ("leer", 2),
        ("oír", 2),
        ("muy", 1),
        ("yo", 1),
        ("huella", 2),
        ("ciudad", 2),
        ("aéreo", 4),
    ],
)
def test_spanish_syllables(word: str, syllables: int) -> None:
    assert spanish_syllables(word) == syllables


def test_words_and_sentences_are_counted() -> None:
    found = counts(["How old are you? Full years are enough.", "Yes"], FORMULAS["en"])
    assert (found.words, found.sentences, found.syllables) == (9, 3, 10)


def test_flesch_is_what_the_formula_gives() -> None:
    found = counts(["The cat sat on the mat."], FORMULAS["en"])
    assert FORMULAS["en"].score(found) == pytest.approx(206.835 - 1.015 * 6 - 84.6)


def test_inflesz_is_what_the_formula_gives() -> None:
    found = counts(["El sol sale hoy."], FORMULAS["es"])
    assert (found.words, found.syllables) == (4, 5)
    assert FORMULAS["es"].score(found) == pytest.approx(206.835 - 62.3 * 5 / 4 - 4)


@pytest.mark.parametrize(
    ("language", "easy", "hard"),
    [
        (
            "en",
            "You may stop at any time.",
            "Participation necessitates comprehensive immunosuppressive documentation.",
        ),
        ("es", "Puede parar cuando quiera.", "La participación requiere documentación inmunosupresora pormenorizada."),
    ],
)
def test_plain_words_score_higher(language: str, easy: str, hard: str) -> None:
    formula = FORMULAS[language]
    assert formula.score(counts([easy], formula)) > formula.plain_from > formula.score(counts([hard], formula))
