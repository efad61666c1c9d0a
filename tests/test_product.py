"""The running product: it stores and logs nothing of anybody, and a conversation outlives the process."""

import re
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from product import ROOT, Product
from studies import LUPUS
from talk import FITS_BOTH

BUTTON = re.compile(r'<button[^>]*name="t" value="([^"]+)"([^>]*)>')


class Browser:
    """A browser without script: it follows forms and addresses, and remembers all it has seen."""

    def __init__(self, product: Product, language: str = "es") -> None:
        client = httpx.Client(follow_redirects=True, headers={"accept-language": language}, timeout=60)
        self._client = product.at_end.enter_context(client)
        self._product = product
        self.seen: set[str] = set()
        self.open("/")

    def open(self, path: str) -> None:
        self._show(self._client.get(self._product.address + path))

    def reload(self) -> None:
        self.open(self.path)

    def _show(self, response: httpx.Response) -> None:
        assert response.status_code == 200, response.status_code
        self.page = response.text
        self.path = response.url.path
        self.seen.update(part for part in self.path.split("/") if len(part) > 20)
        self.seen.update(ticket for ticket, _ in BUTTON.findall(self.page))

    def press(self, attribute: str) -> None:
        ticket = next((found for found, rest in BUTTON.findall(self.page) if attribute in rest), None)
        assert ticket, f"no button with {attribute}"
        found = re.search(r'action="(/c/[^"]+)"', self.page)
        assert found
        self.seen.update(found[1].split("/")[2:])
        self._show(self._client.post(self._product.address + found[1], data={"t": ticket}))

    @property
    def question(self) -> str | None:
        found = re.search(r'data-question="([^"]+)"', self.page)
        return found[1] if found else None

    def answer(self, answer: str) -> None:
        self.press(
            f'data-answer="{answer}"' if f'data-answer="{answer}"' in self.page else f'data-answer="{escaped(answer)}"'
        )

    def begin(self) -> None:
        """Go on to the first question; where conditions are listed, to lupus nephritis."""
        lupus = f'data-choice="{LUPUS.id}"'
        while self.question is None:
            self.press(lupus if lupus in self.page else "data-forward")

    def verdicts(self) -> dict[str, str]:
        return dict(re.findall(r'data-study="([^"]+)" data-verdict="([^"]+)"', self.page))


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.fixture
def product(tmp_path: Path) -> Product:
    return Product(tmp_path)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """One that runs for every test that only talks to it."""
    with Product(tmp_path_factory.mktemp("served")) as found:
        yield found


def test_a_conversation_goes_on_after_the_process_was_killed_again_and_again(product: Product) -> None:
    with product:
        port = product.port
        person = Browser(product)
        person.begin()
        for number, question in enumerate(iter(lambda: person.question, None)):
            if number % 6 == 0:
                product.kill()
                product.start(port)
            person.answer(FITS_BOTH[question])
        product.kill()
        product.start(port)
        person.reload()
        assert set(person.verdicts().values()) == {"likely_eligible"}


def test_nothing_of_a_marked_conversation_reaches_a_file_or_a_log_line(product: Product) -> None:
    """At DEBUG, through a crash and attacks, no ticket, conversation id or answer is in any byte on disk."""
    marker = secrets.token_hex(8)
    with product:
        person = Browser(product)
        person.begin()
        while (question := person.question) is not None:
            person.answer({"cancer": "yes"}.get(question, FITS_BOTH[question]))
        tickets = sorted(person.seen)
        with httpx.Client(base_url=product.address, timeout=60) as client:
            for path in (f"/c/{marker}/{marker}", f"/{marker}", f"/s/{marker}", f"/s/NCT03673748?c={marker}"):
                for method in ("GET", "POST", "PUT"):
                    answered = client.request(method, path, headers={"x-name": marker})
                    assert marker not in answered.text
            answered = client.post(person.path.rsplit("/", 1)[0], data={"t": marker, "name": marker})
            assert answered.status_code == 400
            assert marker not in answered.text
        with socket.create_connection(("127.0.0.1", product.port)) as raw:
            raw.sendall(f"NONSENSE {marker}\r\n\r\n".encode())
            raw.recv(4096)
        product.stop()
    files = {path.name: path.read_bytes() for path in product.folder.rglob("*") if path.is_file()}
    assert len(tickets) > 100
    for secret in (*tickets, marker):
        assert secret.encode() not in b"".join(files.values())
    assert {name.split("-")[0] for name in files} == {"log.txt", "secret.key", "funnel.db"}
    for word in (b"cancer", b"kidneys", b"iii_or_iv", b"NCT0"):
        assert word not in files["log.txt"] + files["secret.key"]
    for answer in (
        b"kidneys",
        b"past_or_treated",
        b"18..75",
    ):  # the funnel names what is counted, never what was answered
        assert answer not in b"".join(files.values())


def test_the_key_file_is_for_its_owner_only_and_outlives_a_restart(product: Product) -> None:
    with product:
        key = product.folder / "data" / "secret.key"
        made = key.read_bytes()
        assert key.stat().st_mode & 0o777 == 0o600
    with product:
        assert key.read_bytes() == made


def test_a_port_in_use_is_said_in_one_line_that_names_the_setting(served: Product, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--port", str(served.port)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "DATA": str(tmp_path / "data"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip().splitlines() == [
        f"error: port {served.port} is in use: set PORT (or --port) to a free one, or stop the other program"
    ]


def test_back_and_reload_and_a_second_tap_are_harmless(served: Product) -> None:
    person = Browser(served)
    person.begin()
    first = person.path
    person.answer("kidneys")
    second = (person.question, person.path)
    person.reload()
    assert (person.question, person.path) == second
    person.open(first)
    assert person.question == "lupus_kidney"
    person.answer("kidneys")
    assert (person.question, person.path) == second


def test_the_page_of_a_study_is_the_same_in_both_languages(served: Product) -> None:
    for language, said in (("es", "Antes de empezar"), ("en", "Before we begin")):
        person = Browser(served, language)
        person.open("/s/nct03917797")
        assert said in unescape(person.page)
        assert f'<html lang="{language}"' in person.page
