"""A ticket: a conversation's whole state plus one action, sealed into at most 64 characters.

Layout of the sealed bytes, big-endian:

    byte  0      format, now 1
          1      bit 0 language, bit 1 notice read, bit 2 each question new, bits 3-7 act (up to 15)
                 or, from 16 on, the screen to go to
          2- 5   subject: hash of the condition's or study's id; zero for none
          6- 9   fingerprint of the condition's structure; zero for none
         10-11   start hour, counted from 2026-01-01 UTC, modulo 65,536
         12-13   bit 15 whether there is a slot, bits 0-13 the slot
         14      draw
         15-16   channel
         17      screen
         18      the screen's `at`
         19      the question that is asked again, from 1; zero for none
         20      the action's `at`
         21-31   the answers in mixed radix: per question 0 for none, 1.. for its answers, last unsure

The first six bytes and the hour keep their meaning in every format, so that an outdated ticket can
still be taken up in its language and study.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Protocol

from bot.conversation.state import Act, Action, Screen, State, Subject
from criteria.catalogue import Catalogue
from criteria.condition import Condition, StudyId
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.model import LANGUAGES, Language

FORMAT = 1
NONE = AnswerId("")
SEALED_BYTES = 48
STATE_BYTES = 32
ANSWER_BYTES = 11
LONGEST = 64
EPOCH = 490_896
"""2026-01-01 00:00 UTC in hours since 1970-01-01."""
HOURS = 1 << 16
OLDEST = 14 * 24
"""Hours after which a ticket is outdated."""
CLOCKS = 48
"""Hours by which two machines' clocks may differ."""


class ForgedError(ValueError):
    """The ticket does not open: forged, foreign or damaged."""


@dataclass(frozen=True)
class OutdatedError(Exception):
    """The ticket opens, but belongs to earlier definitions or is too old."""

    language: Language
    subject: Subject | None


class Seal(Protocol):
    """Seals and opens bytes for one conversation."""

    def seal(self, data: bytes, holder: bytes) -> bytes:
        """16 bytes longer than `data`; the same for the same data and holder."""
        ...

    def open(self, sealed: bytes, holder: bytes) -> bytes | None:
        """What was sealed, or None."""
        ...


class Tickets:
    """Writes and reads tickets for one catalogue under one seal."""

    def __init__(self, catalogue: Catalogue, seal: Seal) -> None:
        self._catalogue = catalogue
        self._seal = seal
        self._subjects = {_hash(subject): subject for subject in subjects(catalogue)}
        self._layouts = {subject: _Layout(catalogue, subject) for subject in subjects(catalogue)}

    def write(self, state: State, action: Action, holder: bytes) -> str:
        """The ticket; `holder` names the face and the conversation, and must be given to read it."""
        return self.writer(state, holder)(action)

    def writer(self, state: State, holder: bytes) -> Callable[[Action], str]:
        """What writes tickets for the buttons of one state, which is packed only once."""
        data = self._pack(state)

        def write(action: Action) -> str:
            act = action.act + action.screen if action.act is Act.GO else action.act
            packed = b"%c%c%b%c%b" % (data[0], data[1] | act << 3, data[2:20], action.at, data[21:])
            return base64.urlsafe_b64encode(self._seal.seal(packed, holder)).decode()

        return write

    def read(self, ticket: str, holder: bytes, hour: int) -> tuple[State, Action]:
        """What a ticket holds; raises ForgedError and OutdatedError. `hour` is now."""
        if len(ticket) != LONGEST:
            raise ForgedError
        try:
            sealed = base64.b64decode(ticket.encode("ascii"), altchars=b"-_", validate=True)
        except (binascii.Error, UnicodeEncodeError):
            raise ForgedError from None
        data = self._seal.open(sealed, holder)
        if data is None:
            raise ForgedError
        return self._unpack(data, hour)

    def _pack(self, state: State) -> bytes:
        """A state's bytes, with no action yet."""
        layout = self._layouts[state.subject] if state.subject else None
        again = layout.place(state.asked_again) if layout and state.asked_again else 0
        return b"".join(
            [
                bytes([FORMAT, LANGUAGES.index(state.language) | state.began << 1 | state.each_new << 2]),
                _hash(state.subject) if state.subject else bytes(4),
                layout.fingerprint if layout else bytes(4),
                ((state.started - EPOCH) % HOURS).to_bytes(2),
                (0 if state.slot is None else 1 << 15 | state.slot).to_bytes(2),
                bytes([state.draw]),
                state.channel.to_bytes(2),
                bytes([state.screen, state.at, again, 0]),
                layout.pack(state.answers) if layout else bytes(ANSWER_BYTES),
            ]
        )

    def _unpack(self, data: bytes, hour: int) -> tuple[State, Action]:
        language = LANGUAGES[data[1] & 1]
        subject = self._subjects.get(data[2:6])
        age = (hour - EPOCH - int.from_bytes(data[10:12])) % HOURS
        age = 0 if age >= HOURS - CLOCKS else age
        layout = self._layouts[subject] if subject else None
        known = data[2:6] == bytes(4) or (layout is not None and layout.fingerprint == data[6:10])
        if data[0] != FORMAT or not known or age > OLDEST:
            raise OutdatedError(language, subject)
        slot = int.from_bytes(data[12:14])
        state = State(
            language=language,
            started=hour - age,
            subject=subject,
            began=bool(data[1] & 2),
            answers=layout.unpack(data[21:]) if layout else {},
            screen=Screen(data[17]),
            at=data[18],
            asked_again=layout.question(data[19]) if layout else None,
            each_new=bool(data[1] & 4),
            channel=int.from_bytes(data[15:17]),
            slot=slot & 0x3FFF if slot >> 15 else None,
            draw=data[14],
        )
        act = data[1] >> 3
        if act >= Act.GO:
            return state, Action(Act.GO, data[20], Screen(act - Act.GO))
        return state, Action(Act(act), data[20])


