"""A study stands on its own: nothing of it moves with another study; and answers go with a person from set to set."""

from dataclasses import replace
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st
from random_conditions import Plan, build, everybody
from random_plans import plans, two_plans

from criteria.catalogue import load
from criteria.condition import ConditionId, StudyId
from criteria.expression import AnswerId, QuestionId
from criteria.interview import Interview, decide
from criteria.screening import Screening, carried, screening
from criteria.verify import walk

SETTINGS = settings(max_examples=60)
LUPUS = load().conditions[ConditionId("lupus_nephritis")]


def everything(alone: Screening) -> object:
    """All that a study's participants meet: buttons, structure, and what each walk of the interview comes to."""
    (study,) = alone.studies.values()
    answers = {key: question.answers for key, question in alone.questions.items()}
    decisions = [
        decide(study, {**dict.fromkeys(alone.questions, AnswerId("unsure")), key: answer}).criteria
        for key, known in answers.items()
        for answer in known
    ]
    return answers, alone.fingerprint, walk(Interview(alone)), decisions


@SETTINGS
@given(two_plans())
def test_another_study_moves_nothing_of_a_study_beside_it(pair: tuple[Plan, Plan]) -> None:
    """The last study is replaced by another one, which cuts and asks whatever it likes."""
    before, after = (build(trimmed(plan)) for plan in pair)
    for at in range(len(pair[0].studies) - 1):
        key = StudyId(f"NCT{at}")
        assert everything(screening(before, [key])) == everything(screening(after, [key]))


def trimmed(plan: Plan) -> Plan:
    """Without the questions that no rule names any more."""
    named = {name for name in plan.questions if any(name in repr(rule) for rule in plan.studies)}
    return replace(plan, questions={name: one for name, one in plan.questions.items() if name in named})


@SETTINGS
@given(plans(most_questions=4, most_studies=3))
def test_a_study_taken_out_leaves_the_others_as_they_were(plan: Plan) -> None:
    if len(plan.studies) < 2:
        return
    together = build(plan)
    for at in range(len(plan.studies)):
        key = StudyId("NCT0")
        alone = build(trimmed(Plan(plan.questions, (plan.studies[at],))))
        mine = screening(together, [StudyId(f"NCT{at}")])
        ours = screening(alone, [key])
        assert {k: q.answers for k, q in mine.questions.items()} == {k: q.answers for k, q in ours.questions.items()}
        assert walk(Interview(mine)).longest == walk(Interview(ours)).longest


@SETTINGS
@given(plans(), st.data())
def test_answers_are_carried_where_they_mean_one_answer_and_dropped_where_not(plan: Plan, data: st.DataObject) -> None:
    condition = build(plan)
    key = data.draw(st.sampled_from(list(condition.studies)))
    together, alone = screening(condition), screening(condition, [key])
    said, person = data.draw(st.sampled_from(list(islice(everybody(plan, condition), 200))))
    there = carried(said, together, alone)
    assert set(there) == set(alone.questions)  # what studies tell apart together, one of them never cuts in two
    for name, answer in there.items():
        value, question = person[name], alone.questions[name]
        assert answer == ("unsure" if value is None else question.answer(question.read(value)))
    assert all(said[name] == answer for name, answer in carried(there, alone, together).items())


def test_the_way_back_brings_no_dropped_answer_back() -> None:
    a, both = screening(LUPUS, [StudyId("NCT03673748")]), screening(LUPUS)
    age = QuestionId("age")
    assert a.questions[age].answers == ("<18", ">=18")
    assert carried({age: AnswerId(">=18")}, a, both) == {}
    assert carried({age: AnswerId("<18")}, a, both) == {age: "<18"}
    assert carried({age: AnswerId("18..75")}, both, a) == {age: ">=18"}
    assert carried({QuestionId("upcr"): AnswerId("<1")}, both, a) == {}


def test_each_shipped_study_shows_its_own_buttons() -> None:
    biopsy = QuestionId("last_biopsy")
    cuts = {key: screening(LUPUS, [key]).questions[biopsy].answers for key in LUPUS.studies}
    assert cuts == {
        "NCT03673748": ("<6", ">=6", "never"),
        "NCT03917797": ("<=12", ">12", "never"),
    }
