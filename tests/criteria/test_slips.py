"""The slips that newcomers made, each of which once read "All is well": what `check --strict` says about them now."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from studies import LUPUS, SANTIAGO, VALLADOLID

from bot.commands.check import checked
from criteria.case_runs import run_cases
from criteria.catalogue import SHIPPED
from criteria.proof.mutants import mutants
from criteria.proof.proof import proofs
from criteria.proof.variants import variants

A, B, QUESTIONS = f"{VALLADOLID}.yaml", f"{SANTIAGO}.yaml", "questions.yaml"


@pytest.fixture
def lupus(tmp_path: Path) -> Path:
    return shutil.copytree(SHIPPED / "lupus_nephritis", tmp_path / "lupus_nephritis")


def change(file: str, *pairs: tuple[str, str]) -> Callable[[Path], None]:
    def made(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, (file, old)
            text = text.replace(old, new)
        (folder / file).write_text(text, encoding="utf-8")

    return made


def drop_transplant(folder: Path) -> None:
    """Item 9, its criterion and its question are gone, and nobody answers it any more."""
    change(A, ('    "9": "History of or planned renal or other organ transplant."\n', ""))(folder)
    for file, start in ((A, "  - id: no_transplant\n"), (QUESTIONS, "transplant:\n")):
        text = (folder / file).read_text(encoding="utf-8")
        block = re.search(
            rf"^{re.escape(start)}(?:(?:{' ' * (start.index(start.strip()) + 2)}.*)?\n)+", text, re.MULTILINE
        )
        assert block
        (folder / file).write_text(text.replace(block[0], ""), encoding="utf-8")
    order = folder / "condition.yaml"
    order.write_text(
        re.sub(r"^ *- transplant\n|, transplant(?=[,\]])", "", order.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )


def drop_transplant_from_the_cases_too(folder: Path) -> None:
    drop_transplant(folder)
    for file in (folder / "cases").iterdir():
        text = re.sub(r"^    transplant: .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        file.write_text(
            re.sub(r"^- case:.*\n(?:  .*\n)*?  .*transplant.*\n(?:  .*\n)*", "", text, flags=re.MULTILINE), "utf-8"
        )


IN_ENGLISH = ('es: "Biopsia renal en los últimos 12 meses."', 'es: "Kidney biopsy within 12 months."')
SLIPS = {
    "an exception the wrong way round": (
        change(A, ("needs: childbearing != no_method", "needs: childbearing == no_method")),
        "decided_by is [contraception], but the case expects []",
    ),
    "a zero too many, > 4 as > 40": (
        change(A, ("needs: sledai >= 6", "needs: sledai >= 60")),
        "warning: criteria.activity_score: the rule has 60, and neither `label` nor `technical` says so (en and es)",
    ),
    "months left where the question counts years": (
        change(QUESTIONS, ("unit: months_ago", "unit: years_ago")),
        "warning: criteria.recent_biopsy: the rule has 12 years, and neither `label` nor `technical` says so",
    ),
    "days taken for months": (
        change(B, ("needs: last_biopsy <= 12", "needs: last_biopsy <= 12 days")),
        "warning: criteria.recent_biopsy: the rule has 12 days, and neither `label` nor `technical` says so",
    ),
    "an item gone from list, criterion and question": (drop_transplant, "`transplant` is no question"),
    "an item gone from the cases as well": (drop_transplant_from_the_cases_too, "exclusion 9 is missing between the others"),
    "English in place of Spanish": (change(B, IN_ENGLISH), "the texts in `en` and `es` are the same"),
    "a rule the wrong way round": (
        change(B, ("needs: kidney_class == iii_or_iv", "excludes: kidney_class == iii_or_iv")),
        "decided_by is [class_iii_or_iv], but the case expects []",
    ),
    "and for or": (
        change(B, ("needs: upcr >= 1 or sediment == found", "needs: upcr >= 1 and sediment == found")),
        "decided_by is [active_kidney], but the case expects []",
    ),
    "the other end of a bound": (
        change(A, ("needs: last_biopsy < 6", "needs: last_biopsy <= 6")),
        "but the case expects [recent_biopsy]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_caught(lupus: Path, slip: str) -> None:
    make, told = SLIPS[slip]
    make(lupus)
    found = checked(lupus)
    assert any(told in str(one) for one in (*found.faults, *found.open)), [
        str(one) for one in (*found.faults, *found.open)
    ]


def test_a_study_without_cases_is_told_to_be_unproved_right_or_wrong(lupus: Path) -> None:
    shutil.rmtree(lupus / "cases")
    assert len(checked(lupus).open) > 60


def test_no_small_change_of_the_shipped_rules_goes_unnoticed() -> None:
    for proof in proofs(LUPUS):
        done, every = proof.shown("slip")
        assert (done, every > 60) == (every, True)
        assert proof.open == ()


def test_the_quick_way_to_try_a_change_agrees_with_running_every_case() -> None:
    """An eighth of them; `tests/simulate_slips.py` tries all."""
    tried = 0
    for study in LUPUS.studies.values():
        for criterion in (one for one in study.criteria.values() if one.rule is not None):
            known = variants(LUPUS, study, criterion)
            assert known is not None
            judged = {one.told for one in known.others}
            for mutant in (one for one in mutants(criterion, LUPUS.questions) if one.told in judged):
                tried += 1
                if tried % 8 == 0:
                    criteria = {**study.criteria, criterion.id: mutant.criterion}
                    studies = {**LUPUS.studies, study.id: replace(study, criteria=criteria)}
                    assert run_cases(replace(LUPUS, studies=studies)), mutant.told
    assert tried > 120
