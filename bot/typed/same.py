"""Words that stand for other words: grams for g, the day before yesterday for two days ago."""

from collections.abc import Sequence

from bot.typed.words import Words
from criteria.spelling import Key, Token, tokens


class Same:
    """What may be written in other words, in all languages."""

    def __init__(self, words: Words) -> None:
        self._others = {phrase: tokens(other) for phrase, other in words.values("same")}
        self._longest = max(map(len, self._others))

    def rewritten(self, typed: Sequence[Token]) -> list[Token]:
        """The same text in those other words, longer phrases before shorter ones."""
        texts: Key = tuple(token.text for token in typed)
        found: list[Token] = []
        at = 0
        while at < len(texts):
            sizes = range(min(self._longest, len(texts) - at), 0, -1)
            size = next((size for size in sizes if texts[at : at + size] in self._others), 0)
            found += self._others[texts[at : at + size]] if size else [typed[at]]
            at += size or 1
        return found
