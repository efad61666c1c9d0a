"""Everything that a study's participants can read, in one document for an ethics committee, as Markdown."""

from collections.abc import Iterator
from hashlib import sha256

from bot.conversation.card import Block, Bullets, Fold, Link, Paragraph
from bot.conversation.cards.context import About, CardContext
from bot.conversation.cards.headline import headlines
from bot.conversation.cards.labels import answer_label
from bot.conversation.cards.parts import emergency, items_line
from bot.conversation.machine import Conversation
from bot.conversation.state import Moment, Subject
from bot.conversation.wording import Say, Wording
from criteria import model
from criteria.catalogue import Catalogue
from criteria.condition import Condition, CriterionDefinition, StudyDefinition
from criteria.expression import UNSURE
from criteria.languages import Language
from criteria.question import Question
from criteria.screening import asked_questions


def script(catalogue: Catalogue, wording: Wording, about: About, study_id: str, language: Language) -> str | None:
    """The script of a study in one of its languages, with a face's own words; None if there is no such study."""
    found = catalogue.find(study_id)
    if found is None:
        return None
    conversation = Conversation(catalogue, wording, about)
    text = "\n".join(_lines(conversation, *found, language))
    fingerprint = sha256(text.encode()).hexdigest()[:12]
    return f"{text}\n\n{conversation.context.in_(language)('script-fingerprint', fingerprint=fingerprint)}\n"


def _lines(
    conversation: Conversation, condition: Condition, study: StudyDefinition, language: Language
) -> Iterator[str]:
    context = conversation.context
    say = context.in_(language)
    yield f"# {study.id}: {study.text.title.in_(language)}"
    yield f"\n{study.text.summary.in_(language)}"
    if not study.text.record.complete:
        yield f"\n{say('result-record-cut')}"
    notice = conversation.view(conversation.start(language, Moment(0), Subject(condition.id, study.id)))
    yield f"\n## {notice.title}\n"
    yield from (f"- {line}" for block in notice.blocks for line in _told(block))
    yield from (f"- [{button.label}]" for button in notice.buttons)
    yield f"\n## {say('script-questions')}"
    for number, question in enumerate(asked_questions(condition, [study.id]).values(), 1):
        yield from _question(context, say, language, number, question)
    yield f"\n## {say('script-results')}\n"
    for text in _results(say, language, condition):
        yield f"- {text}"
    if study.text.for_everyone:
        yield f"\n### {say('result-for-everyone')}\n\n{study.text.for_everyone.in_(language)}"
    yield f"\n## {say('script-criteria')}"
    for criterion in study.criteria.values():
        yield from _criterion(say, language, study.text.record, criterion)


def _told(block: Block) -> Iterator[str]:
    """What a block says, line by line."""
    match block:
        case Fold(title, blocks):
            yield f"{title}:"
            yield from (line for one in blocks for line in _told(one))
        case Bullets(_, items):
            yield from (" ".join(item) for item in items)
        case Paragraph(text):
            yield text
        case Link(label, url):
            yield f"{label}: {url}"


def _results(say: Say, language: Language, condition: Condition) -> Iterator[str]:
    """The sentences of a result, and what goes with it."""
    yield from headlines(say)
    for name in ("window", "stopped", "later-date", "only-team"):
        yield say(f"result-{name}", date="…")
    yield say("safety-treatment")
    yield emergency(say, language, condition).text
    if condition.text.without:
        yield condition.text.without.text.in_(language)


def _question(context: CardContext, say: Say, language: Language, number: int, question: Question) -> Iterator[str]:
    yield f"\n### {number}. {question.text.ask.in_(language)}\n"
    yield f"*{question.section.in_(language)}* (`{question.id}`)\n"
    if question.text.reason:
        yield f"{question.text.reason.in_(language)}\n"
    yield f"> {question.text.help.in_(language)}\n"
    for answer in (*question.answers, UNSURE):
        yield f"- {answer_label(context, language, question, answer)}"
    if question.text.sensitive:
        yield f"\n{say('script-sensitive')}"


def _criterion(say: Say, language: Language, record: model.Record, criterion: CriterionDefinition) -> Iterator[str]:
    text = criterion.text
    yield f"\n### {text.label.in_(language)}\n"
    yield f"{items_line(say, text.from_)} (`{criterion.id}`)"
    for item in text.from_:
        if words := record.items.get(item):
            yield f"\n{say('record-says')}\n\n> {' '.join(words.split())}"
    if text.technical:
        yield f"\n{text.technical.in_(language)}"
    for name in ("needs", "excludes", "only_if", "confirm"):
        if rule := getattr(text, name):
            yield f"\n{say(f'script-{name.replace(chr(95), chr(45))}')} `{' '.join(rule.split())}`"
    if text.team:
        yield f"\n{say('script-team')}"
    if text.permits:
        yield f"\n{say('script-permits')}"
    for beside in (text.note, text.later, text.changed):
        if isinstance(beside, model.Text):
            yield f"\n> {beside.in_(language)}"
