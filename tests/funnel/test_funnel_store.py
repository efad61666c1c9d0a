"""The store keeps the tally sealed, merges without losing, and releases each period once.

Over 300 lines: one promise after the other, each on both databases.
"""

import asyncio
from datetime import timedelta
from fractions import Fraction

import pytest
from rig import Rig
from sqlalchemy import update
from synthetic import BEGINNING, KEY, OTHER_KEY, PERIOD, STUDY, WEEK, study

from bot.funnel.books import Counted, Finding, Trouble
from bot.funnel.calendar import Calendar, Period, Week, monday
from bot.funnel.cells import Detail
from bot.funnel.database import Reason, StoreError, write
from bot.funnel.schema import MIGRATIONS, QUARANTINE, RELEASE, TALLY, VERSION, SchemaTooNewError
from bot.funnel.sealed import key_id
from bot.funnel.tally import EMPTY, SLOTS, histogram

pytest_plugins = ["funnel_fixtures"]

NEXT = Period(PERIOD.end, Week(PERIOD.end + 4))


def raises(**slots: int) -> dict[str, dict[Week, bytes]]:
    """Raises of sessions that began in the first week: `s5=3` is slot 5 to cell 3."""
    table = bytearray(EMPTY)
    for slot, cell in slots.items():
        table[int(slot[1:])] = cell
    return {STUDY: {WEEK: bytes(table)}}


async def test_a_merge_keeps_the_furthest_cell_of_each_slot(rig: Rig) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, raises(s5=3, s6=9))
    merge = await store.merge(BEGINNING, raises(s5=8, s6=2, s7=1))
    table = await rig.table()
    assert (table[5], table[6], table[7], sum(table)) == (8, 9, 1, 18)
    assert not merge.kept
    assert not merge.findings


async def test_a_merge_writes_even_if_nothing_moved(rig: Rig) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, {})
    before = await rig.rows(TALLY)
    await store.merge(BEGINNING, {})
    after = await rig.rows(TALLY)
    assert before[0]["sealed"] != after[0]["sealed"]
    assert len(before[0]["sealed"]) == len(after[0]["sealed"]) == SLOTS + 28


async def test_replicas_that_merge_together_lose_nothing(rig: Rig) -> None:
    stores = [rig.store() for _ in range(4)]
    await asyncio.gather(*(store.prepare() for store in stores))
    await asyncio.gather(
        *(
            store.merge(BEGINNING, raises(**{f"s{r * 100 + n}": 1 + r + n}))
            for n in range(3)
            for r, store in enumerate(stores)
        )
    )
    table = await rig.table()
    assert [table[r * 100 + n] for r in range(4) for n in range(3)] == [1 + r + n for r in range(4) for n in range(3)]
    assert len(await rig.rows(TALLY)) == 1


@pytest.mark.usefixtures("no_noise")
async def test_a_due_period_is_released_once_whoever_asks(rig: Rig) -> None:
    stores = [rig.store() for _ in range(4)]
    await stores[0].prepare()
    await stores[0].merge(BEGINNING, raises(s1=1, s2=1, s3=22))
    drawn = await asyncio.gather(*(store.release_due(PERIOD.due) for store in stores))
    assert sum(len(d.releases) for d in drawn) == 1
    (kept,) = await stores[1].releases(STUDY)
    assert kept.counts == (2, *(0,) * 20, 1)
    assert kept.terms == Counted(study()).opening(PERIOD)
    assert await rig.table() == EMPTY
    assert await stores[1].releases("NCT99999999") == ()


async def test_nothing_is_released_before_it_is_due(rig: Rig) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, raises(s1=1))
    early = await store.release_due(PERIOD.due - timedelta(seconds=1))
    assert early.releases == ()
    assert await rig.rows(RELEASE) == []


@pytest.mark.usefixtures("no_noise")
async def test_periods_that_were_slept_through_are_not_released(rig: Rig) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, raises(s1=1))
    drawn = await store.release_due(NEXT.due + timedelta(days=1))
    assert [(r.terms.period, sum(r.counts)) for r in drawn.releases] == [(PERIOD, 1)]
    (row,) = await rig.rows(TALLY)
    assert row["first_week"] == NEXT.end


