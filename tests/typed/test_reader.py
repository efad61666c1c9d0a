"""The reader's other promises: buttons as they read, letters, confirmation, what is never proposed, and days."""

from datetime import UTC, datetime

import pytest
from corpora import CONTEXT, HOUR, QUESTIONS, READER, outcome, read
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.cards.labels import answer_label
from bot.typed.reader import LONGEST, Reader
from bot.typed.reading import Hint, Reading
from criteria.expression import NEVER, UNSURE, AnswerId, QuestionId
from criteria.languages import LANGUAGES
from criteria.model.called import spelled_out
from criteria.question import Question


def labels(question: Question) -> list[tuple[str, str]]:
    return [
        (answer, answer_label(CONTEXT, language, question, answer))
        for answer in (*question.answers, UNSURE)
        for language in LANGUAGES
    ]


@pytest.mark.parametrize("question", list(QUESTIONS))
def test_every_button_can_be_typed_as_it_reads(question: QuestionId) -> None:
    for answer, label in labels(QUESTIONS[question]):
        for text in (label, label.upper(), label.rstrip("."), f" {label}! ", label.replace("í", "i")):
            assert read(question, text) == Reading(taken=AnswerId(answer))


@pytest.mark.parametrize("question", list(QUESTIONS))
def test_every_synonym_is_taken_for_its_answer_in_every_language(question: QuestionId) -> None:
    for answer, called in QUESTIONS[question].text.called.items():
        for word in (word for _, _, ways in spelled_out(called.say) for word in ways):
            for language in LANGUAGES:
                assert outcome(read(question, word, language)) == f"take {answer}", word


ALL = [(key, answer, label) for key, question in QUESTIONS.items() for answer, label in labels(question)]


@settings(max_examples=1500)
@given(st.sampled_from(ALL), st.data())
def test_a_typing_error_never_becomes_another_answer(one: tuple[QuestionId, str, str], data: st.DataObject) -> None:
    question, answer, label = one
    letters = [at for at, char in enumerate(label) if char.isalpha()]
    at = data.draw(st.sampled_from(letters))
    other = data.draw(st.sampled_from(["", label[at] * 2, "x", "e"]))
    found = read(question, label[:at] + other + label[at + 1 :])
    assert {found.taken, found.asked} <= {None, answer}


@settings(max_examples=500)
@given(st.sampled_from(list(QUESTIONS)), st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_nothing_that_is_typed_can_break_it(question: QuestionId, text: str, language: str) -> None:
    found = read(question, text, language)
    assert found.taken in (None, *QUESTIONS[question].answers, UNSURE)
    assert sum(part is not None for part in (found.taken, found.asked, found.hint, found.way)) == 1


@given(st.integers(500, 12_000).map(lambda value: value / 100), st.sampled_from([".", ",", "'"]))
def test_a_number_lands_where_the_criteria_put_it(value: float, sign: str) -> None:
    question = QUESTIONS[QuestionId("egfr")]
    assert read("egfr", f"{value:.2f}".replace(".", sign)).taken == question.answer(question.read(value))


@given(st.integers(0, 120), st.sampled_from(["{}", "{} años", "tengo {}", "I am {}", "{} years old", "{}."]))
def test_every_age_lands_where_the_criteria_put_it(age: int, said: str) -> None:
    question = QUESTIONS[QuestionId("age")]
    assert read("age", said.format(age)).taken == question.answer(question.read(age))


@given(st.integers(5, 90), st.sampled_from(["<", "<=", ">", ">=", "≤", "⩾"]))
def test_a_sign_of_comparison_is_understood_or_refused(value: int, sign: str) -> None:
    holds = {"<": float.__lt__, "<=": float.__le__, ">": float.__gt__, ">=": float.__ge__, "≤": float.__le__, "⩾": float.__ge__}  # fmt: skip
    question = QUESTIONS[QuestionId("egfr")]
    able = {
        question.answer(question.read(tenth / 10)) for tenth in range(2501) if holds[sign](tenth / 10, float(value))
    }
    found = read("egfr", f"{sign} {value}")
    assert found == (Reading(taken=able.pop()) if len(able) == 1 else Reading(hint=Hint.BUTTONS))


# Hints

HINTS = [
    ("upcr", "0.8", Hint.UNIT), ("upcr", "más de 1", Hint.UNIT), ("last_biopsy", "3", Hint.UNIT),
    ("egfr", "0,9", Hint.PLAUSIBLE), ("egfr", "1.73", Hint.PLAUSIBLE), ("upcr", "0,8 mg/g", Hint.PLAUSIBLE),
    ("age", "200", Hint.NUMBER), ("age", "34.5", Hint.NUMBER), ("egfr", "55%", Hint.NUMBER), ("egfr", "60 mg", Hint.NUMBER),
    ("age", "75+", Hint.BUTTONS), ("last_biopsy", "~6 meses", Hint.BUTTONS), ("last_biopsy", "last year", Hint.BUTTONS),
    ("age", "hola", Hint.UNCLEAR), ("age", "-34", Hint.UNCLEAR), ("age", "", Hint.UNCLEAR), ("age", "3" * 201, Hint.UNCLEAR),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "hint"), HINTS)
