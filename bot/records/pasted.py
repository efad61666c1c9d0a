"""Plain text that somebody copied from a registry's page: its criteria, and what the lines around them tell."""

import re
from collections.abc import Iterator
from textwrap import wrap

from bot.records.contradictions import compared
from bot.records.doubts import examined
from bot.records.headings import list_heading
from bot.records.outline import outline
from bot.records.record import Record, RecordError, Status
from bot.records.told import NUMBER, Told, told

SHORTEST_ID, MOST_TITLE, MOST_QUOTED = 3, 4, 700
_REGISTRIES = {
    "nct": ("ClinicalTrials.gov", "https://clinicaltrials.gov/study/{}"),
    "isrctn": ("ISRCTN", "https://www.isrctn.com/{}"),
    "drks": ("DRKS", "https://drks.de/search/en/trial/{}"),
    "ctis": ("CTIS", "https://euclinicaltrials.eu/ctis-public/view/{}"),
}
_AFTER = re.compile(
    r"^\s*(?:ages eligible for study|sex(?:es)? eligible for study|accepts healthy volunteers)\b", re.IGNORECASE
)
"""How a page that shows the header below the criteria begins it."""


def record(text: str, name: str) -> Record:
    """A record from a text; `name`: its id where the text names none. Raises RecordError."""
    lines = text.splitlines()
    start = _start(lines)
    end = next((at for at in range(start + 1, len(lines)) if _AFTER.match(lines[at])), len(lines))
    criteria = "\n".join(lines[start:end])
    if not criteria.strip():
        raise RecordError(f"{name}: the text is empty")
    found = NUMBER.search("\n".join(lines[:start])) or NUMBER.search(name)
    number = found[0] if found else re.sub(r"[^A-Za-z0-9-]+", "-", name).strip("-")[:32]
    if len(number) < SHORTEST_ID:
        raise RecordError(f"{name}: call the file by the number of the record, such as NCT03673748.txt")
    registry, address = _REGISTRIES[found.lastgroup or ""] if found else ("", "")
    header = told([*lines[:start], *lines[end:]])
    values = header.values
    own = address.format(number)
    if "url" in values and own and number not in values["url"]:
        header.unread.append(values.pop("url"))
    if values.get("number", number) != number:
        header.unread.append(values["number"])
    healthy = values.get("healthy")
    return compared(
        Record(
            registry,
            number,
            values.get("url") or own,
            values.get("title") or number,
            examined(outline(criteria)),
            Status(values.get("status", Status.UNKNOWN)),
            values.get("as_of", ""),
            values.get("summary", ""),
            tuple(filter(None, (one.strip() for one in values.get("condition", "").split(";")))),
            values.get("minimum", ""),
            values.get("maximum", ""),
            values.get("sex", ""),
            None if healthy is None else healthy == "yes",
            tuple(header.places),
            "; ".join(header.contacts),
            {key: values[key] for key in ("start", "completion") if key in values},
            status_told="status" in values,
            partial=True,
            tells=frozenset(name for name, keys in _TELLS.items() if any(key in values for key in keys)),
            notes=tuple(_notes(header)),
        )
    )


_TELLS = {"age": ("minimum", "maximum"), "sex": ("sex",)}


def _start(lines: list[str]) -> int:
    """The line in which the criteria begin: the first heading of a list, else the first line."""
    for at, line in enumerate(lines):
        found = list_heading(line.strip()) if line.strip() else None
        if found and (":" in found[1] or len(found[1].split()) <= MOST_TITLE):
            return at
    return 0


def _notes(header: Told) -> Iterator[str]:
    """What a person has to look at, with the words of the text."""
    if header.places:
        read = "; ".join(f"{one.facility or '?'} | {one.city} | {one.country}" for one in header.places)
        yield f"The sites were read from a text: look whether hospital, city and country are right ({read})."
    else:
        yield "The text tells no site that could be read: write one under `sites`, or leave the list empty."
    for some in _quoted(header.unread):
        yield f"These words of the text stand nowhere else, since they were not understood: {some}. Look whether the study's file should say them."


def _quoted(lines: list[str]) -> Iterator[str]:
    """The lines in quotes, as many together as one entry may hold."""
    parts = [part for line in lines for part in wrap(line, MOST_QUOTED, break_on_hyphens=False)]
    together = ""
    for one in parts:
        if together and len(together) + len(one) > MOST_QUOTED:
            yield together
            together = ""
        together += f"{' · ' if together else ''}“{one}”"
    if together:
        yield together
