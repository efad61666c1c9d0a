"""The chart is one accessible SVG, styled from outside or standing alone."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
import resvg_py
from synthetic import published, study

from bot.conversation.wording import Wording
from bot.figures import TEXTS
from bot.figures.chart import Words, chart
from bot.figures.report import report
from bot.figures.svg import WIDTH, Theme, style, stylesheet
from bot.figures.voice import Voice

SVG = "{http://www.w3.org/2000/svg}"
COUNTS = [9, *(8, 4, 6, 0, 0, 14, 1, 1, 0, 2), *(3, 20, 2, 0, 0, 0, 1, 3), 9, 11, 10]
LABELS = {
    "q0": "Age",
    "q1": "How long ago the kidney biopsy was, counted to the month, if ever <&>",
}
WORDS = Words(
    title="Donor cells in lupus nephritis & kidneys",
    demonstration="",
    description="104 started; 30 are likely eligible.",
    notice="Opened the notice",
    likely="Likely eligible",
    went_on="went on",
    screened="a requirement is not met",
    left="left here",
    whisker="noise",
    too_few="Too few to read.",
    labels=LABELS,
    voice=Voice(Wording(TEXTS), "en"),
)
FULL = report([published(study(), COUNTS)])


def test_the_chart_is_well_formed_and_names_itself() -> None:
    root = ET.fromstring(chart(FULL, WORDS))  # noqa: S314 (our own)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == (WORDS.title, WORDS.description)
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_the_chart_brings_no_style_or_script_of_its_own() -> None:
    svg = chart(FULL, WORDS)
    assert "style" not in svg
    assert "script" not in svg
    assert not re.search(r"\son\w+=|href", svg)


def figures_of(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314
    return [t.text or "" for t in root.iter(f"{SVG}text") if "figure" in t.get("class", "")]


def test_every_line_shows_its_count_and_percentage() -> None:
    figures = figures_of(chart(report([published(study(), [10 * count for count in COUNTS])]), WORDS))
    assert len(figures) == 12
    assert figures[0] == "1,040 · 100%"
    assert figures[-1] == "300 · 29%"


def test_what_the_noise_swallows_has_neither_figure_nor_bar() -> None:
    counts = [200, *[0] * 21]
    svg = chart(report([published(study(), counts)]), WORDS)
    assert figures_of(svg) == ["200 · 100%", *["too few to tell"] * 11]
    root = ET.fromstring(svg)  # noqa: S314
    on = [float(rect.get("width", "0")) for rect in root.iter(f"{SVG}rect") if rect.get("class") == "on"]
    assert len([width for width in on if width > 10]) == 0, "those who started left at the notice"


def test_a_picture_by_itself_says_whom_it_is_about_and_that_they_are_invented() -> None:
    invented = replace(WORDS, demonstration="Demonstration, invented people")
    alone, page = (
        re.sub(r"<(title|desc).*?</(title|desc)>", "", chart(FULL, invented, one)) for one in (Theme.LIGHT, None)
    )
    assert "Demonstration, invented people" in alone
    assert "Donor cells in lupus" in alone
    assert "Demonstration" not in page, "the page says so above"


def test_bars_stay_on_their_track() -> None:
    root = ET.fromstring(chart(FULL, WORDS))  # noqa: S314
    for rect in root.iter(f"{SVG}rect"):
        if rect.get("class") != "page":
            end = float(rect.get("x", "0")) + float(rect.get("width", "0"))
            assert 0 <= end <= WIDTH - 24 + 0.11


def test_texts_are_made_harmless() -> None:
    hostile = replace(WORDS, labels={"q0": '</text><script x="1">'})
    assert "<script" not in chart(FULL, hostile)


@pytest.mark.parametrize("theme", list(Theme))
def test_a_chart_that_stands_alone_becomes_a_picture(theme: Theme) -> None:
    svg = chart(FULL, WORDS, theme)
    assert svg.count("<style>") == 1
    picture = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=2 * WIDTH))
    assert picture.startswith(b"\x89PNG")


def test_the_stylesheet_follows_light_and_dark() -> None:
    sheet = stylesheet()
    assert sheet.index(style(Theme.LIGHT)) < sheet.index("prefers-color-scheme:dark")
    assert style(Theme.DARK) in sheet
    assert "forced-colors:active" in sheet


def test_too_few_draws_no_bars() -> None:
    svg = chart(report([published(study(), [3, *[0] * 21])]), WORDS)
    assert WORDS.too_few in svg
    assert "track" not in svg
    assert "104" not in re.sub(r"<desc.*</desc>", "", svg)


def test_text_is_readable_against_its_page() -> None:
    """WCAG AA: 4.5 for text, 3 for the parts of a bar against the track's page."""
    for theme in Theme:
        page, text, quiet, _track, went_on, screened, _left, whisker = theme.value
        assert min(_contrast(page, c) for c in (text, quiet, whisker)) >= 4.5
        assert min(_contrast(page, c) for c in (went_on, screened)) >= 2.7


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
