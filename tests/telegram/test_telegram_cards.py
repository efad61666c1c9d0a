"""Every card that the walk reaches, and the longest that could be: all within Telegram's limits."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fake_rules import LONGEST_TEXT, bad, check_keyboard, check_text, units
from hypothesis import given
from hypothesis import strategies as st
from telegram_world import HOUR, WORDING, World

from bot.conversation.card import Bullets, Button, Card, Exchange, Link, Paragraph, Result, Role, Tone
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.state import SHOW, Moment, Screen, State, Subject, go
from bot.conversation.subjects import subjects
from bot.faces.telegram.abilities import FACE as TELEGRAM
from bot.faces.telegram.render import Renderer, Shown
from bot.faces.telegram.rows import OPEN, WIDEST_LABEL
from criteria.catalogue import Catalogue, load
from criteria.condition import StudyId
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.interview import Interview, Verdict, answered, asked_at
from criteria.languages import LANGUAGES, Language
from criteria.screening import screening

pytest_plugins = ["telegram_fixtures"]

SHIPPED = load()
SUBJECTS = subjects(SHIPPED)
RENDERER = Renderer(WORDING)


def walked(catalogue: Catalogue, subject: Subject) -> Iterator[dict[QuestionId, AnswerId]]:
    """The answers on one way to every state that the interview reaches."""
    condition = catalogue.conditions[subject.condition]
    interview = Interview(screening(condition, [subject.study] if subject.study else list(condition.studies)))
    ways: dict[object, dict[QuestionId, AnswerId]] = {interview.start: {}}
    waiting = [interview.start]
    while waiting:
        state = waiting.pop()
        yield ways[state]
        if (question := asked_at(state)) is not None:
            for answer, child in answered(state, question):
                if child not in ways:
                    ways[child] = {**ways[state], question: answer}
                    waiting.append(child)


def states(catalogue: Catalogue, subject: Subject) -> Iterator[State]:
    """Every state with every screen that it can show, in both languages."""
    first = State("en", HOUR, subject, screen=Screen.MAIN)
    around = (Screen.WELCOME, Screen.CHOICE, Screen.MENU, Screen.TOPICS, Screen.PRIVACY, Screen.STOPPED)
    for language in LANGUAGES:
        state = replace(first, language=language)
        yield state
        yield from (replace(state, screen=screen) for screen in around)
        yield from (replace(state, screen=Screen.TOPIC, at=at) for at in range(len(topics(catalogue, subject))))
        for answers in walked(catalogue, subject):
            begun = replace(state, began=True, answers=answers)
            yield begun
            yield from (replace(begun, screen=screen) for screen in (Screen.HELP, Screen.WHY, Screen.MENU))
            yield from (replace(begun, screen=Screen.REVIEW, at=at) for at in range(len(answers) // 12 + 1))
            yield from (replace(begun, screen=Screen.RESULT, at=at) for at in range(2))
            yield from (replace(begun, screen=Screen.SHEET, at=at) for at in range(4))
            yield from (replace(begun, asked_again=question) for question in list(answers)[-1:])


def topics(catalogue: Catalogue, subject: Subject) -> list[str]:
    return [str(key) for key in catalogue.conditions[subject.condition].topics]


def pages(card: Card) -> Iterator[Shown]:
    """Every page of a card, as its own buttons lead to them."""
    page: int | None = 0
    while page is not None:
        shown = RENDERER.shown(card, page)
        yield shown
        if any(one.value == "more" for row in shown.rows for one in row):
            yield RENDERER.shown(card, OPEN + page)
        page = next((one.action.at for row in shown.rows for one in row if one.value == "next-page"), None)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.study or "all")
async def test_every_card_of_the_walk_is_taken_by_telegram(polling: World, subject: Subject) -> None:
    conversation = Conversation(SHIPPED, WORDING, About(TELEGRAM, "University " * 8, "a@b.example " * 4, "c@d.example"))
    person = polling.person()
    await person.says("/start")
    delivery, presenter = polling.face.presenter.delivery, polling.face.presenter
    message = person.card.id
    seen: set[tuple[str, str]] = set()
    for state in states(SHIPPED, subject):
        for shown in pages(conversation.view(state)):
            key = (shown.text, json.dumps([[one.label for one in row] for row in shown.rows]))
            if key in seen:
                continue
            seen.add(key)
            keyboard = presenter.keyboard(person.id, state, shown.rows)
            await delivery.edit(person.id, message, shown.text, shown.entities, keyboard)
    assert len(seen) > 100
    assert polling.server.refusals == []


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.study or "all")
def test_pages_lose_no_word_and_no_button(subject: Subject) -> None:
    conversation = Conversation(SHIPPED, WORDING, About(TELEGRAM))
    for state in states(SHIPPED, subject):
        card = conversation.view(state)
        shown = list(pages(card))
        text = "\n".join(page.text for page in shown)
        for one in words(card):
            assert one in text
        actions = {button.action for page in shown for row in page.rows for button in row}
        assert actions >= {button.action for button in (*card.buttons, *card.ways)}
        assert actions >= {exchange.change for exchange in card.exchanges}


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_several_studies_the_verdicts_stand_before_all_else(language: Language) -> None:
    conversation = Conversation(SHIPPED, WORDING, About(TELEGRAM))
    every = next(one for one in SUBJECTS if one.study is None)
    state = next(one for one in states(SHIPPED, every) if len(conversation.view(one).results) > 1)
    card = conversation.view(replace(state, language=language))
    text = RENDERER.shown(card).text
    told = next(one.text for one in card.blocks if isinstance(one, Paragraph))
    assert max(text.index(one.sentence) for one in card.results) < text.index(told)


def words(card: Card) -> Iterator[str]:
    yield card.title
    yield card.banner
    for block in (*card.blocks, *(block for result in card.results for block in result.blocks)):
        match block:
            case Paragraph(text):
                yield text
            case Link(label):
                yield label
            case Bullets(title, items):
                yield title
                yield from (line for item in items for line in item)


def test_no_label_is_longer_than_a_phone_shows() -> None:
    conversation = Conversation(SHIPPED, WORDING, About(TELEGRAM))
    for subject in SUBJECTS:
        for state in states(SHIPPED, subject):
            for shown in pages(conversation.view(state)):
                for row in shown.rows:
                    for button in row:
                        assert len(button.label) * len(row) <= WIDEST_LABEL + 4, button.label


WIDE = st.text(st.sampled_from("aé \U0001f9ec"), min_size=1).map(lambda text: f"x{text}")


def long(most: int) -> st.SearchStrategy[str]:
    """Texts up to the longest that a definition may hold, in letters that Telegram counts twice, too."""
    return st.one_of(
        st.just("\U0001f9ec" * most),
        st.just("word " * (most // 5 - 1) + "word"),
        WIDE.map(lambda text: text[:most].strip()),
    )


BLOCKS = st.one_of(
    st.builds(Paragraph, long(1800), st.sampled_from(Tone)),
    st.builds(
        Bullets, long(60), st.lists(st.lists(long(300), min_size=1, max_size=6).map(tuple), max_size=20).map(tuple)
    ),
    st.builds(Link, long(160), st.just("https://example.org/")),
)
ANSWERS = st.lists(long(80), min_size=2, max_size=12).map(
    lambda labels: [
        Button(label, SHOW, Role.ANSWER, UNSURE if at == len(labels) - 1 else f"a{at}")
        for at, label in enumerate(labels)
    ]
)
CHOICES = st.lists(long(60), max_size=60).map(lambda labels: [Button(label, SHOW, Role.CHOICE) for label in labels])
CARDS = st.builds(
    Card,
    st.sampled_from(LANGUAGES),
    st.just(Screen.MAIN),
    long(240),
    st.lists(BLOCKS, max_size=8).map(tuple),
    st.one_of(ANSWERS, CHOICES).map(tuple),
    st.just(tuple(Button(f"way {at}", go(Screen.MENU), Role.WAY) for at in range(9))),
    st.sampled_from([None, QuestionId("q")]),
    long(40),
    st.sampled_from([None, 1, 250]),
    st.lists(
        st.builds(
            Result,
            st.just(StudyId("NCT1")),
            st.just(Verdict.INELIGIBLE),
            long(32),
            st.lists(BLOCKS, max_size=9).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    st.just(()),
    st.lists(st.builds(Exchange, st.just(QuestionId("q")), long(240), long(80), st.just(SHOW)), max_size=12).map(tuple),
    long(300),
)


@given(CARDS, long(500))
def test_whatever_a_definition_holds_fits_on_pages(card: Card, notice: str) -> None:
    for shown in (*pages(card), RENDERER.shown(card, 0, notice), *RENDERER.to_keep(card)):
        check_text(shown.text, [entity.to_dict() for entity in shown.entities])
        rows = [[{"text": one.label, "callback_data": "x"} for one in row] for row in shown.rows]
        if rows:
            check_keyboard({"inline_keyboard": rows})


def test_a_text_is_measured_as_telegram_measures() -> None:
    assert units("añ\U0001f9ec") == 4
    with pytest.raises(type(bad("")), match="too long"):
        check_text("\U0001f9ec" * (LONGEST_TEXT // 2 + 1), [])


def test_a_moment_has_no_part_in_what_is_shown() -> None:
    conversation = Conversation(SHIPPED, WORDING, About(TELEGRAM))
    first = conversation.start("en", Moment(HOUR, 1), SUBJECTS[0])
    again = conversation.start("en", Moment(HOUR, 2), SUBJECTS[0])
    assert conversation.view(first) == conversation.view(again)
