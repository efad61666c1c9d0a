"""What a coordinator's browser and programs read of the pages and files, taken apart."""

import csv
import io
import re
from html import unescape
from typing import Any

from coordinators_world import TODAY, Front, texts

from bot.figures.document import Document
from bot.figures.reader import Reader
from criteria.catalogue import Catalogue

A, B = "NCT03673748", "NCT03917797"
PAGE = f"/coordinators/{A}?lang=en"
TABLES = ("screened", "left", "verdicts", "way", "channels", "releases")


def words_of(html: str) -> str:
    html = re.sub(r"<svg.*?</svg>|<form.*?</form>", " ", html, flags=re.DOTALL)
    return plain(unescape(re.sub(r"<[^>]+>", " ", html)))


def plain(text: str) -> str:
    """Without the blanks at which no line is broken."""
    return " ".join(text.split())


async def document(front: Front, query: str = "", study: str = A, language: str = "en") -> Document:
    """The JSON, read by the types that its schema is made from."""
    answered = await front.client.get(f"/coordinators/{study}/funnel.json?lang={language}&{query}")
    assert answered.status_code == 200
    return Document.model_validate_json(answered.text)


async def table(front: Front, name: str, query: str = "", study: str = A, language: str = "en") -> list[dict[str, str]]:
    answered = await front.client.get(f"/coordinators/{study}/tables/{name}.csv?lang={language}&{query}")
    assert answered.status_code == 200
    separator = ";" if language == "es" else ","
    return list(csv.DictReader(io.StringIO(answered.text.removeprefix("\ufeff")), delimiter=separator))


def shown(html: str) -> list[str]:
    return [unescape(one).strip() for one in re.findall(r'<td[^>]* figure"[^>]*>([^<]+)<', html)]


def number(text: str) -> tuple[int, int]:
    """A figure as it is shown, read back: its value and its bar."""
    value, _, bar = plain(text).partition(" ± ")
    return int(re.sub(r"\D", "", value)), int(bar or 0)


def reader(shipped: Catalogue, front: Front, **other: Any) -> Reader:
    return Reader(shipped, texts(), front.service.calendar, lambda: TODAY, **{"language": "en", **other})
