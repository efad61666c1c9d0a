"""A language is added as the page for translators says, and no sentence of the product is left in another one.

Every English text, marked, is the invented language. Both faces, tickets, sheet, script, typed words and figures are
gone through in it, in a copy of the package tree; what is seen without marks is a sentence that somebody forgot.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from babel.dates import get_month_names
from pseudo import CODE, NAME, TYPED_YES, copy_of_the_product, files_needed, unmarked
from studies import LUPUS

from bot.conversation.wording import Wording
from bot.demonstration import CHANNELS
from criteria.catalogue import load
from criteria.languages import LANGUAGES, TABLE

HERE = Path(__file__).parent
TESTS = HERE.parent
STUDY = "NCT03673748"
ROOMS = (HERE, TESTS, TESTS / "telegram", TESTS / "web", TESTS / "conversation")
WORD = re.compile(r"[^\W\d_]{2,}")


def run(copy: Path, *command: str) -> str:
    """What a program prints that runs from the copy."""
    paths = os.pathsep.join(map(str, (copy, *ROOMS)))
    quiet = {name: value for name, value in os.environ.items() if name not in {"DATA", "CRITERIA"}}
    found = subprocess.run(
        [sys.executable, *command],
        cwd=copy,
        env={**quiet, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    assert found.returncode == 0, found.stderr[-3000:]
    return found.stdout


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_the_product(tmp_path_factory.mktemp("copy"))


@pytest.fixture(scope="session")
def seen(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("data")
    found: dict[str, Any] = json.loads(run(copy, str(HERE / "tour.py"), CODE, TYPED_YES, str(folder)))
    assert Path(found["bot"]).is_relative_to(copy), "the tour went through the copy"
    return dict(found["pieces"])


def names() -> set[str]:
    """What may stand without marks: names and addresses, the other languages in their own words, Babel's months."""
    shipped = load()
    wording = Wording()
    found = {
        *TABLE.values(),
        *CHANNELS,
        NAME,
        "OPERATOR",
        "PRIVACY@EXAMPLE.ORG",
        "HELP@EXAMPLE.ORG",
        "ClinicalTrials.gov",
    }
    for condition in shipped.conditions.values():
        found |= {condition.id, *condition.studies}
        found |= {source.title for topic in condition.topics.values() for source in topic.sources}
        found |= {study.text.record.registry for study in condition.studies.values()}
        found |= {study.text.record.sponsor for study in condition.studies.values() if study.text.record.sponsor}
        found |= {words for study in condition.studies.values() for words in study.text.record.items.values() if words}
    found |= {wording.say(one, name) for one in LANGUAGES for name in ("menu-language", "sheet-language")}
    locale = Locale(CODE)
    found |= {locale.languages[one] for one in (*LANGUAGES, CODE)}
    found |= {month for width in ("wide", "abbreviated") for month in get_month_names(width, locale=CODE).values()}
    return found


def left_out(pieces: list[str]) -> list[str]:
    """The pieces in which a sentence stands without marks."""
    allowed = sorted(names(), key=len, reverse=True)
    found = []
    for piece in pieces:
        rest = unmarked(piece)
        for name in allowed:
            rest = rest.replace(name, " ")
        rest = re.sub(r"https?://\S+|@\w+|^/s/\w+$", " ", rest)
        if WORD.search(rest):
            found.append(f"{rest.strip()!r} in {piece!r}")
    return found


def test_the_page_names_every_file_that_a_language_needs() -> None:
    root = TESTS.parent
    there = {path.relative_to(root).with_name("XX.ftl") for path in (root / "bot").rglob("en.ftl")}
    assert set(files_needed()) == there


def test_a_sentence_without_marks_is_seen() -> None:
    assert left_out(["⟦A ⟧12⟦ sentence⟧", "⟦One ⟧other"]) == ["'other' in '⟦One ⟧other'"]


@pytest.mark.parametrize(
    "place",
    [
        "web ",
        "web c",
        "web s",
        "web i",
        "web bye",
        "web nothing",
        "telegram",
        "telegram sheet",
        "figures door",
        "figures",
    ],
)
def test_no_sentence_is_left_out(seen: dict[str, list[str]], place: str) -> None:
    pieces = seen[place]
    assert pieces
    assert any(piece != unmarked(piece) for piece in pieces)
    assert left_out(pieces) == []


def test_the_script_for_a_committee_is_in_the_language(copy: Path) -> None:
    """But for the test people, who are written in one language, and the names of languages and formulas."""
    told = run(copy, "-m", "bot", "script", STUDY, "--language", CODE)
    people = LUPUS.cases
    invented = sorted((case.text.case for case in people), key=len, reverse=True)
    for sentence in invented:
        told = told.replace(sentence, "")
    assert len(told.splitlines()) > 200
    told = re.sub(r"\b[0-9a-f]{16}\b|\b\d{4}-\d\d-\d\d\b|<br>", " ", told)
    assert left_out(told.splitlines()) == []


def test_the_definitions_hold_and_the_command_line_offers_the_language(copy: Path) -> None:
    assert "All is well" in run(copy, "-m", "bot", "check")
    assert re.search(rf"\b{CODE}\b", run(copy, "-m", "bot", "script", "--help"))
