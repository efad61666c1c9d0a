"""What a private answer may change, and what not: every combination of them beside equal other answers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_conditions import answers as answered_by
from random_conditions import build
from random_plans import people, plans
from studies import LUPUS
from talk import FITS_A, FITS_B, FITS_BOTH, MOMENT, A, B, Person, folded, texts, whole_text

from bot.conversation.card import Bullets, Card
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.replay import Replay
from bot.conversation.state import Screen, Subject
from bot.conversation.subjects import screened
from bot.conversation.wording import Wording
from bot.faces.html import environment
from bot.faces.web.participant.face import FACE as WEB
from criteria.catalogue import Catalogue
from criteria.condition import Condition, StudyId
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.interview import Status
from criteria.languages import LANGUAGES, Language
from criteria.screening import carried
from criteria.sensitive import is_sensitive

WORDING = Wording(WEB.texts)
FILE = environment("bot.faces.telegram").get_template("sheet.html")
SUBJECTS = [
    pytest.param(Subject(LUPUS.id, StudyId(A)), FITS_A, id="A"),
    pytest.param(Subject(LUPUS.id, StudyId(B)), FITS_B, id="B"),
]
PUBLIC: list[dict[str, str]] = [{}, {"sledai": "unsure", "upcr": "unsure"}, {"last_biopsy": ">12"}]
"""What changes of the answers that fit: nothing, something unsure, something that rules out."""


def every_private(
    conversation: Conversation, subject: Subject, others: Mapping[QuestionId, AnswerId], language: Language = "en"
) -> Iterator[Replay]:
    """Everybody who gives these other answers: one for each combination of private ones, unsure too, and unfinished ones."""
    asked = screened(conversation.context.catalogue, subject).questions
    private = [key for key, question in asked.items() if question.text.sensitive]
    public = {key: answer for key, answer in others.items() if key in asked and key not in private}
    state = replace(conversation.start(language, MOMENT, subject), began=True)
    for said in product(*([*asked[key].answers, UNSURE] for key in private)):
        replay = conversation.replay(replace(state, answers={**public, **dict(zip(private, said, strict=True))}))
        assert replay is not None
        yield replay


def cards(conversation: Conversation, replay: Replay, screen: Screen) -> Iterator[tuple[int, Card]]:
    """One card for each study that is settled."""
    for at, settled in enumerate(replay.settled):
        if settled:
            yield at, conversation.view(replace(replay.state, screen=screen, at=at))


def shipped_answers(subject: Subject, catalogue: Catalogue, said: Mapping[str, str]) -> dict[QuestionId, AnswerId]:
    """Answers as a case writes them, as this interview has them."""
    asked = screened(catalogue, subject).questions
    return {
        key: AnswerId(said.get(key, UNSURE))
        if said.get(key, UNSURE) in (*question.answers, UNSURE)
        else question.answer(question.read(said[key]))
        for key, question in asked.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("change", PUBLIC, ids=["fits", "unsure", "fails"])
@pytest.mark.parametrize(("subject", "fits"), SUBJECTS)
def test_the_doctors_sheet_is_the_same_paper_whatever_the_private_answers_were(
    shipped: Catalogue, subject: Subject, fits: dict[str, str], change: dict[str, str], language: Language
) -> None:
    conversation = Conversation(shipped, WORDING, About(WEB))
    sheets: dict[int, set[bytes]] = {}
    seen = 0
    for replay in every_private(conversation, subject, shipped_answers(subject, shipped, fits | change), language):
        for at, card in cards(conversation, replay, Screen.SHEET):
            assert card.screen is Screen.SHEET
            sheets.setdefault(at, set()).add(FILE.render(card=card).encode() + repr(card).encode())
            seen += 1
    assert seen >= len(sheets) > 0
    assert all(len(found) == 1 for found in sheets.values())


def told_apart(replay: Replay, at: int) -> object:
    """What may make two results differ that have the same other answers: the verdict, its grade, the groups' counts."""
    decision = replay.decisions[at]

    def groups(status: Status) -> Counter[str]:
        private = (one for one in decision.having(status) if is_sensitive(replay.questions, one))
        return Counter(replay.questions[one.questions[-1]].section.in_("en") for one in private)

    failed, open_ = groups(Status.NOT_MET), groups(Status.TO_CONFIRM)
    likely = (decision.grade, tuple(open_.items())) if not decision.having(Status.NOT_MET) else ()
    return decision.verdict, tuple(failed), likely, replay.question is None


