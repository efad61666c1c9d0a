"""The interview against a plain reading of the rules, for random conditions and for the shipped one.

Over 300 lines: the promises share what they draw people from.
"""

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from random_conditions import (
    Person,
    Plan,
    Ruled,
    build,
    confirmed,
    everybody,
    fails,
    met,
)
from random_conditions import answers as answered_by
from random_plans import people, plans
from studies import LUPUS

from criteria.condition import Condition, CriterionId, StudyId
from criteria.expression import UNSURE, AnswerId, Answers, QuestionId
from criteria.interview import Decision, Interview, Status, Verdict, asked_at, decide, resting_on
from criteria.screening import carried, screening

Given = Mapping[QuestionId, AnswerId]
SETTINGS = settings(max_examples=60)
FEWER = settings(SETTINGS, max_examples=30)
ASKED = screening(LUPUS).questions
A = StudyId("NCT03673748")


def whole_interview(condition: Condition) -> Interview:
    return Interview(screening(condition))


def single_interviews(condition: Condition) -> list[Interview]:
    return [Interview(screening(condition, [key])) for key in condition.studies]


def own(interview: Interview, answers: Answers) -> dict[QuestionId, AnswerId]:
    """Answers to all studies together, as an interview about some of them has them."""
    return carried(answers, screening(interview.condition), interview.screening)


def verdicts(decisions: Sequence[Decision]) -> list[Verdict | None]:
    return [decision.verdict for decision in decisions]


def talk(interview: Interview, person: Given) -> dict[QuestionId, AnswerId]:
    """Ask this person until nothing is open; what was asked, in that order."""
    said: dict[QuestionId, AnswerId] = {}
    while (question := interview.next(said)) is not None:
        assert question not in said
        said[question] = person[question]
    return said


def some_of(data: st.DataObject, everything: Given) -> dict[QuestionId, AnswerId]:
    """A part of the answers, in any order."""
    keys = list(everything)
    return {key: everything[key] for key in data.draw(st.lists(st.sampled_from(keys), unique=True, max_size=len(keys)))}


@SETTINGS
@given(plans(), st.data())
def test_what_a_failed_criterion_rests_on_makes_it_fail_alone(plan: Plan, data: st.DataObject) -> None:
    condition = build(plan)
    given_now = some_of(data, answered_by(condition, data.draw(people(plan))))
    for decision in whole_interview(condition).decide(given_now):
        for criterion in decision.study.criteria.values():
            told = resting_on(criterion, given_now)
            alone = decide(decision.study, {key: given_now[key] for key in told})
            failed = decision.criteria[criterion.id] is Status.NOT_MET
            assert bool(told) == failed
            assert (alone.criteria[criterion.id] is Status.NOT_MET) == failed


@st.composite
def plans_and_people(draw: st.DrawFn, most_questions: int = 5) -> tuple[Plan, Condition, Person]:
    plan = draw(plans(most_questions=most_questions))
    return plan, build(plan), draw(people(plan))


@st.composite
def random_answers(draw: st.DrawFn) -> tuple[Condition, dict[QuestionId, AnswerId]]:
    """A random condition with somebody's answers to everything."""
    _, condition, person = draw(plans_and_people())
    return condition, answered_by(condition, person)


def passing(question: QuestionId) -> AnswerId:
    """The answer that makes no shipped study fail."""
    return next(
        answer
        for answer in ASKED[question].answers
        if Verdict.INELIGIBLE not in verdicts(whole_interview(LUPUS).decide({question: answer}))
    )


LUPUS_ANSWERS = st.fixed_dictionaries(
    # mostly what lets people through, so that many get far
    {
        question.id: st.sampled_from([*question.answers, UNSURE, *[passing(question.id)] * 6])
        for question in ASKED.values()
    }
).map(lambda everything: (LUPUS, everything))
ANYBODY = random_answers() | LUPUS_ANSWERS


# What is decided


@SETTINGS
@given(plans_and_people())
def test_every_decision_agrees_with_a_plain_reading_of_the_rules(drawn: tuple[Plan, Condition, Person]) -> None:
    plan, condition, person = drawn
    decisions = whole_interview(condition).decide(answered_by(condition, person))
    for study, decision in zip(plan.studies, decisions, strict=True):
        assert decision.verdict is (Verdict.INELIGIBLE if fails(study, person) else Verdict.LIKELY_ELIGIBLE)
        found = {key: status for key, status in decision.criteria.items() if key[1:].isdigit()}
        assert list(found.values()) == [plain_status(one, person) for one in study]
        assert decision.criteria[CriterionId("consent")] is Status.TEAM
        assert decision.criteria[CriterionId("any_sex")] is Status.MET


def plain_status(criterion: Ruled, person: Person) -> Status:
    held = met(criterion, person)
    if held is False:
        return Status.NOT_MET
    return Status.MET if held and confirmed(criterion, person) else Status.TO_CONFIRM


