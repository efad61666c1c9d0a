"""A funnel as a short message with its picture, for chats."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.figures.reader import Reader
from bot.figures.export import as_png
from bot.figures.values import NONE, Figures
from criteria.model import Language

SHORT: Final = "verdicts"
"""The table whose rows a message holds."""


@dataclass(frozen=True)
class Bulletin:
    """One study's message; the picture is None where nothing was released or there is too little to draw."""

    text: str
    name: str
    """The picture's file name."""
    picture: bytes | None


class Bulletins(Protocol):
    """What a chat with coordinators needs of whoever keeps the figures."""

    async def figures(self, language: Language) -> Sequence[Bulletin]:
        """One message a study. Raises UnreadableError."""
        ...

    async def invitation(self, language: Language) -> str:
        """A sign-in link with what to do with it; empty where the pages cannot be reached. Raises UnreadableError."""
        ...

    def news(self, language: Language) -> str:
        """That there is a release to look at."""
        ...

    def trouble(self, language: Language) -> str:
        """That the figures cannot be read just now."""
        ...


def bulletin(reader: Reader, figures: Figures) -> Bulletin:
    """The sentences and the main figures of a study."""
    lines = [f"{figures.study} · {figures.title}", figures.demonstration, figures.span, "", *figures.summary, ""]
    for table in figures.tables:
        if table.name == SHORT:
            lines += [": ".join(NONE if cell is None else str(cell) for cell in _told(row)) for row in table.rows]
    lines += ["", *figures.notes[-2:]]
    picture = as_png(figures, reader.words(figures)) if figures.tables else None
    text = "\n".join(line for at, line in enumerate(lines) if line or (at and lines[at - 1]))
    return Bulletin(text.strip(), f"{figures.study}.png", picture)


def _told(row: Sequence[object]) -> tuple[object, ...]:
    """A row without what is not told in it."""
    named, *rest = row
    found = [cell for cell in rest if cell is not None]
    return (named, " · ".join(map(str, found)) if found else None)
