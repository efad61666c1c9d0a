"""The picture of the way through the questions: boxes from top to bottom, and beside each the answers that end it."""

import textwrap
from html import escape

from bot.conversation.cards.labels import localised
from bot.script.model import Chapter, Line, Paragraph, Picture
from bot.script.source import Source
from criteria.diagram import FAILS, restrict
from criteria.question import Question

WIDTH, BOX, EXIT = 760, 360, 350
LINE, PAD, GAP = 15, 8, 14
IN_BOX, IN_EXIT = 54, 54
"""Characters of a line in either column."""


def flow(source: Source) -> Chapter:
    """The picture, the same in words, and how long the way is."""
    say = source.say
    rows = [(_asked(source, one), _ends(source, one)) for one in source.questions]
    told = "; ".join(f"{asked} ({ends})" if ends else asked for asked, ends in rows)
    longest = source.interview.at_most(source.interview.start)
    length = say("flow-length", longest=longest, mean=localised(source.language, round(source.mean, 1)))
    drawn = _drawn([(say("flow-begin"), ""), *rows, (say("flow-result"), "")])
    return Chapter(
        "flow",
        say("chapter-flow"),
        (Paragraph(Line(say("flow-how"))), Paragraph(Line(length)), Picture(drawn, say("flow-in-words", text=told))),
    )


def _asked(source: Source, question: Question) -> str:
    return f"{source.number(question.id)}. {question.text.ask.in_(source.language)}"


def _ends(source: Source, question: Question) -> str:
    """The answers that end the questions, whatever the others are."""
    fails = source.bound.fails
    ends = [answer for answer in question.answers if restrict(fails, {question.id: answer}) is FAILS]
    answers = f" {source.say('rule-or')} ".join(source.quoted(source.label(question.id, one)) for one in ends)
    return source.say("flow-ends", answers=answers) if ends else ""


def _drawn(rows: list[tuple[str, str]]) -> str:
    """The picture as SVG, in black and grey, so that it prints anywhere."""
    parts: list[str] = []
    top = 4
    for place, (asked, ends) in enumerate(rows):
        left, right = textwrap.wrap(asked, IN_BOX), textwrap.wrap(ends, IN_EXIT)
        height = LINE * max(len(left), len(right), 1) + 2 * PAD
        if place:
            parts.append(_arrow(BOX // 2, top - GAP, BOX // 2, top))
        parts.append(_box(0, top, BOX, height, left, rounded=place in {0, len(rows) - 1}))
        if right:
            middle = top + height // 2
            parts.append(_arrow(BOX, middle, WIDTH - EXIT, middle))
            parts.append(_box(WIDTH - EXIT, top, EXIT, height, right, dashed=True))
        top += height + GAP
    total = top - GAP + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 {WIDTH + 4} {total}" width="{WIDTH + 4}" height="{total}" '
        'font-family="sans-serif" font-size="12" role="img">' + "".join(parts) + "</svg>"
    )


def _box(
    x: int, y: int, width: int, height: int, lines: list[str], *, rounded: bool = False, dashed: bool = False
) -> str:
    corner, dash = (height // 2 if rounded else 3), (' stroke-dasharray="4 3"' if dashed else "")
    shape = f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{corner}" fill="#fff" stroke="#444"{dash}/>'
    first = y + (height - LINE * len(lines)) // 2 + LINE - 4
    told = (f'<text x="{x + 12}" y="{first + LINE * at}">{escape(line)}</text>' for at, line in enumerate(lines))
    return shape + "".join(told)


def _arrow(x1: int, y1: int, x2: int, y2: int) -> str:
    """A line with a tip at its second end, down or to the right."""
    tip = f"M{x2 - 4} {y2 - 6}h8l-4 6z" if x1 == x2 else f"M{x2 - 6} {y2 - 4}v8l6 -4z"
    return f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#444"/><path d="{tip}" fill="#444"/>'
