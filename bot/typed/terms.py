"""The words of an amount: what was typed becomes numbers, units and words of comparison, or nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from bot.typed.digits import in_words, values
from bot.typed.places import DAYS
from bot.typed.units import units_of
from bot.typed.words import Words
from criteria.expression import TimeUnit
from criteria.languages import Language
from criteria.model import Number
from criteria.model.called import keys_of
from criteria.spelling import Key, Kind, Token


class Tag(Enum):
    """What a term does in an amount."""

    UNIT = "unit"
    NUMBER = "number"
    ARTICLE = "article"
    """A word for one that counts before a unit only."""
    SEVERAL = "several"
    """Two or more, before a unit."""
    HALF = "half"
    DECADE = "decade"
    """In one's forties: ten numbers at once."""
    LESS = "less"
    MORE = "more"
    NOT_LESS = "not-less"
    NOT_MORE = "not-more"
    FROM = "from"
    OR_MORE = "or-more"
    PLUS = "plus"
    UP_TO = "up-to"
    OR_LESS = "or-less"
    ABOUT = "about"
    ABOUT_SIGN = "about-sign"
    NEARLY = "nearly"
    OVER = "over"
    BETWEEN = "between"
    TO = "to"
    AND = "and"
    OR = "or"
    EQUALS = "equals"
    DOUBT = "doubt"
    FILLER = "filler"


_LISTS = [tag for tag in Tag if tag not in (Tag.NUMBER, Tag.UNIT, Tag.FILLER, Tag.DECADE)]
_BEFORE = frozenset(
    {Tag.LESS, Tag.MORE, Tag.FROM, Tag.UP_TO, Tag.ABOUT, Tag.ABOUT_SIGN, Tag.NEARLY, Tag.BETWEEN, Tag.NUMBER}
)
"""What may follow a sign of equality."""


_SILENT = frozenset({Tag.FILLER, Tag.EQUALS})


@dataclass(frozen=True)
class Term:
    """One number, unit or word of comparison."""

    tag: Tag
    values: tuple[Fraction, ...] = ()
    """Of a number: what it may mean. Of a unit of a value: by what to multiply."""
    unit: TimeUnit | None = None
    """Of a unit of time."""
    foreign: bool = False
    """Whether a number was written in words of another language than the chat's."""


class Vocabulary:
    """The phrases that may stand in an amount of one question."""

    def __init__(self, number: Number, words: Words) -> None:
        self._whole = number.whole
        self._decimal = set(words.keys("decimal"))
        self._phrases: dict[Key, list[Term]] = {}
        for tag in _LISTS:
            self._add(words.keys(tag.value), Term(tag, (Fraction(1),) if tag is Tag.ARTICLE else ()))
        kind = "ago" if number.ago else "years" if number.unit == "years" else "value"
        called = keys_of(number.say)
        for known in (words.keys("polite"), words.keys(f"filler-{kind}"), called):
            self._add(known, Term(Tag.FILLER))
        self._add_units(number, words)
        self._add_numbers(number, words)
        self._longest = max(map(len, self._phrases))

    @property
    def words(self) -> Iterator[str]:
        """Every word of a phrase."""
        for phrase in (*self._phrases, *self._decimal):
            yield from phrase

    def _add(self, phrases: Iterable[Key], term: Term) -> None:
        for phrase in phrases:
            options = self._phrases.setdefault(phrase, [])
            if term not in options:
                options.append(term)

    def _add_units(self, number: Number, words: Words) -> None:
        if number.unit == "years":
            units: Iterable[TimeUnit] = (TimeUnit.YEARS, TimeUnit.MONTHS)
        else:
            units = DAYS if number.ago else ()
        for unit in units:
            self._add(words.keys(unit.value), Term(Tag.UNIT, unit=unit))
        for spelling, factor in units_of(number, words).items():
            self._add([spelling], Term(Tag.UNIT, (factor,)))

    def _add_numbers(self, number: Number, words: Words) -> None:
        """Words for a number that carries its own unit of time count where times are asked only."""
        for phrase, value in words.values("numbers"):
            amount, _, unit = value.partition(" ")
            if not unit or number.ago:
                self._add([phrase], Term(Tag.NUMBER, (Fraction(amount),), TimeUnit(unit) if unit else None))
        for phrase, value in () if number.ago else words.values("decade"):
            parts = [(), *words.keys("decade-part")]
            self._add([(*part, *phrase) for part in parts], Term(Tag.DECADE, (Fraction(value),)))

    def terms(self, typed: Sequence[Token], language: Language) -> list[Term] | None:
        """The terms of a text in order, without fillers; None if anything else was typed."""
        found: list[Term] = []
        at = 0
        while at < len(typed):
            length, options = self._options(typed[at:], language)
            term = _chosen(options, found, self._next(typed[at + length :], language)) if length else None
            if term is None:
                return None
            found.append(replace(term, tag=Tag.NUMBER) if term.tag is Tag.ARTICLE else term)
            at += length
        return None if _split(found) else [term for term in found if term.tag not in _SILENT]

    def _next(self, rest: Sequence[Token], language: Language) -> frozenset[Tag]:
        return frozenset(option.tag for option in self._options(rest, language)[1])

    def _options(self, rest: Sequence[Token], language: Language) -> tuple[int, list[Term]]:
        """How many tokens the longest phrase takes, and what it may be."""
        if not rest:
            return 0, []
        if spoken := self._decimals(rest, language):
            return spoken
        texts = tuple(token.text for token in rest[: self._longest])
        length = next((size for size in range(len(texts), 0, -1) if texts[:size] in self._phrases), 0)
        options = list(self._phrases.get(texts[:length], ()))
        if rest[0].kind is Kind.NUMBER and length < 2:  # noqa: PLR2004 - the number alone
            return 1, [Term(Tag.NUMBER, values(rest[0].text, whole=self._whole))]
        number = in_words(rest, language)
        if number and number[0] > length:
            return number[0], [Term(Tag.NUMBER, (number[1],), foreign=not number[2])]
        return length, options

    def _decimals(self, rest: Sequence[Token], language: Language) -> tuple[int, list[Term]] | None:
        """One point five: a whole number, a word for the point, and figures or words behind it."""
        before = _whole(rest, language)
        at = before[0] if before else 0
        if not before or at >= len(rest) or (rest[at].text,) not in self._decimal or self._whole:
            return None
        after = _whole(rest[at + 1 :], language)
        if not after:
            return None
        value = Fraction(f"{before[1]}.{after[1]}")
        return at + 1 + after[0], [Term(Tag.NUMBER, (value,), foreign=before[2] or after[2])]


