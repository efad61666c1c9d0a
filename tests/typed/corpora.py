"""The tables of wordings, and a reader of the shipped definitions on a fixed day."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.conversation.cards.context import About, CardContext
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE
from bot.typed.reader import Reader
from bot.typed.reading import Reading
from criteria.catalogue import load
from criteria.condition import ConditionId
from criteria.expression import QuestionId
from criteria.languages import LANGUAGES, Language
from criteria.screening import asked_questions

HERE = Path(__file__).parent
HOUR = 495_000
"""20 June 2026, 0 h UTC."""
LUPUS = load().conditions[ConditionId("lupus_nephritis")]
QUESTIONS = asked_questions(LUPUS)
CONTEXT = CardContext(load(), Wording(), About(FACE))
READER = Reader(CONTEXT)


@dataclass(frozen=True)
class Said:
    """One wording, under one question, in a chat of one language."""

    question: QuestionId
    language: Language
    text: str
    outcome: str
    """`take X`, `ask X` or `nothing`; of a natural wording, the answer that is meant."""


def read(question: str, text: str, language: Language = "es") -> Reading:
    return READER.read(QUESTIONS[QuestionId(question)], text, language, HOUR)


def outcome(reading: Reading) -> str:
    """The outcome as the tables write it."""
    if reading.taken is not None:
        return f"take {reading.taken}"
    return "nothing" if reading.asked is None else f"ask {reading.asked}"


def corpus() -> list[Said]:
    """Every wording with its right outcome."""
    return [
        Said(QuestionId(question), language, str(text), result)
        for name in ("corpus.yaml", "people.yaml")
        for question, by_language in _table(name).items()
        for language, results in _spoken(by_language)
        for result, texts in results.items()
        for text in texts
    ]


def natural() -> list[Said]:
    """Every natural wording with the answer that the person means."""
    return [
        Said(QuestionId(question), language, str(text), str(answer))
        for people in _table("natural.yaml").values()
        for language, questions in _spoken(people)
        for question, answers in questions.items()
        for answer, texts in answers.items()
        for text in texts
    ]


def _spoken(table: dict[str, Any]) -> Iterator[tuple[Language, Any]]:
    assert set(table) <= set(LANGUAGES)
    for language in LANGUAGES:
        if language in table:
            yield language, table[language]


def _table(name: str) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(HERE / name)
    return found
