"""The cards around the interview: greeting, choice, notice, menu, background, privacy, stop."""

from bot.conversation.card import Block, Bullets, Button, Card, Link, Paragraph, Role, Tone
from bot.conversation.choice import Page, choices
from bot.conversation.scene import Scene
from bot.conversation.stage import Say, Stage, menu_way, way
from bot.conversation.state import Act, Action, Screen, State, Subject, go
from criteria import model
from criteria.condition import Condition, Study
from criteria.model import LANGUAGES, Language

MOST_TOPICS = 60


def welcome(stage: Stage, state: State) -> Card:
    """The greeting, in the language guessed; a button for each language."""
    say = stage.in_(state.language)
    languages = sorted(LANGUAGES, key=lambda language: language != state.language)
    return Card(
        state.language,
        Screen.WELCOME,
        say("welcome-title"),
        (
            Paragraph(say("welcome-what")),
            Paragraph(say("welcome-how")),
            emergency(say, state.language, _only(stage)),
        ),
        tuple(_language_button(stage, state.language, language) for language in languages),
        (
            way(say, "topics", go(Screen.TOPICS)),
            way(say, "privacy", go(Screen.PRIVACY)),
            *((menu_way(say),) if stage.about.face == "telegram" else ()),
        ),
    )


def _only(stage: Stage) -> Condition | None:
    """The condition, if it is the only one."""
    conditions = tuple(stage.catalogue.conditions.values())
    return conditions[0] if len(conditions) == 1 else None


def _language_button(stage: Stage, present: Language, language: Language) -> Button:
    return Button(
        stage.wording.say(language, "language-begin"),
        Action(Act.LANGUAGE, LANGUAGES.index(language)),
        Role.FORWARD if language == present else Role.CHOICE,
        language,
        language=None if language == present else language,
    )


def emergency(say: Say, language: Language, condition: Condition | None) -> Paragraph:
    """When not to wait for a study: in the condition's own words where it has them."""
    own = condition.text.emergency if condition else None
    return Paragraph(own.in_(language) if own else say("safety-emergency"), Tone.SMALL)


def choice(stage: Stage, state: State) -> Card:
    """Which study: place and recruiting status beside each."""
    say = stage.in_(state.language)
    page = choices(stage.catalogue, state.at)
    blocks: list[Block] = []
    buttons: list[Button] = []
    if page.condition is None:
        title = say("choice-condition-title")
        for place, condition in page.conditions:
            blocks.append(
                Bullets(condition.text.title.in_(state.language), ((condition.text.about.in_(state.language),),))
            )
            buttons.append(
                Button(condition.text.title.in_(state.language), go(Screen.CHOICE, place), Role.CHOICE, condition.id)
            )
    else:
        title = say("choice-title", condition=page.condition.text.title.in_(state.language))
        blocks.append(Paragraph(page.condition.text.about.in_(state.language)))
        blocks += [
            study_block(say, state.language, page.condition.studies[one.study]) for one in page.subjects if one.study
        ]
        buttons += _subject_buttons(say, state.language, page, page.condition)
    first, *others = buttons
    return Card(
        state.language,
        Screen.CHOICE,
        title,
        tuple(blocks),
        (_forward(first), *others),
        (*_paging(say, page), menu_way(say)),
        banner=banner(stage, say, page.condition),
    )


def _forward(button: Button) -> Button:
    return Button(button.label, button.action, Role.FORWARD, button.value)


def _subject_buttons(say: Say, language: Language, page: Page, condition: Condition) -> list[Button]:
    return [
        Button(
            _subject_label(say, language, condition, subject),
            Action(Act.CHOOSE, at),
            Role.CHOICE,
            subject.study or "all",
        )
        for at, subject in enumerate(page.subjects)
    ]


def _subject_label(say: Say, language: Language, condition: Condition, subject: Subject) -> str:
    if subject.study is None:
        return say("choice-all", count=len(condition.studies))
    site = condition.studies[subject.study].text.sites[0]
    return say("choice-one", study=subject.study, country=site.country.in_(language))


def _paging(say: Say, page: Page) -> tuple[Button, ...]:
    ways = []
    if page.previous is not None:
        ways.append(way(say, "previous", go(Screen.CHOICE, page.previous)))
    if page.next is not None:
        ways.append(way(say, "next", go(Screen.CHOICE, page.next)))
    return tuple(ways)


