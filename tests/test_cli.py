"""The command line: every command as a person runs it, and every mistake as one clear line."""

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from command_line import run

from bot.commands.console import ERR, OUT
from bot.conversation.cards.headline import headlines
from bot.conversation.wording import Wording
from criteria.catalogue import load
from criteria.screening import asked_questions

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "criteria" / "shipped"
A, B = "NCT03673748", "NCT03917797"


def test_check_prints_the_best_order_that_it_found(tmp_path: Path) -> None:
    folder = ROOT / "tests" / "criteria" / "sound" / "knee_pain"
    found = run("check", str(folder), "--best", cwd=tmp_path).stdout
    assert "best order found" in found
    order = found.partition("Best order found for NCT00000001: ")[2].splitlines()[0].split(", ")
    assert set(order) == {"age", "pain", "last_scan", "pregnant"}


def evaluated(tmp_path: Path, text: str, *arguments: str) -> dict[str, Any]:
    file = tmp_path / "answers.yaml"
    file.write_text(text, encoding="utf-8")
    done = run("evaluate", str(file), "--json", *arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_check_says_that_the_shipped_definitions_are_well_and_prints_their_figures(tmp_path: Path) -> None:
    done = run("check", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for said in (A, B, "How many questions", "record's order", "All is well"):
        assert said in done.stdout
    assert "without `say`" not in done.stdout


def test_check_names_own_questions_with_options_and_no_typed_words(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "tests" / "criteria" / "sound" / "knee_pain", tmp_path / "knee_pain")
    told = "without `say`, so what people type is known by its button's words only: pain\n"
    done = run("check", str(folder), cwd=tmp_path)
    assert (done.returncode, done.stdout.count(told)) == (0, 1)
    file = folder / "questions.yaml"
    before = file.read_text(encoding="utf-8")
    for old, new in (
        ("pain:\n", "pain:\n  common: sex@1\n"),
        ('es: "Ninguna"', 'es: "Ninguna", say: {en: ["no knee"]}'),
    ):
        file.write_text(before.replace(old, new), encoding="utf-8")
        assert "without `say`" not in run("check", str(folder), cwd=tmp_path).stdout


def test_a_line_number_between_colons_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    for console in (OUT, ERR):
        console.print("asthma/questions.yaml:100: told")
    assert capsys.readouterr() == ("asthma/questions.yaml:100: told\n",) * 2


def test_check_prints_every_fault_with_its_line_and_exits_with_1(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "lupus_nephritis", tmp_path / "c" / "lupus_nephritis")
    study = tmp_path / "c" / "lupus_nephritis" / f"{A}.yaml"
    study.write_text(
        study.read_text().replace("last_biopsy < 6", "last_biopsi < 6").replace("transplant\n", "transplants\n")
    )
    for arguments in (
        ("check", str(tmp_path / "c")),
        ("check", "--criteria", str(tmp_path / "c")),
        ("--criteria", str(tmp_path / "c"), "check"),
    ):
        done = run(*arguments, cwd=tmp_path)
        assert done.returncode == 1
        assert f"{A}.yaml:" in done.stderr
        assert "did you mean `last_biopsy`?" in done.stderr
        assert "`transplants` is no question" in done.stderr
        assert "Traceback" not in done.stderr


def test_serving_broken_definitions_is_refused_with_the_same_faults(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "lupus_nephritis", tmp_path / "c" / "lupus_nephritis")
    (tmp_path / "c" / "lupus_nephritis" / "questions.yaml").write_bytes(b"age: \xff\xfe")
    done = run(cwd=tmp_path, CRITERIA=str(tmp_path / "c"))
    assert done.returncode == 1
    assert "questions.yaml:1: the file is not UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


def test_questions_lists_ids_kinds_and_values(tmp_path: Path) -> None:
    done = run("questions", "--json", cwd=tmp_path)
    listed = {question["id"]: question for question in json.loads(done.stdout)["lupus_nephritis"]}
    assert len(listed) == 25
    assert [answer["id"] for answer in listed["age"]["answers"]] == ["<18", "18..75", ">75", "unsure"]
    assert [answer["value"] for answer in listed["cancer"]["answers"]] == [True, False, "unsure"]
    assert listed["last_biopsy"]["kind"] == "number"
    assert listed["kidney_class"]["studies"].keys() == {B}
    assert "last_biopsy" in run("questions", cwd=tmp_path).stdout


def test_evaluate_takes_ids_numbers_booleans_never_and_unsure(tmp_path: Path) -> None:
    found = evaluated(
        tmp_path, "age: 34\nlupus_kidney: kidneys\nlast_biopsy: never\ncancer: false\negfr: '>=40'\nsledai: unsure\n"
    )
    assert set(found) >= {A, B}
    assert found[A]["verdict"] == "ineligible"
    assert found[A]["decided_by"] == ["recent_biopsy"]
    assert found[A]["criteria"]["adult"] == "met"
    assert found[A]["criteria"]["past_illness"] == "met"
    assert found[A]["criteria"]["consent"] == "team"
    assert found[A]["criteria"]["no_transplant"] == "open"
    assert found[A]["criteria"]["activity_score"] == "to_confirm"
    assert found[A]["next"] is None


def test_evaluate_tells_the_next_question_and_no_verdict_while_any_is_open(tmp_path: Path) -> None:
    found = evaluated(tmp_path, "{}", "--study", A.lower())
    assert found == {A: found[A]}
    assert found[A]["verdict"] is None
    assert found[A]["next"] == "lupus_kidney"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("age: 340\n", "answers.yaml:1: age: `340` is no answer to `age`: use a whole number from 0 to 120"),
        ("agee: 34\n", "answers.yaml:1: agee: `agee` is no question; did you mean `age`?"),
        ("\ncancer: maybe\n", "answers.yaml:2: cancer: `maybe` is no answer to `cancer`"),
        ("kidney_class: iii\n", "kidney_class: `iii` is no answer"),
        ("- age\n", "case 1: a group of `name: value` lines belongs here"),
        ("age: [\n", "this is not YAML"),
        ("age: 1\nage: 2\n", "answers.yaml:2: `age` stands here twice"),
        ("a: &x 1\nb: *x\n", "anchors (&) and aliases (*) are not read"),
        ("", "the file is empty"),
    ],
)
def test_a_mistake_in_a_file_of_answers_is_named_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(text, encoding="utf-8")
    done = run("evaluate", str(file), "--json", cwd=tmp_path)
    assert done.returncode == 1
    assert told in done.stderr
    assert done.stdout == ""


