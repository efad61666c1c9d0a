"""Every text exists in Spanish and English, with the same names and arguments, and is used."""

import re
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from studies import LUPUS

import bot
from bot.conversation.cards.context import About, CardContext
from bot.conversation.cards.labels import answer_label
from bot.conversation.wording import UnknownTextError, Wording
from bot.faces.web.participant.face import FACE as WEB
from criteria import model
from criteria.catalogue import Catalogue
from criteria.expression import QuestionId
from criteria.languages import LANGUAGES, Language
from criteria.number import Cut
from criteria.question import Question, QuestionDefinition
from criteria.screening import asked_questions

ROOT = Path(bot.__file__).parent
FOLDERS = sorted({path.parent for path in ROOT.rglob("*.ftl")})


class _Arguments(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name.removesuffix("-short").removesuffix("-bare"))


def messages(path: Path) -> dict[str, set[str]]:
    found = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{path}: {entry.content}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{path}: {entry.id.name} stands twice"
            arguments = _Arguments()
            arguments.visit(entry)
            found[entry.id.name] = arguments.names
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_both_languages_have_the_same_texts_with_the_same_arguments(folder: Path) -> None:
    assert messages(folder / "en.ftl") == messages(folder / "es.ftl")


def test_every_text_is_used_by_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for pattern in ("*.py", "*.html") for path in ROOT.rglob(pattern))
    for folder in FOLDERS:
        for name in messages(folder / "en.ftl"):
            parts = name.split("-")
            stems = [name, *("-".join(parts[:at]) + "-" for at in range(1, len(parts)))]
            assert any(f'"{stem}' in code or f"'{stem}" in code for stem in stems), f"{name} is never said"


def test_a_text_that_does_not_exist_or_lacks_an_argument_is_a_mistake_of_ours() -> None:
    wording = Wording(WEB.texts)
    with pytest.raises(UnknownTextError):
        wording.say("en", "no-such-text")
    with pytest.raises(UnknownTextError):
        wording.say("en", "choice-all")


def _numbers() -> list[Question]:
    text = {"en": "How many?", "es": "¿Cuántos?"}
    found = []
    units = ["years", "months_ago", "weeks_ago", "days_ago", {"en": "g/g", "es": "g/g"}]
    sides = [(False, False), (False, True), (True, False), (True, True)]
    for unit, (first, second), whole in product(units, sides, (True, False)):
        cuts = [Cut(1.0, first), Cut(12.0, second), Cut(12.0, not second), Cut(20.5, first)]
        question = model.Question.model_validate(
            {"ask": text, "help": text, "number": {"unit": unit, "from": 0, "to": 100, "whole": whole}}
        )
        found.append(QuestionDefinition(QuestionId("q"), question, model.Text({})).asked(cuts))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_interval_has_words_of_its_own_in_every_unit(shipped: Catalogue, language: Language) -> None:
    context = CardContext(shipped, Wording(WEB.texts), About(WEB))
    for question in _numbers():
        labels = [answer_label(context, language, question, answer) for answer in question.answers]
        assert len(set(labels)) == len(labels), labels
        for label in labels:
            assert re.search(r"\d", label)
            assert "{" not in label


@pytest.mark.parametrize(
    ("language", "question", "labels"),
    [
        ("en", "age", ["Younger than 18", "18 to 75", "Older than 75"]),
        ("es", "age", ["Menos de 18 años", "De 18 a 75 años", "Más de 75 años"]),
        (
            "en",
            "last_biopsy",
            ["Less than 6 months ago", "6 to 12 months ago", "More than 12 months ago", "I have never had one"],
        ),
        (
            "es",
            "last_biopsy",
            ["Hace menos de 6 meses", "Hace entre 6 y 12 meses", "Hace más de 12 meses", "Nunca me han hecho una"],
        ),
        ("en", "upcr", ["Less than 1 g/g (1000 mg/g; 113 mg/mmol)", "1 g/g or more (1000 mg/g; 113 mg/mmol)"]),
        ("es", "egfr", ["Menos de 40 ml/min/1,73 m²", "40 ml/min/1,73 m² o más"]),
    ],
)
def test_intervals_read_as_a_person_would_say_them(
    shipped: Catalogue, language: Language, question: str, labels: list[str]
) -> None:
    context = CardContext(shipped, Wording(WEB.texts), About(WEB))
    asked = asked_questions(LUPUS)[QuestionId(question)]
    assert [answer_label(context, language, asked, answer) for answer in asked.answers] == labels
