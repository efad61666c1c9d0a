"""The card before the first question: what is to be known and agreed to; its button is the consent."""

from bot.conversation.card import Block, Button, Card, Fold, Paragraph, Role, Tone
from bot.conversation.cards.context import CardContext, menu_way, way
from bot.conversation.cards.labels import localised_day
from bot.conversation.cards.parts import banner, countries, emergency, name_of, places, study_block, tag, your_data
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, go
from bot.conversation.wording import Say
from criteria.languages import Language
from criteria.screening import Study


def notice(context: CardContext, replay: Replay) -> Card:
    """What to know before the first question."""
    state = replay.state
    language = state.language
    say = context.in_(language)
    studies = replay.interview.studies
    about = context.about
    told = [
        say("notice-operator", operator=about.operator) if about.operator else say("notice-demo-operator"),
        *([say("notice-help", contact=about.help_contact)] if about.help_contact else []),
    ]
    return Card(
        language,
        Screen.MAIN,
        say("notice-title", count=replay.interview.at_most(replay.progress.position)),
        (
            *(_in_a_line(say, replay, study) for study in studies),
            Paragraph(say("notice-rules", count=len(studies))),
            Paragraph(say("notice-adults")),
            Paragraph(f"{say('notice-kept')} {say('notice-face')}"),
            Paragraph(" ".join(told)),
            *_folds(context, say, replay),
        ),
        (
            Button(say("notice-begin"), Action(Act.BEGIN), Role.FORWARD, "begin"),
            Button(say("notice-begin-other"), Action(Act.BEGIN, 1), Role.CHOICE, "begin-other"),
        ),
        _ways(context, say),
        banner=banner(context, say, None, studies),
    )


def _in_a_line(say: Say, replay: Replay, study: Study) -> Paragraph:
    """Which study it is, where, and whether it takes people."""
    language = replay.state.language
    alone = len(replay.interview.studies) == 1
    told = (name_of(study.text, language), *places(study.text, language)) if alone else countries(study.text, language)
    return Paragraph(" · ".join((*told, tag(say, study.text, replay.state.day))), Tone.SMALL)


def _folds(context: CardContext, say: Say, replay: Replay) -> tuple[Block, ...]:
    """What taking part means, what happens to the answers, and when not to wait."""
    language = replay.state.language
    studies = replay.interview.studies
    meaning = tuple(study_block(say, language, study, replay.state.day) for study in studies)
    folds = [Fold(say("taking-part"), (*meaning, *_approvals(say, language, studies)))]
    if context.about.face.unfolds:
        folds.append(Fold(say("your-data"), your_data(context, say)))
    return (*folds, Fold(say("unwell"), (emergency(say, language, replay.condition),)))


def _ways(context: CardContext, say: Say) -> tuple[Button, ...]:
    """What is not folded here, the menu has."""
    data = () if context.about.face.unfolds else (way(say, "privacy", go(Screen.PRIVACY)),)
    return (*data, menu_way(say), way(say, "stop", go(Screen.STOPPED)))


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
