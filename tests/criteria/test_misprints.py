"""Warnings for slips of a hand: what they catch, and that they leave right definitions alone."""

import shutil
from pathlib import Path

import pytest
from studies import SHIPPED

from bot.commands.check import checked
from criteria.misprints.amounts import amounts, asked_unit

KNEE = Path(__file__).parent / "sound" / "knee_pain"
STUDY, QUESTIONS = "NCT00000001.yaml", "questions.yaml"


@pytest.fixture
def knee(tmp_path: Path) -> Path:
    return shutil.copytree(KNEE, tmp_path / "knee_pain")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def warnings(folder: Path) -> list[str]:
    found = checked(folder)
    assert found.passed, "a warning keeps nothing from being served"
    return [str(one).partition(": warning: ")[2] for one in found.faults]


def test_what_is_right_has_no_warning(knee: Path) -> None:
    assert warnings(knee) == []
    assert SHIPPED.warnings == ()


# Numbers


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (STUDY, "last_scan <= 6", "last_scan <= 60",
         [("criteria.recent_scan: `label` says 6 months, and the rule has 60 months (en); the rule has 60 months, and neither "
          "`label` nor `technical` says so (en and es); `label` says 6 meses, and the rule has 60 months (es): is that meant?")]),
        (STUDY, "in the last 6 months", "in the last 5 months",
         [("criteria.recent_scan: `label` says 5 months, and the rule has 6 months (en); the rule has 6 months, and neither "
          "`label` nor `technical` says so (en): is that meant?")]),
        (QUESTIONS, "unit: months_ago", "unit: days_ago",
         [("criteria.recent_scan: `label` says 6 months, and the rule has 6 days (en); the rule has 6 days, and neither "
          "`label` nor `technical` says so (en and es); `label` says 6 meses, and the rule has 6 days (es): is that meant?")]),
        (STUDY, "18 years or older", "An adult",
         ["criteria.adult: the rule has 18 years, and neither `label` nor `technical` says so (en): is that meant?"]),
        (QUESTIONS, "When was your last scan?", "When, in the last 12 months, was your last scan?",
         ["last_scan.ask: the text in `en` says 12 months, and no criterion that asks it does: is that meant?"]),
        (QUESTIONS, "When was your last scan?", "How many weeks ago was your last scan?",
         ["last_scan.ask: the text in `en` asks for weeks, but the number is counted in months: is that meant?"]),
        (QUESTIONS, "¿Cuándo le hicieron la última resonancia?", "¿Hace cuántos días le hicieron la última resonancia?",
         ["last_scan.ask: the text in `es` asks for days, but the number is counted in months: is that meant?"]),
    ],
)  # fmt: skip
def test_numbers_that_do_not_go_together_are_told(knee: Path, file: str, old: str, new: str, told: list[str]) -> None:
    change(knee / file, old, new)
    assert warnings(knee) == told


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (STUDY, "A scan in the last 6 months", "A scan within half a year (six months)"),
        (STUDY, "needs: last_scan <= 6", "needs: last_scan <= 0.5 years"),
        (STUDY, "needs: last_scan <= 6", "needs: last_scan <= 26 weeks"),
        (STUDY, "Pain in one knee", "Pain in one or both of the two knees (ACR 2010, COX-2, anti-CD20)"),
        (STUDY, '{en: "Pain in one knee", es: "Dolor en una rodilla"}', '{en: "Pain, V = 1,73 or 1.73", es: "Dolor, 1,73"}'),
    ],
)  # fmt: skip
def test_what_means_the_same_or_counts_nothing_is_left_alone(knee: Path, file: str, old: str, new: str) -> None:
    change(knee / file, old, new)
    assert [one for one in warnings(knee) if "1,73" not in one] == []


def test_a_value_in_another_unit_is_converted(knee: Path) -> None:
    unit = (
        'number: {unit: {en: "g/dL", es: "g/dl"}, from: 0, to: 30, also: [{unit: {en: "g/L", es: "g/l"}, times: 10}]}'
    )
    change(knee / QUESTIONS, "  number: {unit: months_ago, from: 0, to: 600}\n", f"  {unit}\n")
    change(knee / QUESTIONS, '  never: {en: "I never had one", es: "Nunca me la han hecho"}\n', "")
    label = 'label: {en: "A scan in the last 6 months", es: "Una resonancia en los últimos 6 meses"}'
    change(knee / STUDY, label, 'label: {en: "60 g/L or less", es: "Hasta 6 g/dl (60 g/l)"}')
    assert [one for one in warnings(knee) if "that in `en` does not" not in one] == []
    change(knee / STUDY, "60 g/L or less", "6 g/L or less")
    assert warnings(knee) == [
        (
            "criteria.recent_scan: `label` says 6 g/L, and the rule has 6 (en); the rule has 6, and neither `label` nor "
            "`technical` says so (en): is that meant?"
        )
    ]


def test_amounts_are_read_as_each_language_writes_them() -> None:
    def told(text: str, language: str) -> list[tuple[list[float], list[str]]]:
        return [
            (sorted(one.values), sorted(unit.value if unit else "" for unit in one.units))
            for one in amounts(text, language)
        ]

    assert told("Entre 18 y 75 años", "es") == [([18], ["", "years"]), ([75], ["years"])]
    assert told("500-1.000 mg, 2,5 g", "es") == [([500], [""]), ([1, 1000], [""]), ([2.5], [""])]
    assert told("a 12-month wait in the last year", "en") == [([12], ["months"]), ([1], ["years"])]
    assert told("SLEDAI-2K, ISN/RPS 2003, COVID-19, B12, m2, 1.73x", "en") == []
    assert told("under 140/90, titre 1:80, 100 x 10^9/L, a 24-hour urine, 30 mL/min", "en") == [
        ([140], [""]), ([90], [""]), ([1], [""]), ([80], [""]), ([100], [""]), ([30], [""]),
    ]  # fmt: skip
    assert told("18 Jahre", "de") == [([18], [""])], "a language that nobody has described is read by its digits"
    assert asked_unit("Combien de jours ?", "fr") is None


