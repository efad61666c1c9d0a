"""Each trap of a registry record leaves a doubt with its reason, at its place; a plain record leaves none."""

from typing import Any

import pytest
from invented import api_v2, classic, ctis, record

from bot.records.pieces import Doubt, Trap
from bot.records.reasons import reason
from bot.records.record import Record

EX = "\n\nExclusion Criteria:\n\n* Diabetes"


def v2(inclusion: str, rest: str = EX, **eligibility: Any) -> Record:
    return record(api_v2(f"Inclusion Criteria:\n\n{inclusion}{rest}", **eligibility))


def doubts(found: Record) -> list[tuple[Trap, str]]:
    return [(one.trap, one.at) for one in found.outline.doubts]


def test_a_plain_record_leaves_no_doubt() -> None:
    found = v2("* Knee pain on most days\n* Signed consent\n* Walks \\>= 100 m, at least once a day")
    assert doubts(found) == []
    assert [one.words for one in found.outline.items] == [
        "Knee pain on most days",
        "Signed consent",
        "Walks >= 100 m, at least once a day",
        "Diabetes",
    ]


@pytest.mark.parametrize(
    ("inclusion", "at"),
    [
        ("* Pain for 3 months, or\n* Swelling for 3 months\n* Consent", "inclusion 1"),
        ("* Men aged 55 or more\n* Women aged 65 or more", "inclusion 1"),
        ("* At least one of the following:\n\n  * Pain at night\n  * Stiffness", "inclusion 1"),
    ],
)
def test_bullets_that_are_alternatives(inclusion: str, at: str) -> None:
    assert (Trap.ALTERNATIVES, at) in doubts(v2(inclusion))


def test_alternatives_are_what_a_list_of_exclusions_means_and_need_no_doubt() -> None:
    found = v2(
        "* Knee pain", "\n\nExclusion Criteria:\n\n* Gout, or\n* Any of the following:\n\n  * Diabetes\n  * Asthma"
    )
    assert doubts(found) == []
    both = v2("* Knee pain", "\n\nExclusion Criteria:\n\n* All of the following:\n\n  * Diabetes\n  * Asthma")
    assert doubts(both) == [(Trap.ALTERNATIVES, "exclusion 1")]


def test_a_list_for_each_cohort() -> None:
    found = v2("For children:\n\n* Knee pain\n\nFor their parents:\n\n* Speaks English or Spanish")
    assert doubts(found) == [(Trap.COHORT, "inclusion 1"), (Trap.COHORT, "inclusion 2")]
    again = record(
        api_v2(
            "Inclusion Criteria for Arm A:\n\n* Knee pain\n\nExclusion Criteria:\n\n* Gout\n\n"
            "Inclusion Criteria for Arm B:\n\n* Hip pain\n\nExclusion Criteria:\n\n* Asthma"
        )
    )
    assert [one for one in doubts(again) if one[0] is Trap.COHORT] == [
        (Trap.COHORT, "inclusion 1"),
        (Trap.COHORT, "inclusion 2"),
        (Trap.COHORT, "exclusion 2"),
    ]


@pytest.mark.parametrize(
    "item",
    [
        "Women must use contraception",
        "Knee cartilage worn down (Group B)",
        "If taking steroids, patients keep their dose",
        "Participants of childbearing potential: a negative pregnancy test",
    ],
)
def test_an_item_for_one_group(item: str) -> None:
    assert (Trap.GROUP, "inclusion 2") in doubts(v2(f"* Knee pain\n* {item}"))


def test_other_headings_or_none() -> None:
    assert doubts(record(api_v2("DISEASE CHARACTERISTICS:\n\n* Knee pain\n\nPRIOR THERAPY:\n\n* No steroids"))) == [
        (Trap.HEADINGS, "inclusion")
    ]
    asked = record(api_v2("Eligibility criteria:\n\n* Knee pain\n\nExclusion criteria:\n\n* Gout"))
    assert doubts(asked) == [(Trap.HEADINGS, "inclusion")]
    assert [one.id for one in asked.outline.items] == ["inclusion 1", "exclusion 1"]


def test_two_items_under_one_number() -> None:
    found = v2("* Knee pain for a year. Patients with gout may take part after a talk.\n* No fever; no cough today")
    assert doubts(found) == [(Trap.TWO_ITEMS, "inclusion 1"), (Trap.TWO_ITEMS, "inclusion 2")]
    commas = v2("* Knee pain", "\n\nExclusion Criteria:\n\n* history of gout, cough, asthma, chronic pain or fever")
    assert doubts(commas) == [(Trap.TWO_ITEMS, "exclusion 1")]


