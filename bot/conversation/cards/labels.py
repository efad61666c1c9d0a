"""How an answer reads on a button: an option's own words, or an interval in the words of its unit."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal, Protocol, assert_never

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from bot.conversation.wording import Wording
from criteria import model
from criteria.expression import NEVER, UNSURE, YES, AnswerId, Number, Time, TimeUnit
from criteria.languages import Language
from criteria.number import Interval
from criteria.question import Question

_PLACES = "#0.####"
"""How a number is written: no dots or commas between thousands, four decimals at most."""

DASH = "\N{EN DASH}"
_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


class Worded(Protocol):
    """Whatever brings the texts that answers are told with."""

    @property
    def wording(self) -> Wording:
        """The texts."""
        ...


def answer_label(context: Worded, language: Language, question: Question, answer: AnswerId) -> str:
    """The words of one answer."""
    if answer == UNSURE:
        return context.wording.say(language, "answer-unsure")
    match question.text.kind:
        case model.Options(labels):
            return labels[answer].in_(language)
        case model.TwoButtons(words):
            if words is None:
                return context.wording.say(language, f"answer-{answer}")
            return (words.yes if answer == YES else words.no).in_(language)
        case model.Number() | model.Calendar():
            return _on_a_line(context, language, question, answer)
        case unknown:
            assert_never(unknown)


def _on_a_line(context: Worded, language: Language, question: Question, answer: AnswerId) -> str:
    """The words of an answer to a number or a date: `never`, another answer of the author's, or an interval."""
    if interval := question.intervals.get(answer):
        return _Interval(context, language, question, interval).told()
    if answer == NEVER and question.text.never is not None:
        return question.text.never.in_(language)
    return (question.text.other_answers or {})[answer].in_(language)


class _Interval:
    """One interval, to be told in one language."""

    def __init__(self, context: Worded, language: Language, question: Question, interval: Interval) -> None:
        self._context = context
        self._language = language
        self._number = question.text.number
        self._line = question.line
        self._interval = interval

    def told(self) -> str:
        """Its words, by which ends it has."""
        one = self._interval
        match one.low_limit, one.high_limit:
            case None, None:
                return self._say("any")
            case None, high if high is not None:
                return self._say("up-to" if one.high_closed else "below") + self._beside(high)
            case low, None if low is not None:
                return self._say("from" if one.low_closed else "above") + self._beside(low)
            case low, high if low == high:
                return self._say("exactly")
            case _:
                forms = {(True, True): "between", (False, True): "above-up-to", (True, False): "from-below"}
                return self._say(forms.get((one.low_closed, one.high_closed), "above-below"))

    def _say(self, form: str) -> str:
        low, high = self._interval.low_limit, self._interval.high_limit
        alike = low is not None and high is not None and self._unit(low) is self._unit(high)
        words = {
            "low": self._amount(low),
            "high": self._amount(high),
            "low-short": self._amount(low, bare=alike),
            "high-short": self._amount(high, bare=alike),
            "low-bare": self._amount(low, bare=True),
            "high-bare": self._amount(high, bare=True),
        }
        return self._context.wording.say(self._language, f"interval-{form}", kind=self._kind, **words)

    @property
    def _kind(self) -> str:
        if self._line is not None and self._line.dates:
            return "date"
        if self._line is not None and self._line.unit is not None:
            return "ago"
        return "age" if self._number is not None and self._number.unit == "years" else "plain"

    def _unit(self, value: Number) -> TimeUnit | None:
        """The unit of time that a limit is told in."""
        if isinstance(value, Time):
            return value.unit
        if self._kind == "age":
            return TimeUnit.YEARS
        return self._line.unit if self._line else None

    def _amount(self, value: Number | None, *, bare: bool = False) -> str:
        """A limit with its unit; `bare` without it."""
        if value is None:
            return ""
        if isinstance(value, date):
            return localised_day(self._language, value)
        number = value.amount if isinstance(value, Time) else value
        figure = localised(self._language, number)
        unit = self._unit(value)
        if unit is not None:
            if bare:
                return figure
            return self._context.wording.say(self._language, "amount", unit=unit.value, value=figure, count=number)
        if self._number is None or isinstance(self._number.unit, str):
            return figure
        own = f"{figure} {self._number.unit.in_(self._language)}"
        one_ended = self._interval.low is None or self._interval.high is None
        return own if one_ended else own + self._beside(value)

    def _beside(self, value: Number) -> str:
        """The same value in the other usual units, in brackets."""
        others = self._number.also if self._number else ()
        if not others or not isinstance(value, float):
            return ""
        told = (
            f"{localised(self._language, round(value * one.times, 4))} {one.unit.in_(self._language)}" for one in others
        )
        return f" ({'; '.join(told)})"


def spoken(language: Language, codes: Iterable[str]) -> str:
    """The names of languages, in a language."""
    names = Locale(language).languages
    return ", ".join(names.get(code, code) for code in codes)


def opening(language: Language, hours: Iterable[str]) -> str:
    """Days and hours such as `mo-fr 09:00-14:00`, with the days as a language writes them."""
    names = Locale(language).days["format"]["abbreviated"]

    def told(one: str) -> str:
        days, _, times = one.partition(" ")
        return f"{'-'.join(names[_DAYS.index(day)] for day in days.split('-'))} {times}"

    return "; ".join(map(told, hours)).replace("-", DASH)


@lru_cache(maxsize=4096)  # a question's limits are few, and Babel takes its time
def localised(language: Language, value: float) -> str:
    """A number as the language writes it."""
    return format_decimal(value, format=_PLACES, locale=language, decimal_quantization=False)


def localised_day(language: Language, day: date, form: Literal["long", "medium"] = "long") -> str:
    """A day as the language writes it, its month in full or in short."""
    return format_date(day, form, locale=language)
