"""What a page shows to somebody who reads one language: its texts, but for parts that say they are in another."""

from html.parser import HTMLParser

from bot.faces.web.participant.together import UNDONE

VOID = frozenset(("meta", "link", "input", "img", "br", "rect", "path", "progress"))
SILENT = frozenset(("style", "script", "svg", "code"))
"""What holds no sentence to read; the words of pictures are looked at where they are made."""
READ_OUT = ("alt", "aria-label", "title", "placeholder")


class Shown(HTMLParser):
    """Collects the texts of a page, piece by piece."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.pieces: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        foreign = (told.get("lang") or self.language) != self.language or tag in SILENT
        hidden = foreign or any(inside for _, inside in self._open)
        if not hidden:
            self.pieces += [value for name in READ_OUT if (value := told.get(name))]
        if tag not in VOID:
            self._open.append((tag, hidden))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not (self._open and self._open[-1][1]):
            self.pieces.append(data.translate(UNDONE))


def shown(page: str, language: str) -> list[str]:
    """The texts of a page that are in this language, or should be."""
    reader = Shown(language)
    reader.feed(page)
    return reader.pieces
