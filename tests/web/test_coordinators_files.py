"""Page, CSV, JSON, pictures and messages have the same figures, and none that the noise swallows."""

import csv
import io
import re
import zipfile
from dataclasses import replace

import pytest
from coordinators_reading import PAGE, TABLES, A, B, document, number, plain, reader, shown, table, words_of
from coordinators_world import Front, texts

from bot.figures.bulletin import Bulletins
from bot.figures.document import Document
from bot.figures.export import as_png, poster_as_png
from bot.figures.selection import Asked
from bot.figures.spreadsheet import all_files, harmless
from bot.figures.values import Figures, Row
from criteria.catalogue import Catalogue
from criteria.languages import LANGUAGES

pytest_plugins = ["coordinators_fixtures"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("study", [A, B])
async def test_page_csv_and_json_have_the_same_figures(full: Front, study: str, language: str) -> None:
    page = (await full.client.get(f"/coordinators/{study}?lang={language}")).text
    told = await document(full, study=study, language=language)
    assert set(told.tables) == set(TABLES)
    for name, one in told.tables.items():
        rows = await table(full, name, study=study, language=language)
        assert [row[f"{one.subject}_id"].split() for row in rows] == [row.ids for row in one.rows]
        for row, line in zip(one.rows, rows, strict=True):
            assert line["study"] == study
            assert line["definition"] == told.definition
            for column, figure in row.figures.items():
                kept = (line[column], line[f"{column}_plus_minus"], line[f"{column}_told"])
                if figure is None:
                    assert kept == ("", "", "nothing_to_divide")
                else:
                    value = "" if figure.value is None else str(figure.value)
                    bar = "" if figure.plus_minus is None else str(figure.plus_minus)
                    assert kept == (value, bar, figure.told)
    on_page = [number(text) for text in shown(page) if text[0].isdigit()]
    in_json = {
        (figure.value, figure.plus_minus)
        for one in told.tables.values()
        for row in one.rows
        for figure in row.figures.values()
        if figure
    }
    assert len(on_page) > 40
    assert set(on_page) <= in_json
    for sentence in told.sentences.values():
        assert plain(sentence.text) in words_of(page)


@pytest.mark.parametrize("query", ["", "span=last", "span=last3", "span=last&than=before"])
async def test_nothing_that_the_noise_swallows_is_a_figure_anywhere(full: Front, query: str) -> None:
    for study in (A, B):
        told = await document(full, query, study)
        for one in told.tables.values():
            for row in one.rows:
                for figure in filter(None, row.figures.values()):
                    if figure.told == "too_few":
                        assert figure.value is figure.plus_minus is None
                    else:
                        assert figure.value is not None
                        assert figure.plus_minus is not None
                        assert abs(figure.value) > figure.plus_minus or figure.plus_minus == 0
                        assert figure.unit != "percent" or figure.plus_minus <= 25
        page = (await full.client.get(f"/coordinators/{study}?lang=en&{query}")).text
        for text in shown(page):
            value, bar = number(text) if text[0].isdigit() else (1, 0)
            assert value > bar or bar == 0
    for message in await Bulletins(full.service, full.catalogue, texts(), "").figures("en"):
        told_there = re.findall(r"([\d,]+)%? ± (\d+)", plain(message.text))
        assert told_there
        for value_, bar_ in told_there:
            assert int(value_.replace(",", "")) > int(bar_)


async def test_a_demonstration_is_told_apart_at_every_place(full: Front, shipped: Catalogue) -> None:
    for path in ("/coordinators", f"/coordinators/{A}", f"/coordinators/{A}/question/age"):
        for language, word in (("en", "Demonstration"), ("es", "Demostración")):
            page = (await full.client.get(f"{path}?lang={language}")).text
            assert f"<title>{word}" in page
            assert f'class="mark">{word}' in page
    assert (await document(full)).population == "invented"
    assert {row["population"] for name in TABLES for row in await table(full, name)} == {"invented"}
    for file in ("funnel.json", "funnel.zip", "funnel.png", "poster.png", "tables/left.csv"):
        kept = (await full.client.get(f"/coordinators/{A}/{file}")).headers["content-disposition"]
        assert f'"demonstration-{A}' in kept
    for one in await Bulletins(full.service, shipped, texts(), "").figures("en"):
        assert one.text.startswith("Demonstration: these people are invented")
        assert one.caption.startswith("Demonstration")
        assert one.name.startswith("demonstration-")


async def test_real_people_are_not_marked_as_invented(empty: Front) -> None:
    await empty.sign_in()
    for path in ("/coordinators?lang=en", PAGE):
        assert "Demonstration" not in (await empty.client.get(path)).text
    assert (await document(empty)).population == "real"


async def test_the_pictures_have_their_words_whatever_fonts_the_machine_has(shipped: Catalogue, full: Front) -> None:
    made = reader(shipped, full)
    figures = made.figures(await full.service.releases(), A, Asked())
    words = made.words(figures)
    assert as_png(figures, words) != as_png(figures, replace(words, title=words.title.upper()))
    poster = poster_as_png(figures, made.trend_words(figures), "")
    assert poster
    assert poster != poster_as_png(figures, made.trend_words(figures), "Demonstration")


@pytest.mark.parametrize("text", ["=1+1", "+1-1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "-", "--1", "+34 600"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("12") == "12"
    assert harmless("-12") == "-12"


async def test_a_label_that_is_a_formula_does_no_harm_in_any_file(full: Front, shipped: Catalogue) -> None:
    figures = reader(shipped, full).figures(await full.service.releases(), A, Asked())
    evil = '=HYPERLINK("http://x")'
    tables = tuple(
        replace(one, rows=tuple(Row((evil,), evil, row.cells) for row in one.rows)) for one in figures.tables
    )
    changed: Figures = replace(figures, tables=tables)
    for content in all_files(changed, "es").values():
        rows = csv.reader(io.StringIO(content.decode().removeprefix("\ufeff")), delimiter=";")
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


async def test_a_language_with_decimal_commas_parts_its_columns_by_semicolons(full: Front) -> None:
    for language, line in (("en", "population,study,"), ("es", "population;study;")):
        text = (await full.client.get(f"/coordinators/{A}/tables/left.csv?lang={language}")).text
        assert text.removeprefix("\ufeff").startswith(line)


async def test_all_tables_come_in_one_file_that_is_the_same_each_time(full: Front) -> None:
    both = [(await full.client.get(f"/coordinators/{A}/funnel.zip?lang=en")).content for _ in range(2)]
    assert both[0] == both[1]
    with zipfile.ZipFile(io.BytesIO(both[0])) as archive:
        names = archive.namelist()
        assert set(names) == {*(f"{name}.csv" for name in TABLES), "figures.json", "schema.json"}
        assert Document.model_validate_json(archive.read("figures.json")) == await document(full)


async def test_the_schema_is_that_of_the_json(full: Front) -> None:
    """Every field stands in the schema, and every field of the schema in the document."""
    schema = (await full.client.get("/coordinators/schema.json")).json()
    told = (await full.client.get(f"/coordinators/{A}/funnel.json")).json()
    assert set(told) == set(schema["properties"]) == set(schema["required"])
    assert schema["additionalProperties"] is False
    figure = schema["$defs"]["Figure"]
    assert set(figure["properties"]) == {"value", "plus_minus", "unit", "told"}
    assert schema["$defs"]["Unit"]["enum"] == ["sessions", "percent", "points"]


async def test_what_was_published_is_in_the_json_as_it_was(full: Front) -> None:
    told = await document(full)
    kept = [one for one in await full.service.releases() if one.terms.study == A]
    assert [[cell.noisy_count for cell in one.cells] for one in told.releases] == [list(one.counts) for one in kept]
    assert told.releases[0].first.isoformat() == "2026-05-11"
    assert told.releases[-1].last == told.last


async def test_a_message_begins_with_the_figures_and_ends_with_the_span(full: Front, shipped: Catalogue) -> None:
    for language in LANGUAGES:
        for one in await Bulletins(full.service, shipped, texts(), "").figures(language):
            assert len(one.text) < 1500
            lines = one.text.split("\n")
            assert re.search(r"\d", lines[3])
            assert "2026" in lines[-1]
            assert (one.picture or b"").startswith(b"\x89PNG")
    assert await Bulletins(full.service, shipped, texts(), "").invitation("en") == ""
