"""The coordinators' figures become HTML pages; nothing is worked out here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlencode

from markupsafe import Markup

from bot.conversation.wording import Wording
from bot.faces.html import environment
from bot.faces.web.static_files import STATIC, Static
from bot.figures.cause import Cause
from bot.figures.export import as_svg, trend_as_svg
from bot.figures.reader import Reader
from bot.figures.selection import Asked, Chosen, Recent, begins, comparable, ends
from bot.figures.svg import stylesheet
from bot.figures.values import Figures, Rank
from bot.funnel.calendar import LONGEST_NOTE
from bot.funnel.release import Release
from criteria.languages import TABLE, Language

WORDS: Final = (
    *(
        "title",
        "studies",
        "open",
        "leave",
        "back",
        "back-study",
        "look",
        "recent",
        "before",
        "before-not",
    ),
    *("span", "from", "to", "than-first", "than-last", "nothing", "any", "definition", "show", "files", "csv", "json"),
    *("schema", "png", "poster", "one-csv", "picture", "trend", "made", "noted", "noted-what", "noted-week"),
    *("noted-text", "noted-add", "noted-remove", "people", "invite", "revoke", "wording", "help", "answers", "rules"),
    *("items", "rule", "confirm", "footer"),
)
TROUBLES: Final = frozenset({400, 403, 404, 503})
FIELDS: Final = ("first", "last", "than-first", "than-last")
"""The parts of an address that choose a span by its days, as in `selection.Asked`."""
LABELS: Final = {"first": "from", "last": "to"}


def style() -> Static:
    """The figures' stylesheet, with the charts' colours."""
    own = (files("bot.faces.web.coordinators") / "static" / "funnel.css").read_text(encoding="utf-8")
    content = f"{own}\n{stylesheet()}".encode()
    return Static(content, "text/css", sha256(content).hexdigest()[:12])


@dataclass(frozen=True)
class StudyPage:
    """What one study's page shows."""

    reader: Reader
    figures: Figures
    chosen: Chosen | None
    """None where nothing has been released."""
    asked: Asked
    releases: Sequence[Release]
    today: date

    @property
    def here(self) -> str:
        """The page's address, without what it asks for."""
        return f"/coordinators/{self.figures.study}"


