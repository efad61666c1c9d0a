"""A study's questions as a REDCap data dictionary and as a FHIR Questionnaire: whole, empty, and by the rules of both formats."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from common_condition import write_condition
from studies import LUPUS, SANTIAGO, VALLADOLID
from typer.testing import CliRunner

from bot.commands.main import cli
from bot.conversation.cards.context import About, CardContext
from bot.conversation.wording import Wording
from bot.definitions import loaded
from bot.faces.web.participant.face import FACE
from bot.interchange import fhir, redcap
from bot.interchange.instrument import Instrument, instrument
from bot.interchange.ucum import is_code, ucum
from criteria import model
from criteria.catalogue import Catalogue
from criteria.common_questions import common_questions
from criteria.condition import Condition
from criteria.languages import LANGUAGES, Language
from criteria.screening import asked_questions

WORDING = Wording()
Json = dict[str, Any]


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Condition:
    (found,) = loaded(write_condition(tmp_path_factory.mktemp("exported"))).conditions.values()
    return found


@pytest.fixture(scope="module")
def instruments(taken: Condition) -> list[tuple[Condition, Instrument]]:
    """Of the shipped studies, and of studies that ask every common question."""
    found = []
    for condition in (LUPUS, taken):
        context = CardContext(Catalogue({condition.id: condition}), WORDING, About(FACE))
        found += [(condition, instrument(context, condition, study)) for study in condition.studies.values()]
    return found


def rows(one: Instrument, language: Language) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(redcap.redcap(WORDING, one, language))))


def items(parent: Json) -> Iterator[Json]:
    for item in parent.get("item", ()):
        yield item
        yield from items(item)


# REDCap


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_data_dictionary_has_every_question_with_its_answers(
    instruments: list[tuple[Condition, Instrument]], language: Language
) -> None:
    for condition, one in instruments:
        found = {row["Variable / Field Name"]: row for row in rows(one, language)}
        assert next(iter(found)) == "record_id"
        for question in asked_questions(condition, [one.study.id]).values():  # type: ignore[list-item]
            row = found[question.id]
            assert row["Field Label"] == question.text.ask.in_(language)
            choices = row if row["Field Type"] == "radio" else found[f"{question.id[:20].rstrip('_')}_other"]
            codes = [choice.split(", ")[0] for choice in choices[CHOICES].split(" | ")]
            assert codes == [*question.words, "unsure"]
            assert (row["Text Validation Type OR Show Slider Number"] == "") == (question.line is None)


CHOICES = "Choices, Calculations, OR Slider Labels"


def test_private_questions_are_marked_as_identifiers_and_no_others(
    instruments: list[tuple[Condition, Instrument]],
) -> None:
    for condition, one in instruments:
        private = {key for key, question in condition.questions.items() if question.text.sensitive}
        for row in rows(one, "en")[1:]:
            name = row["Variable / Field Name"].removesuffix("_other").removesuffix("_unit")
            (key,) = [key for key in condition.questions if key == name or key[:20].rstrip("_") == name]
            assert (row["Identifier?"] == "y") is (key in private), row


def test_every_variable_names_the_items_of_the_record_and_none_has_branching() -> None:
    one = instrument(CardContext(Catalogue({LUPUS.id: LUPUS}), WORDING, About(FACE)), LUPUS, LUPUS.studies[VALLADOLID])
    found = {row["Variable / Field Name"]: row for row in rows(one, "es")}
    assert found["last_biopsy"]["Field Annotation"] == "inclusion 3"
    assert {row["Branching Logic (Show field only if...)"] for row in found.values()} == {""}
    assert found["last_biopsy"]["Text Validation Max"] == "600"
    assert "(hace cuántos meses)" in found["last_biopsy"]["Field Note"]
    assert found["age"]["Text Validation Type OR Show Slider Number"] == "integer"


def test_a_value_with_several_units_asks_for_its_unit_and_has_no_ends() -> None:
    one = instrument(CardContext(Catalogue({LUPUS.id: LUPUS}), WORDING, About(FACE)), LUPUS, LUPUS.studies[SANTIAGO])
    found = {row["Variable / Field Name"]: row for row in rows(one, "en")}
    assert found["upcr_unit"][CHOICES] == "u1, g/g | u2, mg/g | u3, mg/mmol"
    assert found["upcr"]["Text Validation Max"] == ""


def row(name: str, **columns: str) -> redcap.Row:
    return redcap.Row(name, "a_form", **{"kind": "text", **columns})


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ([row("age")], "the first variable is not `record_id`"),
        ([row("record_id"), row("Age")], "`Age` is no name"),
        ([row("record_id"), row("2nd")], "`2nd` is no name"),
        ([row("record_id"), row("a__b")], "`a__b` is no name"),
        ([row("record_id"), row("a" * 27)], "is no name"),
        ([row("record_id"), row("age"), row("age")], "`age` is taken"),
        ([row("record_id"), row("a_form_complete")], "is taken"),
        ([row("record_id"), row("redcap_event_name")], "is taken"),
        ([row("record_id"), row("sex", kind="radio")], "a choice without answers"),
        ([row("record_id"), row("sex", kind="radio", choices="a, A | a, B")], "a code twice"),
        ([row("record_id"), row("sex", kind="radio", choices="<6, Less")], "other signs"),
    ],
)
def test_what_redcap_would_refuse_is_found(wrong: list[redcap.Row], told: str) -> None:
    assert any(told in line for line in redcap.faults(wrong))


def test_names_are_cut_and_stay_apart() -> None:
    taken = set(redcap.RESERVED)
    long = "a_question_with_a_very_long_name"
    named = [redcap.variable(wanted, taken) for wanted in (long, f"{long}_too", "record_id", "a__b", "age")]
    assert named == ["a_question_with_a_very_lon", "a_question_with_a_very_l_2", "record_id_2", "a_b", "age"]


# FHIR


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_questionnaire_has_every_question_with_its_answers_and_all_languages(
    instruments: list[tuple[Condition, Instrument]], language: Language
) -> None:
    for condition, one in instruments:
        found = json.loads(fhir.fhir(WORDING, one, language))
        assert (found["resourceType"], found["language"], found["status"]) == ("Questionnaire", language, "draft")
        known = {item["linkId"]: item for item in items(found)}
        for question in asked_questions(condition, [one.study.id]).values():  # type: ignore[list-item]
            item = known[question.id]
            assert item["text"] == question.text.ask.in_(language)
            holder = item if item["type"] == "choice" else known[f"{question.id}.other"]
            assert [one["valueCoding"]["code"] for one in holder["answerOption"]] == [*question.words, "unsure"]
            other = next(one for one in LANGUAGES if one != language)
            (beside,) = item["_text"]["extension"]
            assert [part.get("valueCode") or part["valueString"] for part in beside["extension"]] == [
                other,
                question.text.ask.in_(other),
            ]
        assert not [item for item in known.values() if "enableWhen" in item]


def extensions(item: Json, name: str) -> list[Json]:
    return [one for one in item.get("extension", ()) if one["url"].endswith(f"/{name}")]


def test_numbers_have_their_ucum_units_and_their_ends() -> None:
    one = instrument(CardContext(Catalogue({LUPUS.id: LUPUS}), WORDING, About(FACE)), LUPUS, LUPUS.studies[SANTIAGO])
    known = {item["linkId"]: item for item in items(json.loads(fhir.fhir(WORDING, one, "es")))}
    assert known["age"]["type"] == "integer"
    assert extensions(known["age"], "questionnaire-unit")[0]["valueCoding"]["code"] == "a"
    assert extensions(known["age"], "maxValue")[0]["valueInteger"] == 120
    assert extensions(known["last_biopsy"], "questionnaire-unit")[0]["valueCoding"]["code"] == "mo"
    assert known["egfr"]["type"] == "decimal"
    assert extensions(known["egfr"], "questionnaire-unit")[0]["valueCoding"]["code"] == "mL/min/{1.73_m2}"
    assert known["upcr"]["type"] == "quantity"
    assert [one["valueCoding"]["code"] for one in extensions(known["upcr"], "questionnaire-unitOption")] == [
        "g/g",
        "mg/g",
        "mg/mmol",
    ]
    assert extensions(known["upcr"], "sdc-questionnaire-maxQuantity")[0]["valueQuantity"]["value"] == 100


def test_private_items_carry_a_security_label_and_no_others(instruments: list[tuple[Condition, Instrument]]) -> None:
    for condition, one in instruments:
        found = json.loads(fhir.fhir(WORDING, one, "en"))
        private_ones = [item for section in one.sections for item in section.items if item.text.sensitive]
        assert ("meta" in found) is bool(private_ones)
        for item in items(found):
            question = condition.questions.get(item["linkId"].removesuffix(".other"))
            private = question is not None and question.text.sensitive
            assert bool(extensions(item, "extension-inline-sec-label")) is private, item["linkId"]


def choice(**fields: Any) -> Json:
    beside = {"extension": [{"extension": [{"url": "lang", "valueCode": "es"}]}]}
    option = {"valueCoding": {"code": "a", "display": "A", "_display": beside}}
    return {"linkId": "q", "text": "Q", "_text": beside, "type": "choice", "answerOption": [option], **fields}


UNIT = {"url": f"{fhir.CORE}/questionnaire-unit", "valueCoding": {"code": "mg per dl"}}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ([choice(), choice()], "`q` stands twice"),
        ([choice(linkId="")], "is empty"),
        ([choice(answerOption=[])], "without answers"),
        ([choice(answerOption=choice()["answerOption"] * 2)], "a code twice"),
        ([choice(type="display")], "can have no answers"),
        ([choice(text=" ")], "lacks a text"),
        ([choice(_text={})], "or one of its languages"),
        ([choice(extension=[UNIT])], "`mg per dl` is no unit"),
    ],
)
def test_what_a_reader_would_stumble_over_is_found(wrong: list[Json], told: str) -> None:
    assert fhir.faults({"item": [choice(linkId="sound")]}, ("en", "es"), "en") == []
    assert any(told in line for line in fhir.faults({"item": wrong}, ("en", "es"), "en"))


# Units


def test_every_unit_of_the_common_questions_has_a_code_of_its_own() -> None:
    for one in common_questions().values():
        number = one.question.number
        for unit in [number.unit, *(other.unit for other in number.also)] if number else ():
            code = ucum(unit)
            assert is_code(code)
            assert (code[0] != "{") is (one.name not in {"alt", "alcohol"}), code


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ({"es": "ml/min/1,73 m²"}, "mL/min/{1.73_m2}"),
        ({"en": "\u00d710⁹/L", "es": "\u00d710⁹/l"}, "10*9/L"),
        ({"en": "cups of coffee", "es": "tazas de café"}, "{cups_of_coffee}"),
        ({"es": "tazas de café {al día}"}, "{tazas_de_cafe_al_dia}"),
        ("weeks_ago", "wk"),
    ],
)
def test_a_unit_becomes_a_code_or_an_annotation(unit: dict[str, str] | str, code: str) -> None:
    assert ucum(unit if isinstance(unit, str) else model.Text(unit)) == code
    assert is_code(code)


@pytest.mark.parametrize("text", ["", "mg per dl", "{mg", "mg}", "µg", "{a}{"])
def test_what_is_no_code_is_known(text: str) -> None:
    assert not is_code(text)


# The command


def test_the_command_writes_both_files(tmp_path: Path) -> None:
    table, resource = tmp_path / "a.csv", tmp_path / "a.json"
    done = CliRunner().invoke(
        cli, ["export", VALLADOLID, "--redcap", str(table), "--fhir", str(resource), "--language", "en"]
    )
    assert done.exit_code == 0, done.output
    assert "15 questions of NCT03673748" in done.output
    assert len(next(csv.reader(io.StringIO(table.read_text(encoding="utf-8"))))) == 18
    assert json.loads(resource.read_text(encoding="utf-8"))["language"] == "en"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([VALLADOLID], "name a file to write"),
        (["NCT00000000", "--fhir", "x.json"], "`NCT00000000` is no study here"),
        ([VALLADOLID, "--fhir", "x.json", "--language", "xx"], "`xx` is no language here"),
    ],
)
def test_what_cannot_be_written_is_told(arguments: list[str], told: str) -> None:
    done = CliRunner().invoke(cli, ["export", *arguments])
    assert done.exit_code == 1
    assert told in done.output
