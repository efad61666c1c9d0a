"""What stands beside a criterion: its note only for whom it is about, and on the sheet that it was asked in part."""

from pathlib import Path

import pytest
from talk import Person, whole_text
from test_records import FITS, SAY, STUDY, both, written

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
