"""A draft: loaded as it stands, every item with its words and left to the team, and all that is open counted, never guessed."""

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from invented import EU_NUMBER, NUMBER, api_v2, ctis, markdown, record
from random_texts import text

from bot import definitions
from bot.conversation.card import Role
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.state import Moment
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE
from bot.records.folder import write
from bot.records.proposing import ready_label
from bot.records.record import RecordError
from criteria.catalogue import Catalogue, DefinitionError, load
from criteria.condition import ConditionId, StudyDefinition, StudyId
from criteria.languages import Language

INCLUSION = ["Knee pain on most days", "Written informed consent", 'Not pregnant, and\u00a0no wish to be "soon"']
EXCLUSION = ["Diabetes: type 1 \\ or 2", "HIV infection"]


def drafted(folder: Path, found: dict[str, Any] | None = None, **options: Any) -> StudyDefinition:
    write(record(found or api_v2(markdown(INCLUSION, EXCLUSION))), folder, **options)
    (condition,) = load(folder).conditions.values()
    (study,) = condition.studies.values()
    return study


def banners(catalogue: Catalogue, language: Language) -> list[str]:
    """What stands above each card of a conversation that answers all that is asked."""
    conversation = Conversation(catalogue, Wording(FACE.texts), About(FACE))
    state = conversation.start(language, Moment(0, 1))
    found = []
    for _ in range(12):
        card = conversation.view(state)
        found.append(card.banner)
        ahead = [one for one in card.buttons if one.role is not Role.WAY]
        if not ahead:
            break
        state = conversation.step(state, ahead[0].action, Moment(0, 1))
    assert len(found) > 3
    return found


def test_every_item_stands_in_the_draft_with_its_words_and_is_left_to_the_team(tmp_path: Path) -> None:
    study = drafted(tmp_path).text
    words = [" ".join(one.split()) for one in (*INCLUSION, *EXCLUSION)]
    assert list(study.record.items.values()) == words
    assert study.record.headings == {"inclusion 1": "Inclusion Criteria:", "exclusion 1": "Exclusion Criteria:"}
    for item in study.record.items:
        (criterion,) = (one for one in study.criteria if item in one.from_)
        assert criterion.team


def test_the_header_becomes_criteria_and_what_is_asked_comes_from_the_common_questions(tmp_path: Path) -> None:
    study = drafted(tmp_path, api_v2(markdown(INCLUSION, EXCLUSION), sex="FEMALE"))
    rules = {one.id: one.needs for one in study.text.criteria if "header" in one.from_}
    assert rules == {"age": "18 <= age <= 75", "sex": "sex == female"}
    (condition,) = load(tmp_path).conditions.values()
    assert [one.text.common for one in condition.questions.values()] == ["age@1", "sex@1"]


@pytest.mark.parametrize(
    ("low", "high", "rule"),
    [
        ("18 Years", "", "age >= 18"),
        ("", "1 Year", "age <= 1"),
        ("6 Months", "5 Years", None),
        ("N/A", "30 Days", None),
    ],
)
def test_an_age_in_other_units_is_left_to_the_team(tmp_path: Path, low: str, high: str, rule: str | None) -> None:
    found = api_v2(markdown(INCLUSION, EXCLUSION), minimumAge=low, maximumAge=high, sex="MALE")
    study = drafted(tmp_path, found).text
    (age,) = (one for one in study.criteria if one.id == "age")
    assert age.needs == rule
    assert any(one.at == "header" for one in study.decide) == (rule is None)


def test_what_is_open_is_counted_with_its_place(tmp_path: Path) -> None:
    drafted(tmp_path)
    waiting = load(tmp_path).decisions
    texts = [one for one in waiting if "write this text in en, es" in one.message]
    assert len(texts) == 2 + 2 + len(INCLUSION) + len(EXCLUSION)  # condition and study: two each; a label for each item
    assert [one.message for one in waiting if "`pregnancy`" in one.message]
    assert all(one.line > 1 for one in waiting)
    assert definitions.counted(waiting) == f"{len(waiting)} decisions wait for you."
    assert definitions.counted(waiting[:1]) == "1 decision waits for you."


@pytest.mark.parametrize("healthy", [True, False])
def test_a_record_that_takes_healthy_people_asks_for_a_condition_that_is_no_illness(
    tmp_path: Path, *, healthy: bool
) -> None:
    drafted(tmp_path, api_v2(markdown(INCLUSION, EXCLUSION), healthyVolunteers=healthy))
    told = [
        one.message
        for one in definitions.waiting(tmp_path)
        if "takes healthy people: name the condition" in one.message
    ]
    assert len(told) == healthy


