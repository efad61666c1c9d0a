"""The script as one HTML file that needs nothing else: to be read on a screen, and printed on A4 with a footer on every page."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from bot.script.marking import Change, runs
from bot.script.model import Script

_TAGS = {Change.NEW: "ins", Change.GONE: "del"}


def html(script: Script) -> str:
    """All parts in one page."""
    return _template().render(script=script)


@cache
def _template() -> Template:
    made = Environment(
        loader=PackageLoader("bot.script"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["marked"] = _marked
    made.filters["css"] = _css
    return made.get_template("script.html")


def _marked(text: str) -> Markup:
    """A text with its new and gone words."""
    parts = [
        Markup("<{0}>{1}</{0}>").format(Markup(_TAGS[change]), words) if change in _TAGS else escape(words)  # noqa: S704 - tags of our own
        for change, words in runs(text)
    ]
    return Markup("").join(parts)


def _css(text: str) -> Markup:
    """A text inside a string of a style sheet: every sign that could end it is written by its number."""
    return Markup("".join(char if char.isalnum() or char in " .-" else f"\\{ord(char):x} " for char in text))  # noqa: S704 - nothing but letters, digits and numbers of signs is left
