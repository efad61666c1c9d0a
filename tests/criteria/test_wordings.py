"""Ready wordings: named by id in place of a text, in every language, and overridden by a condition."""

import re
import shutil
from pathlib import Path

import pytest

from criteria.catalogue import DefinitionError, load
from criteria.condition import Condition, StudyDefinition
from criteria.languages import LANGUAGES
from criteria.wordings import ready

SOUND = Path(__file__).parent / "sound" / "knee_pain"
LABEL = 'label: {en: "Nothing else that makes it unsafe", es: "Nada más que lo haga inseguro"}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SOUND, tmp_path / "knee_pain")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def label_as(folder: Path, label: str) -> None:
    """Give the last criterion of the study another label."""
    file = folder / "NCT00000001.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    at = max(place for place, line in enumerate(lines) if line.lstrip().startswith("label:"))
    lines[at] = f"    label: {label}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def only(folder: Path) -> tuple[Condition, StudyDefinition]:
    (condition,) = load(folder).conditions.values()
    (study,) = condition.studies.values()
    return condition, study


def last_label(folder: Path) -> dict[str, str]:
    return list(only(folder)[1].criteria.values())[-1].text.label.root


def test_every_ready_wording_stands_in_every_language() -> None:
    assert {key: set(texts) for key, texts in ready().items()} == {key: set(LANGUAGES) for key in ready()}


def test_a_text_can_name_a_ready_wording(folder: Path) -> None:
    label_as(folder, "consent")
    assert last_label(folder) == ready()["consent"]


def test_a_condition_has_its_own_words_for_one_and_new_ones_of_its_own(folder: Path) -> None:
    own = 'wordings: {consent: {en: "Our consent", es: "Nuestro consentimiento"}, mine: {en: "Mine", es: "Lo mío"}}\n'
    change(folder / "condition.yaml", "title:", own + "title:")
    label_as(folder, "consent")
    assert last_label(folder) == {"en": "Our consent", "es": "Nuestro consentimiento"}
    label_as(folder, "mine")
    assert last_label(folder) == {"en": "Mine", "es": "Lo mío"}


def test_a_condition_in_one_language_gets_that_language_of_a_wording(folder: Path) -> None:
    label_as(folder, "consent")
    for file in [*folder.glob("*.yaml")]:
        text = file.read_text(encoding="utf-8")
        for piece in set(re.findall(r', es: "[^"]*"', text)):
            text = text.replace(piece, "")
        file.write_text(text, encoding="utf-8")
    change(folder / "condition.yaml", "title:", "languages: [en]\ntitle:")
    assert last_label(folder) == {"en": ready()["consent"]["en"]}


@pytest.mark.parametrize(
    ("label", "message"),
    [
        ("consnt", "`consnt` is no ready wording; did you mean `consent`?; or write the text in both languages"),
        ("Consent of the person", "write the text in both languages"),
        ("reason_safety", None),
    ],
)
def test_a_name_that_is_no_ready_wording_is_refused(folder: Path, label: str, message: str | None) -> None:
    label_as(folder, label)
    if message is None:
        assert last_label(folder) == ready()[label]
        return
    with pytest.raises(DefinitionError) as error:
        load(folder)
    assert message in str(error.value)


def test_a_wording_that_is_too_long_for_its_place_is_refused(folder: Path) -> None:
    change(folder / "condition.yaml", "section: ", "section: reason_safety #")
    with pytest.raises(DefinitionError, match="at most 40 fit"):
        load(folder)


def test_a_wrong_wording_of_a_condition_is_told_where_it_stands(folder: Path) -> None:
    change(folder / "condition.yaml", "title:", 'wordings: {consent: {en: "Only English"}}\ntitle:')
    with pytest.raises(DefinitionError) as error:
        load(folder)
    assert "knee_pain/condition.yaml:1: wordings.consent: the text in `es` is missing" in str(error.value)
