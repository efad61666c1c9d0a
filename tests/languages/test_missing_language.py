"""A person whose language a condition has not got is told so kindly, and goes on in one that it has."""

import shutil
from pathlib import Path

import pytest
from pseudo import ROOT
from ruamel.yaml import YAML
from talk import MOMENT, SEAL, texts

from bot.conversation.card import Card, Role
from bot.conversation.cards.context import About
from bot.conversation.languages import greeting
from bot.conversation.machine import Conversation
from bot.conversation.state import Screen, State, Subject
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from bot.figures.names import labels, language_for
from criteria.catalogue import SHIPPED, Catalogue, load
from criteria.condition import ConditionId

SPANISH = ConditionId("rodilla")
KNEE = ROOT / "tests" / "criteria" / "sound" / "knee_pain"
WORDING = Wording(WEB.texts)


def _only_in_spanish(folder: Path) -> None:
    """Take every English text out of a condition."""
    yaml = YAML(typ="safe", pure=True)
    for path in folder.rglob("*.yaml"):
        found = yaml.load(path.read_text("utf-8"))
        if path.name == "condition.yaml":
            found["languages"] = ["es"]
        _forget(found)
        with path.open("w", encoding="utf-8") as file:
            yaml.dump(found, file)


def _forget(node: object) -> None:
    if isinstance(node, dict):
        if "es" in node:
            node.pop("en", None)
        for member in node.values():
            _forget(member)
    elif isinstance(node, list):
        for member in node:
            _forget(member)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Lupus nephritis in two languages, and an illness in Spanish alone."""
    folder = tmp_path_factory.mktemp("criteria")
    shutil.copytree(SHIPPED, folder, dirs_exist_ok=True)
    shutil.copytree(KNEE, folder / SPANISH)
    _only_in_spanish(folder / SPANISH)
    return load(folder)


def conversation(catalogue: Catalogue) -> Conversation:
    return Conversation(catalogue, WORDING, About(WEB))


def everywhere(catalogue: Catalogue, state: State) -> list[Card]:
    """What every button leads to from a state, and from there."""
    talk = conversation(catalogue)
    tickets = Tickets(catalogue, SEAL)
    seen: list[Card] = []
    waiting, known = [(state, 0)], {state.screen}
    while waiting:
        at, depth = waiting.pop()
        card = talk.view(at)
        seen.append(card)
        for button in (*card.buttons, *card.ways):
            ticket = tickets.write(at, button.action, b"web:x")
            there = talk.step(*tickets.read(ticket, b"web:x", MOMENT.hour), MOMENT)
            if depth < 3 and (there.language == state.language) and (depth < 2 or there.screen not in known):
                known.add(there.screen)
                waiting.append((there, depth + 1))
    return seen


def test_the_list_of_illnesses_says_that_there_are_more_in_another_language(both: Catalogue) -> None:
    talk = conversation(both)
    listed = talk.view(State("en", MOMENT.hour, screen=Screen.CHOICE))
    assert [button.value for button in listed.buttons] == ["lupus_nephritis", "none", "es"]
    assert [button.language for button in listed.buttons] == [None, None, "es"]
    assert WORDING.say("en", "choice-elsewhere") in list(texts(listed))
    spanish = talk.step(State("en", MOMENT.hour, screen=Screen.CHOICE), listed.buttons[-1].action, MOMENT)
    assert [button.value for button in talk.view(spanish).buttons] == ["lupus_nephritis", SPANISH, "none"]
    assert WORDING.say("es", "choice-elsewhere") not in list(texts(talk.view(spanish)))


def test_a_link_to_a_study_says_so_in_the_persons_language_and_goes_on_in_another(both: Catalogue) -> None:
    talk = conversation(both)
    study = next(key for key in both.conditions[SPANISH].studies)
    state = talk.start("en", MOMENT, Subject(SPANISH, study))
    card = talk.view(state)
    assert (card.language, card.title) == ("en", WORDING.say("en", "language-missing-title"))
    forward = next(button for button in card.buttons if button.role is Role.FORWARD)
    assert (forward.language, forward.label) == ("es", WORDING.say("es", "menu-language"))
    after = talk.view(talk.step(state, forward.action, MOMENT))
    assert (after.language, [one.value for one in after.buttons]) == ("es", ["begin", "begin-other"])


@pytest.mark.parametrize("screen", list(Screen))
@pytest.mark.parametrize("began", [False, True])
def test_no_screen_fails_or_mixes_languages_where_the_persons_is_missing(
    both: Catalogue, screen: Screen, *, began: bool
) -> None:
    spanish = both.conditions[SPANISH].text
    study = next(key for key in both.conditions[SPANISH].studies)
    subject = Subject(SPANISH, study)
    for at in (0, 1, 3, 255):
        for about in (subject, None):
            state = State("en", MOMENT.hour, subject=about, began=began and about is not None, screen=screen, at=at)
            for card in everywhere(both, state):
                assert card.language == "en"
                read = "\n".join(texts(card))
                assert spanish.title.in_("es") not in read
                assert WORDING.say("es", "answer-unsure") not in read


def test_every_illness_that_is_served_can_be_reached_whatever_language_is_greeted_in(both: Catalogue) -> None:
    only = Catalogue({SPANISH: both.conditions[SPANISH]})
    card = conversation(only).view(State("en", MOMENT.hour))
    assert [(button.value, button.role) for button in card.buttons] == [("es", Role.FORWARD)]
    assert WORDING.say("en", "language-missing") in list(texts(card))


def test_figures_are_told_in_a_language_that_the_study_is_written_in(both: Catalogue) -> None:
    study = next(key for key in both.conditions[SPANISH].studies)
    assert language_for(both, study, "en") == "es"
    assert language_for(both, study, "es") == "es"
    assert labels(both, study, "en").title == study


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ([], "es"),
        (["en-GB", "es"], "en"),
        (["fr", "es"], "es"),
        (["fr"], "en"),
        (["ca", "en"], "es"),
        (["eu-ES"], "es"),
        (["QU_PE"], "es"),
        (["*"], "es"),
        (["12", "", "-"], "es"),
        (["x" * 400], "es"),
        (["zh-Hant"], "en"),
    ],
)
def test_a_person_is_greeted_in_what_they_read_best(told: list[str], language: str) -> None:
    assert greeting(told, "es") == language


def test_who_tells_no_language_is_greeted_in_the_set_one() -> None:
    assert greeting([], "en") == "en"
