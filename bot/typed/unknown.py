"""Not knowing what was asked for, by its name: "I don't know my ratio", "nunca me han dicho la clase"."""

from collections.abc import Collection

from bot.typed.words import Words
from criteria.spelling import Key

MOST = 6
"""Words that name the thing; more say something about it."""
_SAY_MORE = ("denying", "yes", "no", "less", "more", "about", "nearly", "over", "or", "and")
"""Lists whose words are more than a name, also where the question has them."""


class Unknown:
    """The words that say so, in all languages; what is not known must be named by the question's own words."""

    def __init__(self, words: Words) -> None:
        self._ignorant = {phrase for name in ("unsure", "unsure-of") for phrase in words.keys(name)}
        self._small = {phrase[0] for phrase in words.keys("unsure-small")}
        self._say_more = {word for name in _SAY_MORE for phrase in words.keys(name) for word in phrase}
        self._polite = set(words.keys("polite"))

    def says(self, typed: Key, sentence: Collection[str]) -> bool:
        """Whether the whole text says it; `sentence`: the words of the question, which may be named."""
        start = next((size for size in range(len(typed), 0, -1) if typed[:size] in self._polite), 0)
        sizes = (size for size in range(start + 1, len(typed)) if typed[start:size] in self._ignorant)
        return any(self._names(typed[size:], sentence) for size in sizes)

    def _names(self, rest: Key, sentence: Collection[str]) -> bool:
        named = [word for word in rest if word not in self._small]
        known = all(word in sentence and word not in self._say_more for word in named)
        return bool(named) and known and len(rest) <= MOST
