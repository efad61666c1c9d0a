"""What is told of a study beside its criteria: its record, and its sites."""

from bot.conversation.card import Bullets, Link, Paragraph, Tone
from bot.conversation.cards.labels import localised_day, opening, spoken
from bot.conversation.cards.parts import place_line
from bot.conversation.wording import Say
from criteria import model
from criteria.languages import Language


def sites(say: Say, language: Language, text: model.Study) -> tuple[Bullets | Paragraph, ...]:
    """Where the study is, and whom to ask there."""
    if not text.sites:
        return (Paragraph(say("result-no-site")),)
    items: list[tuple[str, ...]] = []
    said: set[str] = set()
    for site in text.sites:
        contact = site.contact
        lines = [say("site-contact", contact=contact.in_(language))] if contact else []
        if not (contact or site.phone or site.mail):
            lines.append(say("site-no-contact"))
        if site.phone:
            lines.append(say("site-phone", phone=site.phone))
        if site.mail:
            lines.append(say("site-mail", mail=site.mail))
        if site.languages:
            lines.append(say("site-languages", languages=spoken(language, site.languages)))
        if site.hours:
            lines.append(say("site-hours", hours=opening(language, site.hours)))
        new = [line for line in lines if line not in said]
        said.update(new)
        items.append((f"{site.unit.in_(language).removesuffix('.')}. {place_line(site, language)}", *new))
    return (Bullets(say("result-sites"), tuple(items)),)


def record_blocks(say: Say, language: Language, text: model.Study) -> tuple[Paragraph | Link, ...]:
    """Which record this is about, and whether we have all of it."""
    record = text.record
    as_of = (
        record.as_of.in_(language) if isinstance(record.as_of, model.Text) else localised_day(language, record.as_of)
    )
    told = say("result-record", registry=record.registry, as_of=as_of, status=record.status.in_(language))
    return (
        Paragraph(told, Tone.SMALL, fine=True),
        *(() if record.complete else (Paragraph(say("result-record-cut"), Tone.NOTE),)),
        Link(text.id, record.url, fine=True),
    )
