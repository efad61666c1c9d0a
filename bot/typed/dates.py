"""The grammar of dates: a year, a month, a day, or last month become the days ago that they can mean."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from babel.dates import get_day_names, get_month_names

from bot.typed.places import Meant, Timing
from bot.typed.span import Span
from bot.typed.words import Words
from criteria.languages import LANGUAGES
from criteria.spelling import Key, Kind, Token, key

FIRST_YEAR = 1900
CENTURY = 100
LONGEST_PHRASE = 8
"""Words of a phrase that says no date."""
SHORTEST = 3
"""Letters of a shortened month."""
_RELATIVE = (
    *("today", "yesterday", "this-week", "last-week", "this-month", "last-month"),
    *("this-year", "last-year", "year-before-last", "season"),
)
_TWO_WEEKS = 14
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True)
class Days:
    """The days from `first` to `last`, or all before the first, or since; `doubt` where the year was not said."""

    first: date
    last: date
    doubt: bool = False
    limit: str = ""
    """`before` or `after` where the days only bound what was meant."""

    @property
    def ordinals(self) -> Meant:
        """The days themselves, counted from year 1, day 1."""
        low, high = (Fraction(day.toordinal()) for day in (self.first, self.last))
        return Meant(self._limited(low, high, Span(None, low), Span(low, None)), None, self.doubt)

    def ago(self, today: date) -> Meant:
        """The distance in days; a day more at either end, since the person's day may have another date."""
        low = Fraction(max((today - self.last).days - 1, 0))
        high = Fraction(max((today - self.first).days + 1, 1))
        before = Span(max(high - 2, Fraction(0)), None)
        return Meant(self._limited(low, high, before, Span(Fraction(0), high)), Timing.DATE, self.doubt)

    def _limited(self, low: Fraction, high: Fraction, before: Span, after: Span) -> Span:
        return {"before": before, "after": after}.get(self.limit, Span(low, high))


class Dates:
    """Reads dates in all languages."""

    def __init__(self, words: Words) -> None:
        self._months = _months(set(words.keys("filler-ago")))
        self._relative = {phrase: name for name in _RELATIVE for phrase in words.keys(name)} | {
            (name,): "weekday" for name in _weekdays()
        }
        self._limits = {phrase: name for name in ("before", "after") for phrase in words.keys(name)}
        self._or = set(words.keys("or"))
        self._doubt = set(words.keys("doubt"))
        plain = {phrase for name in ("date-filler", "filler-ago", "polite") for phrase in words.keys(name)}
        self._doubt |= set(words.keys("about")) - plain
        self._fillers = plain | self._doubt

    @property
    def words(self) -> Iterator[str]:
        """Every word of a date."""
        for phrases in (self._relative, self._limits, self._fillers, self._or):
            for phrase in phrases:
                yield from phrase
        yield from self._months

    def read(self, typed: Sequence[Token], called: Iterable[Key], today: date, *, short: bool = False) -> list[Days]:
        """The days that the date can mean, one for each way to read it; empty if it is no date.

        `short`: two figures alone may be a year, of this century or the last.
        """
        parts = self._parts(typed, set(called))
        if not parts:
            return []
        limit = str(parts.pop(0)) if parts[0] in ("before", "after") else ""
        doubt = "doubt" in parts
        parts = [part for part in parts if part != "doubt"]
        if short and len(parts) == 1 and isinstance(year := parts[0], int) and 0 <= year < CENTURY:
            return [
                *_year(FIRST_YEAR + year),
                *(_year(FIRST_YEAR + CENTURY + year) if year <= today.year % CENTURY else ()),
            ]
        return [replace(days, doubt=days.doubt or doubt, limit=limit) for days in _days(parts, today)]

    def _parts(self, typed: Sequence[Token], called: set[Key]) -> list[str | int] | None:
        """Numbers, `m5` for May, names of relative days and signs; None if anything else was typed."""
        texts = tuple(token.text for token in typed)
        found: list[str | int] = []
        at = 0
        while at < len(texts):
            length, part = self._part(texts[at:], typed[at], called)
            if not length:
                return None
            if part is not None:
                found.append(part)
            at += length
        return found

    def _part(self, texts: Key, first: Token, called: set[Key]) -> tuple[int, str | int | None]:
        """How many tokens one part takes, and what it says; a filler says nothing."""
        if first.kind is Kind.NUMBER:
            return 1, int(texts[0]) if texts[0].isdigit() else texts[0]
        if texts[0] in self._months:
            return 1, f"m{self._months[texts[0]]}"
        if texts[0] in ("/", "-"):
            return 1, texts[0]
        if texts[:1] in self._or:
            return 1, "or"
        for length in range(min(LONGEST_PHRASE, len(texts)), 0, -1):
            phrase = texts[:length]
            if known := self._relative.get(phrase) or self._limits.get(phrase):
                return length, known
            if phrase in self._fillers or phrase in called:
                return length, "doubt" if phrase in self._doubt else None
        return 0, None


def _weekdays() -> Iterator[str]:
    """The days of the week; what is meant is the last one, or the one before."""
    for language in LANGUAGES:
        yield from (key(name)[0] for name in get_day_names("wide", "format", language).values())


