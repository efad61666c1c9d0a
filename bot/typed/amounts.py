"""The grammar of amounts: terms in an order that makes sense become the range that was meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import NoReturn

from bot.typed.places import CALENDAR, DAYS, Timing
from bot.typed.span import Span, exactly, hull
from bot.typed.terms import Tag, Term
from criteria.expression import TimeUnit

ABOUT = Fraction(1, 10)
"""Share by which "about" may miss, to either side; a count or a whole value by one at least."""
HALF = Fraction(1, 2)
MOST_NUMBERS = 4
"""In one amount: between a year and a month, and two years and three months."""
TEN = 10
_BEFORE = frozenset(
    {Tag.NOT_LESS, Tag.NOT_MORE, Tag.LESS, Tag.MORE, Tag.FROM, Tag.UP_TO, Tag.ABOUT, Tag.ABOUT_SIGN, Tag.NEARLY}
)
_BEHIND = frozenset({Tag.OR_MORE, Tag.PLUS, Tag.OR_LESS, Tag.ABOUT, Tag.OVER})
_DOUBTFUL = frozenset({Tag.NOT_LESS, Tag.NOT_MORE, Tag.PLUS, Tag.ABOUT_SIGN, Tag.NEARLY, Tag.OVER})


@dataclass(frozen=True)
class Amount:
    """A range as it was said: in a unit of time, or in the question's own; `bare` where no unit was said."""

    span: Span
    unit: TimeUnit | None = None
    timing: Timing | None = None
    bare: bool = False
    doubt: bool = False


class _GrammarError(Exception):
    """The terms make no sense in this order."""


def amounts(terms: Sequence[Term]) -> Iterator[Amount]:
    """Every range that the terms can mean; none if they make no sense together."""
    doubt = any(term.tag is Tag.DOUBT or term.foreign for term in terms)
    kept = [term for term in terms if term.tag is not Tag.DOUBT]
    if sum(term.tag is Tag.NUMBER for term in kept) > MOST_NUMBERS:
        return
    for chosen in product(*(term.values or (None,) for term in kept)):
        fixed = [
            term if value is None else replace(term, values=(value,)) for term, value in zip(kept, chosen, strict=True)
        ]
        try:
            found = _Parser(fixed).whole()
        except _GrammarError:
            continue
        yield replace(found, doubt=found.doubt or doubt)


