"""The lists of words that people use, whatever the question; one file per language in `texts`."""

from collections.abc import Iterator

from bot.conversation.wording import Wording
from bot.typed import TEXTS
from criteria.model import LANGUAGES, Language
from criteria.spelling import Key, key

SEPARATOR = "|"


class Words:
    """The lists by name: `yes` stands as `words-yes` in the texts."""

    def __init__(self) -> None:
        self._wording = Wording(TEXTS)

    def keys(self, name: str) -> Iterator[Key]:
        """The members of one list, in all languages."""
        for language in LANGUAGES:
            for word in self._listed(language, name):
                yield key(word)

    def values(self, name: str) -> Iterator[tuple[Key, str]]:
        """The members of a list of `word=value`, in all languages."""
        for language in LANGUAGES:
            for word in self._listed(language, name):
                said, _, value = word.rpartition("=")
                yield key(said), value.strip()

    def written(self, name: str) -> Iterator[str]:
        """The members of one list as they stand in the texts, in all languages."""
        for language in LANGUAGES:
            yield from self._listed(language, name)

    def _listed(self, language: Language, name: str) -> list[str]:
        return [word.strip() for word in self._wording.say(language, f"words-{name}").split(SEPARATOR)]
