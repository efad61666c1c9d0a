"""Ranges and intervals: limits in days, weeks, months and years at once, calendar days, and answers beside numbers."""

from datetime import date
from typing import Any

import pytest
from corpora import CONTEXT, HOUR, outcome

from bot.typed.reader import Reader
from bot.typed.reading import Hint, Reading
from criteria import model
from criteria.expression import QuestionId, Time, TimeUnit
from criteria.number import Cut
from criteria.question import Question, QuestionDefinition

TEXT = {"en": "x", "es": "x"}
READER = Reader(CONTEXT)


def question(cuts: list[Cut], **fields: Any) -> Question:
    text = model.Question.model_validate({"ask": TEXT, "help": TEXT, **fields})
    return QuestionDefinition(QuestionId("x"), text, model.Text.model_validate(TEXT)).asked(cuts)


def read(asked: Question, text: str) -> str:
    return outcome(READER.read(asked, text, "es", HOUR))


MONTHS = {"unit": "months_ago", "from": 0, "to": 600}
THIRTY_DAYS = Cut(30 / 30.436875, above=True, written=Time(30.0, TimeUnit.DAYS))


def test_a_limit_in_days_is_exact_for_days_and_rough_for_months() -> None:
    asked = question([THIRTY_DAYS, Cut(6.0, above=False)], number=MONTHS)
    near, between, far = asked.answers
    assert {text: read(asked, text) for text in ("30 días", "29 días", "31 días", "4 semanas", "5 semanas")} == {
        "30 días": f"take {near}", "29 días": f"take {near}", "31 días": f"take {between}",
        "4 semanas": f"take {near}", "5 semanas": f"take {between}",
    }  # fmt: skip
    assert {text: read(asked, text) for text in ("1 mes", "2 meses", "6 meses", "5 meses", "180 días", "hace un año")} == {
        "1 mes": "nothing", "2 meses": f"take {between}", "6 meses": f"take {far}", "5 meses": f"take {between}",
        "180 días": "nothing", "hace un año": f"take {far}",
    }  # fmt: skip


def test_a_limit_in_years_is_exact_for_months() -> None:
    asked = question([Cut(24.0, above=True, written=Time(2.0, TimeUnit.YEARS))], number=MONTHS)
    near, far = asked.answers
    assert [read(asked, text) for text in ("2 años", "24 meses", "25 meses", "2 años y 1 mes")] == [
        f"take {near}", f"take {near}", f"take {far}", f"take {far}",
    ]  # fmt: skip


def test_calendar_days_are_taken_where_all_of_them_lie_on_one_side() -> None:
    limit = Cut(float(date(2021, 7, 26).toordinal()), above=False)
    asked = question([limit], date={})
    before, after = asked.answers
    expected = {
        "25/07/2021": before, "26/07/2021": after, "2020": before, "agosto de 2021": after, "ayer": after,
        "antes de 2021": before, "después de agosto de 2021": after, "2030": after, "26.07.2021": after,
    }  # fmt: skip
    assert {text: read(asked, text) for text in expected} == {
        text: f"take {answer}" for text, answer in expected.items()
    }
    for text in ("2021", "julio de 2021", "34", "hace 3 meses", "25/07/2021 no", "-2020", "31/02/2020", "1700", "0000"):
        assert read(asked, text) == "nothing"
    assert read(asked, "en mayo") == f"ask {after}"


def test_an_answer_that_is_no_number_is_known_by_its_words() -> None:
    other = {
        "not_measured": {"en": "It could not be measured", "es": "No se pudo medir", "say": {"es": ["no medible"]}}
    }
    asked = question(
        [Cut(5.0, above=False)], number={"unit": {"en": "g/L", "es": "g/l"}, "from": 0, "to": 90}, other_answers=other
    )
    expected = {
        "no medible": "take not_measured",
        "No se pudo medir": "take not_measured",
        "4 g/l": "take <5",
        "60 dg/l": "take >=5",
    }
    assert {text: read(asked, text) for text in expected} == expected
    assert read(asked, "no se pudo medir 4") == "nothing"


@pytest.mark.parametrize("text", ["3 months ago", "hace 3 meses", "3"])
def test_a_condition_in_one_language_is_read_in_that_language_and_the_common_words_in_all(text: str) -> None:
    one = {"es": "x"}
    asked = QuestionDefinition(
        QuestionId("y"),
        model.Question.model_validate(
            {"ask": one, "help": one, "number": MONTHS, "never": {"es": "Nunca la tuve"}},
            context={"languages": ("es",)},
        ),
        model.Text.model_validate(one, context={"languages": ("es",)}),
    ).asked([Cut(6.0, above=False)])
    found = READER.read(asked, text, "es", HOUR)
    assert found == (Reading(hint=Hint.UNIT) if text == "3" else Reading(taken=asked.answers[0]))
