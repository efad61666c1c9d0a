"""Small changes of a rule: which are made, which say the same in other words, and who tells the others apart."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from random_conditions import Plan, build
from random_plans import plans

from criteria.catalogue import load
from criteria.condition import ConditionId, CriterionId, StudyId
from criteria.expression import UNSURE, Answers, Truth, truth
from criteria.interview import Status, Verdict, standing
from criteria.parsing import parse
from criteria.proof.mutants import mutants, written
from criteria.proof.people import nearest
from criteria.proof.variants import Variants, variants
from criteria.screening import Criterion, bound

KNEE = load(Path(__file__).parent / "sound" / "knee_pain").conditions[ConditionId("knee_pain")]
ADULT = KNEE.studies[StudyId("NCT00000001")].criteria[CriterionId("adult")]

SURE = Verdict.LIKELY_ELIGIBLE


def changes(**rules: str) -> set[str]:
    """What is changed of a criterion with these rules."""
    criterion = replace(ADULT, written={field: parse(rule) for field, rule in rules.items()})
    return {one.told for one in mutants(criterion, KNEE.questions)}


@pytest.mark.parametrize(
    ("rule", "changed"),
    [
        ("age >= 18", {"age < 18", "age > 18", "age >= 17", "age >= 19"}),
        ("last_scan == 6", {"last_scan != 6", "last_scan == 5", "last_scan == 7"}),
        ("last_scan <= 30 days", {"last_scan > 30 days", "last_scan < 30 days", "last_scan <= 29 days", "last_scan <= 31 days"}),
        ("pregnant", {"not pregnant"}),
        ("pain == one_knee", {"pain != one_knee", "pain == both_knees", "pain == neither"}
         | {"pain in [one_knee, both_knees]", "pain in [one_knee, neither]"}),
        ("pain in [one_knee, neither]", {"pain not in [one_knee, neither]", "pain in [both_knees, neither]"}
         | {"pain in [one_knee, both_knees]", "pain in [one_knee]", "pain in [neither]"}),
        ("last_scan == never", {"last_scan != never"}),
    ],
)  # fmt: skip
def test_a_test_of_one_question_is_changed_in_every_small_way(rule: str, changed: set[str]) -> None:
    assert changes(needs=rule) == {f"needs: `{one}` for `{rule}`" for one in changed}


def test_and_becomes_or_parts_are_left_out_and_groups_turned_round() -> None:
    rule = "pregnant and last_scan == never"
    assert changes(excludes=rule) == {
        f"excludes: `pregnant or last_scan == never` for `{rule}`",
        f"excludes: `not ({rule})` for `{rule}`",
        f"excludes: `pregnant` for `{rule}`",
        f"excludes: `last_scan == never` for `{rule}`",
        "excludes: `not pregnant` for `pregnant`",
        "excludes: `last_scan != never` for `last_scan == never`",
    }
    of_three = "at_least(2, pregnant, age < 40, last_scan == never)"
    counts = {one for one in changes(needs=of_three) if one.endswith(f"for `{of_three}`")}
    assert f"needs: `pregnant and age < 40 and last_scan == never` for `{of_three}`" in counts
    assert f"needs: `pregnant or age < 40 or last_scan == never` for `{of_three}`" in counts
    assert f"needs: `pregnant and age < 40` for `{of_three}`" in counts


def test_confirm_and_only_if_are_changed_too_and_left_out() -> None:
    found = changes(needs="age >= 18", only_if="pregnant", confirm="age > 60")
    assert {"`only_if` left out", "`confirm` left out", "only_if: `not pregnant` for `pregnant`"} <= found
    assert "confirm: `age >= 60` for `age > 60`" in found


def test_a_change_that_check_would_refuse_is_not_made() -> None:
    assert changes(needs="age > 0") == {f"needs: `{one}` for `age > 0`" for one in ("age <= 0", "age > 1")}


def test_a_rule_is_written_as_it_would_be_read() -> None:
    for rule in (
        "pregnant and (age < 18 or age > 75)",
        "not pregnant",
        "at_least(2, pregnant, age < 40, pain == neither)",
    ):
        assert written(parse(rule)) == rule


# Random rules: nothing is called the same that is not, and who is found does tell the two apart

FEW = settings(max_examples=25)


@FEW
@given(plans(most_questions=3, most_studies=1))
def test_a_change_is_left_out_only_where_nobody_is_judged_otherwise_or_check_refuses_it(plan: Plan) -> None:
    condition = build(plan)
    (study,) = condition.studies.values()
    for criterion in (one for one in study.criteria.values() if one.rule):
        known = variants(condition, study, criterion)
        assert known is not None
        made = list(mutants(criterion, condition.questions))
        told_apart = [judged(known, one.criterion) for one in (known.original, *known.others)]
        assert len(set(told_apart)) == len(told_apart)
        for mutant in made:
            one = bound(known.diagrams, mutant.criterion, known.questions)
            assert judged(known, one) in told_apart or refused(known, one)
        assert known.equivalent == len(made) - len(known.others)


def sure_people(known: Variants) -> Iterator[Answers]:
    for row in product(*(question.answers for question in known.questions.values())):
        yield dict(zip(known.questions, row, strict=True))


def refused(known: Variants, one: Criterion) -> bool:
    """Whether nobody can fail a criterion, or meet it, or be named by its `confirm`."""
    assert one.rule is not None
    met = [person for person in sure_people(known) if truth(one.rule, person) is not Truth.FALSE]
    everybody = sum(1 for _ in sure_people(known))
    idle = one.confirm is not None and not any(
        truth(one.rule, person) is Truth.TRUE and truth(one.confirm, person) is Truth.TRUE for person in met
    )
    return len(met) in {0, everybody} or idle


@FEW
@given(plans(most_questions=4, most_studies=1))
def test_somebody_is_found_who_tells_a_change_apart_with_as_few_answers_as_can_be(plan: Plan) -> None:
    condition = build(plan)
    (study,) = condition.studies.values()
    for criterion in (one for one in study.criteria.values() if one.rule):
        known = variants(condition, study, criterion)
        assert known is not None
        for other in known.others[:4]:
            pairs = list(zip(known.original.nodes, other.nodes, strict=True))
            found = nearest(pairs, lambda _name, answer: answer != UNSURE)
            assert found is not None
            assert standing(known.original.criterion, found, SURE) is not standing(other.criterion, found, SURE)
            for name in found:
                fewer = {key: one for key, one in found.items() if key != name}
                assert standing(known.original.criterion, fewer, SURE) is standing(other.criterion, fewer, SURE)


def judged(known: Variants, one: Criterion) -> tuple[Status, ...]:
    """What a criterion says of every person whom its questions can tell apart, by its rules alone."""
    people = product(*((*question.answers, UNSURE) for question in known.questions.values()))
    return tuple(standing(one, dict(zip(known.questions, row, strict=True)), SURE) for row in people)
