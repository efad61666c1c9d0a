"""Reads what a person typed under a question: whole, or not at all."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from bot.conversation.cards.context import CardContext
from bot.typed.buttons import Buttons
from bot.typed.dates import Dates
from bot.typed.lexicon import Known, Lexicon
from bot.typed.mending import mended
from bot.typed.numbers import Landed, Numbers
from bot.typed.phrases import DENYING, Sense, common, cover
from bot.typed.reading import Hint, Reading, Way
from bot.typed.unknown import Unknown
from bot.typed.ways import Ways
from bot.typed.words import Words
from criteria.expression import UNSURE, AnswerId
from criteria.languages import Language
from criteria.question import Question
from criteria.spelling import Key, Token, key, tokens

LONGEST = 200
"""Characters; whoever writes more tells a story, and a story is not guessed at."""
NO_LETTERS: Mapping[str, AnswerId] = MappingProxyType({})
QUESTION_MARKS = frozenset("?¿")
_WHAT = Reading(way=Way.MEANING)
"""Nothing but a question mark."""


class Reader:
    """Reads typed answers in every language, whatever language the chat is in. It keeps nothing that was typed."""

    def __init__(self, context: CardContext) -> None:
        self._context = context
        self._words = Words()
        self._common = common(self._words)
        self._longest = max(map(len, self._common))
        self._dates = Dates(self._words)
        self._buttons = Buttons(self._words)
        self._ways = Ways(self._words)
        self._unknown = Unknown(self._words)
        self._prepared: dict[tuple[str, tuple[AnswerId, ...]], _Prepared] = {}

    def read(
        self,
        question: Question,
        text: str,
        language: Language,
        hour: int,
        *,
        letters: Mapping[str, AnswerId] = NO_LETTERS,
        ends: Collection[AnswerId] = (),
    ) -> Reading:
        """What a text means under a question.

        `hour`: hours since 1970, for dates. `letters`: the answers that show one. `ends`: the answers that
        would end a study; they and the answers of private questions may be taken, but are never proposed.
        """
        typed = tokens(text) if len(text) <= LONGEST else []
        if not typed:
            return Reading(hint=Hint.UNCLEAR)
        found = self._understood(question, typed, language, hour, letters)
        if found.asked is not None and (question.text.sensitive or found.asked in ends):
            return Reading(hint=Hint.BUTTONS)
        return found

    def confirms(self, text: str) -> bool | None:
        """Whether the whole text says yes, or no, to a proposal; None if it is neither."""
        typed = tokens(text) if len(text) <= LONGEST else []
        found = cover(typed, self._common, self._longest) or []
        said = {one.phrase.meaning for one in found} - {Sense.POLITE}
        if said == {Sense.YES}:
            return True
        return False if said and said <= DENYING - {Sense.DOUBT_NO} else None

    def way(self, text: str) -> Reading | None:
        """The way that a text asks for where no question stands."""
        typed = tokens(text) if len(text) <= LONGEST else []
        return self._ways.read(_texts([token for token in typed if token.text not in QUESTION_MARKS]))

    def _understood(
        self,
        question: Question,
        typed: Sequence[Token],
        language: Language,
        hour: int,
        letters: Mapping[str, AnswerId],
    ) -> Reading:
        prepared = self._prepare(question)
        texts = _texts(typed)
        if answer := prepared.lexicon.exact(texts):
            return Reading(taken=answer)
        said = [token for token in typed if token.text not in QUESTION_MARKS]
        doubt = len(said) < len(typed)
        if not doubt and (lettered := self._buttons.lettered(texts, letters)):
            return Reading(taken=lettered)
        found = prepared.read(said, language, hour)
        if isinstance(found, Known | Landed):
            return _reading(found.answer, doubt=found.doubt or doubt)
        if self._unknown.says(_texts(said), prepared.sentence):
            return _reading(UNSURE, doubt=doubt)
        if way := self._ways.read(_texts(said), prepared.asked) if said else _WHAT:
            return way
        if placed := self._buttons.placed(_texts(said), question.answers):
            return Reading(asked=placed)
        return self._mended(prepared, said, language, hour) or Reading(hint=found)

    def _mended(self, prepared: "_Prepared", said: Sequence[Token], language: Language, hour: int) -> Reading | None:
        """A proposal, where the text can be read but for typing errors, and in one way only."""
        found = {prepared.answer(again, language, hour) for again in mended(said, prepared.known)} - {None}
        return Reading(asked=found.pop()) if len(found) == 1 else None

    def _prepare(self, question: Question) -> "_Prepared":
        """The grammar of a question; kept, since it holds nothing of anybody."""
        asked = (question.id, question.answers)
        known = self._prepared.get(asked)
        if known is None or known.question.text is not question.text:
            lexicon = Lexicon(self._context, question, self._common, self._words)
            known = self._prepared[asked] = _Prepared(question, lexicon, self._words, self._dates)
        return known


class _Prepared:
    """The phrases and numbers of one question."""

    def __init__(self, question: Question, lexicon: Lexicon, words: Words, dates: Dates) -> None:
        self.question = question
        self.lexicon = lexicon
        self._numbers = Numbers(question, words, dates) if question.line else None
        self.asked = frozenset(_words_of(question))
        self.sentence = frozenset(word for written in question.text.ask.root.values() for word in key(written))
        self.known = frozenset((*lexicon.words, *(self._numbers.words if self._numbers else ())))

    def read(self, said: Sequence[Token], language: Language, hour: int) -> Known | Landed | Hint:
        """What the phrases say, else what the numbers say."""
        if found := self.lexicon.read(said):
            return found
        return self._numbers.read(said, language, hour) if self._numbers else Hint.UNCLEAR

    def answer(self, said: Sequence[Token], language: Language, hour: int) -> AnswerId | None:
        """The answer that is read, certain or not."""
        found = self.lexicon.exact(_texts(said)) or self.read(said, language, hour)
        return found.answer if isinstance(found, Known | Landed) else None if isinstance(found, Hint) else found


def _words_of(question: Question) -> Iterator[str]:
    """Every word that the question shows: its sentence, its help, and its buttons."""
    text = question.text
    shown = [text.ask, text.help, *(called.label for called in text.called.values())]
    for wording in shown:
        for written in wording.root.values():
            yield from key(written)


def _texts(typed: Sequence[Token]) -> Key:
    return tuple(token.text for token in typed)


def _reading(answer: AnswerId, *, doubt: bool) -> Reading:
    return Reading(asked=answer) if doubt else Reading(taken=answer)
