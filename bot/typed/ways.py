"""The words that ask for a way: menu, help, back, stop, another language, what does this mean, why."""

from babel import Locale

from bot.typed.reading import Reading, Way
from bot.typed.words import Words
from criteria.languages import LANGUAGES, Language
from criteria.spelling import Key, key


class Ways:
    """The words for the ways, in all languages."""

    def __init__(self, words: Words) -> None:
        self._ways = {phrase: way for way in Way for phrase in words.keys(f"way-{way.value}")}
        self._polite = set(words.keys("polite"))
        self._to = set(words.keys("language"))
        self._languages = _names()

    @property
    def ways(self) -> dict[Key, Way]:
        """Every phrase with what it asks for."""
        return {**self._ways, **dict.fromkeys(self._languages, Way.LANGUAGE)}

    def read(self, typed: Key) -> Reading | None:
        """The way that the whole text asks for; words of politeness may stand around it."""
        bare = self._bare(typed)
        if way := self._ways.get(bare):
            return Reading(way=way)
        for at in range(len(bare)):
            language = self._languages.get(bare[at:])
            if language and (not at or bare[:at] in self._to):
                return Reading(way=Way.LANGUAGE, language=language)
        return None

    def _bare(self, typed: Key) -> Key:
        for at in range(len(typed), 0, -1):
            if typed[:at] in self._polite and at < len(typed) and typed not in self._ways:
                return self._bare(typed[at:])
            if typed[-at:] in self._polite and at < len(typed) and typed not in self._ways:
                return self._bare(typed[:-at])
        return typed


def _names() -> dict[Key, Language]:
    """What each language is called, in every language."""
    return {
        key(name): language
        for language in LANGUAGES
        for spoken in LANGUAGES
        if (name := Locale(spoken).languages.get(language))
    }