def test_a_list_that_is_glued_into_a_paragraph() -> None:
    found = record(
        classic(
            "        Inclusion Criteria: 1. Knee pain. 2. Walks 100 m.\n\n"
            "        3. Signed consent. 4. Lives nearby.\n\n        Exclusion Criteria:\n\n          -  Gout"
        )
    )
    assert [one.words for one in found.outline.items] == [
        "Knee pain.",
        "Walks 100 m.",
        "Signed consent.",
        "Lives nearby.",
        "Gout",
    ]
    assert {one for one, _ in doubts(found)} == {Trap.GLUED}
    inside = v2("* Pain by any of these: a) stairs b) running c) rest")
    assert (Trap.GLUED, "inclusion 1") in doubts(inside)


def test_a_paragraph_without_a_mark_between_items() -> None:
    found = v2("* Knee pain\n\nAn X-ray is on file.\n\n* Signed consent")
    assert doubts(found) == [(Trap.PARAGRAPH, "inclusion 2")]
    assert found.outline.items[1].words == "An X-ray is on file."


def test_lines_without_any_mark_are_told_once() -> None:
    found = record(
        "Inclusion Criteria:\n\nKnee pain\n\nSigned consent\n\nExclusion Criteria:\n\nGout\n\nDiabetes", "x" * 5
    )
    assert [one for one in doubts(found) if one[0] is Trap.UNLISTED] == [
        (Trap.UNLISTED, "inclusion 1"),
        (Trap.UNLISTED, "exclusion 1"),
    ]


@pytest.mark.parametrize(
    "item", ["Age ? 18 years", "=1 knee with pain", "Body mass index ³ 30", "Score of  4 on the scale"]
)
def test_lost_comparators(item: str) -> None:
    assert (Trap.COMPARATOR, "inclusion 2") in doubts(v2(f"* Knee pain\n* {item}", minimumAge="", maximumAge=""))


def test_footers_and_sentences_of_law() -> None:
    found = v2("* Knee pain. Protocol Number: K-12 v3.0 Page 4 of 60\n* Other protocol-defined criteria may apply")
    assert doubts(found) == [(Trap.FOOTER, "inclusion 1"), (Trap.FOOTER, "inclusion 2")]


@pytest.mark.parametrize(
    "rest", ["\n\nExclusion Criteria:\n\nNone", "\n\nExclusion Criteria:\n\n* N/A", "\n\nExclusion Criteria:", ""]
)
def test_none_or_empty(rest: str) -> None:
    assert doubts(v2("* Knee pain", rest)) == [(Trap.NONE, "exclusion")]


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        ("Age between 21 and 75 years", {}),
        ("Adults under age 75", {}),
        ("Not pregnant", {"sex": "MALE"}),
        ("Healthy volunteers", {}),
        ("Diagnosis of arthritis", {"healthyVolunteers": True}),
    ],
)
def test_the_header_contradicts_the_text(item: str, fields: dict[str, Any]) -> None:
    assert doubts(v2(f"* {item}", **fields)) == [(Trap.CONTRADICTION, "inclusion 1")]


def test_a_header_that_agrees_is_no_contradiction() -> None:
    assert doubts(v2("* Age 18 to 75 years\n* Aged ≥18 and ≤ 75 years\n* Karnofsky 50 (over 16 years)")) == []


def test_an_item_that_ends_in_mid_sentence() -> None:
    found = v2("* Knee pain treated with inhibitors of\n* COX-2 in the last year\n* Diagnoses are:")
    assert doubts(found) == [(Trap.BROKEN, "inclusion 1"), (Trap.BROKEN, "inclusion 3")]


def test_every_doubt_says_what_is_open_and_what_to_do() -> None:
    for trap in Trap:
        told = reason(Doubt(trap, "inclusion 1", "these words"))
        assert len(told) > 60
        assert "{" not in told


def test_the_whole_list_in_the_first_item_of_ctis() -> None:
    found = record(ctis([("1. Asthma\n2. Wakes at night\n3. Signed consent", "1. Asma\n2. Se despierta\n3. Firma")]))
    assert [one.words for one in found.outline.items] == ["Asthma", "Wakes at night", "Signed consent", "Diabetes."]
    assert doubts(found) == [(Trap.GLUED, "inclusion 1")]
    assert found.spanish["inclusion 2"] == "Se despierta"


@pytest.mark.parametrize(
    ("criteria", "items"),
    [
        (
            "**Inclusion Criteria**\n\n1. Pain\n2. Consent\n\n**Exclusion Criteria**\n\n1. Gout",
            ["Pain", "Consent", "Gout"],
        ),
        (
            "Inclusion Criteria:\n\n\\- Pain\n\\- Consent\n\nExclusion Criteria:\n\n\\- Gout",
            ["Pain", "Consent", "Gout"],
        ),
        (
            "* Inclusion Criteria:\n\n  * Pain\n  * Consent\n* Exclusion Criteria:\n\n  * Gout",
            ["Pain", "Consent", "Gout"],
        ),
        (
            "Inclusion Criteria:\n\nThose eligible for inclusion must meet all of these:\n\n1-Pain\n2-Consent\n\nExclusion Criteria:\n\n•Gout",
            ["Pain", "Consent", "Gout"],
        ),
        (
            "INCLUSION CRITERIA\n\n1.1 Pain\n1.2 Consent\n\nEXCLUSION CRITERIA\n\nE1. Gout",
            ["Pain", "Consent", "Gout"],
        ),
    ],
)
def test_ways_to_write_a_list_that_leave_no_doubt(criteria: str, items: list[str]) -> None:
    found = record(api_v2(criteria))
    assert [one.words for one in found.outline.items] == items
    assert doubts(found) == []


