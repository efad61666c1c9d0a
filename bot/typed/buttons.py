"""A button named by its letter or by its place: "B", "option B", "the second one"."""

from collections.abc import Mapping, Sequence

from bot.typed.words import Words
from criteria.expression import UNSURE, AnswerId
from criteria.spelling import Key


class Buttons:
    """The words for letters and places, in all languages."""

    def __init__(self, words: Words) -> None:
        polite = set(words.keys("polite"))
        self._before = {(), *polite, *words.keys("place-before")}
        self._after = {(), *polite, *words.keys("place-after")}
        self._letter = {(), *words.keys("button")}
        self._places = {phrase: int(value) for phrase, value in words.values("places")}

    def lettered(self, typed: Key, letters: Mapping[str, AnswerId]) -> AnswerId | None:
        """The answer whose letter was typed, alone or after a word such as "option"."""
        if not typed or typed[:-1] not in self._letter:
            return None
        return letters.get(typed[-1].upper())

    def placed(self, typed: Key, answers: Sequence[AnswerId]) -> AnswerId | None:
        """The answer at the place that was named; the last one is "not sure"."""
        buttons = (*answers, UNSURE)
        for phrase, place in self._places.items():
            for at in range(len(typed) - len(phrase) + 1):
                end = at + len(phrase)
                if typed[at:end] == phrase and typed[:at] in self._before and typed[end:] in self._after:
                    return buttons[place - 1 if place > 0 else place] if abs(place) <= len(buttons) else None
        return None