def test_a_common_question_is_proposed_with_what_to_do_where_it_asks_something_else(tmp_path: Path) -> None:
    drafted(tmp_path)
    (told,) = [one.message for one in definitions.waiting(tmp_path) if "take diabetes" in one.message]
    assert "Use it only if it asks the same" in told
    assert "Else write your own, or leave it to the team" in told


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Able to give consent.", "consent"),
        ("Adolescent whose parents are not providing consent", ""),
        ("Firma del consentimiento", "consent"),
        ("Any other condition that, in the investigator's opinion, makes participation unsafe", "nothing_unsafe"),
        ("A juicio del investigador, cualquier enfermedad que suponga un riesgo", "nothing_unsafe"),
        ("Asthma as main diagnosis in the investigator's opinion.", ""),
        ("Follows the visits; complies with the study schedule", ""),
        ("Able to comply with study visits", "able_to_follow"),
    ],
)
def test_a_ready_wording_is_named_where_it_says_the_same(words: str, label: str) -> None:
    assert ready_label(words) == label


def test_a_list_of_decisions_may_be_emptied_and_its_name_left(tmp_path: Path) -> None:
    drafted(tmp_path)
    (file,) = tmp_path.glob(f"*/{NUMBER}.yaml")
    before, _, after = file.read_text(encoding="utf-8").partition("decide:\n")
    file.write_text(f"{before}decide:\n\ncriteria:{after.partition('criteria:')[2]}", encoding="utf-8")
    (condition,) = load(tmp_path).conditions.values()
    assert [study.text.decide for study in condition.studies.values()] == [()]


def test_check_counts_what_is_open_and_does_not_pass(tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps(api_v2(markdown(INCLUSION, EXCLUSION))), encoding="utf-8")
    into = tmp_path / "drafts"
    made = run("draft", str(file), "--into", str(into), "--condition", "Knee pain", cwd=tmp_path)
    assert made.returncode == 0, made.stdout
    told = definitions.counted(load(into).decisions)
    assert told in made.stdout
    found = run("check", str(into), cwd=tmp_path)
    assert found.returncode == 1
    assert told in found.stderr
    assert "inclusion 3: The common question `pregnancy` may ask" in found.stdout
    again = run("draft", str(file), "--into", str(into), "--condition", "Knee pain", cwd=tmp_path)
    assert again.returncode == 1
    assert "is there already" in again.stderr


def test_the_drafts_own_decisions_are_counted_and_the_next_step_is_one_that_works(tmp_path: Path) -> None:
    (tmp_path / "pasted-1.txt").write_text("Inclusion Criteria:\n- Knee pain\n", encoding="utf-8")
    (tmp_path / "record.json").write_text(json.dumps(api_v2(markdown(["Hip pain"], EXCLUSION))), encoding="utf-8")
    first = run("draft", "record.json", "--condition", "hip", cwd=tmp_path).stdout
    assert "python -m bot --preview --criteria drafts" in first
    own = len(definitions.waiting(tmp_path / "drafts"))
    second = run("draft", "pasted-1.txt", "--condition", "knee", cwd=tmp_path).stdout
    both = len(definitions.waiting(tmp_path / "drafts"))
    assert f"{both - own} decisions wait for you. (in all of drafts: {both})" in second
    assert "--preview can show it: often a first question (python -m bot take)" in second


def test_a_first_question_is_taken_into_the_empty_file_that_a_draft_leaves(tmp_path: Path) -> None:
    (tmp_path / "pasted-1.txt").write_text("Inclusion Criteria:\n- Knee pain\n", encoding="utf-8")
    run("draft", "pasted-1.txt", "--condition", "knee", cwd=tmp_path)
    file = tmp_path / "drafts" / "knee" / "questions.yaml"
    assert file.read_text(encoding="utf-8") == "{}\n"
    file.write_text("# mine\n{}  # none yet\n", encoding="utf-8")
    taken = run("take", "pregnancy", "--into", "drafts", cwd=tmp_path)
    assert taken.returncode == 0, taken.stderr
    assert file.read_text(encoding="utf-8").startswith("# mine\n# none yet\n\npregnancy:\n")
    file.write_text("- a list\n", encoding="utf-8")
    assert "should hold `name: value` lines" in run("take", "pregnancy", "--into", "drafts", cwd=tmp_path).stderr
    assert file.read_text(encoding="utf-8") == "- a list\n"


