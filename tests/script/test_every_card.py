"""What both faces can show for a study, on every card that its link leads to, stands in its script, and no more is claimed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from committee import ABOUT, DAY, MEDIA, ids_of, shipped
from studies import BESIDE_ANOTHER, LUPUS, SANTIAGO, VALLADOLID

from bot.conversation.card import Button, Card, Role
from bot.conversation.machine import Conversation
from bot.conversation.state import Action, Moment, Subject
from bot.script.document import Medium
from bot.script.marks import MarkedWording, Marks
from bot.script.model import Items, Table
from criteria.catalogue import Catalogue
from criteria.condition import StudyId
from criteria.languages import LANGUAGES, Language
from criteria.screening import screening

HOUR = (DAY.toordinal() - 719_163) * 24 + 12
PRESSES = 350
BOTH = [VALLADOLID, SANTIAGO]


def pressed(card: Card, chance: random.Random) -> Action:
    """Any button of a card; on the way to the result more often than not."""
    onward = [one for one in card.buttons if one.role in {Role.ANSWER, Role.FORWARD}]
    if onward and chance.random() < 0.6:
        return (
            onward[-1] if chance.random() < 0.6 else chance.choice(onward)
        ).action  # the last is unsure, and goes on
    every: list[Button] = [*card.buttons, *card.ways, *(one for result in card.results for one in result.buttons)]
    changes = [one.change for one in (*card.history, *card.exchanges)]
    return chance.choice([*(one.action for one in every), *changes])


def wandered(conversation: Conversation, subject: Subject, language: Language, seed: int) -> Iterator[Card]:
    """A person who presses whatever there is, and begins again at the study's link now and then."""
    chance = random.Random(seed)  # noqa: S311 - the same way at every run
    start = state = conversation.start(language, Moment(HOUR), subject)
    for turn in range(PRESSES):
        card = conversation.view(state)
        if card.language == language:
            yield card
        there = conversation.step(state, pressed(card, chance), Moment(HOUR))
        state = there if turn % 60 and there.language == language and there.subject == subject else start


def shown(medium: Medium, catalogue: Catalogue, marks: Marks, study: StudyId, language: Language) -> set[str]:
    """The ids of all texts of this study and of the program that a face shows somebody who wanders about."""
    words = MarkedWording(marks, medium.name, medium.face.texts)
    conversation = Conversation(catalogue, words, replace(ABOUT, face=medium.face))
    sentences: Callable[[Card, str], list[str]] = medium.sentences(words)
    found = set()
    for card in wandered(conversation, Subject(LUPUS.id, study), language, seed=len(medium.name)):
        found |= {one.partition("#")[0] for line in sentences(card, "") for one in marks.ids(line)}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.name)
def test_whatever_is_pressed_nothing_is_shown_that_the_script_has_not(medium: Medium, language: Language) -> None:
    """Beside another study and another illness, as a site serves it."""
    marks = Marks()
    alone = marks.condition(replace(LUPUS, studies={VALLADOLID: LUPUS.studies[VALLADOLID]}))
    condition = replace(alone, studies={key: alone.studies.get(key, one) for key, one in LUPUS.studies.items()})
    catalogue = Catalogue({**BESIDE_ANOTHER.conditions, LUPUS.id: condition})
    found = shown(medium, catalogue, marks, VALLADOLID, language)
    assert len(found) > 200
    assert sorted(found - ids_of(shipped(VALLADOLID))) == []


def test_no_more_is_claimed_than_is_shown() -> None:
    """Each quoted line of the chapter of cards stands, word by word, on a card of a face."""
    script = shipped(VALLADOLID)
    part = script.parts[0]
    (chapter,) = (one for one in part.chapters if one.key == "screens")
    quoted = [
        line.text for block in chapter.blocks if isinstance(block, Items) and block.quoted for line in block.lines
    ]
    answers = [
        row[0][0].text
        for block in chapter.blocks
        if isinstance(block, Table) and block.widths == (38, 62)
        for row in block.rows
    ]
    assert len(quoted) > 200
    assert len(answers) > 50
    said = set()
    for medium in MEDIA:
        conversation = Conversation(BESIDE_ANOTHER, (words := _plain(medium)), replace(ABOUT, face=medium.face))
        sentences = medium.sentences(words)
        for seed in (3, 4, 5):
            for card in wandered(conversation, Subject(LUPUS.id, VALLADOLID), part.language, seed):
                said |= set(sentences(card, ""))
    assert set(answers) <= said
    missed = set(quoted) - said
    assert len(missed) < len(set(quoted)) / 5, "whoever wanders about comes past most of it"


def _plain(medium: Medium) -> MarkedWording:
    return MarkedWording(_NoMarks(), medium.name, medium.face.texts)


class _NoMarks(Marks):
    def on(self, text_id: str, text: str) -> str:  # noqa: ARG002
        return text


@pytest.mark.parametrize("study", BOTH)
def test_every_question_answer_and_rule_of_the_study_is_in_it(study: StudyId) -> None:
    languages = LANGUAGES if study == VALLADOLID else ("es",)
    script = shipped(study, *(() if study == VALLADOLID else languages))
    told = ids_of(script)
    alone = screening(LUPUS, [study])
    for language in languages:
        for key, question in alone.questions.items():
            assert {f"questions.{key}.ask.{language}", f"questions.{key}.help.{language}"} <= told
            named = {f"questions.{key}.options.{one}.label.{language}" for one in question.text.options or {}}
            assert named <= told
        for criterion in alone.studies[study].criteria:
            assert {f"study.criteria.{criterion}.{name}.{language}" for name in ("label", "technical")} & told


def test_every_sentence_of_the_program_is_in_it() -> None:
    assert set(shipped(VALLADOLID).own_texts) <= ids_of(shipped(VALLADOLID))
