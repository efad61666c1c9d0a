"""The shipped cases as people answer them: what a case leaves open, a person is unsure of."""

from collections.abc import Mapping

from criteria.condition import Case, Condition, Study
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.interview import Interview


def completed(condition: Condition, study: Study, case: Case) -> Mapping[QuestionId, AnswerId]:
    """The case's answers, and unsure for whatever else the study asks."""
    interview = Interview(condition, [study.id])
    answers = dict(case.answers)
    while (question := interview.replay(answers).next) is not None:
        answers[question] = UNSURE
    return answers
