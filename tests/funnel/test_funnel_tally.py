"""Raising slots is idempotent and commutes, whatever order and company it comes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from synthetic import STUDY, WEEK

from bot.funnel.calendar import Week
from bot.funnel.cells import CellNumber
from bot.funnel.tally import EMPTY, OPEN_WEEKS, SLOTS, Pending, histogram, merged

RAISES = st.lists(st.tuples(st.integers(0, SLOTS - 1), st.integers(1, 255)), max_size=30)


def table(raises: list[tuple[int, int]]) -> bytes:
    pending = Pending()
    for slot, cell in raises:
        pending.raise_slot(STUDY, WEEK, slot, CellNumber(cell))
    return pending.take().get(STUDY, {}).get(WEEK, EMPTY)


@given(RAISES, RAISES, RAISES)
def test_merging_commutes_associates_and_repeats(
    a: list[tuple[int, int]], b: list[tuple[int, int]], c: list[tuple[int, int]]
) -> None:
    x, y, z = table(a), table(b), table(c)
    assert merged(x, y) == merged(y, x) == table(a + b)
    assert merged(merged(x, y), z) == merged(x, merged(y, z))
    assert merged(x, x) == x
    assert merged(x, EMPTY) == merged(EMPTY, x) == x


@given(RAISES, st.randoms(use_true_random=False), st.integers(1, 5))
def test_replays_and_disorder_change_nothing(raises: list[tuple[int, int]], chance: object, times: int) -> None:
    again = raises * times
    chance.shuffle(again)  # type: ignore[attr-defined]
    assert table(again) == table(raises)


@given(RAISES)
def test_a_session_is_in_one_cell(raises: list[tuple[int, int]]) -> None:
    counts = histogram(table(raises), 255)
    furthest = {slot: max(c for s, c in raises if s == slot) for slot, _ in raises}
    assert sum(counts) == len(furthest)
    assert all(counts[cell - 1] for cell in furthest.values())


def test_a_histogram_names_empty_cells_too() -> None:
    assert histogram(EMPTY, 4) == (0, 0, 0, 0)


def test_a_table_beyond_its_list_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond the last cell"):
        histogram(table([(0, 5)]), 4)


@pytest.mark.parametrize("short", [b"", EMPTY[1:], EMPTY + b"\0"])
def test_a_table_of_another_size_is_refused(short: bytes) -> None:
    with pytest.raises(ValueError, match="16384"):
        merged(EMPTY, short)
    with pytest.raises(ValueError, match="16384"):
        merged(short, EMPTY)


@pytest.mark.parametrize(("slot", "cell"), [(-1, 1), (SLOTS, 1), (0, 0), (0, 256), (0, -1)])
def test_a_slot_or_cell_that_cannot_be_is_ignored(slot: int, cell: int) -> None:
    pending = Pending()
    assert not pending.raise_slot(STUDY, WEEK, slot, CellNumber(cell))
    assert pending.take() == {}


def test_what_is_given_back_joins_what_came_since() -> None:
    pending = Pending()
    pending.raise_slot(STUDY, WEEK, 1, CellNumber(5))
    pending.raise_slot(STUDY, WEEK, 2, CellNumber(5))
    taken = pending.take()
    pending.raise_slot(STUDY, WEEK, 1, CellNumber(7))
    pending.raise_slot(STUDY, WEEK, 2, CellNumber(3))
    pending.give_back(taken)
    assert pending.take()[STUDY][WEEK][:4] == bytes([0, 7, 5, 0])
    assert pending.take() == {}


def test_waiting_raises_are_bounded_and_the_oldest_make_way() -> None:
    pending = Pending()
    for week in range(10):
        assert pending.raise_slot(STUDY, Week(week), 0, CellNumber(1))
    assert not pending.raise_slot(STUDY, Week(0), 0, CellNumber(1))
    pending.give_back({STUDY: {Week(1): EMPTY}})
    assert list(pending.take()[STUDY]) == [7, 8, 9][:OPEN_WEEKS]
