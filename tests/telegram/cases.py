"""The shipped cases as people answer them: what a case leaves open, a person is unsure of."""

from collections.abc import Mapping

from criteria.condition import Case, Condition, StudyId
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.interview import Interview, Verdict, decide
from criteria.question import Question
from criteria.screening import screening


def completed(condition: Condition, study: StudyId, case: Case) -> Mapping[QuestionId, AnswerId]:
    """The case's answers, and unsure for whatever else the study asks."""
    interview = Interview(screening(condition, [study]))
    asked = interview.screening.questions
    answers = {key: asked[key].answer(meant) for key, meant in case.answers.items() if key in asked}
    while (question := interview.replay(answers).next) is not None:
        answers[question] = UNSURE
    return answers


def decided(condition: Condition, study: StudyId, case: Case) -> Verdict | None:
    """What the study decides about the case, once everything is asked."""
    return decide(screening(condition, [study]).studies[study], completed(condition, study, case)).verdict


def meant(question: Question, case: Case) -> AnswerId:
    """The case's answer to a question; unsure where it tells none."""
    return question.answer(case.answers.get(question.id, UNSURE))
