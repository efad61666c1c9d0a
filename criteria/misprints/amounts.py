"""The amounts that a text names: numbers, distances in time, and values in a question's units."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from criteria.document import read
from criteria.expression import TimeUnit
from criteria.languages import Language
from criteria.line import converted
from criteria.model.text import Strict

WORDS_FILE = Path(__file__).parent / "amounts.yaml"
_DIGITS = r"\d+(?:[.,]\d+)*"
_ALONE = r"(?<![\w.,^])(?<![^\W\d_][-\u2013/])"
"""That no letter, digit or sign before a number makes it a part of a name or a unit: `COVID-19`, `10^9`; not so `140/90`."""
_ENDS = r"(?![\w^]|[.,]\d|[-\u2013/][^\W\d_])"
"""That none does behind it: `24-hour`, `10^9`, `1.73x`."""
_YEARS = range(1900, 2101)
"""Whole numbers that name a year, such as that of a classification."""
_NEAR = 0.05
"""By so much may days and months differ that mean the same: 30 days and 1 month."""
_ROUNDED = 0.02
"""By so much may a value in another unit be rounded: `about 113 mg/mmol`."""


class Words(Strict):
    """How a language tells an amount."""

    numbers: dict[str, int]
    units: dict[TimeUnit, tuple[str, ...]]
    last: tuple[str, ...]
    between: tuple[str, ...]
    how_many: tuple[str, ...]
    lasting: tuple[str, ...]


@dataclass(frozen=True)
class Amount:
    """A number in a text."""

    written: str
    values: frozenset[float]
    """What it may be: `1.040` is read in two ways; a value in another unit has been converted."""
    units: frozenset[TimeUnit | None] = frozenset({None})
    """The unit of time that follows it; None where none does."""
    word: bool = False
    """Whether it is no figure and may count nothing: `one of these two`, `the last month`."""
    rounded: bool = False

    def means(self, value: float, unit: TimeUnit | None) -> bool:
        """Whether this is a value; a bare number may be of any unit."""
        return any(self._same(mine, own, value, unit) for mine in self.values for own in self.units)

    def like(self, other: "Amount") -> bool:
        """Whether another text's amount may be the same."""
        return any(self.means(value, unit) for value in other.values for unit in other.units)

    def _same(self, mine: float, own: TimeUnit | None, value: float, unit: TimeUnit | None) -> bool:
        if own is None or unit is None or own is unit:
            return math.isclose(mine, value, rel_tol=_ROUNDED if self.rounded else 1e-9)
        return math.isclose(converted(mine, own, unit), value, rel_tol=_NEAR)


@cache
def words() -> Mapping[Language, Words]:
    """How each language tells an amount."""
    return TypeAdapter(dict[str, Words]).validate_python(read(WORDS_FILE, WORDS_FILE.name).value, strict=False)


def amounts(text: str, language: Language, units: Iterable[tuple[str, float]] = ()) -> list[Amount]:
    """What a text names; `units`: how a question's values are told, and what one of its own unit is in each."""
    found = []
    for unit, times in sorted(units, key=lambda one: -len(one[0])):
        pattern = re.compile(rf"{_ALONE}({_DIGITS})\s*{re.escape(unit)}(?!\w)", re.IGNORECASE)
        found += [
            Amount(one[0], frozenset(value / times for value in _readings(one[1])), rounded=times != 1)
            for one in pattern.finditer(text)
        ]
        text = re.sub(rf"(?<!\w){re.escape(unit)}(?!\w)", " ", pattern.sub(" ", text), flags=re.IGNORECASE)
    return [*found, *_plain(text, language)]


def asked_unit(text: str, language: Language) -> TimeUnit | None:
    """The unit that a question asks for: how many weeks; None if it does not say."""
    known = words().get(language)
    if known is None:
        return None
    for unit, names in known.units.items():
        if re.search(rf"\b{_any(known.how_many)} {_any(names)}\b", text, re.IGNORECASE):
            return unit
    return None


def asks_how_long(text: str, language: Language) -> bool:
    """Whether a question asks how long something lasts, and not how long ago it was."""
    known = words().get(language)
    return known is not None and re.search(rf"\b{_any(known.lasting)}\b", text, re.IGNORECASE) is not None


def _plain(text: str, language: Language) -> Iterator[Amount]:
    known = words().get(language)
    for one in _pattern(language).finditer(text):
        unit = _unit(known, one["unit"]) if known and one["unit"] else None
        for at, number in enumerate((one["first"], one["second"])):
            if number is None:
                continue
            word = known is not None and number.lower() in known.numbers
            values = frozenset({float(known.numbers[number.lower()])}) if known and word else _readings(number)
            if unit is None and not word and values <= set(map(float, _YEARS)):
                continue
            open_ = one["second"] is not None and at == 0 and unit is not None
            yield Amount(
                _told(one, number), values, frozenset({unit, None} if open_ else {unit}), word and unit is None
            )
    if known:
        for one in re.finditer(rf"\b{_any(known.last)} ({_any_of(known.units.values())})\b", text, re.IGNORECASE):
            yield Amount(one[0], frozenset({1.0}), frozenset({_unit(known, one[1])}), word=True)


def _told(one: re.Match[str], number: str) -> str:
    return f"{number} {one['unit']}" if one["unit"] else number


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """A number or two, and the unit of time that follows."""
    known = words().get(language)
    number = _DIGITS if known is None else rf"{_DIGITS}|\b{_any(known.numbers)}\b"
    unit = "" if known is None else rf"(?:[\s-]+(?P<unit>{_any_of(known.units.values())})\b)?"
    between = "[-\u2013]" if known is None else rf"[-\u2013]|{_any(known.between)}"
    if known is None:
        unit = "(?P<unit>(?!))?"
    return re.compile(
        rf"{_ALONE}(?P<first>{number})(?:\s*(?:{between})\s*(?P<second>{number}){_ENDS})?{unit}{_ENDS}",
        re.IGNORECASE,
    )


def _unit(known: Words | None, word: str) -> TimeUnit | None:
    return next((unit for unit, names in known.units.items() if word.lower() in names), None) if known else None


def _any(names: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})"


def _any_of(groups: Iterable[Iterable[str]]) -> str:
    return _any(name for names in groups for name in names)


def _readings(digits: str) -> frozenset[float]:
    """What digits with points and commas may be: `1.040` is 1.04 or 1040."""
    found = set()
    for decimal, thousands in ((".", ","), (",", ".")):
        if thousands not in digits or re.fullmatch(rf"\d{{1,3}}(\{thousands}\d{{3}})+(\{decimal}\d+)?", digits):
            text = digits.replace(thousands, "").replace(decimal, ".")
            found |= {float(text)} if text.count(".") <= 1 else set()
    return frozenset(found)