def test_a_draft_is_served_only_as_a_preview_that_says_so_on_its_pages(tmp_path: Path) -> None:
    drafted(tmp_path)
    with pytest.raises(DefinitionError) as refused:
        definitions.served(tmp_path)
    assert refused.value.drafts
    catalogue = definitions.served(tmp_path, preview=True)
    for language, word in (("en", "DRAFT"), ("es", "BORRADOR")):
        assert {word} == {one.split(",")[0] for one in banners(catalogue, language)}


def test_a_draft_that_was_finished_is_served_like_any_other(tmp_path: Path) -> None:
    write(record(api_v2(markdown(INCLUSION, EXCLUSION))), tmp_path)
    for file in tmp_path.glob("*/*.yaml"):
        finished = file.read_text(encoding="utf-8").replace("✎ ", "")
        before, found, after = finished.partition("\ndecide:")
        file.write_text(before + (after[after.index("\ncriteria:") :] if found else ""), encoding="utf-8")
    catalogue = definitions.served(tmp_path)
    assert catalogue.decisions == ()
    assert not any("DRAFT" in one for one in banners(catalogue, "en"))


def test_people_are_named_only_if_asked_for(tmp_path: Path) -> None:
    found = api_v2(markdown(INCLUSION, EXCLUSION), contacts=True)
    without = drafted(tmp_path / "a", found).text.sites[0]
    assert "Made Up" not in str(without)
    assert without.recruiting == "open"
    named = drafted(tmp_path / "b", found, contacts=True).text.sites[0]
    assert "Dr Made Up, +34 900 000 000" in str(named.contact)


def test_a_condition_that_is_there_is_not_touched(tmp_path: Path) -> None:
    drafted(tmp_path, condition="knee pain")
    other = api_v2(markdown(["Hip pain"], EXCLUSION), sex="MALE")
    other["protocolSection"]["identificationModule"]["nctId"] = "NCT90000002"
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    write(record(other), tmp_path, "knee pain")
    assert {path: path.read_bytes() for path in before} == before
    (condition,) = load(tmp_path).conditions.values()
    added = condition.studies[StudyId("NCT90000002")].text
    assert {one.id: one.needs for one in added.criteria if "header" in one.from_} == {
        "age": "18 <= age <= 75",
        "sex": None,
    }
    assert [one.at for one in added.decide][:1] == ["header"]


def test_the_sponsors_spanish_stands_where_it_is_of_use(tmp_path: Path) -> None:
    found = ctis([("Age over 18.", "Edad mayor de 18."), ("Consent.", "")])
    write(record(found), tmp_path, "asthma")
    written = (tmp_path / "asthma" / f"{EU_NUMBER}.yaml").read_text(encoding="utf-8")
    assert "✎ Medicamento K en el asma" in written
    assert 'es: "Edad mayor de 18."' in written
    with pytest.raises(DefinitionError) as refused:  # the header asks nothing, so there is no question yet
        load(tmp_path)
    assert any("no question yet" in one.message for one in refused.value.decisions)


def test_a_record_of_a_thousand_items_still_becomes_a_file_that_can_be_read(tmp_path: Path) -> None:
    many = [f"Point {at} of a long list" for at in range(1000)]
    study = drafted(tmp_path, api_v2(markdown(many, EXCLUSION))).text
    assert list(study.record.items.values())[:1000] == many
    assert {item for one in study.criteria for item in one.from_} >= set(study.record.items)


def test_what_was_read_is_what_the_file_holds_whatever_the_text(tmp_path: Path) -> None:
    for seed in range(12):
        found = record(api_v2(text(seed, 600)))
        write(found, tmp_path / str(seed))
        (condition,) = load(tmp_path / str(seed)).conditions.values()
        (study,) = condition.studies.values()
        assert dict(study.text.record.items) == {one.id: one.words for one in found.outline.items}


def test_names_that_people_give_become_ids(tmp_path: Path) -> None:
    write(record(api_v2(markdown(INCLUSION, EXCLUSION))), tmp_path, "../Knee & hip, 2nd")
    assert ConditionId("knee_hip_2nd") in load(tmp_path).conditions
    with pytest.raises(RecordError, match=NUMBER):
        write(record(api_v2(markdown(INCLUSION, EXCLUSION))), tmp_path, "knee hip 2nd")
