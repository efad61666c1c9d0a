"""What a person typed becomes one of the answers of the question that is shown; else why it does not."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from bot.conversation.card import Button
from bot.conversation.cards.context import CardContext
from bot.conversation.cards.labels import answer_label
from bot.conversation.wording import Wording
from bot.typed import TEXTS
from bot.typed.numbers import Numbers, Unread
from bot.typed.words import Words, bare, plain
from criteria.expression import NEVER, NO, UNSURE, YES, AnswerId
from criteria.languages import LANGUAGES
from criteria.question import Question

LONGEST = 200
"""Characters; whoever writes more tells a story, and a story is not guessed at."""
ALIKE = 88.0
"""How alike typed words and an answer's must be, of 100."""
AHEAD = 8.0
"""By how much the best answer must lead the next."""
SHORTEST = 3
"""Letters below which likeness says nothing."""
LONG = 5
"""Letters from which on a word may hold a typing error."""
_PARTS = re.compile(r"[,;(){}]")
_ROMAN = frozenset(("i", "ii", "iii", "iv", "v", "vi"))


class Typed:
    """Reads typed answers in every language, whatever language the chat is in."""

    def __init__(self, context: CardContext) -> None:
        self._stage = context
        wording = Wording(TEXTS)
        self._words = Words.of(wording)
        self._numbers = Numbers(wording)

    def read(self, question: Question, letters: Mapping[str, Button], text: str, hour: int) -> AnswerId | Unread:
        """The answer that was meant, or why none is clear. `letters`: the answers that show one."""
        typed = bare(text)
        if not typed or len(text) > LONGEST:
            return Unread.UNCLEAR
        labels = self._labels(question)
        if (exact := [answer for answer, known in labels.items() if typed in map(bare, known)]) and len(exact) == 1:
            return exact[0]
        if _near(typed, self._words.unsure):
            return UNSURE
        if button := letters.get(typed.upper()):
            return AnswerId(button.value)
        if question.text.never is not None and _near(typed, self._words.never):
            return NEVER
        if question.text.number is not None:
            number = self._numbers.read(question, text, hour)
            return (
                number
                if number is not Unread.UNCLEAR or question.text.never is None
                else self._alike(typed, {NEVER: labels[NEVER]})
            )
        return self._word(question, typed, labels) or self._alike(typed, labels)

    def _labels(self, question: Question) -> dict[AnswerId, frozenset[str]]:
        """Every answer's words in every language; two answers never share one."""
        return {
            answer: frozenset(plain(answer_label(self._stage, language, question, answer)) for language in LANGUAGES)
            for answer in (*question.answers, UNSURE)
        }

    def _word(self, question: Question, typed: str, labels: Mapping[AnswerId, frozenset[str]]) -> AnswerId | None:
        """A bare yes or no, where just one answer begins with it."""
        for words, answer in ((self._words.yes, YES), (self._words.no | self._words.never, NO)):
            if not _near(typed, words):
                continue
            if answer in question.answers:
                return answer
            begin = [
                key
                for key, known in labels.items()
                if key != UNSURE and all(_words(label)[0] in words for label in known)
            ]
            return begin[0] if len(begin) == 1 else None
        return None

    def _alike(self, typed: str, labels: Mapping[AnswerId, frozenset[str]]) -> AnswerId | Unread:
        """The answer whose words, or one part of them, are most like the typed ones, if it is clearly ahead."""
        if len(typed) < SHORTEST:
            return Unread.UNCLEAR
        for likeness in (_like_a_part, _within):
            scores = {answer: max(likeness(typed, label) for label in known) for answer, known in labels.items()}
            best = max(scores, key=lambda answer: scores[answer])
            others = max((score for answer, score in scores.items() if answer != best), default=0.0)
            if scores[best] >= ALIKE and scores[best] - others >= AHEAD:
                agrees = any(self._agree(typed, label) for label in labels[best])
                return best if agrees else Unread.UNCLEAR
        return Unread.UNCLEAR

    def _agree(self, typed: str, label: str) -> bool:
        """Whether neither denies what the other says, and no figure differs."""
        said, known = set(_words(typed)), set(_words(label))
        groups = (self._words.negations, self._words.less, self._words.more)
        return all(bool(said & group) == bool(known & group) for group in groups) and _small(said) <= known


def _like_a_part(typed: str, label: str) -> float:
    """How like the whole of an answer's words it is, or a part between commas; 0 to 100."""
    parts = {bare(label), *(bare(part) for part in _PARTS.split(label))}
    return max(_ratio(typed, part) for part in parts)


def _ratio(typed: str, part: str) -> float:
    if not _small(set(_words(typed))) <= set(_words(part)):
        return 0.0
    return max(fuzz.ratio(typed, part), fuzz.token_sort_ratio(typed, part))


def _within(typed: str, label: str) -> float:
    """How like some stretch of an answer's words it is; 0 to 100."""
    known = bare(label)
    return fuzz.partial_ratio(typed, known) if len(typed) <= len(known) else 0.0


def _small(words: set[str]) -> set[str]:
    """Words in which one letter makes another meaning: figures, Roman numbers, the C of hepatitis C."""
    return {word for word in words if word in _ROMAN or word.isdigit() or len(word) == 1}


def _words(text: str) -> list[str]:
    return bare(text).split()


def _near(typed: str, words: frozenset[str]) -> bool:
    """Whether it is one of the words, or nearly one of the longer ones."""
    return typed in words or any(
        fuzz.ratio(typed, word) >= ALIKE for word in words if len(word) >= LONG and len(typed) >= LONG
    )
