"""The typed words that the product understands under every question, so that no definition gives them another meaning."""

from bot.typed.phrases import Sense, common
from bot.typed.ways import Ways
from bot.typed.words import Words
from criteria.spelling import Key

_ANSWERS = (Sense.YES, Sense.NO, Sense.UNSURE)


def own_words() -> dict[Key, str]:
    """Every such word or phrase with its meaning: an answer's id, or the way that it asks for."""
    words = Words()
    answers = {phrase: one.meaning.value for phrase, one in common(words).items() if one.meaning in _ANSWERS}
    return {**{phrase: way.value for phrase, way in Ways(words).ways.items()}, **answers}
