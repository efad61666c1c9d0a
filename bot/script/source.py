"""Everything that the chapters about one study in one language are written from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable

from bot.conversation.cards.context import About
from bot.conversation.cards.labels import answer_label
from bot.conversation.cards.parts import items_line
from bot.conversation.wording import Wording
from bot.script.model import Line
from bot.script.people import Path
from bot.script.rules import Words
from bot.script.seen import Seen
from criteria.condition import Condition, StudyDefinition
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.interview import Interview
from criteria.languages import Language
from criteria.question import Question
from criteria.screening import Criterion, Screening, Study

LONGEST = 500
"""Characters that are filled into a text directly; the library of the texts takes at most 1,000."""
GAPS = 0xE100
"""Signs for private use, which stand for longer ones meanwhile."""


@dataclass(frozen=True)
class Issue:
    """What is printed about the document itself."""

    version: str
    date: date
    fingerprint: str
    own_fingerprint: str


@dataclass(frozen=True)
class Source:
    """One study in one language."""

    language: Language
    wording: Wording
    """The program's texts and the document's own; not marked."""
    condition: Condition
    """As it is written, and with this study alone."""
    study: StudyDefinition
    alone: Screening
    marked: Screening
    """The same with every text marked."""
    interview: Interview
    led: Sequence[Path]
    """The people who were led through every card; the first fits."""
    seen: Seen
    about: About
    folders: Mapping[str, Traversable]
    """The faces' own texts, by the faces' short names."""
    hours: Mapping[str, int]
    """For how long a conversation can be gone on with, by the faces' short names."""
    issue: Issue
    states: int
    mean: float
    """The expected number of questions."""

    def say(self, name: str, **arguments: str | float) -> str:
        """One of the texts in the document's language; what is filled in may be as long as a record's item."""
        long = {key: value for key, value in arguments.items() if isinstance(value, str) and len(value) > LONGEST}
        gaps = {key: chr(GAPS + at) for at, key in enumerate(long)}
        told = self.wording.say(self.language, name, **{**arguments, **gaps})
        for key, gap in gaps.items():
            told = told.replace(gap, str(long[key]))
        return told

    @property
    def bound(self) -> Study:
        """The study as its rules decide."""
        return self.alone.studies[self.study.id]

    @property
    def words(self) -> Words:
        """How rules are told."""
        return Words(self.say, self.number, self.label, self.named)

    @property
    def questions(self) -> Sequence[Question]:
        """In the order of asking."""
        return tuple(self.alone.questions.values())

    def number(self, question: QuestionId) -> int:
        """A question's place in the order of asking, from 1."""
        return list(self.alone.questions).index(question) + 1

    def label(self, question: QuestionId, answer: AnswerId) -> str:
        """An answer in the words of its button."""
        return answer_label(self, self.language, self.alone.questions[question], answer)

    def marked_label(self, question: QuestionId, answer: AnswerId) -> Line:
        """The same as a line that participants read."""
        voice = self.seen.voices[0].conversation.context
        return self.seen.line(answer_label(voice, self.language, self.marked.questions[question], answer))

    def named(self, criterion: Criterion) -> str:
        """A requirement in plain words."""
        return criterion.text.label.in_(self.language)

    def items(self, criterion: Criterion) -> str:
        """The items of the record that a requirement comes from."""
        return items_line(self.say, criterion.text.from_)

    def record_words(self, criterion: Criterion) -> list[str]:
        """The record's own words in these items, where the file has them."""
        known = self.study.text.record.items
        return [self.quoted(" ".join(words.split())) for item in criterion.text.from_ if (words := known.get(item))]

    def quoted(self, text: str) -> str:
        """Words of somebody else."""
        return self.say("quoted", text=text)

    def answers(self, question: Question) -> Iterable[AnswerId]:
        """Every answer in the order of the buttons, unsure the last."""
        return (*question.answers, UNSURE)
