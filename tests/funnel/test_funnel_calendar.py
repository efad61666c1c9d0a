"""Periods are whole weeks from Monday 03:00 UTC, on one grid, without gap or overlap."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.funnel.calendar import SETTLING, Calendar, Period, Week, monday, plausible, week_of

INSTANTS = st.datetimes(
    min_value=datetime(2020, 1, 1),  # noqa: DTZ001 (hypothesis adds the zone)
    max_value=datetime(2040, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-4)), timezone(timedelta(hours=2))]),
)


@given(INSTANTS)
def test_a_week_begins_on_a_monday_at_three(instant: datetime) -> None:
    begins = monday(week_of(instant))
    assert (begins.weekday(), begins.hour, begins.minute, begins.second) == (0, 3, 0, 0)
    assert begins <= instant < begins + timedelta(weeks=1)


@given(INSTANTS, st.integers(1, 52))
def test_every_instant_is_in_one_period(instant: datetime, weeks: int) -> None:
    calendar = Calendar(weeks)
    period = calendar.period_of(instant)
    assert week_of(instant) in period
    assert period.end - period.first == weeks
    assert calendar.opening(instant, []) == period
    assert calendar.next_release(instant + SETTLING) == monday(period.end) > instant
    assert period.due == monday(period.end) + SETTLING


def test_the_next_release_is_todays_until_it_may_be_drawn() -> None:
    today = datetime(2026, 11, 23, 3, tzinfo=UTC)
    assert Calendar(4).next_release(today + SETTLING - timedelta(seconds=1)) == today
    assert Calendar(4).next_release(today + SETTLING) == today + timedelta(weeks=4)


PERIODS = st.builds(
    lambda first, weeks: Period(Week(first), Week(first + weeks)), st.integers(2600, 3700), st.integers(1, 52)
)


@given(INSTANTS, st.integers(1, 52), st.lists(PERIODS, max_size=8))
def test_what_is_opened_holds_the_present_week_and_no_week_that_is_taken(
    instant: datetime, weeks: int, taken: list[Period]
) -> None:
    calendar = Calendar(weeks)
    opened = calendar.opening(instant, taken)
    if any(week_of(instant) in other for other in taken):
        assert opened is None
        return
    assert opened is not None
    assert week_of(instant) in opened
    assert not any(opened.meets(other) for other in taken)
    grid = calendar.period_of(instant)
    assert grid.first <= opened.first < opened.end <= grid.end


@given(INSTANTS, st.integers(1, 52), st.integers(1, 52))
def test_a_change_of_length_leaves_no_gap_and_no_overlap(instant: datetime, before: int, after: int) -> None:
    period = Calendar(before).period_of(instant)
    following = Calendar(after).opening(monday(period.end), [period])
    assert following is not None
    assert following.first == period.end
    assert 0 < following.end - following.first <= after
    assert following.end % after == 0


def test_a_clock_that_shows_a_time_before_this_program_is_wrong() -> None:
    assert not plausible(datetime(2000, 1, 1, tzinfo=UTC))
    assert plausible(datetime(2025, 1, 1, tzinfo=UTC))


def test_the_whole_hour_of_the_start_is_enough() -> None:
    boundary = datetime(2026, 11, 23, 3, tzinfo=UTC)
    assert week_of(boundary) == week_of(boundary - timedelta(seconds=1)) + 1


def test_a_session_of_an_earlier_period_does_not_count() -> None:
    calendar = Calendar(1)
    boundary = datetime(2026, 11, 23, 3, tzinfo=UTC)
    assert calendar.counts(boundary, boundary + timedelta(days=6))
    assert not calendar.counts(boundary - timedelta(hours=1), boundary)
    assert not calendar.counts(boundary, boundary - timedelta(hours=1))


def test_a_period_knows_its_last_week() -> None:
    assert Period(Week(4), Week(8)).last == 7


@pytest.mark.parametrize("weeks", [0, -1, 53])
def test_a_length_that_cannot_be_is_refused(weeks: int) -> None:
    with pytest.raises(ValueError, match="1 to 52"):
        Calendar(weeks)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        week_of(datetime(2026, 1, 1))  # noqa: DTZ001
