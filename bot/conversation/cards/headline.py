"""The sentence that a result begins with: what the answers say, whether the study takes people, and as of which day."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from bot.conversation.cards.labels import localised_day
from bot.conversation.cards.reasons import reversible, without
from bot.conversation.replay import Replay
from bot.conversation.wording import Say
from criteria import model
from criteria.interview import Decision, Grade, Status, Verdict
from criteria.languages import Language
from criteria.screening import Study

SHUT = frozenset({"not_yet", "closed", "paused", "ended"})
"""A study that takes nobody now says so before anything else."""
ENDINGS = (
    *(f"result-{grade.value.replace('_', '-')}" for grade in Grade),
    "result-not-met",
    "result-not-met-then",
    "result-without",
)
STANDINGS = ("open", "was-open", "was-paused", "was-not_yet", "unknown", *sorted(SHUT))


def headline(say: Say, language: Language, replay: Replay, decision: Decision) -> str:
    """The first sentence of one study's result; the same whatever private requirement is not met."""
    count = len(decision.having(Status.TO_CONFIRM))
    return _sentence(say, language, decision.study, replay.state.day, _ending(replay, decision), count)


def of_study(say: Say, language: Language, study: Study, day: date) -> Iterator[str]:
    """Every sentence that a study's result can begin with on a day."""
    return (_sentence(say, language, study, day, ending, len(study.criteria)) for ending in ENDINGS)


def _sentence(say: Say, language: Language, study: Study, day: date, ending: str, count: int) -> str:
    recruiting = study.text.recruiting
    shut = "yes" if recruiting.on(day) in SHUT else "no"
    return say(ending, status=_standing(say, language, recruiting, day), shut=shut, count=count)


def headlines(say: Say) -> Iterator[str]:
    """Every sentence that a result can begin with."""
    for standing in STANDINGS:
        status = say(f"status-{standing}", date="…")
        for ending in ENDINGS:
            yield say(ending, status=status, shut="yes" if standing in SHUT else "no", count=2)


def _standing(say: Say, language: Language, recruiting: model.Recruiting, day: date) -> str:
    """Whether the study takes people on a day, with the day on which somebody last asked."""
    known = recruiting.on(day)
    if recruiting.date is None or recruiting.status == "unknown":
        return say(f"status-{known}")
    asked = localised_day(language, recruiting.date, "medium")
    if known != recruiting.status:
        return say(f"status-was-{recruiting.status}", date=asked)
    return say("status-as-of", status=say(f"status-{known}"), date=asked)


def _ending(replay: Replay, decision: Decision) -> str:
    match decision.verdict:
        case Verdict.LIKELY_ELIGIBLE:
            return f"result-{decision.grade.value.replace('_', '-')}"
        case Verdict.INELIGIBLE if without(replay):
            return "result-without"
        case Verdict.INELIGIBLE:
            return "result-not-met-then" if reversible(replay, decision) else "result-not-met"
        case None:
            raise ValueError("the study is not settled")
        case verdict:
            assert_never(verdict)
