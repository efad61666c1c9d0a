"""Pieces of text with bold, italics and links become one Telegram message, measured as Telegram measures."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from telegram import MessageEntity

from bot.conversation.card import Button

MOST_ENTITIES = 100
"""Telegram leaves further ones unread."""


class Style(Enum):
    """How a span looks."""

    PLAIN = ""
    BOLD = "bold"
    ITALIC = "italic"
    LINK = "text_link"
    FOLDED = "expandable_blockquote"
    """A quote of which three lines are seen until it is opened."""


@dataclass(frozen=True)
class Span:
    """Some characters in one style; `url` goes with LINK."""

    text: str
    style: Style = Style.PLAIN
    url: str = ""


@dataclass(frozen=True)
class Piece:
    """What stays together on one page; `button` is the numbered button that belongs to it."""

    spans: tuple[Span, ...]
    gap: str = "\n\n"
    """What stands before it, unless it is the first."""
    button: Button | None = None
    on_top: tuple[Span, ...] = ()
    """What is said before it where it opens a page: the heading of the list that it goes on with."""
    fine: bool = False
    """Fine print: it stands in a folded quote, together with that before and behind it."""

    @property
    def units(self) -> int:
        """The length with its gap."""
        return units(self.gap) + sum(units(span.text) for span in self.spans)


def units(text: str) -> int:
    """A text's length as Telegram counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[MessageEntity, ...]]:
    """The message's text and its entities; a quote comes before what it holds."""
    text: list[str] = []
    entities: list[MessageEntity] = []
    folded: list[tuple[int, int]] = []
    at = 0
    fine = False
    for piece in pieces:
        spans = (Span(piece.gap), *piece.spans) if text else piece.spans
        begins = at + (units(piece.gap) if text else 0)
        for span in spans:
            size = units(span.text)
            if span.style is not Style.PLAIN and size:
                entities.append(MessageEntity(span.style.value, at, size, url=span.url or None))
            text.append(span.text)
            at += size
        if piece.fine:
            folded.append((folded.pop()[0] if fine else begins, at))
        fine = piece.fine
    quotes = [MessageEntity(Style.FOLDED.value, begin, end - begin) for begin, end in folded]
    return "".join(text), tuple(sorted((*quotes, *entities)[:MOST_ENTITIES], key=lambda one: (one.offset, -one.length)))


def paged(pieces: Iterable[Piece], room: int, most_buttons: int) -> list[list[Piece]]:
    """The pieces on as few pages as hold them, in order; at least one page."""
    pages: list[list[Piece]] = [[]]
    used = buttons = 0
    for piece in (part for whole in pieces for part in _cut(whole, room)):
        counted = piece.button is not None
        told = piece
        if pages[-1] and (used + piece.units > room or buttons + counted > most_buttons):
            told = replace(piece, spans=(*piece.on_top, *piece.spans), gap="\n\n") if piece.on_top else piece
            pages.append([])
            used = buttons = 0
        pages[-1].append(told)
        used += told.units
        buttons += counted
    return pages


def _cut(piece: Piece, room: int) -> list[Piece]:
    """A piece that is longer than a page in parts, cut at blanks where there are any."""
    if piece.units + sum(units(span.text) for span in piece.on_top) <= room:
        return [piece]
    most = room // 3  # units() of a text is at most twice its length, and there is a gap
    parts = [Span(text, span.style, span.url) for span in piece.spans for text in _chunks(span.text, most)]
    return [Piece((part,), button=piece.button if at == 0 else None, fine=piece.fine) for at, part in enumerate(parts)]


def _chunks(text: str, most: int) -> list[str]:
    found = []
    while len(text) > most:
        place = text.rfind(" ", 1, most)
        place = place if place > 0 else most
        found.append(text[:place])
        text = text[place:].lstrip()
    return [part for part in (*found, text) if part.strip()]
