"""Warnings for what a text should not say: another language, another number, a hint, another study, another item."""

import shutil
from pathlib import Path

import pytest
from studies import SHIPPED, write_example

from bot.commands.check import checked
from criteria.catalogue import load
from criteria.languages import Language
from criteria.misprints.hints import hint
from criteria.misprints.translation import meant_language, small_words

KNEE = Path(__file__).parent / "sound" / "knee_pain"
STUDY, QUESTIONS = "NCT00000001.yaml", "questions.yaml"
ADULT = "needs: age >= 18"


@pytest.fixture
def knee(tmp_path: Path) -> Path:
    return shutil.copytree(KNEE, tmp_path / "knee_pain")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def told(folder: Path) -> list[str]:
    return [str(one).partition(": ")[2].removeprefix("warning: ") for one in checked(folder).faults]


# The language of a text, and its numbers


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (QUESTIONS, "¿Cuándo le hicieron la última resonancia?", "When did you have your last MRI scan?",
         "last_scan.ask.es: the text in `es` seems to be written in `en`: is it not translated?"),
        (QUESTIONS, "The report shows the date.", "La fecha está en el informe.",
         "last_scan.help.en: the text in `en` seems to be written in `es`: is it not translated?"),
        (QUESTIONS, "Pain on most days counts.", "Drink 100 ml of water.",
         "pain.help: the text in `en` says 100, and that in `es` does not: is that meant?"),
        (STUDY, "It tests a bandage.", "It tests a bandage for 12 weeks.",
         "summary: the text in `en` says 12 weeks, and that in `es` does not: is that meant?"),
    ],
)  # fmt: skip
def test_a_text_that_its_other_language_does_not_say_is_told(
    knee: Path, file: str, old: str, new: str, message: str
) -> None:
    change(knee / file, old, new)
    assert told(knee) == [message]


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("Drink 1.5 litres in 24 hours.", "Beba 1,5 litros en 24 horas."),
        ("A 24-hour urine of 1,000 mg.", "Orina de 24 horas, de 1.000 mg."),
        ("Two of these, in the last 12 months.", "Dos de estas, en el último año."),
        ("Within 14 days.", "En un plazo de 2 semanas."),
        ("Class 3 (2003).", "Clase 3."),
    ],
)
def test_what_both_say_in_their_own_way_is_left_alone(knee: Path, en: str, es: str) -> None:
    change(knee / QUESTIONS, "Full years are enough.", en)
    change(knee / QUESTIONS, "Basta con los años cumplidos.", es)
    assert told(knee) == []


@pytest.mark.parametrize("text", ["…", "- -", "?!"])
def test_a_text_without_a_letter_or_digit_is_refused(knee: Path, text: str) -> None:
    change(knee / QUESTIONS, "Full years are enough.", text)
    assert told(knee) == [f"age.help.en: `{text}` says nothing: write this text"]
    assert not checked(knee).passed


def test_a_short_text_or_one_with_a_name_in_it_has_the_language_that_it_says() -> None:
    assert meant_language("Hospital de La Paz", "en") == "es"
    assert meant_language("The study at Hospital de La Paz", "en") is None
    assert meant_language("SLEDAI-2K", "es") is None
    assert meant_language("Le texte de la page", "fr") is None, "a language that nobody has described"


def test_no_small_word_belongs_to_two_languages() -> None:
    known = small_words()
    assert not known["en"] & known["es"]


# Hints


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Stop smoking and ask again in 6 months."),
        ("en", "Once you have stopped rituximab for a year, ask again."),
        ("en", "You may ask again after coming off the medicine."),
        ("en", "Ask your doctor to lower the dose."),
        ("en", "Time may change this. Please ask for a new biopsy."),
        ("en", "Come back six months after the last dose."),
        ("en", "After some time without the medicine you may fit."),
        ("en", "Your scan can be put off until then."),
        ("en", "It is best to put off your scan."),
        ("es", "Vuelva seis meses después de la última dosis."),
        ("es", "Espere a que abra el estudio."),
        ("es", "Deje de fumar y vuelva a preguntar en 6 meses."),
        ("es", "Si deja el rituximab un año, vuelva a preguntar."),
        ("es", "Puede volver a preguntar después de suspender el medicamento."),
        ("es", "Pida a su médico una nueva biopsia."),
    ],
)
def test_a_hint_to_start_stop_or_change_something_is_found(language: Language, text: str) -> None:
    assert hint(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Please do not stop or change any medicine for a study."),
        ("en", "If you were told less than 12 months ago, you can ask again when 12 months have passed."),
        ("en", "The study measures this value anew; it may rise or fall."),
        ("en", "The registry has changed this rule since: 1.5 is 2 now."),
        ("es", "Por este resultado no empiece, no deje ni cambie ningún medicamento."),
        ("es", "Este número puede subir o bajar."),
        ("es", "El registro cambió esta regla después."),
        ("en", "You may skip this question."),
        ("fr", "Arrêtez de fumer."),
    ],
)
def test_a_warning_against_it_or_what_time_changes_is_none(language: Language, text: str) -> None:
    assert hint(text, language) is None


