"""A ticket: a conversation's whole state plus one action, sealed into at most 64 characters.

Layout of the sealed bytes, big-endian, in format 2:

    byte  0      bits 4-7 format, bits 1-3 language (its place in the table, 8 at most), bit 0 notice read
          1- 4   subject: hash of the condition's or study's id; zero for none
          5- 6   start hour, counted from 2026-01-01 UTC, modulo 65,536
          7-10   fingerprint of the structure of what is asked about; zero for none
         11      bits 0-5 act (up to 15) or, from 16 on, the screen to go to; bit 6 the wish; bit 7 for somebody else
         12      bits 0-4 screen; bits 5-7 the sheet's language, counted in the table from the conversation's on, modulo 8
         13-15   seed
         16-17   channel
         18      the screen's `at`
         19      the question that is asked again, from 1; zero for none
         20      the action's `at`
         21-31   the answers in mixed radix: per question 0 for none, 1.. for its answers, last unsure

The first seven bytes keep their meaning in every format, so that an outdated ticket can still be taken up in its
language and study. Format 1 began with a byte of 1, had its language in the lowest bit of the next, and then the subject.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.conversation.state import Act, Action, Screen, State, Subject
from bot.conversation.subjects import ANSWER_BYTES, screened, subjects
from criteria.catalogue import Catalogue
from criteria.condition import ConditionId
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.languages import LANGUAGES, Language
from criteria.screening import Screening

FORMAT = 2
MOST_LANGUAGES = 8
NONE = AnswerId("")
STATE_BYTES = 32
LONGEST = 64
EPOCH = 490_896
"""2026-01-01 00:00 UTC in hours since 1970-01-01."""
HOURS = 1 << 16
OLDEST = 14 * 24
"""Hours after which a ticket has expired, where a face sets no other number."""
CLOCKS = 48
"""Hours by which two machines' clocks may differ."""
SEED_BITS = 24


class ForgedError(ValueError):
    """The ticket does not open: forged, foreign or damaged."""


@dataclass(frozen=True)
class OutdatedError(Exception):
    """The ticket opens, but belongs to earlier definitions or is too old."""

    language: Language
    subject: Subject | None
    withheld: bool = False
    """It is about a study that is not served now, since its wording is not the one that was approved."""
    expired: bool = False
    """Too old, whatever it is about."""

    @property
    def notice(self) -> str:
        """The name of the text that says so."""
        return "withheld" if self.withheld else "outdated"


class Seal(Protocol):
    """Seals and opens bytes for one conversation."""

    def seal(self, data: bytes, holder: bytes) -> bytes:
        """16 bytes longer than `data`; the same for the same data and holder."""
        ...

    def open(self, sealed: bytes, holder: bytes) -> bytes | None:
        """What was sealed, or None."""
        ...


class Tickets:
    """Writes and reads tickets for one catalogue under one seal; they open for `oldest` hours from a conversation's start."""

    def __init__(self, catalogue: Catalogue, seal: Seal, oldest: int = OLDEST) -> None:
        self.oldest = oldest
        self._catalogue = catalogue
        self._seal = seal
        self._subjects = {_hash(subject): subject for subject in subjects(catalogue)}
        self._withheld = frozenset(_hash(Subject(ConditionId(""), study)) for study in catalogue.withheld)
        self._layouts = {subject: _Layout(screened(catalogue, subject)) for subject in subjects(catalogue)}

    def write(self, state: State, action: Action, holder: bytes) -> str:
        """The ticket; `holder` names the face and the conversation, and must be given to read it."""
        return self.writer(state, holder)(action)

    def writer(self, state: State, holder: bytes) -> Callable[[Action], str]:
        """What writes tickets for the buttons of one state, which is packed only once."""
        data = self._pack(state)

        def write(action: Action) -> str:
            act = action.act + action.screen if action.act is Act.GO else action.act
            packed = b"%b%c%b%c%b" % (data[:11], data[11] | act, data[12:20], action.at, data[21:])
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
                bytes([FORMAT << 4 | LANGUAGES.index(state.language) << 1 | state.began]),
                _hash(state.subject) if state.subject else bytes(4),
                ((state.started - EPOCH) % HOURS).to_bytes(2),
                layout.fingerprint if layout else bytes(4),
                bytes([state.for_other << 7 | state.wished << 6, _sheet(state) << 5 | state.screen]),
                state.seed.to_bytes(3),
                state.channel.to_bytes(2),
                bytes([state.at, again, 0]),
                layout.pack(state.answers) if layout else bytes(ANSWER_BYTES),
            ]
        )

    def _unpack(self, data: bytes, hour: int) -> tuple[State, Action]:
        if data[0] >> 4 != FORMAT:
            raise self._outdated(data)
        subject = self._subjects.get(data[1:5])
        age = (hour - EPOCH - int.from_bytes(data[5:7])) % HOURS
        age = age - HOURS if age >= HOURS - CLOCKS else age  # one machine's clock may be behind another's
        layout = self._layouts[subject] if subject else None
        known = data[1:5] == bytes(4) or (layout is not None and layout.fingerprint == data[7:11])
        place = data[0] >> 1 & 7
        sheet = (place + (data[12] >> 5)) % MOST_LANGUAGES
        if not known or age > self.oldest or max(place, sheet) >= len(LANGUAGES):
            raise self._outdated(data, expired=age > self.oldest)
        state = State(
            language=LANGUAGES[place],
            started=hour - age,
            subject=subject,
            began=bool(data[0] & 1),
            answers=layout.unpack(data[21:]) if layout else {},
            screen=Screen(data[12] & 31),
            at=data[18],
            asked_again=layout.question(data[19]) if layout else None,
            wished=bool(data[11] & 64),
            for_other=bool(data[11] & 128),
            sheet_in=LANGUAGES[sheet] if sheet != place else None,
            channel=int.from_bytes(data[16:18]),
            seed=int.from_bytes(data[13:16]),
        )
        act = data[11] & 63
        if act >= Act.GO:
            return state, Action(Act.GO, data[20], Screen(act - Act.GO))
        return state, Action(Act(act), data[20])

    def _outdated(self, data: bytes, *, expired: bool = False) -> OutdatedError:
        """What can still be read of a ticket of an earlier format or of earlier definitions."""
        first = data[0] == 1
        place, subject = (data[1] & 1, data[2:6]) if first else (data[0] >> 1 & 7, data[1:5])
        language = LANGUAGES[place % len(LANGUAGES)]
        return OutdatedError(language, self._subjects.get(subject), subject in self._withheld, expired)


def _sheet(state: State) -> int:
    """How far the sheet's language stands behind the conversation's in the table, around its end."""
    if state.sheet_in is None:
        return 0
    return (LANGUAGES.index(state.sheet_in) - LANGUAGES.index(state.language)) % MOST_LANGUAGES


class _Layout:
    """How the answers about one subject become bytes."""

    def __init__(self, asked: Screening) -> None:
        self.fingerprint = asked.fingerprint
        self._questions = tuple(asked.questions)
        self._places = {question: at for at, question in enumerate(self._questions, 1)}
        self._answers: Mapping[QuestionId, Sequence[AnswerId]] = {
            key: (*question.answers, UNSURE) for key, question in asked.questions.items()
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


def _hash(subject: Subject) -> bytes:
    name = f"study {subject.study}" if subject.study else f"condition {subject.condition}"
    return hashlib.sha256(name.encode()).digest()[:4]
