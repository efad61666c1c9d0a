"""A typed number, with its unit and words like "more than", becomes the interval it lies in; else nothing."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto

from bot.conversation.wording import Wording
from bot.typed.words import listed, plain
from criteria.expression import AnswerId
from criteria.languages import LANGUAGES
from criteria.model import Number
from criteria.number import Interval
from criteria.question import Question

DAYS = {"years": 365.25, "months": 30.4375, "weeks": 7.0, "days": 1.0}
WHOLE = {("years", "months"): 12.0, ("weeks", "days"): 7.0}
"""Conversions that are exact; over any other the number counts as about that."""
ABOUT = 0.1
NEARLY = 0.03
EARLIEST = timedelta(hours=14)
"""How far ahead of UTC clocks are where a new year comes first."""
YEAR = re.compile(r"(19|20)\d\d")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_FROM_TO = re.compile(r"(?<=\d)\s+a\s+(?=\d)")
"""The one small word that is a number in one language and not in another."""
_TAGS = ("more", "less", "from", "up-to", "between", "about", "years", "months", "weeks", "days", "and", "filler")


class Unread(Enum):
    """Why a typed number is no answer."""

    UNIT = auto()
    """Its unit is missing, and is not guessed."""
    UNCLEAR = auto()


@dataclass(frozen=True)
class Range:
    """Numbers from `low` to `high`; the ends belong to it where they are closed."""

    low: float
    high: float
    low_closed: bool = True
    high_closed: bool = True

    def times(self, factor: float) -> "Range":
        """The range in another unit."""
        return Range(self.low * factor, self.high * factor, self.low_closed, self.high_closed)

    def widened(self, share: float) -> "Range":
        """The range with some tolerance at its finite ends."""
        return Range(self.low * (1 - share), self.high * (1 + share), self.low_closed, self.high_closed)

    def within(self, other: "Range") -> "Range":
        """What both have in common; it may be empty."""
        low = max((self.low, not self.low_closed), (other.low, not other.low_closed))
        high = min((self.high, self.high_closed), (other.high, other.high_closed))
        return Range(low[0], high[0], not low[1], high[1])

    def holds_a_number(self, *, whole: bool) -> bool:
        """Whether it is not empty; `whole` if only whole numbers count. Its ends are finite."""
        if whole:
            first = math.ceil(self.low) if self.low_closed else math.floor(self.low) + 1
            last = math.floor(self.high) if self.high_closed else math.ceil(self.high) - 1
            return first <= last
        return self.low < self.high or (self.low == self.high and self.low_closed and self.high_closed)


def _range(interval: Interval, limits: Number) -> Range:
    """An interval, ending where the question's numbers end."""
    return Range(
        limits.from_ if interval.low is None else interval.low,
        limits.to if interval.high is None else interval.high,
        interval.low_closed,
        interval.high_closed,
    )


class Numbers:
    """Reads typed numbers in all languages."""

    def __init__(self, wording: Wording) -> None:
        tagged = [(plain(phrase), tag) for tag in _TAGS for phrase in listed(wording, tag)]
        figures = [
            (plain(word), value)
            for language in LANGUAGES
            for word, value in _figures(wording.say(language, "words-numbers"))
        ]
        self._phrases: list[tuple[str, str | tuple[float, str]]] = sorted(
            [*tagged, *figures], key=lambda pair: -len(pair[0])
        )

    def read(self, question: Question, text: str, hour: int) -> AnswerId | Unread:
        """The one interval that the typed number can mean."""
        limits = question.text.number
        if limits is None:
            return Unread.UNCLEAR
        typed, factor = _without_unit(limits, plain(text))
        tokens = self._tokens(typed)
        if tokens is None or not any(isinstance(token, tuple) for token in tokens):
            return Unread.UNCLEAR
        found = {_place(question, limits, one, factor, hour) for one in _readings(tokens)}
        return found.pop() if len(found) == 1 else Unread.UNCLEAR

    def _tokens(self, typed: str) -> list[str | tuple[float, ...]] | None:
        """Tags, and each number as the values it may mean; None if anything else was typed."""
        tokens: list[str | tuple[float, ...]] = []
        rest = _FROM_TO.sub(" - ", typed)
        while rest := rest.lstrip(" ,."):
            if number := _NUMBER.match(rest):
                tokens.append(_values(number.group()))
                rest = rest[number.end() :]
                continue
            phrase = next((pair for pair in self._phrases if _begins(rest, pair[0])), None)
            if phrase is None:
                return None
            word, meaning = phrase
            rest = rest[len(word) :]
            if isinstance(meaning, tuple):
                value, unit = meaning
                tokens.append((value,))
                tokens += [unit] if unit else []
            elif meaning != "filler":
                tokens.append(meaning)
        return tokens


def _figures(text: str) -> list[tuple[str, tuple[float, str]]]:
    """`one=1 | half a year=6 months` as pairs."""
    found = []
    for part in text.split("|"):
        word, _, value = part.partition("=")
        amount, _, unit = value.strip().partition(" ")
        found.append((word.strip(), (float(amount), unit)))
    return found


