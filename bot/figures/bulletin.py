"""A funnel as a short message with its picture, and whatever else coordinators get in their chats."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.conversation.wording import Wording
from bot.figures.archive import Archive
from bot.figures.export import as_png
from bot.figures.reader import Reader
from bot.figures.selection import Asked
from bot.figures.values import NONE, Figures
from criteria.catalogue import Catalogue
from criteria.languages import Language

VALID: Final = timedelta(minutes=5)
"""How long a link that was asked for in a chat may wait."""
SHORT: Final = "verdicts"
"""The table whose rows a message holds."""


@dataclass(frozen=True)
class Bulletin:
    """One study's message; the picture is None where nothing was released or there is too little to draw."""

    text: str
    name: str
    """The picture's file name."""
    picture: bytes | None


@dataclass(frozen=True)
class Bulletins:
    """What coordinators get in their chats: figures, sign-in links, and word of a release."""

    archive: Archive
    catalogue: Catalogue
    wording: Wording
    """With the texts of `bot.figures`."""
    door: str
    """The address before the secret of a sign-in link; empty where the pages are on this machine alone."""

    async def figures(self, language: Language) -> tuple[Bulletin, ...]:
        """One message a study. Raises UnreadableError."""
        releases = await self.archive.releases()
        marked = await self.archive.is_demonstration()
        reader = Reader(self.catalogue, self.wording, self.archive.calendar, self.archive.now, language, marked)
        return tuple(
            bulletin(reader, reader.figures(releases, study, Asked()))
            for condition in self.catalogue.conditions.values()
            for study in condition.studies
        )

    async def invitation(self, language: Language) -> str:
        """A link to the pages, good once and for five minutes; empty where nobody else could reach them.

        Raises UnreadableError.
        """
        if not self.door:
            return ""
        link = f"{self.door}{await self.archive.link(VALID)}?lang={language}"
        return self.wording.say(language, "funnel-chat-link", link=link)

    def news(self, language: Language) -> str:
        """That there is a release to look at."""
        return self.wording.say(language, "funnel-chat-news")

    def trouble(self, language: Language) -> str:
        """That the figures cannot be read just now."""
        return self.wording.say(language, "funnel-trouble-503-what")


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
