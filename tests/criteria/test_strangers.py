"""Definitions that a stranger wrote: nothing is waited for, read without an end, or hidden from who approves them."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.commands.check import checked
from criteria.document import read
from criteria.expression import RuleError
from criteria.model.form import _https
from criteria.parsing import parse
from criteria.yaml_file import DEEPEST, LARGEST_FILE, MOST_VALUES, UnreadableError, hidden_sign

SOUND = Path(__file__).parent / "sound" / "knee_pain"
STUDY = "NCT00000001.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SOUND, tmp_path / "knee_pain")
    return tmp_path / "knee_pain"


def pipe(file: Path) -> None:
    os.mkfifo(file)


def device(file: Path) -> None:
    file.symlink_to("/dev/zero")


def outside(file: Path) -> None:
    file.symlink_to("/proc/self/environ")


def circle(file: Path) -> None:
    file.symlink_to(file)


@pytest.mark.parametrize("make", [pipe, device, outside, circle])
def test_what_is_no_file_of_the_folder_is_neither_read_nor_waited_for(
    folder: Path, make: Callable[[Path], None]
) -> None:
    make(folder / "NCT00000002.yaml")
    faults = [fault for fault in checked(folder).faults if fault.file.endswith("NCT00000002.yaml")]
    assert len(faults) == 1
    assert "SHELL" not in faults[0].message
    assert "PATH" not in faults[0].message


def test_links_within_the_folder_are_read_as_clusters_mount_them(folder: Path) -> None:
    (folder / "..data").mkdir()
    for file in list(folder.glob("*.yaml")):
        file.rename(folder / "..data" / file.name)
        (folder / file.name).symlink_to(Path("..data") / file.name)
    assert not [fault for fault in checked(folder).faults if "leads out" in fault.message]


def unreadable(tmp_path: Path, text: str) -> str:
    file = tmp_path / "questions.yaml"
    file.write_bytes(text.encode())
    with pytest.raises(UnreadableError) as caught:
        read(file, "questions.yaml")
    return caught.value.message


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "? ", "[\n", "- - "])
def test_depth_is_limited_while_it_is_read(tmp_path: Path, bracket: str) -> None:
    assert f"more than {DEEPEST} deep" in unreadable(tmp_path, bracket * (LARGEST_FILE // len(bracket)))


@pytest.mark.parametrize("value", ["- a\n", "k: {b: c}\n- ", "- [a, b]\n"])
def test_the_number_of_values_is_limited_while_it_is_read(tmp_path: Path, value: str) -> None:
    text = "".join(f"k{number}: a\n" for number in range(MOST_VALUES)) if value.startswith("k") else value * 20_000
    assert f"more than {MOST_VALUES} values" in unreadable(tmp_path, text)


HIDDEN = [
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200f",
    "\u061c",
    "\u2060",
    "\u00ad",
    "\ufeff",
    "\U000e0041",
    "\u2028",
    "\x85",
]


@pytest.mark.parametrize("sign", HIDDEN)
def test_signs_that_cannot_be_seen_are_refused_wherever_they_stand(tmp_path: Path, sign: str) -> None:
    escaped = f"\\U{ord(sign):08x}"
    for text in (f'a: "x{sign}y"', f"a: x  # note {sign}", f'a: "x{escaped}y"', f"b{sign}: x"):
        assert "cannot be seen" in unreadable(tmp_path, f"first: 1\n{text}\n")
    assert hidden_sign(f"x{sign}") == sign


def test_letters_of_people_and_pictures_are_no_hidden_signs() -> None:
    assert hidden_sign("¿Cuántos años? ≥ 1 g/g · “así” ½ µmol — ñ ü Å 漢字 عربى 😀\n\t") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://clinicaltrials.gov@elsewhere.example.org/x",
        "https://user:password@example.org",
        "https://\u0441linicaltrials.gov/study",
        "https://clinicaltrials.gov\\@example.org",
        "https://example.org\\x",
        "https://example。org",
        "https://xn--/",
        "https://localhost",
        "https://1.2.3.4/x",
        "https://-example.org",
        "https://example.org:port/",
        "https:///x",
        "http://example.org",
        "https://example.org/ñ",
        "https://exam ple.org",
    ],
)
def test_a_host_is_what_it_looks_like(address: str) -> None:
    with pytest.raises(ValueError, match=r"address|host"):
        _https(address)


@pytest.mark.parametrize(
    "address",
    ["https://clinicaltrials.gov/study/NCT03673748?a=b#c", "https://sub.example-1.org:8443/a@b", "https://a.xn--p1ai"],
)
def test_plain_addresses_are_taken(address: str) -> None:
    assert _https(address) == address


@pytest.mark.parametrize(
    "rule",
    [
        "\uff41ge < 6",
        "\u0430ge < 6",
        "age < \uff16",
        "age < 0x10",
        "age < 1_0",
        "age < 0b11",
        "age < 0o17",
        "age < 1e3",
        "age < .5",
        "age < 5.",
        "age in [1, 0x2]",
        "at_least(0x1, a, b)",
        "age < 007",
        "ﬁt == yes",
        "age\u00a0< 6 and ª",
    ],
)
def test_rules_are_plain_ascii_and_their_numbers_plain_digits(rule: str) -> None:
    with pytest.raises(RuleError):
        parse(rule)


@pytest.mark.parametrize("rule", ["age < 6", "age <= 0.5", "age > -3", "at_least(2, a, b, c)", "1 <= age < 1000"])
def test_plain_rules_are_read(rule: str) -> None:
    parse(rule)
