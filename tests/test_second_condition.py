"""A site may serve another condition beside lupus nephritis: no test and no part of the product takes the first for all."""

import re
import shutil
from pathlib import Path

from product import Product
from studies import LUPUS, write_example
from talk import FITS_BOTH
from test_product import Browser

from criteria.catalogue import SHIPPED, Catalogue

HERE = Path(__file__).parent


def test_what_tests_talk_with_has_another_condition_before_the_one_that_they_mean(shipped: Catalogue) -> None:
    assert list(shipped.conditions).index(LUPUS.id) > 0


def test_no_test_takes_the_first_condition_or_study_for_the_one_that_it_means() -> None:
    first = re.compile(
        r"next\(iter\([\w.]*(?:shipped|catalogue|conditions|counting\.studies)\b"
        r"|\(\w+,\) = (?:shipped|catalogue|load\(\))\.conditions",
        re.IGNORECASE,
    )
    found = [f"{path.name}: {line}" for path in HERE.rglob("*.py") for line in first.findall(path.read_text("utf-8"))]
    assert not found


def test_the_running_product_leads_to_either_of_two_conditions(tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED, tmp_path / "criteria", dirs_exist_ok=True)
    shutil.copytree(write_example(tmp_path / "guide"), folder / "asthma", dirs_exist_ok=True)
    with Product(tmp_path, CRITERIA=str(folder)) as product:
        person = Browser(product)
        person.begin()
        while (question := person.question) is not None:
            person.answer(FITS_BOTH[question])
        assert person.verdicts() == dict.fromkeys(LUPUS.studies, "likely_eligible")
        person, other = Browser(product), 'data-choice="asthma"'
        while person.question is None:
            person.press(other if other in person.page else "data-forward")
        assert person.question == "asthma_told"
