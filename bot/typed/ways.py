"""The words that ask for a way: menu, help, back, stop, another language, what does this mean, why."""

from collections.abc import Collection

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
        self._want = set(words.keys("way-want"))
        self._about = set(words.keys("way-about"))
        self._mean = set(words.keys("way-mean"))
        self._languages = _names()

    @property
    def ways(self) -> dict[Key, Way]:
        """Every phrase with what it asks for."""
        return {**self._ways, **dict.fromkeys(self._languages, Way.LANGUAGE)}

    def read(self, typed: Key, asked: Collection[str] = ()) -> Reading | None:
        """The way that the whole text asks for; words of politeness may stand around it.

        `asked`: the words of the question; "what is …" of nothing but these asks what it means.
        """
        bare = self._bare(typed)
        wanted = (bare[size:] for size in range(len(bare)) if not size or bare[:size] in self._want)
        if way := next((self._ways[phrase] for phrase in wanted if phrase in self._ways), None):
            return Reading(way=way)
        if self._is_about(bare, asked):
            return Reading(way=Way.MEANING)
        for at in range(len(bare)):
            language = self._languages.get(bare[at:])
            if language and (not at or bare[:at] in self._to):
                return Reading(way=Way.LANGUAGE, language=language)
        return None

    def _is_about(self, bare: Key, asked: Collection[str]) -> bool:
        """Whether it asks what a word of the question means."""
        end = len(bare) - (bare[-1:] in self._mean)
        return any(
            bare[:size] in self._about and all(word in asked for word in bare[size:end]) for size in range(1, end)
        )

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
