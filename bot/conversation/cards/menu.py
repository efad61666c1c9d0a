"""The cards beside the interview: menu, background, privacy, stop."""

from bot.conversation.card import Button, Card, Link, Paragraph, Role, Tone
from bot.conversation.cards.parts import all_topics, banner, emergency, only_condition, to_main
from bot.conversation.replay import Scene
from bot.conversation.cards.context import Say, Stage, menu_way, way
from bot.conversation.state import Act, Action, Screen, State, go
from criteria.model import LANGUAGES


def menu(stage: Stage, state: State, scene: Scene | None) -> Card:
    """Everything that can be done at any moment."""
    say = stage.in_(state.language)
    other = next(language for language in LANGUAGES if language != state.language)
    there = scene is not None and state.began
    buttons = [to_main(say, scene)]
    if there:
        buttons.append(Button(say("menu-review"), go(Screen.REVIEW), Role.CHOICE, "review"))
    buttons += [
        Button(say("menu-choice"), go(Screen.CHOICE), Role.CHOICE, "choice"),
        Button(say("menu-topics"), go(Screen.TOPICS), Role.CHOICE, "topics"),
        Button(
            stage.wording.say(other, "menu-language"),
            Action(Act.LANGUAGE, LANGUAGES.index(other)),
            Role.CHOICE,
            other,
            language=other,
        ),
        Button(say("menu-privacy"), go(Screen.PRIVACY), Role.CHOICE, "privacy"),
        Button(say("menu-stop"), go(Screen.STOPPED), Role.CHOICE, "stop"),
        *_chat_buttons(stage, say, state),
    ]
    return Card(state.language, Screen.MENU, say("menu-title"), (), tuple(buttons), banner=banner(stage, say, None))


def _chat_buttons(stage: Stage, say: Say, state: State) -> tuple[Button, ...]:
    """What only a chat of messages has: how questions come, and the removal of messages."""
    if stage.about.face != "telegram":
        return ()
    name = "menu-one-message" if state.each_new else "menu-new-messages"
    return (
        Button(say(name), Action(Act.DELIVERY, 0 if state.each_new else 1), Role.CHOICE, "delivery"),
        Button(say("menu-delete"), Action(Act.DELETE), Role.CHOICE, "delete"),
    )


def topics(stage: Stage, state: State, scene: Scene | None) -> Card:
    """The list of background topics."""
    say = stage.in_(state.language)
    found = all_topics(stage, scene)
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
            to_main(say, scene),
        ),
        (menu_way(say),),
    )


def topic(stage: Stage, state: State, scene: Scene | None) -> Card:
    """One background text with its sources."""
    say = stage.in_(state.language)
    found = all_topics(stage, scene)
    if state.at >= len(found):
        return topics(stage, state, scene)
    _, text = found[state.at]
    paragraphs = [Paragraph(part.strip()) for part in text.text.in_(state.language).split("\n\n")]
    return Card(
        state.language,
        Screen.TOPIC,
        text.title.in_(state.language),
        (*paragraphs, Paragraph(say("topic-sources"), Tone.SMALL), *(Link(one.title, one.url) for one in text.sources)),
        (Button(say("topic-others"), go(Screen.TOPICS), Role.CHOICE, "topics"), to_main(say, scene)),
        (menu_way(say),),
    )


def privacy(stage: Stage, state: State, scene: Scene | None) -> Card:
    """What is known, what is kept, and how to have it gone."""
    say = stage.in_(state.language)
    points = [say("privacy-kept"), say("privacy-totals"), say(f"privacy-{stage.about.face}"), say("privacy-rights")]
    if stage.about.operator:
        points.append(say("notice-operator", operator=stage.about.operator))
    if stage.about.privacy_contact:
        points.append(say("notice-privacy", contact=stage.about.privacy_contact))
    return Card(
        state.language,
        Screen.PRIVACY,
        say("privacy-title"),
        tuple(Paragraph(point) for point in points),
        (to_main(say, scene),),
        (menu_way(say),),
    )


def stopped(stage: Stage, state: State, scene: Scene | None) -> Card:
    """The person has stopped; one more tap goes on, and nothing is kept either way."""
    say = stage.in_(state.language)
    return Card(
        state.language,
        Screen.STOPPED,
        say("stopped-title"),
        (
            Paragraph(say("stopped-text")),
            Paragraph(say(f"stopped-{stage.about.face}")),
            emergency(say, state.language, scene.condition if scene else only_condition(stage)),
        ),
        (Button(say("stopped-go-on"), go(Screen.MAIN), Role.FORWARD, "main"),),
        (way(say, "topics", go(Screen.TOPICS)), menu_way(say)),
    )
