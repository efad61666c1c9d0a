"""What stands beside a criterion: its note only for whom it is about, and on the sheet that it was asked in part."""

import json
from pathlib import Path

import pytest
from talk import Person, whole_text
from test_records import FITS, SAY, STUDY, both, written

from bot.conversation.card import Bullets
from criteria.catalogue import load
from criteria.languages import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_beside_confirm_is_for_those_to_confirm_and_a_weaker_rule_is_met_in_part(
    tmp_path: Path, language: Language
) -> None:
    count = {
        **STUDY["criteria"][0],
        "needs": "platelets >= 100 or platelets == refused",
        "confirm": "platelets == refused",
        "weaker": True,
        "note": both("Unclear without a count."),
    }
    safe = {**STUDY["criteria"][3], "from": ["inclusion 1", "exclusion 2"]}
    catalogue = written(tmp_path / "records", criteria=[count, *STUDY["criteria"][1:3], safe])
    note, in_part = (
        both("Unclear without a count.")[language],
        SAY(language, "sheet-in-part", items=SAY(language, "item-inclusion", number="1")),
    )
    for platelets, on_result, on_sheet, part in (
        ("refused", True, True, False),
        ("<100", False, False, False),
        (">=100", False, True, True),
    ):
        person = Person(catalogue, language, "REC-1")
        assert (note in whole_text(person.answer_all(**{**FITS, "platelets": platelets}))) is on_result
        sheet = whole_text(person.tap("sheet"))
        assert (note in sheet, in_part in sheet) == (on_sheet, part)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("item", "answer", "heading"), [
    ("inclusion 1", ">=100", "met"), ("inclusion 1", "<100", "not-met"),
    ("exclusion 1", ">=100", "absent"), ("exclusion 1", "<100", "present"),
])  # fmt: skip
@pytest.mark.parametrize(
    "rule",
    [{"needs": "platelets >= 100 and platelets != refused"}, {"excludes": "platelets < 100 or platelets == refused"}],
)
def test_the_sheet_tells_an_item_as_the_record_does_whichever_way_its_rule_is_written(
    tmp_path: Path, language: Language, item: str, answer: str, heading: str, rule: dict[str, str]
) -> None:
    count = {"id": "count", "from": item, "label": both("Enough"), "technical": both("The count of the item."), **rule}
    others = [{**STUDY["criteria"][3], "from": ["inclusion 1", "exclusion 1", "exclusion 2"]}, *STUDY["criteria"][1:3]]
    person = Person(written(tmp_path / "records", criteria=[count, *others]), language, "REC-1")
    person.answer_all(**{**FITS, "platelets": answer})
    blocks = [block for result in person.tap("sheet").results for block in result.blocks if isinstance(block, Bullets)]
    told = both("The count of the item.")[language]
    (found,) = [block for block in blocks if any(told in line for lines in block.items for line in lines)]
    assert found.title == SAY(language, f"sheet-{heading}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_unit_that_ends_with_a_full_stop_gets_no_second_one(tmp_path: Path, language: Language) -> None:
    site = {"place": both("Santiago"), "country": both("Chile"), "unit": {"en": "Knee Inc.", "es": "Knee Inc."}}
    person = Person(written(tmp_path / "records", sites=[site]), language, "REC-1")
    sheet = (person.answer_all(**FITS), whole_text(person.tap("sheet")))[1]
    assert "Knee Inc. Santiago" in sheet


@pytest.mark.parametrize(("url", "tells"), [
    ("https://example.org", False), ("https://example.org/", False),
    ("https://example.org/search?cond=knee", True), ("https://example.org/knee", True),
])  # fmt: skip
def test_an_address_without_a_search_in_it_tells_no_illness(tmp_path: Path, url: str, tells: bool) -> None:  # noqa: FBT001
    written(tmp_path / "records")
    file = tmp_path / "records" / "condition.yaml"
    search = {"url": url, "label": both("Look there")}
    file.write_text(
        json.dumps({**json.loads(file.read_text(encoding="utf-8")), "searches": [search]}), encoding="utf-8"
    )
    person = Person(load(tmp_path / "records"), "en", "REC-1")
    assert (SAY("en", "search-tells") in whole_text(person.answer_all(**{**FITS, "platelets": "<100"}))) is tells
