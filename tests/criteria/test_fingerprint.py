"""The fingerprint of a study's wording moves with its words and rules, and with nothing that may change without approval."""

from typing import Any

import pytest
from pydantic import ValidationError
from studies import LUPUS, SANTIAGO, VALLADOLID

from criteria import model
from criteria.fingerprint import fingerprint, moved, wording

SITE = {
    "place": {"en": "Here", "es": "Aquí"},
    "country": {"en": "Spain", "es": "España"},
    "unit": {"en": "U", "es": "U"},
}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "+34 983 420 400"),
        ("phone", "+56 2 2354 3000"),
        ("mail", "study.team@example.org"),
        ("hours", "mo-fr 09:00-14:00"),
        ("hours", ["mo-th 09:00-17:30", "fr 09:00-14:00"]),
    ],
)
def test_what_stands_outside_has_a_form(field: str, value: object) -> None:
    assert getattr(model.Site.model_validate(SITE | {field: value}), field)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "983 420 400"),
        ("phone", "+34 983 420 400, and you get well"),
        ("mail", "the best team <study@example.org>"),
        ("mail", "study"),
        ("hours", "Every day, for the best treatment there is"),
        ("hours", "mo-fr 9-14"),
        ("hours", ["mo-fr 09:00-14:00", "do come"]),
    ],
)
def test_no_sentence_fits_into_what_stands_outside(field: str, value: object) -> None:
    with pytest.raises(ValidationError, match="and nothing else"):
        model.Site.model_validate(SITE | {field: value})


def test_a_fingerprint_is_of_names_and_texts_and_not_of_their_order() -> None:
    words = wording(LUPUS, VALLADOLID)
    assert fingerprint(dict(reversed(words.items()))) == fingerprint(words)
    assert fingerprint(words | {"study.title.en": "Another"}) != fingerprint(words)
    assert fingerprint(words) != fingerprint(wording(LUPUS, SANTIAGO))


def test_what_moved_is_told_by_name() -> None:
    before: dict[str, Any] = {"a": "1", "b": "2", "c": "3"}
    assert moved(before, {"b": "2", "c": "4", "d": "5"}) == {"a": ("1", ""), "c": ("3", "4"), "d": ("", "5")}
