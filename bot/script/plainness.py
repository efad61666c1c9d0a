"""The chapter on how easy the texts are to read."""

from collections.abc import Iterator

from bot.conversation.cards.labels import localised
from bot.script.model import Chapter, Line, Paragraph, Table
from bot.script.readability import FORMULAS, Formula, counts
from bot.script.source import Source


def reading(source: Source) -> Chapter:
    """Each kind of text with its figures; for a language without a formula, that a person has to read."""
    say = source.say
    formula = FORMULAS.get(source.language)
    if formula is None:
        return Chapter("reading", say("chapter-reading"), (Paragraph(Line(say("reading-none"))),))
    how = say(
        "reading-how", formula=formula.name, source=formula.source, plain=localised(source.language, formula.plain_from)
    )
    columns = tuple(say(f"reading-{one}") for one in ("what", "words", "length", "score"))
    groups = dict(_groups(source))
    groups["all"] = [text for texts in groups.values() for text in texts]
    rows = tuple(_row(source, formula, name, texts) for name, texts in groups.items())
    return Chapter("reading", say("chapter-reading"), (Paragraph(Line(how)), Table(columns, rows, (46, 18, 18, 18))))


def _groups(source: Source) -> Iterator[tuple[str, list[str]]]:
    language = source.language
    asked = [question.text.ask.in_(language) for question in source.questions]
    buttons = [source.label(one.id, answer) for one in source.questions for answer in one.answers]
    yield "questions", [*asked, *buttons]
    yield "help", [question.text.help.in_(language) for question in source.questions]
    yield "notice", source.seen.words("notice")
    yield "result", source.seen.words("result")
    if source.condition.topics:
        yield "topics", [topic.text.in_(language) for topic in source.condition.topics.values()]


def _row(source: Source, formula: Formula, name: str, texts: list[str]) -> tuple[tuple[Line, ...], ...]:
    found = counts(texts, formula)
    figures = (found.words, round(found.words_a_sentence, 1), round(formula.score(found)))
    return ((Line(source.say(f"reading-{name}")),), *((Line(localised(source.language, one)),) for one in figures))
