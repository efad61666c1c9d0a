"""The script of one study, put together: in each of its languages a part with every chapter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files

from bot.conversation.cards.context import About
from bot.conversation.face import Face
from bot.conversation.machine import Conversation
from bot.conversation.state import Moment, Subject
from bot.conversation.wording import Wording
from bot.script.cover import cover, outside, purpose, reach
from bot.script.flow import flow
from bot.script.marks import MarkedWording, Marks
from bot.script.model import Part, Script
from bot.script.own_texts import own_fingerprint, own_texts
from bot.script.people import people
from bot.script.plainness import reading
from bot.script.requirements import cases, rules
from bot.script.screens import other, screens
from bot.script.seen import Seen, Sentences, Voice
from bot.script.source import Issue, Source
from criteria.catalogue import Catalogue
from criteria.condition import Condition, StudyId
from criteria.expect import shares
from criteria.fingerprint import wording, wording_fingerprint
from criteria.interview import Interview
from criteria.languages import LANGUAGES, Language
from criteria.order import mean_questions
from criteria.screening import screening
from criteria.verify import walk

TEXTS = files("bot.script") / "texts"
CHAPTERS = (cover, purpose, reach, screens, rules, flow, cases, reading, outside, other)
NOON = 12


@dataclass(frozen=True)
class Medium:
    """A face as the document needs it: its short name, what it can do, and what it shows of a card."""

    name: str
    face: Face
    sentences: Callable[[Wording], Sentences]


def script(
    catalogue: Catalogue, media: Sequence[Medium], about: About, study: str, version: str, day: date
) -> Script | None:
    """The script of a study as of a day; None if there is no such study. `about`: who runs this, on any face."""
    found = catalogue.find(study)
    if found is None:
        return None
    condition, key = replace(found[0], studies={found[1].id: found[1]}), found[1].id
    folders = {medium.name: medium.face.texts for medium in media}
    issue = Issue(version, day, wording_fingerprint(condition, key), own_fingerprint(folders))
    known = [language for language in LANGUAGES if language in condition.text.languages]
    return Script(
        key,
        version,
        day.isoformat(),
        issue.fingerprint,
        issue.own_fingerprint,
        tuple(_part(source(condition, key, media, about, issue, language)) for language in known),
        wording(condition, key),
        own_texts(folders),
    )


def source(
    condition: Condition, study: StudyId, media: Sequence[Medium], about: About, issue: Issue, language: Language
) -> Source:
    """What the chapters are written from, after a walk through every card; `condition` has this study alone."""
    marks = Marks()
    marked = marks.condition(condition)
    catalogue = Catalogue({marked.id: marked})
    voices = []
    for medium in media:
        words = MarkedWording(marks, medium.name, medium.face.texts)
        conversation = Conversation(catalogue, words, replace(about, face=medium.face))
        voices.append(Voice(medium.name, conversation, medium.sentences(words)))
    alone, twin = screening(condition, [study]), screening(marked, [study])
    moment = Moment((issue.date.toordinal() - date(1970, 1, 1).toordinal()) * 24 + NOON)
    interview, led = Interview(alone), people(alone)
    return Source(
        language,
        Wording(TEXTS),
        condition,
        condition.studies[study],
        alone,
        twin,
        interview,
        led,
        Seen(marks, voices, twin, Subject(condition.id, study), language, moment, led),
        about,
        {medium.name: medium.face.texts for medium in media},
        issue,
        walk(interview).states,
        mean_questions(interview.start, shares(alone.questions.values())),
    )


def _part(given: Source) -> Part:
    say, issue = given.say, given.issue
    footer = say(
        "footer",
        study=given.study.id,
        version=issue.version,
        date=issue.date.isoformat(),
        fingerprint=issue.fingerprint,
    )
    chapters = tuple(chapter(given) for chapter in CHAPTERS)
    return Part(given.language, f"{say('title')}: {given.study.id}", footer, say("page"), chapters)
