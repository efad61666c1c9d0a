"""The chapters around what people read: what this is, how people reach it, and what may change."""

from collections.abc import Iterator
from math import ceil

from bot.conversation.cards.labels import localised, localised_day, opening, spoken
from bot.conversation.cards.parts import place_line, recruiting_line
from bot.script.model import Block, Chapter, Items, Line, Paragraph, Table
from bot.script.source import Source
from criteria import model
from criteria.approval import Approval, approval_of

WORDS_A_MINUTE = 150
"""Slower than the mean of silent reading in English, 238 (M. Brysbaert, J Mem Lang 2019;109:104047)."""


def cover(source: Source) -> Chapter:
    """Which study, which record, who, when, and the fingerprints."""
    say = source.say
    rows = tuple(((Line(say(f"cover-{name}")),), tuple(map(Line, told))) for name, told in _facts(source))
    how = say("cover-how", chapter=say("chapter-outside"))
    return Chapter("cover", say("chapter-cover"), (Table((), rows, (30, 70)), Paragraph(Line(how))))


def _facts(source: Source) -> Iterator[tuple[str, tuple[str, ...]]]:
    say, language, text, issue = source.say, source.language, source.study.text, source.issue
    record = text.record
    as_of = record.as_of
    yield "study", (text.title.in_(language),)
    yield "published", (f"{record.registry}, {text.id}", record.url)
    version = as_of.in_(language) if isinstance(as_of, model.Text) else localised_day(language, as_of)
    yield "record", (version, *(() if record.complete else (say("cover-record-cut"),)))
    yield "record-status", (record.status.in_(language),)
    if record.amended:
        yield "amended", (record.amended.in_(language),)
    yield "sponsor", (record.sponsor or say("not-told"),)
    yield (
        "sites",
        tuple(f"{one.unit.in_(language)}. {place_line(one, language)}" for one in text.sites) or (say("none"),),
    )
    yield "contact", tuple(dict.fromkeys(_contacts(source))) or (say("not-told"),)
    yield "recruiting", (recruiting_line(say, language, text, issue.date),)
    yield "approval", (_approval(source),)
    yield "operator", (source.about.operator or say("not-told"),)
    yield "help", (source.about.help_contact or say("not-told"),)
    yield "privacy", (source.about.privacy_contact or say("not-told"),)
    yield "languages", (spoken(language, source.condition.text.languages),)
    yield "length", (_length(source, "cover-length-told"),)
    yield "version", (f"{issue.version}, {localised_day(language, issue.date)}",)
    yield "fingerprint", (issue.fingerprint,)
    yield "own-fingerprint", (issue.own_fingerprint,)


def _contacts(source: Source) -> Iterator[str]:
    for site in source.study.text.sites:
        if site.contact:
            yield site.contact.in_(source.language)
        told = [one for one in (site.phone, site.mail) if one]
        told += [opening(source.language, site.hours)] if site.hours else []
        if told:
            yield ", ".join(told)


def _approval(source: Source) -> str:
    given = source.study.text.approval
    if given is None:
        return source.say("cover-not-approved")
    holds = approval_of(source.condition, source.study.id) is Approval.HOLDS
    return source.say(
        "cover-approved" if holds else "cover-moved",
        committee=given.committee.in_(source.language),
        reference=given.reference,
        date=localised_day(source.language, given.date),
        fingerprint=given.fingerprint,
    )


def _length(source: Source, name: str) -> str:
    longest = source.interview.at_most(source.interview.start)
    return source.say(name, longest=longest, mean=localised(source.language, round(source.mean, 1)))


def purpose(source: Source) -> Chapter:
    """Intended purpose, what the machine does, what is kept, and what it asks of people."""
    say, chapter = source.say, source.say("chapter-screens")
    words, taps = _reading(source)
    points = (
        say("purpose-what"),
        say("purpose-intended"),
        say("purpose-machine", states=source.states),
        say("purpose-unsure"),
        say("purpose-voluntary"),
        say("purpose-kept"),
        say("purpose-leaving", web=source.hours["web"], telegram=source.hours["telegram"] // 24),
        say("purpose-out"),
        say("purpose-burden", words=words, minutes=ceil(words / WORDS_A_MINUTE), taps=taps, chapter=chapter),
    )
    research = source.quoted(source.study.text.summary.in_(source.language))
    blocks: list[Block] = [Paragraph(Line(point)) for point in points]
    blocks[2:2] = [Paragraph(Line(say("purpose-research"))), Items((Line(research),), quoted=True)]
    return Chapter("purpose", say("chapter-purpose"), tuple(blocks))


def _reading(source: Source) -> tuple[int, int]:
    """How many words somebody reads who fits, and how many buttons that takes."""
    fits = source.led[0]
    lines = [line for place in ("notice", "result") for line in source.seen.words(place)]
    for key in fits:
        question = source.alone.questions[key]
        lines.append(question.text.ask.in_(source.language))
        lines += [source.label(key, answer) for answer in source.answers(question)]
    return round(sum(len(line.split()) for line in lines), -1), len(fits) + 1


def reach(source: Source) -> Chapter:
    """The ways in."""
    say = source.say
    told = (
        say("reach-link", study=source.study.id),
        *(say(f"reach-{one}") for one in ("poster", "telegram", "channel", "sites")),
    )
    contacts = tuple(map(Line, dict.fromkeys(_contacts(source))))
    return Chapter(
        "reach", say("chapter-reach"), (Items(tuple(map(Line, told))), *((Items(contacts),) if contacts else ()))
    )


def outside(source: Source) -> Chapter:
    """What stands outside the fingerprint."""
    say, about = source.say, source.about
    operator = ", ".join(one for one in (about.operator, about.help_contact, about.privacy_contact) if one)
    told = (
        say("outside-recruiting"),
        say("outside-contact"),
        say("outside-operator", operator=operator or say("not-told")),
        say("outside-own"),
        say("outside-approval"),
    )
    return Chapter(
        "outside", say("chapter-outside"), (Paragraph(Line(say("outside-how"))), Items(tuple(map(Line, told))))
    )
