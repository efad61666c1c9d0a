"""The typed words that the product understands under every question, so that no definition gives them another meaning."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.typed.phrases import Sense, common
from bot.typed.ways import Ways
from bot.typed.words import Words
from criteria.spelling import Key

_ANSWERS = (Sense.YES, Sense.NO, Sense.UNSURE)


@cache
def own_words() -> Mapping[Key, str]:
    """Every such word or phrase with its meaning: an answer's id, or the way that it asks for."""
    words = Words()
    answers = {phrase: one.meaning.value for phrase, one in common(words).items() if one.meaning in _ANSWERS}
    return MappingProxyType({**{phrase: way.value for phrase, way in Ways(words).ways.items()}, **answers})
