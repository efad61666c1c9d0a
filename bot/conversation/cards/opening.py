"""The cards before the first question: greeting, choice of a study, notice."""

from bot.conversation.card import Bullets, Button, Card, Paragraph, Role, Tone
from bot.conversation.cards.choice import Page, choices
from bot.conversation.cards.context import CardContext, menu_way, way
from bot.conversation.cards.labels import localised_day
from bot.conversation.cards.parts import banner, emergencies, emergency, language_button, study_block, topics_way
from bot.conversation.languages import served, speaks
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, State, Subject, go
from bot.conversation.wording import Say
from criteria.condition import Condition
from criteria.languages import LANGUAGES, Language
from criteria.screening import Study


def welcome(context: CardContext, state: State) -> Card:
    """The greeting, in the language guessed; a button for each language that there are questions in."""
    say = context.in_(state.language)
    known = served(context.catalogue)
    first, *others = sorted(
        known,
        key=lambda language: (
            language != state.language,
            language != context.about.default_language,
        ),
    )
    missing = () if state.language in known else (Paragraph(say("language-missing"), Tone.NOTE),)
    return Card(
        state.language,
        Screen.WELCOME,
        say("welcome-title"),
        (
            Paragraph(say("welcome-what")),
            Paragraph(say("welcome-how")),
            *missing,
            *emergencies(context, state.language),
        ),
        (
            _beginning(context, state.language, first, Role.FORWARD),
            *(_beginning(context, state.language, one, Role.CHOICE) for one in others),
        ),
        (
            *topics_way(context, say, None, state.language),
            way(say, "privacy", go(Screen.PRIVACY)),
            *((menu_way(say),) if context.about.face.menu_at_once else ()),
        ),
    )


def _beginning(context: CardContext, present: Language, language: Language, role: Role) -> Button:
    return Button(
        context.wording.say(language, "language-begin"),
        Action(Act.LANGUAGE, LANGUAGES.index(language)),
        role,
        language,
        language=None if language == present else language,
    )


def choice(context: CardContext, state: State) -> Card:
    """Which illness, or which of its studies."""
    page = choices(context.catalogue, state.at)
    if page.condition is None:
        return _illnesses(context, state, page)
    if not speaks(page.condition, state.language):
        return other_languages(context, state, page.condition)
    return _studies(context, state, page, page.condition)


def _illnesses(context: CardContext, state: State, page: Page) -> Card:
    """The illnesses with questions in the person's language; of the others, in which languages they are."""
    language = state.language
    say = context.in_(language)
    shown = [(place, one) for place, one in page.conditions if speaks(one, language)]
    hidden = {other for _, one in page.conditions if not speaks(one, language) for other in one.text.languages}
    missing = (Paragraph(say("choice-elsewhere"), Tone.NOTE),) if hidden else ()
    return Card(
        language,
        Screen.CHOICE,
        say("choice-condition-title"),
        (
            *(Bullets(one.text.title.in_(language), ((one.text.about.in_(language),),)) for _, one in shown),
            *missing,
        ),
        (
            *(
                Button(one.text.title.in_(language), go(Screen.CHOICE, place), Role.CHOICE, one.id)
                for place, one in shown
            ),
            *(language_button(context, other) for other in LANGUAGES if other in hidden),
        ),
        (menu_way(say),),
        banner=banner(context, say, None),
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
    """Which study of an illness: place and recruiting status beside each."""
    language = state.language
    say = context.in_(language)
    return Card(
        language,
        Screen.CHOICE,
        say("choice-title", condition=condition.text.title.in_(language)),
        (
            Paragraph(condition.text.about.in_(language)),
            *(
                study_block(say, language, condition.studies[one.study], state.day)
                for one in page.subjects
                if one.study
            ),
            emergency(say, language, condition),
        ),
        tuple(_subject_buttons(say, language, page, condition)),
        (*_paging(say, page), menu_way(say)),
        banner=banner(context, say, condition),
    )


def _subject_buttons(say: Say, language: Language, page: Page, condition: Condition) -> list[Button]:
    return [
        Button(
            _subject_label(say, language, condition, subject),
            Action(Act.CHOOSE, at),
            Role.FORWARD if subject.study is None or len(condition.studies) == 1 else Role.CHOICE,
            subject.study or "all",
        )
        for at, subject in enumerate(page.subjects)
    ]


def _subject_label(say: Say, language: Language, condition: Condition, subject: Subject) -> str:
    if subject.study is None:
        return say("choice-all", count=len(condition.studies))
    sites = condition.studies[subject.study].text.sites
    if not sites:
        return say("choice-one-anywhere", study=subject.study)
    return say("choice-one", study=subject.study, country=sites[0].country.in_(language))


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
        say("notice-face"),
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
            *(study_block(say, language, study, replay.state.day, summary=True) for study in studies),
            *_approvals(say, language, studies),
            emergency(say, language, replay.condition),
        ),
        (
            Button(say("notice-begin"), Action(Act.BEGIN), Role.FORWARD, "begin"),
            Button(say("notice-other"), go(Screen.CHOICE), Role.CHOICE, "choice"),
        ),
        (*topics_way(context, say, replay, language), menu_way(say), way(say, "stop", go(Screen.STOPPED))),
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
                date=localised_day(language, approval.date),
            ),
            Tone.SMALL,
        )
        for study in studies
        if (approval := study.text.approval)
    )