class _Layout:
    """How one condition's answers become bytes."""

    def __init__(self, catalogue: Catalogue, subject: Subject) -> None:
        condition = catalogue.conditions[subject.condition]
        self.fingerprint = condition.fingerprint
        self._questions = packed_questions(condition, subject.study)
        self._places = {question: at for at, question in enumerate(self._questions, 1)}
        self._answers: Mapping[QuestionId, Sequence[AnswerId]] = {
            key: (*condition.questions[key].answers, UNSURE) for key in self._questions
        }
        self._values = {key: {answer: at for at, answer in enumerate(known, 1)} for key, known in self._answers.items()}

    def place(self, question: QuestionId) -> int:
        return self._places[question]

    def question(self, place: int) -> QuestionId | None:
        return self._questions[place - 1] if 0 < place <= len(self._questions) else None

    def pack(self, answers: Mapping[QuestionId, AnswerId]) -> bytes:
        value = 0
        for question in self._questions:
            known = self._values[question]
            value = value * (len(known) + 1) + known.get(answers.get(question, NONE), 0)
        return value.to_bytes(ANSWER_BYTES)

    def unpack(self, data: bytes) -> dict[QuestionId, AnswerId]:
        value = int.from_bytes(data)
        found: dict[QuestionId, AnswerId] = {}
        for question in reversed(self._questions):
            value, at = divmod(value, len(self._answers[question]) + 1)
            if at:
                found[question] = self._answers[question][at - 1]
        return found


def answer_bits(condition: Condition, questions: Iterable[QuestionId]) -> int:
    """How many bits the answers to these questions take."""
    return (prod(len(condition.questions[key].answers) + 2 for key in questions) - 1).bit_length()


def packed_questions(condition: Condition, study: StudyId | None) -> tuple[QuestionId, ...]:
    """The questions whose answers travel: all of the condition if they fit, else those of the study."""
    everything = tuple(condition.questions)
    if study is None or answer_bits(condition, everything) <= 8 * ANSWER_BYTES:
        return everything
    return study_questions(condition, study)


def study_questions(condition: Condition, study: StudyId) -> tuple[QuestionId, ...]:
    """The questions that one study can ask, in the order of asking."""
    named = {key for criterion in condition.studies[study].criteria.values() for key in criterion.questions}
    return tuple(key for key in condition.questions if key in named)


def subjects(catalogue: Catalogue) -> tuple[Subject, ...]:
    """Everything that can be asked about: of each condition all studies together if they fit, then each."""
    return tuple(
        Subject(key, study)
        for key, condition in catalogue.conditions.items()
        for study in (*([None] if offers_all(condition) else []), *condition.studies)
    )


def offers_all(condition: Condition) -> bool:
    """Whether a ticket holds the answers for all studies of a condition together, and there are several."""
    return len(condition.studies) > 1 and answer_bits(condition, condition.questions) <= 8 * ANSWER_BYTES


def _hash(subject: Subject) -> bytes:
    name = f"study {subject.study}" if subject.study else f"condition {subject.condition}"
    return hashlib.sha256(name.encode()).digest()[:4]
