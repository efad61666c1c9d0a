"""The container, as far as it can be tried without one: what goes into it, by which hashes, and as whom it runs."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
CONTAINERFILE = (ROOT / "Containerfile").read_text("utf-8")
REQUIREMENTS = (ROOT / "requirements.txt").read_text("utf-8")
NOBODY = 65_534


def pinned(text: str) -> dict[str, str]:
    lines = [line.split(" \\")[0].strip() for line in text.splitlines() if re.match(r"[A-Za-z]", line)]
    return {canonicalize_name(line.split("==")[0]): line.split("==")[1].partition(";")[0].strip() for line in lines}


def test_every_package_has_hashes_and_the_version_that_was_tested() -> None:
    tested = pinned((ROOT / "constraints.txt").read_text("utf-8"))
    found = pinned(REQUIREMENTS)
    assert len(found) > 30
    assert {name: tested.get(name) for name in found} == found
    blocks = re.split(r"\n(?=[A-Za-z])", REQUIREMENTS)[1:]
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)


def test_whatever_the_project_names_is_among_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {*project["dependencies"], *project["optional-dependencies"]["postgres"]}
    assert {canonicalize_name(Requirement(one).name) for one in named} <= set(pinned(REQUIREMENTS))


def test_no_registry_is_named() -> None:
    """Nothing stands there but packages, their hashes and remarks: no option, no address."""
    known = re.compile(r"#.*|[A-Za-z][\w.-]*==[^:]+|    --hash=sha256:[0-9a-f]{64}(?: \\)?")
    assert [line for line in REQUIREMENTS.splitlines() if not known.fullmatch(line) or "://" in line] == []


def test_the_base_is_named_by_its_digest_and_nobody_runs_as_root() -> None:
    assert re.search(r"^FROM \S+@sha256:[0-9a-f]{64}$", CONTAINERFILE, re.MULTILINE)
    assert "--require-hashes" in CONTAINERFILE
    assert re.search(r"^USER [1-9][0-9]*:[1-9][0-9]*$", CONTAINERFILE, re.MULTILINE)
    assert CONTAINERFILE.index("USER ") < CONTAINERFILE.index("CMD [")
    assert "HEALTHCHECK" in CONTAINERFILE


def test_what_is_copied_is_there_and_not_ignored_and_secrets_are() -> None:
    kept = [line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")]
    for line in re.findall(r"^COPY (.+)$", CONTAINERFILE, re.MULTILINE):
        for name in line.split()[:-1]:
            assert (ROOT / name).exists()
            assert name in kept
    assert set(kept) == {"Containerfile", "requirements.txt", "LICENSE", "criteria", "bot"}


def test_the_service_is_read_only_without_rights_and_on_this_machine_alone() -> None:
    service = YAML(typ="safe", pure=True).load((ROOT / "compose.yaml").read_text("utf-8"))["services"]["assistant"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that another user may enter, which pytest's own are not."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    for path in [made, *made.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(made)


def another_user() -> dict[str, Any]:
    """Who else a process may run as: nobody, where we may decide it and nobody may read this Python."""
    readable = all(
        path.stat().st_mode & 0o001 for path in (*Path(sys.executable).resolve().parents, *ROOT.parents, ROOT)
    )
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 and readable else {}


def test_it_serves_as_another_user_from_a_tree_that_cannot_be_written(place: Path) -> None:
    """As the container does: the sources alone, read-only; a data folder of the user's own; nothing else is written."""
    tree, data, who = place / "srv", place / "data", another_user()
    for name in ("bot", "criteria"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    data.mkdir(mode=0o700)
    for path in [tree, *tree.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    if who:
        os.chown(data, NOBODY, NOBODY)
    packages = os.pathsep.join(path for path in sys.path if path.endswith("site-packages"))
    settings = {"PATH": os.environ["PATH"], "PYTHONPATH": packages, "PYTHONDONTWRITEBYTECODE": "1"}
    process: subprocess.Popen[bytes] = subprocess.Popen(
        [sys.executable, "-m", "bot"],
        cwd=tree,
        env={**settings, "PYTHONUNBUFFERED": "1", "DATA": str(data), "PORT": str(free_port())},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **who,
    )
    try:
        assert process.stdout
        said = process.stdout.readline().decode()
        found = re.search(r"http://[\d.:]+", said)
        assert found, said + process.communicate()[0].decode()
        assert answered(f"{found[0]}/health/web").status_code == 200
        assert answered(f"{found[0]}/s/NCT03673748").status_code == 200
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=60)[0].decode()
    assert "Traceback" not in rest
    assert {path.name.partition("-")[0] for path in data.iterdir()} == {"secret.key", "funnel.db"}
    assert not [path for path in tree.rglob("*") if path.name == "__pycache__"]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def answered(address: str) -> httpx.Response:
    """What it answers, once it does."""
    for _ in range(300):
        try:
            return httpx.get(address, timeout=20)
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("it did not start")
