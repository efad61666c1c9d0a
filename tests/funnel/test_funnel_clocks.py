"""Clocks that jump, stand wrong, or differ, and settings that change: everybody is counted once, and released once."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from rig import Rig
from synthetic import BEGINNING, CALENDAR, KEY, PERIOD, STUDY, Clock

from bot.funnel.books import Counted, Finding, Trouble
from bot.funnel.calendar import SETTLING, Calendar, Period, Week, monday, week_of
from bot.funnel.cells import CellNumber, channel_list, channels_of
from bot.funnel.counter import Notice
from bot.funnel.release import Release
from bot.funnel.schema import RELEASE, TALLY

pytest_plugins = ["funnel_fixtures"]

TWO = CellNumber(2)
NEXT = Period(PERIOD.end, Week(PERIOD.end + 4))
TWO_YEARS = timedelta(days=731)
CHANNELS = channels_of(STUDY)

pytestmark = pytest.mark.usefixtures("no_noise")


async def released(rig: Rig) -> list[tuple[Period, int]]:
    return [(one.terms.period, sum(one.counts)) for one in await rig.store().releases(STUDY)]


async def test_a_clock_two_years_ahead_for_a_minute_costs_the_rest_of_its_period_and_no_more(rig: Rig) -> None:
    clock = Clock()
    counter, news = rig.counter(clock)
    counter.raise_slot(STUDY, 1, TWO, clock())
    await counter.tick()
    clock.at += TWO_YEARS
    await counter.tick()
    clock.at += timedelta(minutes=1) - TWO_YEARS
    counter.raise_slot(STUDY, 1, CellNumber(9), BEGINNING)
    counter.raise_slot(STUDY, 2, TWO, clock())
    await counter.tick()
    assert await released(rig) == [(PERIOD, 1)]
    assert news == [Finding(STUDY, Trouble.EARLY)]
    clock.at = monday(PERIOD.end)
    counter.raise_slot(STUDY, 3, TWO, clock())
    await counter.tick()
    clock.at = NEXT.due
    await counter.tick()
    assert await released(rig) == [(PERIOD, 1), (NEXT, 1)]


async def test_the_command_gives_back_what_is_left_of_the_period(rig: Rig) -> None:
    clock = Clock()
    counter, _ = rig.counter(clock)
    counter.raise_slot(STUDY, 1, TWO, clock())
    await counter.tick()
    clock.at += TWO_YEARS
    await counter.tick()
    clock.at -= TWO_YEARS
    mended = await rig.store().mend(clock())
    this_week = Period(PERIOD.first, Week(PERIOD.first + 1))
    assert [(one.period, one.now) for one in mended.releases] == [(PERIOD, this_week)]
    assert [one.period.first > week_of(clock()) for one in mended.tallies] == [True]
    counter.raise_slot(STUDY, 1, CellNumber(9), BEGINNING)
    await counter.tick()
    assert await rig.rows(TALLY) == [], "who came this week may be in the release"
    clock.at = monday(this_week.end)
    counter.raise_slot(STUDY, 5, TWO, clock())
    await counter.tick()
    clock.at = PERIOD.due
    await counter.tick()
    assert await released(rig) == [(this_week, 1), (Period(this_week.end, PERIOD.end), 1)]
    again = await rig.store().mend(clock())
    assert (again.releases, again.tallies) == ((), ())


async def test_a_first_start_in_the_year_2000_counts_and_releases_nothing(rig: Rig) -> None:
    clock = Clock(datetime(2000, 1, 1, tzinfo=UTC))
    counter, news = rig.counter(clock)
    counter.raise_slot(STUDY, 1, TWO, clock())
    await counter.tick()
    await counter.tick()
    assert news == [Notice.CLOCK]
    clock.at = BEGINNING
    counter.raise_slot(STUDY, 2, TWO, clock())
    await counter.tick()
    clock.at = PERIOD.due
    await counter.tick()
    assert await released(rig) == [(PERIOD, 1)]
    assert news == [Notice.CLOCK, Notice.RESUMED]


async def test_a_clock_that_jumps_back_costs_nothing_of_what_was_counted(rig: Rig) -> None:
    clock = Clock()
    counter, _ = rig.counter(clock)
    counter.raise_slot(STUDY, 1, TWO, clock())
    await counter.tick()
    for back in (timedelta(days=60), timedelta(days=9000)):
        clock.at = BEGINNING - back
        counter.raise_slot(STUDY, 1, TWO, clock())
        await counter.tick()
    clock.at = BEGINNING + timedelta(minutes=1)
    counter.raise_slot(STUDY, 1, CellNumber(9), BEGINNING)
    await counter.tick()
    clock.at = PERIOD.due
    await counter.tick()
    assert (PERIOD, 1) in await released(rig)
    assert len([one for one in await released(rig) if one[0] != PERIOD]) <= 1


@pytest.mark.parametrize("apart", [timedelta(minutes=1), timedelta(minutes=10)])
async def test_a_boundary_met_by_two_replicas_with_clocks_apart(rig: Rig, apart: timedelta) -> None:
    """Everybody who came before or after it, to whichever replica, is counted once, in one release."""
    true = Clock(monday(PERIOD.end) - timedelta(minutes=30))

    def ahead() -> datetime:
        return true() + apart

    (fast, _), (slow, _) = rig.counter(ahead), rig.counter(true)
    slot = 0
    while true() < PERIOD.due + timedelta(minutes=30):
        for counter, now in ((fast, ahead()), (slow, true())):
            slot += 1
            started = now.replace(minute=0)
            counter.raise_slot(STUDY, slot, TWO, started)
            # the other replica takes the next step of the same session, with the start that its ticket tells
            other = slow if counter is fast else fast
            other.raise_slot(STUDY, slot, CellNumber(9), started)
        await fast.tick()
        await slow.tick()
        true.forward(minutes=1)
    true.at = NEXT.due + apart
    await slow.tick()
    await fast.tick()
    found = await released(rig)
    assert [period for period, _ in found] == [PERIOD, NEXT]
    assert sum(count for _, count in found) == slot


async def test_a_release_waits_until_clocks_that_run_behind_have_merged() -> None:
    assert timedelta(minutes=10) + timedelta(minutes=1) < SETTLING


def channels(*names: str) -> Counted:
    return Counted(channel_list(STUDY, names))


def by_name(release: Release) -> dict[str, int]:
    return {
        cell.subjects[0] if cell.subjects else "": count
        for cell, count in zip(release.terms.cells, release.counts, strict=True)
        if count
    }


async def told(rig: Rig, *counted: Counted) -> Sequence[dict[str, int]]:
    return [by_name(one) for one in await rig.store(*counted).releases(CHANNELS)]


async def test_a_change_of_channels_counts_nobody_in_two_releases(rig: Rig) -> None:
    """Until the period ends, people are counted by the list with which it began; new names count as none."""
    clock = Clock()
    before, after = channels("poster", "radio"), channels("clinic", "radio", "web")
    old, _ = rig.counter(clock, before)
    for slot, name in enumerate((None, "poster", "radio")):
        old.raise_slot(CHANNELS, slot, before.cells.channel(name), clock())
    await old.tick()
    new, _ = rig.counter(clock, after)
    for slot, name in enumerate((None, None, "radio", "clinic", "radio")):
        new.raise_slot(CHANNELS, slot, after.cells.channel(name), clock())
    await new.tick()
    clock.at = monday(PERIOD.end)
    new.raise_slot(CHANNELS, 9, after.cells.channel("web"), clock())
    await new.tick()
    clock.at = PERIOD.due
    await new.tick()
    clock.at = NEXT.due
    await new.tick()
    assert await told(rig, after) == [{"": 2, "poster": 1, "radio": 2}, {"web": 1}]


async def test_channels_taken_away_and_put_back_are_one_count(rig: Rig) -> None:
    clock = Clock()
    listed = channels("poster")
    for counted in (listed, channels("radio"), listed):
        counter, _ = rig.counter(clock, counted)
        counter.raise_slot(CHANNELS, 1, counted.cells.channel("poster" if counted is listed else None), clock())
        await counter.tick()
    clock.at = PERIOD.due
    await counter.tick()
    assert await told(rig, listed) == [{"poster": 1}]


async def test_an_earlier_version_that_released_the_future_is_mended(rig: Rig) -> None:
    """Before, a clock ahead drew a release for each period up to then; with them, nobody would be counted for years."""
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, {})
    await store.release_due(PERIOD.due)
    await rig.sql("DELETE FROM funnel_tally")  # its open one lay two years ahead
    (row,) = await rig.rows(RELEASE)
    columns = ", ".join(row)
    for number in range(1, 26):
        first = PERIOD.first + 4 * number
        values = {**row, "first_week": first, "end_week": first + 4}
        marks = ", ".join("?" for _ in values)
        await rig.sql(f"INSERT INTO funnel_release ({columns}) VALUES ({marks})", *values.values())
    old = {**row, "first_week": 1600, "end_week": 1604}
    await rig.sql(f"INSERT INTO funnel_release ({columns}) VALUES ({', '.join('?' for _ in old)})", *old.values())
    now = monday(PERIOD.end) + timedelta(days=1)
    assert (await store.merge(now, {})).findings == (Finding(STUDY, Trouble.EARLY),)
    mended = await store.mend(now)
    assert [one.now for one in mended.releases].count(None) == 25
    assert len(mended.releases) == 26
    kept = [(row["first_week"], row["end_week"]) for row in await rig.rows(RELEASE)]
    assert sorted(kept) == [(PERIOD.first, PERIOD.end), (NEXT.first, NEXT.first + 1)]
    later = monday(Week(NEXT.first + 1))
    assert (await store.merge(later, {})).findings == ()
    (open_row,) = await rig.rows(TALLY)
    assert (open_row["first_week"], open_row["end_week"]) == (NEXT.first + 1, NEXT.end)


async def test_a_change_of_length_in_mid_period_counts_everybody_once(rig: Rig) -> None:
    clock = Clock()
    four, _ = rig.counter(clock)
    four.raise_slot(STUDY, 1, TWO, clock())
    await four.tick()
    one, _ = rig.counter(clock, calendar=Calendar(1))
    for week in range(6):
        clock.at = monday(Week(PERIOD.first + week)) + SETTLING
        one.raise_slot(STUDY, 1, TWO, BEGINNING)
        one.raise_slot(STUDY, 10 + week, TWO, clock())
        await one.tick()
    clock.at = monday(Week(PERIOD.first + 7))
    await one.tick()
    found = await released(rig)
    assert [count for _, count in found] == [5, 1, 1]
    assert json.dumps(sorted(week for period, _ in found for week in range(period.first, period.end))) == json.dumps(
        list(range(PERIOD.first, PERIOD.first + 6))
    )


async def test_a_tally_is_opened_whether_or_not_anybody_came(rig: Rig) -> None:
    """That a row is there tells that the program ran, and of nobody."""
    clock = Clock()
    empty, _ = rig.counter(clock)
    await empty.tick()
    (before,) = await rig.rows(TALLY)
    empty.raise_slot(STUDY, 1, TWO, clock())
    await empty.tick()
    (after,) = await rig.rows(TALLY)
    assert {k: v for k, v in before.items() if k != "sealed"} == {k: v for k, v in after.items() if k != "sealed"}
    assert (await rig.table(key=KEY))[1] == 2
    assert CALENDAR.weeks == 4
