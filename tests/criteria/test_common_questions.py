"""The common questions: each is as good as a shipped one, is taken as a copy, and is proposed by the words of records."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from common_condition import write_condition, write_rules
from readability import grade
from ruamel.yaml import YAML
from studies import GUIDE, LUPUS
from test_shipped_words import INFORMAL, JUDGING, advice, texts
from typer.testing import CliRunner

from bot.commands.check import Checked, checked
from bot.commands.main import cli
from bot.definitions import loaded, served
from criteria import model
from criteria.common_questions import CommonQuestion, common_questions, every_version, pins
from criteria.condition import Condition
from criteria.expression import QuestionId
from criteria.fingerprint import wording
from criteria.languages import LANGUAGES, Language
from criteria.patterns import variants
from criteria.proposals import proposals
from criteria.taken import overridden
from criteria.wordings import ready

SOUND = Path(__file__).parent / "sound" / "knee_pain"


def take(*arguments: object) -> str:
    done = CliRunner().invoke(cli, ["take", *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_condition(tmp_path_factory.mktemp("taken"))


@pytest.fixture(scope="module")
def condition(folder: Path) -> Condition:
    (found,) = loaded(folder).conditions.values()
    return found


def all_texts() -> Iterator[tuple[str, model.Text]]:
    for one in every_version().values():
        yield from texts(one.question, one.pin)


# As good as a shipped one


def test_every_pin_is_known_without_reading_the_questions() -> None:
    assert list(pins()) == list(every_version())


def test_a_condition_that_takes_them_all_is_served_and_has_changed_nothing(folder: Path) -> None:
    assert len(served(folder).conditions) == 1
    found = checked(folder)
    made_up = ("case", "is that meant?", "placeholder")  # its labels are the same text everywhere
    assert {one.message for one in found.faults if not any(word in one.message for word in made_up)} <= {TOGETHER}
    assert (found.taken, found.unestimated) == ((), ())


TOGETHER = "all studies together do not fit into a ticket, so only one at a time is offered"


def test_what_is_taken_is_the_question_word_for_word(condition: Condition) -> None:
    for name, one in common_questions().items():
        text = condition.questions[QuestionId(name)].text
        assert text.common == one.pin
        assert text.model_copy(update={"common": None}) == one.question


def test_every_text_is_written_in_every_language_and_has_a_section() -> None:
    for where, text in all_texts():
        assert set(text.root) == set(LANGUAGES), where
    for one in every_version().values():
        assert one.entry.section in ready()
        assert set(one.entry.words) == set(LANGUAGES), one.pin


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_with_its_reason_and_help_is_read_in_grade_8(language: Language) -> None:
    for one in common_questions().values():
        said = (one.question.ask, one.question.reason, one.question.help)
        assert grade(" ".join(text.in_(language) for text in said if text), language) <= 8, one.pin


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_gives_advice_judges_or_speaks_informally(language: Language) -> None:
    for where, text in all_texts():
        said = text.in_(language)
        assert advice(said, language) == [], where
        assert not JUDGING.search(said), where
        assert language != "es" or not INFORMAL.search(said), where


def test_private_questions_say_that_everybody_is_asked_and_that_they_may_be_skipped() -> None:
    private = [one.question for one in common_questions().values() if one.question.sensitive]
    assert len(private) >= 10
    for text in private:
        assert text.reason is not None
        assert re.search("ask everyone.*You may skip this", text.reason.in_("en"))
        assert re.search("pregunta a todas las personas.*Puede omitir esta pregunta", text.reason.in_("es"))


# Taken as a copy


def test_the_list_names_every_question() -> None:
    told = take("--language", "es")
    assert all(one.pin in told for one in common_questions().values())


def test_a_question_is_added_below_what_stands_there(tmp_path: Path) -> None:
    folder = shutil.copytree(SOUND, tmp_path / "knee_pain")
    before = (folder / "questions.yaml").read_text(encoding="utf-8")
    told = take("bmi", "--as", "body_mass", "--into", folder)
    after = (folder / "questions.yaml").read_text(encoding="utf-8")
    assert "`body_mass`, from bmi@1" in told
    assert after.startswith(before.rstrip() + "\n\nbody_mass:\n  common: bmi@1\n")
    assert after == f"{before.rstrip()}\n\n{take('bmi', '--as', 'body_mass')}"


def test_the_only_condition_in_a_folder_is_meant_and_the_whole_path_is_told(tmp_path: Path) -> None:
    file = shutil.copytree(SOUND, tmp_path / "knee_pain") / "questions.yaml"
    assert take("bmi", "--into", tmp_path).startswith(f"{file.resolve()} now has `bmi`")
    assert "bmi" in YAML(typ="safe").load(file)
    assert not (tmp_path / "questions.yaml").exists()


def test_a_condition_in_one_language_takes_that_language(tmp_path: Path) -> None:
    (tmp_path / "condition.yaml").write_text("languages: [es]\n", encoding="utf-8")
    told = take("pregnancy", "age", "--into", tmp_path)
    assert told.count("after all that are not private") == 1
    assert "Su salud en general" in told
    taken = YAML(typ="safe").load(tmp_path / "questions.yaml")
    assert set(taken) == {"pregnancy", "age"}
    assert taken["pregnancy"]["ask"] == {"es": common_questions()["pregnancy"].question.ask.in_("es")}
    assert not re.search(r"\ben:", (tmp_path / "questions.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["aeg"], "`aeg` is no common question; did you mean `age`?"),
        (["age", "sex", "--as", "one"], "--as names one question"),
        (["age", "--into", "nowhere"], "there is no folder nowhere"),
        (
            ["age", "--into", str(SOUND / "cases")],
            "cases holds no condition.yaml, so it is not the folder of a condition",
        ),
        (["age", "--into", str(SOUND.parents[1] / "broken")], "it is not the folder of a condition: name one of "),
    ],
)
def test_what_cannot_be_taken_is_told(arguments: list[str], told: str) -> None:
    done = CliRunner().invoke(cli, ["take", *arguments])
    assert done.exit_code == 1
    assert told in done.output


def test_a_question_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "condition.yaml").write_text("{}", encoding="utf-8")
    take("age", "--into", tmp_path)
    before = (tmp_path / "questions.yaml").read_text(encoding="utf-8")
    done = CliRunner().invoke(cli, ["take", "age", "--into", str(tmp_path)])
    assert done.exit_code == 1
    assert "has a question `age` already" in done.output
    assert (tmp_path / "questions.yaml").read_text(encoding="utf-8") == before


# Pinned: what is newer or worded in another way is told, and changes nothing


def knee_pain(tmp_path: Path, *lines: str) -> Checked:
    """What is found where the age of a sound condition was taken, and then changed."""
    folder = shutil.copytree(SOUND, tmp_path / "knee_pain")
    file = folder / "questions.yaml"
    text = file.read_text(encoding="utf-8")
    start, end = re.search(r"^age:\n(?:  .*\n)+", text, re.MULTILINE).span()  # type: ignore[union-attr]
    taken = take("age")
    for old, new in zip(lines[::2], lines[1::2], strict=True):
        assert old in taken
        taken = taken.replace(old, new, 1)
    file.write_text(text[:start] + taken + text[end:], encoding="utf-8")
    return checked(folder)


def test_what_was_changed_is_told(tmp_path: Path) -> None:
    found = knee_pain(tmp_path, "How old are you?", "Your age, please?", "to: 120", "to: 110")
    assert found.faults == ()
    assert found.taken == ("knee_pain/questions.yaml: age, from age@1: has its own ask, number.to",)


def test_other_programs_are_told_of_it_too(tmp_path: Path) -> None:
    (told,) = knee_pain(tmp_path, "How old are you?", "Your age, please?").as_json(strict=False)["taken"]
    assert told.endswith("age, from age@1: has its own ask")


def test_what_is_newer_is_told_and_the_words_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    age = common_questions()["age"]
    newer = CommonQuestion("age", 2, age.entry, age.lines)
    monkeypatch.setattr("criteria.taken.common_questions", lambda: {**common_questions(), "age": newer})
    found = knee_pain(tmp_path)
    assert found.faults == ()
    assert found.taken == ("knee_pain/questions.yaml: age, from age@1: age@2 is newer (`take age` shows it)",)


def test_a_pin_that_names_nothing_is_a_warning_and_is_served_all_the_same(tmp_path: Path) -> None:
    (fault,) = knee_pain(tmp_path, "age@1", "aged@1").faults
    assert fault.warning
    assert "age.common: `aged@1` is no common question of this program; did you mean `age@1`?" in fault.message


@pytest.mark.parametrize("pin", ["age", "age@0", "Age@1", "age@1.0", "@1"])
def test_a_pin_names_a_version(tmp_path: Path, pin: str) -> None:
    (fault,) = knee_pain(tmp_path, "common: age@1", f'common: "{pin}"').faults
    assert not fault.warning
    assert "names no version of a common question" in fault.message


def test_where_a_question_was_copied_from_belongs_to_no_approval(condition: Condition) -> None:
    for study in condition.studies:
        assert not [name for name in wording(condition, study) if name.endswith(".common")]


def test_the_earlier_versions_stay() -> None:
    versions: dict[str, list[int]] = {}
    for one in every_version().values():
        versions.setdefault(one.name, []).append(one.version)
    assert {name: sorted(found) for name, found in versions.items()} == {
        name: list(range(1, common_questions()[name].version + 1)) for name in versions
    }


def test_no_field_of_an_untouched_copy_is_called_its_own() -> None:
    for one in common_questions().values():
        assert overridden(one.question, one.question, LANGUAGES) == ()


def test_the_shipped_studies_take_what_fits_and_word_in_their_own_way_only_what_surrounds_it() -> None:
    taken = {key: question.text for key, question in LUPUS.questions.items() if question.text.common}
    assert {"age", "egfr", "cancer", "transplant"} <= set(taken)
    for text in taken.values():
        pinned = every_version()[text.common or ""].question
        assert set(overridden(text, pinned, LANGUAGES)) <= {"help", "reason", "expect"}


def guide_rules() -> list[dict[str, str]]:
    page = (
        GUIDE.read_text(encoding="utf-8").partition("How rules name some of them:")[2].partition("\n\nThe questions")[0]
    )
    found = [dict(re.findall(r"`(needs|excludes|confirm): ([^`]+)`", line)) for line in page.splitlines()]
    return [one for one in found if one]


def test_the_rules_of_the_guide_about_them_can_be_served(tmp_path: Path) -> None:
    assert len(guide_rules()) >= 12
    assert len(served(write_rules(tmp_path, guide_rules())).conditions) == 1


# Proposed by the words of records


def proposed() -> list[tuple[str, set[str]]]:
    table: dict[str, list[str]] = YAML(typ="safe").load(Path(__file__).parent / "record_words.yaml")
    return [(text, set(names)) for text, names in table.items()]


@pytest.mark.parametrize(("text", "names"), proposed())
def test_an_item_of_a_record_proposes_what_it_is_about(text: str, names: set[str]) -> None:
    assert set(proposals(text)) == names


def test_every_question_is_proposed_by_an_item() -> None:
    assert {name for _, names in proposed() for name in names} == set(common_questions())


def test_proposals_come_in_the_order_of_the_text_and_each_once() -> None:
    assert proposals("Breastfeeding or pregnant; also pregnancy") == ("breastfeeding", "pregnant_now")
    assert proposals("") == ()


def test_every_phrase_of_a_question_proposes_it_by_itself() -> None:
    for name, one in common_questions().items():
        for phrase in (way for phrases in one.entry.words.values() for pattern in phrases for way in variants(pattern)):
            said = phrase.replace("*", "").replace("...", "").replace("#", "18").replace("^", "")
            assert name in proposals(said), phrase


def test_words_between_belong_to_one_sentence() -> None:
    assert "planned_surgery" in proposals("Operation within the last three months, or planned")
    assert "planned_surgery" not in proposals("No operation. Biopsy is planned")
    assert "age" not in proposals("Asthma, 18 to 70 years")
