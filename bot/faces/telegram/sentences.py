"""What a card says in a message, sentence by sentence, for whoever has to read all of it: the committee's script."""

from collections.abc import Iterator

from bot.conversation.card import Card
from bot.conversation.wording import Wording
from bot.faces.telegram.render import Renderer, Shown
from bot.faces.telegram.rows import OPEN


class Sentences:
    """Reads messages: every page of a card, with its ways folded and unfolded."""

    def __init__(self, wording: Wording) -> None:
        self._renderer = Renderer(wording)

    def __call__(self, card: Card, notice: str = "") -> list[str]:
        """The lines of a card's messages in their order; `notice` is said above it."""
        return list(dict.fromkeys(self._lines(card, notice)))

    def _lines(self, card: Card, notice: str) -> Iterator[str]:
        known: set[str] = set()
        page = 0
        while True:
            shown = self._renderer.shown(card, page, notice)
            if page and shown.text in known:
                break
            known.add(shown.text)
            yield from _said(shown)
            page += 1
        yield from _said(self._renderer.shown(card, OPEN, notice))


def _said(shown: Shown) -> Iterator[str]:
    yield from (line.strip(" •") for line in shown.text.split("\n") if line.strip(" •"))
    yield from (button.label for row in shown.rows for button in row)
