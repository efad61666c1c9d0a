"""Numbers that a rule, its label, its `technical` and its questions do not have in common, in one language or in all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from criteria import model
from criteria.document import Document
from criteria.expression import QuestionId, Time, TimeUnit, leaves, shown
from criteria.languages import Language
from criteria.misprints.amounts import Amount, amounts, asked_unit, asks_how_long, words
from criteria.question import QuestionDefinition
from criteria.study_file import StudyFile

Questions = Mapping[str, QuestionDefinition]
Said = dict[tuple[QuestionId, Language], list[Amount]]
"""Per question and language, the amounts of all criteria that ask it."""

_SMALL = 2
"""Smaller limits are told without a number: any, none, at least one; and 0 and 1 in a text are mostly none."""


@dataclass(frozen=True)
class _Limit:
    """A limit of a rule; `decides` unless it only stands in `confirm` or `only_if`."""

    value: float
    unit: TimeUnit | None
    decides: bool

    def __str__(self) -> str:
        return f"{shown(self.value)} {self.unit.value}" if self.unit else shown(self.value)


def check_numbers(studies: Iterable[StudyFile], questions: Questions, document: Document | None) -> None:
    """Warn of numbers that stand in one place only; `document`: that of the questions."""
    said: Said = {}
    for file in studies:
        for at in file.criteria:
            _check_criterion(file, at, questions, said)
    if document is None:
        return
    for question in questions.values():
        known = {language: ask for language, ask in question.text.ask.root.items() if language in words()}
        for language, ask in known.items():
            _check_ask(document, question, language, ask, said.get((question.id, language), []))


def _check_criterion(file: StudyFile, at: int, questions: Questions, said: Said) -> None:
    """Compare a criterion's texts with its rules and questions; add what they say to `said`."""
    criterion, rules = file.criteria[at], file.rules[at]
    written = [(one.rule, one is rules.rule) for one in (rules.rule, rules.only_if, rules.confirm) if one]
    asked = {leaf.question: questions[leaf.question] for rule, _ in written for leaf in leaves(rule)}
    values = [(leaf.question, value, sure) for rule, sure in written for leaf in leaves(rule) for value in leaf.values]
    limits = [_limit(questions[name], value, sure) for name, value, sure in values if isinstance(value, float | Time)]
    dated = any(isinstance(value, date) for _, value, _ in values)
    items = file.text.record.items if file.text else {}
    record = [items[item] or "" for item in criterion.from_ if item in items]
    complaints: dict[str, list[Language]] = {}
    for language in [one for one in criterion.label.root if one in words()] if asked else ():
        units = list(_units(asked.values(), language))
        texts = {"label": criterion.label, **({"technical": criterion.technical} if criterion.technical else {})}
        mine = {name: amounts(text.in_(language), language, units) for name, text in texts.items()}
        record_says = [one for text in record for one in amounts(text, language, units)]
        theirs = record_says + [one for question in asked.values() for one in _of_question(question, language)]
        everything = [one for found in mine.values() for one in found]
        if not dated:
            for told in (*_unknown(mine, limits, theirs), *_unsaid(everything, limits)):
                complaints.setdefault(told, []).append(language)
        for name in asked:
            said.setdefault((name, language), []).extend([*everything, *_as_amounts(limits), *record_says])
    if complaints:
        told = "; ".join(f"{what} ({' and '.join(where)})" for what, where in complaints.items())
        file.document.fault(("criteria", at), f"{told}: is that meant?", warning=True)


def _unknown(mine: Mapping[str, Sequence[Amount]], limits: Sequence[_Limit], theirs: Sequence[Amount]) -> Iterator[str]:
    """What a text says and neither rule, nor question, nor record does."""
    for name, found in mine.items():
        for one in found:
            known = any(one.means(limit.value, limit.unit) for limit in limits) or any(map(one.like, theirs))
            if not known and not one.word and not (one.values <= {0, 1} and one.units == {None}):
                rule = f"the rule has {' and '.join(map(str, limits))}" if limits else "no question does"
                yield f"`{name}` says {one.written}, and {rule}"


def _unsaid(everything: Sequence[Amount], limits: Sequence[_Limit]) -> Iterator[str]:
    """What decides and no text says."""
    for limit in dict.fromkeys(limits):
        small = limit.value < _SMALL and limit.value.is_integer()
        if limit.decides and not small and not any(one.means(limit.value, limit.unit) for one in everything):
            yield f"the rule has {limit}, and neither `label` nor `technical` says so"


def _limit(question: QuestionDefinition, value: float | Time, sure: bool) -> _Limit:  # noqa: FBT001 - said beside it
    if isinstance(value, Time):
        return _Limit(value.amount, value.unit, sure)
    number = question.text.number
    own = question.line.unit if question.line else None
    return _Limit(value, TimeUnit.YEARS if number and number.unit == "years" else own, sure)


def _units(asked: Iterable[QuestionDefinition], language: Language) -> Iterator[tuple[str, float]]:
    """How the values of these questions are told, and what one of the own unit is in each."""
    for question in asked:
        number = question.text.number
        if number is not None and isinstance(number.unit, model.Text):
            yield number.unit.in_(language), 1.0
            yield from ((other.unit.in_(language), other.times) for other in number.also)


def _of_question(question: QuestionDefinition, language: Language) -> list[Amount]:
    texts = [question.text.ask, *(called.label for called in question.text.called.values())]
    return [one for text in texts for one in amounts(text.in_(language), language, _units([question], language))]


def _as_amounts(limits: Iterable[_Limit]) -> list[Amount]:
    return [Amount(str(one), frozenset({one.value}), frozenset({one.unit})) for one in limits]


def _check_ask(
    document: Document, question: QuestionDefinition, language: Language, ask: str, known: Sequence[Amount]
) -> None:
    """A question's number stands in a criterion that it serves; it asks in the unit that it counts in."""
    for one in amounts(ask, language, _units([question], language)):
        if not one.word and not any(map(one.like, known)):
            told = f"the text in `{language}` says {one.written}, and no criterion that asks it does: is that meant?"
            document.fault((question.id, "ask"), told, warning=True)
    if question.line and question.line.unit and asks_how_long(ask, language):
        told = f"the text in `{language}` asks how long something lasts, and the buttons say how long ago it was: ask “When …?”"
        document.fault((question.id, "ask"), told, warning=True)
    unit, number = asked_unit(ask, language), question.text.number
    own = TimeUnit.YEARS if number and number.unit == "years" else question.line.unit if question.line else None
    if unit and own and unit is not own:
        told = (
            f"the text in `{language}` asks for {unit.value}, but the number is counted in {own.value}: is that meant?"
        )
        document.fault((question.id, "ask"), told, warning=True)