class _Parser:
    """Reads the terms from left to right, one rule a method."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms
        self._at = 0

    def whole(self) -> Amount:
        """All of the terms: one amount, a range of two, or two limits."""
        between = self._take(Tag.BETWEEN) is not None
        about = not between and self._ahead(Tag.ABOUT, Tag.NUMBER, (Tag.TO, Tag.OR)) and self._take(Tag.ABOUT)
        first = self._limited()
        if between:
            found = self._range(first) if self._take(Tag.AND, Tag.TO) else None
        elif self._take(Tag.TO, Tag.OR):
            found = self._range(first)
        elif self._take(Tag.AND):
            found = self._both(first)
        else:
            found = first
        if found is None or self._at < len(self._terms):
            raise _GrammarError
        return _roughly(found) if about else found

    def _range(self, first: Amount) -> Amount:
        first, second = _of_one_unit(first, self._limited())
        span = hull(_in_days(first), _in_days(second))
        if not _plain(first, second) or span is None:
            raise _GrammarError
        return Amount(
            span, second.unit and TimeUnit.DAYS, _joint(first, second), second.bare, first.doubt or second.doubt
        )

    def _both(self, first: Amount) -> Amount:
        """More than six months and less than a year."""
        first, second = _of_one_unit(first, self._limited())
        opposite = (first.span.low is None) != (second.span.low is None) and first.span.ends and second.span.ends
        open_ended = None in (first.span.low, first.span.high) and None in (second.span.low, second.span.high)
        both = _in_days(first).within(_in_days(second))
        if not (opposite and open_ended and both.holds_a_number(whole=False)):
            raise _GrammarError
        return Amount(
            both, second.unit and TimeUnit.DAYS, _joint(first, second), second.bare, first.doubt or second.doubt
        )

    def _limited(self) -> Amount:
        """An amount with its word of comparison, which stands before, behind, or before the unit."""
        if self._take(Tag.SEVERAL):
            unit = self._take(Tag.UNIT)
            return _compared(_of(Fraction(2), unit), Tag.PLUS) if unit else self._fail()
        if decade := self._take(Tag.DECADE):
            first = _only(decade.values[0])
            return Amount(Span(first, first + TEN, high_closed=False), bare=True)
        before = self._take(*_BEFORE)
        found, inner = self._quantity()
        behind = inner or self._take(*_BEHIND)
        if before and behind and not before.tag is behind.tag is Tag.ABOUT:
            raise _GrammarError
        limit = behind or before
        return found if limit is None else _compared(found, limit.tag)

    def _quantity(self) -> tuple[Amount, Term | None]:
        """A number with its unit, halves and smaller units; and a word of comparison between number and unit."""
        half = self._take(Tag.HALF)
        number = None if half else self._take(Tag.NUMBER)
        value = HALF if half else number.values[0] if number and number.values else None
        inner = None if half else self._take(*_BEHIND)
        if value is not None and value.denominator == 1 and (self._take(Tag.HALF) or self._and_half(Tag.UNIT)):
            value += HALF
        if value == 0 and self._tag(0) is Tag.UNIT and self._terms[self._at].unit:
            raise _GrammarError  # no months ago says rather "not at all"
        if number and number.unit:
            return Amount(exactly(_only(value)), number.unit, _timing(number.unit)), inner
        unit = self._take(Tag.UNIT)
        if unit is None:
            return Amount(exactly(_only(value)), bare=True), inner
        if value is None and (number or not self._peek(Tag.AND, Tag.HALF)):
            raise _GrammarError  # a unit without a number counts as one in "a year and a half" only
        amount = _of(Fraction(1) if value is None else value, unit)
        return self._with_more(amount, unit), inner

    def _with_more(self, amount: Amount, unit: Term) -> Amount:
        """And a half; and three months."""
        if not unit.unit:
            return amount
        if self._and_half(None):
            more = _of(HALF, unit)
            return replace(amount, span=exactly(_only(amount.span.low) + _only(more.span.low)))
        start = self._at
        self._take(Tag.AND)
        number, smaller = self._take(Tag.NUMBER), self._take(Tag.UNIT)
        if number and number.values and smaller and smaller.unit and DAYS[smaller.unit] < DAYS[unit.unit]:
            more = _of(number.values[0], smaller)
            total = _only(_in_days(amount).low) + _only(_in_days(more).low)
            return Amount(exactly(total), TimeUnit.DAYS, _joint(amount, more))
        self._at = start
        return amount

    def _and_half(self, then: Tag | None) -> bool:
        """Take "and a half", where the word after it is as asked."""
        if not self._peek(Tag.AND, Tag.HALF):
            return False
        if then is not None and self._tag(2) is not then:
            return False
        self._at += 2
        return True

    def _fail(self) -> NoReturn:
        raise _GrammarError

    def _tag(self, ahead: int) -> Tag | None:
        at = self._at + ahead
        return self._terms[at].tag if at < len(self._terms) else None

    def _ahead(self, first: Tag, second: Tag, third: tuple[Tag, ...]) -> bool:
        return self._peek(first, second) and self._tag(2) in third

    def _peek(self, *tags: Tag) -> bool:
        return all(self._tag(ahead) is tag for ahead, tag in enumerate(tags))

    def _take(self, *tags: Tag) -> Term | None:
        if self._tag(0) not in tags:
            return None
        self._at += 1
        return self._terms[self._at - 1]


def _roughly(amount: Amount) -> Amount:
    """About two to three months."""
    return replace(amount, span=amount.span.widened(Fraction(0), ABOUT))


def _of(value: Fraction, unit: Term) -> Amount:
    if unit.unit:
        return Amount(exactly(value), unit.unit, _timing(unit.unit))
    return Amount(exactly(value * unit.values[0]))


def _timing(unit: TimeUnit) -> Timing:
    return Timing.CALENDAR if unit in CALENDAR else Timing.COUNTED


def _in_days(amount: Amount) -> Span:
    """A time in days; any other amount as it is."""
    return amount.span.times(DAYS[amount.unit]) if amount.unit else amount.span


def _of_one_unit(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """Six to twelve months: one unit serves both."""
    if first.bare:
        return replace(first, unit=second.unit, timing=second.timing), second
    if second.bare:
        return first, replace(second, unit=first.unit, timing=first.timing, bare=False)
    return first, second


def _joint(first: Amount, second: Amount) -> Timing | None:
    return first.timing if first.timing is second.timing else Timing.MIXED


def _plain(*amounts: Amount) -> bool:
    return all(amount.span.low == amount.span.high for amount in amounts)


def _only(value: Fraction | None) -> Fraction:
    if value is None:
        raise _GrammarError
    return value


def _compared(amount: Amount, limit: Tag) -> Amount:
    value = _only(amount.span.low)
    more = Fraction(TEN if value >= TEN and value % TEN == 0 else 1)
    counted = not amount.unit and value.denominator == 1
    about = max(value * ABOUT, Fraction(1 if counted else 0))
    spans = {
        Tag.LESS: Span(None, value, high_closed=False),
        Tag.MORE: Span(value, None, low_closed=False),
        Tag.FROM: Span(value, None),
        Tag.NOT_LESS: Span(value, None),
        Tag.NOT_MORE: Span(None, value),
        Tag.OR_MORE: Span(value, None),
        Tag.PLUS: Span(value, None),
        Tag.UP_TO: Span(None, value),
        Tag.OR_LESS: Span(None, value),
        Tag.ABOUT: Span(value - about, value + about),
        Tag.ABOUT_SIGN: Span(value - about, value + about),
        Tag.NEARLY: Span(value * (1 - ABOUT), value, high_closed=False),
        Tag.OVER: Span(value, value + more, low_closed=False, high_closed=False),
    }
    return replace(amount, span=spans[limit], doubt=amount.doubt or limit in _DOUBTFUL)
