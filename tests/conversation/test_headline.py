"""The sentence that a result begins with, and what stands beside it: grades, status, amended rules, words for everyone."""

import re
import shutil
from itertools import product
from pathlib import Path

import pytest
from studies import LUPUS
from talk import FITS_A, FITS_B, FITS_BOTH, A, B, Person, first_sentence, folded, whole_text

from bot.conversation.card import Bullets, Card, Fold, Paragraph
from bot.conversation.cards.headline import SHUT
from bot.conversation.cards.result import AT_A_GLANCE
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from criteria.catalogue import SHIPPED, Catalogue, load
from criteria.condition import CriterionId, StudyId
from criteria.expression import QuestionId
from criteria.languages import LANGUAGES, Language

SAY = Wording(WEB.texts).say
MAY = {"en": "may be eligible", "es": "odría participar"}


def served(folder: Path, study: str, *changes: tuple[str, str]) -> Catalogue:
    """The shipped condition with changes in one study's file."""
    copy = shutil.copytree(SHIPPED / "lupus_nephritis", folder / "lupus_nephritis")
    file = copy / f"{study}.yaml"
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
    return load(copy)


def result(catalogue: Catalogue, study: str, language: Language = "en", **answers: str) -> Card:
    return Person(catalogue, language, study).answer_all(**answers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_verdict_status_and_day_stand_in_one_sentence(shipped: Catalogue, language: Language) -> None:
    for study, fits in ((A, FITS_A), (B, FITS_B)):
        for answers in (fits, fits | {"last_biopsy": ">12"}, {}):
            told = first_sentence(result(shipped, study, language, **answers))
            assert not re.search(r"[.!?] ", told)
            assert told.endswith(".")
            assert re.search(r"20\d\d", told)


@pytest.mark.parametrize("status", ["not_yet", "open", "paused", "closed", "ended", "unknown"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_study_that_takes_nobody_says_so_before_anything_else(
    tmp_path: Path, language: Language, status: str
) -> None:
    catalogue = served(tmp_path, B, ("  status: closed\n", f"  status: {status}\n"), ('  date: "2026-01-30"\n', ""))
    for answers in (FITS_B, FITS_B | {"upcr": "unsure"}, FITS_B | {"egfr": "<40"}, {}):
        told = first_sentence(result(catalogue, B, language, **answers))
        begins = {"en": "This study", "es": "Este estudio"}[language]
        assert told.startswith(begins) is (status in SHUT)


@pytest.mark.parametrize("open_point", ["last_biopsy", "kidney_treatment", "kidney_response", "lupus_kidney"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_while_what_defines_the_patient_is_open_nobody_can_tell(
    shipped: Catalogue, language: Language, open_point: str
) -> None:
    told = first_sentence(result(shipped, A, language, **FITS_A | {open_point: "unsure"}))
    assert {"en": "We cannot tell yet", "es": "Todavía no podemos saber"}[language] in told
    assert MAY[language] in first_sentence(result(shipped, A, language, **FITS_A))


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_open_points_are_counted(shipped: Catalogue, language: Language) -> None:
    one = first_sentence(result(shipped, A, language, **FITS_A | {"sledai": "unsure"}))
    two = first_sentence(result(shipped, A, language, **FITS_A | {"sledai": "unsure", "surgery": "unsure"}))
    assert {"en": "1 requirement to", "es": "1 requisito por"}[language] in one
    assert {"en": "2 requirements to", "es": "2 requisitos por"}[language] in two


DIFFER = {"en": "perhaps changed since", "es": "quizá cambiadas"}


ADMITTED_TODAY = [
    ("last_biopsy", ">=6"),
    ("kidney_treatment", "under_three_months"),
    ("b_cell_drug", "continuing"),
    ("other_biologics", "yes"),
]
NEITHER_THEN_NOR_TODAY = [
    ("last_biopsy", "never"),
    ("kidney_treatment", "none_so_far"),
    ("kidney_response", "full_recovery"),
    ("sledai", "<6"),
    ("surgery", "yes"),
    ("transplant", "yes"),
]
PRIVATE = [
    ("cancer", "yes"),
    ("childbearing", "no_method"),
    ("childbearing", "breastfeeding"),
    ("infections", "listed"),
]
"""Of these nothing is told apart: today's rule differs in one of them, so that it may in any."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_today_s_rule_could_admit_the_person_the_headline_says_so(shipped: Catalogue, language: Language) -> None:
    for question, answer in (*ADMITTED_TODAY, *PRIVATE, *NEITHER_THEN_NOR_TODAY):
        told = first_sentence(result(shipped, A, language, **FITS_A | {question: answer}))
        assert (DIFFER[language] in told) is ((question, answer) not in NEITHER_THEN_NOR_TODAY), question
    assert DIFFER[language] not in first_sentence(result(shipped, B, language, **FITS_B | {"pregnancy": "yes"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_open_is_named_at_a_glance_and_of_a_private_point_the_part_alone(
    shipped: Catalogue, language: Language
) -> None:
    criteria = LUPUS.studies[StudyId(A)].criteria
    label = criteria[CriterionId("no_recent_surgery")].text.label.in_(language)
    section = LUPUS.questions[QuestionId("cancer")].section.in_(language)
    private = SAY(language, "result-point-private", section=section, count=1)
    assert label in result(shipped, A, language, **FITS_A | {"surgery": "unsure"}).results[0].reason
    assert private in result(shipped, A, language, **FITS_A | {"cancer": "unsure"}).results[0].reason
    card = result(shipped, A, language, **dict.fromkeys(FITS_A, "unsure"))
    core, other = (criteria[CriterionId(one)].text.label.in_(language) for one in ("lupus", "no_b_cell_drug"))
    told = card.results[0].reason
    assert core in told, "what defines the patient comes first"
    assert other not in told
    assert len(f"{first_sentence(card)} {told}".split()) <= AT_A_GLANCE
    open_points = {"sledai": "unsure", "cancer": "unsure", "infections": "unsure", "childbearing": "unsure"}
    card = result(shipped, A, language, **FITS_A | open_points)
    score = SAY(language, "result-point", label=criteria[CriterionId("activity_score")].text.label.in_(language))
    assert SAY(language, "result-so-far", status="", shut="no", count=5).split(";")[0] in first_sentence(card)
    private = SAY(language, "result-point-private", section=section, count=4)
    told = SAY(language, "result-open", points=f"{score}; {private}")
    assert card.results[0].reason == told, "as many as the verdict counts"
    surgery = result(shipped, A, language, **FITS_A | open_points | {"surgery": "unsure"}).results[0].reason
    assert surgery == SAY(language, "result-open-more", points=score, more=5), "what is not named is counted"
    assert not result(shipped, A, language, **FITS_A).results[0].reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_amended_rule_is_told_whatever_the_answer_was(shipped: Catalogue, language: Language) -> None:
    found = LUPUS.studies[StudyId(A)].criteria[CriterionId("activity_score")]
    assert found.text.changed is not None
    for answer in (">=6", "<6", "unsure"):
        card = result(shipped, A, language, **FITS_A | {"sledai": answer})
        folds = [block for block in card.results[0].blocks if isinstance(block, Fold)]
        groups = [block for fold in folds for block in fold.blocks if isinstance(block, Bullets)]
        beside = [item for group in groups for item in group.items if item[0] == found.text.label.in_(language)]
        assert [found.text.changed.in_(language) in item for item in beside] == [True]


def test_the_older_version_is_named_where_the_study_is_told_of(shipped: Catalogue) -> None:
    older = LUPUS.studies[StudyId(A)].text.record.amended
    assert older is not None
    told = folded(result(shipped, A, **FITS_A), SAY("en", "result-study"))
    assert Paragraph(older.in_("en")) in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_has_the_words_for_everyone_two_unfolded_and_the_same(
    shipped: Catalogue, language: Language
) -> None:
    for study, fits in ((A, FITS_A), (B, FITS_B)):
        words = LUPUS.studies[StudyId(study)].text.for_everyone
        assert words is not None
        first, second, *others = (Paragraph(part) for part in words.in_(language).split("\n\n"))
        private = product(["yes", "no", "unsure"], repeat=2)
        people = [fits | {"cancer": one, "pregnancy": other} for one, other in private]
        for answers in (*people, fits | {"last_biopsy": ">12"}, {"lupus_kidney": "no_lupus"}, {}):
            card = result(shipped, study, language, **answers)
            assert {first, second} <= set(card.results[0].blocks)
            assert folded(card, SAY(language, "result-for-everyone")) == tuple(others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_named_beside_an_event_only_and_never_too_early(tmp_path: Path, language: Language) -> None:
    folder = shutil.copytree(SHIPPED / "lupus_nephritis", tmp_path / "lupus_nephritis")
    questions, study = folder / "questions.yaml", folder / f"{A}.yaml"
    text = questions.read_text("utf-8")
    before, after = text.split("\nsurgery:\n")
    after = after[after.index("\ntransplant:\n") :]
    asked = """
surgery:
  about: event
  ask: {en: "When was your last operation?", es: "¿Cuándo fue su última operación?"}
  help: {en: "The letter has it.", es: "Figura en el informe."}
  number: {unit: months_ago, from: 0, to: 600}
  never: never_had_it
"""
    questions.write_text(before + asked + after, "utf-8")
    shutil.rmtree(folder / "cases")
    text = study.read_text("utf-8").replace("    excludes: surgery\n", "    excludes: surgery <= 6\n    date: true\n")
    study.write_text(text, "utf-8")
    person = Person(load(folder), language, A)
    told = whole_text(person.answer_all(**FITS_A | {"surgery": "<=6"}))
    day = {"en": "December 22, 2026", "es": "22 de diciembre de 2026"}[language]
    assert day in told
    assert day not in whole_text(result(load(folder), A, language, **FITS_A | {"last_biopsy": ">=6"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_results_say_whom_to_ask_where_and_that_rules_are_older(shipped: Catalogue, language: Language) -> None:
    card = Person(shipped, language).answer_all(**FITS_BOTH)
    assert Paragraph(SAY(language, "result-take-all")) in card.blocks
    older = Paragraph(SAY(language, "result-older"))
    assert {one.study: older in one.lead for one in card.results} == {A: True, B: False}
    assert "Valladolid" in next(one.name for one in card.results if one.study == A)
    assert older in result(shipped, A, language, **FITS_A).results[0].lead
    assert older not in result(shipped, A, language, **FITS_A | {"last_biopsy": ">12"}).results[0].lead


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_not_got_the_illness_reads_no_status_and_is_not_sent_off_with_a_sheet_first(
    shipped: Catalogue, language: Language
) -> None:
    card = result(shipped, A, language, lupus_kidney="no_lupus")
    assert first_sentence(card) == SAY(language, "result-without")
    assert Paragraph(SAY(language, "result-worried")) in card.results[0].lead
    assert not card.results[0].buttons
    assert "sheet" in [one.value for one in card.buttons]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_private_reason_is_a_whole_sentence(shipped: Catalogue, language: Language) -> None:
    section = LUPUS.questions[QuestionId("cancer")].section.in_(language)
    told = {
        result(shipped, A, language, **FITS_A | one).results[0].reason
        for one in ({"cancer": "yes"}, {"infections": "listed"})
    }
    assert told == {SAY(language, "result-private", sections=SAY(language, "result-point", label=section))}
