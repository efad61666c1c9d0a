"""A study whose wording has moved since its approval is not served, others are, and who asks for it is told kindly."""

import json
import re
import shutil
from pathlib import Path

import httpx
import pytest
from studies import LUPUS, SANTIAGO, SHIPPED, VALLADOLID
from talk import MOMENT, SEAL

from bot.app import built
from bot.approvals import moved_approvals, offered
from bot.conversation.state import SHOW, State, Subject
from bot.conversation.ticket import OutdatedError, Tickets
from bot.conversation.wording import Wording
from bot.faces.telegram.abilities import FACE as TELEGRAM
from bot.faces.telegram.payload import linked
from bot.settings import Settings
from criteria.approval import Approval, approval_of, is_approved
from criteria.catalogue import SHIPPED as FOLDER
from criteria.catalogue import Catalogue, DefinitionError, load
from criteria.fingerprint import wording, wording_fingerprint

SAY = Wording(TELEGRAM.texts).say
QUESTION = ("last kidney biopsy?", "most recent kidney biopsy?")


def approved(folder: Path, *studies: str, change: tuple[str, str] | None = None) -> Path:
    """A copy of what ships, in which these studies are approved as they are now, and then a question's words change."""
    place = folder / "criteria"
    shutil.copytree(FOLDER, place)
    for study in studies:
        found = SHIPPED.find(study)
        assert found is not None
        given = wording_fingerprint(found[0], found[1].id)
        path = place / LUPUS.id / f"{study}.yaml"
        text = path.read_text("utf-8")
        names = '{en: "A committee", es: "Un comité"}'
        approval = f'approval: {{committee: {names}, reference: "1/26", date: "2026-11-01", fingerprint: "{given}"}}'
        path.write_text(text.replace("approval: null", approval), encoding="utf-8")
    if change is not None:
        path = place / LUPUS.id / "questions.yaml"
        text = path.read_text("utf-8")
        assert change[0] in text
        path.write_text(text.replace(*change), encoding="utf-8")
    return place


def served(folder: Path) -> Catalogue:
    return offered(load(folder), folder)[0]


def test_a_study_is_approved_while_its_wording_is_the_one_that_was_approved(tmp_path: Path) -> None:
    condition = load(approved(tmp_path, VALLADOLID)).conditions[LUPUS.id]
    assert approval_of(condition, VALLADOLID) is Approval.HOLDS
    assert is_approved(condition, VALLADOLID)
    assert approval_of(condition, SANTIAGO) is Approval.NONE
    assert not is_approved(condition, SANTIAGO)


def test_a_study_whose_wording_has_moved_is_not_served_and_others_are(tmp_path: Path) -> None:
    place = approved(tmp_path, VALLADOLID, change=QUESTION)
    catalogue, faults = offered(load(place), place)
    assert catalogue.withheld == frozenset({VALLADOLID})
    assert list(catalogue.conditions[LUPUS.id].studies) == [SANTIAGO]
    (told,) = faults
    assert told.warning
    assert f"{VALLADOLID} is not served" in told.message
    assert f"{VALLADOLID}.script.json" in told.message


def test_where_nothing_is_left_to_serve_the_start_is_refused(tmp_path: Path) -> None:
    place = approved(tmp_path, VALLADOLID, SANTIAGO, change=QUESTION)
    with pytest.raises(DefinitionError, match="is not served"):
        offered(load(place), place)


def test_the_start_names_the_sentences_that_moved_where_the_approved_script_lies_beside(tmp_path: Path) -> None:
    place = approved(tmp_path, VALLADOLID, change=QUESTION)
    beside = place / LUPUS.id / f"{VALLADOLID}.script.json"
    beside.write_text(json.dumps({"wording": wording(LUPUS, VALLADOLID)}), encoding="utf-8")
    (told,) = moved_approvals(load(place), place)
    lines = told.message.splitlines()[1:]
    assert len(lines) == 1
    assert re.search(r"questions\.last_biopsy\.ask\.en: “.*last kidney.*” → “.*most recent kidney.*”", lines[0])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[]", "cannot be read as a script"),
        ('{"wording": 3}', "cannot be read as a script"),
        ('{"wording": {"a": "b"}}', "is not the script that was approved"),
    ],
)
def test_a_file_beside_that_is_another_is_told(tmp_path: Path, content: str, told: str) -> None:
    place = approved(tmp_path, VALLADOLID, change=QUESTION)
    (place / LUPUS.id / f"{VALLADOLID}.script.json").write_text(content, encoding="utf-8")
    assert told in moved_approvals(load(place), place)[0].message


async def test_a_link_to_it_leads_to_the_start_and_says_why(tmp_path: Path) -> None:
    place = approved(tmp_path, VALLADOLID, change=QUESTION)
    app = built(Settings(data=tmp_path / "data", criteria=place)).web
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        for study, told in ((VALLADOLID, True), (VALLADOLID.lower(), True), (SANTIAGO, False)):
            response = await client.get(f"/s/{study}?lang=en")
            assert response.status_code == 200
            assert (SAY("en", "withheld") in response.text) is told


def test_a_button_about_it_leads_to_the_start_and_says_why(tmp_path: Path) -> None:
    old = Tickets(SHIPPED, SEAL)
    now = Tickets(served(approved(tmp_path, VALLADOLID, change=QUESTION)), SEAL)
    for study, notice in ((VALLADOLID, "withheld"), (None, "outdated")):
        state = State("es", MOMENT.hour, Subject(LUPUS.id, study), began=True)
        with pytest.raises(OutdatedError) as outdated:
            now.read(old.write(state, SHOW, b"web:x"), b"web:x", MOMENT.hour)
        assert (outdated.value.language, outdated.value.subject, outdated.value.notice) == ("es", None, notice)
        assert SAY("es", notice)
        assert SAY("es", f"tg-{notice}")


def test_a_link_to_it_on_telegram_says_why_and_counts_its_channel(tmp_path: Path) -> None:
    catalogue = served(approved(tmp_path, VALLADOLID, change=QUESTION))
    link = linked(catalogue, f"{VALLADOLID}-poster")
    assert (link.study, link.channel, link.trouble) == (None, "poster", "withheld")
    assert linked(catalogue, SANTIAGO).trouble == ""
    assert linked(catalogue, "NCT0").trouble == "unknown-study"
