"""Changing any text that people can read moves the fingerprints of just the studies that show it; nothing else moves one."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from committee import ids_of, shipped
from studies import LUPUS, SANTIAGO, VALLADOLID

from bot.script.marks import Marks
from criteria.condition import Condition, StudyId
from criteria.expression import QuestionId
from criteria.fingerprint import _fields, _named, wording, wording_fingerprint
from criteria.model import Recruiting, Study

SAMPLE = 60
BEFORE = {study: wording_fingerprint(LUPUS, study) for study in LUPUS.studies}


class OneChanged(Marks):
    """Changes one text in place of marking all."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target

    def on(self, text_id: str, text: str) -> str:
        return f"{text}!" if text_id == self._target else text


def changed(target: str, study: StudyId) -> Condition:
    """The condition with one text changed: of a study, or of what its studies share."""
    alone = replace(LUPUS, studies={study: LUPUS.studies[study]})
    one = OneChanged(target).condition(alone)
    return replace(one, studies={**LUPUS.studies, study: one.studies[study]})


def moved(condition: Condition) -> set[StudyId]:
    return {study for study in LUPUS.studies if wording_fingerprint(condition, study) != BEFORE[study]}


def readable() -> dict[str, set[StudyId]]:
    """Every text that people can read, with the studies that show it; a study's own under its id."""
    found: dict[str, set[StudyId]] = {}
    for study in LUPUS.studies:
        script = shipped(study) if study == VALLADOLID else shipped(study, "es")
        for text in ids_of(script):
            if not text.startswith(("text.", "web.", "telegram.")):
                found.setdefault(f"{study}|{text}" if text.startswith("study.") else text, set()).add(study)
    return found


def test_changing_a_text_moves_exactly_the_studies_that_show_it() -> None:
    shown = {key: studies for key, studies in readable().items() if key.endswith(".es")}
    kinds: dict[str, list[str]] = {}
    for key in sorted(shown):
        kinds.setdefault(re.sub(r"(questions|sections|topics|criteria|options)\.\w+", r"\1", key), []).append(key)
    chance = random.Random(15)  # noqa: S311 - the same texts at every run
    chosen = {chance.choice(keys) for keys in kinds.values()} | set(chance.sample(sorted(shown), SAMPLE))
    assert len(chosen) > SAMPLE
    for key in sorted(chosen):
        owner, _, text = key.rpartition("|")
        assert moved(changed(text, StudyId(owner or VALLADOLID))) == shown[key], key


def test_each_language_moves_the_one_fingerprint() -> None:
    for language in ("en", "es"):
        assert moved(changed(f"questions.age.ask.{language}", VALLADOLID)) == {VALLADOLID, SANTIAGO}
        assert moved(changed(f"study.title.{language}", SANTIAGO)) == {SANTIAGO}


def test_what_the_fingerprint_covers_can_be_read() -> None:
    """All but what stands beside a private requirement, which is told in person."""
    alone = {name for name in wording(LUPUS, VALLADOLID) if name.endswith((".en", ".es"))}
    unread = alone - ids_of(shipped(VALLADOLID))
    private = {
        criterion.id
        for criterion in LUPUS.studies[VALLADOLID].criteria.values()
        for comparison in criterion.comparisons()
        if LUPUS.questions[comparison.question].text.sensitive
    }
    assert {name.split(".")[2] for name in unread} <= private


def edited(study: StudyId, edit: Callable[[Study], Study]) -> Condition:
    one = LUPUS.studies[study]
    return replace(LUPUS, studies={**LUPUS.studies, study: replace(one, text=edit(one.text))})


def _rules(old: str, new: str) -> Callable[[Study], Study]:
    def edit(text: Study) -> Study:
        criteria = tuple(
            one.model_copy(update={"needs": one.needs.replace(old, new)}) if one.needs else one for one in text.criteria
        )
        assert criteria != text.criteria
        return text.model_copy(update={"criteria": criteria})

    return edit


@pytest.mark.parametrize(
    "edit",
    [
        _rules("age >= 18", "age >= 16"),
        lambda text: text.model_copy(update={"criteria": text.criteria[::-1]}),
        lambda text: text.model_copy(update={"recruiting": text.recruiting.model_copy(update={"message": text.title})}),
    ],
    ids=["a rule", "the order of the requirements", "what is said of recruiting"],
)
def test_a_rule_and_a_sentence_about_recruiting_move_it(edit: Callable[[Study], Study]) -> None:
    assert moved(edited(VALLADOLID, edit)) == {VALLADOLID}


def _site(**fields: Any) -> Callable[[Study], Study]:
    return lambda text: text.model_copy(update={"sites": tuple(one.model_copy(update=fields) for one in text.sites)})


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.model_copy(
            update={"recruiting": Recruiting(status="ended", date=date(2026, 1, 2), message=text.recruiting.message)}
        ),
        _site(phone="+34 983 420 400"),
        _site(mail="study@example.org"),
        _site(hours=("mo-fr 09:00-14:00",)),
        _rules("age >= 18", "age  >=\n18"),
        lambda text: text.model_copy(update={"record": text.record.model_copy(update={"sponsor": "A foundation"})}),
    ],
    ids=["status and date", "telephone", "mail", "hours", "blanks in a rule", "a sponsor, who is shown on no card"],
)
def test_what_may_change_without_approval_moves_nothing(edit: Callable[[Study], Study]) -> None:
    assert moved(edited(VALLADOLID, edit)) == set()


def test_neither_estimates_nor_typed_words_nor_cases_move_it() -> None:
    questions = {
        key: replace(one, text=one.text.model_copy(update={"expect": None})) for key, one in LUPUS.questions.items()
    }
    assert moved(replace(LUPUS, questions=questions, cases=())) == set()


def test_a_study_that_is_taken_away_moves_no_other() -> None:
    alone = replace(LUPUS, studies={SANTIAGO: LUPUS.studies[SANTIAGO]})
    assert wording_fingerprint(alone, SANTIAGO) == BEFORE[SANTIAGO]


def test_an_option_may_be_called_as_a_field_that_nobody_reads() -> None:
    """Its button is read, whatever the author calls it."""
    question = LUPUS.questions[QuestionId("kidney_response")].text
    assert question.options is not None
    called = {"say": question.options["partly"], **question.options}
    changed_one = question.model_copy(update={"options": called})
    names = {name for name, _ in _named("questions.kidney_response", _fields(changed_one))}
    assert "questions.kidney_response.options.say.label.en" in names