def _begins(rest: str, phrase: str) -> bool:
    after = rest[len(phrase) : len(phrase) + 1]
    return rest.startswith(phrase) and not (phrase[-1].isalpha() and after.isalpha())


def _values(typed: str) -> tuple[float, ...]:
    """What the digits may mean: 1.000 is one, or a thousand."""
    found = []
    if _THOUSANDS.fullmatch(typed):
        found.append(float(re.sub("[.,]", "", typed)))
    if len(re.findall("[.,]", typed)) <= 1:
        found.append(float(typed.replace(",", ".")))
    return tuple(found)


def _without_unit(limits: Number, typed: str) -> tuple[str, float | None]:
    """The text without the question's own unit, and by what to multiply; None where no unit was typed."""
    if isinstance(limits.unit, str):
        return typed, None
    known = {limits.unit: 1.0, **{other.unit: 1 / other.times for other in limits.also}}
    names = {
        name: factor
        for unit, factor in known.items()
        for language in LANGUAGES
        for name in _spellings(unit.in_(language))
    }
    for name in sorted(names, key=len, reverse=True):
        ending = re.search(r"(?<![a-z/])" + r"\s*".join(map(re.escape, name)) + "$", typed)
        if ending:
            return typed[: ending.start()].rstrip(), names[name]
    return typed, None


def _spellings(unit: str) -> list[str]:
    """A unit without blanks, and without a reference area behind it (mL/min for mL/min/1.73 m²)."""
    whole = plain(unit).replace(" ", "")
    short = re.split(r"/?\d", whole)[0]
    return [whole, short] if len(short) > 2 else [whole]  # noqa: PLR2004


Reading = tuple[Range, str]


def _readings(tokens: list[str | tuple[float, ...]]) -> Iterable[Reading | None]:
    """Every range that the tokens can mean, each with the unit that was typed, or an empty one."""
    numbers = [token for token in tokens if isinstance(token, tuple)]
    units = [token for token in tokens if isinstance(token, str) and token in DAYS]
    signs = [token for token in tokens if isinstance(token, str) and token not in DAYS]
    if len(set(units)) > 1 or not numbers:
        return [None]
    unit = units[0] if units else ""
    if len(numbers) == 2 and set(signs) <= {"between", "and"} and signs:  # noqa: PLR2004
        return [(Range(low, high), unit) if low < high else None for low in numbers[0] for high in numbers[1]]
    if len(numbers) != 1 or len(signs) > 1:
        return [None]
    return [_signed(value, signs[0] if signs else "", unit) for value in numbers[0]]


def _signed(value: float, sign: str, unit: str) -> Reading | None:
    ranges = {
        "": Range(value, value),
        "more": Range(value, math.inf, low_closed=False),
        "from": Range(value, math.inf),
        "less": Range(-math.inf, value, high_closed=False),
        "up-to": Range(-math.inf, value),
        "about": Range(value * (1 - ABOUT), value * (1 + ABOUT)),
    }
    return (ranges[sign], unit) if sign in ranges else None


def _place(
    question: Question, limits: Number, reading: Reading | None, factor: float | None, hour: int
) -> AnswerId | Unread:
    if reading is None:
        return Unread.UNCLEAR
    meant = _in_unit(limits, *reading, factor, hour)
    if isinstance(meant, Unread):
        return meant
    ends = [end for end in (meant.low, meant.high) if math.isfinite(end)]
    if any(not limits.from_ <= end <= limits.to for end in ends) or (limits.whole and any(end % 1 for end in ends)):
        return Unread.UNCLEAR
    found = [
        key
        for key, interval in question.intervals.items()
        if meant.within(_range(interval, limits)).holds_a_number(whole=limits.whole)
    ]
    return found[0] if len(found) == 1 else Unread.UNCLEAR


def _in_unit(limits: Number, meant: Range, unit: str, factor: float | None, hour: int) -> Range | Unread:
    """The range in the question's own unit."""
    if not isinstance(limits.unit, str):
        if factor is None and limits.also:
            return Unread.UNIT
        return Unread.UNCLEAR if unit else meant.times(factor or 1.0)
    own = limits.unit.removesuffix("_ago")
    if not limits.ago:
        return meant if unit in ("", own) else Unread.UNCLEAR
    if not unit:
        return _since_year(meant, own, hour) or Unread.UNIT
    if (unit, own) in WHOLE or unit == own:
        return meant.times(WHOLE.get((unit, own), 1.0))
    return meant.times(DAYS[unit] / DAYS[own]).widened(NEARLY)


def _since_year(meant: Range, own: str, hour: int) -> Range | None:
    """How long ago a year was, from its last day to its first; None for what is no year."""
    if meant.low != meant.high or not YEAR.fullmatch(f"{meant.low:g}"):
        return None
    now, year = datetime.fromtimestamp(hour * 3600, UTC), int(meant.low)
    first, last = datetime(year, 1, 1, tzinfo=UTC), datetime(year, 12, 31, tzinfo=UTC)
    if first > now + EARLIEST:
        return None
    ago = [max((now - day).days, 0) / DAYS[own] for day in (last, first)]
    return Range(ago[0], ago[1])
