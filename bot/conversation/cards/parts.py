"""The pieces that several cards share: where a study is, whether it takes people, what to do in need."""

from datetime import date

from bot.conversation.card import Bullets, Button, Paragraph, Role, Tone
from bot.conversation.cards.context import CardContext
from bot.conversation.cards.labels import day_in
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


def study_block(say: Say, language: Language, study: Study | StudyDefinition, day: date) -> Bullets:
    """A study in a few lines: what it tests, where, and whether it takes people on a day."""
    text = study.text
    lines = [text.title.in_(language), *dict.fromkeys(place_line(site, language) for site in text.sites)]
    lines.append(recruiting_line(say, language, text, day))
    return Bullets(study.id, tuple((line,) for line in lines))


def place_line(site: model.Site, language: Language) -> str:
    """Where a site is."""
    return f"{site.place.in_(language)}, {site.country.in_(language)}"


def recruiting_line(say: Say, language: Language, text: model.Study, day: date) -> str:
    """Whether the study takes people on a day: what was heard too long ago is told with its day, as no longer known."""
    known = text.recruiting
    status = known.on(day)
    lines = [say(f"recruiting-{status}")]
    if known.date is not None and status != known.status:
        lines.append(say(f"recruiting-was-{known.status}", date=day_in(language, known.date)))
    elif known.date is not None:
        lines.append(say("recruiting-asked", date=day_in(language, known.date)))
    if known.message is not None:
        lines.append(known.message.in_(language))
    return " ".join(lines)


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


def items_in(say: Say, items: tuple[str, ...]) -> str:
    """Items of a record in words: `Exclusion 2a, 2b; Record's header`."""
    numbers: dict[str, list[str]] = {}
    for item in items:
        kind, _, number = item.partition(" ")
        numbers.setdefault(kind, []).append(number)
    return "; ".join(say(f"item-{kind}", number=", ".join(found)) for kind, found in numbers.items())


def record_words(say: Say, record: model.Record, items: tuple[str, ...], most: int = 600) -> tuple[str, ...]:
    """What the record itself says in these items, where the study's file has it; cut after `most` characters in all."""
    told = []
    for item in items:
        words = " ".join((record.items.get(item) or "").split())
        if len(words) > most:
            words = f"{words[:most].rpartition(' ')[0]} …"
        most = max(0, most - len(words))
        if words and words != " …":
            told.append(say("record-words", words=words))
    return tuple(told)
