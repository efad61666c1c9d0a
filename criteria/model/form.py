"""Short values that have a form of their own: ids, numbers of items, addresses, days."""

import keyword
import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo, WithJsonSchema

from criteria.model.text import in_each

RESERVED = frozenset({"at_least", "never", "unsure", "yes", "no", "true", "false"})
LONGEST_ID = 40


def _identifier(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", value):
        raise ValueError(f"`{value[:60]}` is no id: use small letters a-z, digits and _, beginning with a letter")
    if len(value) > LONGEST_ID:
        raise ValueError(f"`{value[:60]}` is too long for an id: at most {LONGEST_ID} characters")
    if value in RESERVED or keyword.iskeyword(value):
        raise ValueError(f"`{value}` has a meaning of its own in rules: use another id")
    return value


def _study_id(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{2,31}", value):
        raise ValueError(
            f"`{value[:60]}` is no registry id: use letters, digits and -, 3 to 32 of them, like NCT03673748"
        )
    return value


def one_or_list(value: object) -> object:
    """One text counts as a list of one."""
    return [value] if isinstance(value, str) else value


def or_one(schema: dict[str, Any]) -> None:
    """For editors: one text counts as a list of one."""
    many = {key: schema.pop(key) for key in ("type", "items", "minItems", "maxItems") if key in schema}
    schema["anyOf"] = [many["items"], many]


def exactly_one(*fields: str) -> Callable[[dict[str, Any]], None]:
    """For editors: just one of these fields belongs into a group."""

    def add(schema: dict[str, Any]) -> None:
        schema["oneOf"] = [{"required": [field]} for field in fields]

    return add


def _item(value: str) -> str:
    if value != "header" and not re.fullmatch(r"(inclusion|exclusion) [0-9]+[a-z]?", value):
        raise ValueError(f"`{value[:60]}` is no item of a record: write `inclusion 3`, `exclusion 5a` or `header`")
    return value


def _number_of_item(value: str) -> str:
    if not re.fullmatch(r"[0-9]+[a-z]?", value):
        raise ValueError(f'`{value[:60]}` is no number of an item: write it in quotes, like "3" or "3a"')
    return value


def _pin(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*@[1-9][0-9]{0,3}", value):
        raise ValueError(f"`{value[:60]}` names no version of a common question: write it like age@1")
    return value


def _https(value: str) -> str:
    """An address whose host is what it looks like: plain letters, no user's name before it, no sign that hides it."""
    if not re.fullmatch(r"https://[^\s\"'<>]+", value):
        raise ValueError(f"`{value[:60]}` is no address: it begins with https:// and holds no blank")
    host = re.split(r"[/?#\\]", value.removeprefix("https://"), maxsplit=1)[0]
    if "@" in host:
        raise ValueError("the address names a user before its host (`@`): take that out")
    if not re.fullmatch(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*(?::[0-9]{1,5})?", host):
        raise ValueError(f"`{host[:60]}` is no host: write it in plain letters a-z, digits, - and dots")
    if not value.isascii() or "\\" in value:
        raise ValueError("the address holds a sign that is not plain ASCII, or a backslash: write it with %-codes")
    return value


def day_or_text(value: object, info: ValidationInfo) -> object:
    """Refuse what is neither a date nor a text."""
    if not isinstance(value, dict | date) and not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        raise ValueError(f"write a date like 2026-01-30, or a text in {in_each(info)}")
    return value


def _language_code(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2}", value):
        raise ValueError(f"`{value[:20]}` is no code of a language: write two small letters, like es")
    return value


def _formed(pattern: str, what: str) -> AfterValidator:
    """That a value has a form; `what` says which."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"`{value[:60]}` is not {what}")
        return value

    return AfterValidator(check)


def _looks(pattern: str) -> WithJsonSchema:
    """What a value looks like, for editors; its validator says it in words."""
    return WithJsonSchema({"type": "string", "pattern": f"^({pattern})$"})


Pin = Annotated[str, AfterValidator(_pin), _looks("[a-z][a-z0-9_]*@[1-9][0-9]{0,3}")]
Id = Annotated[str, AfterValidator(_identifier), _looks("[a-z][a-z0-9_]{0,39}")]
StudyId = Annotated[str, AfterValidator(_study_id), _looks("[A-Za-z0-9][A-Za-z0-9-]{2,31}")]
LanguageCode = Annotated[str, AfterValidator(_language_code), _looks("[a-z]{2}")]
Url = Annotated[str, Field(max_length=400), AfterValidator(_https)]
Item = Annotated[str, AfterValidator(_item), _looks("header|(inclusion|exclusion) [0-9]+[a-z]?")]
ItemNumber = Annotated[str, AfterValidator(_number_of_item), _looks("[0-9]+[a-z]?")]
_PHONE = r"\+[0-9]{1,3}( ?[0-9]{1,5}){2,6}"
_MAIL = r"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,40}\.){1,5}[A-Za-z]{2,24}"
_WEEKDAY, _HOUR = r"(mo|tu|we|th|fr|sa|su)", r"([01][0-9]|2[0-3]):[0-5][0-9]"
_HOURS = f"{_WEEKDAY}(-{_WEEKDAY})? {_HOUR}-{_HOUR}"
_FINGERPRINT = "[0-9a-f]{16}"
Phone = Annotated[
    str, _formed(_PHONE, "a telephone number: write it like +34 983 420 400, and nothing else"), _looks(_PHONE)
]
Mail = Annotated[
    str, _formed(_MAIL, "a mail address: write it like study@example.org, and nothing else"), _looks(_MAIL)
]
OpenHours = Annotated[
    str,
    _formed(_HOURS, "a time of the week: write `mo-fr 09:00-14:00` or `sa 10:00-12:00`, and nothing else"),
    _looks(_HOURS),
]
"""Days and hours; the days are mo, tu, we, th, fr, sa, su."""
Fingerprint = Annotated[
    str,
    _formed(_FINGERPRINT, "a fingerprint: copy the 16 letters and digits from the script's footer"),
    _looks(_FINGERPRINT),
]
Day = Annotated[date, Field(strict=False)]
RuleText = Annotated[str, Field(min_length=1)]