class CoordinatorPages:
    """Makes the coordinators' pages."""

    def __init__(self, wording: Wording) -> None:
        templates = environment("bot.faces.web.coordinators")
        self.style = style()
        templates.globals["static"] = {name: f"/static/{name}?v={file.version}" for name, file in STATIC.items()}
        templates.globals["funnel_css"] = f"/coordinators/static/funnel.css?v={self.style.version}"
        templates.globals["longest_note"] = LONGEST_NOTE
        templates.tests["rank"] = lambda cell: isinstance(cell, Rank)
        self._say = wording.say
        self._environment = templates

    def listed(self, reader: Reader, groups: Sequence[tuple[str, Sequence[Figures]]]) -> str:
        """All studies, each with what is read in ten seconds, side by side with those of its condition."""
        return self._page(
            "list.html", reader.language, signed_in=True, groups=groups, mark=_mark(reader), here="/coordinators?"
        )

    def study(self, page: StudyPage) -> str:
        """One study's figures."""
        reader, figures = page.reader, page.figures
        query = address_of(page.asked)
        return self._page(
            "study.html",
            reader.language,
            signed_in=True,
            figures=figures,
            mark=_mark(reader),
            picture=Markup(as_svg(figures, reader.words(figures))),  # noqa: S704 - our own, which escapes its texts
            course=Markup(trend_as_svg(figures, reader.trend_words(figures))),  # noqa: S704 - our own, too
            chosen=page.chosen,
            recents=self._recents(page),
            before=_before(page),
            days=_days(page),
            notes=[reader.remark(note) for note in reader.notes if note.study == figures.study],
            mondays=_mondays(page),
            address=page.here,
            query=f"{query}&" if query else "",
            here=f"{page.here}?{query}&" if query else f"{page.here}?",
        )

    def cause(self, reader: Reader, study: str, found: Cause) -> str:
        """What a loss comes from."""
        return self._page(
            "cause.html", reader.language, signed_in=True, cause=found, study=study, mark=_mark(reader), here="?"
        )

    def said(self, language: Language, name: str, *, button: str = "", signed_in: bool = False, shown: str = "") -> str:
        """A page that says one thing; with `button`, one that sends the form; `shown` is to be copied."""
        title, what = (self._say(language, f"funnel-{name}-{part}") for part in ("title", "what"))
        press = self._say(language, f"funnel-{button}-button") if button else ""
        return self._page(
            "said.html", language, signed_in=signed_in, heading=title, what=what, press=press, shown=shown, here="?"
        )

    def trouble(self, language: Language, status: int) -> str:
        """The page for something that did not work; it repeats nothing of what came in."""
        known = status if status in TROUBLES else 503 if status >= 500 else 400  # noqa: PLR2004 - HTTP's own classes
        return self.said(language, f"trouble-{known}")

    def _recents(self, page: StudyPage) -> list[tuple[str, str, bool]]:
        """The spans that are asked for by a press: their address, their name, whether it is this one."""
        if page.chosen is None or len(page.chosen.periods) < 2:  # noqa: PLR2004 - one release is all there is
            return []
        language, asked = page.reader.language, page.asked
        by_days = asked.first or asked.last
        found = []
        for recent in Recent:
            wanted = Asked(asked.definition, recent=recent)
            now = asked.recent is recent or (recent is Recent.ALL and not asked.recent and not by_days)
            found.append((address_of(wanted), self._say(language, f"funnel-page-{recent.value}"), now))
        return found

    def _page(self, template: str, language: Language, **values: Any) -> str:  # noqa: ANN401 - what a template takes
        words = {name.replace("-", "_"): self._say(language, f"funnel-page-{name}") for name in WORDS}
        others = [(one, name) for one, name in TABLE.items() if one != language]
        return self._environment.get_template(template).render(
            words=words, language=language, others=others, none="", **values
        )


def address_of(asked: Asked) -> str:
    """A span as the query of an address."""
    values = {name: getattr(asked, name.replace("-", "_")) for name in FIELDS}
    parts = {
        "definition": asked.definition,
        "span": asked.recent.value if asked.recent else "",
        "than": "before" if asked.before else "",
        **{name: day.isoformat() for name, day in values.items() if day},
    }
    return urlencode({name: value for name, value in parts.items() if value})


def _mark(reader: Reader) -> str:
    """Says in one word that this is a demonstration; else empty."""
    return reader.say("funnel-demonstration-short") if reader.demonstration else ""


def _before(page: StudyPage) -> tuple[str, bool] | None:
    """The address that compares with the releases before, or ends it; None where there are not so many."""
    if page.chosen is None:
        return None
    if page.asked.before:
        return address_of(replace(page.asked, before=False)), True
    if not comparable(page.releases, page.chosen):
        return None
    return address_of(replace(page.asked, before=True, than_first=None, than_last=None)), False


def _days(page: StudyPage) -> list[tuple[str, str, list[tuple[date, str, bool]]]]:
    """The fields that choose a span by its days: name, label, and the days to choose from."""
    if page.chosen is None or len(page.chosen.periods) < 2:  # noqa: PLR2004 - one release is all there is
        return []
    found = []
    for name in FIELDS:
        now = getattr(page.asked, name.replace("-", "_"))
        day = ends if name.endswith("last") else begins
        options = [(begins(one), page.reader.voice.day(day(one)), now == begins(one)) for one in page.chosen.periods]
        found.append((name, LABELS.get(name, name).replace("-", "_"), options))
    return found


def _mondays(page: StudyPage) -> list[tuple[date, str]]:
    """The weeks at which a note can be written: the newest first, from this one to the first release."""
    this = page.today - timedelta(days=page.today.weekday())
    first = min(
        [this - timedelta(weeks=12), *(begins(one) for one in page.chosen.periods[-26:])] if page.chosen else [this]
    )
    count = (this - first).days // 7 + 1
    weeks = (this - timedelta(weeks=at) for at in range(count))
    return [(day, page.reader.voice.day(day, "medium")) for day in weeks]
