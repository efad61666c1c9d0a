"""A funnel as a short message with its picture, and whatever else coordinators get in their chats."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.conversation.wording import Wording
from bot.figures.archive import Archive
from bot.figures.export import poster_as_png
from bot.figures.reader import Reader
from bot.figures.selection import Asked
from bot.figures.values import Figures, Headline
from criteria.catalogue import Catalogue
from criteria.languages import Language

VALID: Final = timedelta(minutes=5)
"""How long a link that was asked for in a chat may wait."""
LAST: Final = ("trust",)
"""The sentence that stands below the others."""


@dataclass(frozen=True)
class Bulletin:
    """One study's message; the picture is None where nothing was released or there is too little to draw."""

    text: str
    name: str
    """The picture's file name."""
    caption: str
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
        releases, notes = await self.archive.releases(), await self.archive.notes()
        marked = await self.archive.is_demonstration()
        calendar, now = self.archive.calendar, self.archive.now
        reader = Reader(self.catalogue, self.wording, calendar, now, language, marked, notes)
        studies = [study for condition in self.catalogue.conditions.values() for study in condition.studies]
        told = [(reader.about(one), reader.about(one).figures(releases, one, Asked())) for one in studies]
        return tuple(  # pictures are drawn beside the chats, not between them
            [await asyncio.to_thread(bulletin, about, figures) for about, figures in told]
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
    """The four figures, and the answers to what coordinators ask first."""
    lines = [*filter(None, [figures.demonstration]), f"{figures.study} · {figures.title}", ""]
    lines += [_line(one) for one in figures.headlines]
    lines += ["", *(one.whole for one in figures.sentences if one.name not in LAST)]
    lines += ["", *(one.whole for one in figures.sentences if one.name in LAST), figures.span]
    picture = poster_as_png(figures, reader.trend_words(figures), reader.mark)
    mark = "demonstration-" if figures.demonstration else ""
    caption = " · ".join(filter(None, [reader.mark, figures.study]))
    return Bulletin("\n".join(lines).strip(), f"{mark}{figures.study}.png", caption, picture)


def _line(one: Headline) -> str:
    beside = [part for part in (one.between, one.beside, one.course) if part]
    return f"{one.label}: {one.text}" + (f" ({'; '.join(beside)})" if beside else "")
