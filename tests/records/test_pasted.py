"""A pasted text: its header is read line by line, and what is not understood is told with its words; people stay out of it."""

from pathlib import Path

import pytest
from invented import NUMBER, record
from ruamel.yaml import YAML

from bot.records.ages import age, ages
from bot.records.folder import write
from bot.records.record import Record, Status

LISTS = "\n\nInclusion Criteria:\n- Knee pain\n- Able to walk\n\nExclusion Criteria:\n- Gout\n"


def pasted(header: str, below: str = "") -> Record:
    return record(f"{header}{LISTS}{below}", "made-up")


def decisions(found: Record, folder: Path, *, contacts: bool = False) -> str:
    (study, *_) = write(found, folder, "knee", contacts=contacts)
    return " ".join(one["why"] for one in YAML(typ="safe").load(study)["decide"])


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("18 Years to 85 Years", ("18 Years", "85 Years")),
        ("18-75 years", ("18 Years", "75 Years")),
        ("Between 18 and 65", ("18 Years", "65 Years")),
        ("18 Years and older (Adult, Older Adult)", ("18 Years", "")),
        ("18 Years to N/A", ("18 Years", "")),
        ("6 Months to 5 Years", ("6 Months", "5 Years")),
        ("up to 1 year of age", ("", "1 Year")),
        ("De 18 a 65 años", ("18 Years", "65 Years")),
        ("18 Year(s) to no maximum age", ("18 Years", "")),
        ("All ages", ("", "")),
        ("85 to 18 years", None),
        ("over 18", None),
        ("Adults", None),
        ("18", None),
    ],
)
def test_ages_are_read_as_people_print_them(words: str, read: tuple[str, str] | None) -> None:
    assert ages(words) == read


def test_one_age_may_stand_without_its_unit() -> None:
    assert [age(one) for one in ("18", "6 months", "N/A", "adults")] == ["18 Years", "6 Months", "", None]


def test_a_header_is_read_whole() -> None:
    found = pasted(
        "ISRCTN12345679\nA trial of medicine K for knee pain\nURL: https://www.isrctn.com/ISRCTN12345679?q=k\nRecruiting\n"
        "Condition: Knee pain; hip pain\nAge: 18 Years to 85 Years\nSex: Female\nHealthy volunteers: No\nLast updated: 3 March 2031\n"
        "Summary\nCompares two medicines.\nEnd date: 2032-01\nSites: Hospital Example, Madrid, Spain\nHospital de Prueba, Valdivia, Chile"
    )
    assert (found.registry, found.id, found.url) == (
        "ISRCTN",
        "ISRCTN12345679",
        "https://www.isrctn.com/ISRCTN12345679?q=k",
    )
    assert (found.title, found.summary) == ("A trial of medicine K for knee pain", "Compares two medicines.")
    assert (found.status, found.status_told, found.as_of) == (Status.RECRUITING, True, "2031-03-03")
    assert (found.minimum_age, found.maximum_age, found.sex) == ("18 Years", "85 Years", "female")
    assert (found.conditions, found.healthy_volunteers, found.dates) == (
        ("Knee pain", "hip pain"),
        False,
        {"completion": "2032-01"},
    )
    assert [(one.facility, one.city, one.country) for one in found.places] == [
        ("Hospital Example", "Madrid", "Spain"),
        ("Hospital de Prueba", "Valdivia", "Chile"),
    ]
    (note,) = found.notes
    assert "Hospital Example | Madrid | Spain" in note


def test_names_may_stand_above_their_values_and_values_be_printed_twice() -> None:
    found = pasted(
        "Status:\nCompleted\nCompleted\nParticipant gender:\n\nAll\nAll\nMinimum age\n18 Years\nStudy Completion (Estimated)\n2032-12"
    )
    assert (found.status, found.sex, found.minimum_age) == (Status.COMPLETED, "", "18 Years")
    assert (found.tells, found.dates) == ({"age", "sex"}, {"completion": "2032-12"})
    assert len(found.notes) == 1  # of the sites


def test_a_name_needs_no_colon_where_the_form_of_the_value_is_its_own() -> None:
    found = pasted(
        f"ClinicalTrials.gov ID {NUMBER}\nLast Update Posted 2031-03-03\nAge 18-65 years\nSex/Gender Female\nStatus matters to all"
    )
    assert (found.id, found.as_of, found.maximum_age, found.sex) == (NUMBER, "2031-03-03", "65 Years", "female")
    assert (found.title, found.status_told) == ("Status matters to all", False)


def test_a_header_below_the_criteria_is_none_of_their_items() -> None:
    found = pasted(
        NUMBER, "Ages Eligible for Study\n18 Years and older (Adult)\nSexes Eligible for Study\nMale\nPhase 2\n"
    )
    assert [one.words for one in found.outline.items] == ["Knee pain", "Able to walk", "Gout"]
    assert (found.minimum_age, found.sex) == ("18 Years", "male")
    assert "“Phase 2”" in found.notes[-1]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Age: adults\nSex: Female", ["No field for ages in years could be read", "“Age: adults”"]),
        ("Sex: All", ["No field for ages in years could be read"]),
        ("18-75 years\nAll", ["No field for sex could be read", "“All”"]),
        ("", ["No field for ages in years and sex could be read", "no site that could be read"]),
        ("Status: Somehow", ["Whether it recruits could not be read", "“Status: Somehow”"]),
        ("Recruiting\nStatus: Completed", ["“Status: Completed”"]),
        ("Sites: the hospital nearby", ["“Sites: the hospital nearby”"]),
        (f"{NUMBER}\nURL: https://example.org/other", ["“https://example.org/other”"]),
        ("Age:\nSponsor: Example", ["“Age:”", "“Sponsor: Example”"]),
    ],
)
def test_what_is_not_understood_waits_for_a_person_with_its_words(header: str, told: list[str], tmp_path: Path) -> None:
    found = decisions(pasted(header), tmp_path)
    assert [one for one in told if one not in found] == []


def test_no_line_of_a_long_header_is_lost(tmp_path: Path) -> None:
    lengths = [1, 2, 3, 40, 139, 140, 141, 150, 300, 7]
    lines = ["Title: a trial of K", *(f"{at} " + "word " * most for at, most in enumerate(lengths, 500))]
    found = decisions(pasted("\n".join(lines)), tmp_path)
    assert [at for at, _ in enumerate(lengths, 500) if str(at) not in found] == []
    assert found.count("word ") + found.count("word”") == sum(lengths)


PEOPLE = (
    "Contact: Jane Roe\nTelephone: 600 100 200\nEmail: made@example.org\nAsk Dr Roe for more\n\n"
    "Study Contact\nName: Mary Sample\n+34 600 100 201\n\nPhase 2"
)


def test_people_and_their_numbers_are_counted_and_left_out_unless_asked_for(tmp_path: Path) -> None:
    found = pasted(PEOPLE)
    without = decisions(found, tmp_path / "without")
    assert "left out (6): `draft --contacts` takes them" in without
    assert not [one for one in ("Roe", "600", "made@", "Mary") if one in without]
    assert "“Phase 2”" in without
    named = decisions(found, tmp_path / "named", contacts=True)
    assert not [one for one in ("Jane Roe", "600 100 200", "made@", "Dr Roe", "Mary Sample", "201") if one not in named]
    placed = pasted(f"{PEOPLE}\nSite: Hospital Dr. Example, Madrid, Spain")
    (study, *_) = write(placed, tmp_path / "placed", "knee", contacts=True)
    (site,) = YAML(typ="safe").load(study)["sites"]
    assert site["contact"]["en"].startswith("Jane Roe; 600 100 200")
