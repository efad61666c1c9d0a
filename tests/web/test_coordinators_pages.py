"""What coordinators see: the same figures on the page, in CSV and in JSON, each with its bar, and nothing in the noise."""

import csv
import io
import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from coordinators_world import TODAY, Front, texts
from studies import VALLADOLID
from synthetic import published, terms

from bot.figures.bulletin import Bulletins
from bot.figures.channels import channels
from bot.figures.export import as_csv, as_json, as_png, harmless
from bot.figures.reader import Reader
from bot.figures.selection import Asked, begins
from bot.figures.values import Figure, Figures
from bot.funnel.cells import channel_list
from criteria.catalogue import Catalogue
from criteria.languages import LANGUAGES

pytest_plugins = ["coordinators_fixtures"]
A = "NCT03673748"
PAGE = f"/coordinators/{A}?lang=en"


def words_of(html: str) -> str:
    html = re.sub(r"<svg.*?</svg>|<form.*?</form>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def figures_in(told: dict[str, Any]) -> list[str]:
    """Every figure of the JSON, as the page writes it."""
    found = []
    for table in told["tables"].values():
        for row in table["rows"]:
            for cell in row.values():
                if isinstance(cell, dict):
                    unit = " %" if cell["unit"] == "percent" else ""
                    bar = f" ± {cell['plus_minus']}" if cell["plus_minus"] else ""
                    found.append(f"{cell['value']}{unit}{bar}")
    return found


async def test_page_csv_and_json_show_the_same_figures(full: Front) -> None:
    page = (await full.client.get(PAGE)).text
    told = (await full.client.get(f"/coordinators/{A}/funnel.json?lang=en")).json()
    answered = await full.client.get(f"/coordinators/{A}/funnel.csv?lang=en")
    listed = re.findall(r'class="figure"[^>]*>([^<]+)<', page)
    assert listed == figures_in(told)
    assert len(listed) > 100
    rows = list(csv.reader(io.StringIO(answered.text.removeprefix("\ufeff"))))
    flat = [cell for row in rows for cell in row]
    for value in listed:
        first, _, bar = value.partition(" ± ")
        assert first in flat
        assert not bar or bar in flat
    for sentence in (*told["summary"], *told["notes"], told["demonstration"], told["span"], told["definition"]):
        assert sentence in words_of(page)
        assert sentence in flat
    assert answered.headers["content-type"].startswith("text/csv")


async def test_looking_again_changes_no_figure(full: Front) -> None:
    pages = {(await full.client.get(PAGE)).text for _ in range(5)}
    assert len(pages) == 1


async def test_counts_stand_beside_percentages_and_losses_come_with_their_rank(full: Front) -> None:
    told = (await full.client.get(f"/coordinators/{A}/funnel.json?lang=en")).json()
    assert told["tables"]["verdicts"]["rows"][0]["count"]["value"] > 400
    screened = told["tables"]["screened"]["rows"]
    ranked = [row for row in screened if row["rank"]]
    assert ranked[0]["criterion"] == "A kidney biopsy less than 6 months ago"
    assert ranked[0]["screened"]["value"] == max(row["screened"]["value"] for row in screened)
    assert all(row["screened"]["value"] >= row["screened"]["plus_minus"] for row in ranked)
    assert all(row["screened"]["value"] <= row["screened"]["plus_minus"] for row in screened if not row["rank"])
    assert "screens out more people than any other" in told["summary"][0]
    assert any("ε = 1" in note and "4 in all" in note for note in told["notes"]), "two studies, and their channels"
    assert any("November 23, 2026" in note for note in told["notes"])


async def test_the_list_has_each_study_with_its_sentences_in_either_language(full: Front) -> None:
    english = words_of((await full.client.get("/coordinators?lang=en")).text)
    spanish = words_of((await full.client.get("/coordinators?lang=es")).text)
    for page in (english, spanish):
        assert page.count("NCT03673748 ·") == 1
        assert page.count("NCT03917797 ·") == 1
    assert "these people are invented" in english
    assert "estas personas son inventadas" in spanish
    assert "of those who come to it" in english
    assert "de las que llegan a él" in spanish


async def test_a_span_is_chosen_and_compared_with_an_earlier_one(full: Front) -> None:
    first, last = "2026-05-11", "2026-09-28"
    whole = (await full.client.get(f"/coordinators/{A}/funnel.json?lang=en")).json()
    one = (await full.client.get(f"/coordinators/{A}/funnel.json?lang=en&first={last}")).json()
    assert "6 releases" in whole["span"]
    assert "one release" in one["span"]
    assert one["tables"]["verdicts"]["rows"][0]["count"]["value"] < 300
    compared = (
        await full.client.get(
            f"/coordinators/{A}/funnel.json?lang=en&first={last}&than-first={first}&than-last={first}"
        )
    ).json()["tables"]["comparison"]["rows"]
    refused = [row for row in compared if row["difference"] == "No difference can be told"]
    assert len(refused) > len(compared) / 2, "the population is the same but for who leaves"
    for row in compared:
        if row not in refused:
            assert abs(row["difference"]["value"]) >= row["difference"]["plus_minus"]


@pytest.mark.parametrize(
    "query", ["first=2030-01-01", "definition=none", "than-first=2026-05-11", "first=2026-08-03&last=2026-05-11"]
)
async def test_a_span_that_cannot_be_is_said(full: Front, query: str) -> None:
    answered = await full.client.get(f"{PAGE}&{query}")
    assert answered.status_code == 200
    assert "There is no release in this span" in answered.text
    assert "<table" not in answered.text


async def test_an_empty_product_explains_what_will_appear_and_when(empty: Front) -> None:
    await empty.sign_in()
    for path in ("/coordinators?lang=en", PAGE):
        page = words_of((await empty.client.get(path)).text)
        assert "The first figures come on November 23, 2026" in page
        assert "which requirement screens out" in page
    assert (await empty.client.get(f"/coordinators/{A}/funnel.png")).status_code == 404


def reader(shipped: Catalogue, front: Front) -> Reader:
    return Reader(shipped, texts(), front.service.calendar, lambda: TODAY, "en")


async def test_too_few_is_said_and_nothing_is_shown(shipped: Catalogue, empty: Front) -> None:
    cells = empty.service.counting.studies[VALLADOLID]
    release = published(cells, [1] * 10 + [0] * (len(cells.fine) - 10))
    figures = reader(shipped, empty).figures([release], cells.study, Asked())
    assert figures.tables == ()
    assert "fewer than 20 starts" in figures.summary[0]


async def test_stages_name_their_questions(shipped: Catalogue, empty: Front) -> None:
    from bot.funnel.cells import Detail  # noqa: PLC0415
    from bot.funnel.release import Release  # noqa: PLC0415

    cells = empty.service.counting.studies[VALLADOLID]
    release = Release(terms(cells, detail=Detail.STAGES), tuple(range(20, 20 + len(cells.coarse))))
    figures = reader(shipped, empty).figures([release], cells.study, Asked())
    way = next(table for table in figures.tables if table.name == "way")
    assert len(way.rows) == 5
    assert " · " in str(way.rows[1][0])
    assert as_png(figures, reader(shipped, empty).words(figures))


async def test_the_picture_has_its_words_whatever_fonts_the_machine_has(shipped: Catalogue, full: Front) -> None:
    figures = reader(shipped, full).figures(await full.service.releases(), A, Asked())
    words = reader(shipped, full).words(figures)
    assert as_png(figures, words) != as_png(figures, replace(words, title=words.title.upper()))


@pytest.mark.parametrize(("starts", "shown"), [(150, False), (260, True)])
def test_channels_are_told_apart_from_two_hundred_starts_on(starts: int, *, shown: bool) -> None:
    cells = channel_list(A, ["poster", "newsletter"])
    found = channels([published(cells, [starts - 100, 60, 40])])
    assert found.too_few != shown
    assert [one.name for one in found.channels] == ([None, "newsletter", "poster"] if shown else [])


async def test_channels_state_their_own_epsilon(full: Front) -> None:
    told = (await full.client.get(f"/coordinators/{A}/funnel.json?lang=en")).json()["tables"]["channels"]
    assert [row["channel"] for row in told["rows"]] == [
        "No channel, or another one",
        "clinic-poster",
        "newsletter",
        "patient-group",
    ]
    assert "ε = 1 more" in told["notes"][0]
    few = (await full.client.get(f"/coordinators/{A}/funnel.json?lang=en&first=2026-09-28")).json()["tables"][
        "channels"
    ]
    assert few["rows"] == []
    assert "200 are needed" in few["notes"][0]


@pytest.mark.parametrize("text", ["=1+1", "+1-1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "-", "+34 600"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("12") == "12"
    assert harmless("-12") == "-12"


async def test_a_label_that_is_a_formula_does_no_harm_in_any_file(full: Front, shipped: Catalogue) -> None:
    releases = await full.service.releases()
    figures = reader(shipped, full).figures(releases, A, Asked())
    table = figures.tables[1]
    evil = '=HYPERLINK("http://x")'
    changed: Figures = replace(figures, tables=(replace(table, rows=((evil, evil, Figure(1, 1), None, None),)),))
    rows = list(csv.reader(io.StringIO(as_csv(changed).removeprefix("\ufeff"))))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]
    assert json.loads(as_json(changed))["tables"]["screened"]["rows"][0]["criterion"] == evil


async def test_periods_are_named_by_their_monday(full: Front) -> None:
    for release in await full.service.releases():
        assert begins(release.terms.period).weekday() == 0


async def test_a_message_holds_the_sentences_and_the_picture(full: Front, shipped: Catalogue) -> None:
    for language in LANGUAGES:
        for one in await Bulletins(full.service, shipped, texts(), "").figures(language):
            assert len(one.text) < 4096
            assert " % ± " in one.text
            assert (one.picture or b"").startswith(b"\x89PNG")
    assert await Bulletins(full.service, shipped, texts(), "").invitation("en") == ""
