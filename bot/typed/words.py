"""The lists of words that people use, whatever the question; one file per language in `texts`."""

from functools import cache

from bot.conversation.wording import Wording
from bot.typed import TEXTS
from criteria.languages import LANGUAGES
from criteria.patterns import members, variants
from criteria.spelling import Key, key


class Words:
    """The lists by name, those of all languages together: `yes` stands as `words-yes` in the texts."""

    def __init__(self) -> None:
        self._wording = Wording(TEXTS)
        self.keys = cache(self._keys)
        """The members of one list."""

    def values(self, name: str) -> list[tuple[Key, str]]:
        """The members of a list of `word=value`."""
        parts = [word.rpartition("=") for word in self._listed(name)]
        return [(key(word), value.strip()) for word, _, value in parts]

    def _keys(self, name: str) -> tuple[Key, ...]:
        return tuple(map(key, self._listed(name)))

    def _listed(self, name: str) -> list[str]:
        return [
            word.strip()
            for language in LANGUAGES
            for pattern in members(self._wording.say(language, f"words-{name}"))
            for word in variants(pattern)
        ]
