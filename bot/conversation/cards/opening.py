"""The cards before the first question: greeting, choice of a study, notice."""

from bot.conversation.card import Block, Bullets, Button, Card, Paragraph, Role, Tone
from bot.conversation.cards.choice import Page, choices
from bot.conversation.cards.context import CardContext, menu_way, way
from bot.conversation.cards.parts import banner, emergency, only_condition, study_block
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, State, Subject, go
from bot.conversation.wording import Say
from criteria.condition import Condition
from criteria.languages import LANGUAGES, Language
from criteria.screening import Study


def welcome(context: CardContext, state: State) -> Card:
    """The greeting, in the language guessed; a button for each language."""
    say = context.in_(state.language)
    languages = sorted(LANGUAGES, key=lambda language: language != state.language)
    return Card(
        state.language,
        Screen.WELCOME,
        say("welcome-title"),
        (
            Paragraph(say("welcome-what")),
            Paragraph(say("welcome-how")),
            emergency(say, state.language, only_condition(context)),
        ),
        tuple(_language_button(context, state.language, language) for language in languages),
        (
            way(say, "topics", go(Screen.TOPICS)),
            way(say, "privacy", go(Screen.PRIVACY)),
            *((menu_way(say),) if context.about.face == "telegram" else ()),
        ),
    )


def _language_button(context: CardContext, present: Language, language: Language) -> Button:
    return Button(
        context.wording.say(language, "language-begin"),
        Action(Act.LANGUAGE, LANGUAGES.index(language)),
        Role.FORWARD if language == present else Role.CHOICE,
        language,
        language=None if language == present else language,
    )


def choice(context: CardContext, state: State) -> Card:
    """Which study: place and recruiting status beside each."""
    say = context.in_(state.language)
    page = choices(context.catalogue, state.at)
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
        banner=banner(context, say, page.condition),
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


def notice(context: CardContext, replay: Replay) -> Card:
    """What to know before the first question."""
    language = replay.state.language
    say = context.in_(language)
    studies = replay.interview.studies
    about = context.about
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
            Paragraph(say("notice-length", count=replay.interview.at_most(replay.progress.position)), Tone.STRONG),
            Bullets(say("notice-points"), tuple((point,) for point in points)),
            *(study_block(say, language, study) for study in studies),
            *_approvals(say, language, studies),
        ),
        (
            Button(say("notice-begin"), Action(Act.BEGIN), Role.FORWARD, "begin"),
            Button(say("notice-other"), go(Screen.CHOICE), Role.CHOICE, "choice"),
        ),
        (way(say, "topics", go(Screen.TOPICS)), menu_way(say), way(say, "stop", go(Screen.STOPPED))),
        banner=banner(context, say, None, studies),
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