@pytest.mark.parametrize(
    "criteria",
    [
        "Inclusion Criteria: 1. Pain 2. Age over 17 3. Consent Exclusion Criteria: 1. Gout 2. Fever",
        "Inclusion Criteria:\n\n1) Pain 2) Age over 17 3) Consent\n\nExclusion Criteria:\n\n1) Gout 2) Fever",
    ],
)
def test_lists_on_one_line_are_parted_with_a_doubt(criteria: str) -> None:
    found = record(api_v2(criteria, minimumAge="17 Years"))
    assert [one.words for one in found.outline.items] == ["Pain", "Age over 17", "Consent", "Gout", "Fever"]
    assert {(Trap.GLUED, kind) for kind in ("inclusion", "exclusion")} <= {
        (trap, at.split()[0]) for trap, at in doubts(found)
    }


def test_an_or_between_two_items_is_a_doubt_and_a_sentence_about_other_criteria_is_no_heading() -> None:
    found = v2("* Pain\n\nOR\n\n* Swelling\n\nOther protocol-defined inclusion/exclusion criteria may apply.")
    assert (Trap.ALTERNATIVES, "inclusion 2") in doubts(found)
    assert (Trap.FOOTER, "inclusion 4") in doubts(found)


@pytest.mark.parametrize(
    ("criteria", "ids"),
    [
        ("Inclusion Criteria:\n\n1. Phase A\n\n   Main exclusion criteria:\n   * Gout", ["inclusion 1", "exclusion 1"]),
        (
            "Inclusion Criteria:\n\n* Meets none of the following exclusion criteria:\n\n  * Gout\n* Consent",
            ["inclusion 1", "inclusion 1a", "inclusion 2"],
        ),
        ("Inclusion Criteria - Knee pain\n\nExclusion Criteria - none", ["inclusion 1"]),
        ("Inclusion Criteria:\n\n* Pain\n\nThere are no exclusion criteria for this study.", ["inclusion 1"]),
        (
            "Inclusion Criteria:\n\n* Pain\n* Meets the other inclusion and exclusion criteria\n\nExclusion Criterion:\n\n* Gout",
            ["inclusion 1", "inclusion 2", "exclusion 1"],
        ),
        ("Exclusion Criteria:\n\n* Gout\n\nInclusion Criteria:\n\n* Pain", ["exclusion 1", "inclusion 1"]),
    ],
)
def test_where_a_list_begins_and_what_only_speaks_of_one(criteria: str, ids: list[str]) -> None:
    assert [one.id for one in record(api_v2(criteria)).outline.items] == ids


def test_an_item_for_the_sex_of_the_whole_study_is_for_no_group() -> None:
    assert doubts(v2("* Women with knee pain", sex="FEMALE")) == []
    assert doubts(v2("* Female\n* Knee pain")) == []


def test_numbers_that_jump_are_a_doubt() -> None:
    found = v2("1. Knee pain\n2. Consent\n4. Walks 100 m", "\n\nExclusion Criteria:\n\n2. Gout\n3. Fever")
    assert doubts(found) == [(Trap.GAP, "inclusion 3"), (Trap.GAP, "exclusion 1")]
    assert [one.words for one in found.outline.items] == [
        "Knee pain",
        "Consent",
        "4. Walks 100 m",
        "2. Gout",
        "3. Fever",
    ]


def test_words_above_a_list_that_open_it_in_the_middle_or_say_that_one_is_enough() -> None:
    found = v2("* Knee pain\n* Consent\n\nPain can be shown in the following ways:\n\n* By a scale\n* By an X-ray")
    assert doubts(found) == [(Trap.PARAGRAPH, "inclusion 3")]
    some = v2("At least one of the following:\n\n* Knee pain\n* Hip pain")
    assert doubts(some) == [(Trap.ALTERNATIVES, "inclusion 1")]
    topics = v2("Patients must meet all of the following:\n\n* Knee pain\n\nPrior treatment:\n\n* No steroids")
    assert doubts(topics) == []
    excepted = v2(
        "* Pain", "\n\nExclusion Criteria:\n\n* Steroids\n\nExceptions to this exclusion criterion:\n\n* Creams"
    )
    assert doubts(excepted) == [(Trap.PARAGRAPH, "exclusion 2")]


def test_a_list_below_a_whole_sentence_is_a_doubt_and_below_a_colon_none() -> None:
    found = v2("* No surgery of the knee.\n\n  * No fever today\n* Blood values:\n\n  * Platelets normal")
    assert doubts(found) == [(Trap.DEFINITION, "inclusion 1")]