def test_a_missing_file_or_study_is_named(tmp_path: Path) -> None:
    assert "cannot be read" in run("evaluate", "none.yaml", cwd=tmp_path).stderr
    (tmp_path / "answers.yaml").write_text("age: 34\n")
    assert "`NCT0` is no study here" in run("evaluate", "answers.yaml", "--study", "NCT0", cwd=tmp_path).stderr


@pytest.mark.parametrize("language", ["en", "es"])
def test_script_prints_every_question_answer_and_rule_for_a_committee(tmp_path: Path, language: str) -> None:
    done = run("script", B, "--language", language, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = load().find(B)
    assert found is not None
    condition, study = found
    asked = asked_questions(condition, [study.id])
    assert len(asked) == 14
    for key in asked:
        text = condition.questions[key].text
        for part in (text.ask, text.help, *(option.label for option in (text.options or {}).values())):
            assert part.in_(language) in done.stdout
    wording = Wording()
    for name in ("result-window", "result-only-team", "safety-treatment", "result-for-everyone"):
        assert wording.say(language, name) in done.stdout
    for sentence in headlines(partial(wording.say, language)):
        assert sentence in done.stdout
    assert study.text.for_everyone is not None
    assert all(part in done.stdout for part in study.text.for_everyone.in_(language).split("\n\n"))
    assert condition.text.emergency is not None
    assert condition.text.without is not None
    for said in (condition.text.emergency, condition.text.without.text):
        assert all(part in done.stdout for part in said.in_(language).split("\n\n"))
    for criterion in study.criteria.values():
        assert criterion.text.label.in_(language) in done.stdout


def test_script_of_an_unknown_study_is_refused(tmp_path: Path) -> None:
    done = run("script", "NCT0", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "error: `NCT0` is no study here\n")


def test_a_file_with_thousands_of_mistakes_is_answered_soon(tmp_path: Path) -> None:
    (tmp_path / "many.yaml").write_text("".join(f"a{at}: 1\n" for at in range(4_000)))
    done = run("evaluate", "many.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 200


def test_a_list_of_people_who_are_all_decided_as_they_expect_is_said_to_be(tmp_path: Path) -> None:
    people = f"""\
- {{case: A boy., answers: {{age: 17}}, expect: {{{A}: {{verdict: ineligible}}}}}}
- {{case: A girl., answers: {{age: 16}}, expect: {{{A}: {{verdict: ineligible}}, {B}: }}}}
- {{case: Nobody says., answers: {{age: 16}}}}
"""
    (tmp_path / "people.yaml").write_text(people)
    done = run("evaluate", "people.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "2 of 2 as expected.")


def test_output_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "questions"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


def test_spanish_is_written_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    done = run("script", A, cwd=tmp_path, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr


def test_help_names_every_command(tmp_path: Path) -> None:
    done = run("--help", cwd=tmp_path)
    for command in ("check", "questions", "evaluate", "script", "--host", "--port", "--criteria"):
        assert command in done.stdout


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"PORT": "http"}, "PORT"),
        ({"PORT": "70000"}, "PORT"),
        ({"SECRET_KEY": "hunter2"}, "SECRET_KEY: each key needs 32 characters or more"),
        ({"PUBLIC_URL": "http://example.org"}, "PUBLIC_URL: it begins with https://"),
        ({"PUBLIC_URL": "https://example.org"}, "OPERATOR, PRIVACY_CONTACT, HELP_CONTACT"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL"),
        ({"HOST": "no.such.host.invalid"}, "set HOST (or --host)"),
        ({"CRITERIA": "/nowhere"}, "there is no such folder"),
        ({"HOST": "..x"}, "set HOST (or --host)"),
        ({"OPERATOR": "Jos\udce9"}, "OPERATOR: it is not UTF-8"),
        ({"SECRET_KEY": "\udce9" * 40}, "SECRET_KEY: it is not UTF-8"),
        ({"TELEGRAM_WEBHOOK_SECRET": "x" * 32}, "TELEGRAM_BOT_TOKEN and PUBLIC_URL are needed"),
    ],
)
def test_a_wrong_setting_is_refused_by_name_and_never_shown(
    tmp_path: Path, environment: dict[str, str], told: str
) -> None:
    done = run(cwd=tmp_path, **environment)
    assert done.returncode == 1
    assert told in done.stderr
    assert "hunter2" not in done.stderr
    assert "Traceback" not in done.stderr