@pytest.mark.parametrize("field", ["later", "note", "changed"])
def test_a_hint_beside_a_result_is_told(knee: Path, field: str) -> None:
    text = '{en: "Stop smoking and ask again.", es: "Vuelva a preguntar más adelante."}'
    change(knee / STUDY, ADULT, f"{ADULT}\n    {field}: {text}")
    (one,) = told(knee)
    assert one.startswith(f"criteria.adult.{field}: the text in `en` may be read as a hint")


# How long, and how long ago


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("When was your last scan?", "How long have you had this scan?", ["en"]),
        ("¿Cuándo le hicieron la última resonancia?", "¿Cuánto tiempo lleva con la resonancia?", ["es"]),
        ("When was your last scan?", "About how long ago was your last scan?", []),
        ("¿Cuándo le hicieron la última resonancia?", "¿Cuánto tiempo hace de la última resonancia?", []),
    ],
)
def test_a_question_how_long_something_lasts_does_not_go_with_how_long_ago(
    knee: Path, old: str, new: str, found: list[str]
) -> None:
    change(knee / QUESTIONS, old, new)
    buttons = "the buttons say how long ago it was: ask “When …?”"
    assert told(knee) == [
        f"last_scan.ask: the text in `{one}` asks how long something lasts, and {buttons}" for one in found
    ]


# Addresses, days, items


def test_the_address_of_another_study_is_told(knee: Path) -> None:
    change(knee / STUDY, "study/NCT00000001", "study/NCT00000002")
    assert told(knee) == ["record.url: the address names NCT00000002, and the study is NCT00000001: is that meant?"]
    change(knee / STUDY, "clinicaltrials.gov/study/NCT00000002", "eudract.europa.eu/2031-500001-11-00")
    assert told(knee) == []


@pytest.mark.parametrize(("asked", "is_told"), [("2026-01-29", True), ("2026-01-30", False), ("2126-01-30", False)])
def test_what_was_asked_or_approved_before_the_record_is_told(knee: Path, asked: str, *, is_told: bool) -> None:
    change(knee / STUDY, "recruiting: {status: open}", f'recruiting: {{status: open, date: "{asked}"}}')
    message = f"recruiting.date: last asked on {asked}, before the version of the record, 2026-01-30: is that meant?"
    assert told(knee) == ([message] if is_told else [])
    approval = f'{{committee: {{en: C, es: C}}, reference: R, date: "{asked}", fingerprint: 0123456789abcdef}}'
    change(knee / STUDY, "approval: null", f"approval: {approval}")
    assert any("the approval is of" in one for one in told(knee)) is is_told


def test_two_criteria_that_cite_each_others_items_are_told(tmp_path: Path) -> None:
    write_example(tmp_path)
    study = tmp_path / "asthma" / "DEMO-2031-07.yaml"
    assert not [one for one in told(tmp_path / "asthma") if "exchanged" in one]
    change(study, "  - id: inhaled_steroids\n    from: inclusion 3", "  - id: inhaled_steroids\n    from: exclusion 3")
    change(study, "  - id: not_pregnant\n    from: exclusion 3", "  - id: not_pregnant\n    from: inclusion 3")
    assert [one for one in told(tmp_path / "asthma") if "exchanged" in one] == [
        (
            "criteria.inhaled_steroids.from: its words are those of inclusion 3, and those of `not_pregnant` are of this "
            "item: are the two exchanged?"
        )
    ]


def test_what_is_right_has_no_warning(knee: Path) -> None:
    assert (told(knee), SHIPPED.warnings, load(KNEE).warnings) == ([], (), ())
