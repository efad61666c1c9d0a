"""How many questions are asked on average, and which orders ask fewer."""

from itertools import permutations

import pytest
from hypothesis import given
from random_conditions import Plan, build, everybody
from random_plans import plans
from studies import LUPUS

from criteria.condition import Condition
from criteria.interview import Interview
from criteria.order import best_order, mean_questions, record_order, shares, start_in_order


def mean_by_hand(plan: Plan, condition: Condition) -> float:
    """Ask everybody there can be, each as often as the shares say, and count."""
    interview = Interview(condition, list(condition.studies))
    expected = shares(condition.questions.values())
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
    start = Interview(condition, list(condition.studies)).start
    assert mean_questions(start, shares(condition.questions.values())) == pytest.approx(mean_by_hand(plan, condition))


@given(plans(most_questions=3))
def test_the_best_order_found_is_no_worse_than_the_given_one_and_no_better_than_the_best_there_is(plan: Plan) -> None:
    condition = build(plan)
    studies = list(condition.studies)
    expected = shares(condition.questions.values())
    costs = {
        order: mean_questions(start_in_order(condition, studies, order), expected)
        for order in permutations(condition.questions)
    }
    found = best_order(condition, studies)
    assert min(costs.values()) - 1e-6 <= costs[found] <= costs[tuple(condition.questions)] + 1e-6


def test_shares_of_a_question_add_up_and_are_equal_where_the_author_gave_no_estimate() -> None:
    for found in shares(LUPUS.questions.values()).values():
        assert sum(found.values()) == pytest.approx(1, abs=0.01)


def test_the_order_of_the_records_holds_every_question_once() -> None:
    order = record_order(LUPUS, list(LUPUS.studies))
    assert sorted(order) == sorted(LUPUS.questions)
    assert order[0] == "age"
