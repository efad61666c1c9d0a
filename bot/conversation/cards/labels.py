"""How an answer reads on a button: an option's own words, or an interval in the words of its unit."""

from collections.abc import Iterable

from babel import Locale

from bot.conversation.cards.context import CardContext
from criteria import model
from criteria.condition import Question
from criteria.expression import NEVER, UNSURE, YES, AnswerId, shown
from criteria.model import LANGUAGES, Language
from criteria.number import Interval


def answer_label(context: CardContext, language: Language, question: Question, answer: AnswerId) -> str:
    """The words of one answer."""
    text = question.text
    if answer == UNSURE:
        return context.wording.say(language, "answer-unsure")
    if text.options is not None:
        return text.options[answer].in_(language)
    if isinstance(text.yes_no, model.YesNo):
        return (text.yes_no.yes if answer == YES else text.yes_no.no).in_(language)
    if answer == NEVER and text.never is not None:
        return text.never.in_(language)
    if text.number is not None:
        return _interval(context, language, text.number, question.intervals[answer])
    return context.wording.say(language, f"answer-{answer}")


def widths(context: CardContext, question: Question) -> tuple[int, ...]:
    """How many characters each answer's label has, unsure the last, in the language in which it is longest."""
    found = context.widths.get(id(question))
    if found is None or found[0] is not question:
        known = (*question.answers, UNSURE)
        longest = (max(len(answer_label(context, one, question, answer)) for one in LANGUAGES) for answer in known)
        found = context.widths[id(question)] = (question, tuple(longest))
    return found[1]


def _interval(context: CardContext, language: Language, number: model.Number, interval: Interval) -> str:
    unit = number.unit if isinstance(number.unit, str) else "other"
    one_ended = interval.low is None or interval.high is None
    others = _in_other_units(language, number, interval.low if interval.high is None else interval.high)

    def amount(value: float | None) -> str:
        if value is None:
            return ""
        own = _amount(language, number, value)
        beside = "" if one_ended else _in_other_units(language, number, value)
        return own + beside

    def say(form: str) -> str:
        return context.wording.say(
            language,
            f"interval-{form}",
            unit=unit,
            low=amount(interval.low),
            high=amount(interval.high),
            count=_plural(interval),
        )

    match interval.low, interval.high:
        case None, None:
            return say("any")
        case None, _:
            return say("up-to" if interval.high_closed else "below") + others
        case _, None:
            return say("from" if interval.low_closed else "above") + others
        case low, high if low == high:
            return say("exactly")
        case _:
            forms = {(True, True): "between", (False, True): "above-up-to", (True, False): "from-below"}
            return say(forms.get((interval.low_closed, interval.high_closed), "above-below"))


def _plural(interval: Interval) -> float:
    """The number that the unit's word agrees with."""
    return interval.high if interval.high is not None else interval.low if interval.low is not None else 0


def _amount(language: Language, number: model.Number, value: float) -> str:
    """A number with its unit; ready units come with the phrase."""
    shown_value = localised(language, value)
    return shown_value if isinstance(number.unit, str) else f"{shown_value} {number.unit.in_(language)}"


def _in_other_units(language: Language, number: model.Number, value: float | None) -> str:
    """The same value in the other usual units, in brackets."""
    if value is None or not number.also:
        return ""
    others = (f"{localised(language, round(value * one.times, 4))} {one.unit.in_(language)}" for one in number.also)
    return f" ({'; '.join(others)})"


def spoken(language: Language, codes: Iterable[str]) -> str:
    """The names of languages, in a language."""
    names = Locale(language).languages
    return ", ".join(names.get(code, code) for code in codes)


def localised(language: Language, value: float) -> str:
    """A number with the language's decimal sign."""
    return shown(float(value)).replace(".", "," if language == "es" else ".")
