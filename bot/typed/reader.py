"""Reads what a person typed under a question: whole, or not at all."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from bot.conversation.card import Button, Role
from bot.conversation.cards.context import CardContext
from bot.conversation.state import Act, Action
from bot.conversation.wording import Wording
from bot.typed import TEXTS
from bot.typed.answers import Typed
from bot.typed.numbers import Unread
from bot.typed.reading import Hint, Reading
from bot.typed.words import Words, bare
from criteria.expression import AnswerId
from criteria.languages import Language
from criteria.question import Question

NO_LETTERS: Mapping[str, AnswerId] = MappingProxyType({})


class Reader:
    """Reads typed answers in every language, whatever language the chat is in."""

    def __init__(self, context: CardContext) -> None:
        self._typed = Typed(context)
        self._words = Words.of(Wording(TEXTS))

    def read(
        self,
        question: Question,
        text: str,
        language: Language,  # noqa: ARG002 - which language is tried first
        hour: int,
        *,
        letters: Mapping[str, AnswerId] = NO_LETTERS,
        ends: Collection[AnswerId] = (),  # noqa: ARG002 - what is never proposed
    ) -> Reading:
        """What a text means. `letters`: the answers that show one; `ends`: those that would end a study."""
        shown = {
            letter: Button("", Action(Act.ANSWER, question.answers.index(answer)), Role.ANSWER, answer)
            for letter, answer in letters.items()
        }
        found = self._typed.read(question, shown, text, hour)
        if isinstance(found, Unread):
            return Reading(hint=Hint.UNIT if found is Unread.UNIT else Hint.UNCLEAR)
        return Reading(taken=found)

    def confirms(self, text: str) -> bool | None:
        """Whether the whole text says yes, or no, to a proposal; None if it is neither."""
        typed = bare(text)
        return True if typed in self._words.yes else False if typed in self._words.no else None
