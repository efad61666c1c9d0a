"""The script as HTML, Word, JSON and Markdown, and beside an earlier one with every change marked word by word."""

import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from committee import shipped
from docx import Document
from docx.shared import Mm
from studies import write_example
from typer.testing import CliRunner

from bot.commands.main import cli
from bot.script.changes import compared
from bot.script.html import html
from bot.script.markdown import markdown
from bot.script.marking import Change, between, gone, new, runs
from bot.script.model import Line, Paragraph, Script, UnreadableScriptError, lines_of, read
from bot.script.word import word

EXAMPLE = "DEMO-2031-07"
"""The guide's, which is short."""


@pytest.fixture(scope="module")
def script() -> Script:
    return shipped(EXAMPLE)


@pytest.fixture(scope="module")
def page(script: Script) -> str:
    return html(script)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def handle_data(self, data: str) -> None:
        self.told.append(data)


def test_json_comes_back_as_it_was(script: Script) -> None:
    assert read(json.dumps(script.as_json())) == script
    for bad in ("", "[]", '{"format": 2}', "{"):
        with pytest.raises(UnreadableScriptError):
            read(bad)


def test_every_format_has_every_line(script: Script, page: str) -> None:
    reader = _Text()
    reader.feed(page)
    in_html = " ".join(" ".join(reader.told).split())
    in_markdown = " ".join(markdown(script).replace("\\|", "|").split())
    document = Document(BytesIO(word(script)))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    in_word = " ".join(" ".join([*(one.text for one in document.paragraphs), *cells]).split())
    for part in script.parts:
        for chapter in part.chapters:
            for block in chapter.blocks:
                for line in lines_of(block):
                    told = " ".join(line.text.split())
                    assert told in in_html
                    assert told in in_markdown
                    assert told in in_word or block.kind == "picture"


def test_html_needs_nothing_else_and_has_a_footer_on_every_page(script: Script, page: str) -> None:
    assert not re.search(r"<(script|link|img|iframe)\b|url\(|@import", page)
    for part in script.parts:
        footer = next(iter(re.findall(rf"@page {part.language} \{{\s+@bottom-left \{{ content: \"([^\"]+)\"", page)))
        told = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), footer)
        assert told == part.footer
    assert page.count("counter(page)") == page.count("counter(pages)") == len(script.parts)
    assert "size: A4" in page


def test_word_has_a4_pages_with_the_footer_and_fields_for_the_page(script: Script) -> None:
    content = word(script)
    document = Document(BytesIO(content))
    assert len(document.sections) == len(script.parts)
    for section, part in zip(document.sections, script.parts, strict=True):
        assert [round(side / Mm(1)) for side in (section.page_width or 0, section.page_height or 0)] == [210, 297]
        assert part.footer in section.footer.paragraphs[0].text
        assert {"PAGE", "NUMPAGES"} <= set(re.findall(r"instrText[^>]*>(\w+)<", section.footer._element.xml))  # noqa: SLF001
    with zipfile.ZipFile(BytesIO(content)) as file:
        assert sum(name.endswith(".png") for name in file.namelist()) == len(script.parts), "a picture of the flow each"


def test_headings_follow_each_other(page: str) -> None:
    for one, other in pairwise(int(level) for level in re.findall(r"<h(\d)", page)):
        assert other <= one + 1


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("one two three", "one two three", "one two three"),
        ("one two three", "one 2 three", f"one {gone('two')}{new('2')} three"),
        ("at least 6 months", "at least 12 months", f"at least {gone('6')}{new('12')} months"),
        ("", "new words", new("new words")),
        ("gone words", "", gone("gone words")),
    ],
)
def test_changes_are_told_word_by_word(before: str, now: str, told: str) -> None:
    assert "".join(between(before, now).split()) == "".join(told.split())


