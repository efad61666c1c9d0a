"""How many questions are asked on average, and which orders ask fewer."""

import shutil
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from random_conditions import Plan, build, everybody
from random_plans import plans
from ruamel.yaml import YAML
from studies import LUPUS

from criteria.catalogue import load
from criteria.condition import Condition, StudyId
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


def test_the_order_of_a_record_is_that_of_its_items_and_not_of_the_criteria_in_the_file(tmp_path: Path) -> None:
    folder = shutil.copytree(Path(__file__).parent / "sound" / "knee_pain", tmp_path / "knee_pain")
    (condition,) = load(folder).conditions.values()
    before = record_order(screening(condition))
    file = folder / "NCT00000001.yaml"
    study = YAML(typ="safe", pure=True).load(file)
    study["criteria"].reverse()
    YAML(typ="safe", pure=True).dump(study, file)
    (turned,) = load(folder).conditions.values()
    assert list(turned.studies[StudyId("NCT00000001")].criteria) == [one["id"] for one in study["criteria"]]
    assert record_order(screening(turned)) == before == ("age", "pain", "last_scan", "pregnant")
