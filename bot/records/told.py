"""The header of a pasted text, line by line: what is understood is read, and every other line is kept to be told."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.records.ages import age, ages
from bot.records.fields import day, sex_told, status, yes_no
from bot.records.record import Place, Status
from bot.records.written import country_code

NUMBER = re.compile(
    r"\b(?:(?P<nct>NCT\d{8})|(?P<isrctn>ISRCTN\d{8})|(?P<drks>DRKS\d{8})|(?P<ctis>20\d\d-5\d{5}-\d\d(?:-\d\d)?))\b"
)
_LABELS = {
    "title": r"(?:brief |official |public |scientific )?title|t[ií]tulo(?: p[úu]blico)?",
    "status": r"(?:overall |recruitment |recruiting )?(?:study |trial )?status|estado(?: de reclutamiento)?",
    "ages": r"ages?(?: range| limits?| group)?(?: eligible)?(?: for study)?|edad(?:es)?|rango de edad",
    "minimum": r"(?:minimum|lower|min\.?) age(?: limit)?|age (?:minimum|from)|edad m[ií]nima",
    "maximum": r"(?:maximum|upper|max\.?) age(?: limit)?|age (?:maximum|to)|edad m[aá]xima",
    "sex": r"(?:participant |eligible )?(?:sex(?:es)?(?: ?/ ?genders?)?|genders?)(?: eligible)?(?: for study)?|sexos?",
    "healthy": r"(?:accepts )?healthy volunteers(?: accepted)?\??|voluntarios sanos",
    "url": r"url|link|web(?: ?site| ?page)?|address|source|enlace|direcci[oó]n(?: web)?",
    "number": r"(?:[\w.]+ ){0,3}(?:number|id|identifier)|n[uú]mero(?: de registro)?",
    "as_of": r"last (?:update[ds]?|refreshed|edited)(?: posted| submitted)?(?: on| date)?|[uú]ltima actualizaci[oó]n",
    "start": r"(?:study |trial )?start(?: date)?(?: \((?:estimated|actual)\))?|fecha de inicio",
    "completion": r"(?:study |trial )?(?:completion|end)(?: date)?(?: \((?:estimated|actual)\))?|fecha de (?:fin|finalizaci[oó]n)",
    "condition": r"(?:medical |health )?conditions?(?: or disease)?|diseases?|enfermedad(?:es)?",
    "summary": r"(?:brief )?summary|resumen",
    "sites": r"(?:study |trial )?(?:sites?|locations?|cent(?:re|er)s?)|centros?",
    "contact": r"(?:\w+ ){0,2}contacts?(?: (?:person|name|details|information|e-?mail|phone|for .*))?|responsible (?:party|person)|"
    r"study officials?|(?:tele)?phone(?: number)?|tel\.?|fax|mobile|"
    r"e-?mail(?: address)?|(?:principal |chief |study )?investigators?|study (?:director|chair)|contactos?|tel[eé]fonos?|m[oó]vil|"
    r"correo(?: electr[oó]nico)?|investigador(?:a|es)?(?: principal)?",
}
"""What a line may be called. Capitals make no difference; without a colon the value stands below, or its form shows what it is."""
_LINE = {
    key: re.compile(rf"^\W*(?:{label})(?:\(s\))?(?:\s*$|\s*[:\t]\s*(?P<told>.*)$|\s+(?P<bare>.*)$)", re.IGNORECASE)
    for key, label in _LABELS.items()
}
_ANYTHING = frozenset({"title", "summary", "condition", "sites", "contact", "start", "completion"})
"""What has no form of its own."""
_REACHES = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|\+\d[\d\s().-]{6,}\d|\(\d{2,4}\)\s*\d[\d\s-]{5,}\d|\b\d{2,4}(?: \d{2,4}){2,4}\b|\b\d{3}-\d{3}-\d{4}\b"
)
"""A mail address or a telephone number."""
_NAMES = re.compile(
    r"\b(?:Dr|Dra|Prof|Mr|Mrs|Ms|Sr|Sra)\b\.?\s+[A-ZÁÉÍÓÚÑ]|,\s*(?:MD|M\.D\.|PhD|Ph\.D\.)(?!\w)|"
    r"^(?:Name|Nombre)\s*:\s*(?:[A-ZÁÉÍÓÚÑ][\w'’.-]*\s*){2,4}$"
)
"""The name of a person. Both are only for whoever asks for them."""
LONGEST_TITLE, SHORTEST_TITLE, LONGEST_DATE = 300, 4, 40
Values = Mapping[str, str]


@dataclass
class Told:
    """What the lines tell."""

    values: dict[str, str] = field(default_factory=dict)
    """By what it is called above; empty where a limit is told to be none."""
    places: list[Place] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def keep(self, found: Values) -> bool:
        """Keep what was read, unless the text has told something else before."""
        if any(self.values.get(key, value) != value for key, value in found.items()):
            return False
        self.values.update(found)
        return True


def told(lines: Sequence[str]) -> Told:
    """What the lines around the criteria tell."""
    found, after, last = Told(), [line.strip() for line in lines], ""
    while after:
        line = after.pop(0)
        if line and line != last:
            last = _read(line, after, found)
    if "title" not in found.values:
        fit = (one for one in found.unread if len(one.split()) >= SHORTEST_TITLE and not _named(one)[0])
        if title := next((one for one in fit if len(one) <= LONGEST_TITLE), ""):
            found.values["title"] = title
            found.unread = [one for one in found.unread if one != title]
    return found


def _read(line: str, after: list[str], found: Told) -> str:
    """Read a line, with what stands below its name; gives the value, which a page may print a second time."""
    key, value = _named(line)
    if key == "contact":
        found.contacts += filter(None, (value, *_block(after, several=not value)))
    elif key == "sites" and (places := _places(value, after)):
        found.places += places
    elif key not in {"title", "summary"} and (_REACHES.search(line) or _NAMES.search(line)):
        found.contacts.append(line)
    else:
        below = "" if value or not key else _below(after)
        read = _VALUES[key](value or below) if key in _VALUES else _alone(line)
        if read is not None and found.keep(read):
            del after[: after.index(below) + 1 if below else 0]
            return value or below
        found.unread.append(line)
    return ""


def _named(line: str) -> tuple[str, str]:
    """What a line is called, and what stands behind its colon."""
    for key, pattern in _LINE.items():
        if not (found := pattern.match(line)):
            continue
        bare = (found["bare"] or "").strip()
        if not bare or (key not in _ANYTHING and _VALUES[key](bare) is not None):
            return key, bare or (found["told"] or "").strip()
    return "", ""


def _below(after: Sequence[str]) -> str:
    """The next line, unless it has a name of its own."""
    line = next(filter(None, after), "")
    return "" if _named(line)[0] else line


def _block(after: list[str], *, several: bool) -> list[str]:
    """The lines up to an empty one or one that is called something else, taken away from what follows."""
    found: list[str] = []
    while several and after and (after[0] or not found) and _named(after[0])[0] in {"", "contact"}:
        found.append(after.pop(0))
    return [_named(line)[1] or line for line in found]


def _places(value: str, after: list[str]) -> list[Place]:
    """The sites in a line, and in those below as long as they are sites; nothing if one of its parts is none."""
    found = [_place(one) for one in value.split(";") if one.strip()]
    if None in found:
        return []
    while after and (after[0] or not found) and (not after[0] or _place(after[0])):
        found.append(_place(after.pop(0)))
    return [place for place in found if place]


def _place(words: str) -> Place | None:
    """`Hospital, City, Country`, or without the hospital; None for anything else."""
    parts = [one.strip(" .•*-") for one in words.split(",") if not re.fullmatch(r"[\d\s-]*", one)]
    if len(parts) < 2 or not country_code(parts[-1]) or _REACHES.search(words):  # noqa: PLR2004 - a city and a country
        return None
    return Place(", ".join(parts[:-2]), parts[-2], parts[-1])


def _alone(line: str) -> Values | None:
    """What a line without a name can only be: the number, an address, the status, ages in years."""
    if NUMBER.fullmatch(line):
        return {"number": line}
    if url := _url(line):
        return url
    if state := _status(line):
        return state
    return _ages(line) if re.search(r"\d.*\b(?:years?|yrs?|años)\b", line, re.IGNORECASE) else None


def _status(words: str) -> Values | None:
    found = status(words)
    return None if found in {None, Status.UNKNOWN} else {"status": str(found)}


def _ages(words: str) -> Values | None:
    found = ages(words)
    return None if found is None else {"minimum": found[0], "maximum": found[1]}


def _url(words: str) -> Values | None:
    return {"url": words} if re.fullmatch(r"https?://\S+", words) else None


def _number(words: str) -> Values | None:
    return {"number": words} if NUMBER.fullmatch(words) else None


def _date(key: str) -> Callable[[str], Values | None]:
    return lambda words: {key: words} if re.search(r"\d", words) and len(words) <= LONGEST_DATE else None


def _said(key: str, reader: Callable[[str], str | None] = str) -> Callable[[str], Values | None]:
    """Reads one value; `reader` gives None for what it does not understand."""

    def read(words: str) -> Values | None:
        value = reader(words) if words else None
        return None if value is None else {key: value}

    return read


_VALUES: dict[str, Callable[[str], Values | None]] = {
    "title": _said("title"),
    "status": _status,
    "ages": _ages,
    "minimum": _said("minimum", age),
    "maximum": _said("maximum", age),
    "sex": _said("sex", sex_told),
    "healthy": _said("healthy", yes_no),
    "url": _url,
    "number": _number,
    "as_of": _said("as_of", lambda words: day(words) or None),
    "start": _date("start"),
    "completion": _date("completion"),
    "condition": _said("condition"),
    "summary": _said("summary"),
}
