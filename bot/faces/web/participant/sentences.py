"""What a page of the chat says, sentence by sentence, for whoever has to read all of it: the committee's script."""

from html.parser import HTMLParser

from bot.conversation.card import Card
from bot.conversation.wording import Wording
from bot.faces.web.participant.pages import Pages
from bot.faces.web.participant.together import UNDONE

INLINE = frozenset({"span", "a", "strong", "em", "b", "i"})
SILENT = frozenset({"style", "script"})
READ_OUT = ("alt", "aria-label", "title", "placeholder")


class Sentences:
    """Reads pages."""

    def __init__(self, wording: Wording, hours: int) -> None:
        """`hours`: for how long an address opens, as for `Pages`."""
        self._pages = Pages(wording, hours)

    def __call__(self, card: Card, notice: str = "") -> list[str]:
        """The lines of a card's page in their order; of one that may begin a conversation, as it begins and as it goes on."""
        begins = not card.history and card.question is None and not card.results
        pages = [self._page(card, notice, first=first) for first in ((True, False) if begins else (False,))]
        return list(dict.fromkeys(line for page in pages for line in page_lines(page)))

    def _page(self, card: Card, notice: str, *, first: bool) -> str:
        return self._pages.card(card, "", lambda _action: "", notice, first=first).decode()


def page_lines(page: str) -> list[str]:
    """The lines of a page, with what is only read out."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.lines


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._line: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        classes = dict(attrs).get("class") or ""
        if tag not in INLINE or classes == "line":
            self._end()
        self.lines += [value for name, value in attrs if name in READ_OUT and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT
        if tag not in INLINE:
            self._end()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._line.append(data.translate(UNDONE))

    def close(self) -> None:
        super().close()
        self._end()

    def _end(self) -> None:
        text = " ".join("".join(self._line).split())
        self._line = []
        if text:
            self.lines.append(text)
