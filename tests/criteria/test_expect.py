"""The author's estimates: bins of their own, shared out over whatever answers are in play."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_line import MONTHS, asked, defined

from criteria.expect import faults, shares

AGE = {"unit": "years", "from": 0, "to": 120, "whole": True}


def shared(*rules: str, **question: Any) -> dict[str, float]:
    (found,) = shares([asked(*rules, **question)]).values()
    return {str(key): round(share, 4) for key, share in found.items()}


def test_a_bin_is_shared_out_evenly_over_the_intervals_that_it_meets() -> None:
    expect = {"<6": 0.2, "6..12": 0.6, ">12": 0.1, "unsure": 0.1}
    assert shared("x < 9", number=MONTHS, expect=expect) == {"<9": 0.5, ">=9": 0.4, "unsure": 0.1}
    assert shared("x < 6", "x <= 12", number=MONTHS, expect=expect) == {**expect}


def test_an_open_end_reaches_to_twice_its_last_edge_and_not_beyond_the_range() -> None:
    assert shared("x > 18", number=MONTHS, expect={"<=12": 0.5, ">12": 0.5}) == {"<=18": 0.75, ">18": 0.25, "unsure": 0}
    assert shared("x > 90", number=AGE, expect={"<=75": 0.5, ">75": 0.5})[">90"] == pytest.approx(
        0.5 * 30 / 45, abs=1e-4
    )


def test_whole_numbers_are_counted() -> None:
    expect = {"<18": 0.1, "18..75": 0.8, ">75": 0.1}
    assert shared("x >= 18", "x < 47", number=AGE, expect=expect) == {
        "<18": 0.1,
        "18..46": 0.4,
        ">=47": 0.5,
        "unsure": 0,
    }


def test_a_bin_of_one_point_goes_to_the_answer_that_holds_it() -> None:
    assert shared("x < 6", number=MONTHS, expect={"6": 1.0}) == {"<6": 0, ">=6": 1.0, "unsure": 0}


def test_times_and_words_may_be_bins() -> None:
    expect = {"<30 days": 0.5, ">=30 days": 0.25, "never": 0.25}
    found = shared("x < 30 days", number=MONTHS, never={"en": "Never", "es": "Nunca"}, expect=expect)
    assert found == {"<30d": 0.5, ">=30d": 0.25, "never": 0.25, "unsure": 0}


@given(st.lists(st.integers(1, 599), unique=True, max_size=5), st.lists(st.integers(1, 599), unique=True, max_size=4))
def test_nothing_of_an_estimate_is_lost_or_added(edges: list[int], limits: list[int]) -> None:
    ends = sorted(edges)
    keys = [f"<{ends[0]}", *(f"{a}..<{b}" for a, b in pairwise(ends)), f">={ends[-1]}"] if ends else ["0..600"]
    expect = dict.fromkeys(keys, 1 / len(keys))
    found = shared(*(f"x < {limit}" for limit in limits), number=MONTHS, expect=expect)
    assert sum(found.values()) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ({"<6": 0.5, "5..12": 0.5}, "have numbers in common"),
        ({"<6": 0.5, ">6": 0.4}, "add up to 0.9"),
        ({"<6": 0.5, "long_ago": 0.5}, "is no answer to `x`"),
    ],
)
def test_an_estimate_that_cannot_be_is_told(expect: dict[str, float], told: str) -> None:
    assert [message for _, message in faults(defined(number=MONTHS, expect=expect)) if told in message]
