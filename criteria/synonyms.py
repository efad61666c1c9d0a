"""What people call an answer, checked: no word may mean two answers of one question, in whatever language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz.distance import OSA

from criteria import model
from criteria.document import Document, Where
from criteria.model.called import Said, spelled_out
from criteria.spelling import Key, key

NO_WORDS: Mapping[Key, str] = MappingProxyType({})
LETTERS = frozenset("abcdefgh")
"""The letters that may stand for buttons; more than eight options are not offered."""
SHORTEST = 3
"""Letters of a word that can be mistyped; shorter ones are figures and letters, such as II and IV."""
QUESTION_MARKS = frozenset("?¿")


@dataclass(frozen=True)
class _Said:
    """One word or phrase for an answer, where it stands."""

    answer: str
    written: str
    spelled: Key
    where: Where


def check_synonyms(document: Document, texts: Mapping[str, model.Question], own_words: Mapping[Key, str]) -> None:
    """Note every synonym that is not clear. `own_words`: what the program understands by itself, with its meaning."""
    for name, text in texts.items():
        _check_answers(document, name, text, own_words)
        if text.number is not None:
            for one in _listed("", text.number.say, (name, "number", "say")):
                if told := _unclear(one, own_words, number=True):
                    document.fault(one.where, told)


def _check_answers(document: Document, name: str, text: model.Question, own_words: Mapping[Key, str]) -> None:
    labels = {key(label): answer for answer, called in text.called.items() for label in called.label.root.values()}
    first: dict[Key, str] = {}
    for one in _synonyms(name, text):
        other = first.setdefault(one.spelled, one.answer)
        clash = {other, labels.get(one.spelled, one.answer)} - {one.answer}
        if clash:
            told = f"`{one.written[:60]}` means `{clash.pop()}` too: keep it for one of the two answers"
            document.fault(one.where, told)
        elif told := _unclear(one, own_words, number=text.number is not None or text.date is not None):
            document.fault(one.where, told)
        elif near := next(
            (label for label, answer in labels.items() if answer != one.answer and _one_slip(one.spelled, label)), None
        ):
            told = (
                f"`{one.written[:60]}` is one typing error away from “{' '.join(near)}”, another answer: leave it out"
            )
            document.fault(one.where, told)


def _unclear(one: _Said, own_words: Mapping[Key, str], *, number: bool) -> str:
    """Why a synonym cannot be told from something else that people type; empty if it can."""
    shown = f"`{one.written[:60]}`"
    if len(one.spelled) == 1 and one.spelled[0] in LETTERS:
        return f"{shown} is the letter of a button: write the whole word"
    if QUESTION_MARKS & set(one.spelled):
        return f"{shown} is a question, and a question is no answer: leave the question mark out"
    if number and not any(text.isalpha() for text in one.spelled):
        return f"{shown} is a number, and numbers are understood by themselves: take it out"
    if (meaning := own_words.get(one.spelled)) and meaning != one.answer:
        return f"{shown} has a meaning of its own, “{meaning}”, and is understood by itself: take it out"
    return ""


def _one_slip(spelled: Key, label: Key) -> bool:
    """Whether one word of a button, mistyped by one letter, gives the synonym: one of these, and none of these."""
    if len(spelled) != len(label):
        return False
    differing = [pair for pair in zip(spelled, label, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and all(map(_is_word, differing[0])) and OSA.distance(*differing[0]) == 1


def _is_word(text: str) -> bool:
    return len(text) >= SHORTEST and text.isalpha()


def _synonyms(name: str, text: model.Question) -> Iterator[_Said]:
    for answer, called in text.called.items():
        yield from _listed(answer, called.say, (name, *_place(text, answer), "say"))


def _listed(answer: str, said: Said, where: Where) -> Iterator[_Said]:
    for language, at, ways in spelled_out(said):
        yield from (_Said(answer, written, spelled, (*where, language, at)) for written, spelled in ways.items())


def _place(text: model.Question, answer: str) -> tuple[str, ...]:
    if text.options or text.yes_no:
        return ("options" if text.options else "yes_no", answer)
    return ("other_answers", answer) if answer in (text.other_answers or {}) else ("never",)