def study_block(say: Say, language: Language, study: Study) -> Bullets:
    """A study in a few lines: what it tests, where, and whether it takes people."""
    text = study.text
    lines = [text.title.in_(language), *dict.fromkeys(place_line(site, language) for site in text.sites)]
    lines.append(recruiting_line(say, language, text))
    return Bullets(study.id, tuple((line,) for line in lines))


def place_line(site: model.Site, language: Language) -> str:
    """Where a site is."""
    return f"{site.place.in_(language)}, {site.country.in_(language)}"


def recruiting_line(say: Say, language: Language, text: model.Study) -> str:
    """Whether the study takes people now."""
    line = say(f"recruiting-{text.recruiting.status}")
    return f"{line} {text.recruiting.message.in_(language)}" if text.recruiting.message else line


def banner(stage: Stage, say: Say, condition: Condition | None, studies: tuple[Study, ...] = ()) -> str:
    """That this is a demonstration, while a study's script has no approval."""
    of_condition = tuple(condition.studies.values()) if condition else ()
    everything = tuple(study for one in stage.catalogue.conditions.values() for study in one.studies.values())
    concerned = studies or of_condition or everything
    return "" if all(study.text.approval for study in concerned) else say("demonstration")


def notice(stage: Stage, scene: Scene) -> Card:
    """What to know before the first question."""
    language = scene.state.language
    say = stage.in_(language)
    studies = scene.interview.studies
    about = stage.about
    points = [
        say("notice-operator", operator=about.operator) if about.operator else say("notice-demo-operator"),
        say("notice-adults"),
        say("notice-health"),
        say("notice-kept"),
        say(f"notice-{about.face}"),
        say("notice-no-advice"),
        say("notice-else"),
    ]
    if about.help_contact:
        points.append(say("notice-help", contact=about.help_contact))
    if about.privacy_contact:
        points.append(say("notice-privacy", contact=about.privacy_contact))
    return Card(
        language,
        Screen.MAIN,
        say("notice-title"),
        (
            Paragraph(say("notice-length", count=scene.interview.at_most(scene.progress.state)), Tone.STRONG),
            Bullets(say("notice-points"), tuple((point,) for point in points)),
            *(study_block(say, language, study) for study in studies),
            *_approvals(say, language, studies),
        ),
        (
            Button(say("notice-begin"), Action(Act.BEGIN), Role.FORWARD, "begin"),
            Button(say("notice-other"), go(Screen.CHOICE), Role.CHOICE, "choice"),
        ),
        (way(say, "topics", go(Screen.TOPICS)), menu_way(say), way(say, "stop", go(Screen.STOPPED))),
        banner=banner(stage, say, None, studies),
    )


def _approvals(say: Say, language: Language, studies: tuple[Study, ...]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            say(
                "notice-approval",
                study=study.id,
                committee=approval.committee.in_(language),
                reference=approval.reference,
                date=approval.date.isoformat(),
            ),
            Tone.SMALL,
        )
        for study in studies
        if (approval := study.text.approval)
    )


def menu(stage: Stage, state: State, scene: Scene | None) -> Card:
    """Everything that can be done at any moment."""
    say = stage.in_(state.language)
    other = next(language for language in LANGUAGES if language != state.language)
    there = scene is not None and state.began
    buttons = [_to_main(say, scene)]
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


def _to_main(say: Say, scene: Scene | None) -> Button:
    """The way back to wherever the answers lead."""
    if scene is None:
        return Button(say("to-choice"), go(Screen.CHOICE), Role.FORWARD, "main")
    name = "to-notice" if not scene.state.began else "to-question" if scene.question else "to-result"
    return Button(say(name), go(Screen.MAIN), Role.FORWARD, "main")


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
            _to_main(say, scene),
        ),
        (menu_way(say),),
    )


def all_topics(stage: Stage, scene: Scene | None) -> tuple[tuple[str, model.Topic], ...]:
    """The topics of the condition that is asked about; of the conditions, each name once, while none is chosen."""
    conditions = [scene.condition] if scene else list(stage.catalogue.conditions.values())
    found: dict[str, model.Topic] = {}
    for condition in conditions:
        for key, topic in condition.topics.items():
            found.setdefault(key, topic)
    return tuple(found.items())[:MOST_TOPICS]


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
        (Button(say("topic-others"), go(Screen.TOPICS), Role.CHOICE, "topics"), _to_main(say, scene)),
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
        (_to_main(say, scene),),
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
            emergency(say, state.language, scene.condition if scene else _only(stage)),
        ),
        (Button(say("stopped-go-on"), go(Screen.MAIN), Role.FORWARD, "main"),),
        (way(say, "topics", go(Screen.TOPICS)), menu_way(say)),
    )
