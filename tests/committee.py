"""Scripts for an ethics committee, made without a process."""

from datetime import date
from functools import cache

from studies import BESIDE_ANOTHER

from bot.app import media
from bot.conversation.cards.context import About
from bot.faces.web.participant.face import FACE as WEB
from bot.script.document import script
from bot.script.markdown import markdown
from bot.script.model import Script, lines_of
from bot.settings import Settings
from criteria.catalogue import Catalogue
from criteria.languages import Language

DAY = date(2026, 11, 26)
ABOUT = About(WEB)
MEDIA = media(Settings())


def made(catalogue: Catalogue, study: str, *languages: Language, version: str = "1") -> Script:
    """The script of a study as it is written on a day in November, in all languages or in these."""
    return script(catalogue, MEDIA, ABOUT, study, version, DAY, languages)


@cache
def shipped(study: str, *languages: Language) -> Script:
    """The script of a study that ships, made once."""
    return made(BESIDE_ANOTHER, study, *languages)


def ids_of(script: Script, *chapters: str) -> set[str]:
    """The text ids that a script claims, in these chapters or in all; a text's paragraphs count as one."""
    return {
        one.partition("#")[0]
        for part in script.parts
        for chapter in part.chapters
        if not chapters or chapter.key in chapters
        for block in chapter.blocks
        for line in lines_of(block)
        for one in line.ids
    }


def read_by_the_committee(catalogue: Catalogue, study: str, language: Language) -> str:
    """All that stands in it, in one language."""
    return markdown(made(catalogue, study, language))