# Texts, items, addresses


def test_a_text_in_the_other_language_is_told(knee: Path) -> None:
    change(knee / QUESTIONS, "¿Cuándo le hicieron la última resonancia?", "When was your last scan?")
    change(knee / STUDY, "Sin embarazo", "Not pregnant")
    assert warnings(knee) == ["last_scan.ask: the texts in `en` and `es` are the same: is one of them not translated?"]


def test_figures_and_units_may_be_the_same_in_every_language(knee: Path) -> None:
    change(knee / STUDY, "Not pregnant", "HbA1c ≥ 8 % (64 mmol/mol).")
    change(knee / STUDY, "Sin embarazo", "HbA1c ≥ 8 % (64 mmol/mol).")
    assert not [one for one in warnings(knee) if "are the same" in one]


def test_names_may_be_the_same_in_every_language(knee: Path) -> None:
    change(
        knee / STUDY,
        'unit: {en: "Knee unit", es: "Unidad de rodilla"}',
        'unit: {en: "Hospital de La Paz", es: "Hospital de La Paz"}',
    )
    assert warnings(knee) == []


@pytest.mark.parametrize(
    ("items", "missing"),
    [('["1", "3"]', ["2"]), ('["1a", "1c", "2"]', ["1b"]), ('["2", "3"]', ["1"]), ('["1", "2"]', []), ("[]", [])],
)
def test_a_gap_in_the_items_is_told(knee: Path, items: str, missing: list[str]) -> None:
    change(knee / STUDY, 'inclusion: ["1", "2", "3"]', f"inclusion: {items}")
    change(knee / STUDY, "from: inclusion 1\n", "from: header\n")
    told = [str(one) for one in checked(knee).faults if "left out?" in str(one)]
    assert [one.partition("inclusion ")[2].split()[0] for one in told] == missing


@pytest.mark.parametrize(
    ("contact", "found"),
    [
        ("Write to study@example.com", "example.com"),
        ("https://trials.example.org/knee", "trials.example.org"),
        ("Telephone 555-0134", "555-0134"),
        ("Telephone 000 000 000", "000 000 000"),
        ("Telephone 123 456 789", "123 456 789"),
        ("Telephone XXX", "XXX"),
        ("TBD", "TBD"),
    ],
)
def test_a_placeholder_is_told(knee: Path, contact: str, found: str) -> None:
    change(knee / STUDY, "See the registry", contact)
    assert warnings(knee) == [f"sites.number 1.contact.en: `{found}` looks like a placeholder: write the real one"]


@pytest.mark.parametrize(
    "contact", ["Telephone +34 983 420 400", "Todo el día, +56 2 2618 3000", "estudio@uva.es", "Room 555"]
)
def test_a_real_address_is_none(knee: Path, contact: str) -> None:
    change(knee / STUDY, "See the registry", contact)
    assert warnings(knee) == []


# The record's header


@pytest.mark.parametrize(
    ("header", "cites", "rule", "missing"),
    [
        ('minimum_age: "18 Years"', "header", "age >= 18", []),
        ('minimum_age: "18 Years"', "header", "age > 17", []),
        ('minimum_age: "18 Years", maximum_age: "65 Years"', "header", "18 <= age < 66", []),
        ('minimum_age: "18 Months"', "header", "age >= 18", []),
        ('minimum_age: "14 Years"', "header", "age >= 18", ["14 Years"]),
        ('minimum_age: "18 Years", maximum_age: "65 Years"', "header", "age >= 18", ["65 Years"]),
        ('minimum_age: "14 Years"', "inclusion 1", "age >= 18", []),
        ('minimum_age: "14 Years"', "[header, inclusion 1]", "age >= 18", []),
    ],
)
def test_a_limit_of_the_header_that_its_rules_do_not_have_is_told_unless_the_item_says_theirs(
    knee: Path, header: str, cites: str, rule: str, missing: list[str]
) -> None:
    study = knee / STUDY
    change(
        study,
        'inclusion: ["1", "2", "3"]',
        f'inclusion: {{"1": "Age 18 or more", "2": , "3": }}\n  header: {{{header}}}',
    )
    change(study, "from: inclusion 1", f"from: {cites}")
    change(study, "age >= 18", rule)
    change(study, "from: exclusion 2", "from: [exclusion 2, inclusion 1]")
    told = [f"the record's header says {one}, and no rule from `header` has it: is that meant?" for one in missing]
    assert [one.partition(": ")[2] for one in warnings(knee) if "header says" in one] == told


def test_texts_that_a_draft_leaves_to_be_written_are_not_told_a_second_time(knee: Path) -> None:
    same = 'title: {en: "A study of knees", es: "A study of knees"}'
    change(knee / STUDY, 'title: {en: "A knee study", es: "Un estudio de rodilla"}', same)
    assert len(warnings(knee)) == 1
    change(knee / STUDY, same, same.replace('"A study', '"✎ A study'))
    assert [str(one) for one in checked(knee).faults] == []
    assert len(checked(knee).decisions) == 1
