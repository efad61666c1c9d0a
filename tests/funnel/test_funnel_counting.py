"""Conversations are counted by what they have reached: once each, in one cell a study, for two studies at most."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest
from funnel_rig_catalogue import five_studies
from hypothesis import given
from hypothesis import strategies as st
from restructured import restructured
from studies import BESIDE_ANOTHER, LUPUS
from talk import HERE, MOMENT, Person

from bot.conversation.pair import counted, slot
from bot.conversation.state import SHOW, Act, Action, Moment, Screen, Subject, go
from bot.conversation.state import State as Talk
from bot.conversation.subjects import subjects
from bot.funnel.cells import CellNumber, Kind
from bot.funnel.counting import Counting, channel_numbers
from criteria.catalogue import Catalogue
from criteria.condition import StudyId
from criteria.expression import AnswerId, QuestionId
from criteria.interview import Interview, answered, asked_at
from criteria.screening import screening

A, B = "NCT03673748", "NCT03917797"
SEED = MOMENT.chance & 0xFFFFFF
STARTED = datetime.fromtimestamp(MOMENT.hour * 3600, UTC)


@cache
def counting() -> Counting:
    return Counting(BESIDE_ANOTHER)


def now_in(person: Person, study: str) -> tuple[Kind, tuple[str, ...]]:
    cells = counting().studies[StudyId(study)]
    cell = cells.fine[counting().cell(StudyId(study), person.state) - 1]
    return cell.kind, cell.subjects


def raised(person: Person, act: Act = Act.ANSWER) -> dict[str, int]:
    return {one.tally: one.cell for one in counting().raises(person.state, Action(act))}


def test_a_session_goes_from_the_notice_to_its_own_next_question_and_its_verdict(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    assert now_in(person, A) == (Kind.NOTICE, ())
    person.begin()
    assert now_in(person, A) == (Kind.LEFT, ("lupus_kidney",))
    person.tap("kidneys")
    assert now_in(person, A) == (Kind.LEFT, ("age",))
    person.tap("<18")
    assert now_in(person, A) == (Kind.INELIGIBLE, ("adult",))
    person = Person(shipped, "en", A)
    person.answer_all()
    assert now_in(person, A) == (Kind.LIKELY_OPEN, ())


def test_each_of_two_studies_is_counted_as_if_it_had_been_asked_alone(shipped: Catalogue) -> None:
    person = Person(shipped)
    person.begin()
    for answer in ("kidneys", "18..75"):
        person.tap(answer)
    person.tap("6..12")
    assert now_in(person, A) == (Kind.INELIGIBLE, ("recent_biopsy",))
    assert now_in(person, B) == (Kind.LEFT, ("kidney_class",))
    assert set(raised(person)) == {A, B}


def test_only_the_study_that_is_asked_about_is_counted(shipped: Catalogue) -> None:
    person = Person(shipped, "en", B)
    person.begin()
    assert set(raised(person)) == {B}


@pytest.mark.parametrize(
    "action",
    [
        SHOW,
        *(go(screen) for screen in Screen),
        *(Action(act) for act in Act if act not in {0, 1, 2, 3, 4, 16}),
    ],
)
def test_looking_raises_nothing(shipped: Catalogue, action: Action) -> None:
    person = Person(shipped, "en", A)
    person.begin()
    assert not list(counting().raises(person.state, action))


def test_nothing_is_raised_before_the_notice(shipped: Catalogue) -> None:
    person = Person(shipped)
    for act in Act:
        assert not list(counting().raises(person.state, Action(act)))


def test_the_slot_and_the_start_are_the_tickets_own(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    person.begin()
    (one,) = counting().raises(person.state, Action(Act.BEGIN))
    assert one.slot == slot(SEED, LUPUS.id)
    assert one.started == STARTED


def test_one_ticket_replayed_a_hundred_times_and_every_fork_of_it_hold_one_slot(shipped: Catalogue) -> None:
    """Each tap, at any time, with any chance, of any ticket of the session, raises the same slot."""
    person = Person(shipped)
    person.begin()
    held: list[str] = []
    while person.card.question is not None:
        held += [person.tickets.write(person.state, button.action, HERE) for button in person.card.buttons]
        person.press(person.card.buttons[0] if len(held) % 2 else person.card.buttons[-1])
    person.tap("menu")
    held += [person.tickets.write(person.state, button.action, HERE) for button in person.card.ways]
    slots = set()
    for turn in range(100):
        for ticket in held:
            state, action = person.tickets.read(ticket, HERE, MOMENT.hour + turn % 50)
            state = person.conversation.step(state, action, Moment(MOMENT.hour + turn % 50, turn * 7919))
            slots |= {(one.slot, one.started) for one in counting().raises(state, action)}
    assert slots == {(slot(SEED, LUPUS.id), STARTED)}


def test_choosing_another_study_of_the_condition_is_the_same_session(shipped: Catalogue) -> None:
    person = Person(shipped, "en", A)
    person.begin()
    person.tap("menu")
    person.tap("choice")
    person.tap(LUPUS.id)
    person.tap(B)
    assert person.state.seed == SEED
    assert set(raised(person, Act.CHOOSE)) == {B}


@pytest.mark.parametrize("study", [A, B])
def test_every_reachable_state_of_a_study_has_its_cell_and_no_answer_goes_back(shipped: Catalogue, study: str) -> None:
    found = shipped.find(study)
    assert found is not None
    interview = Interview(screening(found[0], [found[1].id]))
    person = Person(shipped, "en", study)
    person.begin()
    nothing: dict[QuestionId, AnswerId] = {}
    seen = {interview.start: nothing}
    waiting = [interview.start]
    reached: set[CellNumber] = set()
    while waiting:
        here = waiting.pop()
        question = asked_at(here)
        before = counting().cell(found[1].id, replaced(person, seen[here]))
        reached.add(before)
        if question is None:
            continue
        for answer, there in answered(here, question):
            answers = {**seen[here], question: answer}
            assert counting().cell(found[1].id, replaced(person, answers)) > before
            reached.add(counting().cell(found[1].id, replaced(person, answers)))
            if there not in seen:
                seen[there] = answers
                waiting.append(there)
    fine = counting().studies[found[1].id].fine
    missed = {fine[number - 1].kind for number in set(range(1, len(fine) + 1)) - reached}
    assert not missed & {Kind.LEFT, Kind.INELIGIBLE}


def replaced(person: Person, answers: dict[QuestionId, AnswerId]) -> Talk:
    return replace(person.state, answers=answers)


@given(st.integers(1, 50), st.integers(0, (1 << 24) - 1))
def test_a_session_is_counted_for_two_studies_at_most_whatever_it_asks_about(count: int, seed: int) -> None:
    studies = [StudyId(f"S{number}") for number in range(count)]
    assert len(counted(studies, seed, LUPUS.id)) == min(2, count)


def test_of_many_studies_two_are_drawn_evenly_and_slots_are_even_too() -> None:
    studies = [StudyId(f"S{number}") for number in range(5)]
    times: dict[StudyId, int] = dict.fromkeys(studies, 0)
    low = 0
    for seed in range(20_000):
        low += slot(seed, LUPUS.id) < 8192
        for study in counted(studies, seed, LUPUS.id):
            times[study] += 1
    assert max(times.values()) / min(times.values()) < 1.05
    assert 0.48 < low / 20_000 < 0.52


def test_walking_through_five_studies_counts_two() -> None:
    catalogue = five_studies()
    many = Counting(catalogue)
    person = Person(catalogue)
    state, action = person.state, Action(Act.CHOOSE)
    tallies: set[str] = set()
    subjects: Sequence[StudyId | None] = [None, *catalogue.conditions[LUPUS.id].studies, None]
    for study in subjects:
        state = person.conversation._choose(state, Subject(LUPUS.id, study))
        state = person.conversation.step(state, Action(Act.BEGIN), MOMENT)
        tallies |= {one.tally for one in many.raises(state, action)}
    assert len(tallies) == 2


def test_another_condition_is_another_session_without_the_answers() -> None:
    """So that no replay of the way there can weigh one answer twice."""
    person = Person(BESIDE_ANOTHER, "en", A)
    person.answer_all()
    (other,) = {one for one in subjects(BESIDE_ANOTHER) if one.condition != LUPUS.id and one.study is not None}
    after = person.conversation._choose(person.state, other)
    assert after.answers == {}
    assert slot(after.seed, LUPUS.id) != slot(after.seed, other.condition)


def test_channels_are_counted_beside_the_study_and_unknown_ones_as_none(shipped: Catalogue) -> None:
    names = ("newsletter", "poster")
    counting = Counting(shipped, names)
    person = Person(shipped, "en", A)
    for channel, cell in ((0, 1), (channel_numbers(names)["newsletter"], 2), (channel_numbers(names)["poster"], 3)):
        found = shipped.find(A)
        assert found is not None
        state = person.conversation.start("en", MOMENT, Subject(found[0].id, found[1].id), channel)
        raised = {one.tally: one.cell for one in counting.raises(state, Action(Act.CHOOSE))}
        assert raised == {A: 1, f"{A} channels": cell}


def test_another_structure_is_another_count() -> None:
    """By the fingerprint that outdates open tickets, so no session can stand in two counts."""
    changed = Catalogue({LUPUS.id: restructured(LUPUS, StudyId(A))})
    one, other = counting().studies[StudyId(A)], Counting(changed).studies[StudyId(A)]
    assert one.fine == other.fine
    assert one.definition != other.definition
