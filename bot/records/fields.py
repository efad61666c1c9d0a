"""Values out of a stranger's JSON, each only if it is of the kind that belongs there."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.records.record import Status

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_STATUS = {
    "recruiting": Status.RECRUITING,
    "not yet recruiting": Status.NOT_YET,
    "enrolling by invitation": Status.BY_INVITATION,
    "active not recruiting": Status.NOT_RECRUITING,
    "not recruiting": Status.NOT_RECRUITING,
    "no longer recruiting": Status.NOT_RECRUITING,
    "en reclutamiento": Status.RECRUITING,
    "aun no recluta": Status.NOT_YET,
    "finalizado": Status.COMPLETED,
    "suspended": Status.SUSPENDED,
    "temporarily halted": Status.SUSPENDED,
    "temporarily not available": Status.SUSPENDED,
    "terminated": Status.TERMINATED,
    "withdrawn": Status.WITHDRAWN,
    "no longer available": Status.TERMINATED,
    "completed": Status.COMPLETED,
    "ended": Status.COMPLETED,
}


def group(value: object, *path: str) -> Mapping[str, Any]:
    """A group within groups, empty where there is none."""
    for part in path:
        value = value.get(part) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def members(value: object, *path: str) -> Iterator[Mapping[str, Any]]:
    """The groups of a list within groups."""
    found = group(value, *path[:-1]).get(path[-1])
    yield from (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def text(value: object, *path: str) -> str:
    """A text within groups, empty where there is none."""
    found = group(value, *path[:-1]).get(path[-1])
    return found.strip() if isinstance(found, str) else ""


def texts(value: object, *path: str) -> tuple[str, ...]:
    """The texts of a list within groups."""
    found = group(value, *path[:-1]).get(path[-1])
    return (
        tuple(one.strip() for one in found if isinstance(one, str) and one.strip()) if isinstance(found, list) else ()
    )


def status(value: str) -> Status | None:
    """What a registry's word says about recruiting; None where it says nothing."""
    plain = " ".join(re.sub(r"[^a-z]+", " ", value.lower().replace("ú", "u")).split())
    return (_STATUS.get(plain) or Status.UNKNOWN) if plain else None


def day(value: str) -> str:
    """`March 3, 2031`, `3 March 2031`, `03/03/2031` (day first) or `2031-03-03T…` as `2031-03-03`; empty where no day is told."""
    if found := re.match(r"(\d{4}-\d\d-\d\d)(?!\d)", value):
        return found[1]
    if found := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", value):
        return f"{found[3]}-{found[2]}-{found[1]}"
    found = re.fullmatch(r"(?P<month>\w+) (?P<day>\d{1,2}), (?P<year>\d{4})", value) or re.fullmatch(
        r"(?P<day>\d{1,2}) (?P<month>\w+) (?P<year>\d{4})", value
    )
    if found and found["month"].lower() in _MONTHS:
        return f"{found['year']}-{_MONTHS.index(found['month'].lower()) + 1:02}-{int(found['day']):02}"
    return ""


def limit(value: str) -> str:
    """An age as the registry prints it, empty for `N/A`."""
    return "" if value.strip().upper() in {"", "N/A", "NA", "NONE", "NO LIMIT"} else value.strip()


def sex(value: str) -> str:
    """`female`, `male`, or empty for all."""
    return value.lower() if value.lower() in {"female", "male"} else ""


_SEXES = {
    "female": r"females?(?: only)?|wom[ae]n(?: only)?|mujer(?:es)?|femenino",
    "male": r"males?(?: only)?|m[ae]n(?: only)?|hombres?|masculino|varones",
    "": r"all(?: sexes)?|both(?: sexes)?|any|(?:fe)?males? (?:and|or|&) (?:fe)?males?|todos|ambos(?: sexos)?",
}


def sex_told(words: str) -> str | None:
    """The same of a text that somebody wrote; None for what cannot be read."""
    plain = re.sub(r"[.\s]+$", "", words.lower())
    return next((name for name, pattern in _SEXES.items() if re.fullmatch(pattern, plain)), None)


def yes_no(words: str) -> str | None:
    """`yes` or `no`; None for what is neither."""
    plain = words.strip(" .").lower()
    return {"yes": "yes", "sí": "yes", "si": "yes", "no": "no"}.get(plain)
