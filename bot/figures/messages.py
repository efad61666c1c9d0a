"""What coordinators get in their chats: figures, sign-in links, and word of a release."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.conversation.wording import Wording
from bot.faces.web.coordinators.sign_in import PATH
from bot.funnel.service import Office
from bot.figures.reader import Reader
from bot.figures.bulletin import Bulletin, bulletin
from bot.figures.selection import Asked
from criteria.catalogue import Catalogue
from criteria.model import Language

VALID: Final = timedelta(minutes=5)
"""How long a link that was asked for in a chat may wait."""


@dataclass(frozen=True)
class Post:
    """Messages about one office's figures."""

    office: Office
    catalogue: Catalogue
    wording: Wording
    """With the texts of `bot.figures`."""
    address: str
    """Where people reach the pages; empty where they are on this machine alone."""

    async def figures(self, language: Language) -> tuple[Bulletin, ...]:
        """One message a study. Raises OfficeError."""
        office = self.office
        releases = await office.releases()
        marked = await office.is_demonstration()
        reader = Reader(self.catalogue, self.wording, office.calendar, office.now, language, marked)
        return tuple(
            bulletin(reader, reader.figures(releases, study, Asked()))
            for condition in self.catalogue.conditions.values()
            for study in condition.studies
        )

    async def invitation(self, language: Language) -> str:
        """A link to the pages, good once and for five minutes; empty where nobody else could reach them."""
        if not self.address:
            return ""
        link = f"{self.address}{PATH}/enter/{await self.office.link(VALID)}?lang={language}"
        return self.wording.say(language, "funnel-chat-link", link=link)

    def news(self, language: Language) -> str:
        """That there is a release."""
        return self.wording.say(language, "funnel-chat-news")

    def trouble(self, language: Language) -> str:
        """That the figures cannot be read just now."""
        return self.wording.say(language, "funnel-trouble-503-what")
