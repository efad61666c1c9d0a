"""The coordinators' figures become HTML pages; nothing is worked out here."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlencode

from markupsafe import Markup

from bot.conversation.wording import Wording
from bot.faces.html import environment
from bot.faces.web.static_files import STATIC, Static
from bot.figures.chart import stylesheet
from bot.figures.export import as_svg
from bot.figures.reader import Reader
from bot.figures.selection import Asked, Chosen, begins, ends
from bot.figures.values import Figures
from criteria.languages import TABLE, Language

WORDS: Final = (
    *("title", "studies", "open", "leave", "back", "span", "first", "last", "compare", "than-first", "than-last"),
    *("nothing", "definition", "show", "files", "csv", "json", "png", "picture", "made", "footer"),
)
TROUBLES: Final = frozenset({400, 403, 404, 429, 503})
FIELDS: Final = ("first", "last", "than-first", "than-last")
"""The parts of an address that choose a span, as in `select.Asked`."""


def style() -> Static:
    """The figures' stylesheet, with the chart's colours."""
    own = (files("bot.faces.web.coordinators") / "static" / "funnel.css").read_text(encoding="utf-8")
    content = f"{own}\n{stylesheet()}".encode()
    return Static(content, "text/css", sha256(content).hexdigest()[:12])


@dataclass(frozen=True)
class Summary:
    """One study on the first page."""

    figures: Figures
    address: str


class CoordinatorPages:
    """Makes the coordinators' pages."""

    def __init__(self, wording: Wording) -> None:
        templates = environment("bot.faces.web.coordinators")
        self.style = style()
        templates.globals["static"] = {name: f"/static/{name}?v={file.version}" for name, file in STATIC.items()}
        templates.globals["funnel_css"] = f"/coordinators/static/funnel.css?v={self.style.version}"
        self._say = wording.say
        self._environment = templates

    def listed(self, language: Language, summaries: Sequence[Summary]) -> str:
        """All studies, each with its sentences."""
        return self._page("list.html", language, signed_in=True, summaries=summaries, here="/coordinators?")

    def study(self, reader: Reader, figures: Figures, chosen: Chosen | None, asked: Asked) -> str:
        """One study's figures."""
        picture = Markup(as_svg(figures, reader.words(figures)))  # noqa: S704 - our own, which escapes its texts
        here = f"/coordinators/{figures.study}"
        query = address_of(asked)
        spans = []
        for name in FIELDS if chosen and len(chosen.periods) > 1 else ():
            now = getattr(asked, name.replace("-", "_"))
            days = [ends if name.endswith("last") else begins][0]
            options = (
                [(begins(one), reader.day(days(one)), now == begins(one)) for one in chosen.periods] if chosen else []
            )
            spans.append((name, options))
        return self._page(
            "study.html",
            reader.language,
            signed_in=True,
            figures=figures,
            picture=picture,
            chosen=chosen,
            spans=spans,
            address=here,
            query=f"{query}&" if query else "",
            here=f"{here}?{query}&" if query else f"{here}?",
        )

    def said(self, language: Language, name: str, *, button: bool = False, signed_in: bool = False) -> str:
        """A page that says one thing; with `button`, one that sends the form."""
        title, what = (self._say(language, f"funnel-{name}-{part}") for part in ("title", "what"))
        press = self._say(language, "funnel-enter-button") if button else ""
        return self._page("said.html", language, signed_in=signed_in, heading=title, what=what, press=press, here="?")

    def trouble(self, language: Language, status: int) -> str:
        """The page for something that did not work; it repeats nothing of what came in."""
        known = status if status in TROUBLES else 503 if status >= 500 else 400  # noqa: PLR2004 - HTTP's own classes
        return self.said(language, f"trouble-{known}")

    def _page(self, template: str, language: Language, **values: Any) -> str:  # noqa: ANN401 - what a template takes
        words = {name.replace("-", "_"): self._say(language, f"funnel-page-{name}") for name in WORDS}
        others = [(one, name) for one, name in TABLE.items() if one != language]
        return self._environment.get_template(template).render(
            words=words, language=language, others=others, none="", **values
        )


def address_of(asked: Asked) -> str:
    """A span as the query of an address."""
    values = {name: getattr(asked, name.replace("-", "_")) for name in FIELDS}
    parts = {"definition": asked.definition, **{name: day.isoformat() for name, day in values.items() if day}}
    return urlencode({name: value for name, value in parts.items() if value})