@SETTINGS
@given(ANYBODY, st.data())
def test_the_same_answers_in_any_order_give_the_same_decisions(
    drawn: tuple[Condition, dict[QuestionId, AnswerId]], data: st.DataObject
) -> None:
    condition, everything = drawn
    interview = whole_interview(condition)
    shuffled = {key: everything[key] for key in data.draw(st.permutations(list(everything)))}
    assert shuffled == everything
    assert interview.decide(shuffled) == interview.decide(everything)
    assert interview.replay(shuffled) == interview.replay(everything)
    assert list(interview.replay(shuffled).answers) == list(interview.replay(everything).answers)


@FEWER
@given(plans_and_people(), st.data())
def test_asking_in_another_order_comes_to_the_same_verdicts(
    drawn: tuple[Plan, Condition, Person], data: st.DataObject
) -> None:
    plan, condition, person = drawn
    order = data.draw(st.permutations(list(plan.questions)))
    other = build(Plan({name: plan.questions[name] for name in order}, plan.studies))
    found = [
        verdicts(interview.decide(talk(interview, answered_by(one, person))))
        for one in (condition, other)
        for interview in [whole_interview(one)]
    ]
    assert found[0] == found[1]


@SETTINGS
@given(ANYBODY)
def test_stopping_early_gives_the_same_verdicts_as_asking_everything(
    drawn: tuple[Condition, dict[QuestionId, AnswerId]],
) -> None:
    condition, everything = drawn
    for interview in (whole_interview(condition), *single_interviews(condition)):
        everything_here = own(interview, everything)
        asked = talk(interview, everything_here)
        assert verdicts(interview.decide(asked)) == verdicts(interview.decide(everything_here))
        assert interview.replay(everything_here).answers == asked
        assert None not in verdicts(interview.decide(asked))


@SETTINGS
@given(ANYBODY, st.data())
def test_an_answer_in_place_of_unsure_never_turns_a_settled_verdict_round(
    drawn: tuple[Condition, dict[QuestionId, AnswerId]], data: st.DataObject
) -> None:
    condition, everything = drawn
    unsure = data.draw(st.lists(st.sampled_from(list(everything)), unique=True, min_size=1))
    vague = {**everything, **dict.fromkeys(unsure, UNSURE)}
    interview = whole_interview(condition)
    for before, later in zip(interview.decide(vague), interview.decide(everything), strict=True):
        if before.verdict is Verdict.INELIGIBLE:
            assert later.verdict is Verdict.INELIGIBLE
        elif not before.having(Status.TO_CONFIRM):
            assert later.verdict is Verdict.LIKELY_ELIGIBLE


@SETTINGS
@given(ANYBODY, st.data())
def test_what_is_met_or_not_met_stays_so_whatever_is_answered_later(
    drawn: tuple[Condition, dict[QuestionId, AnswerId]], data: st.DataObject
) -> None:
    condition, everything = drawn
    interview = whole_interview(condition)
    early = some_of(data, everything)
    for before, later in zip(interview.decide(early), interview.decide(everything), strict=True):
        for key, status in before.criteria.items():
            if status in {Status.MET, Status.NOT_MET, Status.TEAM}:
                assert later.criteria[key] is status


@FEWER
@given(plans_and_people(most_questions=4), st.data())
def test_a_verdict_is_given_exactly_when_no_further_answer_can_change_it(
    drawn: tuple[Plan, Condition, Person], data: st.DataObject
) -> None:
    plan, condition, person = drawn
    given_so_far = some_of(data, answered_by(condition, person))
    everyone = list(everybody(plan, condition))
    for study, decision in zip(plan.studies, whole_interview(condition).decide(given_so_far), strict=True):
        outcomes = {fails(study, one) for found, one in everyone if agrees(found, given_so_far)}
        expected = {True: Verdict.INELIGIBLE, False: Verdict.LIKELY_ELIGIBLE}
        assert decision.verdict is (expected[outcomes.pop()] if len(outcomes) == 1 else None)


@SETTINGS
@given(ANYBODY, st.data())
def test_a_likely_eligible_decision_leaves_nothing_open(
    drawn: tuple[Condition, dict[QuestionId, AnswerId]], data: st.DataObject
) -> None:
    condition, everything = drawn
    for decision in whole_interview(condition).decide(some_of(data, everything)):
        assert (decision.verdict is Verdict.INELIGIBLE) == bool(decision.having(Status.NOT_MET))
        if decision.verdict is Verdict.LIKELY_ELIGIBLE:
            assert not decision.having(Status.OPEN)


@SETTINGS
@given(ANYBODY)
def test_somebody_unsure_of_everything_is_never_ineligible(drawn: tuple[Condition, dict[QuestionId, AnswerId]]) -> None:
    condition, everything = drawn
    for decision in whole_interview(condition).decide(dict.fromkeys(everything, UNSURE)):
        assert decision.verdict is Verdict.LIKELY_ELIGIBLE


# What is asked


def agrees(everything: Given, so_far: Given) -> bool:
    return all(everything[key] == answer for key, answer in so_far.items())


