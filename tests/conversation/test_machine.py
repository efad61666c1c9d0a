"""The conversation: its steps, what it keeps, and what no action can break."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from studies import BESIDE_ANOTHER, LUPUS
from talk import FITS_A, FITS_B, FITS_BOTH, HERE, MOMENT, A, B, Person, buttons, whole_text
from test_ticket import actions, states

from bot.conversation.card import Fold, Role
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.state import Action, Screen, State
from bot.conversation.wording import Wording
from bot.faces.telegram.abilities import FACE as TELEGRAM
from bot.faces.web.participant.face import FACE as WEB
from criteria.catalogue import Catalogue
from criteria.expression import QuestionId
from criteria.interview import Verdict
from criteria.languages import Language

CONVERSATION = Conversation(BESIDE_ANOTHER, Wording(WEB.texts), About(WEB))


@given(state=states, action=actions)
def test_no_action_of_any_authentic_ticket_breaks_the_conversation(state: State, action: Action) -> None:
    stepped = CONVERSATION.step(state, action, MOMENT)
    card = CONVERSATION.view(stepped)
    assert card.title
    assert buttons(card)
    CONVERSATION.view(state)


@given(seed=st.integers(0, 10_000), language=st.sampled_from(["en", "es"]))
def test_from_every_card_some_button_leads_on_and_none_is_a_dead_end(seed: int, language: Language) -> None:
    person, dice = Person(BESIDE_ANOTHER, language), random.Random(seed)  # noqa: S311 - a walk, no secret
    for _ in range(60):
        person.press(dice.choice(buttons(person.card)))
        forward = [button for button in buttons(person.card) if button.role is Role.FORWARD]
        assert len(forward) <= 1
        if person.card.question is None and not person.card.results:
            onward = Role.CHOICE if person.card.screen is Screen.CHOICE else Role.FORWARD  # none is recommended
            assert [button for button in buttons(person.card) if button.role in {onward, Role.FORWARD}]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("study", "fits"), [(A, FITS_A), (B, FITS_B)])
def test_somebody_who_fits_a_study_is_told_so(
    shipped: Catalogue, language: Language, study: str, fits: dict[str, str]
) -> None:
    card = Person(shipped, language, study).answer_all(**fits)
    assert [(result.study, result.verdict) for result in card.results] == [(study, Verdict.LIKELY_ELIGIBLE)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_both_studies_are_asked_about_at_once_and_shared_facts_only_once(
    shipped: Catalogue, language: Language
) -> None:
    person = Person(shipped, language)
    person.begin()
    asked = []
    while (question := person.card.question) is not None:
        asked.append(question)
        person.tap(FITS_BOTH.get(question, "unsure"))
    assert len(asked) == len(set(asked)) == 24
    assert {result.study: result.verdict for result in person.card.results} == {
        A: Verdict.LIKELY_ELIGIBLE,
        B: Verdict.LIKELY_ELIGIBLE,
    }


def test_the_number_of_questions_left_only_shrinks_while_answering(shipped: Catalogue) -> None:
    for seed in range(30):
        person, dice = Person(shipped), random.Random(seed)  # noqa: S311 - a walk, no secret
        person.begin()
        before = 10_000
        while person.card.question is not None:
            left = person.card.left
            assert left is not None
            assert left < before
            before = left
            person.press(dice.choice([button for button in person.card.buttons if button.role is Role.ANSWER]))


def test_an_answer_can_be_changed_and_the_others_stay(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    person.answer_all(**FITS_A)
    person.change("last_biopsy")
    assert person.card.question == "last_biopsy"
    assert [button.value for button in person.card.buttons if button.marked] == ["<6"]
    card = person.tap(">12")
    assert card.results[0].verdict is Verdict.INELIGIBLE
    person.change("last_biopsy")
    card = person.tap("<6")
    assert card.results[0].verdict is Verdict.LIKELY_ELIGIBLE, "the answers that slept came back"


def test_back_shows_the_question_before_with_its_answer_and_loses_nothing(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    person.begin()
    person.tap("kidneys")
    person.tap("18..75")
    present = person.card.question
    person.tap("back")
    assert person.card.question == "age"
    person.tap("back")
    assert person.card.question == "lupus_kidney"
    person.tap("keep")
    assert person.card.question == present


def test_what_explains_a_question_is_folded_beside_it_where_the_face_unfolds(shipped: Catalogue) -> None:
    card = Person(shipped, "en", A).begin()
    (fold,) = [block for block in card.blocks if isinstance(block, Fold)]
    question = LUPUS.questions[QuestionId("lupus_kidney")]
    assert question.text.help.in_("en") in whole_text(card)
    assert "Lupus that has affected the kidneys" in whole_text(card)
    assert fold.help
    assert {button.value for button in card.ways} == {"menu", "stop"}


def test_elsewhere_help_and_why_are_screens_of_the_question_out_of_which_back_leads(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A, TELEGRAM)
    person.begin()
    person.tap("kidneys")
    for way in ("help", "why"):
        without = whole_text(person.card)
        card = person.tap(way)
        assert card.question == "age"
        assert len(whole_text(card)) > len(without)
        assert [button.value for button in card.buttons if button.role is Role.ANSWER][-1] == "unsure"
        assert way not in [button.value for button in card.ways]
        assert person.tap("back").question == "age"
        assert person.card.screen is Screen.MAIN
    assert person.tap("back").question == "lupus_kidney"


def test_the_language_changes_at_any_time_and_keeps_the_answers(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    person.begin()
    person.tap("kidneys")
    person.tap("menu")
    card = person.tap("es")
    assert card.language == "es"
    card = person.forward()
    assert (card.question, card.language) == ("age", "es")
    assert [one.question for one in card.history] == ["lupus_kidney"]


def test_stopping_is_free_and_one_more_tap_goes_on(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    person.begin()
    person.tap("kidneys")
    assert person.tap("stop").screen is Screen.STOPPED
    assert person.forward().question == "age"


def test_answers_serve_the_other_study_of_the_condition_without_a_second_notice(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    person.answer_all(**FITS_A)
    person.tap("choice")
    person.tap(LUPUS.id)
    card = person.tap(B)
    assert card.question == "age", "A tells 18 and more from less, which does not say whether B's upper limit is met"
    assert [one.question for one in card.history] == ["lupus_kidney"]
    assert person.tap("18..75").question == "kidney_class"
    person.tap("menu")
    person.tap("choice")
    person.tap(LUPUS.id)
    card = person.tap(A)
    assert card.question == "last_biopsy", "12 months and less does not say whether it was less than 6"


def test_when_one_of_two_studies_is_settled_its_result_can_be_seen_at_once(shipped: Catalogue) -> None:
    person = Person(shipped)
    person.begin()
    person.tap("kidneys")
    person.tap(">75")
    assert person.card.question is not None
    card = person.tap("settled")
    assert [(result.study, result.verdict) for result in card.results] == [(B, Verdict.INELIGIBLE)]
    assert person.forward().question == "last_biopsy"


def test_a_link_to_a_study_opens_its_notice(shipped: Catalogue) -> None:
    card = Person(shipped, "es", B).card
    assert card.screen is Screen.MAIN
    assert card.question is None
    assert B in whole_text(card)


def test_a_seed_is_drawn_with_the_first_card_and_stays(shipped: Catalogue) -> None:
    person = Person(shipped)
    assert person.state.seed == MOMENT.chance & 0xFFFFFF
    person.answer_all(**FITS_BOTH)
    person.tap("menu")
    person.tap("choice")
    person.tap(LUPUS.id)
    person.tap(A)
    assert person.state.seed == MOMENT.chance & 0xFFFFFF


def test_the_same_tap_twice_is_one_answer(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    person.begin()
    held = person.tickets.write(person.state, person.button("kidneys").action, HERE)
    reached = set()
    for _ in range(2):
        state, action = person.tickets.read(held, HERE, MOMENT.hour)
        reached.add(person.tickets.write(person.conversation.step(state, action, MOMENT), action, HERE))
    assert len(reached) == 1


def test_every_question_of_the_condition_is_reached_by_somebody(shipped: Catalogue) -> None:
    person = Person(shipped)
    person.begin()
    asked = set()
    while (question := person.card.question) is not None:
        asked.add(question)
        person.tap("<1" if question == "upcr" else FITS_BOTH[question])
    assert asked == set(LUPUS.questions)
