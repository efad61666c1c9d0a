"""What a block without a sign is: the heading of a list, of a group, a footer, a `None`, or words of its own."""

import re

from bot.records.pieces import Kind

_DECOR = " \t*_#=~-–—.:"
_IN = r"(?:inclusion|inclusi[oó]n|inclus[aã]o)"
_EX = r"(?:non[- ]?inclusion|exclusion|exclusi[oó]n|exclus[aã]o)"
_CRITERIA = r"(?:criteria|criterion|criterios?|crit[eé]rios?)"
_BEFORE = r"(?:[^\W\d_][\w'’/-]*\s+){0,5}?"
_LISTS = re.compile(
    rf"^(?:[ivx\d]{{1,3}}[.)]\s*)?(?P<lead>{_BEFORE})(?:{_CRITERIA}\s+(?:de|for|of)\s+(?:la\s+)?)?"
    rf"(?:(?P<ex>{_EX})|(?P<in>{_IN}))(?P<both>\s*(?:/|and|&|y|or)\s*(?:{_EX}|{_IN}))?(?:\s+{_CRITERIA})?(?P<tail>\b[^:]{{0,90}}?)(?P<colon>:|\s[-–—]\s+(?=[A-Z])|$)",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(
    rf"^(?:\w+\s+){{0,2}}?(?P<not>non[- ]?|in)?(?:eligib(?:le|ility)|elegibilidad|{_CRITERIA})(?:\s+{_CRITERIA}|\s+de\s+elegibilidad|\s+(?:patients|subjects|participants))?\s*(?:are|include|if)?\s*:?$",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"(?<=[\w.;,)\]])\s+(?=(?:(?:Key|Main|KEY|MAIN)\s+)?(?:In|Ex|IN|EX)(?i:clusion)\s+(?i:criteri(?:a|on))\s*:)|"
    r"(?<=[.;)\]])\s+(?=(?i:(?:criterios?\s+de\s+)?(?:inclusi[oó]n|exclusi[oó]n)(?:\s+criteri(?:a|on))?\s*:))"
)
_GROUP = re.compile(
    r"\b(?:groups?|arms?|cohorts?|part [a-z0-9]{1,3}|phase [0-9i]+[ab]?|stage [0-9iv]+|aim \d|stud(?:y|ies) \d|sub-?stud(?:y|ies)|period \d|step \d|"
    r"controls?|volunteers?|donors?|recipients?|caregivers?|carers?|parents?|mothers?|fathers?|famil(?:y|ies)|relatives?|spouses?|partners?|"
    r"providers?|clinicians?|physicians?|staff|teachers?|students?|adolescents?|child(?:ren)?|infants?|neonates?|adults?|elderly|"
    r"wom[ae]n|m[ae]n|females?|males?|girls?|boys?|grupos?|brazos?|cohortes?|controles|sanos|donantes|mujeres|hombres|niñ[oa]s|adultos|"
    r"for (?:the )?(?:patients|participants|subjects|cases)|(?:patients|participants|subjects|cases) (?:with|in|of|who|receiving))\b",
    re.IGNORECASE,
)
_QUANTIFIED = re.compile(
    r"\b(?:all|each|every|both) of the (?:following|below)|\b(?:following|these) (?:\w+ )?criteria\b", re.IGNORECASE
)
_SOME = re.compile(
    r"\b(?:one|any|either|some|two|three|\d|at least \w+)(?: (?:or (?:more|both|all)|and/or both))?(?: of)? (?:the |these )?(?:following|below)\b|"
    r"\bone or (?:both|more)\b.{0,30}\b(?:following|criteria)\b|\bat least (?:one|two|three|\d)\b.{0,40}:$|"
    r"\b(?:uno|una|alguno|alguna|cualquiera|al menos \w+) (?:o m[aá]s )?de (?:los|las|estos|estas)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:all|both) of (?:the )?(?:following|these|below)\b", re.IGNORECASE)
_CONJUNCTION = re.compile(r"^\W*(?:or|and|and/or|o|y|y/o)\W*$", re.IGNORECASE)
_NONE = re.compile(
    r"^\W*(?:(?:there (?:are|is) )?no (?:specific |other )?(?:exclusion|inclusion) criteri(?:a|on)\b.{0,40}|none|not? (?:applicable|exclusions?|exclusion criteria)|n/?a|nil|no|ningun[oa]|no (?:aplica|procede))\W*$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\bpage\s+\d+\s+(?:of|/)\s*\d+|\bp[aá]gina\s+\d+\s+de\s+\d+|\bprotocol\s+(?:number|no\.?|version|date)\s*[:#]?\s*\S*\d|"
    r"\bversion\s+(?:number\s+)?\d+(?:\.\d+)+|\bamendment\s+(?:no\.?\s*)?\d+\b|\bconfidential\b(?!ity)|\bversi[oó]n\s+\d+(?:\.\d+)+|\bproprietary\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\bother (?:protocol[- ](?:defined|specified|related)|in/exclusion|inclusion|eligibility|exclusion)[\w/, -]*criteria\b|"
    r"\b(?:may|will|might) also apply\b|\bmay apply\b|\bnot intended to contain all\b|\bsee (?:the )?protocol for\b|\bfor (?:further|more) (?:information|details)\b|"
    r"\bcase[- ]by[- ]case\b|\b(?:treating )?physicians? (?:should|must) consider\b|\bwaivers?\b|\bat the discretion of the sponsor\b|"
    r"\botros criterios\b.*\bprotocolo\b",
    re.IGNORECASE,
)
_MODIFIERS = re.compile(
    r"(?:(?:key|main|major|principal|general|specific|additional|other|patient|subject|participant|study|the)(?:'?s)?\s*){0,3}",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^(?:$|(?:for|of|in|para|de|at|by|to)\b|[(\[–—-]|(?:group|part|arm|cohort|phase|stage|grupo|parte)\b|\w+$)",
    re.IGNORECASE,
)
"""What may follow the name of a list that has no colon."""
MOST_HEADING_WORDS = 40
MOST_SHOUTED = 8
_FEW = 6
_LEAD = 3
_SENTENCE = 6


def glued_headings(text: str) -> list[str]:
    """A block parted where the heading of a list stands within a line."""
    return _GLUED.split(text)


def list_heading(words: str, *, signed: bool = False) -> tuple[Kind | None, str, str] | None:
    """The list that a block opens (None: it names both), its heading, and the words that follow on it; None if it opens none.

    `signed`: it stands in a list itself, where an item may well speak of exclusion.
    """
    plain = words.lstrip(_DECOR)
    found = _LISTS.match(plain[:240])
    if found is None or (legal(words) and not words.rstrip("*_ ").endswith(":")):
        return None
    lead = found["lead"].split()
    if re.search(r"\bexcept", found["lead"], re.IGNORECASE):
        return None
    tail = found["tail"].strip(_DECOR + ")]")
    named = re.search(_CRITERIA, found[0], re.IGNORECASE)
    colon = bool(found["colon"])
    whole = found.end() == len(plain.rstrip(_DECOR)) or not plain[found.end() :].strip(_DECOR)
    if signed and ((not (colon and whole) and (lead or tail or not named)) or not _MODIFIERS.fullmatch(" ".join(lead))):
        return None
    if not colon and (
        len(tail.split()) > _FEW or len(lead) > _LEAD or not _TAIL.match(tail) or not (named or not tail)
    ):
        return None
    if re.search(r"\b(?:not|meet\w*|no|fulfil\w*|any|if|does|do)\b", found["lead"], re.IGNORECASE) and not (
        colon and whole
    ):
        return None
    offset = len(words) - len(plain)
    end = offset + (found.end() if not whole else len(plain))
    kind = None if found["both"] else Kind.EXCLUSION if found["ex"] else Kind.INCLUSION
    return kind, words[:end].strip(), words[end:].strip()


def neutral_heading(words: str) -> Kind | None:
    """The list that words such as `Eligibility:` or `Not eligible:` open."""
    found = _NEUTRAL.match(words.strip(_DECOR))
    if found is None:
        return None
    negative = found["not"] or re.search(r"\b(?:not|cannot|no)\b", words, re.IGNORECASE)
    return Kind.EXCLUSION if negative else Kind.INCLUSION


def is_heading(words: str) -> bool:
    """Whether a block without a sign looks like a heading of what follows: by its colon, its letters or its decoration."""
    if len(words.split()) > MOST_HEADING_WORDS or "\n" in words:
        return False
    if words.rstrip(" *_").endswith(":"):
        return True
    letters = [one for one in words if one.isalpha()]
    shouted = len(letters) > _LEAD and all(one.isupper() for one in letters) and len(words.split()) <= MOST_SHOUTED
    return shouted or bool(re.match(r"^(?:\*\*|__|#+ ).+", words) and not words.rstrip("*_ ").endswith("."))


def names_group(words: str) -> bool:
    """Whether a heading speaks of a group of people or a part of the study."""
    return bool(_GROUP.search(words)) and not re.search(r"\bcharacteristics\b|\bconcurrent\b", words, re.IGNORECASE)


def says_all(words: str) -> bool:
    """Whether a heading only says that all that follows must hold."""
    return bool(_QUANTIFIED.search(words))


def says_none(words: str) -> bool:
    """`None`, `N/A`."""
    return bool(_NONE.match(words))


def joined_otherwise(words: str, kind: Kind) -> bool:
    """Whether what stands above a list joins its points in another way than such a list does."""
    return bool((_SOME if kind is Kind.INCLUSION else _ALL).search(words))


def opens_in_the_middle(words: str) -> bool:
    """Whether words above a list are a sentence of its own, and not the name of a topic."""
    return len(words.split()) >= _SENTENCE or bool(
        re.search(r"\b(?:except|following|salvo|siguientes)", words, re.IGNORECASE)
    )


def conjunction(words: str) -> bool:
    """Whether there is nothing but an `or` or an `and`."""
    return bool(_CONJUNCTION.match(words))


def footer(words: str) -> str:
    """What looks like a page's footer in a text."""
    found = _FOOTER.search(words)
    return found[0] if found else ""


def legal(words: str) -> str:
    """What reads like a sentence of law or policy, and no requirement of a person."""
    found = _LEGAL.search(words)
    return found[0] if found else ""
