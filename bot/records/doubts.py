"""The doubts that single items give rise to: what a reader would have to ask before encoding them."""

import re
from collections.abc import Iterator

from bot.records.headings import conjunction, footer, joined_otherwise, legal
from bot.records.inline import enumerates
from bot.records.pieces import Doubt, Item, Kind, Outline, Trap, first_words

_OR = re.compile(r"(?:[,;]?\s+(?:and/or|or|o|y/o|ou))[\s:,.]*$|^(?:or|and/or|o bien)\b[\s,:]", re.IGNORECASE)
_AND = re.compile(r"[,;]?\s+and[\s:]*$", re.IGNORECASE)
_PERSON = re.compile(
    r"^(?:(?:all|adult|healthy)\s+)?(?P<sex>wom[ae]n|females?|m[ae]n|males?|girls?|boys?|mujer(?:es)?|hombres?|varones?)\b(?!\s*(?:or|and|/|,|o|y)\b)",
    re.IGNORECASE,
)
_FEMALE = re.compile(r"wom|fem|girl|muj", re.IGNORECASE)
_NAMED_GROUP = r"\((?:for |only )?(?:group|cohort|arm|part|phase|stage)\s+[\w, &]{1,20}(?: only)?\)|\b(?:group|cohort|arm|part|phase)\s+[A-Z0-9]{1,3}(?: only)?\s*:"
_GROUP = re.compile(
    r"^(?:if|when|si|cuando)\s|^(?:for|in|en|para)\s+(?:the\s+|a\s+)?(?:\w+\s+){0,3}?(?:wom[ae]n|m[ae]n|females?|males?|patients?|participants?|subjects?|adolescents?|child(?:ren)?|adults?|those|group|arm|cohort|part|phase|mujeres|hombres|pacientes|participantes|sexually)\b|"
    rf"{_NAMED_GROUP}|"
    r"\b(?:child[- ]?bearing|reproductive) (?:potential|age|capacity)\b|\bchild-bearing capacity\b|\bfertile (?:patients|women|men|subjects)\b|\ben edad f[eé]rtil\b|"
    r"\((?:for|if|in)\s+(?:the\s+)?(?:patients?|subjects?|participants?|wom[ae]n|m[ae]n|fem|male|applicable)|\bin (?:pre|post)menopausal women\b|"
    r"^(?:patients|subjects|participants|people|those|women|men|individuals)\s+(?:who|that|with|on|receiving|under|over|aged?)\b.{0,160}?(?<!who )\b(?:must|should(?! be (?:enrolled|included))|are eligible|is allowed|are allowed|may be|will be considered|need to|have to)\b",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(_NAMED_GROUP, re.IGNORECASE)
_LOST = re.compile(
    r"(?:^|[\s(:,])=\s?\d|(?:^|[\s(])[?¿]\s?\d|\ufffd\s?\d|(?:^|\s)[³£]\s?\d|\bu22[0-9a-f]{2}|&[lg]t;|&#\d+;|"
    r"\b(?:age|aged|score|bmi|count|creatinine|h(?:a)?emoglobin|platelets?|bilirubin|albumin|clearance|ratio|weight|level|of|edad|least|than)\s{2,}\d|"
    r"\b(?:than|least|most)\s+(?:or\s+)?(?:equal\s+to\s*)?(?:[.;,]|$)",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|vs|etc|max|min|approx|dr|no|fig|ca|cf|al|st|mg|[A-Z])\.$", re.IGNORECASE)
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿(])|;\s+(?=\w)|\n")
_OPEN_END = re.compile(
    r"\b(?:of|the|a|an|with|without|to|in|for|by|from|at|on|than|that|which|who|as|is|are|be|has|have|de|del|la|el|los|las|con|sin|en|por|para|que|un|una)\s*$|[,(/\-–]\s*$",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(
    r"\b(?:such as|including|includes?|e\.g|i\.e|for example|like|defined|como|incluy\w+|por ejemplo)\b", re.IGNORECASE
)
_DEFINES = re.compile(
    r"\b(?:defined as|is defined|are defined|as defined by|will not be considered|is considered|are considered|se define\w*)\b.{0,160}$",
    re.IGNORECASE,
)
_MANY_COMMAS = 3
_FEW = 2
_LAST_WORD = 24
_ABBREVIATION = 12
"""Characters before a full stop that are looked at."""


def examined(outline: Outline) -> Outline:
    """The outline with the doubts that its items give rise to."""
    parted = {one.at for one in outline.doubts if one.trap in {Trap.GLUED, Trap.PARAGRAPH, Trap.UNLISTED}}
    found = [
        doubt
        for item in outline.items
        for doubt in _of(item, outline)
        if doubt.trap is not Trap.TWO_ITEMS or item.id not in parted
    ]
    return outline.and_doubts(*found, *_named_groups(outline), *_sexes(outline), *_broken(outline))


def of_sex(words: str) -> str:
    """`female` or `male`, where an item begins with people of one sex."""
    found = _PERSON.match(words)
    return "" if found is None else "female" if _FEMALE.match(found["sex"]) else "male"


def sentences(words: str) -> list[str]:
    """The sentences and clauses of a text, parted at full stops, semicolons and line breaks."""
    found: list[str] = []
    start = 0
    for one in _BREAK.finditer(words):
        if _ABBREVIATED.search(words, max(start, one.start() - _ABBREVIATION), one.start()) or _inside(
            words[start : one.start()]
        ):
            continue
        found.append(words[start : one.end()].strip())
        start = one.end()
    return [one for one in (*found, words[start:].strip()) if one]


def _of(item: Item, outline: Outline) -> Iterator[Doubt]:
    words, below = item.words, outline.below(item)
    if found := footer(words):
        yield Doubt(Trap.FOOTER, item.id, found)
    elif found := legal(words):
        yield Doubt(Trap.FOOTER, item.id, found)
        return
    if lost := _LOST.search(item.raw or words):
        yield Doubt(
            Trap.COMPARATOR,
            item.id,
            " ".join((item.raw or words)[max(0, lost.start() - 15) : lost.end() + 12].split()),
        )
    if below:
        if (_DEFINES.search(words) or words.endswith((".", ";"))) and not joined_otherwise(words, Kind.INCLUSION):
            yield Doubt(Trap.DEFINITION, item.id, first_words(words))
        if joined_otherwise(words, item.kind):
            yield Doubt(Trap.ALTERNATIVES, item.id, first_words(words))
    elif conjunction(words) or _listed_otherwise(item, outline):
        yield Doubt(Trap.ALTERNATIVES, item.id, first_words(words))
    if not _EXPLICIT.search(words) and item.kind is Kind.INCLUSION and _GROUP.search(words):
        yield Doubt(Trap.GROUP, item.id, first_words(words))
    if labels := enumerates(words, item.order):
        yield Doubt(Trap.GLUED, item.id, labels)
    elif not footer(words) and (second := _second(item)):
        yield Doubt(Trap.TWO_ITEMS, item.id, first_words(second))
    elif item.kind is Kind.EXCLUSION and not below and item.number == item.top and _enumeration(words):
        yield Doubt(Trap.TWO_ITEMS, item.id, first_words(words))


def _second(item: Item) -> str:
    """A further sentence of an item that may be a point of its own."""
    parts = sentences(item.words)
    if len(parts[0].split()) <= _FEW and not parts[0].endswith(";"):  # the name of the point
        parts = parts[1:]
    joins = ("or ", "o ") if item.kind is Kind.INCLUSION else ("and ", "y ")
    return next((one for one in parts[1:] if len(one.split()) > _FEW and not one.startswith(joins)), "")


def _listed_otherwise(item: Item, outline: Outline) -> bool:
    """Whether an item says `or` to the next one in a list that means `and`, or the reverse."""
    sign = _OR if item.kind is Kind.INCLUSION else _AND
    if item.number[-1].isalpha() or not sign.search(item.words):
        return False
    tops = [one for one in outline.of(item.kind) if one.number == one.top]
    before = tops[: tops.index(item)][-1:]
    return len(tops) > 1 and not any(sign.search(one.words) for one in before)


def _named_groups(outline: Outline) -> Iterator[Doubt]:
    """Items that name a group, such as `(Group D)`: each group is told once, with all its items."""
    groups: dict[str, list[str]] = {}
    for item in outline.items:
        if found := _EXPLICIT.search(item.words):
            groups.setdefault(found[0].strip("():").casefold(), []).append(item.id)
    for name, items in groups.items():
        yield Doubt(Trap.GROUP, items[0], f"{name}: {', '.join(items)}")


def _sexes(outline: Outline) -> Iterator[Doubt]:
    """Items for men beside items for women, as if one person had to meet both."""
    found = [
        (one, told["sex"])
        for one in outline.of(Kind.INCLUSION)
        if (told := _PERSON.match(one.words)) and len(one.words.split()) > 1
    ]
    female = {one.top for one, sex in found if _FEMALE.match(sex)}
    male = {one.top for one, sex in found if not _FEMALE.match(sex)}
    if female and male:
        yield Doubt(Trap.ALTERNATIVES, found[0][0].id, ", ".join(one.id for one, _ in found))
    else:
        for one, _ in found:
            yield Doubt(Trap.GROUP, one.id, first_words(one.words))


def _broken(outline: Outline) -> Iterator[Doubt]:
    """Items that end in mid-sentence, or promise a list that does not follow."""
    for item, after in zip(outline.items, (*outline.items[1:], None), strict=False):
        words = item.words
        if outline.below(item):
            continue
        deeper = after is not None and after.kind is item.kind and after.depth > item.depth
        if words.endswith(":") and not deeper:
            yield Doubt(Trap.BROKEN, item.id, first_words(words))
        elif _OPEN_END.search(words[-_LAST_WORD:]) and not words.endswith((",", "-")):
            yield Doubt(Trap.BROKEN, item.id, " ".join(words.split()[-6:]))


def _enumeration(words: str) -> bool:
    """Several things joined by commas in one item, none of them an example of another."""
    flat = re.sub(r"\([^()]*\)", "", words)
    return (
        flat.count(",") >= _MANY_COMMAS
        and ":" not in flat
        and bool(re.search(r"\b(?:or|and|o|y)\b", flat))
        and not _EXAMPLES.search(flat)
    )


def _inside(words: str) -> bool:
    """Whether a bracket is open at the end of a text."""
    return words.count("(") > words.count(")")
