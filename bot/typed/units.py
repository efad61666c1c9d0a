"""How a unit is written: with and without its reference area, with another prefix, with a word for the stroke."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from bot.typed.words import Words
from criteria import model
from criteria.spelling import Key, key

PREFIXES = {"k": 3, "": 0, "d": -1, "c": -2, "m": -3, "\u03bc": -6, "u": -6, "mc": -6, "n": -9}
"""SI prefixes of laboratory units, as powers of ten (BIPM, The International System of Units, table 7)."""
TIMES = {"s": 1, "sec": 1, "seg": 1, "min": 60, "h": 3600, "hr": 3600}
"""Seconds; what may stand below the stroke of a flow."""
ALSO = {"g": ("g", "gr"), "l": ("l", "lt", "ls")}
"""Other ways to shorten gram and litre."""
_PREFIXED = re.compile(r"(k|d|c|mc|m|\u03bc|u|n)?(g|l|mol)")
_LARGEST = Fraction(10) ** 9


def units_of(number: model.Number, words: Words) -> dict[Key, Fraction]:
    """Every way to write a unit of this number, with what its value is multiplied by; two meanings make none."""
    found: dict[Key, Fraction] = {}
    unclear: set[Key] = set()
    named = _named(number)
    for unit, factor in named:
        for spelling, times in _spellings(unit, words):
            value = factor * times
            if found.setdefault(spelling, value) != value:
                unclear.add(spelling)
    return {**{one: value for one, value in found.items() if one not in unclear}, **dict(named)}


def _named(number: model.Number) -> set[tuple[Key, Fraction]]:
    """The units that the definition names, in every language."""
    if isinstance(number.unit, str):
        return set()
    units = [(number.unit, Fraction(1)), *((one.unit, 1 / Fraction(repr(one.times))) for one in number.also)]
    return {(key(text), factor) for unit, factor in units for text in unit.root.values()}


def _spellings(unit: Key, words: Words) -> Iterator[tuple[Key, Fraction]]:
    for short in {unit, *_without_area(unit)}:
        for scaled, factor in _scaled(short):
            for written in _decimals(_areas(scaled)):
                for strokes in product(("/", *map(" ".join, words.keys("per"))), repeat=written.count("/")):
                    signs = iter(strokes)
                    yield (
                        tuple(part for one in written for part in (next(signs).split() if one == "/" else (one,))),
                        factor,
                    )
    if len(unit) == 1 and len(unit[0]) > 3 and unit[0].endswith("s"):  # noqa: PLR2004 - points, and one point
        yield (unit[0].removesuffix("s"),), Fraction(1)


def _without_area(unit: Key) -> Iterator[Key]:
    """mL/min/1.73 m² is also written mL/min/1.73, and mL/min."""
    strokes = [at for at, one in enumerate(unit) if one == "/"]
    if len(strokes) > 1:
        yield unit[: strokes[1]]
        yield unit[: strokes[1] + 2]


def _scaled(unit: Key) -> Iterator[tuple[Key, Fraction]]:
    """The same unit with other prefixes: mg/mg for g/g."""
    if len(unit) < 3 or unit[1] != "/":  # noqa: PLR2004 - something, a stroke, something
        yield unit, Fraction(1)
        return
    for above, more in _others(unit[0]):
        for below, less in _others(unit[2]):
            if more / less < _LARGEST:
                yield (above, "/", below, *unit[3:]), more / less


def _others(part: str) -> Iterator[tuple[str, Fraction]]:
    """One part of a unit with other prefixes, each with its size in the part as it was."""
    if part in TIMES:
        for other, seconds in TIMES.items():
            yield other, Fraction(seconds, TIMES[part])
    elif found := _PREFIXED.fullmatch(part):
        for prefix, power in PREFIXES.items():
            for short in ALSO.get(found[2], (found[2],)):
                yield prefix + short, Fraction(10) ** (power - PREFIXES[found[1] or ""])
    else:
        yield part, Fraction(1)


def _areas(unit: Key) -> Iterator[Key]:
    """A raised 2 or 3 is also written as a plain one."""
    yield unit
    for raised, plain in (("²", "2"), ("³", "3")):
        if any(one.endswith(raised) for one in unit):
            for written in ((plain,), ("^", plain)):
                yield tuple(part for one in unit for part in ((one[:-1], *written) if one.endswith(raised) else (one,)))


def _decimals(units: Iterator[Key]) -> Iterator[Key]:
    for unit in units:
        yield from {tuple(re.sub(r"(?<=\d)[.,](?=\d)", sign, one) for one in unit) for sign in ".,'"}
