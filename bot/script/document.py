"""The script of one study, put together: in each of its languages a part with every chapter."""

from collections.abc import Callable, Iterator, Sequence
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
from bot.script.model import FORMAT, Part, Script
from bot.script.own_texts import own_fingerprint, own_texts
from bot.script.people import people
from bot.script.plainness import reading
from bot.script.requirements import cases, rules
from bot.script.screens import other, screens
from bot.script.seen import Seen, Sentences, Voice
from bot.script.source import Issue, Source
from criteria.catalogue import Catalogue
from criteria.condition import Condition, ConditionId, StudyId
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
OTHER = ConditionId("other")


@dataclass(frozen=True)
class Medium:
    """A face as the document needs it: its short name, what it can do, and what it shows of a card."""

    name: str
    face: Face
    sentences: Callable[[Wording], Sentences]
    hours: int
    """For how long a conversation there can be gone on with."""


def languages(condition: Condition) -> tuple[Language, ...]:
    """The languages that a condition is written in, in the order of the table."""
    return tuple(language for language in LANGUAGES if language in condition.text.languages)


def script(
    catalogue: Catalogue,
    media: Sequence[Medium],
    about: About,
    study: str,
    version: str,
    day: date,
    wanted: Sequence[Language] = (),
) -> Script:
    """The script of a study of the catalogue as of a day, in all its languages or in those that are wanted.

    `about`: who runs this, on any face. Raises KeyError where there is no such study.
    """
    found = catalogue.find(study)
    if found is None:
        raise KeyError(study)
    condition, key = replace(found[0], studies={found[1].id: found[1]}), found[1].id
    folders = {medium.name: medium.face.texts for medium in media}
    issue = Issue(version, day, wording_fingerprint(condition, key), own_fingerprint(folders))
    sources = _sources(condition, key, media, about, issue, wanted or languages(condition))
    return Script(
        FORMAT,
        key,
        version,
        day.isoformat(),
        issue.fingerprint,
        issue.own_fingerprint,
        tuple(map(_part, sources)),
        wording(condition, key),
        own_texts(folders),
    )


def _sources(
    condition: Condition,
    study: StudyId,
    media: Sequence[Medium],
    about: About,
    issue: Issue,
    wanted: Sequence[Language],
) -> Iterator[Source]:
    """What the chapters are written from, language by language; `condition` has this study alone."""
    marks = Marks()
    marked = marks.condition(condition)
    voices = _voices(marks, condition, marked, media, about)
    alone, twin = screening(condition, [study]), screening(marked, [study])
    interview, led = Interview(alone), people(alone)
    moment = Moment((issue.date.toordinal() - date(1970, 1, 1).toordinal()) * 24 + NOON)
    words, subject = Wording(TEXTS), Subject(condition.id, study)
    states, mean = walk(interview).states, mean_questions(interview.start, shares(alone.questions.values()))
    for language in wanted:
        yield Source(
            language,
            words,
            condition,
            condition.studies[study],
            alone,
            twin,
            interview,
            led,
            Seen(marks, voices, twin, subject, language, moment, led),
            about,
            {medium.name: medium.face.texts for medium in media},
            {medium.name: medium.hours for medium in media},
            issue,
            states,
            mean,
        )


def _voices(
    marks: Marks, condition: Condition, marked: Condition, media: Sequence[Medium], about: About
) -> tuple[Voice, ...]:
    """Each face with a conversation about the marked condition, alone and beside another that says nothing of its own."""
    alone = Catalogue({marked.id: marked})
    site = Catalogue({marked.id: marked, OTHER: replace(condition, id=OTHER)})
    voices = []
    for medium in media:
        words, here = MarkedWording(marks, medium.name, medium.face.texts), replace(about, face=medium.face)
        talks = (Conversation(alone, words, here), Conversation(site, words, here))
        voices.append(Voice(medium.name, *talks, medium.sentences(words)))
    return tuple(voices)


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
    faces = {name: say(f"only-{name}") for name in given.folders}
    return Part(given.language, f"{say('title')}: {given.study.id}", footer, say("page"), faces, chapters)
