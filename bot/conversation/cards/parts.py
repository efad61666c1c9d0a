"""The pieces that several cards share: where a study is, whether it takes people, what to do in need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.conversation.card import Bullets, Button, Paragraph, Role
from bot.conversation.cards.context import CardContext, way
from bot.conversation.cards.labels import localised_day
from bot.conversation.languages import offered, speaks
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, State, go
from bot.conversation.wording import Say
from criteria import model
from criteria.condition import Condition, StudyDefinition, TopicId
from criteria.languages import LANGUAGES, Language
from criteria.screening import Study

MOST_EMERGENCIES = 3
"""With more illnesses than this that say when not to wait, a greeting says it for all of them together."""
MOST_PLACES = 256
"""What the button of a topic can tell apart."""


def emergency(say: Say, language: Language, condition: Condition | None) -> Paragraph:
    """When not to wait for a study: in the condition's own words where it has them."""
    own = condition.text.emergency if condition and speaks(condition, language) else None
    return Paragraph(own.in_(language) if own else say("safety-emergency"))


def emergencies(context: CardContext, language: Language) -> tuple[Paragraph, ...]:
    """The same while no illness is chosen: each one's own words behind its name; for many, what holds for all."""
    say = context.in_(language)
    own = {
        one.text.title.in_(language): one.text.emergency.in_(language)
        for one in spoken_conditions(context, language)
        if one.text.emergency
    }
    if len(context.catalogue.conditions) == 1:
        return tuple(Paragraph(text) for text in own.values()) or (emergency(say, language, None),)
    if len(own) > MOST_EMERGENCIES:
        return (emergency(say, language, None),)
    return (
        emergency(say, language, None),
        *(Paragraph(say("emergency-of", condition=title, text=text)) for title, text in own.items()),
    )


def spoken_conditions(context: CardContext, language: Language) -> tuple[Condition, ...]:
    """The conditions that are written in a language."""
    return tuple(one for one in context.catalogue.conditions.values() if speaks(one, language))


def items_line(say: Say, items: Iterable[str]) -> str:
    """Items of the record, by kind: `Exclusion 2a, 2b; Record's header`."""
    numbers: dict[str, list[str]] = {}
    for item in items:
        kind, _, number = item.partition(" ")
        numbers.setdefault(kind, []).append(number)
    return "; ".join(say(f"item-{kind}", number=", ".join(found)) for kind, found in numbers.items())


def study_block(say: Say, language: Language, study: Study | StudyDefinition, day: date) -> Bullets:
    """A study in a few lines: what it tests, what happens in it, where, and whether it takes people on a day."""
    text = study.text
    lines = [text.title.in_(language), text.summary.in_(language)]
    lines += dict.fromkeys(place_line(site, language) for site in text.sites)
    lines.append(recruiting_line(say, language, text, day))
    return Bullets(study.id, tuple((line,) for line in lines))


def name_of(text: model.Study, language: Language) -> str:
    """The plain name of a study; its title where it has no shorter one."""
    return (text.name or text.title).in_(language)


def countries(text: model.Study, language: Language) -> tuple[str, ...]:
    """The countries that a study is done in."""
    return tuple(dict.fromkeys(site.country.in_(language) for site in text.sites))


def places(text: model.Study, language: Language) -> tuple[str, ...]:
    """Where a study is done, in a word or two: of several places the countries alone."""
    found = tuple(dict.fromkeys(place_line(site, language) for site in text.sites))
    return found if len(found) == 1 else countries(text, language)


def tag(say: Say, text: model.Study, day: date) -> str:
    """Whether a study takes people on a day, in a word or two."""
    return say(f"recruiting-tag-{text.recruiting.on(day)}")


def place_line(site: model.Site, language: Language) -> str:
    """Where a site is."""
    return f"{site.place.in_(language)}, {site.country.in_(language)}"


def recruiting_line(say: Say, language: Language, text: model.Study, day: date) -> str:
    """Whether the study takes people on a day: what was heard too long ago is told with its day, as no longer known."""
    known = text.recruiting
    status = known.on(day)
    lines = [say(f"recruiting-{status}")]
    if known.date is not None and status != known.status:
        lines.append(say(f"recruiting-was-{known.status}", date=localised_day(language, known.date)))
    elif known.date is not None:
        lines.append(say("recruiting-asked", date=localised_day(language, known.date)))
    if known.message is not None:
        lines.append(known.message.in_(language))
    return " ".join(lines)


def banner(context: CardContext, say: Say, condition: Condition | None, studies: tuple[Study, ...] = ()) -> str:
    """That this is a demonstration, while a study's script has no approval."""
    of_condition = tuple(condition.studies.values()) if condition else ()
    everything = tuple(study for one in context.catalogue.conditions.values() for study in one.studies.values())
    concerned = studies or of_condition or everything
    return "" if all(study.text.approval for study in concerned) else say("demonstration")


@dataclass(frozen=True)
class Shelf:
    """The background texts of one condition; the first of them has this place among all texts of all conditions."""

    condition: Condition
    first: int
    topics: Mapping[TopicId, model.Topic]


def shelves(context: CardContext, replay: Replay | None, language: Language) -> tuple[Shelf, ...]:
    """The background of what is asked about; of each condition, while none is chosen. Only what has texts to show."""
    found = []
    first = 0
    for condition in [replay.condition] if replay else context.catalogue.conditions.values():
        shown = len(condition.topics) if first + len(condition.topics) <= MOST_PLACES else 0
        if shown and speaks(condition, language):
            found.append(Shelf(condition, first, condition.topics))
        first += shown
    return tuple(found)


def topics_way(context: CardContext, say: Say, replay: Replay | None, language: Language) -> tuple[Button, ...]:
    """The way to the background, where there is any."""
    return (way(say, "topics", go(Screen.TOPICS)),) if shelves(context, replay, language) else ()


def language_button(context: CardContext, language: Language, role: Role = Role.CHOICE) -> Button:
    """The way on in another language, in its own words."""
    return Button(
        context.wording.say(language, "menu-language"), to_language(language), role, language, language=language
    )


def other_languages(context: CardContext, state: State, shown: Language) -> tuple[Button, ...]:
    """The ways on in every other language than the one that is shown, each under its name in itself."""
    return tuple(
        Button(context.wording.say(one, "language-name"), to_language(one), Role.WAY, one, language=one)
        for one in offered(context.catalogue, state)
        if one != shown
    )


def to_language(language: Language) -> Action:
    """Go on in a language."""
    return Action(Act.LANGUAGE, LANGUAGES.index(language))


def to_main(say: Say, replay: Replay | None) -> Button:
    """The way back to wherever the answers lead."""
    if replay is None:
        return Button(say("to-choice"), go(Screen.CHOICE), Role.FORWARD, "main")
    name = "to-notice" if not replay.state.began else "to-question" if replay.question else "to-result"
    return Button(say(name), go(Screen.MAIN), Role.FORWARD, "main")


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


def your_data(context: CardContext, say: Say) -> tuple[Paragraph, ...]:
    """What is known, what is kept, and whom to ask about it."""
    points = [say("privacy-kept"), say("privacy-totals"), say("privacy-face"), say("privacy-rights")]
    if context.about.operator:
        points.append(say("notice-operator", operator=context.about.operator))
    if context.about.privacy_contact:
        points.append(say("notice-privacy", contact=context.about.privacy_contact))
    return tuple(Paragraph(point) for point in points)
