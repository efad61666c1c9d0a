"""What people read on every reachable card: kind, in their language, within limits, never a verdict's name."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from studies import LUPUS
from talk import FITS_A, FITS_B, FITS_BOTH, MOMENT, A, B, Person, texts, whole_text

from bot.conversation.card import Card
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.state import Screen, State, Subject
from bot.conversation.subjects import subjects
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from criteria.catalogue import SHIPPED, Catalogue, load
from criteria.expression import Answers
from criteria.interview import Interview, Position, Verdict, answered, asked_at
from criteria.languages import LANGUAGES, Language
from criteria.screening import screening

NEVER_READ = re.compile(
    r"ineligible|not eligible|no apt[oa]|no elegible|likely_eligible|guarante|garantiz|congratul|felicid", re.IGNORECASE
)
LANGUAGE_PAIRS = [(language, other) for language in LANGUAGES for other in LANGUAGES if other != language]


def reachable(catalogue: Catalogue, language: Language) -> Iterator[Card]:
    """Every card of every interview, once per reachable state and screen."""
    conversation = Conversation(catalogue, Wording(WEB.texts), About(WEB))
    for subject in subjects(catalogue):
        condition = catalogue.conditions[subject.condition]
        interview = Interview(screening(condition, [subject.study] if subject.study else list(condition.studies)))
        seen = {interview.start}
        waiting: list[tuple[Position, Answers]] = [(interview.start, {})]
        while waiting:
            state, given = waiting.pop()
            for screen in (Screen.MAIN, Screen.HELP, Screen.WHY, Screen.REVIEW, Screen.RESULT, Screen.SHEET):
                yield conversation.view(
                    State(language, MOMENT.hour, subject=subject, began=True, answers=given, screen=screen)
                )
            if (question := asked_at(state)) is None:
                continue
            for answer, child in answered(state, question):
                if child not in seen or asked_at(child) is None:
                    waiting.append((child, {**given, question: answer}))
                    seen.add(child)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_reachable_card_names_a_verdict_promises_or_is_empty(shipped: Catalogue, language: Language) -> None:
    count = 0
    for card in reachable(shipped, language):
        count += 1
        for text in texts(card):
            assert not NEVER_READ.search(text), text
        assert card.title.strip()
        if card.question:
            assert card.buttons[0].label
            assert len({button.label for button in card.buttons}) == len(card.buttons)
    assert count > 300


@pytest.mark.parametrize(("language", "other"), LANGUAGE_PAIRS)
def test_a_card_is_in_one_language(shipped: Catalogue, language: Language, other: Language) -> None:
    wording = Wording(WEB.texts)
    foreign = wording.say(other, "answer-unsure")
    for card in reachable(shipped, language):
        assert foreign not in whole_text(card)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_result_says_who_decides_and_that_no_treatment_should_change(shipped: Catalogue, language: Language) -> None:
    wording = Wording(WEB.texts)
    for study, fits in ((A, FITS_A), (B, FITS_B)):
        for answers in (fits, fits | {"last_biopsy": ">12"}, {}):
            card = Person(shipped, language, study).answer_all(**answers)
            text = whole_text(card)
            for name in ("result-only-team", "safety-treatment"):
                assert wording.say(language, name, count=2) in text
            assert LUPUS.text.emergency is not None
            assert LUPUS.text.emergency.in_(language) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ineligible_result_names_the_requirement_and_the_answer(shipped: Catalogue, language: Language) -> None:
    card = Person(shipped, language, A).answer_all(**FITS_A | {"last_biopsy": "6..12"})
    text = whole_text(card)
    criterion = next(one for one in LUPUS.studies[A].criteria.values() if one.id == "recent_biopsy")
    assert criterion.text.label.in_(language) in text
    assert criterion.text.changed is not None
    assert criterion.text.changed.in_(language) in text
    assert LUPUS.questions[next(criterion.comparisons()).question].text.ask.in_(language) in text
    wording = Wording(WEB.texts)
    assert wording.say(language, "result-window") in text
    assert wording.say(language, "result-stopped") in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("question", "answer"), [("infections", "listed"), ("cancer", "yes"), ("childbearing", "breastfeeding")]
)
def test_a_sensitive_reason_is_named_by_its_section_only(
    shipped: Catalogue, language: Language, question: str, answer: str
) -> None:
    person = Person(shipped, language, A)
    card = person.answer_all(**FITS_A | {question: answer})
    assert card.results[0].verdict is Verdict.INELIGIBLE
    text = whole_text(card).lower()
    for word in ("hiv", "vih", "hepatitis", "tubercul", "cancer", "cáncer"):
        assert word not in text
    found = next(one for key, one in LUPUS.questions.items() if key == question)
    assert found.text.ask.in_(language).lower() not in text
    assert found.section.in_(language).lower() in text


def test_the_doctors_sheet_is_there_in_both_languages_and_cites_every_item(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    person.answer_all(**FITS_A)
    english = person.tap("sheet")
    assert english.language == "en"
    spanish = person.tap("language")
    assert spanish.language == "es"
    for number in range(1, 16):
        assert re.search(rf"Exclusion [\d, ]*\b{number}\b", whole_text(english))
        assert re.search(rf"Exclusión [\d, ]*\b{number}\b", whole_text(spanish))
    assert person.forward().results[0].study == A


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", ["lupus_only", "no_lupus"])
def test_somebody_without_the_illness_is_told_kindly_and_sent_to_no_clinic(
    shipped: Catalogue, language: Language, answer: str
) -> None:
    card = Person(shipped, language).answer_all(lupus_kidney=answer)
    assert LUPUS.text.without is not None
    person = Person(shipped, language, A)
    full = person.answer_all(lupus_kidney=answer)
    text = whole_text(full)
    assert all(part in text for part in LUPUS.text.without.text.in_(language).split("\n") if part)
    assert "https://clinicaltrials.gov/" in text
    site = LUPUS.studies[A].text.sites[0]
    assert site.unit.in_(language) not in text
    assert len(card.results) == 2


def test_who_has_not_got_the_illness_is_told_of_no_later_date(tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED / "lupus_nephritis", tmp_path / "lupus_nephritis")
    study = folder / f"{A}.yaml"
    rule = "    needs: lupus_kidney == kidneys\n"
    later = '    window: true\n    later: {en: "In another year.", es: "Otro año."}\n'
    study.write_text(study.read_text("utf-8").replace(rule, rule + later, 1), "utf-8")
    told = {
        answer: whole_text(Person(load(folder), "en", A).answer_all(lupus_kidney=answer))
        for answer in ("lupus_only", "no_lupus")
    }
    assert "In another year." not in told["lupus_only"] + told["no_lupus"]
    assert "Here we count from today" not in told["lupus_only"] + told["no_lupus"]
    kidneys = whole_text(Person(load(folder), "en", A).answer_all(last_biopsy="6..12"))
    assert "Here we count from today" in kidneys


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_says_what_must_be_said_before_the_first_question(shipped: Catalogue, language: Language) -> None:
    conversation = Conversation(shipped, Wording(WEB.texts), About(WEB, "Hospital X", "privacy@example.org", "+34 000"))
    subject = Subject(LUPUS.id, None)
    text = whole_text(conversation.view(conversation.start(language, MOMENT, subject)))
    for said in ("Hospital X", "privacy@example.org", "+34 000", "Valladolid", "Santiago"):
        assert said in text
    wording = Wording(WEB.texts)
    for name in ("notice-rules", "notice-adults", "notice-kept", "notice-face", "notice-begin", "notice-begin-other"):
        assert wording.say(language, name, count=2) in text


def test_until_a_committee_has_approved_all_but_the_questions_say_that_this_is_a_demonstration(
    shipped: Catalogue,
) -> None:
    person = Person(shipped, "en")
    person.forward()
    while person.card.screen is not Screen.MAIN:
        assert person.card.banner
        person.forward()
    assert person.card.banner
    person.begin()
    assert not person.card.banner, "a question is short"
    assert person.answer_all(**FITS_BOTH).banner


@pytest.mark.parametrize("language", LANGUAGES)
def test_background_topics_can_be_read_from_anywhere_and_lead_back(shipped: Catalogue, language: Language) -> None:
    person = Person(shipped, language, A)
    person.begin()
    present = person.card.question
    person.tap("menu")
    card = person.tap("topics")
    assert len(LUPUS.topics) >= 12
    for key, topic in LUPUS.topics.items():
        card = person.tap(key)
        assert card.title == topic.title.in_(language)
        assert topic.sources[0].url in whole_text(card)
        person.tap("topics")
    assert person.forward().question == present


def test_the_review_pages_hold_every_answer_once(shipped: Catalogue) -> None:
    person = Person(shipped)
    person.answer_all(**FITS_BOTH)
    card = person.tap("review")
    seen = [one.question for one in card.exchanges]
    card = person.tap("next")
    seen += [one.question for one in card.exchanges]
    assert sorted(seen) == sorted(set(FITS_BOTH) - {"sediment"}), "a ratio of 1 or more leaves the sediment to the team"