def deciding(
    outcomes: Mapping[tuple[AnswerId, ...], bool], names: Sequence[QuestionId], so_far: Given
) -> list[QuestionId]:
    """The questions, in order, that can change an outcome, whoever answers the others as they may."""
    rest = {row: found for row, found in outcomes.items() if agrees(dict(zip(names, row, strict=True)), so_far)}
    found = []
    for at, name in enumerate(names):
        seen: dict[tuple[AnswerId, ...], bool] = {}
        for row, outcome in rest.items():
            if seen.setdefault((*row[:at], *row[at + 1 :]), outcome) != outcome:
                found.append(name)
                break
    return found


@FEWER
@given(plans_and_people(most_questions=4), st.data())
def test_the_next_question_is_the_first_that_can_still_make_an_undecided_study_fail(
    drawn: tuple[Plan, Condition, Person], data: st.DataObject
) -> None:
    plan, condition, person = drawn
    so_far = some_of(data, answered_by(condition, person))
    names = list(condition.questions)
    everyone = list(everybody(plan, condition))
    wanted: set[QuestionId] = set()
    for study, single in zip(plan.studies, single_interviews(condition), strict=True):
        outcomes = {tuple(found[name] for name in names): fails(study, one) for found, one in everyone}
        mine = deciding(outcomes, names, so_far)
        assert single.next(own(single, so_far)) == (mine[0] if mine else None)
        wanted.update(mine)
    assert whole_interview(condition).next(so_far) == next((name for name in names if name in wanted), None)


@FEWER
@given(plans_and_people(most_questions=4), st.data())
def test_why_names_the_criteria_in_play_that_the_answer_can_still_decide(
    drawn: tuple[Plan, Condition, Person], data: st.DataObject
) -> None:
    plan, condition, person = drawn
    interview = whole_interview(condition)
    so_far = some_of(data, answered_by(condition, person))
    names = list(condition.questions)
    everyone = list(everybody(plan, condition))
    for question in names:
        expected = []
        for study, decision in zip(plan.studies, interview.decide(so_far), strict=True):
            for at, ruled in enumerate(study):
                outcomes = {tuple(found[name] for name in names): met(ruled, one) is False for found, one in everyone}
                if decision.verdict is None and question in deciding(outcomes, names, so_far):
                    expected.append((decision.study.id, f"c{at}"))
        found = [(study.id, criterion.id) for study, criterion in interview.why(question, so_far)]
        assert found == expected


@SETTINGS
@given(ANYBODY, st.data())
def test_every_question_that_is_asked_has_a_reason(
    drawn: tuple[Condition, dict[QuestionId, AnswerId]], data: st.DataObject
) -> None:
    condition, everything = drawn
    interview = whole_interview(condition)
    so_far = some_of(data, everything)
    question = interview.next(so_far)
    assert question is None or interview.why(question, so_far)


@SETTINGS
@given(ANYBODY)
def test_a_joint_interview_asks_only_what_one_of_its_studies_would_ask_next_or_later(
    drawn: tuple[Condition, dict[QuestionId, AnswerId]],
) -> None:
    condition, everything = drawn
    joint, singles = whole_interview(condition), single_interviews(condition)
    asked = talk(joint, everything)
    assert set(asked) == {question for single in singles for question in talk(single, own(single, everything))}
    so_far: dict[QuestionId, AnswerId] = {}
    for question, answer in asked.items():
        assert question in {single.next(own(single, so_far)) for single in singles}
        so_far[question] = answer


@SETTINGS
@given(ANYBODY, st.data())
def test_answers_that_do_not_matter_now_change_nothing_and_stay_out_of_the_replay(
    drawn: tuple[Condition, dict[QuestionId, AnswerId]], data: st.DataObject
) -> None:
    condition, everything = drawn
    interview = whole_interview(condition)
    so_far = some_of(data, everything)
    progress = interview.replay(so_far)
    assert progress.answers.items() <= so_far.items()
    assert interview.replay(progress.answers) == progress
    assert interview.next(progress.answers) == progress.next == asked_at(progress.position)
    for name in set(everything) - set(progress.answers) - {progress.next}:
        for answer in (*interview.screening.questions[name].answers, UNSURE):
            assert interview.replay({**progress.answers, name: answer}) == progress


def test_an_answer_sleeps_while_an_earlier_one_settles_the_study_and_returns_when_that_is_changed() -> None:
    interview = Interview(screening(LUPUS, [A]))
    adult, child = AnswerId(">=18"), AnswerId("<18")
    biopsy = AnswerId("<6")
    said = {
        QuestionId("lupus_kidney"): AnswerId("kidneys"),
        QuestionId("age"): adult,
        QuestionId("last_biopsy"): biopsy,
    }
    before = interview.replay(said)
    changed = interview.replay({**said, QuestionId("age"): child})
    changed_back = {**said, QuestionId("age"): child} | {QuestionId("age"): adult}
    assert list(before.answers) == ["lupus_kidney", "age", "last_biopsy"]
    assert list(changed.answers) == ["lupus_kidney", "age"]
    assert changed.next is None
    assert interview.replay(changed_back) == before