def test_what_is_not_taken_says_why(question: str, text: str, hint: Hint) -> None:
    assert read(question, text) == Reading(hint=hint)


def test_a_question_says_what_to_ask_about_an_unlikely_number() -> None:
    number = QUESTIONS[QuestionId("egfr")].text.number
    assert number is not None
    assert number.plausible is not None
    assert "creatinin" in number.plausible.ask.in_(LANGUAGES[0])


def test_a_story_is_not_read() -> None:
    assert read("age", "34" + " " * LONGEST) == Reading(hint=Hint.UNCLEAR)


# What is never proposed


@pytest.mark.parametrize("text", ["creo que VIH", "¿VIH?", "hepatitis CC", "la segunda"])
def test_private_answers_are_never_proposed(text: str) -> None:
    assert read("infections", text).asked is None


def test_an_answer_that_would_end_a_study_is_taken_where_it_is_certain_and_never_proposed() -> None:
    question = QUESTIONS[QuestionId("last_biopsy")]
    language = LANGUAGES[0]
    assert READER.read(question, "no", language, HOUR).asked == NEVER
    assert READER.read(question, "no", language, HOUR, ends={NEVER}) == Reading(hint=Hint.BUTTONS)
    assert READER.read(question, "never", language, HOUR, ends={NEVER}) == Reading(taken=NEVER)


# Letters


@pytest.mark.parametrize("text", ["b", "B", "b)", "la B", "opción b", "option B", "letra b", "B.", "answer B"])
def test_the_letter_of_a_button_is_taken(text: str) -> None:
    question = QUESTIONS[QuestionId("infections")]
    letters = dict(zip("ABC", question.answers, strict=True))
    assert READER.read(question, text, "es", HOUR, letters=letters).taken == question.answers[1]


@pytest.mark.parametrize("text", ["hepatitis B", "b?", "D", "no B", "B no", "A B", "-B", "bb"])
def test_what_only_holds_a_letter_is_not_taken(text: str) -> None:
    question = QUESTIONS[QuestionId("infections")]
    letters = dict(zip("ABC", question.answers, strict=True))
    assert READER.read(question, text, "es", HOUR, letters=letters).taken is None


# Confirmation


@pytest.mark.parametrize(
    "text", ["sí", "si", "Yes!", "sí, gracias", "👍", "claro", "yes, yes", "correcto", "that's right"]
)
def test_a_typed_yes_confirms(text: str) -> None:
    assert READER.confirms(text) is True


@pytest.mark.parametrize("text", ["no", "No.", "nope", "no, gracias", "👎", "❌", "nunca"])
def test_a_typed_no_refuses(text: str) -> None:
    assert READER.confirms(text) is False


@pytest.mark.parametrize(
    "text", ["", "34", "sí no", "¿sí?", "creo que sí", "yes but 34", "no sé", "sí " * 100, "hola", "sí 👎"]
)
def test_anything_else_neither_confirms_nor_refuses(text: str) -> None:
    assert READER.confirms(text) is None


# Days


@pytest.mark.parametrize("day", range(0, 366, 5))
def test_last_month_and_half_a_year_ago_mean_the_same_on_every_day_of_a_year(day: int) -> None:
    question, hour = QUESTIONS[QuestionId("last_biopsy")], HOUR + 24 * day
    for text, answer in (("el mes pasado", "<6"), ("ayer", "<6"), ("hace 8 meses", "6..12"), ("2019", ">12")):
        assert READER.read(question, text, "es", hour).taken == answer


def test_a_month_is_a_span_of_days_and_is_taken_only_where_all_of_them_lie_in_one_interval() -> None:
    found = {month: outcome(read("last_biopsy", f"{month}/2025")) for month in range(1, 13)}
    assert found == {
        **dict.fromkeys(range(1, 6), "take >12"), 6: "nothing", **dict.fromkeys(range(7, 12), "take 6..12"), 12: "nothing",
    }  # fmt: skip


def test_a_year_that_has_begun_in_the_east_is_known() -> None:
    biopsy, hour = QUESTIONS[QuestionId("last_biopsy")], int(datetime(2027, 12, 31, 23, tzinfo=UTC).timestamp()) // 3600
    assert READER.read(biopsy, "2028", "es", hour).taken == "<6", "in Madrid it is midnight"
    assert READER.read(biopsy, "2028", "es", hour - 14).taken is None, "nowhere is it 2028 yet"


def test_the_years_of_the_clock_do_not_matter_to_what_is_no_date() -> None:
    for hour in (0, 1, 10_000, 2_000_000):
        assert READER.read(QUESTIONS[QuestionId("age")], "34", "es", hour).taken == "18..75"


def test_two_readers_read_alike_and_a_reader_keeps_nothing_of_what_was_typed() -> None:
    reader = Reader(CONTEXT)
    question = QUESTIONS[QuestionId("infections")]
    first = reader.read(question, "tengo VIH y zzq", "es", HOUR)
    before = len(repr(vars(reader)))
    for text in ("zzq", "VIH zzq", "hepatitis C zzq", "zzq 34"):
        reader.read(question, text, "es", HOUR)
    assert reader.read(question, "tengo VIH y zzq", "es", HOUR) == first
    assert len(repr(vars(reader))) == before
    assert "zzq" not in repr(vars(reader))