def test_without_what_is_gone_the_marked_copy_is_the_clean_one(script: Script) -> None:
    earlier = _edited(script, "salbutamol", "albuterol", version="0")
    marked = compared(earlier, script)
    for part, clean in zip(marked.parts, script.parts, strict=True):
        assert part.chapters[0].key == "changes"
        for one, other in zip(part.chapters[1:], clean.chapters, strict=True):
            for block, plain in zip(one.blocks, other.blocks, strict=True):
                for line, wanted in zip(lines_of(block), lines_of(plain), strict=True):
                    kept = "".join(words for change, words in runs(line.text) if change is not Change.GONE)
                    assert kept.split() == wanted.text.split()


def test_exactly_the_changed_words_are_marked_and_listed_by_name(script: Script) -> None:
    marked = compared(_edited(script, "salbutamol", "albuterol", version="0"), script)
    page = html(marked)
    assert set(re.findall(r"<ins>(.*?)</ins>", page)) == {"salbutamol"}
    assert set(re.findall(r"<del>(.*?)</del>", page)) == {"albuterol"}
    assert "questions.daily_reliever.help.en" in page
    assert "~~albuterol~~<ins>salbutamol</ins>" in markdown(marked)
    runs_of_words = [one for paragraph in Document(BytesIO(word(marked))).paragraphs for one in paragraph.runs]
    assert {one.text for one in runs_of_words if one.font.strike} == {"albuterol"}


def _edited(script: Script, old: str, other: str, version: str) -> Script:
    """The script as it would have been with other words."""
    told = json.dumps(script.as_json())
    changed = re.sub(rf"(?<![\w.]){old}(?!\w)", other, told)
    return replace(read(changed), version=version)


def test_lines_that_came_and_went_are_marked_whole(script: Script) -> None:
    part = script.parts[0]
    cover = part.chapters[0]
    longer = replace(cover, blocks=(*cover.blocks, Paragraph(Line("A sentence that went."))))
    earlier = replace(script, parts=(replace(part, chapters=(longer, *part.chapters[2:])), *script.parts[1:]))
    page = html(compared(earlier, script))
    assert "<del>A sentence that went.</del>" in page
    assert f"<ins>{part.chapters[1].blocks[0].line.text[:20]}" in page  # type: ignore[union-attr]


def test_signs_of_html_are_written_out(script: Script) -> None:
    part = replace(script.parts[0], footer='"} </style><b>', title="<i>")
    page = html(replace(script, parts=(part,)))
    assert "<b>" not in page
    assert "<i>" not in page


def test_the_command_writes_files_a_clean_and_a_marked_copy(tmp_path: Path) -> None:
    made = tmp_path / "script.json"
    study = [
        "script",
        "DEMO-2031-07",
        str(_guide(tmp_path)),
        "--date",
        "2031-01-30",
        "--version",
        "2",
        "--language",
        "es",
    ]
    told = CliRunner().invoke(cli, [*study, "--out", str(made)])
    assert (told.exit_code, told.output) == (0, f"Written: {made}\n")
    script = read(made.read_text("utf-8"))
    assert (script.study, script.version, script.date) == ("DEMO-2031-07", "2", "2031-01-30")
    page = tmp_path / "script.html"
    assert CliRunner().invoke(cli, [*study, "--out", str(page), "--since", str(made)]).exit_code == 0
    assert page.exists()
    assert "<ins>" not in (tmp_path / "script-changes.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--out", "script.pdf"], "use .html, .docx, .json, .md"),
        (["--date", "30.1.2031"], "is no date"),
        (["--since", "none.json"], "there is no file"),
        (["--since", "README.md"], "is no script of this version"),
        (["--language", "fr"], "is no language here"),
    ],
)
def test_the_command_says_what_is_wrong(tmp_path: Path, options: list[str], told: str) -> None:
    done = CliRunner().invoke(cli, ["script", "DEMO-2031-07", str(_guide(tmp_path)), *options])
    assert done.exit_code == 1
    assert told in done.output


def _guide(folder: Path) -> Path:
    return write_example(folder / "criteria")
