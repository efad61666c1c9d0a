"""The language of a page: the one that its address asks for, else the one that the browser likes best."""

from starlette.requests import Request

from bot.conversation.languages import greeting
from criteria.languages import LANGUAGES, Language

LONGEST = 400
"""Characters of an Accept-Language header; nobody has more languages than fit."""


def language_of(request: Request) -> Language:
    """The language that the address asks for, or the browser likes; for one that tells none, what the application says.

    It says so by `state.default_language`.
    """
    wanted = request.query_params.get("lang", "")
    if wanted in LANGUAGES:
        return wanted
    default: Language = request.app.state.default_language
    return guess_language(request.headers.get("accept-language", ""), default)


def guess_language(accepted: str, default: Language) -> Language:
    """The language to greet in, from an Accept-Language header (RFC 9110, 12.5.4)."""
    liked: list[tuple[float, str]] = []
    for part in accepted[:LONGEST].split(","):
        name, _, weight = part.strip().partition(";")
        if (quality := _quality(weight)) > 0:
            liked.append((quality, name))
    return greeting((name for _, name in sorted(liked, key=lambda pair: -pair[0])), default)


def _quality(weight: str) -> float:
    name, _, value = weight.strip().partition("=")
    if not name:
        return 1.0
    try:
        return min(float(value), 1.0) if name.strip() == "q" else 0.0
    except ValueError:
        return 0.0
