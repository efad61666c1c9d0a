"""The chapters of what participants read: every sentence of every card on both faces, and what the program says beside cards."""

from collections.abc import Iterator
from dataclasses import replace

from bot.conversation.cards.headline import headlines
from bot.script.model import Block, Chapter, Heading, Items, Line, Paragraph, Table
from bot.script.own_texts import OWN, forms
from bot.script.rules import effects
from bot.script.source import Source
from criteria.question import Question

BEFORE = ("welcome", "choice", "notice")
AFTER = ("result", "sheet", "review", "topics", "topic", "menu", "privacy", "stopped", "leaving", "elsewhere")
WHOLE = frozenset({"welcome", "notice", "result"})
"""Of these kinds of card, one is printed as a whole before what others add."""
KNOWN = frozenset({*BEFORE, *AFTER})


def screens(source: Source) -> Chapter:
    """Everything that is read, in the order of asking."""
    say = source.say
    how = say("screens-how", web=say("only-web"), telegram=say("only-telegram"))
    others = [one for one in source.seen.places if one not in KNOWN and not one.startswith("question.")]
    blocks: list[Block] = [Paragraph(Line(how))]
    for place in BEFORE:
        blocks += _cards(source, place)
    blocks.append(Heading(say("screens-questions")))
    for question in source.questions:
        blocks += _question(source, question)
    for place in (*AFTER, *others):
        blocks += _cards(source, place)
    return Chapter("screens", say("chapter-screens"), tuple(blocks))


def _cards(source: Source, place: str) -> Iterator[Block]:
    first = source.seen.first(place) if place in WHOLE else []
    rest = source.seen.rest(place)
    if not first and not rest:
        return
    name = place if place in KNOWN else "other"
    yield Heading(source.say(f"screens-{name}"))
    if first:
        if place == "result":
            yield Paragraph(Line(source.say("screens-result-first")))
        yield Items(tuple(first), quoted=True)
    if rest:
        if first:
            yield Paragraph(Line(source.say("screens-result-rest" if place == "result" else "screens-rest")))
        yield Items(tuple(rest), quoted=True)


def _question(source: Source, question: Question) -> Iterator[Block]:
    """A question as it is read, what each answer does, and what it serves."""
    say, language, seen = source.say, source.language, source.seen
    text, marked = question.text, source.marked.questions[question.id]
    asked = seen.line(marked.text.ask.in_(language))
    yield Heading(f"{source.number(question.id)}. {asked.text}", 4)
    section = seen.line(marked.section.in_(language))
    yield Paragraph(Line(say("question-section", section=section.text), (*asked.ids, *section.ids)))
    if marked.text.reason:
        yield Items((seen.line(marked.text.reason.in_(language)),), quoted=True)
    if text.sensitive:
        yield Paragraph(Line(say("question-private")))
    yield _answers(source, question)
    yield Paragraph(Line(say("question-help", way=say("way-help"))))
    yield Items((seen.line(marked.text.help.in_(language)),), quoted=True)
    likely = marked.text.number.plausible if marked.text.number else None
    if likely is not None:
        yield Paragraph(Line(say("question-implausible")))
        yield Items((seen.beside(likely.ask.in_(language)),), quoted=True)
    yield _serves(source, question)
    if rest := seen.rest(f"question.{question.id}"):
        yield Paragraph(Line(say("question-more")))
        yield Items(tuple(rest), quoted=True)


def _answers(source: Source, question: Question) -> Table:
    rows = tuple(
        (
            (source.marked_label(question.id, answer),),
            (Line(" ".join(effects(source.words, source.alone, question.id, answer))),),
        )
        for answer in source.answers(question)
    )
    return Table((source.say("question-answer"), source.say("question-effect")), rows, (38, 62))


def _serves(source: Source, question: Question) -> Block:
    """The requirements that a question serves, with the record's items, and its words where the file has them."""
    say = source.say
    served = [
        (source.seen.line(one.text.label.in_(source.language)), source.items(one), source.record_words(one))
        for one in source.marked.studies[source.study.id].criteria.values()
        if question.id in one.questions
    ]
    if not any(words for _, _, words in served):
        told = (replace(label, text=say("question-for", label=label.text, items=items)) for label, items, _ in served)
        return Items(tuple(told))
    rows = tuple(((label,), (Line(items),), tuple(map(Line, words))) for label, items, words in served)
    return Table((say("question-serves"), say("question-item"), say("question-words")), rows, (35, 15, 50))


def other(source: Source) -> Chapter:
    """The program's sentences that no card of this study's own way shows."""
    say, language = source.say, source.language
    voice = source.seen.voices[0].conversation.context.in_(language)
    first = tuple(map(source.seen.beside, headlines(voice)))
    blocks: list[Block] = [
        Heading(say("other-headlines")),
        Paragraph(Line(say("other-headlines-how"))),
        Items(first, quoted=True),
        Heading(say("other-rest")),
        Paragraph(Line(say("other-how"))),
    ]
    for where, folder in {"text": OWN, **source.folders}.items():
        told = [
            Line(" / ".join(found), (f"{where}.{name}.{language}",))
            for name, found in forms(folder, language).items()
            if f"{where}.{name}.{language}" not in source.seen.told or len(found) > 1
        ]
        if told:
            blocks += [Heading(say(f"other-{where}"), 4), Items(tuple(told), quoted=True)]
    return Chapter("other", say("chapter-other"), tuple(blocks))
