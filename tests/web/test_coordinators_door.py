"""Who gets in: links that open once, sessions that can be taken back, lines in the log, and headers on everything."""

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from coordinators_world import Front, front
from webchat import HEADERS

from bot.faces.web.coordinators import sign_in
from bot.faces.web.coordinators.sign_in import LINES, Event, Journal
from bot.funnel import links
from criteria.catalogue import Catalogue

pytest_plugins = ["coordinators_fixtures"]
FIGURES = "/coordinators?lang=en"


async def let_in(front: Front, cookie: dict[str, str] | None = None) -> int:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(front.app, raise_app_exceptions=False),
        base_url=front.base,
        cookies=cookie if cookie is not None else dict(front.client.cookies),
    ) as client:
        return (await client.get(FIGURES)).status_code


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def damage(folder: Path) -> None:
    for path in folder.glob("funnel.db*"):
        path.write_bytes(b"no database" * 1000)


async def test_a_stranger_sees_no_figure(empty: Front) -> None:
    for path in (
        "",
        "/NCT03673748",
        "/NCT03673748/tables/left.csv",
        "/NCT03673748/funnel.json",
        "/NCT03673748/funnel.png",
    ):
        answered = await empty.client.get(f"/coordinators{path}?lang=en")
        assert answered.status_code == 403
        assert "NCT" not in answered.text
        assert "coordinator-link" in answered.text


async def test_a_preview_does_not_spend_a_link_and_a_press_does(empty: Front) -> None:
    link = await empty.link()
    for method in ("GET", "HEAD", "GET", "OPTIONS", "GET"):
        answered = await empty.client.request(method, link)
        assert "set-cookie" not in answered.headers
    answered = await empty.client.post(link)
    assert answered.status_code == 303
    assert answered.headers["location"].startswith("/coordinators?")
    assert await let_in(empty) == 200
    again = await empty.client.post(link)
    assert again.status_code == 403
    assert "set-cookie" not in again.headers


async def test_a_link_is_not_spent_where_the_browser_would_drop_the_cookie(shipped: Catalogue, tmp_path: Path) -> None:
    there = front(shipped, tmp_path, base="http://studies.example.org")
    link = await there.link()
    refused = await there.client.post(f"{link}?lang=en")
    assert refused.status_code == 403
    assert "https://" in refused.text
    assert (await there.client.post(link, headers={"Origin": "https://studies.example.org"})).status_code == 303
    await there.service.close()


async def test_of_many_who_press_at_once_one_gets_in(empty: Front) -> None:
    link = await empty.link()
    answered = await asyncio.gather(*(empty.client.post(link) for _ in range(8)))
    assert sorted(one.status_code for one in answered) == [303, *[403] * 7]


async def test_a_link_expires(empty: Front) -> None:
    link = await empty.link(minutes=5)
    empty.clock.at = empty.clock.at.replace(minute=5)
    assert (await empty.client.post(link)).status_code == 403
    fresh = await empty.link(minutes=5)
    empty.clock.at = empty.clock.at.replace(minute=9)
    assert (await empty.client.post(fresh)).status_code == 303


async def test_the_database_holds_no_secret_of_a_link(empty: Front, tmp_path: Path) -> None:
    secret = (await empty.link()).rpartition("/")[2]
    written = everything(tmp_path)
    assert len(secret) == 43
    assert secret.encode() not in written


async def test_guessing_locks_nobody_out(empty: Front) -> None:
    link = await empty.link()
    for number in range(400):
        answered = await empty.client.post(f"/coordinators/enter/{'A' * 40}{number:03}")
        assert answered.status_code == 403
    assert (await empty.client.post(link)).status_code == 303


async def test_a_clock_that_is_set_back_shuts_nobody_out(empty: Front) -> None:
    await empty.sign_in()
    empty.clock.at -= timedelta(hours=1)
    assert (await empty.client.post(await empty.link())).status_code == 303
    assert await let_in(empty) == 200


@pytest.mark.parametrize("secret", ["", "x", "A" * 43, "á" * 43, "A" * 1500, "%00" * 14 + "A", "../../etc/passwd"])
async def test_a_link_that_was_made_up_does_not_open(empty: Front, secret: str) -> None:
    await empty.link()
    answered = await empty.client.post(f"/coordinators/enter/{secret}")
    assert answered.status_code in {403, 404, 405}


