"""A card's buttons in rows: as few as a phone shows beside the text, with the ways folded into one that opens."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bot.conversation.card import Button, Card, Role
from bot.conversation.state import Act, Action, Screen
from criteria.expression import UNSURE

WIDEST_LABEL = 36
"""Characters of a label that a phone shows on a button as wide as the screen."""
WIDEST_CHOICE = 40
"""Of a choice, which does no harm where its last letters are cut."""
MOST_IN_A_ROW = 6
"""Numbered or lettered buttons side by side; Telegram takes 8, fingers take fewer."""
MOST_ANSWERS = 4
"""Rows of answers; with the one for unsure and the one of the ways, a question has six."""
MOST_CHOICES = 12
"""With more of them than this, choices are numbered, too."""
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
OPEN = 128
"""Added to a page's number where the ways stand unfolded in place of the answers."""

Row = tuple[Button, ...]
Say = Callable[..., str]


def lettered(card: Card) -> dict[str, Button]:
    """The answers that stand in the text with a letter, in every language alike; none where all fit on buttons."""
    answers = [button for button in card.buttons if button.role is Role.ANSWER]
    known = [button for button in answers if button.value != UNSURE]
    if len(known) <= MOST_ANSWERS and all(max(one.widest, len(one.label)) <= WIDEST_LABEL for one in answers):
        return {}
    return dict(zip(LETTERS, known, strict=False))


def numbers_choices(card: Card) -> bool:
    """Whether the choices stand in the text with a number, since they are too long or too many."""
    labels = [button.label for button in card.buttons if button.role is Role.CHOICE]
    return len(labels) > MOST_CHOICES or any(len(label) > WIDEST_CHOICE for label in labels)


def marked(button: Button) -> str:
    """A label with a sign where it is the present answer."""
    return f"✓ {button.label}" if button.marked else button.label


def side_by_side(buttons: Sequence[Button]) -> list[Row]:
    """Short buttons in full rows."""
    return [tuple(buttons[at : at + MOST_IN_A_ROW]) for at in range(0, len(buttons), MOST_IN_A_ROW)]


def answer_rows(card: Card, letters: dict[str, Button]) -> list[Row]:
    """The answers, unsure the last, alone in its row."""
    answers = [
        replace(button, label=marked(button)) if button.marked else button
        for button in card.buttons
        if button.role is Role.ANSWER
    ]
    unsure = [(button,) for button in answers if button.value == UNSURE]
    if letters:
        short = [replace(one, label=f"✓ {letter}" if one.marked else letter) for letter, one in letters.items()]
        return [*side_by_side(short), *unsure]
    known = [button for button in answers if button.value != UNSURE]
    pair = len(known) == 2 and all(len(button.label) <= WIDEST_LABEL // 3 for button in known)  # noqa: PLR2004
    return [*([tuple(known)] if pair else [(button,) for button in known]), *unsure]


def choices(card: Card, say: Say) -> Iterator[Button]:
    """What leads on, one below the other."""
    for result in card.results:
        for button in result.buttons:
            several = len(card.results) > 1
            yield replace(button, label=say("of-study", study=result.title, what=button.label)) if several else button
    for button in card.buttons:
        if button.role is not Role.ANSWER and not (button.role is Role.CHOICE and numbers_choices(card)):
            yield button


def folded_ways(card: Card, page: int, say: Say) -> list[Row]:
    """A question's ways in one row: back, help, and what unfolds the rest."""
    if len(packed(card.ways)) <= 1:
        return packed(card.ways)
    seen = {button.value: button for button in card.ways if button.value in ("back", "help")}
    if card.screen in (Screen.HELP, Screen.WHY):
        seen.pop("help", None)
    if "help" in seen:
        seen["help"] = replace(seen["help"], label=say("explain"))
    more = Button(say("more"), Action(Act.SHOW, OPEN + page), Role.WAY, "more")
    return [(*(seen[value] for value in ("back", "help") if value in seen), more)]


def unfolded_ways(card: Card, page: int, say: Say) -> list[Row]:
    """All of a question's ways, and what folds them again."""
    return [*packed(card.ways), (Button(say("fold"), Action(Act.SHOW, page), Role.WAY, "fold"),)]


def packed(buttons: Iterable[Button]) -> list[Row]:
    """Rows of one to three buttons, all of a row being as wide as its longest label."""
    rows: list[list[Button]] = []
    for button in buttons:
        row = [*rows[-1], button] if rows else []
        if row and len(row) <= 3 and len(row) * max(len(one.label) for one in row) <= WIDEST_LABEL:  # noqa: PLR2004
            rows[-1] = row
        else:
            rows.append([button])
    return [tuple(row) for row in rows]
