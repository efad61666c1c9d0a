"""How much is asked: the number of questions left, and the walk through every position."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_conditions import Plan, build, write
from random_conditions import answers as answered_by
from random_plans import people, plans

import criteria.interview
from criteria.catalogue import load
from criteria.condition import Condition
from criteria.interview import MOST_EXACT, Interview, Position, after, answered, asked_at
from criteria.screening import asked_questions, screening
from criteria.verify import walk

FEWER = settings(max_examples=30)


def whole_interview(condition: Condition) -> Interview:
    return Interview(screening(condition))


def single_interviews(condition: Condition) -> list[Interview]:
    return [Interview(screening(condition, [key])) for key in condition.studies]


def paths(interview: Interview) -> Iterator[list[Position]]:
    """Every path through an interview, as its states."""
    waiting = [[interview.start]]
    while waiting:
        path = waiting.pop()
        question = asked_at(path[-1])
        if question is None:
            yield path
        else:
            waiting += [[*path, child] for _, child in answered(path[-1], question)]


@FEWER
@given(plans(most_questions=4))
def test_the_number_of_questions_left_is_that_of_the_longest_path_and_shrinks_with_each_answer(plan: Plan) -> None:
    interview = whole_interview(build(plan))
    longest: dict[Position, int] = {}
    for path in paths(interview):
        for at, position in enumerate(path):
            longest[position] = max(longest.get(position, 0), len(path) - 1 - at)
        left = [interview.at_most(position) for position in path]
        assert all(before > later for before, later in pairwise(left))
    assert {position: interview.at_most(position) for position in longest} == longest


@FEWER
@given(plans(most_questions=4), st.data())
def test_with_many_studies_the_number_of_questions_left_still_shrinks_and_is_never_too_small(
    plan: Plan, data: st.DataObject
) -> None:
    many = Plan(plan.questions, tuple(plan.studies[at % len(plan.studies)] for at in range(MOST_EXACT + 1)))
    condition = build(many)
    interview = whole_interview(condition)
    person = answered_by(condition, data.draw(people(many)))
    position, left = interview.start, [interview.at_most(interview.start)]
    while (question := asked_at(position)) is not None:
        position = after(position, question, person[question])
        left.append(interview.at_most(position))
    assert all(before > later for before, later in pairwise(left))
    assert left[0] >= len(left) - 1
    assert left[-1] == 0


@FEWER
@given(plans(most_questions=4), st.data())
def test_with_too_many_states_the_number_of_questions_left_still_shrinks_and_is_never_too_small(
    plan: Plan, data: st.DataObject
) -> None:
    condition = build(plan)
    exact = whole_interview(condition)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(criteria.interview, "MOST_STATES", 0)
        rough = whole_interview(condition)
    person = answered_by(condition, data.draw(people(plan)))
    position, before = rough.start, MOST_EXACT + len(person)
    while (question := asked_at(position)) is not None:
        assert exact.at_most(position) <= rough.at_most(position) < before
        position, before = after(position, question, person[question]), rough.at_most(position)
    assert rough.at_most(position) == 0


@FEWER
@given(plans())
def test_the_walk_finds_every_random_condition_in_order(plan: Plan) -> None:
    condition = build(plan)
    for interview in (whole_interview(condition), *single_interviews(condition)):
        found = walk(interview)
        assert found.states >= found.longest + 1
        assert found.longest == interview.at_most(interview.start)


@settings(FEWER, max_examples=15)
@given(plans=st.lists(plans(), min_size=1, max_size=1))
def test_a_condition_read_from_yaml_files_is_the_same_interview(
    plans: list[Plan], tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = build(plans[0])
    (loaded,) = load(write(plans[0], tmp_path_factory.mktemp("folder"))).conditions.values()
    assert screening(loaded).fingerprint == screening(built).fingerprint
    assert {key: question.answers for key, question in asked_questions(loaded).items()} == {
        key: question.answers for key, question in asked_questions(built).items()
    }
    assert walk(whole_interview(loaded)) == walk(whole_interview(built))
