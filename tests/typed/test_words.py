"""The lists of words: the same in every language, each phrase with one meaning, and no number that is another word."""

import re
from fractions import Fraction

import pytest
from text_to_num import text2num

from bot.typed import TEXTS
from bot.typed.digits import values
from bot.typed.own_words import own_words
from bot.typed.phrases import Sense
from bot.typed.ways import Ways
from bot.typed.words import Words
from criteria.languages import LANGUAGES
from criteria.spelling import key

WORDS = Words()
ANSWERS = [sense for sense in Sense if sense not in (Sense.BEING, Sense.LINK, Sense.DOUBT, Sense.POLITE)]


def names(language: str) -> list[str]:
    return re.findall(r"^words-([a-z-]+) =", (TEXTS / f"{language}.ftl").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_lists_each_once(language: str) -> None:
    assert sorted(names(language)) == sorted(set(names(LANGUAGES[0])))


@pytest.mark.parametrize("name", [name for name in names(LANGUAGES[0]) if name not in ("numbers", "places")])
def test_no_member_of_a_list_is_empty(name: str) -> None:
    assert all(WORDS.keys(name))


def test_no_phrase_is_two_answers_and_none_is_both_an_answer_and_politeness() -> None:
    found: dict[tuple[str, ...], str] = {}
    for sense in (*ANSWERS, Sense.POLITE):
        for phrase in WORDS.keys(sense.value):
            assert found.setdefault(phrase, sense.value) == sense.value, phrase


def test_no_way_is_an_answer() -> None:
    answers = {phrase for sense in ANSWERS for phrase in WORDS.keys(sense.value)}
    assert answers & set(Ways(WORDS).ways) == set()


def test_the_own_words_hold_every_yes_no_unsure_and_way_in_every_language() -> None:
    own = own_words()
    assert {own[key(word)] for word in ("sí", "Yes!", "yep")} == {"yes"}
    assert {own[key(word)] for word in ("no sé", "I'm not sure")} == {"unsure"}
    assert own[key("Menú")] == "menu"
    assert own[key("español")] == own[key("Spanish")] == "language"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_library_reads_numbers_in_words_whole_or_not_at_all(language: str) -> None:
    for text in ("uno dos", "two three", "treinta y", "xx", "años", "-3", "menos dos", "minus two"):
        with pytest.raises(ValueError, match=r"."):
            text2num(text, language)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1500", [1500]), ("1.500", [1500, "1.5"]), ("1,500", [1500, "1.5"]), ("1'500", [1500, "1.5"]), ("1 500", [1500]),
        ("0.800", ["0.8"]), ("0'8", ["0.8"]), ("7,5", ["7.5"]), ("1.234,5", ["1234.5"]), ("1,234.5", ["1234.5"]),
        ("1.234.567", [1234567]), ("1.2.3", []), ("1,2,3", []), ("12.34.567", []), ("1.234.5", []), ("000", [0]),
    ],
)  # fmt: skip
def test_digits_are_read_in_every_way_that_they_can_mean(written: str, meant: list[int | str]) -> None:
    assert list(values(written, whole=False)) == [Fraction(one) for one in meant]


@pytest.mark.parametrize(("written", "meant"), [("34", [34]), ("34.0", []), ("1.000", [1000]), ("34,5", [])])
def test_a_whole_number_has_no_decimal_sign(written: str, meant: list[int]) -> None:
    assert list(values(written, whole=True)) == meant
