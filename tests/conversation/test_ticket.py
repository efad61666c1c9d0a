"""Tickets: whole, sealed, at most 64 characters, and of use in their own conversation only."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from studies import BESIDE_ANOTHER, LUPUS
from talk import FITS_BOTH, HERE, MOMENT, SEAL, A, Person

from bot.conversation.seal import SivSeal
from bot.conversation.state import SHOW, Act, Action, Screen, State, Subject
from bot.conversation.ticket import ForgedError, OutdatedError, Tickets, answer_bits, subjects
from criteria.catalogue import Catalogue
from criteria.expression import UNSURE

TICKETS = Tickets(BESIDE_ANOTHER, SEAL)

answers = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from([*question.answers, UNSURE]) for key, question in LUPUS.questions.items()}
)
actions = st.one_of(
    st.builds(Action, st.sampled_from([act for act in Act if act is not Act.GO]), st.integers(0, 255)),
    st.builds(Action, st.just(Act.GO), st.integers(0, 255), st.sampled_from(Screen)),
)
states = st.builds(
    State,
    language=st.sampled_from(["en", "es"]),
    started=st.integers(MOMENT.hour - 14 * 24, MOMENT.hour),
    subject=st.sampled_from([one for one in subjects(BESIDE_ANOTHER) if one.condition == LUPUS.id]),
    began=st.booleans(),
    answers=answers,
    screen=st.sampled_from(Screen),
    at=st.integers(0, 255),
    asked_again=st.one_of(st.none(), st.sampled_from(list(LUPUS.questions))),
    each_new=st.booleans(),
    channel=st.integers(0, 65535),
    slot=st.one_of(st.none(), st.integers(0, 16383)),
    draw=st.integers(0, 255),
)


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
    assert state.started == MOMENT.hour - 1


def test_a_ticket_of_changed_definitions_is_outdated_in_its_language_and_study() -> None:
    changed = replace(LUPUS, fingerprint=b"\x00\x01\x02\x03")
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
    assert answer_bits(LUPUS, LUPUS.questions) <= 72
