"""How many questions are asked on average, and which orders ask fewer."""

from itertools import permutations

import pytest
from hypothesis import given
from random_conditions import Plan, build, everybody
from random_plans import plans
from studies import LUPUS

from criteria.condition import Condition
from criteria.expect import shares
from criteria.interview import Interview
from criteria.order import best_order, mean_questions, record_order, start_in_order
from criteria.screening import asked_questions, screening


def mean_by_hand(plan: Plan, condition: Condition) -> float:
    """Ask everybody there can be, each as often as the shares say, and count."""
    interview = Interview(screening(condition))
    expected = shares(asked_questions(condition).values())
    mean = 0.0
    for said, _ in everybody(plan, condition):
        weight = 1.0
        for question, answer in said.items():
            weight *= expected[question][answer]
        mean += weight * len(interview.replay(said).answers)
    return mean


@given(plans(most_questions=3))
def test_the_mean_number_of_questions_is_that_of_everybody_weighed_by_the_shares(plan: Plan) -> None:
    condition = build(plan)
    start = Interview(screening(condition)).start
    assert mean_questions(start, shares(asked_questions(condition).values())) == pytest.approx(
        mean_by_hand(plan, condition)
    )


@given(plans(most_questions=3))
def test_the_best_order_found_is_no_worse_than_the_given_one_and_no_better_than_the_best_there_is(plan: Plan) -> None:
    condition = build(plan)
    together = screening(condition)
    expected = shares(asked_questions(condition).values())
    costs = {
        order: mean_questions(start_in_order(together, order), expected) for order in permutations(condition.questions)
    }
    found = best_order(together)
    assert min(costs.values()) - 1e-6 <= costs[found] <= costs[tuple(condition.questions)] + 1e-6


def test_shares_of_a_question_add_up_and_are_equal_where_the_author_gave_no_estimate() -> None:
    for found in shares(asked_questions(LUPUS).values()).values():
        assert sum(found.values()) == pytest.approx(1, abs=0.01)


def test_the_order_of_the_records_holds_every_question_once() -> None:
    order = record_order(screening(LUPUS))
    assert sorted(order) == sorted(LUPUS.questions)
    assert order[0] == "age"
