"""Say what typed words mean under a question, as the chat would read them."""

import json
import time
from typing import Annotated

import typer

from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, JsonOption, fail
from bot.conversation.cards.context import About, CardContext
from bot.conversation.wording import Wording
from bot.typed.reader import Reader
from bot.typed.reading import Reading
from criteria.catalogue import Catalogue
from criteria.condition import Condition, Question
from criteria.expression import QuestionId, did_you_mean
from criteria.model import LANGUAGES


def read(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="The question's id.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What a person typed.")],
    language: Annotated[str, typer.Option(help="The language of the chat.")] = LANGUAGES[0],
    study: Annotated[str | None, typer.Option(help="The study, where several conditions have such a question.")] = None,
    as_json: JsonOption = False,
    criteria: CriteriaOption = None,
) -> None:
    """Say which answer typed words are taken for, or would be asked about, or why neither.

    Answers that would end a study are proposed here, since nothing is known of the other answers; in a chat they are not.
    """
    if language not in LANGUAGES:
        fail(f"error: `{language}` is no language here: use {' or '.join(LANGUAGES)}")
    catalogue = console.catalogue(context, criteria)
    reader = Reader(CardContext(catalogue, Wording(), About("telegram")))
    known = next(one for one in LANGUAGES if one == language)
    found = reader.read(_question(catalogue, question, study), text, known, int(time.time() // 3600))
    OUT.print(json.dumps(_told(found), ensure_ascii=False) if as_json else _in_words(found))


def _question(catalogue: Catalogue, name: str, study: str | None) -> Question:
    """The question that is meant."""
    conditions = list(catalogue.conditions.values()) if study is None else [_condition(catalogue, study)]
    found = [asked for condition in conditions if (asked := condition.questions.get(QuestionId(name)))]
    if not found:
        known = [key for condition in conditions for key in condition.questions]
        fail(f"error: `{name}` is no question{did_you_mean(name, known)}")
    if len(found) > 1:
        fail(f"error: several conditions have a question `{name}`: name a study with --study")
    return found[0]


def _condition(catalogue: Catalogue, study: str) -> Condition:
    found = catalogue.find(study)
    if found is None:
        known = [key for condition in catalogue.conditions.values() for key in condition.studies]
        fail(f"error: `{study}` is no study here{did_you_mean(study, known)}")
    return found[0]


def _told(found: Reading) -> dict[str, str | None]:
    return {
        "taken": found.taken,
        "asked": found.asked,
        "hint": found.hint.value if found.hint else None,
        "way": found.way.value if found.way else None,
    }


def _in_words(found: Reading) -> str:
    return ", ".join(f"{name}: {value}" for name, value in _told(found).items() if value)
