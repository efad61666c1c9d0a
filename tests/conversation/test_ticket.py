"""Tickets: whole, sealed, at most 64 characters, and of use in their own conversation only."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from restructured import restructured
from studies import BESIDE_ANOTHER, LUPUS
from talk import FITS_BOTH, HERE, MOMENT, SEAL, A, Person

from bot.conversation.seal import SivSeal
from bot.conversation.state import SHOW, Act, Action, Screen, State, Subject
from bot.conversation.subjects import ANSWER_BYTES, answer_bits, screened, subjects
from bot.conversation.ticket import MOST_LANGUAGES, ForgedError, OutdatedError, Tickets
from criteria.catalogue import Catalogue
from criteria.condition import StudyId
from criteria.expression import UNSURE
from criteria.languages import LANGUAGES
from criteria.screening import asked_questions

TICKETS = Tickets(BESIDE_ANOTHER, SEAL)

actions = st.one_of(
    st.builds(Action, st.sampled_from([act for act in Act if act is not Act.GO]), st.integers(0, 255)),
    st.builds(Action, st.just(Act.GO), st.integers(0, 255), st.sampled_from(Screen)),
)


@st.composite
def some_states(draw: st.DrawFn) -> State:
    """Any state about any subject, with answers to the questions that are asked about it."""
    subject = draw(st.sampled_from(subjects(BESIDE_ANOTHER)))
    asked = screened(BESIDE_ANOTHER, subject).questions
    known = {key: st.sampled_from([*question.answers, UNSURE]) for key, question in asked.items()}
    return State(
        language=draw(st.sampled_from(LANGUAGES)),
        started=draw(st.integers(MOMENT.hour - 14 * 24, MOMENT.hour)),
        subject=subject,
        began=draw(st.booleans()),
        answers=draw(st.fixed_dictionaries({}, optional=known)),
        screen=draw(st.sampled_from(Screen)),
        at=draw(st.integers(0, 255)),
        asked_again=draw(st.one_of(st.none(), st.sampled_from(list(asked)))),
        wished=draw(st.booleans()),
        channel=draw(st.integers(0, 65535)),
        seed=draw(st.integers(0, (1 << 24) - 1)),
    )


states = some_states()


@given(state=states, action=actions)
def test_a_ticket_gives_back_every_state_and_action_and_fits_64_bytes(state: State, action: Action) -> None:
    ticket = TICKETS.write(state, action, HERE)
    assert len(ticket.encode()) == 64
    assert TICKETS.read(ticket, HERE, MOMENT.hour) == (state, action)


def test_a_ticket_before_the_choice_of_a_study_holds_its_language() -> None:
    state = State(language="es", started=MOMENT.hour)
    assert TICKETS.read(TICKETS.write(state, SHOW, HERE), HERE, MOMENT.hour) == (state, SHOW)


@given(state=states, place=st.integers(0, 63), letter=st.sampled_from("ABCXYZabcxyz0189-_"))
def test_a_changed_ticket_does_not_open(state: State, place: int, letter: str) -> None:
    ticket = TICKETS.write(state, SHOW, HERE)
    changed = ticket[:place] + letter + ticket[place + 1 :]
    if changed != ticket:
        with pytest.raises(ForgedError):
            TICKETS.read(changed, HERE, MOMENT.hour)


@given(st.text(max_size=200))
def test_no_text_opens_as_a_ticket(text: str) -> None:
    with pytest.raises(ForgedError):
        TICKETS.read(text, HERE, MOMENT.hour)


def test_a_ticket_of_another_conversation_or_face_does_not_open() -> None:
    ticket = TICKETS.write(State(language="en", started=MOMENT.hour), SHOW, HERE)
    for holder in (b"web:another", b"telegram:a conversation", b""):
        with pytest.raises(ForgedError):
            TICKETS.read(ticket, holder, MOMENT.hour)


def test_a_ticket_sealed_with_an_earlier_key_opens_while_that_key_is_listed() -> None:
    old, new = b"o" * 32, b"n" * 32
    state = State(language="en", started=MOMENT.hour)
    ticket = Tickets(BESIDE_ANOTHER, SivSeal([old])).write(state, SHOW, HERE)
    assert Tickets(BESIDE_ANOTHER, SivSeal([new, old])).read(ticket, HERE, MOMENT.hour) == (state, SHOW)
    with pytest.raises(ForgedError):
        Tickets(BESIDE_ANOTHER, SivSeal([new])).read(ticket, HERE, MOMENT.hour)


def test_a_ticket_is_outdated_after_14_days_and_still_tells_language_and_study() -> None:
    subject = Subject(LUPUS.id, A)
    ticket = TICKETS.write(State(language="es", started=MOMENT.hour, subject=subject), SHOW, HERE)
    TICKETS.read(ticket, HERE, MOMENT.hour + 14 * 24)
    with pytest.raises(OutdatedError) as outdated:
        TICKETS.read(ticket, HERE, MOMENT.hour + 14 * 24 + 1)
    assert (outdated.value.language, outdated.value.subject) == ("es", subject)


def test_a_replica_whose_clock_is_a_little_behind_opens_tickets_of_the_others() -> None:
    ticket = TICKETS.write(State(language="en", started=MOMENT.hour), SHOW, HERE)
    state, _ = TICKETS.read(ticket, HERE, MOMENT.hour - 1)
    assert state.started == MOMENT.hour, "it began when it began: else it would be counted in two periods"


def test_a_ticket_of_changed_definitions_is_outdated_in_its_language_and_study() -> None:
    changed = restructured(LUPUS, StudyId(A))
    person = Person(BESIDE_ANOTHER, "es", A)
    person.answer_all(**FITS_BOTH)
    later = Tickets(Catalogue({LUPUS.id: changed}), SEAL)
    with pytest.raises(OutdatedError) as outdated:
        later.read(person.ticket, HERE, MOMENT.hour)
    assert (outdated.value.language, outdated.value.subject) == ("es", Subject(LUPUS.id, A))


def test_equal_answers_in_two_conversations_make_different_tickets() -> None:
    state = State(language="en", started=MOMENT.hour)
    assert TICKETS.write(state, SHOW, b"web:one") != TICKETS.write(state, SHOW, b"web:two")


def test_the_shipped_pair_leaves_room_in_its_tickets() -> None:
    assert answer_bits(asked_questions(LUPUS).values()) <= 72


def test_a_ticket_of_the_first_format_is_taken_up_in_its_language_and_study() -> None:
    """Sealed as the first format was: language in the second byte, then the study."""
    study = hashlib.sha256(f"study {A}".encode()).digest()[:4]
    sealed = SEAL.seal(bytes([1, 0b1011]) + study + bytes(26), HERE)
    with pytest.raises(OutdatedError) as outdated:
        TICKETS.read(base64.urlsafe_b64encode(sealed).decode(), HERE, MOMENT.hour)
    assert (outdated.value.language, outdated.value.subject) == ("es", Subject(LUPUS.id, A))


def test_a_ticket_has_room_for_eight_languages_and_eighty_eight_bits_of_answers() -> None:
    assert MOST_LANGUAGES == 8
    assert len(LANGUAGES) <= MOST_LANGUAGES
    assert 8 * ANSWER_BYTES == 88