async def test_between_a_periods_end_and_its_release_each_session_is_counted_in_its_own(rig: Rig) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, {})
    late, begun = raises(s1=1)[STUDY][WEEK], raises(s9=4)[STUDY][WEEK]
    merge = await store.merge(monday(PERIOD.end), {STUDY: {WEEK: late, NEXT.first: begun}})
    assert not merge.kept
    (release,) = (await store.release_due(PERIOD.due)).releases
    assert release.terms.period == PERIOD
    await store.merge(PERIOD.due, {STUDY: {WEEK: raises(s2=1)[STUDY][WEEK]}})
    table = await rig.table()
    assert (table[9], table[1], table[2]) == (4, 0, 0), "a raise of a released period is dropped"


async def test_the_terms_stay_as_they_were_when_the_period_began(rig: Rig) -> None:
    plain, coarse = Counted(study()), Counted(study(), Detail.STAGES, Fraction(2))
    first, second = rig.store(plain), rig.store(coarse)
    await first.prepare()
    await first.merge(BEGINNING, {})
    await second.merge(BEGINNING, raises(s1=22))
    assert (await rig.table())[1] == 22
    (release,) = (await second.release_due(PERIOD.due)).releases
    assert release.terms == plain.opening(PERIOD)
    await second.merge(PERIOD.due, {STUDY: {NEXT.first: raises(s1=22)[STUDY][WEEK]}})
    assert (await rig.table())[1] == 12
    (release,) = (await second.release_due(NEXT.due)).releases
    assert release.terms == coarse.opening(NEXT)
    assert len(release.counts) == 12


@pytest.mark.usefixtures("no_noise")
async def test_a_new_definition_is_counted_apart_and_the_old_one_released_a_last_time(
    rig: Rig,
) -> None:
    old, new = Counted(study()), Counted(study(definition="amended"))
    before = rig.store(old)
    await before.prepare()
    await before.merge(BEGINNING, raises(s1=1))
    after = rig.store(new)
    await after.merge(BEGINNING, raises(s2=2, s3=2))
    drawn = (await after.release_due(PERIOD.due)).releases
    assert {(r.terms.definition, sum(r.counts)) for r in drawn} == {
        (old.cells.definition, 1),
        (new.cells.definition, 2),
    }
    assert [row["definition"] for row in await rig.rows(TALLY)] == [new.cells.definition]


async def test_another_length_of_periods_begins_where_the_open_one_ends(rig: Rig) -> None:
    await rig.store().prepare()
    await rig.store().merge(BEGINNING, {})
    longer = rig.store(calendar=Calendar(13))
    await longer.release_due(PERIOD.due)
    (row,) = await rig.rows(TALLY)
    assert row["first_week"] == PERIOD.end
    assert row["end_week"] % 13 == 0
    assert 0 < row["end_week"] - row["first_week"] <= 13


@pytest.mark.parametrize("column", ["sealed", "epsilon", "detail", "cells", "first_week", "end_week"])
async def test_a_damaged_tally_is_set_aside_and_counting_goes_on(rig: Rig, column: str) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, raises(s1=1))
    (row,) = await rig.rows(TALLY)
    broken = {
        "sealed": bytes([row["sealed"][0] ^ 1]) + row["sealed"][1:],
        "epsilon": "1000",
        "detail": "nonsense",
        "cells": "[]",
        "first_week": row["first_week"] - 1,
        "end_week": row["first_week"],
    }[column]
    await write(rig.engine(), 5, lambda c: c.execute(update(TALLY).values({column: broken})))
    merge = await store.merge(BEGINNING, raises(s2=2))
    assert merge.findings == (Finding(STUDY, Trouble.DAMAGED),)
    assert (await rig.table())[1:3] == b"\0\2"
    (aside,) = await rig.rows(QUARANTINE)
    assert aside[column] == broken
    again = await store.merge(BEGINNING, {})
    assert not again.findings


async def test_a_damaged_tally_found_at_its_release_is_set_aside(rig: Rig) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, raises(s1=1))
    await rig.sql("UPDATE funnel_tally SET sealed = ?", b"short")
    drawn = await store.release_due(PERIOD.due)
    assert (drawn.releases, drawn.findings) == ((), (Finding(STUDY, Trouble.DAMAGED),))
    await store.merge(PERIOD.due, {})
    assert await rig.table() == EMPTY