def results_differ_by_their_groups_alone(conversation: Conversation, replays: Iterator[Replay]) -> int:
    """Check it of all these; how many kinds of results were seen."""
    found: dict[object, list[str]] = {}
    for replay in replays:
        for at, card in cards(conversation, replay, Screen.RESULT):
            text = list(texts(card))
            assert found.setdefault((at, told_apart(replay, at)), text) == text
    return len(found)


@pytest.mark.parametrize("change", PUBLIC, ids=["fits", "unsure", "fails"])
@pytest.mark.parametrize(("subject", "fits"), SUBJECTS)
def test_results_of_one_verdict_differ_in_the_groups_sentence_and_its_count_alone(
    shipped: Catalogue, subject: Subject, fits: dict[str, str], change: dict[str, str]
) -> None:
    conversation = Conversation(shipped, WORDING, About(WEB))
    answers = shipped_answers(subject, shipped, fits | change)
    assert results_differ_by_their_groups_alone(conversation, every_private(conversation, subject, answers))


def test_of_two_studies_asked_about_together_each_sheet_is_the_same_paper(shipped: Catalogue) -> None:
    conversation = Conversation(shipped, WORDING, About(WEB))
    subject = Subject(LUPUS.id, None)
    sheets: dict[int, set[str]] = {}
    for replay in every_private(conversation, subject, shipped_answers(subject, shipped, FITS_BOTH)):
        for at, card in cards(conversation, replay, Screen.SHEET):
            sheets.setdefault(at, set()).add(repr(card))
    assert [len(found) for found in sheets.values()] == [1, 1]


def test_the_group_is_told_with_its_count_behind_all_other_points(shipped: Catalogue) -> None:
    card = Person(shipped, "en", A).answer_all(
        **FITS_A | {"sledai": "unsure", "cancer": "unsure", "infections": "unsure"}
    )
    title = WORDING.say("en", "result-to-confirm")
    (points,) = (block.items for block in folded(card, title) if isinstance(block, Bullets))
    section = LUPUS.questions[QuestionId("cancer")].section.in_("en")
    assert points[-1] == (WORDING.say("en", "result-section", section=section, count=2),)
    assert len(points) == 2


RANDOM = settings(max_examples=25)


@RANDOM
@given(st.data())
def test_of_random_conditions_too_sheets_are_equal_and_results_differ_by_their_groups_alone(
    data: st.DataObject,
) -> None:
    plan = data.draw(plans(most_questions=4, most_studies=2))
    condition = build(plan, private=data.draw(st.integers(1, 2)))
    conversation = Conversation(Catalogue({condition.id: condition}), WORDING, About(WEB))
    answers = answered_by(condition, data.draw(people(plan)))
    for subject in subjects_of(condition):
        own = carried(
            answers,
            screened(conversation.context.catalogue, Subject(condition.id, None)),
            screened(conversation.context.catalogue, subject),
        )
        replays = list(every_private(conversation, subject, own))
        for at in range(len(replays[0].decisions)):
            sheets = {
                card for replay in replays for place, card in cards(conversation, replay, Screen.SHEET) if place == at
            }
            assert len(sheets) <= 1
        results_differ_by_their_groups_alone(conversation, iter(replays))


def subjects_of(condition: Condition) -> list[Subject]:
    return [Subject(condition.id, None), *(Subject(condition.id, key) for key in condition.studies)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_has_what_a_doctor_needs(shipped: Catalogue, language: Language) -> None:
    person = Person(shipped, language, A)
    person.answer_all(**FITS_A | {"sledai": "unsure"})
    sheet = whole_text(person.tap("sheet"))
    study = LUPUS.studies[StudyId(A)].text
    site = study.sites[0]
    assert site.contact is not None
    for text in (study.summary, site.unit, site.contact):
        assert text.in_(language) in sheet
    for criterion in study.criteria:
        for said in (criterion.technical or criterion.label, criterion.note, criterion.changed):
            assert not said or said.in_(language) in sheet, criterion.id
    for name in ("sheet-private", "sheet-bring", "sheet-blank-value", "sheet-blank-day", "sheet-unsure"):
        assert WORDING.say(language, name) in sheet
    for name in ("sheet-met", "sheet-absent", "sheet-in-person", "sheet-to-confirm"):
        assert WORDING.say(language, name) in sheet
    response = LUPUS.questions[QuestionId("kidney_response")].text.options
    assert response is not None
    assert response["partly"].in_(language) in sheet


def test_the_history_knows_which_answers_are_private(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    history = person.answer_all(**FITS_A).history
    private = {one.question for one in history if one.sensitive}
    assert private == {"cancer", "childbearing", "infections"}
    assert [one.sensitive for one in history] == sorted(one.sensitive for one in history)
