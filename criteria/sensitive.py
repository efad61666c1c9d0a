"""Private matters: which criteria rest on a sensitive question, and what a decision says without them."""

from collections.abc import Mapping
from dataclasses import replace

from criteria.diagram import FAILS, PASSES, restrict
from criteria.expression import Answers, QuestionId
from criteria.interview import Decision, Verdict, decided
from criteria.question import Question
from criteria.screening import Criterion, Study


def is_sensitive(questions: Mapping[QuestionId, Question], criterion: Criterion) -> bool:
    """Whether a criterion rests on a sensitive question, be it among others."""
    return any(questions[key].text.sensitive for key in criterion.questions)


def without_sensitive(questions: Mapping[QuestionId, Question], study: Study, given: Answers) -> Decision:
    """What the other answers say of the other criteria, as if nothing private had been asked.

    Sensitive questions come last, so this is the same whatever was answered to them, also where such an answer
    ended the interview early. The verdict is None where another question is open.
    """
    told = {key: answer for key, answer in given.items() if not questions[key].text.sensitive}
    others = {key: one for key, one in study.criteria.items() if not is_sensitive(questions, one)}
    left = [restrict(one.fails, told) for one in others.values() if one.rule is not None]
    if any(node is FAILS for node in left):
        verdict: Verdict | None = Verdict.INELIGIBLE
    else:
        verdict = Verdict.LIKELY_ELIGIBLE if all(node is PASSES for node in left) else None
    return decided(replace(study, criteria=others), told, verdict)
