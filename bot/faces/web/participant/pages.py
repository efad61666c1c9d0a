"""Cards, farewells and refusals become HTML pages; the templates are compiled once."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import files

from markupsafe import Markup

from bot.conversation.card import Button, Card, Exchange, Fold
from bot.conversation.face import Wish
from bot.conversation.state import SHOW, Action, Screen
from bot.conversation.ticket import LONGEST
from bot.conversation.wording import Wording
from bot.faces.html import environment
from bot.faces.web.participant.sizes import padded
from bot.faces.web.participant.together import together
from bot.faces.web.participant.type_size import query
from bot.faces.web.static_files import STATIC
from criteria.languages import LANGUAGES, Language

TEXTS = files("bot.faces.web.participant") / "texts"
"""This face's own words: to be given to the Wording that it uses."""
WORDS = (
    "name",
    "finish",
    "change",
    "earlier",
    "you",
    "marked",
    "more",
    "start",
    "print",
    "folded",
    "share",
    "square",
    "reach",
)
"""The texts of this face that have no arguments and may stand on any page."""
KINDS = (
    *("welcome", "choice", "notice", "question", "review", "result", "sheet"),
    *("menu", "topics", "topic", "privacy", "stopped", "elsewhere", "said"),
)
"""Kinds of pages: each has one title for the browser's history, which never tells the subject."""
HOLE = "\0"
"""Where a ticket will stand; no text holds this character."""
AT_THE_TOP = frozenset({"menu", "stop"})
"""Ways that the head of each page has; finishing there is how one stops here."""
MOST_LEFT = 256
"""Bytes that are kept for the words on how many questions are left, which private answers may change."""
TROUBLES = frozenset({400, 404, 405, 408, 410, 413, 414, 415, 431, 500})
"""The statuses that have words of their own; any other is told as 400 or 500."""


