"""How every face that makes HTML reads its templates: escaped by itself, compiled once, no name left undefined."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.conversation.card import Bullets, Fold, Link


@cache
def environment(package: str, said: Callable[[object], object] | None = None) -> Environment:
    """The templates of a face's package, which can tell a card's blocks apart; `said` is done to all that they are given to say."""
    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        finalize=said,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.tests["bullets"] = lambda block: isinstance(block, Bullets)
    made.tests["link"] = lambda block: isinstance(block, Link)
    made.tests["fold"] = lambda block: isinstance(block, Fold)
    return made