def _whole(rest: Sequence[Token], language: Language) -> tuple[int, str, bool] | None:
    """A whole number in figures or in words: its length in tokens, its figures, and whether its words are foreign."""
    if rest and rest[0].kind is Kind.NUMBER:
        return (1, rest[0].text, False) if rest[0].text.isdigit() else None
    number = in_words(rest, language) if rest else None
    return (number[0], str(number[1]), not number[2]) if number and number[1].denominator == 1 else None


def _split(terms: Sequence[Term]) -> bool:
    """Whether words stand between a number and its unit, which then is no unit of that number."""
    tags = [term.tag for term in terms]
    return any(
        tag is Tag.NUMBER and tags[at + 1] in _SILENT and _following(tags[at + 1 :]) in (Tag.UNIT, Tag.HALF)
        for at, tag in enumerate(tags[:-1])
    )


def _following(tags: Sequence[Tag]) -> Tag | None:
    """The first tag that says something."""
    return next((tag for tag in tags if tag not in _SILENT), None)


def _chosen(options: Sequence[Term], before: Sequence[Term], after: frozenset[Tag]) -> Term | None:
    """Of what a phrase may be, what it is here; some words are another in another language."""
    behind = _following([term.tag for term in reversed(before)])
    named = bool(before) and before[-1].tag is Tag.FILLER
    terms = {option.tag: option for option in options}
    return next(
        (terms[tag] for tag in Tag if tag in terms and _fits(tag, behind, after, choice=len(terms) > 1, named=named)),
        None,
    )


def _fits(tag: Tag, behind: Tag | None, after: frozenset[Tag], *, choice: bool, named: bool) -> bool:
    """Whether a term may stand between what is before and what comes next.

    `choice`: the phrase might be another term; `named`: the quantity was named just before.
    """
    amount = behind in (Tag.NUMBER, Tag.UNIT, Tag.HALF, Tag.OR_MORE, Tag.PLUS)
    match tag:
        case Tag.NUMBER:
            return not choice or bool(after & {Tag.UNIT, Tag.HALF})
        case Tag.DECADE:
            return not amount
        case Tag.ARTICLE | Tag.SEVERAL:
            return bool(after & {Tag.UNIT, Tag.HALF})
        case Tag.UNIT:
            return not choice or (behind is Tag.NUMBER and (not after & {Tag.NUMBER, Tag.HALF}))
        case Tag.TO:
            return amount and bool(after & {Tag.NUMBER, Tag.HALF, Tag.UNIT, Tag.FILLER, Tag.UP_TO})
        case Tag.OR_MORE | Tag.OR_LESS | Tag.OVER | Tag.PLUS:
            return amount
        case Tag.FROM | Tag.UP_TO | Tag.LESS | Tag.MORE | Tag.NOT_LESS | Tag.NOT_MORE | Tag.BETWEEN:
            return not amount or tag in (Tag.LESS, Tag.MORE)
        case Tag.AND | Tag.OR:
            return amount
        case Tag.EQUALS:
            return named and bool(after & _BEFORE)
        case _:
            return True
