"""A card becomes the text and the buttons of a message, within Telegram's limits and a phone's width."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from telegram import MessageEntity

from bot.conversation.card import Block, Bullets, Button, Card, Exchange, Fold, Link, Paragraph, Result, Role, Tone
from bot.conversation.state import Act, Action, Screen
from bot.conversation.wording import Argument, Wording
from bot.faces.telegram import rows
from bot.faces.telegram.rows import OPEN, Row, lettered, marked, numbers_choices
from bot.faces.telegram.text import Piece, Span, Style, joined, paged, units

LONGEST_TEXT = 4096
"""Code units of a message's text (Bot API, sendMessage)."""
MOST_NUMBERED = 36
_STYLES = {Tone.PLAIN: Style.PLAIN, Tone.STRONG: Style.BOLD, Tone.NOTE: Style.ITALIC, Tone.SMALL: Style.ITALIC}


@dataclass(frozen=True)
class Shown:
    """One message: its text with entities, and its rows of buttons."""

    text: str
    entities: tuple[MessageEntity, ...]
    rows: tuple[Row, ...]


class Renderer:
    """Turns cards into messages; knows no chat and no ticket."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def shown(self, card: Card, page: int = 0, notice: str = "") -> Shown:
        """A page of a card, the first being 0, with its ways unfolded from OPEN on; `notice` is said above it."""
        opened, page = divmod(page, OPEN)
        letters = lettered(card)
        head = _head(self, card, notice)
        foot = _foot(card, letters)
        pages = self._pages(card, head, foot)
        at = min(page, len(pages) - 1)
        if len(pages) > 1:
            foot = (*foot, _line(self.say(card, "page", page=at + 1, pages=len(pages)), Style.ITALIC))
        text, entities = joined((*head, *pages[at], *foot))
        return Shown(text, entities, tuple(self._rows(card, letters, pages, at, unfolded=bool(opened))))

    def to_keep(self, card: Card) -> list[Shown]:
        """All pages of a card as messages without buttons."""
        head, foot = _head(self, card, ""), _foot(card, lettered(card))
        told = [joined((*head, *page, *foot)) for page in self._pages(card, head, foot)]
        return [Shown(text, entities, ()) for text, entities in told]

    def say(self, card: Card, name: str, **arguments: Argument) -> str:
        """One of this face's own texts in the card's language."""
        return self._wording.say(card.language, f"tg-{name}", **arguments)

    def _pages(self, card: Card, head: Iterable[Piece], foot: Iterable[Piece]) -> list[list[Piece]]:
        body = tuple(_body(self, card))
        room = LONGEST_TEXT - sum(piece.units for piece in (*head, *foot))
        pages = paged(body, room, MOST_NUMBERED)
        return (
            pages
            if len(pages) == 1
            else paged(body, room - units(self.say(card, "page", page=99, pages=99)) - 2, MOST_NUMBERED)
        )

    def _rows(
        self, card: Card, letters: dict[str, Button], pages: Sequence[Sequence[Piece]], at: int, *, unfolded: bool
    ) -> list[Row]:
        say = partial(self.say, card)
        last = at == len(pages) - 1
        if unfolded and card.question is not None:
            return rows.unfolded_ways(card, at, say)
        found: list[Row] = []
        if not last:
            found.append((Button(say("next"), Action(Act.SHOW, at + 1), Role.WAY, "next-page"),))
        found += rows.side_by_side([piece.button for piece in pages[at] if piece.button])
        found += rows.answer_rows(card, letters)
        for button in rows.choices(card, say):
            if last or button.action.act is not Act.BEGIN:  # nothing begins before the whole notice was there to read
                found.append((button,))
        if at:
            found.append((Button(say("previous"), Action(Act.SHOW, at - 1), Role.WAY, "previous-page"),))
        return [
            *found,
            *(
                rows.packed((*card.ways, *_languages(card)))
                if card.question is None
                else rows.folded_ways(card, at, say)
            ),
        ]


def _head(renderer: Renderer, card: Card, notice: str) -> tuple[Piece, ...]:
    """What stands on every page: what was just said or answered, and the heading; a result's heading is its verdict."""
    told = [_line(notice, Style.ITALIC)] if notice else []
    if (alone := _alone(card)) is not None:
        return (_line(card.title, Style.BOLD), *told, _line(f"{alone.name} · {alone.title}"))
    if card.question is not None:
        left = "" if card.left is None else renderer.say(card, "left", more=card.left - 1)
        told.append(_line(" · ".join(part for part in (card.section, left) if part)))
    single = card.results[0].title if len(card.results) == 1 else ""
    return (*told, _line("\n".join(part for part in (card.title, single) if part), Style.BOLD))