async def test_a_cookie_cannot_be_made_up(empty: Front) -> None:
    await empty.sign_in()
    good = empty.client.cookies["coordinator"]
    for forged in ("", "x", good[:-1], good + "0", good[::-1], good.swapcase(), "9" * 5000, "A" * 43):
        assert await let_in(empty, {"coordinator": forged}) == 403, forged[:60]
    assert await let_in(empty, {"coordinator": good}) == 200
    assert await let_in(empty, {"__Host-coordinator": good}) == 403, "each way has its own name"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example.org"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "http://127.0.0.1.elsewhere.example.org"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1"},
    ],
)
async def test_forms_of_other_sites_are_refused_and_spend_nothing(empty: Front, headers: dict[str, str]) -> None:
    link = await empty.link()
    assert (await empty.client.post(link, headers=headers)).status_code == 403
    await empty.sign_in()
    assert (await empty.client.post("/coordinators/leave", headers=headers)).status_code == 403
    assert await let_in(empty) == 200
    assert (await empty.client.post(link)).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://127.0.0.1"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {},
    ],
)
async def test_our_own_forms_are_taken(empty: Front, headers: dict[str, str]) -> None:
    assert (await empty.client.post(await empty.link(), headers=headers)).status_code == 303


async def test_each_way_in_and_out_leaves_a_line_that_tells_nothing_of_anybody(
    empty: Front, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        wrong = f"/coordinators/enter/{'A' * 43}"
        await empty.client.post(wrong)
        link = await empty.link()
        await empty.client.post(link)
        secret = empty.client.cookies["coordinator"]
        await empty.client.post("/coordinators/leave")
        await let_in(empty, {"coordinator": secret})
    lines = [record.getMessage() for record in caplog.records if record.name == sign_in.__name__]
    assert lines == [event.value for event in (Event.LINK_REFUSED, Event.ENTERED, Event.LEFT, Event.COOKIE_REFUSED)]
    for word in (secret, link.rpartition("/")[2], "127.0.0.1", "AAAA"):
        assert word not in "".join(lines)


def test_refusals_do_not_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    moment = [0.0]
    journal = Journal(lambda: moment[0])
    with caplog.at_level(logging.INFO):
        for _ in range(10_000):
            journal.tell(Event.LINK_REFUSED)
        journal.tell(Event.ENTERED)
        moment[0] = 60.0
        journal.tell(Event.LINK_REFUSED)
    lines = [record.getMessage() for record in caplog.records]
    assert lines.count(Event.LINK_REFUSED.value) == LINES + 1
    assert lines.count(Event.ENTERED.value) == 1
    assert len(lines) == LINES + 3


def test_the_browser_forgets_the_cookie_when_the_session_has_ended() -> None:
    assert links.LONGEST == sign_in.SECONDS


@pytest.mark.parametrize(
    ("base", "public", "name"),
    [
        ("http://127.0.0.1", False, "coordinator"),
        ("https://127.0.0.1", False, "__Host-coordinator"),
        ("http://127.0.0.1", True, "__Host-coordinator"),
        ("https://studies.example.org", True, "__Host-coordinator"),
    ],
)
async def test_the_cookie_is_for_this_host_and_for_https_alone(
    shipped: Catalogue, tmp_path: Path, base: str, name: str, *, public: bool
) -> None:
    made = front(shipped, tmp_path, public=public, base=base)
    answered = await made.client.post(await made.link())
    await made.service.close()
    given = answered.headers["set-cookie"]
    assert given.startswith(f"{name}=")
    parts = {part.strip().lower() for part in given.split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/", "max-age=43200"} <= parts
    assert ("secure" in parts) == name.startswith("__Host-")
    assert not any(part.startswith("domain") for part in parts)


async def test_every_answer_has_its_headers_errors_too(full: Front) -> None:
    study = "/coordinators/NCT03673748"
    for method, path, status in (
        ("GET", "/coordinators", 200),
        ("GET", study, 200),
        ("GET", f"{study}/tables/left.csv", 200),
        ("GET", f"{study}/funnel.json", 200),
        ("GET", f"{study}/funnel.png", 200),
        ("GET", f"{study}?first=yesterday", 400),
        ("GET", "/coordinators/NCT0", 404),
        ("GET", "/coordinators/a/b/c", 404),
        ("GET", "/coordinators/", 404),
        ("POST", "/coordinators", 405),
        ("PUT", study, 405),
        ("GET", "/coordinators?" + "x" * 3000, 414),
        ("POST", "/coordinators/leave", 200),
        ("GET", "/coordinators", 403),
        ("GET", await full.link(), 200),
        ("POST", await full.link(), 303),
        ("POST", "/coordinators/enter/x", 403),
    ):
        answered = await full.client.request(method, path)
        assert answered.status_code == status, (method, path, answered.status_code)
        assert {name: answered.headers.get(name) for name in HEADERS} == HEADERS, (method, path)
        assert "<script" not in answered.text
        assert "style=" not in answered.text


async def test_a_database_that_is_away_is_said_and_nothing_is_let_in(empty: Front, tmp_path: Path) -> None:
    link = await empty.link()
    await empty.sign_in()
    damage(tmp_path)
    for method, path in (("POST", link), ("GET", FIGURES)):
        answered = await empty.client.request(method, path)
        assert answered.status_code == 503
        assert {name: answered.headers.get(name) for name in HEADERS} == HEADERS
