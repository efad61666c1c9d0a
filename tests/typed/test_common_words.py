"""What people type under the common questions: what is taken, what is asked, and what is left alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from common_condition import CONDITION, write_condition
from corpora import HOUR, outcome
from ruamel.yaml import YAML

from bot.conversation.cards.context import About, CardContext
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE
from bot.typed.reader import Reader
from criteria.catalogue import Catalogue, load
from criteria.common_questions import common_questions
from criteria.expression import UNSURE, QuestionId
from criteria.languages import LANGUAGES, Language
from criteria.model.called import spelled_out
from criteria.screening import asked_questions

Table = dict[str, dict[str, dict[str, list[Any]]]]
TABLES: list[Table] = [
    YAML(typ="safe").load(Path(__file__).parent / name) for name in ("common.yaml", "common_people.yaml")
]
"""By question and language, the outcome of each wording."""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load(write_condition(tmp_path_factory.mktemp("typed")))


@pytest.fixture(scope="module")
def reader(catalogue: Catalogue) -> Reader:
    return Reader(CardContext(catalogue, Wording(), About(FACE)))


def wordings(question: str) -> Iterator[tuple[Language, str, str]]:
    for table in TABLES:
        for language in LANGUAGES:
            for result, texts in table.get(question, {}).get(language, {}).items():
                yield from ((language, str(text), result) for text in texts)


@pytest.mark.parametrize("question", list(common_questions()))
def test_every_wording_has_its_right_outcome(catalogue: Catalogue, reader: Reader, question: str) -> None:
    asked = asked_questions(catalogue.conditions[CONDITION])[QuestionId(question)]
    wrong = {}
    for language, text, result in wordings(question):
        found = outcome(reader.read(asked, text, language, HOUR))
        if found != result:
            wrong[language, text] = (result, found)
    assert wrong == {}
    told = {result for _, _, result in wordings(question)}
    assert {f"take {answer}" for answer in asked.answers} <= told
    assert all(result.split()[-1] in ("nothing", UNSURE, *asked.answers) for result in told)


def test_the_table_is_large() -> None:
    assert sum(1 for question in TABLES[0] for _ in wordings(question)) >= 1000


@pytest.mark.parametrize("question", list(common_questions()))
def test_every_button_and_every_word_of_say_is_taken_for_its_answer(
    catalogue: Catalogue, reader: Reader, question: str
) -> None:
    asked = asked_questions(catalogue.conditions[CONDITION])[QuestionId(question)]
    wrong = {}
    for answer, called in asked.text.called.items():
        for language in LANGUAGES:
            for text in (called.in_(language), *(word for _, _, ways in spelled_out(called.say) for word in ways)):
                if (found := reader.read(asked, text, language, HOUR).taken) != answer:
                    wrong[language, text] = (answer, found)
    assert wrong == {}