def _alone(card: Card) -> Result | None:
    """The one result whose verdict is the heading."""
    return card.results[0] if card.results and card.title == card.results[0].sentence else None


def _body(renderer: Renderer, card: Card) -> Iterator[Piece]:
    """The blocks of the card, below its verdicts, and of its results, in which the fine print comes last."""
    verdicts = any(result.sentence for result in card.results)
    if not verdicts:
        yield from _blocks(renderer, card)
    for result in card.results:
        if _alone(card) is None and result.sentence:
            yield _line(f"{result.name} · {result.title}")
            yield Piece((Span(result.sentence, Style.BOLD),), "\n")
        if result.reason:
            yield _line(result.reason)
        left = (*result.lead, *result.blocks)
        for block in (*(one for one in left if not one.fine), *(one for one in left if one.fine)):
            yield from _block(renderer, card, block)
    if verdicts:
        yield from _blocks(renderer, card)
    for button in card.buttons if card.question is None and not numbers_choices(card) else ():
        if button.details:
            yield Piece((Span(button.label, Style.BOLD), Span("\n" + " · ".join(button.details))))
    for number, exchange in enumerate(card.exchanges, 1):
        yield _exchange(renderer, card, number, exchange)
    if card.exchanges:
        yield _line(renderer.say(card, "change"))
    if numbers_choices(card):
        chosen = [button for button in card.buttons if button.role is Role.CHOICE]
        for number, button in enumerate(chosen, 1):
            spans = (Span("\n   ".join((f"{number}. {button.label}", *button.details))),)
            yield Piece(spans, "\n" if number > 1 else "\n\n", replace(button, label=str(number)))


def _blocks(renderer: Renderer, card: Card) -> Iterator[Piece]:
    """What the card itself says."""
    for block in card.blocks:
        yield from _block(renderer, card, block)


def _block(renderer: Renderer, card: Card, block: Block) -> Iterator[Piece]:
    match block:
        case Paragraph(text, tone, fine):
            yield replace(_line(text, Style.PLAIN if fine else _STYLES[tone]), fine=fine)
        case Fold(title, blocks):
            again = (Span(renderer.say(card, "continued", title=title), Style.BOLD), Span("\n"))
            inner = [piece for one in blocks for piece in _block(renderer, card, one)]
            for place, piece in enumerate(inner):
                over = () if place else (Span(title, Style.BOLD), Span("\n"))
                yield replace(piece, spans=(*over, *piece.spans), on_top=piece.on_top or again, fine=True)
        case Link(label, url) if not url.startswith("https:"):
            yield _line(label)
        case Link(label, url, fine):
            yield Piece((Span(label, Style.LINK, url),), "\n", fine=fine)
        case Bullets(title, items, fine):
            heading: tuple[Span, ...] = (Span(title, Style.BOLD), Span("\n")) if title else ()
            further = (Span(renderer.say(card, "continued", title=title), Style.BOLD), Span("\n")) if title else ()
            for place, (first, *others) in enumerate(items):
                lines = Span("\n   ".join((f"• {first}", *others)))
                first_one = place == 0
                yield (
                    Piece((*heading, lines), fine=fine)
                    if first_one
                    else Piece((lines,), "\n", on_top=further, fine=fine)
                )


def _languages(card: Card) -> tuple[Button, ...]:
    """The other languages, where a person begins; later the menu has them."""
    return card.languages if card.screen in (Screen.WELCOME, Screen.CHOICE) else ()


def _exchange(renderer: Renderer, card: Card, number: int, exchange: Exchange) -> Piece:
    if exchange.sensitive:
        told = renderer.say(card, "answered-unseen")
    else:
        told = renderer.say(card, "answered", answer=exchange.answered)
    button = Button(str(number), exchange.change, Role.CHOICE, exchange.question)
    return Piece((Span(f"{number}. {exchange.asked}\n   "), Span(told, Style.BOLD)), button=button)


def _foot(card: Card, letters: dict[str, Button]) -> tuple[Piece, ...]:
    listed = [
        Piece((Span(f"{letter}  ", Style.BOLD), Span(marked(button))), "\n\n" if place == 0 else "\n")
        for place, (letter, button) in enumerate(letters.items())
    ]
    return (*listed, *([_line(card.banner, Style.ITALIC)] if card.banner else []))


def _line(text: str, style: Style = Style.PLAIN) -> Piece:
    return Piece((Span(text, style),))