class Pages:
    """Makes pages; knows no ticket and no study."""

    def __init__(self, wording: Wording, hours: int, public_url: str = "") -> None:
        """`hours`: for how long an address opens from the start of its conversation, as the pages say."""
        self._host = public_url.partition("://")[2]
        templates = environment("bot.faces.web.participant", together)
        templates.globals["static"] = {name: f"/static/{name}?v={file.version}" for name, file in STATIC.items()}
        templates.globals["blocks"] = getattr(templates.get_template("blocks.html").module, "blocks")  # noqa: B009 - a macro, which mypy cannot know
        self._say = wording.say
        self._card = templates.get_template("card.html")
        self._said = templates.get_template("said.html")
        self._button = templates.get_template("button.html")
        self._exchange = templates.get_template("exchange.html")
        self._folded = templates.get_template("folded.html")
        self._hours = hours
        self._words = {language: {name: self._say(language, f"web-{name}") for name in WORDS} for language in LANGUAGES}
        self._titles = {
            language: {
                kind: self._say(language, "web-title", page=self._say(language, f"web-page-{kind}")) for kind in KINDS
            }
            for language in LANGUAGES
        }
        self._others = {
            language: [(one, self._say(one, "language-name")) for one in LANGUAGES if one != language]
            for language in LANGUAGES
        }
        self._around = lru_cache(maxsize=4096)(self._make_around)

    def card(
        self,
        card: Card,
        conversation: str,
        ticket: Callable[[Action], str],
        notice: str = "",
        *,
        first: bool = False,
        larger: bool = False,
        least: int = 0,
    ) -> bytes:
        """The page of a card, of a size that private answers do not change, and no smaller than `least`.

        `notice` names a text that is said before it; `first`: no address holds the conversation yet; `larger`: its type.
        """
        language = card.language

        def pressed(things: Iterable[Button | Exchange], *, corner: bool = False) -> Markup:
            """The HTML of what can be pressed; all of it is known before but the tickets."""
            parts: list[str] = []
            for thing in things:
                before, after = self._around(language, thing, corner)
                parts += (before, ticket(thing.action if isinstance(thing, Button) else thing.change), after)
            return Markup("".join(parts))  # noqa: S704 - made of templates that escape, and of tickets

        exchanges = (*card.history, *card.exchanges)
        private = pressed(one for one in exchanges if one.sensitive)
        folded = Markup(self._folded.render(words=self._words[language], private=private)) if private else ""  # noqa: S704 - a template that escapes
        left = self._say(language, "web-left", count=card.left) if card.left else ""
        page = self._card.render(
            words=self._words[language],
            language=language,
            larger=larger,
            query=query(language, larger=larger),
            page_title=self._titles[language][_kind(card)],
            card=card,
            alone=card.results[0] if card.results and card.title == card.results[0].sentence else None,
            above=[block for block in card.blocks if not isinstance(block, Fold)],
            below=[block for block in card.blocks if isinstance(block, Fold)],
            corner=pressed((*card.languages, *(one for one in card.ways if one.value == "menu")), corner=True),
            conversation=conversation,
            history=pressed(one for one in card.history if not one.sensitive),
            exchanges=pressed(one for one in card.exchanges if not one.sensitive),
            folded=folded,
            host=self._host,
            held=ticket(SHOW),
            kept=self._say(language, "web-footer-first" if first else "web-footer-held", hours=self._hours),
            results=[(result, pressed(result.buttons)) for result in card.results],
            buttons=pressed(card.buttons),
            ways=pressed(one for one in card.ways if one.value not in AT_THE_TOP),
            left=left,
            notice=self._say(language, notice) if notice else "",
        )
        varying = len(f"{folded}{left}".encode())
        return padded(page, max(least, len(page.encode()) - varying + self._room(card) if card.room else 0))

    def _room(self, card: Card) -> int:
        """What the private answers before a card can take up at most, and what tells how many questions are left."""
        parts = [self._around(card.language, one, corner=False) for one in card.room]
        private = sum(len(f"{before}{after}".encode()) + LONGEST for before, after in parts)
        return private + len(self._folded.render(words=self._words[card.language], private="").encode()) + MOST_LEFT

    def said(
        self, language: Language, name: str, paragraphs: int, *, larger: bool = False, switches: bool = False
    ) -> bytes:
        """A page that says something and leads to the start: web-NAME-title, then web-NAME-1 and so on.

        `larger`: its type; `switches`: it leads to itself in the other type, too.
        """
        switch = self._say(language, f"menu-{Wish.LARGER_TYPE.value}{'-off' if larger else ''}")
        page = self._said.render(
            words=self._words[language],
            language=language,
            page_title=self._titles[language]["said"],
            larger=larger,
            query=query(language, larger=larger),
            others=[(code, name, query(code, larger=larger)) for code, name in self._others[language]],
            switch=(query(language, larger=not larger), switch) if switches else None,
            kept=self._say(language, "web-footer-said"),
            title=self._say(language, f"web-{name}-title"),
            paragraphs=[
                self._say(language, f"web-{name}-{place + 1}", hours=self._hours) for place in range(paragraphs)
            ],
        )
        return padded(page)

    def trouble(self, language: Language, status: int, *, larger: bool = False) -> bytes:
        """The page for something that did not work; it repeats nothing of what came in."""
        known = status if status in TROUBLES else 500 if status >= 500 else 400  # noqa: PLR2004 - HTTP's own classes
        return self.said(language, f"trouble-{known}", 1, larger=larger)

    def _make_around(self, language: Language, thing: Button | Exchange, corner: bool) -> tuple[str, str]:  # noqa: FBT001 - a key of the cache
        """What stands before and after the ticket in the HTML of something that can be pressed."""
        words = self._words[language]
        if isinstance(thing, Button):
            html = self._button.render(words=words, language=language, button=thing, corner=corner, ticket=HOLE)
        else:
            what = self._say(language, "web-change-what", asked=thing.asked)
            html = self._exchange.render(words=words, exchange=thing, what=what, ticket=HOLE)
        before, _, after = html.partition(HOLE)
        return before, after


def _kind(card: Card) -> str:
    """What kind of page a card makes."""
    if card.question is not None:
        return "question"
    if card.screen is Screen.MAIN:
        return "result" if card.results else "notice"
    return card.screen.name.lower()
