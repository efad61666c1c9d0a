"""The pieces that several cards share: where a study is, whether it takes people, what to do in need."""

from bot.conversation.card import Bullets, Button, Paragraph, Role, Tone
from bot.conversation.cards.context import CardContext
from bot.conversation.replay import Replay
from bot.conversation.state import Screen, go
from bot.conversation.wording import Say
from criteria import model
from criteria.assembly import MOST_TOPICS
from criteria.condition import Condition, StudyDefinition
from criteria.languages import Language
from criteria.screening import Study


def emergency(say: Say, language: Language, condition: Condition | None) -> Paragraph:
    """When not to wait for a study: in the condition's own words where it has them."""
    own = condition.text.emergency if condition else None
    return Paragraph(own.in_(language) if own else say("safety-emergency"), Tone.SMALL)


def study_block(say: Say, language: Language, study: Study | StudyDefinition) -> Bullets:
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


def banner(context: CardContext, say: Say, condition: Condition | None, studies: tuple[Study, ...] = ()) -> str:
    """That this is a demonstration, while a study's script has no approval."""
    of_condition = tuple(condition.studies.values()) if condition else ()
    everything = tuple(study for one in context.catalogue.conditions.values() for study in one.studies.values())
    concerned = studies or of_condition or everything
    return "" if all(study.text.approval for study in concerned) else say("demonstration")


def all_topics(context: CardContext, replay: Replay | None) -> tuple[tuple[str, model.Topic], ...]:
    """The topics of the condition that is asked about; of the conditions, each name once, while none is chosen."""
    conditions = [replay.condition] if replay else list(context.catalogue.conditions.values())
    found: dict[str, model.Topic] = {}
    for condition in conditions:
        for key, topic in condition.topics.items():
            found.setdefault(key, topic)
    return tuple(found.items())[:MOST_TOPICS]


def only_condition(context: CardContext) -> Condition | None:
    """The condition, if it is the only one."""
    conditions = tuple(context.catalogue.conditions.values())
    return conditions[0] if len(conditions) == 1 else None


def to_main(say: Say, replay: Replay | None) -> Button:
    """The way back to wherever the answers lead."""
    if replay is None:
        return Button(say("to-choice"), go(Screen.CHOICE), Role.FORWARD, "main")
    name = "to-notice" if not replay.state.began else "to-question" if replay.question else "to-result"
    return Button(say(name), go(Screen.MAIN), Role.FORWARD, "main")