def _months(taken: set[Key]) -> dict[str, int]:
    """The names of months and their beginnings; what begins two months, or says something else, is none."""
    found: dict[str, int] = {}
    unclear: set[str] = {word[0] for word in taken}
    for language in LANGUAGES:
        names = [*get_month_names("wide", "format", language).items()]
        names += get_month_names("abbreviated", "format", language).items()
        for month, name in names:
            plain = key(name)[0]
            for short in {plain, *(plain[:length] for length in (SHORTEST, SHORTEST + 1))}:
                if found.setdefault(short, month) != month:
                    unclear.add(short)
    return {name: month for name, month in found.items() if name not in unclear}


def _days(parts: Sequence[str | int], today: date) -> Iterator[Days]:
    """Every reading of the parts of a date."""
    match list(parts):
        case [str(name)] if name.startswith("m"):
            yield from _latest_month(int(name[1:]), today)
        case [str(dotted)] if found := _DOTTED.fullmatch(dotted):
            yield from _numeric([int(part) for part in found.groups()])
        case [str(name)]:
            yield from _relative(name, today)
        case [str(month), "last-year"] | ["last-year", str(month)] if month.startswith("m"):
            yield from _month(today.year - 1, int(month[1:]))
        case [str(month), "this-year"] if month.startswith("m"):
            yield from _month(today.year, int(month[1:]))
        case [str(month), int(year)] | [int(year), str(month)] if month.startswith("m") and year >= FIRST_YEAR:
            yield from _month(year, int(month[1:]))
        case ["season", "this-year" | "last-year" as name] | ["this-year" | "last-year" as name, "season"]:
            yield from _season(today.year - (name == "last-year"))
        case ["season", int(year)] if year >= FIRST_YEAR:
            yield from _season(year)
        case ["year-before-last", str(month)] | [str(month), "year-before-last"] if month.startswith("m"):
            yield from _month(today.year - 2, int(month[1:]))
        case ["this-year", str(month)] if month.startswith("m"):
            yield from _month(today.year, int(month[1:]))
        case [int(one), "or" | "/" | "-", int(two)] if FIRST_YEAR <= one < two:
            yield from _years(one, two)
        case [int(day), str(month), int(year)] | [str(month), int(day), int(year)] if month.startswith("m"):
            yield from _day(year, int(month[1:]), day)
        case [int(day), str(month)] | [str(month), int(day)] if month.startswith("m"):
            yield from _latest_day(int(month[1:]), day, today)
        case [int(year)] if year >= FIRST_YEAR:
            yield from _year(year)
        case [int(one), "/" | "-", int(two)]:
            yield from _month(*((two, one) if two >= FIRST_YEAR else (one, two)))
        case [int(one), "/", int(two), "/", int(three)] | [int(one), "-", int(two), "-", int(three)]:
            yield from _numeric([one, two, three])


def _numeric(parts: Sequence[int]) -> Iterator[Days]:
    """Day, month and year in figures; day and month may stand either way round."""
    one, two, three = parts
    if one >= FIRST_YEAR:
        yield from _day(one, two, three)
        return
    year = three + 2000 if three < CENTURY else three
    yield from _day(year, two, one)
    if one != two:
        yield from _day(year, one, two)


def _day(year: int, month: int, day: int) -> Iterator[Days]:
    if _known(year, month) and 1 <= day <= monthrange(year, month)[1]:
        yield Days(date(year, month, day), date(year, month, day))


def _month(year: int, month: int) -> Iterator[Days]:
    if _known(year, month):
        yield Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _year(year: int) -> Iterator[Days]:
    if _known(year, 1):
        yield Days(date(year, 1, 1), date(year, 12, 31))


def _years(first: int, last: int) -> Iterator[Days]:
    if _known(last, 1):
        yield Days(date(first, 1, 1), date(last, 12, 31))


def _season(year: int) -> Iterator[Days]:
    """Summer and winter are not the same months in Spain and in Chile, and may begin in one year and end in another."""
    if _known(year - 1, 1) and _known(year + 1, 1):
        yield Days(date(year - 1, 12, 1), date(year + 1, 3, 31))


def _known(year: int, month: int) -> bool:
    return FIRST_YEAR <= year <= date.max.year and 1 <= month <= 12  # noqa: PLR2004 - the months of a year


def _latest_month(month: int, today: date) -> Iterator[Days]:
    """The last May that has begun; the year was not said."""
    for days in _month(today.year - (month > today.month), month):
        yield replace(days, doubt=True)


def _latest_day(month: int, day: int, today: date) -> Iterator[Days]:
    for days in _day(today.year - ((month, day) > (today.month, today.day)), month, day):
        yield replace(days, doubt=True)


def _relative(name: str, today: date) -> Iterator[Days]:
    monday = today - timedelta(days=today.weekday())
    before = today.replace(day=1) - timedelta(days=1)
    match name:
        case "today":
            yield Days(today, today)
        case "yesterday":
            yield Days(today - timedelta(days=1), today - timedelta(days=1))
        case "this-week":
            yield Days(monday - timedelta(days=1), today)
        case "last-week":
            yield Days(monday - timedelta(days=8), monday)
        case "this-month":
            yield Days(today.replace(day=1), today)
        case "last-month":
            yield from _month(before.year, before.month)
        case "this-year":
            yield Days(date(today.year, 1, 1), today)
        case "last-year":
            yield from _year(today.year - 1)
        case "year-before-last":
            yield from _year(today.year - 2)
        case "weekday":
            yield Days(today - timedelta(days=_TWO_WEEKS), today, doubt=True)
