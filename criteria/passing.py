"""The day on which, at the latest, the time that makes a criterion fail today has passed."""

from calendar import monthrange
from datetime import date, timedelta
from math import ceil

from criteria.expression import UNSURE, Answers, Time, TimeUnit, Truth, truth
from criteria.interview import resting_on
from criteria.question import Question
from criteria.screening import Criterion


def passed_by(criterion: Criterion, question: Question, given: Answers, day: date) -> date | None:
    """The day after which waiting alone has changed the answer that fails; None where waiting does not do it.

    Counted as if what is asked about had happened on `day`, so that the date is never too early.
    """
    line, now = question.line, question.intervals.get(given.get(question.id, UNSURE))
    if criterion.rule is None or line is None or line.unit is None or now is None or now.high is None:
        return None
    if resting_on(criterion, given) != (question.id,):
        return None
    for key, interval in question.intervals.items():
        older = interval.low is not None and interval.low >= now.high
        if older and truth(criterion.rule, {**given, question.id: key}) is Truth.TRUE:
            limit = interval.low_limit
            return _after(day, limit if isinstance(limit, Time) else Time(float(interval.low or 0), line.unit))
    return None


def _after(day: date, time: Time) -> date:
    """The first day on which more than this time has passed since `day`."""
    match time.unit:
        case TimeUnit.DAYS | TimeUnit.WEEKS:
            days = time.amount * (7 if time.unit is TimeUnit.WEEKS else 1)
            return day + timedelta(days=ceil(days) + 1)
        case TimeUnit.MONTHS | TimeUnit.YEARS:
            months = day.month - 1 + ceil(time.amount * (12 if time.unit is TimeUnit.YEARS else 1))
            year, month = day.year + months // 12, months % 12 + 1
            return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days=1)
