"""The record's header beside its text: ages, sex and healthy people, where they do not say the same."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.records.doubts import of_sex
from bot.records.pieces import Doubt, Kind, Trap
from bot.records.record import Record

_AGE = re.compile(r"\b(?:ag(?:e[ds]?|ing)|years? old|yrs? old|years? of age|yo|y/o|edad|años)\b", re.IGNORECASE)
_YEARS = re.compile(
    r"(?<![\d.,])(\d{1,3})(?![\d.,]*\d)(?!\s*(?:months?|weeks?|days?|hours?|%|mg|ml|kg|meses|semanas|d[ií]as))"
)
_OLDEST = 120
_FEW = 3
_AGE_WORDS = re.compile(
    r"a|an|the|of|or|and|to|is|are|be|must|at|in|on|as|who|any|either|both|with|least|most|more|than|less|older|"
    r"younger|over|under|above|below|between|from|through|up|inclusive|including|age|aged|ages|year|years|yr|"
    r"yrs|old|male|males|female|females|man|men|woman|women|adult|adults|child|children|patient|patients|"
    r"subject|subjects|participant|participants|people|person|persons|s|sex|gender|time|consent|screening|"
    r"enrollment|enrolment|study|edad|años|mayor|mayores|menor|menores|igual|o|y|de|entre|hasta"
)
"""What may stand around an age without saying anything else."""
_IN_YEARS = re.compile(
    r"(\d{1,3})(?:\s*(?:-|–|to|and|a|y)\s*(\d{1,3}))?\s*(?:years?|yrs?|yo\b|y/o|años)", re.IGNORECASE
)
_STRICT = re.compile(
    r"(?:\b(?:under|below|younger than|less than|fewer than|menor(?:es)? de)\s+(?:age\s+|the age of\s+)?|(?<![≤=])<\s*)(\d{1,3})\b",
    re.IGNORECASE,
)
_FEMALE = re.compile(
    r"\b(?:pregnan\w*|lactati\w*|breast[- ]?feed\w*|wom[ae]n|females?|child[- ]?bearing|menopaus\w*|embaraz\w*|mujer(?:es)?|lactancia)\b",
    re.IGNORECASE,
)
_MALE = re.compile(r"\b(?:(?<!fe)males?|(?<!wo)m[ae]n|hombres?|varones?|prostat\w+|vasectom\w+)\b", re.IGNORECASE)
_HEALTHY = re.compile(
    r"\b(?:health(?:y|ily) (?:\w+ )?(?:volunteers?|subjects?|participants?|adults?|children|individuals?|men|women|people|controls?)|volunt\w+ sanos?)\b",
    re.IGNORECASE,
)
_ILL = re.compile(
    r"\b(?:diagnos\w+|confirmed|histolog\w+|lesions?|patients? with|history of|suffering|symptoms? of|disease|cancer|tumou?rs?|carcinoma|diagn[oó]stic\w+)\b",
    re.IGNORECASE,
)


def compared(record: Record) -> Record:
    """The record with the doubts that come of its header."""
    ages = _ages(record) if "age" in record.tells else ()
    found = (*ages, *_sexes(record), *_health(record))
    words = {one.id: one.words for one in record.outline.items}
    plain = tuple(
        one
        for one in record.outline.doubts
        if not (one.trap is Trap.GROUP and record.sex and of_sex(words.get(one.at, "")) == record.sex)
    )
    return replace(record, outline=replace(record.outline, doubts=plain).and_doubts(*found))


def years(age: str) -> int | None:
    """`18 Years` as 18; None for what is told in other units, or not at all."""
    found = re.fullmatch(r"(\d{1,3}) years?", age.strip(), re.IGNORECASE)
    return int(found[1]) if found else None


def _ages(record: Record) -> Iterator[Doubt]:
    """The first item about the age that has another limit than the header."""
    limits = {one for one in (years(record.minimum_age), years(record.maximum_age)) if one is not None}
    told = f"{record.minimum_age or 'no minimum'}, {record.maximum_age or 'no maximum'}"
    unlimited = not record.minimum_age and not record.maximum_age
    for item in record.outline.of(Kind.INCLUSION):
        if not _about_age(item.words):
            continue
        in_text = _told_years(item.words)
        if in_text - limits or (in_text and unlimited):
            yield Doubt(Trap.CONTRADICTION, item.id, f"the header says {told}; the text “{item.words[:80]}”")
            return
        strict = {int(one) for one in _STRICT.findall(item.words)}
        if years(record.maximum_age) in strict:
            yield Doubt(
                Trap.CONTRADICTION, item.id, f"the header counts {record.maximum_age} in; the text “{item.words[:80]}”"
            )
            return


def _told_years(words: str) -> set[int]:
    """The ages that an item names: those said to be years, else every number that can be one."""
    said = {one for pair in _IN_YEARS.findall(words) for one in pair if one}
    return {int(one) for one in said or _YEARS.findall(words) if 0 < int(one) <= _OLDEST}


def _about_age(words: str) -> bool:
    """Whether an item is about the age and little else."""
    if not _AGE.search(words):
        return False
    rest = re.sub(r"\([^()]*\)|[^\w\s]|\d+", " ", words.lower())
    return sum(not _AGE_WORDS.fullmatch(word) for word in rest.split()) <= _FEW


def _sexes(record: Record) -> Iterator[Doubt]:
    other = {"male": _FEMALE, "female": _MALE}.get(record.sex)
    if other is None:
        return
    for item in record.outline.items:
        if found := other.search(item.words):
            yield Doubt(
                Trap.CONTRADICTION, item.id, f"the header takes {record.sex} people only; the text says “{found[0]}”"
            )
            return


def _health(record: Record) -> Iterator[Doubt]:
    inclusion = record.outline.of(Kind.INCLUSION)
    healthy = next((one for one in inclusion if _HEALTHY.search(one.words)), None)
    if record.healthy_volunteers is False and healthy:
        yield Doubt(
            Trap.CONTRADICTION, healthy.id, f"the header takes no healthy people; the text “{healthy.words[:80]}”"
        )
    if record.healthy_volunteers and (ill := next((one for one in inclusion if _ILL.search(one.words)), None)):
        yield Doubt(Trap.CONTRADICTION, ill.id, f"the header takes healthy people; the text “{ill.words[:80]}”")
