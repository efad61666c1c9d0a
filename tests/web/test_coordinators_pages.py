"""What coordinators see: the four figures first, spans, tables, and the way from a loss to its cause."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest
from coordinators_reading import PAGE, A, B, document, reader, words_of
from coordinators_world import TODAY, Front, texts
from synthetic import published, terms

from bot.figures.channels import channels
from bot.figures.export import as_png, poster_as_png
from bot.figures.reader import Reader
from bot.figures.selection import Asked, begins
from bot.figures.spreadsheet import as_csv
from bot.funnel.calendar import Calendar, Period, Week
from bot.funnel.cells import Detail, ScreeningCriterion, Step, channel_list, lay_out
from bot.funnel.release import Release
from bot.funnel.service import FunnelService
from criteria.catalogue import Catalogue
from criteria.condition import ConditionId, StudyId
from criteria.expression import QuestionId

pytest_plugins = ["coordinators_fixtures"]


async def test_the_four_figures_stand_first_each_with_its_range(full: Front) -> None:
    told = await document(full, study=B)
    assert list(told.headlines) == ["started", "completed", "may_fit", "next_release"]
    started = told.headlines["started"]
    assert started.count
    assert started.count.value is not None
    assert started.count.plus_minus is not None
    low, high = started.count.value - started.count.plus_minus, started.count.value + started.count.plus_minus
    assert started.between == f"{low:,} to {high:,}"
    assert told.next_release.isoformat() == "2026-11-23"
    page = (await full.client.get(f"/coordinators/{B}?lang=en")).text
    first = page.index('data-figure="started"')
    assert first < page.index('data-sentence="trend"') < page.index("<svg") < page.index("<table")


async def test_looking_again_changes_no_figure(full: Front) -> None:
    pages = {(await full.client.get(PAGE)).text for _ in range(5)}
    assert len(pages) == 1


async def test_losses_come_with_their_rank_the_biggest_first(full: Front) -> None:
    told = await document(full)
    screened = told.tables["screened"].rows
    assert screened[0].ids == ["recent_biopsy"]
    assert (screened[0].rank_first, screened[0].rank_last) == (1, 1)
    ranked = [row for row in screened if row.rank_first]
    assert [row.rank_first for row in ranked] == sorted(row.rank_first for row in ranked if row.rank_first)
    for row in screened:
        count = row.figures["screened"]
        assert count
        assert (count.value is not None) == (row.rank_first is not None)
    assert told.sentences["most_screened"].criteria == ["recent_biopsy"]
    assert "screens out most" in told.sentences["most_screened"].text


async def test_what_privacy_costs_is_said_in_a_sentence(full: Front) -> None:
    told = await document(full)
    assert any("73 of 100" in note and "(ε = 1 for" in note and "(ε = 4 in all)" in note for note in told.notes)
    assert any("November 23, 2026" in note for note in told.notes)
    assert told.epsilon == 1


async def test_the_list_has_each_study_beside_the_others_of_its_condition(full: Front) -> None:
    for language, condition in (("en", "Lupus nephritis"), ("es", "Nefritis lúpica")):
        page = (await full.client.get(f"/coordinators?lang={language}")).text
        group = next(one for one in page.split('<section class="condition">') if f">{condition}<" in one)
        assert re.findall(r'data-study="(\w+)"', group) == [A, B]
        assert group.count('data-figure="may_fit"') == 2


async def test_a_span_is_chosen_by_a_press_or_by_its_days(full: Front) -> None:
    last = "2026-09-28"
    whole, one, three = await document(full), await document(full, "span=last"), await document(full, "span=last3")
    assert ("6 releases" in whole.span, "one release" in one.span, "3 releases" in three.span) == (True, True, True)
    assert await document(full, f"first={last}") == one
    assert (one.first, one.last) == (one.releases[0].first, one.releases[0].last)
    page = (await full.client.get(f"{PAGE}&span=last3")).text
    assert re.search(r'aria-current="true">Last 3<', page)


async def test_a_span_is_compared_with_the_one_before_it(full: Front) -> None:
    by_press = await document(full, "span=last3&than=before")
    by_days = await document(full, "first=2026-08-03&than-first=2026-05-11&than-last=2026-07-06")
    assert by_press.tables["comparison"].rows == by_days.tables["comparison"].rows
    rows = by_press.tables["comparison"].rows
    refused = [row for row in rows if row.said]
    assert len(refused) > len(rows) / 2, "the population is the same but for who leaves"
    for row in rows:
        difference = row.figures.get("difference")
        assert (difference is None) == (row in refused)
        if difference:
            assert difference.value is not None
            assert difference.plus_minus is not None
            assert abs(difference.value) > difference.plus_minus
    assert "than=before" in (await full.client.get(f"{PAGE}&span=last")).text
    assert "than=before" not in (await full.client.get(f"{PAGE}&span=all")).text, "nothing is before all"


@pytest.mark.parametrize(
    "query",
    [
        *("first=2030-01-01", "definition=none", "than-first=2026-05-11", "first=2026-08-03&last=2026-05-11"),
        *("span=all&than=before", "span=last&definition=none"),
    ],
)
async def test_a_span_that_cannot_be_is_said(full: Front, query: str) -> None:
    answered = await full.client.get(f"{PAGE}&{query}")
    assert answered.status_code == 200
    assert "There is no release in this span" in answered.text
    assert "<table" not in answered.text
    assert (await document(full, query)).releases == []
    assert (await full.client.get(f"/coordinators/{A}/tables/left.csv?{query}")).status_code == 404


@pytest.mark.parametrize("query", ["span=ever", "first=yesterday", "last=2026-13-01", "than-first=1"])
async def test_an_address_that_asks_for_nothing_known_is_refused(full: Front, query: str) -> None:
    assert (await full.client.get(f"{PAGE}&{query}")).status_code == 400


async def test_an_empty_product_explains_what_will_appear_and_when(empty: Front) -> None:
    await empty.sign_in()
    for path in ("/coordinators?lang=en", PAGE):
        page = words_of((await empty.client.get(path)).text)
        assert "The first figures come on November 23, 2026" in page
        assert "which requirement screens out" in page
        assert "Nov 23, 2026" in page
    assert (await empty.client.get(f"/coordinators/{A}/funnel.png")).status_code == 404
    assert (await empty.client.get(f"/coordinators/{A}/poster.png")).status_code == 404


async def test_too_few_is_said_and_nothing_is_shown(shipped: Catalogue, empty: Front) -> None:
    cells = empty.service.counting.studies[StudyId(A)]
    release = published(cells, [1] * 10 + [0] * (len(cells.fine) - 10))
    figures = reader(shipped, empty).figures([release], A, Asked())
    assert [table.name for table in figures.tables] == ["releases"]
    assert [one.name for one in figures.headlines] == ["started", "next_release"]
    assert figures.headlines[0].text == "too few to tell"
    assert "fewer than 20 starts" in figures.sentences[0].text


async def test_stages_name_their_questions(shipped: Catalogue, empty: Front) -> None:
    cells = empty.service.counting.studies[StudyId(A)]
    release = Release(terms(cells, detail=Detail.STAGES), tuple(range(20, 20 + len(cells.coarse))))
    made = reader(shipped, empty)
    figures = made.figures([release], A, Asked())
    way = next(table for table in figures.tables if table.name == "way")
    assert len(way.rows) == 5
    assert " · " in way.rows[1].label
    assert len(way.rows[1].ids) > 1
    assert as_png(figures, made.words(figures))
    assert poster_as_png(figures, made.trend_words(figures), "")


def test_a_requirement_that_only_some_are_asked_is_a_lower_bound_with_its_reason(shipped: Catalogue) -> None:
    """65 of about 120 who are asked, where 1,230 come past: the share among those asked is this or more."""
    steps = [Step("q0"), Step("q1", everybody=False), Step("q2")]
    cells = lay_out("X", steps, [ScreeningCriterion("c1", "q1"), ScreeningCriterion("c2", "q2")])
    counts = {("ineligible", "c1"): 65, ("left", "q1"): 40, ("ineligible", "c2"): 300}
    exact = [counts.get((cell.kind.value, " ".join(cell.subjects)), 200) for cell in cells.fine]
    made = Reader(shipped, texts(), Calendar(), lambda: TODAY, "en")
    figures = made.figures([published(cells, exact)], "X", Asked())
    tables = {table.name: table for table in figures.tables}
    some = next(row for row in tables["screened"].rows if row.ids == ("c1",))
    everybody = next(row for row in tables["screened"].rows if row.ids == ("c2",))
    assert str(some.cells[3]).startswith("at least 5%")
    assert str(everybody.cells[3])[0].isdigit()
    left = next(row for row in tables["left"].rows if row.ids == ("q1",))
    assert str(left.cells[2]).startswith("at least ")
    for name in ("screened", "left", "way"):
        assert any("not everybody who comes this far is asked" in note for note in tables[name].notes)
    rows = list(csv.DictReader(io.StringIO(as_csv("screened", [figures], "en").removeprefix("\ufeff"))))
    assert {row["criterion_id"]: row["of_reached_told"] for row in rows} == {"c1": "at_least", "c2": "figure"}
    assert not [heading for heading in rows[0] if "asked" in heading], "how many are asked is not counted"


@pytest.mark.parametrize(("starts", "told"), [(150, False), (260, True)])
def test_channels_are_told_apart_from_two_hundred_starts_on(starts: int, *, told: bool) -> None:
    cells = channel_list(A, ["poster", "newsletter"])
    found = channels([published(cells, [starts - 100, 60, 40])])
    assert found.too_few != told
    assert [one.name for one in found.channels] == ([None, "newsletter", "poster"] if told else [])


async def test_channels_say_why_they_do_not_add_up_and_what_they_cost(full: Front) -> None:
    told = (await document(full)).tables["channels"]
    assert [row.ids for row in told.rows] == [[], ["clinic-poster"], ["newsletter"], ["patient-group"]]
    assert "each was counted with a random error of its own" in told.notes[0]
    assert "ε = 1 more" in told.notes[1]
    few = (await document(full, "span=last")).tables["channels"]
    assert few.rows == []
    assert "200 are needed" in few.notes[0]


async def test_periods_are_named_by_their_monday(full: Front) -> None:
    for release in await full.service.releases():
        assert begins(release.terms.period).weekday() == 0


async def test_a_loss_leads_to_the_question_and_its_rules(full: Front) -> None:
    page = (await full.client.get(PAGE)).text
    links = set(re.findall(rf'href="(/coordinators/{A}/(?:question|criterion)/[^"]+)"', page))
    assert len(links) > 10
    for link in links:
        found = await full.client.get(unescape(link))
        assert found.status_code == 200
        assert "data-asked=" in found.text
    found_page = (await full.client.get(f"/coordinators/{A}/criterion/recent_biopsy?lang=en")).text
    told = words_of(found_page)
    question = full.catalogue.conditions[ConditionId("lupus_nephritis")].questions[QuestionId("last_biopsy")]
    assert question.text.ask.in_("en") in told
    assert " ".join(question.text.help.in_("en").split()) in told
    assert "needs: last_biopsy < 6" in told
    assert "inclusion 3" in told


@pytest.mark.parametrize("path", ["question/none", "criterion/none", "channel/x", f"question/{B}", "nothing/age"])
async def test_what_the_definitions_do_not_know_has_no_page(full: Front, path: str) -> None:
    assert (await full.client.get(f"/coordinators/{A}/{path}?lang=en")).status_code == 404


def many(service: FunnelService, number: int) -> Iterator[Release]:
    for study, cells in service.counting.studies.items():
        for at in range(number):
            period = Period(Week(2700 + 4 * at), Week(2704 + 4 * at))
            yield Release(
                replace(terms(cells, period), study=study),
                tuple((7 * at + place) % 40 for place in range(len(cells.fine))),
            )


async def test_sixty_releases_are_read_together(empty: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """How fast, is the benchmark's affair; here, that each of them is there."""
    kept = tuple(many(empty.service, 60))

    async def releases(_service: FunnelService) -> tuple[Release, ...]:
        return kept

    monkeypatch.setattr(FunnelService, "releases", releases)
    await empty.sign_in()
    page = (await empty.client.get(PAGE)).text
    assert "60 releases" in page
    assert len((await document(empty)).tables["releases"].rows) == 60
    assert page.count("<circle") <= 180