async def test_what_was_set_aside_is_deleted_at_the_studys_next_release(rig: Rig) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, raises(s1=1))
    await rig.sql("UPDATE funnel_tally SET sealed = ?", b"short")
    await store.merge(BEGINNING, {})
    await store.release_due(PERIOD.due - timedelta(seconds=1))
    assert len(await rig.rows(QUARANTINE)) == 1
    await store.release_due(PERIOD.due)
    assert await rig.rows(QUARANTINE) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("counts", "[secret"), ("counts", "[1]"), ("counts", "7"), ("epsilon", "x"), ("cells", "[")],
)
async def test_a_damaged_release_is_told_without_its_content(rig: Rig, column: str, value: str) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, {})
    await store.release_due(PERIOD.due)
    await rig.sql(f"UPDATE funnel_release SET {column} = ?", value)
    with pytest.raises(StoreError) as caught:
        await store.releases()
    assert caught.value.reason is Reason.DAMAGED
    assert caught.value.__context__ is None


async def test_tallies_cannot_be_exchanged(rig: Rig) -> None:
    one, two = Counted(study("NCT1")), Counted(study("NCT2"))
    store = rig.store(one, two)
    await store.prepare()
    await store.merge(BEGINNING, {})
    rows = {row["study"]: row["sealed"] for row in await rig.rows(TALLY)}
    await rig.sql("UPDATE funnel_tally SET sealed = ? WHERE study = ?", rows["NCT1"], "NCT2")
    merge = await store.merge(BEGINNING, {})
    assert merge.findings == (Finding("NCT2", Trouble.DAMAGED),)


async def test_a_tally_put_back_from_before_its_release_is_not_released_again(rig: Rig) -> None:
    store = rig.store()
    await store.prepare()
    await store.merge(BEGINNING, raises(s1=1))
    (before,) = await rig.rows(TALLY)
    await store.release_due(PERIOD.due)
    await write(rig.engine(), 5, lambda c: c.execute(update(TALLY).values(before)))
    drawn = await store.release_due(PERIOD.due)
    assert (drawn.releases, drawn.findings) == ((), (Finding(STUDY, Trouble.DAMAGED),))
    assert len(await rig.rows(RELEASE)) == 1
    behind = await store.merge(monday(PERIOD.end) - timedelta(hours=1), {})  # a clock that runs behind
    assert behind.findings == (Finding(STUDY, Trouble.EARLY),)
    assert await rig.rows(TALLY) == []


async def test_a_tally_of_another_key_is_left_untouched(rig: Rig) -> None:
    mine, theirs = rig.store(), rig.store(keys=[OTHER_KEY])
    await mine.prepare()
    await mine.merge(BEGINNING, raises(s1=1))
    before = await rig.rows(TALLY)
    waiting = raises(s2=2)
    merge = await theirs.merge(BEGINNING, waiting)
    assert merge.findings == (Finding(STUDY, Trouble.FOREIGN),)
    assert merge.kept == waiting
    drawn = await theirs.release_due(PERIOD.due)
    assert (drawn.releases, drawn.findings) == ((), merge.findings)
    assert await rig.rows(TALLY) == before


async def test_a_new_key_takes_over_what_the_old_one_sealed(rig: Rig) -> None:
    await rig.store().prepare()
    await rig.store().merge(BEGINNING, raises(s1=1))
    await rig.store(keys=[OTHER_KEY, KEY]).merge(BEGINNING, raises(s2=2))
    assert (await rig.table(key=OTHER_KEY))[1:3] == b"\1\2"
    assert [row["key_id"] for row in await rig.rows(TALLY)] == [key_id(OTHER_KEY)]


async def test_a_tally_whose_key_is_lost_can_be_given_up(rig: Rig) -> None:
    theirs = rig.store(keys=[OTHER_KEY])
    await rig.store().prepare()
    await rig.store().merge(BEGINNING, raises(s1=1))
    assert await theirs.set_aside_foreign(STUDY) == 1
    assert await theirs.set_aside_foreign(STUDY) == 0
    await theirs.merge(BEGINNING, raises(s2=2))
    assert histogram(await rig.table(key=OTHER_KEY), 22)[:2] == (0, 1)
    assert len(await rig.rows(QUARANTINE)) == 1


async def test_preparing_twice_changes_nothing(rig: Rig) -> None:
    await rig.store().prepare()
    await rig.store().merge(BEGINNING, raises(s1=1))
    await rig.store().prepare()
    assert (await rig.table())[1] == 1
    assert await rig.rows(VERSION) == [{"version": len(MIGRATIONS)}]


async def test_a_database_of_a_newer_version_is_refused(rig: Rig) -> None:
    await rig.store().prepare()
    await rig.sql("UPDATE funnel_version SET version = version + 1")
    with pytest.raises(SchemaTooNewError):
        await rig.store().prepare()
