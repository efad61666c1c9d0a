"""A card becomes the text and the buttons of a message, within Telegram's limits and a phone's width."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from telegram import MessageEntity

from bot.conversation.card import Block, Bullets, Button, Card, Exchange, Link, Paragraph, Role, Tone
from bot.conversation.state import Act, Action
from bot.conversation.wording import Argument, Wording
from bot.faces.telegram.text import Piece, Span, Style, joined, paged, units
from criteria.expression import UNSURE

LONGEST_TEXT = 4096
"""Code units of a message's text (Bot API, sendMessage)."""
WIDEST_LABEL = 36
"""Characters of a label that a phone shows on a button as wide as the screen."""
MOST_IN_A_ROW = 6
"""Numbered buttons side by side; Telegram takes 8, fingers take fewer."""
MOST_NUMBERED = 36
MOST_CHOICES = 12
"""With more of them than this, choices are numbered, too."""
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_STYLES = {Tone.PLAIN: Style.PLAIN, Tone.STRONG: Style.BOLD, Tone.NOTE: Style.ITALIC, Tone.SMALL: Style.ITALIC}

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Shown:
    """One message: its text with entities, and its rows of buttons."""

    text: str
    entities: tuple[MessageEntity, ...]
    rows: Rows


class Renderer:
    """Turns cards into messages; knows no chat and no ticket."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def shown(self, card: Card, page: int = 0, notice: str = "") -> Shown:
        """A page of a card, the first being 0; `notice` is said above it."""
        head = _head(self, card, notice)
        foot = _foot(self, card)
        pages = self._pages(card, head, foot)
        at = min(page, len(pages) - 1)
        if len(pages) > 1:
            foot = (*foot, _line(self.say(card, "page", page=at + 1, pages=len(pages)), Style.ITALIC))
        text, entities = joined((*head, *pages[at], *foot))
        return Shown(text, entities, self._rows(card, pages, at))

    def to_keep(self, card: Card) -> list[Shown]:
        """All pages of a card as messages without buttons."""
        head, foot = _head(self, card, ""), _foot(self, card)
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

    def _rows(self, card: Card, pages: Sequence[Sequence[Piece]], at: int) -> Rows:
        last = at == len(pages) - 1
        turn_on = Button(self.say(card, "next"), Action(Act.SHOW, at + 1), Role.WAY, "next-page")
        turn_back = Button(self.say(card, "previous"), Action(Act.SHOW, at - 1), Role.WAY, "previous-page")
        numbered = [piece.button for piece in pages[at] if piece.button]
        rows: list[tuple[Button, ...]] = [] if last else [(turn_on,)]
        rows += _side_by_side(numbered, MOST_IN_A_ROW)
        rows += _answer_rows(card)
        for button in self._choices(card):
            if last or button.action.act is not Act.BEGIN:  # nothing begins before the whole notice was there to read
                rows.append((button,))
        rows += [(turn_back,)] if at else []
        return (*rows, *_packed(card.ways))

    def _choices(self, card: Card) -> Iterator[Button]:
        for result in card.results:
            for button in result.buttons:
                yield replace(button, label=self.say(card, "of-study", study=result.title, what=button.label))
        for button in card.buttons:
            if button.role is not Role.ANSWER and not (button.role is Role.CHOICE and _numbers_choices(card)):
                yield button


def lettered(card: Card) -> dict[str, Button]:
    """The answers that stand in the text with a letter, since a label is too long for a phone; else none."""
    answers = [button for button in card.buttons if button.role is Role.ANSWER]
    if all(len(_marked(button)) <= WIDEST_LABEL for button in answers):
        return {}
    return dict(zip(LETTERS, [button for button in answers if button.value != UNSURE], strict=False))


def _numbers_choices(card: Card) -> bool:
    labels = [button.label for button in card.buttons if button.role is Role.CHOICE]
    return len(labels) > MOST_CHOICES or any(len(label) > WIDEST_LABEL for label in labels)


def _head(renderer: Renderer, card: Card, notice: str) -> tuple[Piece, ...]:
    parts = [_line(notice, Style.ITALIC)] if notice else []
    if card.question is not None:
        left = "" if card.left is None else renderer.say(card, "left", count=card.left)
        parts.append(_line(" · ".join(part for part in (card.section, left) if part)))
    single = card.results[0].title if len(card.results) == 1 else ""
    return (*parts, _line("\n".join(part for part in (card.title, single) if part), Style.BOLD))


def _body(renderer: Renderer, card: Card) -> Iterator[Piece]:
    for block in card.blocks:
        yield from _block(renderer, card, block)
    for result in card.results:
        if len(card.results) > 1:
            yield _line(result.title, Style.BOLD)
        for block in result.blocks:
            yield from _block(renderer, card, block)
    for number, exchange in enumerate(card.exchanges, 1):
        yield _exchange(renderer, card, number, exchange)
    if card.exchanges:
        yield _line(renderer.say(card, "change"))
    if _numbers_choices(card):
        choices = [button for button in card.buttons if button.role is Role.CHOICE]
        for number, button in enumerate(choices, 1):
            spans = (Span(f"{number}. {button.label}"),)
            yield Piece(spans, "\n" if number > 1 else "\n\n", replace(button, label=str(number)))


def _block(renderer: Renderer, card: Card, block: Block) -> Iterator[Piece]:
    match block:
        case Paragraph(text, tone):
            yield _line(text, _STYLES[tone])
        case Link(label, url):
            yield Piece((Span(label, Style.LINK, url),), "\n")
        case Bullets(title, items):
            heading = (Span(title, Style.BOLD), Span("\n"))
            again = (Span(renderer.say(card, "continued", title=title), Style.BOLD), Span("\n"))
            for place, (first, *others) in enumerate(items):
                lines = Span("\n   ".join((f"• {first}", *others)))
                yield Piece((*heading, lines)) if place == 0 else Piece((lines,), "\n", on_top=again)


def _exchange(renderer: Renderer, card: Card, number: int, exchange: Exchange) -> Piece:
    told = renderer.say(card, "answered", answer=exchange.answered)
    button = Button(str(number), exchange.change, Role.CHOICE, exchange.question)
    return Piece((Span(f"{number}. {exchange.asked}\n   "), Span(told, Style.BOLD)), button=button)


def _foot(renderer: Renderer, card: Card) -> tuple[Piece, ...]:
    listed = [
        Piece((Span(f"{letter}  ", Style.BOLD), Span(_marked(button))), "\n\n" if place == 0 else "\n")
        for place, (letter, button) in enumerate(lettered(card).items())
    ]
    hint = [_line(renderer.say(card, "letters"))] if listed else []
    banner = [_line(card.banner, Style.ITALIC)] if card.banner else []
    return (*listed, *hint, *banner)


def _line(text: str, style: Style = Style.PLAIN) -> Piece:
    return Piece((Span(text, style),))


def _marked(button: Button) -> str:
    return f"✓ {button.label}" if button.marked else button.label


def _answer_rows(card: Card) -> list[tuple[Button, ...]]:
    answers = [replace(button, label=_marked(button)) for button in card.buttons if button.role is Role.ANSWER]
    unsure = [(button,) for button in answers if button.value == UNSURE]
    if letters := lettered(card):
        short = [
            replace(button, label=f"✓ {letter}" if button.marked else letter) for letter, button in letters.items()
        ]
        return [*_side_by_side(short, MOST_IN_A_ROW), *unsure]
    known = [button for button in answers if button.value != UNSURE]
    pair = len(known) == 2 and all(len(button.label) <= WIDEST_LABEL // 3 for button in known)  # noqa: PLR2004
    return [*([tuple(known)] if pair else [(button,) for button in known]), *unsure]


def _side_by_side(buttons: Sequence[Button], most: int) -> list[tuple[Button, ...]]:
    return [tuple(buttons[at : at + most]) for at in range(0, len(buttons), most)]


def _packed(buttons: Iterable[Button]) -> Rows:
    """Rows of one to three buttons, all of a row being as wide as its longest label."""
    rows: list[list[Button]] = []
    for button in buttons:
        row = [*rows[-1], button] if rows else []
        if row and len(row) <= 3 and len(row) * max(len(one.label) for one in row) <= WIDEST_LABEL:  # noqa: PLR2004
            rows[-1] = row
        else:
            rows.append([button])
    return tuple(map(tuple, rows))
