"""Ages as people print them, `18-75 years` or `18 Years and older`, as the registries' `18 Years` and `75 Years`."""

import re

_UNITS = {
    "Year": r"years?|yrs?|y|años?",
    "Month": r"months?|mes(?:es)?",
    "Week": r"weeks?|semanas?",
    "Day": r"days?|d[ií]as?",
}
_UNIT = rf"(?:{'|'.join(_UNITS.values())})"
_NONE = (
    r"n/?a|none|no (?:limit|maximum|minimum|upper|lower)(?: age)?(?: limit)?|not applicable|sin l[ií]mite|no aplica|-+"
)
_ONE = rf"\d{{1,3}}(?:\s*{_UNIT})?"
_RANGE = re.compile(
    rf"(?:from |between |de |entre )?(?P<low>{_ONE}|{_NONE})\s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\ba\b|\by\b|\bhasta\b)\s*(?P<high>{_ONE}|{_NONE})"
)
_LOW = re.compile(
    rf"(?:≥|>=|at least |from |minimum |desde )\s*(?P<low>{_ONE})|(?P<older>{_ONE})\s*(?:\+|(?:and|or|&) (?:older|over|above|up|more)|(?:y|o) (?:más|mayores))"
)
_HIGH = re.compile(
    rf"(?:≤|<=|up to |at most |maximum |hasta )\s*(?P<high>{_ONE})|(?P<younger>{_ONE})\s*(?:and|or|&) (?:younger|under|below|less)"
)
_AROUND = re.compile(r"\s*(?:\([^()\d]*\)|,?\s*inclusive|\bof age\b|\bold\b|\bde edad\b|[.;,])")


def ages(words: str) -> tuple[str, str] | None:
    """The least and the greatest age, each empty where there is no limit; None for what cannot be read."""
    plain = " ".join(_AROUND.sub(" ", words.lower()).split())
    if re.fullmatch(rf"{_NONE}|all ages|any(?: age)?|todas las edades", plain):
        return "", ""
    if found := _RANGE.fullmatch(plain):
        unit = _unit(found["low"]) or _unit(found["high"]) or "Year"
        low, high = _one(found["low"], unit), _one(found["high"], _unit(found["high"]) or unit)
        backwards = low and high and _unit(low) == _unit(high) and int(low.split()[0]) > int(high.split()[0])
        return None if backwards else (low, high)
    if found := _LOW.fullmatch(plain):
        return _one(found["low"] or found["older"]), ""
    if found := _HIGH.fullmatch(plain):
        return "", _one(found["high"] or found["younger"])
    return None


def age(words: str) -> str | None:
    """One age, empty for none; None for what cannot be read."""
    plain = " ".join(_AROUND.sub(" ", words.lower()).split())
    return _one(plain) if re.fullmatch(rf"{_ONE}|{_NONE}", plain) else None


def _one(words: str, unit: str = "Year") -> str:
    """`18 Years`; an age without its unit is told in years."""
    if not (number := re.match(r"\d+", words)):
        return ""
    return f"{int(number[0])} {_unit(words) or unit}{'s' if int(number[0]) != 1 else ''}"


def _unit(words: str) -> str:
    rest = re.sub(r"^\d+\s*", "", words.lower())
    return next((name for name, pattern in _UNITS.items() if re.fullmatch(pattern, rest)), "")
