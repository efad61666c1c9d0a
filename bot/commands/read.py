"""Say what typed words mean under a question, as the chat would read them."""

import json
import time
from typing import Annotated

import typer

from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, FolderArgument, JsonOption, LanguageOption, fail, spoken
from bot.conversation.cards.context import About, CardContext
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE
from bot.typed.reader import Reader
from bot.typed.reading import Reading
from criteria.catalogue import Catalogue
from criteria.expression import QuestionId, did_you_mean
from criteria.languages import LANGUAGES
from criteria.question import Question
from criteria.screening import asked_questions


def read(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="The question's id.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What a person typed.")],
    folder: FolderArgument = None,
    language: LanguageOption = LANGUAGES[0],
    study: Annotated[str | None, typer.Option(help="The study, where several conditions have such a question.")] = None,
    as_json: JsonOption = False,
    criteria: CriteriaOption = None,
) -> None:
    """Say which answer typed words are taken for, or would be asked about, or why neither.

    Answers that would end a study are proposed here, since nothing is known of the other answers; in a chat they are not.
    """
    said = spoken(language)
    catalogue = console.catalogue(context, criteria, folder)
    reader = Reader(CardContext(catalogue, Wording(), About(FACE)))
    found = reader.read(_question(catalogue, question, study), text, said, int(time.time() // 3600))
    OUT.print(json.dumps(_told(found), ensure_ascii=False) if as_json else _in_words(found))


def _question(catalogue: Catalogue, name: str, study: str | None) -> Question:
    """The question that is meant, with the buttons of the study, or of all studies of its condition."""
    asked = _asked(catalogue, study)
    found = [questions[QuestionId(name)] for questions in asked if QuestionId(name) in questions]
    if not found:
        known = [key for questions in asked for key in questions]
        fail(f"error: `{name}` is no question{did_you_mean(name, known)}")
    if len(found) > 1:
        fail(f"error: several conditions have a question `{name}`: name a study with --study")
    return found[0]


def _asked(catalogue: Catalogue, study: str | None) -> list[dict[QuestionId, Question]]:
    """The questions of a study, or of every condition."""
    if study is None:
        return [asked_questions(condition) for condition in catalogue.conditions.values()]
    found = catalogue.find(study)
    if found is None:
        known = [key for condition in catalogue.conditions.values() for key in condition.studies]
        fail(f"error: `{study}` is no study here{did_you_mean(study, known)}")
    return [asked_questions(found[0], [found[1].id])]


def _told(found: Reading) -> dict[str, str | None]:
    return {
        "taken": found.taken,
        "asked": found.asked,
        "hint": found.hint.value if found.hint else None,
        "way": found.way.value if found.way else None,
    }


def _in_words(found: Reading) -> str:
    return ", ".join(f"{name}: {value}" for name, value in _told(found).items() if value)
