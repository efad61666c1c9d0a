"""Plain text that somebody copied from a registry's page: its criteria, and what else a line of it tells by name."""

import re

from bot.records.contradictions import compared
from bot.records.doubts import examined
from bot.records.fields import limit, sex, status
from bot.records.headings import list_heading
from bot.records.outline import outline
from bot.records.record import Record, RecordError, Status

_NUMBER = re.compile(r"\b(NCT\d{8})\b|\b(20\d\d-5\d{5}-\d\d(?:-\d\d)?)\b")
SHORTEST_ID, MOST_TITLE = 3, 4
_NAMED = {
    "title": r"(?:brief |official |public )?title|t[ií]tulo",
    "status": r"(?:overall |recruitment )?status|estado",
    "minimum": r"minimum age|edad m[ií]nima",
    "maximum": r"maximum age|edad m[aá]xima",
    "sex": r"(?:participant )?(?:sex|gender)|sexo",
}


def record(text: str, name: str) -> Record:
    """A record from a text; `name`: its id where the text names none. Raises RecordError."""
    lines = text.splitlines()
    start = _start(lines)
    before, criteria = lines[:start], "\n".join(lines[start:])
    if not criteria.strip():
        raise RecordError(f"{name}: the text is empty")
    found = _NUMBER.search("\n".join(before)) or _NUMBER.search(name)
    number = found[0] if found else re.sub(r"[^A-Za-z0-9-]+", "-", name).strip("-")[:32]
    if len(number) < SHORTEST_ID:
        raise RecordError(f"{name}: call the file by the number of the record, such as NCT03673748.txt")
    told = {key: _named(before, pattern) for key, pattern in _NAMED.items()}
    nct = number.startswith("NCT")
    return compared(
        Record(
            "ClinicalTrials.gov" if nct else "CTIS" if found else "",
            number,
            f"https://clinicaltrials.gov/study/{number}" if nct else "",
            told["title"] or _first(before) or number,
            examined(outline(criteria)),
            status(told["status"]) or Status.UNKNOWN,
            minimum_age=limit(told["minimum"]),
            maximum_age=limit(told["maximum"]),
            sex=sex(told["sex"]),
            status_told=bool(told["status"]),
            partial=True,
            header=bool(told["minimum"] or told["maximum"] or told["sex"]),
        )
    )


def _start(lines: list[str]) -> int:
    """The line in which the criteria begin: the first heading of a list, else the first line."""
    for at, line in enumerate(lines):
        found = list_heading(line.strip()) if line.strip() else None
        if found and (":" in found[1] or len(found[1].split()) <= MOST_TITLE):
            return at
    return 0


def _named(lines: list[str], pattern: str) -> str:
    """What stands behind a name and its colon, or in the next line."""
    for at, line in enumerate(lines):
        if found := re.match(rf"^\W*(?:{pattern})\s*:\s*(.*)$", line.strip(), re.IGNORECASE):
            return found[1].strip() or next((one.strip() for one in lines[at + 1 :] if one.strip()), "")
    return ""


def _first(lines: list[str]) -> str:
    return next((one.strip() for one in lines if len(one.split()) > MOST_TITLE - 1), "")
