"""A study as an instrument: its questions with what may be answered, whatever format they are written in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import assert_never

from bot.conversation.cards.context import CardContext
from bot.conversation.cards.labels import answer_label
from bot.plain import PlainError
from criteria import model
from criteria.condition import Condition, StudyDefinition
from criteria.expression import NEVER, NO, UNSURE, YES, AnswerId
from criteria.fingerprint import wording_fingerprint
from criteria.languages import Language
from criteria.question import Question
from criteria.screening import asked_questions

Texts = Mapping[Language, str]


class ExportError(PlainError):
    """What was written does not keep the rules of its format; one line for each fault."""


@dataclass(frozen=True)
class Item:
    """One question: a number or a day, or a choice, and what else can be answered."""

    question: Question
    cites: tuple[str, ...]
    """The items of the record that it helps to decide."""
    choices: Mapping[AnswerId, Texts]
    """The answers in words; of a number or a day, those that are none."""

    @property
    def text(self) -> model.Question:
        """The texts of the question."""
        return self.question.text


@dataclass(frozen=True)
class Section:
    """Questions under one title."""

    title: model.Text
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Instrument:
    """All questions of one study in the order of asking."""

    study: model.Study
    languages: tuple[Language, ...]
    version: str
    """The fingerprint of the study's wording."""
    sections: tuple[Section, ...]


def instrument(context: CardContext, condition: Condition, study: StudyDefinition) -> Instrument:
    """The instrument of a study, in every language of its condition."""
    languages = condition.text.languages
    found: dict[str, tuple[model.Text, list[Item]]] = {}
    for question in asked_questions(condition, [study.id]).values():
        texts = question.section
        _, items = found.setdefault(repr(texts.root), (texts, []))
        items.append(Item(question, _cites(study, question), _choices(context, question, languages)))
    sections = tuple(Section(title, tuple(items)) for title, items in found.values())
    return Instrument(study.text, languages, wording_fingerprint(condition, study.id), sections)


def _choices(context: CardContext, question: Question, languages: Collection[Language]) -> dict[AnswerId, Texts]:
    return {
        answer: {language: answer_label(context, language, question, answer) for language in languages}
        for answer in (*_in_words(question.text), UNSURE)
    }


def _in_words(text: model.Question) -> tuple[AnswerId, ...]:
    match text.kind:
        case model.Options(labels):
            return tuple(map(AnswerId, labels))
        case model.TwoButtons():
            return (YES, NO)
        case model.Number() | model.Calendar():
            never = (NEVER,) if text.never is not None else ()
            return (*never, *map(AnswerId, text.other_answers or {}))
        case unknown:
            assert_never(unknown)


def _cites(study: StudyDefinition, question: Question) -> tuple[str, ...]:
    """The items of the record whose criteria name a question, in the record's order."""
    named = {
        item
        for criterion in study.criteria.values()
        if any(comparison.question == question.id for comparison in criterion.comparisons())
        for item in criterion.text.from_
    }
    return tuple(item for item in ("header", *study.text.record.items) if item in named)
