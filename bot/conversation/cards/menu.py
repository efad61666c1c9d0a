"""The cards beside the interview: menu, background, privacy, stop."""

from bot.conversation.card import Button, Card, Link, Paragraph, Role, Tone
from bot.conversation.cards.context import CardContext, menu_way
from bot.conversation.cards.parts import (
    Shelf,
    emergencies,
    emergency,
    language_button,
    shelves,
    to_main,
    topics_way,
    your_data,
)
from bot.conversation.languages import offered
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, State, go
from bot.conversation.wording import Say
from criteria.languages import Language


def menu(context: CardContext, state: State, replay: Replay | None) -> Card:
    """Everything that can be done at any moment."""
    say = context.in_(state.language)
    there = replay is not None and state.began
    buttons = [to_main(say, replay)]
    if there:
        buttons.append(Button(say("menu-review"), go(Screen.REVIEW), Role.CHOICE, "review"))
    buttons.append(Button(say("menu-choice"), go(Screen.CHOICE), Role.CHOICE, "choice"))
    if shelves(context, replay, state.language):
        buttons.append(Button(say("menu-topics"), go(Screen.TOPICS), Role.CHOICE, "topics"))
    buttons += [
        *(language_button(context, one) for one in offered(context.catalogue, state) if one != state.language),
        Button(say("menu-privacy"), go(Screen.PRIVACY), Role.CHOICE, "privacy"),
        Button(say("menu-stop"), go(Screen.STOPPED), Role.CHOICE, "stop"),
        *_on_request(context, say, state),
    ]
    return Card(state.language, Screen.MENU, say("menu-title"), (), tuple(buttons))


def _on_request(context: CardContext, say: Say, state: State) -> tuple[Button, ...]:
    """What only this face can do: its other way, and the way back; the removal of messages."""
    face = context.about.face
    buttons = []
    if face.wish:
        name = f"menu-{face.wish.value}{'-off' if state.wished else ''}"
        buttons.append(Button(say(name), Action(Act.WISH, 0 if state.wished else 1), Role.CHOICE, "wish"))
    if face.removes:
        buttons.append(Button(say("menu-delete"), Action(Act.DELETE), Role.CHOICE, "delete"))
    return tuple(buttons)


def topics(context: CardContext, state: State, replay: Replay | None) -> Card:
    """The list of background topics; while no illness is chosen and several have some, first which illness."""
    say = context.in_(state.language)
    found = shelves(context, replay, state.language)
    known = tuple(context.catalogue.conditions)
    asked = [one for one in found if len(found) == 1 or known.index(one.condition.id) + 1 == state.at]
    if not found:
        return menu(context, state, replay)
    if asked:
        buttons = _topic_buttons(asked[0], state.language)
    else:
        buttons = tuple(
            Button(
                one.condition.text.title.in_(state.language),
                go(Screen.TOPICS, known.index(one.condition.id) + 1),
                Role.CHOICE,
                one.condition.id,
            )
            for one in found
        )
    return Card(
        state.language,
        Screen.TOPICS,
        say("topics-title"),
        (Paragraph(say("topics-about")),),
        (*buttons, to_main(say, replay)),
        (menu_way(say),),
    )


def _topic_buttons(shelf: Shelf, language: Language) -> tuple[Button, ...]:
    return tuple(
        Button(topic.title.in_(language), go(Screen.TOPIC, shelf.first + at), Role.CHOICE, key)
        for at, (key, topic) in enumerate(shelf.topics.items())
    )


def topic(context: CardContext, state: State, replay: Replay | None) -> Card:
    """One background text with its sources."""
    say = context.in_(state.language)
    found = shelves(context, replay, state.language)
    shelf = next((one for one in found if one.first <= state.at < one.first + len(one.topics)), None)
    if shelf is None:
        return topics(context, state, replay)
    text = tuple(shelf.topics.values())[state.at - shelf.first]
    place = 0 if len(found) == 1 else tuple(context.catalogue.conditions).index(shelf.condition.id) + 1
    paragraphs = [Paragraph(part.strip()) for part in text.text.in_(state.language).split("\n\n")]
    return Card(
        state.language,
        Screen.TOPIC,
        text.title.in_(state.language),
        (*paragraphs, Paragraph(say("topic-sources"), Tone.SMALL), *(Link(one.title, one.url) for one in text.sources)),
        (Button(say("topic-others"), go(Screen.TOPICS, place), Role.CHOICE, "topics"), to_main(say, replay)),
        (menu_way(say),),
    )


def privacy(context: CardContext, state: State, replay: Replay | None) -> Card:
    """What is known, what is kept, and how to have it gone."""
    say = context.in_(state.language)
    return Card(
        state.language,
        Screen.PRIVACY,
        say("privacy-title"),
        your_data(context, say),
        (to_main(say, replay),),
        (menu_way(say),),
    )


def stopped(context: CardContext, state: State, replay: Replay | None) -> Card:
    """The person has stopped; one more tap goes on, and nothing is kept either way."""
    say = context.in_(state.language)
    return Card(
        state.language,
        Screen.STOPPED,
        say("stopped-title"),
        (
            Paragraph(say("stopped-text")),
            Paragraph(say("stopped-face")),
            *((emergency(say, state.language, replay.condition),) if replay else emergencies(context, state.language)),
        ),
        (Button(say("stopped-go-on"), go(Screen.MAIN), Role.FORWARD, "main"),),
        (*topics_way(context, say, replay, state.language), menu_way(say)),
    )
