"""What people call the answers of one question: labels, the author's synonyms, and the common yes and no."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.conversation.cards.context import CardContext
from bot.conversation.cards.labels import answer_label
from bot.typed.phrases import DENYING, Found, Phrase, Sense, cover, in_order, in_words, leading, unpaused
from bot.typed.words import Words
from criteria.expression import NEVER, NO, UNSURE, YES, AnswerId
from criteria.model.called import keys_of
from criteria.question import Question
from criteria.spelling import Key, Token, key, tokens


@dataclass(frozen=True)
class Known:
    """The one answer that a text means; `doubt` where it has to be asked first."""

    answer: AnswerId
    doubt: bool


class _Meant:
    """The answers that one phrase leaves open."""

    def __init__(self, answers: Collection[AnswerId], *, doubt: bool = False) -> None:
        self.answers = frozenset(answers)
        self.doubt = doubt


class Lexicon:
    """The phrases of one question."""

    def __init__(self, context: CardContext, question: Question, common: Mapping[Key, Phrase], words: Words) -> None:
        self._question = question
        self._answers = question.answers
        self._common = common
        self._labels = {answer: self._labels_of(context, answer) for answer in (*question.answers, UNSURE)}
        self._spelled = {answer: list(map(tokens, labels)) for answer, labels in self._labels.items()}
        self._exact = _alone({answer: map(key, labels) for answer, labels in self._labels.items()})
        said = _alone({answer: _said(question, answer) for answer in question.answers})
        named = {} if question.intervals else self._labels
        parts = _alone({answer: self._parts(labels) for answer, labels in named.items()})
        self._known = {
            **{phrase: Phrase(answer, doubt=True) for phrase, answer in parts.items() if phrase not in common},
            **common,
            **{phrase: Phrase(answer) for phrase, answer in said.items()},
            **{phrase: Phrase(answer) for phrase, answer in self._exact.items()},
        }
        if question.text.number and not question.text.number.ago and question.text.number.unit != "years":
            self._known |= dict.fromkeys(words.keys("unmeasured"), Phrase(UNSURE))
        for phrase, one in common.items():
            if one.meaning in (Sense.YES, Sense.NO, Sense.NONE, Sense.NEVER):
                own = self._known[phrase].meaning
                if self._meant(one).answers == {own}:  # a button that says no denies what stands beside it, too
                    self._known[phrase] = one
        self._longest = max(map(len, self._known))
        self._whole = set(words.keys("no-alone"))
        self._deny = {word for phrase in words.keys("denying") for word in phrase}

    @property
    def words(self) -> Iterator[str]:
        """Every word of a phrase."""
        for phrase in self._known:
            yield from phrase

    def exact(self, typed: Key) -> AnswerId | None:
        """The answer whose whole label was typed."""
        return self._exact.get(typed)

    def read(self, typed: Sequence[Token]) -> Known | None:
        """The one answer that all phrases of the text mean; None if they mean several, or a part is unknown."""
        found = leading(cover(typed, self._known, self._longest) or [])
        beside = [pair for pair in unpaused(found) if not self._stands_alone(*pair)]
        denied = [pair for pair in beside if not self._harmless(*pair)]
        if not in_order(found) or denied:
            return None
        said = [one for one in found if one.phrase.meaning not in (Sense.POLITE, Sense.LINK, Sense.BEING)]
        sure = [one for one in said if one.phrase.meaning is not Sense.DOUBT]
        leads = [one for one in sure if self._leads(one, sure)]
        meant = [self._meant(one.phrase) for one in sure if one not in leads and not self._repeats(one, sure)]
        if not meant or len(answers := frozenset.intersection(*(one.answers for one in meant))) != 1:
            return None
        doubt = len(sure) < len(said) or bool(beside) or bool(leads) or any(one.doubt for one in meant)
        return Known(next(iter(answers)), doubt)

    def _leads(self, one: Found, said: Sequence[Found]) -> bool:
        """Whether a yes that is none of the buttons leads to the words of one: yes, class IV. It may have meant more."""
        if one is not said[0] or one.phrase.meaning is not Sense.YES or self._meant(one.phrase).answers:
            return False
        return len(said) > 1 and not any(isinstance(other.phrase.meaning, Sense) for other in said[1:])

    def _repeats(self, one: Found, said: Sequence[Found]) -> bool:
        """Whether a no that is none of the buttons stands before words that deny by themselves: no, I have no lupus."""
        if one.phrase.meaning is not Sense.NO or self._meant(one.phrase).answers:
            return False
        return len(said) > 1 and all(other is one or self._deny & set(other.key) for other in said)

    def _labels_of(self, context: CardContext, answer: AnswerId) -> list[str]:
        languages = self._question.text.ask.root
        return [answer_label(context, language, self._question, answer) for language in languages]

    def _meant(self, phrase: Phrase) -> _Meant:
        """The answers that a phrase leaves open here."""
        match phrase.meaning:
            case Sense.YES:
                return _Meant(self._beginning({Sense.YES}, paused=True) if YES not in self._answers else {YES})
            case Sense.NO | Sense.NONE | Sense.NEVER | Sense.DOUBT_NO:
                return self._no(phrase.meaning)
            case Sense.UNSURE:
                return _Meant({UNSURE})
            case Sense():
                return _Meant(())
            case answer:
                return _Meant({answer}, doubt=phrase.doubt)

    def _no(self, sense: Sense) -> _Meant:
        """No; never; or the options that say so at their beginning. Of a time, "no" may mean never."""
        doubt = sense is Sense.DOUBT_NO
        if NO in self._answers:
            return _Meant({NO}, doubt=doubt)
        if NEVER in self._answers:
            return _Meant({NEVER}, doubt=sense is not Sense.NEVER)
        sure = self._beginning({Sense.NO, Sense.DOUBT_NO}, paused=True) | self._beginning({Sense.NONE}, paused=False)
        weak = self._beginning(DENYING, paused=False)
        return _Meant(weak, doubt=doubt or not weak <= sure)

    def _parts(self, labels: Sequence[str]) -> Iterator[Key]:
        """A label without its yes or no, and without its brackets: to be asked, not taken."""
        for label in labels:
            short = label.partition("(")[0] if label.endswith(")") else label
            first, _, rest = short.partition(", ")
            one = self._common.get(key(first))
            yield key(short)
            if one and (one.meaning is Sense.YES or one.meaning in DENYING):
                yield key(rest)

    def _beginning(self, senses: AbstractSet[Sense], *, paused: bool) -> frozenset[AnswerId]:
        """The answers whose labels begin with such a word in every language; `paused`: and a comma, or no more."""
        return frozenset(
            answer
            for answer in self._answers
            if all(self._label_begins(label, senses, paused=paused) for label in self._spelled[answer])
        )

    def _label_begins(self, label: Sequence[Token], senses: AbstractSet[Sense], *, paused: bool) -> bool:
        """Whether the first word of a label says so, or a phrase that is all of it, or stands before its comma."""
        texts = tuple(token.text for token in label)
        return any(
            (first := self._common.get(texts[:size])) is not None
            and first.meaning in senses
            and (size == len(label) or label[size].paused or (size == 1 and not paused))
            for size in range(1, len(label) + 1)
        )

    def _stands_alone(self, before: Found, after: Found) -> bool:
        """Whether a no is a sentence of its own, comma or not: a nope denies no words beside it."""
        return before.key in self._whole and in_words(after)

    def _harmless(self, before: Found, after: Found) -> bool:
        """Whether a no says nothing about its neighbour: that is a doubt, or begins with a never or none of its own."""
        other = after if before.phrase.meaning in DENYING else before
        first = self._common.get(other.key[:1])
        return other.phrase.meaning is Sense.DOUBT or (
            other is after and first is not None and first.meaning in (Sense.NONE, Sense.NEVER)
        )


def _said(question: Question, answer: AnswerId) -> Iterator[Key]:
    """The author's synonyms of an answer."""
    called = question.text.called.get(answer)
    yield from keys_of(called.say) if called else ()


def _alone(phrases: Mapping[AnswerId, Iterator[Key]]) -> dict[Key, AnswerId]:
    """Each phrase with its answer; a phrase of two answers is none."""
    found: dict[Key, AnswerId] = {}
    unclear: set[Key] = set()
    for answer, its in phrases.items():
        for phrase in its:
            if found.setdefault(phrase, answer) != answer:
                unclear.add(phrase)
    return {phrase: answer for phrase, answer in found.items() if phrase and phrase not in unclear}
