"""Typed answers: what is understood, in both languages, and what is not guessed at."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.cards.context import About, CardContext
from bot.conversation.cards.labels import answer_label
from bot.conversation.wording import Wording
from bot.faces.telegram.abilities import FACE as TELEGRAM
from bot.typed.answers import Typed
from bot.typed.numbers import Unread
from criteria.catalogue import load
from criteria.condition import ConditionId
from criteria.expression import UNSURE, QuestionId
from criteria.languages import LANGUAGES
from criteria.question import Question
from criteria.screening import asked_questions

HOUR = 495_000
SHIPPED = load()
CONTEXT = CardContext(SHIPPED, Wording(TELEGRAM.texts), About(TELEGRAM))
TYPED = Typed(CONTEXT)
QUESTIONS = asked_questions(SHIPPED.conditions[ConditionId("lupus_nephritis")])

UNDERSTOOD = {
    "age": {
        "18..75": "34, 34 años, tengo 34 años, I am 34, 34 years old, 75, de 18 a 75 años, 18, I'm 34 years old!, 34.",
        ">75": "76, más de 80, over 75, 80 or older, 80 o más",
        "<18": "17, younger than 18, menor de 18, menos de 18 años, 0",
        UNSURE: "no sé, no lo sé, No lo sé!, not sure, I don't know, idk, ni idea, prefiero no decirlo, rather not say",
    },
    "last_biopsy": {
        ">12": "more than a year ago, hace más de un año, 2019, en 2019, hace 10 años, 5 years, hace año y medio",
        "6..12": "a year ago, hace un año, 6 to 12 months ago, entre 6 y 12 meses, hace 8 meses, half a year ago",
        "<6": "hace 3 meses, 3 months ago, less than 6 months, menos de 6 meses, 2 weeks ago, hace 20 dias, hace un mes",
        "never": "never, nunca, I have never had one, nunca me la hicieron, Nunca me han hecho una",
    },
    "upcr": {"<1": "0.8 g/g, 800 mg/g, 90 mg/mmol", ">=1": "1.2 g / g, más de 1 g/g, 2000 mg/g, 1 g/g"},
    "egfr": {">=40": "55, más de 60, > 90 ml/min, 41.5", "<40": "35 mL/min/1.73 m², menos de 30"},
    "sledai": {">=6": "8, 6 points, 12 puntos", "<6": "5"},
    "lupus_kidney": {
        "kidneys": "yes, sí, si, lupus has afected my kidneys",
        "lupus_only": "tengo lupus pero no en los riñones, tengo lupus pero no en el riñon",
        "no_lupus": "no tengo lupus, I do not have lupus, don't have lupus",
    },
    "childbearing": {
        "pregnant": "I am pregnant, pregnant, embarazada, estoy embarasada",
        "breastfeeding": "I am breastfeding, doy el pecho, lactancia",
    },
    "kidney_class": {"iii_or_iv": "III or IV, iii o iv"},
    "transplant": {
        "no": "no, nope, no nunca, nunca",
        "yes": "si, yes, Sí, claro",
        UNSURE: "no se, skip, no me acuerdo",
    },
    "infections": {"listed": "HIV, vih, hepatitis C", "none_known": "no, ninguna, none that I know of"},
    "kidney_treatment": {
        "three_months": "3 months or more, 3 meses o mas",
        "under_three_months": "less than 3 months, menos de 3 meses",
        "none_so_far": "no",
    },
}
NOT_GUESSED = {
    "age": "34.5, -3, 200, hola, 12 meses, 75 o más, 34 no 35, my name is Ana, 18 de mayo, ?, 34/35, 1e9",
    "last_biopsy": "more than 6 months ago, last year, no, hace unos 6 meses, casi un año, 12/03/2024, yes, 2150",
    "upcr": "1.000 mg/g, 1.2 mg, 3 g/l, high",
    "egfr": "60 mg, normal, 300",
    "lupus_kidney": "no, I have lupus, lupus, tengo",
    "childbearing": "not pregnant, si, yes, no estoy embarazada",
    "kidney_class": "V, IV, III, only V, class IV, yes",
    "transplant": "maybe, no tengo, not yet, kidney, si y no",
    "kidney_treatment": "more than 3 months, yes, 3",
    "infections": "hepatitis B, yes, B, tb",
}


def cases(table: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    return [
        (question, text, answer)
        for question, answers in table.items()
        for answer, texts in answers.items()
        for text in texts.split(", ")
    ]


def read(question: str, text: str) -> str | Unread:
    return TYPED.read(QUESTIONS[QuestionId(question)], {}, text, HOUR)


@pytest.mark.parametrize(("question", "text", "answer"), cases(UNDERSTOOD))
def test_what_is_typed_is_understood(question: str, text: str, answer: str) -> None:
    assert read(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text"), [(question, text) for question, texts in NOT_GUESSED.items() for text in texts.split(", ")]
)
def test_what_is_not_clear_is_not_guessed(question: str, text: str) -> None:
    assert isinstance(read(question, text), Unread)


@pytest.mark.parametrize(("question", "text"), [("upcr", "0.8"), ("upcr", "más de 1"), ("last_biopsy", "3")])
def test_a_number_whose_unit_is_missing_says_so(question: str, text: str) -> None:
    assert read(question, text) is Unread.UNIT


def test_a_year_that_has_begun_in_the_east_is_known() -> None:
    biopsy, hour = QUESTIONS[QuestionId("last_biopsy")], int(datetime(2027, 12, 31, 23, tzinfo=UTC).timestamp()) // 3600
    assert TYPED.read(biopsy, {}, "2028", hour) == "<6", "in Madrid it is midnight"
    assert TYPED.read(biopsy, {}, "2028", hour - 14) is Unread.UNIT, "nowhere is it 2028 yet"


def labels(question: Question) -> list[tuple[str, str]]:
    return [
        (answer, answer_label(CONTEXT, language, question, answer))
        for answer in (*question.answers, UNSURE)
        for language in LANGUAGES
    ]


@pytest.mark.parametrize("question", list(QUESTIONS))
def test_every_button_can_be_typed_as_it_reads(question: QuestionId) -> None:
    for answer, label in labels(QUESTIONS[question]):
        for text in (label, label.upper(), label.rstrip("."), f" {label}! "):
            assert read(question, text) == answer


ALL = [(key, answer, label) for key, question in QUESTIONS.items() for answer, label in labels(question)]


@given(st.sampled_from(ALL), st.data())
def test_a_typing_error_never_becomes_another_answer(one: tuple[QuestionId, str, str], data: st.DataObject) -> None:
    question, answer, label = one
    letters = [at for at, char in enumerate(label) if char.isalpha()]
    at = data.draw(st.sampled_from(letters))
    other = data.draw(st.sampled_from(["", label[at] * 2, "x", "e"]))
    found = read(question, label[:at] + other + label[at + 1 :])
    assert found == answer or isinstance(found, Unread)


@given(st.sampled_from(list(QUESTIONS)), st.text(max_size=300))
def test_nothing_that_is_typed_can_break_it(question: QuestionId, text: str) -> None:
    found = read(question, text)
    assert isinstance(found, Unread) or found in (*QUESTIONS[question].answers, UNSURE)


@given(st.floats(0, 120).map(lambda value: round(value, 2)), st.sampled_from([".", ","]))
def test_a_number_lands_where_the_criteria_put_it(value: float, sign: str) -> None:
    question = QUESTIONS[QuestionId("egfr")]
    assert read("egfr", f"{value:.2f}".replace(".", sign)) == question.answer(question.read(value))
