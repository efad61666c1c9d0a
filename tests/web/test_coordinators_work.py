"""What coordinators do beside reading: notes on the calendar, inviting, revoking; and that strangers do nothing."""

import re

import pytest
from coordinators_reading import PAGE, A, B, reader, words_of
from coordinators_world import TODAY, Front
from synthetic import published

from bot.figures.selection import Asked
from bot.funnel.calendar import Period, Week, week_of
from criteria.catalogue import Catalogue
from criteria.condition import StudyId

pytest_plugins = ["coordinators_fixtures"]


async def test_a_note_is_written_read_beside_its_release_and_taken_away(empty: Front) -> None:
    await empty.sign_in()
    await empty.service.links.mark()  # the tables are there
    posted = await empty.client.post(
        f"/coordinators/{A}/notes?lang=en", data={"day": "2026-11-16", "text": " poster\n put up "}
    )
    assert posted.status_code == 303
    notes = await empty.service.notes()
    assert [(one.study, one.text) for one in notes] == [(A, "poster put up")]
    assert notes[0].week == week_of(TODAY.replace(day=17))
    page = (await empty.client.get(PAGE)).text
    assert "Nov 16, 2026: poster put up" in words_of(page.replace("</form>", "").replace("<form", "<p"))
    assert "poster put up\n" not in (await empty.client.get(f"/coordinators/{B}?lang=en")).text
    await empty.client.post(f"/coordinators/{B}/notes/{notes[0].id}/remove")
    assert await empty.service.notes(), "a note belongs to its study"
    await empty.client.post(f"/coordinators/{A}/notes/{notes[0].id}/remove")
    assert await empty.service.notes() == ()


async def test_a_note_stands_with_its_release_in_table_and_files(shipped: Catalogue, empty: Front) -> None:
    cells = empty.service.counting.studies[StudyId(A)]
    week = Week(2960)
    releases = [
        published(cells, [20] * len(cells.fine), Period(Week(week + at), Week(week + at + 4))) for at in (0, 4, 8)
    ]
    await empty.service.links.mark()
    await empty.service.note(A, Week(week + 4), "poster put up")
    made = reader(shipped, empty, notes=await empty.service.notes())
    figures = made.figures(releases, A, Asked())
    table_ = next(one for one in figures.tables if one.name == "releases")
    assert [row.cells[-1] for row in table_.rows] == ["", "poster put up", ""]
    assert [one.text for one in figures.remarks] == ["poster put up"]


@pytest.mark.parametrize(
    "text", ["", "  ", "x" * 81, "ask maria@example.org", "call +34 600 123 456", "see https://x.org", "a\u202eb"]
)
@pytest.mark.parametrize("day", ["2026-11-16"])
async def test_a_note_that_names_somebody_or_is_none_is_refused(empty: Front, text: str, day: str) -> None:
    await empty.sign_in()
    answered = await empty.client.post(f"/coordinators/{A}/notes?lang=en", data={"day": day, "text": text})
    assert answered.status_code == 400
    assert not text.strip() or text not in answered.text
    assert await empty.service.notes() == ()


@pytest.mark.parametrize("day", ["", "soon", "2026-99-01", "1970-01-05", "9999-12-31"])
async def test_a_note_needs_a_day(empty: Front, day: str) -> None:
    await empty.sign_in()
    answered = await empty.client.post(f"/coordinators/{A}/notes", data={"day": day, "text": "poster"})
    assert answered.status_code == 400


async def test_a_colleague_is_invited_by_a_link_that_is_good_once(full: Front) -> None:
    invited = await full.client.post("/coordinators/invite?lang=en")
    link = re.search(r"http://127\.0\.0\.1(/coordinators/enter/[\w-]{43})", invited.text)
    assert link
    assert "2026" not in str(invited.url)
    assert await full.service.admit(link[1].rpartition("/")[2])
    assert not await full.service.admit(link[1].rpartition("/")[2])


async def test_revoking_asks_once_more_and_ends_the_links_that_are_open(empty: Front) -> None:
    await empty.sign_in()
    secret = (await empty.link()).rpartition("/")[2]
    asked = await empty.client.get("/coordinators/revoke?lang=en")
    assert "Sign everybody out?" in asked.text
    done = await empty.client.post("/coordinators/revoke?lang=en")
    assert "Everybody is signed out" in done.text
    assert not await empty.service.admit(secret)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", f"/coordinators/{A}/funnel.json"),
        ("GET", f"/coordinators/{A}/funnel.zip"),
        ("GET", f"/coordinators/{A}/tables/left.csv"),
        ("GET", f"/coordinators/{A}/poster.png"),
        ("GET", f"/coordinators/{A}/funnel.png"),
        ("GET", f"/coordinators/{A}/question/age"),
        ("GET", "/coordinators/revoke"),
        ("POST", "/coordinators/revoke"),
        ("POST", "/coordinators/invite"),
        ("POST", f"/coordinators/{A}/notes"),
        ("POST", f"/coordinators/{A}/notes/1/remove"),
    ],
)
async def test_a_stranger_sees_the_door_alone(empty: Front, method: str, path: str) -> None:
    answered = await empty.client.request(method, f"{path}?lang=en")
    assert answered.status_code == 403
    assert "For study coordinators" in answered.text


@pytest.mark.parametrize("path", ["/coordinators/revoke", "/coordinators/invite", f"/coordinators/{A}/notes"])
async def test_a_form_of_another_site_does_nothing(full: Front, path: str) -> None:
    answered = await full.client.post(path, headers={"sec-fetch-site": "cross-site"})
    assert answered.status_code == 403
