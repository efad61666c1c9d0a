"""A question with everything that can be answered to it: by itself, and as a set of studies asks it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from criteria import model
from criteria.expression import NEVER, NO, UNSURE, YES, AnswerId, QuestionId, RuleError, TimeUnit, did_you_mean, listed
from criteria.line import Line, short
from criteria.number import Cut, Interval, intervals
from criteria.span import Span, span

Meant = AnswerId | Span
"""What a value in a file means: an answer, or a stretch of numbers that a set of studies may tell apart or not."""


class AnswerError(ValueError):
    """A value that is no answer to a question; the message says which are."""


@dataclass(frozen=True)
class QuestionDefinition:
    """A question as it is written, whoever asks it."""

    id: QuestionId
    text: model.Question
    section: model.Text

    @cached_property
    def line(self) -> Line | None:
        """Where its numbers lie; None for options and yes/no."""
        return line_of(self.text)

    @property
    def words(self) -> tuple[AnswerId, ...]:
        """What can be answered without a number and but for unsure, in the order of the buttons."""
        match self.text.kind:
            case model.Options(labels):
                return tuple(map(AnswerId, labels))
            case model.TwoButtons():
                return (YES, NO)
            case model.Number() | model.Calendar():
                never = (NEVER,) if self.text.never is not None else ()
                return (*never, *map(AnswerId, self.text.other_answers or {}))
            case unknown:
                assert_never(unknown)

    def asked(self, cuts: Iterable[Cut]) -> "Question":
        """The question with the buttons of whoever's rules make these cuts."""
        line = self.line
        known = {interval.id: interval for interval in intervals(cuts, line)} if line else {}
        return Question(self.id, self.text, self.section, (*known, *self.words), known)

    def read(self, value: object) -> Meant:
        """What a value from a file means: an id, true/false, a number, or a stretch of numbers; raises AnswerError."""
        if isinstance(value, bool) and isinstance(self.text.kind, model.TwoButtons):
            return YES if value else NO
        if isinstance(value, str) and value in (*self.words, UNSURE):
            return AnswerId(value)
        if self.line is not None and not isinstance(value, bool):
            return self._stretch(str(value), self.line)
        raise AnswerError(self._expected(str(value)[:40]))

    def _stretch(self, value: str, line: Line) -> Span:
        try:
            meant = span(value, line)
        except RuleError as error:
            raise AnswerError(str(error)) from None
        if meant is None or meant.common(Span(line.low, line.high)).empty(whole=line.whole):
            raise AnswerError(self._expected(value[:40]))
        ends = [end for end in (meant.low, meant.high) if line.low <= end <= line.high]
        if (line.whole and any(end % 1 for end in ends)) or (meant.low == meant.high and not ends):
            raise AnswerError(self._expected(value[:40]))
        return meant

    def _expected(self, value: str) -> str:
        if line := self.line:
            kind = "a date" if line.dates else "a whole number" if line.whole else "a number"
            also = listed((*self.words, UNSURE))
            low, high = short(line.told(line.low)), short(line.told(line.high))
            stretch = '"<2024-01-31"' if line.dates else '"<6" or "6..12"'
            return (
                f"`{value}` is no answer to `{self.id}`: use {kind} from {low} to {high}, a stretch like {stretch}, "
                f"or one of {also}"
            )
        hint = " (or true and false)" if isinstance(self.text.kind, model.TwoButtons) else ""
        return f"`{value}` is no answer to `{self.id}`{hint}{did_you_mean(value, (*self.words, UNSURE))}"


@dataclass(frozen=True)
class Question(QuestionDefinition):
    """A question as a set of studies asks it."""

    answers: tuple[AnswerId, ...]
    """Everything that can be answered, but for unsure, in the order of the buttons."""
    intervals: Mapping[AnswerId, Interval]
    """Of a number: its intervals by id; else empty."""

    def answer(self, meant: Meant) -> AnswerId:
        """The one answer that is meant; raises AnswerError where the rules cut a stretch of numbers in two."""
        found = self.answers_in(meant)
        if len(found) == 1:
            return found[0]
        raise AnswerError(
            f"the rules cut this stretch of `{self.id}` in two: it lies in {listed(found)}; name one of them, or a number"
        )

    def answers_in(self, meant: Meant) -> tuple[AnswerId, ...]:
        """The answers that have a number in common with what is meant."""
        if isinstance(meant, str):
            return (meant,) if meant in (*self.answers, UNSURE) else ()
        line = self.line
        assert line is not None  # noqa: S101 - only a number's question gives a stretch
        inside = meant.common(Span(line.low, line.high))
        return tuple(
            key for key, interval in self.intervals.items() if not inside.common(interval.span).empty(whole=line.whole)
        )

    def meaning(self, answer: AnswerId) -> Meant:
        """What an answer means beyond this set of studies."""
        return self.intervals[answer].span if answer in self.intervals else answer


def line_of(text: model.Question) -> Line | None:
    """Where the numbers of a question lie; None for options and yes/no."""
    match text.kind:
        case model.Calendar() as days:
            return Line(float(days.from_.toordinal()), float(days.to.toordinal()), whole=True, dates=True)
        case model.Number() as number:
            unit = TimeUnit(str(number.unit).removesuffix("_ago")) if number.ago else None
            return Line(number.from_, number.to, number.whole, unit)
        case model.Options() | model.TwoButtons():
            return None
        case unknown:
            assert_never(unknown)
