"""The cards beside the interview: menu, background, privacy, stop."""

from bot.conversation.card import Button, Card, Link, Paragraph, Role, Tone
from bot.conversation.cards.context import CardContext, menu_way, way
from bot.conversation.cards.parts import all_topics, emergency, only_condition, to_main
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, State, go
from bot.conversation.wording import Say
from criteria.model import LANGUAGES


def menu(context: CardContext, state: State, replay: Replay | None) -> Card:
    """Everything that can be done at any moment."""
    say = context.in_(state.language)
    other = next(language for language in LANGUAGES if language != state.language)
    there = replay is not None and state.began
    buttons = [to_main(say, replay)]
    if there:
        buttons.append(Button(say("menu-review"), go(Screen.REVIEW), Role.CHOICE, "review"))
    buttons += [
        Button(say("menu-choice"), go(Screen.CHOICE), Role.CHOICE, "choice"),
        Button(say("menu-topics"), go(Screen.TOPICS), Role.CHOICE, "topics"),
        Button(
            context.wording.say(other, "menu-language"),
            Action(Act.LANGUAGE, LANGUAGES.index(other)),
            Role.CHOICE,
            other,
            language=other,
        ),
        Button(say("menu-privacy"), go(Screen.PRIVACY), Role.CHOICE, "privacy"),
        Button(say("menu-stop"), go(Screen.STOPPED), Role.CHOICE, "stop"),
        *_chat_buttons(context, say, state),
    ]
    return Card(state.language, Screen.MENU, say("menu-title"), (), tuple(buttons))


def _chat_buttons(context: CardContext, say: Say, state: State) -> tuple[Button, ...]:
    """What only a chat of messages has: how questions come, and the removal of messages."""
    if context.about.face != "telegram":
        return ()
    name = "menu-one-message" if state.each_new else "menu-new-messages"
    return (
        Button(say(name), Action(Act.DELIVERY, 0 if state.each_new else 1), Role.CHOICE, "delivery"),
        Button(say("menu-delete"), Action(Act.DELETE), Role.CHOICE, "delete"),
    )


def topics(context: CardContext, state: State, replay: Replay | None) -> Card:
    """The list of background topics."""
    say = context.in_(state.language)
    found = all_topics(context, replay)
    return Card(
        state.language,
        Screen.TOPICS,
        say("topics-title"),
        (Paragraph(say("topics-about")),),
        (
            *(
                Button(topic.title.in_(state.language), go(Screen.TOPIC, at), Role.CHOICE, key)
                for at, (key, topic) in enumerate(found)
            ),
            to_main(say, replay),
        ),
        (menu_way(say),),
    )


def topic(context: CardContext, state: State, replay: Replay | None) -> Card:
    """One background text with its sources."""
    say = context.in_(state.language)
    found = all_topics(context, replay)
    if state.at >= len(found):
        return topics(context, state, replay)
    _, text = found[state.at]
    paragraphs = [Paragraph(part.strip()) for part in text.text.in_(state.language).split("\n\n")]
    return Card(
        state.language,
        Screen.TOPIC,
        text.title.in_(state.language),
        (*paragraphs, Paragraph(say("topic-sources"), Tone.SMALL), *(Link(one.title, one.url) for one in text.sources)),
        (Button(say("topic-others"), go(Screen.TOPICS), Role.CHOICE, "topics"), to_main(say, replay)),
        (menu_way(say),),
    )


def privacy(context: CardContext, state: State, replay: Replay | None) -> Card:
    """What is known, what is kept, and how to have it gone."""
    say = context.in_(state.language)
    points = [say("privacy-kept"), say("privacy-totals"), say(f"privacy-{context.about.face}"), say("privacy-rights")]
    if context.about.operator:
        points.append(say("notice-operator", operator=context.about.operator))
    if context.about.privacy_contact:
        points.append(say("notice-privacy", contact=context.about.privacy_contact))
    return Card(
        state.language,
        Screen.PRIVACY,
        say("privacy-title"),
        tuple(Paragraph(point) for point in points),
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
            Paragraph(say(f"stopped-{context.about.face}")),
            emergency(say, state.language, replay.condition if replay else only_condition(context)),
        ),
        (Button(say("stopped-go-on"), go(Screen.MAIN), Role.FORWARD, "main"),),
        (way(say, "topics", go(Screen.TOPICS)), menu_way(say)),
    )
