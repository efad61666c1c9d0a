"""The typed words that the product understands under every question, so that no definition gives them another meaning."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.typed.phrases import Sense, common
from bot.typed.ways import Ways
from bot.typed.words import Words
from criteria.spelling import Key

_YES_NO = (Sense.YES, Sense.NO)
BRIEF = 2
"""Words of a yes or no that is the product's own; a longer one may be an option's, too: "I have not had any"."""


@cache
def own_words() -> Mapping[Key, str]:
    """Every such word or phrase with its meaning: an answer's id, or the way that it asks for."""
    words = Words()
    answers = {
        phrase: one.meaning.value
        for phrase, one in common(words).items()
        if one.meaning is Sense.UNSURE or (one.meaning in _YES_NO and len(phrase) <= BRIEF)
    }
    return MappingProxyType({**{phrase: way.value for phrase, way in Ways(words).ways.items()}, **answers})
