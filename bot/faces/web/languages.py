"""The language of a page: the one that its address asks for, else the one that the browser likes best."""

from starlette.requests import Request

from criteria.languages import LANGUAGES, Language

DEFAULT_LANGUAGE: Language = "es"


def language_of(request: Request) -> Language:
    """The language that the address asks for, or the browser likes."""
    wanted = request.query_params.get("lang", "")
    known = next((one for one in LANGUAGES if one == wanted), None)
    return known or guess_language(request.headers.get("accept-language", ""))


def guess_language(accepted: str) -> Language:
    """The language that an Accept-Language header likes best of ours (RFC 9110, 12.5.4); the default for none."""
    best, liking = DEFAULT_LANGUAGE, 0.0
    for part in accepted[:400].split(","):
        name, _, weight = part.strip().partition(";")
        found = name.strip().lower().partition("-")[0]
        quality = _quality(weight)
        for language in LANGUAGES:
            if found == language and quality > liking:
                best, liking = language, quality
    return best


def _quality(weight: str) -> float:
    name, _, value = weight.strip().partition("=")
    if not name:
        return 1.0
    try:
        return min(float(value), 1.0) if name.strip() == "q" else 0.0
    except ValueError:
        return 0.0
