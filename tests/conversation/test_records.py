"""What is told of a study and its record: status with its day, a cut record, no site, the record's own words, other answers."""

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from committee import read_by_the_committee
from talk import MOMENT, Person, buttons, first_sentence, whole_text

from bot.commands.questions import listed
from bot.conversation.cards.labels import localised_day
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from criteria.catalogue import Catalogue, load
from criteria.languages import LANGUAGES, Language
from criteria.model import Recruiting

STARTED = datetime.fromtimestamp(MOMENT.hour * 3600, UTC).date()
SAY = Wording(WEB.texts).say


def both(words: str) -> dict[str, str]:
    return {"en": words, "es": f"{words} (es)"}


QUESTIONS: dict[str, Any] = {
    "platelets": {
        "ask": both("What was your last platelet count?"),
        "reason": both("A low count may matter."),
        "help": both("The sheet has it."),
        "number": {"unit": both("G/L"), "from": 0, "to": 2000},
        "other_answers": {"clumped": both("They clumped"), "refused": both("I had no test")},
    },
    "vaccinated": {
        "ask": both("When were you vaccinated?"),
        "help": both("The card has it."),
        "date": {"from": "2000-01-01", "to": "2040-12-31"},
        "never": "never_had_it",
    },
    "hiv": {
        "sensitive": True,
        "ask": both("Has a test shown it?"),
        "reason": "reason_safety",
        "help": both("Skip it if you like."),
        "yes_no": True,
    },
}
STUDY: dict[str, Any] = {
    "id": "REC-1",
    "title": both("A study"),
    "summary": both("A summary"),
    "record": {
        "registry": "Registry",
        "url": "https://example.org/REC-1",
        "as_of": "2031-03-03",
        "status": "recruiting",
        "inclusion": {"1": "Platelets of at least\n  100 G/L.", "2": "Vaccinated since 2024."},
        "exclusion": {"1": "HIV infection.", "2": None},
    },
    "recruiting": {"status": "open"},
    "approval": None,
    "criteria": [
        {"id": "count", "from": "inclusion 1", "label": both("Enough platelets"), "needs": "platelets >= 100 and platelets != refused"},
        {"id": "vaccine", "from": "inclusion 2", "label": both("Vaccinated"), "needs": "vaccinated >= 2024-01-01"},
        {"id": "infection", "from": "exclusion 1", "label": both("None on the list"), "excludes": "hiv"},
        {"id": "safe", "from": "exclusion 2", "label": "nothing_unsafe", "team": True, "note": both("Ask about flights.")},
    ],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "records"


def written(folder: Path, **changes: Any) -> Catalogue:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    order = [{"section": "to_begin", "questions": list(QUESTIONS)}]
    condition = {"title": both("Records"), "about": both("Records."), "order": order}
    for name, value in (("condition", condition), ("questions", QUESTIONS), ("REC-1", {**STUDY, **changes})):
        (folder / f"{name}.yaml").write_text(json.dumps(value), encoding="utf-8")
    return load(folder)


def record(**changes: object) -> dict[str, object]:
    return {**STUDY["record"], **changes}


FITS = {"platelets": ">=100", "vaccinated": ">=2024-01-01", "hiv": "no"}


# The status, and the day on which somebody last asked


@pytest.mark.parametrize(
    ("status", "days", "told"),
    [
        ("open", 0, "open"), ("open", 90, "open"), ("open", 91, "unknown"), ("open", -30, "open"),
        ("paused", 90, "paused"), ("paused", 91, "unknown"), ("closed", 4000, "closed"), ("ended", 4000, "ended"),
        ("unknown", 0, "unknown"), ("unknown", 4000, "unknown"),
    ],
)  # fmt: skip
def test_what_is_open_or_paused_is_unknown_after_90_days_without_a_new_date(status: str, days: int, told: str) -> None:
    asked = date(2031, 3, 10)
    known = Recruiting.model_validate({"status": status, "date": asked.isoformat()})
    assert known.on(date.fromordinal(asked.toordinal() + days)) == told
    assert Recruiting.model_validate({"status": status}).on(asked) == status


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", ["not_yet", "open", "paused", "closed", "ended", "unknown"])
def test_each_status_is_told_before_the_first_question_and_in_the_result(
    folder: Path, language: Language, status: str
) -> None:
    person = Person(written(folder, recruiting={"status": status}), language, "REC-1")
    while "begin" not in [button.value for button in person.card.buttons]:
        person.forward()
    assert SAY(language, f"recruiting-{status}") in whole_text(person.card)
    assert SAY(language, f"status-{status}") in first_sentence(person.answer_all(**FITS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_old_status_is_told_with_its_day_as_no_longer_known(folder: Path, language: Language) -> None:
    old = date.fromordinal(STARTED.toordinal() - 91)
    catalogue = written(folder, recruiting={"status": "open", "date": old.isoformat()})
    card = Person(catalogue, language, "REC-1").answer_all(**FITS)
    assert SAY(language, "status-was-open", date=localised_day(language, old, "medium")) in first_sentence(card)
    assert not first_sentence(card).endswith(f"{SAY(language, 'status-open')}.")


def test_a_fresh_status_is_told_with_its_day(folder: Path) -> None:
    catalogue = written(folder, recruiting={"status": "paused", "date": STARTED.isoformat()})
    told = first_sentence(Person(catalogue, "en", "REC-1").answer_all(**FITS))
    day = localised_day("en", STARTED, "medium")
    assert told.startswith(f"{SAY('en', 'status-paused')} (as of {day})")


# Records, sites


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_that_is_cut_is_told_in_the_result_on_the_sheet_and_in_the_script(
    folder: Path, language: Language
) -> None:
    catalogue = written(folder, record=record(complete=False))
    person = Person(catalogue, language, "REC-1")
    sentence = SAY(language, "result-record-cut")
    assert sentence in whole_text(person.answer_all(**FITS))
    assert sentence in whole_text(person.tap("sheet"))
    assert sentence in read_by_the_committee(catalogue, "REC-1", language)
    whole = Person(written(folder), language, "REC-1")
    assert sentence not in whole_text(whole.answer_all(**FITS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_study_without_a_site_can_be_chosen_and_says_where_to_look(folder: Path, language: Language) -> None:
    person = Person(written(folder), language, "REC-1")
    person.tap("menu")
    person.tap("choice")
    study = person.button("REC-1")
    assert study.details == (SAY(language, "recruiting-tag-open"), "REC-1")
    person.tap("REC-1")
    told = whole_text(person.answer_all(**FITS))
    assert SAY(language, "result-no-site") in told
    assert SAY(language, "result-take") in told


def test_a_site_without_a_contact_says_whom_to_ask(folder: Path) -> None:
    sites = [{"place": both("Here"), "country": both("Spain"), "unit": both("A unit")}]
    told = whole_text(Person(written(folder, sites=sites), "en", "REC-1").answer_all(**FITS))
    assert "A unit. Here, Spain" in told
    assert SAY("en", "site-no-contact") in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_on_what_the_team_judges_is_shown_in_the_result_and_on_the_sheet(
    folder: Path, language: Language
) -> None:
    person = Person(written(folder), language, "REC-1")
    note = both("Ask about flights.")[language]
    assert note in whole_text(person.answer_all(**FITS))
    assert note in whole_text(person.tap("sheet"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_record_s_own_words_stand_in_script_sheet_and_why_do_you_ask(folder: Path, language: Language) -> None:
    catalogue = written(folder)
    person = Person(catalogue, language, "REC-1")
    words = "Platelets of at least 100 G/L."
    person.begin()
    assert words in whole_text(person.card)
    person.answer_all(**FITS)
    assert words in whole_text(person.tap("sheet"))
    assert words in read_by_the_committee(catalogue, "REC-1", language)


def test_the_record_s_words_of_a_private_matter_are_not_told_beside_its_question(folder: Path) -> None:
    person = Person(written(folder), "en", "REC-1")
    person.begin()
    person.tap(">=100")
    assert person.tap(">=2024-01-01").question == "hiv"
    assert "HIV infection" not in whole_text(person.card)


def test_long_words_of_a_record_are_cut_where_they_would_fill_a_message(folder: Path) -> None:
    long = record(inclusion={"1": "word " * 590, "2": None})
    catalogue = written(folder, record=long)
    person = Person(catalogue, "en", "REC-1")
    person.begin()
    told = whole_text(person.card)
    assert len(told) < 2000
    assert "word …" in told
    assert ("word " * 590).strip() in read_by_the_committee(catalogue, "REC-1", "en")


# The question's reason, and answers that are no number


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_is_the_heading_and_its_reason_stands_below(folder: Path, language: Language) -> None:
    card = Person(written(folder), language, "REC-1").begin()
    assert card.title == both("What was your last platelet count?")[language]
    assert both("A low count may matter.")[language] in whole_text(card)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("answer", "verdict"), [("clumped", "to_confirm"), ("refused", "not_met")])
def test_another_answer_than_a_number_has_its_button_travels_in_the_ticket_and_is_decided(
    folder: Path, language: Language, answer: str, verdict: str
) -> None:
    person = Person(written(folder), language, "REC-1")
    card = person.begin()
    assert [one.value for one in buttons(card)][:5] == ["<100", ">=100", "clumped", "refused", "unsure"]
    label = person.button(answer).label
    assert label in {one[language] for one in QUESTIONS["platelets"]["other_answers"].values()}
    person.answer_all(**{**FITS, "platelets": answer})
    assert person.state.answers["platelets"] == answer  # type: ignore[index]
    (decision,) = person.conversation.replay(person.state).decisions  # type: ignore[union-attr]
    assert {key: one.value for key, one in decision.criteria.items()}["count"] == verdict
    if verdict == "not_met":
        assert label in whole_text(person.card)


def test_a_day_of_the_calendar_is_asked_told_and_decided_and_never_is_before_every_day(folder: Path) -> None:
    person = Person(written(folder), "en", "REC-1")
    person.begin()
    card = person.tap(">=100")
    assert [(one.value, one.label) for one in buttons(card)][:3] == [
        ("<2024-01-01", "Before January 1, 2024"),
        (">=2024-01-01", "On January 1, 2024 or after"),
        ("never", "Never"),
    ]
    told = whole_text(person.tap("never"))
    assert "Vaccinated" in told
    assert SAY("en", "result-not-met", status=SAY("en", "status-open"), shut="no", count=0) in told


def test_the_list_of_questions_has_every_kind_with_its_own_words(folder: Path) -> None:
    (found,) = listed(written(folder)).values()
    platelets, vaccinated, hiv = found
    assert platelets["kind"] == "number"
    assert platelets["answers"][2] == {"id": "clumped", "value": "clumped", "label": both("They clumped")}
    assert (vaccinated["kind"], vaccinated["from"]) == ("date", "2000-01-01")
    assert vaccinated["answers"][1]["low"] == "2024-01-01"
    assert hiv["kind"] == "yes_no"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("number", "words"),
    [
        ({"unit": "years", "from": 0, "to": 100}, {"en": "I know it", "es": "Lo sé"}),
        ({"unit": "weeks_ago", "from": 0, "to": 100}, {"en": "I have had it, some time ago", "es": "Sí, hace algún tiempo"}),
        ({"unit": both("mg"), "from": 0, "to": 100}, {"en": "I know the value", "es": "Conozco el valor"}),
    ],
)  # fmt: skip
def test_a_number_that_no_limit_cuts_has_one_button(
    folder: Path, monkeypatch: pytest.MonkeyPatch, language: Language, number: dict[str, Any], words: dict[str, str]
) -> None:
    monkeypatch.setitem(QUESTIONS, "platelets", {**QUESTIONS["platelets"], "number": number})
    rule = {**STUDY["criteria"][0], "needs": "platelets != refused"}
    catalogue = written(folder, criteria=[rule, *STUDY["criteria"][1:]])
    card = Person(catalogue, language, "REC-1").begin()
    assert buttons(card)[0].label == words[language]
