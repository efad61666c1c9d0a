"""The cards on which a person begins: the greeting with what can be chosen, and the choice of an illness or a study."""

from bot.conversation.card import Block, Bullets, Button, Card, Fold, Link, Paragraph, Role, Tone
from bot.conversation.cards.choice import Page, choices
from bot.conversation.cards.context import CardContext, menu_way, way
from bot.conversation.cards.parts import (
    banner,
    countries,
    emergencies,
    emergency,
    language_button,
    name_of,
    spoken_conditions,
    tag,
    topics_way,
)
from bot.conversation.languages import speaks
from bot.conversation.state import Act, Action, Screen, State, Subject, go
from bot.conversation.wording import Say
from criteria.condition import Condition
from criteria.languages import LANGUAGES


def choice(context: CardContext, state: State) -> Card:
    """Which illness, or which of its studies; on the greeting, with what this is."""
    page = choices(context.catalogue, state.at)
    if page.condition is None:
        return _illnesses(context, state, page)
    if not speaks(page.condition, state.language):
        return other_languages(context, state, page.condition)
    return _studies(context, state, page, page.condition)


def _greeting(
    say: Say, state: State, otherwise: str, condition: Condition | None = None
) -> tuple[str, tuple[Paragraph, ...]]:
    """The title, what this is and of which illness, if of one; only a title where the person is past the greeting."""
    if state.screen is not Screen.WELCOME:
        return otherwise, ()
    title = condition.text.title.in_(state.language) if condition else ""
    return say("welcome-title"), (Paragraph(say("welcome-of", condition=title) if title else say("welcome-what")),)


def _screen(state: State) -> Screen:
    return Screen.WELCOME if state.screen is Screen.WELCOME else Screen.CHOICE


def _ways(context: CardContext, say: Say, state: State) -> tuple[Button, ...]:
    if state.screen is not Screen.WELCOME:
        return (menu_way(say),)
    data = () if context.about.face.unfolds else (way(say, "privacy", go(Screen.PRIVACY)),)
    return (*topics_way(context, say, None, state.language), *data, menu_way(say))


def _illnesses(context: CardContext, state: State, page: Page) -> Card:
    """The illnesses with questions in the person's language; of the others, in which languages they are."""
    language = state.language
    say = context.in_(language)
    shown = [(place, one) for place, one in page.conditions if speaks(one, language)]
    hidden = {other for _, one in page.conditions if not speaks(one, language) for other in one.text.languages}
    missing = (Paragraph(say("choice-elsewhere"), Tone.NOTE),) if hidden else ()
    none = (Button(say("choice-none"), go(Screen.ELSEWHERE), Role.CHOICE, "none"),) if shown else ()
    title, greeted = _greeting(say, state, say("choice-condition-title"))
    return Card(
        language,
        _screen(state),
        title,
        (*greeted, *missing, Fold(say("unwell"), emergencies(context, language))),
        (
            *(
                Button(
                    one.text.title.in_(language),
                    go(Screen.CHOICE, place),
                    Role.CHOICE,
                    one.id,
                    details=(one.text.about.in_(language),),
                )
                for place, one in shown
            ),
            *none,
            *(language_button(context, other) for other in LANGUAGES if other in hidden),
        ),
        _ways(context, say, state),
        banner=banner(context, say, None),
    )


def elsewhere(context: CardContext, state: State) -> Card:
    """For somebody with another illness: what there is here, and where else to look."""
    language = state.language
    say = context.in_(language)
    spoken = spoken_conditions(context, language)
    searches = {
        one.text.without.search.url: one.text.without.search.label.in_(language)
        for one in spoken
        if one.text.without and one.text.without.search
    }
    found: tuple[Block, ...] = tuple(Link(label, url) for url, label in searches.items())
    return Card(
        language,
        Screen.ELSEWHERE,
        say("elsewhere-title"),
        (
            Paragraph(say("elsewhere-text", conditions=", ".join(one.text.title.in_(language) for one in spoken))),
            *found,
            *((Paragraph(say("search-tells"), Tone.SMALL),) if found else ()),
            Paragraph(say("safety-emergency")),
        ),
        (Button(say("to-choice"), go(Screen.CHOICE), Role.FORWARD, "main"),),
        (menu_way(say),),
    )


def other_languages(context: CardContext, state: State, condition: Condition) -> Card:
    """That there are no such questions in the person's language yet, and the languages to go on in."""
    say = context.in_(state.language)
    first, *others = [one for one in LANGUAGES if speaks(condition, one)]
    elsewhere = any(speaks(one, state.language) for one in context.catalogue.conditions.values())
    choose = (Button(say("menu-choice"), go(Screen.CHOICE), Role.CHOICE, "choice"),) if elsewhere else ()
    return Card(
        state.language,
        Screen.CHOICE,
        say("language-missing-title"),
        (Paragraph(say("language-missing")), emergency(say, state.language, condition)),
        (
            language_button(context, first, Role.FORWARD),
            *(language_button(context, one) for one in others),
            *choose,
        ),
        (menu_way(say),),
        banner=banner(context, say, condition),
    )


def _studies(context: CardContext, state: State, page: Page, condition: Condition) -> Card:
    """Which study of an illness, each with its places and whether it takes people."""
    language = state.language
    say = context.in_(language)
    shown = [condition.studies[one.study] for one in page.subjects if one.study]
    meaning = tuple((one.text.summary.in_(language),) for one in shown)
    named = say("choice-title", condition=condition.text.title.in_(language))
    title, greeted = _greeting(say, state, named, condition)
    return Card(
        language,
        _screen(state),
        title,
        (
            *greeted,
            *((Fold(say("taking-part"), (Bullets("", meaning),)),) if not greeted else ()),
            Fold(say("unwell"), (emergency(say, language, condition),)),
        ),
        tuple(_subject_buttons(say, state, page, condition)),
        (*_paging(say, page), *_ways(context, say, state)),
        banner=banner(context, say, condition),
    )


def _subject_buttons(say: Say, state: State, page: Page, condition: Condition) -> list[Button]:
    """A card for each study, and last what asks about all of them at once."""
    buttons = []
    for at, subject in enumerate(page.subjects):
        role = Role.FORWARD if subject.study is None or len(condition.studies) == 1 else Role.CHOICE
        buttons.append(_subject_button(say, state, condition, subject, Action(Act.CHOOSE, at), role))
    return sorted(buttons, key=lambda one: one.value == ALL)


ALL = "all"


def _subject_button(
    say: Say, state: State, condition: Condition, subject: Subject, action: Action, role: Role
) -> Button:
    if subject.study is None:
        return Button(say("choice-all", count=len(condition.studies)), action, role, ALL)
    text = condition.studies[subject.study].text
    details = (*countries(text, state.language), tag(say, text, state.day), subject.study)
    return Button(name_of(text, state.language), action, role, subject.study, details=details)


def _paging(say: Say, page: Page) -> tuple[Button, ...]:
    ways = []
    if page.previous is not None:
        ways.append(way(say, "previous", go(Screen.CHOICE, page.previous)))
    if page.next is not None:
        ways.append(way(say, "next", go(Screen.CHOICE, page.next)))
    return tuple(ways)
