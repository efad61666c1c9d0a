"""A typed number, time or date becomes the interval that it lies in; else why it does not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from bot.typed.amounts import Amount, amounts
from bot.typed.dates import Dates
from bot.typed.places import DAYS, Meant, places, plausible, possible
from bot.typed.reading import Hint
from bot.typed.same import Same
from bot.typed.span import Span, exactly
from bot.typed.terms import Tag, Vocabulary
from bot.typed.words import Words
from criteria.expression import AnswerId, TimeUnit
from criteria.languages import Language
from criteria.model.called import keys_of
from criteria.question import Question
from criteria.spelling import Key, Kind, Token

OLDEST = 120
"""Years; a year of birth further back is none."""
EARLIEST = timedelta(hours=14)
"""How far ahead of UTC clocks are where a new year comes first."""


@dataclass(frozen=True)
class Landed:
    """The interval that was meant; `doubt` where it has to be asked first."""

    answer: AnswerId
    doubt: bool


class Numbers:
    """Reads the typed numbers, times and dates of one question."""

    def __init__(self, question: Question, words: Words, dates: Dates) -> None:
        self._question = question
        self._number = question.text.number
        self._vocabulary = Vocabulary(self._number, words) if self._number else None
        self._dates = dates
        self._same = Same(words)
        self._born = set(words.keys("born"))
        self._called = list(keys_of(self._number.say) if self._number else ())

    @property
    def words(self) -> Iterable[str]:
        """Every word that may stand in an answer."""
        if self._vocabulary:
            yield from self._vocabulary.words
        if self._number is None or self._number.ago or self._number.unit == "years":
            yield from self._dates.words

    def read(self, typed: Sequence[Token], language: Language, hour: int) -> Landed | Hint:
        """The one interval that the whole text can mean, as it was written or in other words."""
        found = self._read(typed, language, hour)
        other = self._same.rewritten(typed) if isinstance(found, Hint) else list(typed)
        return found if other == list(typed) else self._read(other, language, hour)

    def _read(self, typed: Sequence[Token], language: Language, hour: int) -> Landed | Hint:
        if meant := self._dated(typed, hour):
            return self._landed(meant)
        terms = self._vocabulary.terms(typed, language) if self._vocabulary else None
        if not terms:
            return Hint.NUMBER if typed and typed[0].kind is Kind.NUMBER else Hint.UNCLEAR
        if any(term.tag is Tag.NUMBER and not term.values for term in terms):
            return Hint.NUMBER
        said = [one for one in amounts(terms) if not self._is_part(one)]
        if any(amount.bare and self._wants_unit for amount in said):
            return Hint.UNIT
        if not said:
            return Hint.NUMBER if terms[0].tag is Tag.NUMBER else Hint.UNCLEAR
        return self._landed(list(map(self._meant, said)))

    def _meant(self, amount: Amount) -> Meant:
        """The amount in the question's own unit, and a time in days; of an age, full years count: 34 and a half is 34."""
        span = amount.span.times(DAYS[amount.unit]) if amount.unit else amount.span
        if self._number is None or self._number.unit != "years":
            return Meant(span, amount.timing, amount.doubt)
        years = span.times(1 / DAYS[TimeUnit.YEARS]) if amount.unit else span
        if years.low is not None and years.low == years.high:
            years = exactly(Fraction(years.low // 1))
        return Meant(years, None, amount.doubt)

    def _is_part(self, amount: Amount) -> bool:
        """Whether it is months alone, where an age is asked: they count behind years only."""
        return self._number is not None and self._number.unit == "years" and amount.unit is TimeUnit.MONTHS

    def _dated(self, typed: Sequence[Token], hour: int) -> list[Meant]:
        """What a date means: a day, how long ago it was, or the age of who was born then."""
        today = datetime.fromtimestamp(hour * 3600, UTC).date()
        latest = (datetime.fromtimestamp(hour * 3600, UTC) + EARLIEST).date()
        if self._number is None:
            return [days.ordinals for days in self._dates.read(typed, (), today)]
        if self._number.ago:
            found = self._dates.read(typed, self._called, today)
            return [days.ago(today) for days in found if days.first <= latest]
        if self._number.unit != "years" or not any(token.kind is Kind.NUMBER for token in typed):
            return []
        born = next((size for size in range(len(typed), 0, -1) if _texts(typed[:size]) in self._born), 0)
        said = self._dates.read(typed[born:], (), today, short=bool(born))
        found = [days for days in said if not (days.limit or days.doubt)]
        ages = (_age(days.ago(today), doubt=not born) for days in found if days.last <= today)
        return [age for age in ages if (age.span.low or 0) <= OLDEST]

    @property
    def _wants_unit(self) -> bool:
        return self._number is not None and (self._number.ago or bool(self._number.also))

    def _landed(self, meant: Sequence[Meant]) -> Landed | Hint:
        """The answer that all readings agree on, after those that cannot be or are unlikely."""
        if not (able := [one for one in meant if possible(self._question, one)]):
            return Hint.NUMBER
        if not (likely := [one for one in able if plausible(self._question, one)]):
            return Hint.PLAUSIBLE
        found = {answer for one in likely for answer in places(self._question, one)}
        if len(found) != 1:
            return Hint.BUTTONS
        return Landed(found.pop(), any(one.doubt for one in likely))


def _age(ago: Meant, *, doubt: bool) -> Meant:
    """Full years since a date of birth."""
    low, high = (Fraction((end or Fraction(0)) // DAYS[TimeUnit.YEARS]) for end in (ago.span.low, ago.span.high))
    return Meant(Span(low, high), None, doubt)


def _texts(typed: Sequence[Token]) -> Key:
    return tuple(token.text for token in typed)
