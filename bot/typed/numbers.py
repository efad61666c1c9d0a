"""A typed number, time or date becomes the interval that it lies in; else why it does not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.typed.amounts import Amount, amounts
from bot.typed.dates import Dates
from bot.typed.places import DAYS, Meant, places, plausible, possible
from bot.typed.reading import Hint
from bot.typed.span import Span
from bot.typed.terms import Tag, Term, Vocabulary
from bot.typed.words import Words
from criteria.condition import Question
from criteria.expression import AnswerId
from criteria.model import LANGUAGES, Language, Number
from criteria.spelling import Key, Kind, Token, key

OLDEST = 120
"""Years; a year of birth further back is none."""


@dataclass(frozen=True)
class Landed:
    """The interval that was meant; `doubt` where it has to be asked first."""

    answer: AnswerId
    doubt: bool


class Numbers:
    """Reads the typed numbers of one question."""

    def __init__(self, question: Question, number: Number, words: Words, dates: Dates) -> None:
        self._question = question
        self._number = number
        self._vocabulary = Vocabulary(number, words)
        self._dates = dates
        self._born = set(words.keys("born"))
        self._called = [key(word) for language in LANGUAGES for word in number.say.get(language, ())]

    @property
    def words(self) -> Iterable[str]:
        """Every word that may stand in an answer."""
        yield from self._vocabulary.words
        if self._number.ago or self._number.unit == "years":
            yield from self._dates.words

    def read(self, typed: Sequence[Token], language: Language, hour: int) -> Landed | Hint:
        """The one interval that the whole text can mean."""
        meant = self._dated(typed, hour)
        terms = [] if meant else self._vocabulary.terms(typed, language)
        if terms is None or not (meant or terms):
            return Hint.NUMBER if _begins_with_a_number(typed) else Hint.UNCLEAR
        if any(term.tag is Tag.NUMBER and not term.values for term in terms):
            return Hint.NUMBER
        said = list(amounts(terms))
        if any(self._lacks_unit(amount) for amount in said):
            return Hint.UNIT
        meant = meant or [_meant(amount) for amount in said]
        return self._landed(meant) if meant else _nothing(terms)

    def _dated(self, typed: Sequence[Token], hour: int) -> list[Meant]:
        """What a date means: how long ago, or the age of who was born then."""
        if self._number.ago:
            return self._dates.read(typed, self._called, hour)
        if self._number.unit != "years":
            return []
        born = next((size for size in range(len(typed), 0, -1) if _texts(typed[:size]) in self._born), 0)
        if not any(token.kind is Kind.NUMBER for token in typed):
            return []
        found = self._dates.read(typed[born:], (), hour)
        ages = (_age(meant, doubt=not born) for meant in found if _ends(meant) and not meant.doubt)
        return [age for age in ages if 0 <= (age.span.low or 0) <= OLDEST]

    def _lacks_unit(self, amount: Amount) -> bool:
        return amount.unit is None and (self._number.ago or bool(self._number.also))

    def _landed(self, meant: Sequence[Meant]) -> Landed | Hint:
        """The answer that all readings agree on, after those that cannot be or are unlikely."""
        if not (able := [one for one in meant if possible(self._number, one)]):
            return Hint.NUMBER
        if not (likely := [one for one in able if plausible(self._number, one)]):
            return Hint.PLAUSIBLE
        found = {answer for one in likely for answer in places(self._question, one)}
        if len(found) != 1:
            return Hint.BUTTONS
        return Landed(found.pop(), any(one.doubt for one in likely))


def _meant(amount: Amount) -> Meant:
    if not amount.unit:
        return Meant(amount.span, None, amount.doubt)
    return Meant(amount.span.times(DAYS[amount.unit]), amount.timing, amount.doubt)


def _age(ago: Meant, *, doubt: bool) -> Meant:
    """Full years since a date of birth."""
    low, high = ((end or Fraction(0)) // DAYS["years"] for end in (ago.span.low, ago.span.high))
    return Meant(Span(Fraction(low), Fraction(high)), None, doubt or ago.doubt)


def _ends(meant: Meant) -> bool:
    return meant.span.low is not None and meant.span.high is not None


def _texts(typed: Sequence[Token]) -> Key:
    return tuple(token.text for token in typed)


def _begins_with_a_number(typed: Sequence[Token]) -> bool:
    return bool(typed) and typed[0].kind is Kind.NUMBER


def _nothing(terms: Sequence[Term]) -> Hint:
    """Words of amounts in an order that makes no sense."""
    return Hint.NUMBER if terms[0].tag is Tag.NUMBER else Hint.UNCLEAR
