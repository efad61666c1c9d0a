"""Finish and clear: a conversation's addresses close, as those that have expired do, and nothing tells the two apart."""

import httpx
import pytest
from restructured import restructured
from studies import LUPUS
from test_pages import keeps_the_rules
from webchat import A, B, Page, Visitor, World, application, texts

from bot.faces.web.participant.cleared import Cleared
from criteria.catalogue import Catalogue
from criteria.condition import StudyId

pytest_plugins = ["web_fixtures"]
START = 495_000


async def finish(visitor: Visitor, page: Page, **other: str) -> Page:
    """Press "Finish and clear" on a page."""
    fields = {one["name"]: one["value"] for one in page.all("input")} | other
    response = await visitor.client.post("/finish", data=fields)
    assert response.status_code == 303
    return await visitor.open(response.headers["location"])


@pytest.mark.parametrize("language", ["en", "es"])
async def test_after_finishing_no_address_of_the_conversation_opens_and_the_page_says_what_remains(
    visitor: Visitor, language: str
) -> None:
    first = await visitor.begin(f"/s/{A}?lang={language}")
    second = await visitor.press("data-answer", "kidneys")
    said = await finish(visitor, second)
    keeps_the_rules(said)
    assert said.response.headers["clear-site-data"] == '"cache"'
    assert texts().say(language, "web-cleared-2", hours=72) in said.text
    for page in (first, second):
        for response in (
            await visitor.client.get(page.response.url.path),
            await visitor.client.post(page.action, data={"t": page.ticket("data-answer")}),
        ):
            gone = Page(response)
            assert response.status_code == 410
            keeps_the_rules(gone)
            assert gone.all("html")[0]["lang"] == language
            assert A not in gone.text


async def test_cleared_and_expired_pages_are_the_same_page(visitor: Visitor, world: World) -> None:
    cleared = await visitor.begin(f"/s/{A}?lang=en")
    await finish(visitor, cleared)
    other = await visitor.begin(f"/s/{B}?lang=en")
    one = (await visitor.client.get(cleared.response.url.path)).content
    world.hour += 73
    assert (await visitor.client.get(other.response.url.path)).content == one
    assert (await visitor.client.get(cleared.response.url.path)).content == one
    assert (await visitor.client.post(other.action, data={"t": other.ticket("data-answer")})).content == one


async def test_an_address_opens_for_the_hours_that_are_set(visitor: Visitor, world: World) -> None:
    page = await visitor.begin(f"/s/{A}?lang=en")
    world.hour += 72
    assert (await visitor.open(page.response.url.path)).question == page.question
    world.hour += 1
    assert (await visitor.client.get(page.response.url.path)).status_code == 410


async def test_only_a_ticket_that_opens_clears_and_only_its_own_conversation(visitor: Visitor) -> None:
    mine = await visitor.begin(f"/s/{A}?lang=en")
    theirs = await visitor.begin(f"/s/{A}?lang=en")
    fields = {one["name"]: one["value"] for one in mine.all("input")}
    foreign = {one["name"]: one["value"] for one in theirs.all("input")}
    for wrong in ({"t": foreign["t"]}, {"t": "A" * 64}, {"c": "x"}):
        assert (await visitor.client.post("/finish", data=fields | wrong)).status_code == 400
    assert (await visitor.open(mine.response.url.path)).question == mine.question
    await finish(visitor, theirs)
    assert (await visitor.open(mine.response.url.path)).question == mine.question
    forged = f"{theirs.response.url.path[:-4]}AAAA"
    assert (await visitor.client.get(forged)).status_code == 400


async def test_changed_definitions_stay_a_kind_restart_unless_it_was_cleared(visitor: Visitor, world: World) -> None:
    page = await visitor.begin(f"/s/{B}?lang=en")
    changed = application(Catalogue({LUPUS.id: restructured(LUPUS, StudyId(B))}), world)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(changed), base_url="http://chat") as client:
        for response in (
            await client.get(page.response.url.path),
            await client.post(page.action, data={"t": page.ticket("data-answer")}),
        ):
            assert response.status_code == 200
            again = Page(response)
            keeps_the_rules(again)
            assert again.all("html")[0]["lang"] == "en"
            assert B in again.text
            assert again.all("p", "role")[0]["role"] == "status"
            assert again.action != page.action
        await client.post("/finish", data={one["name"]: one["value"] for one in page.all("input")})
        assert (await client.get(page.response.url.path)).status_code == 410


async def test_each_footer_says_what_is_true_on_its_page(visitor: Visitor) -> None:
    say = texts().say
    assert say("en", "web-footer-first") in (await visitor.open(f"/s/{A}?lang=en")).text
    assert say("en", "web-footer-held", hours=72) in (await visitor.press("data-forward")).text
    for path in ("/bye?lang=en", "/cleared?lang=en", "/nothing?lang=en"):
        assert say("en", "web-footer-said") in (await visitor.open(path)).text


def test_what_is_held_is_bounded_forgets_and_names_nobody() -> None:
    cleared = Cleared(hours=72, most=3)
    people = [b"web:%d" % number for number in range(5)]
    for one in people:
        cleared.add(one, START)
    assert [cleared.holds(one, START) for one in people] == [False, False, True, True, True]
    assert not any(one in repr(vars(cleared)).encode() for one in people)
    assert cleared.holds(people[4], START + 72)
    assert not cleared.holds(people[4], START + 73)
    assert not vars(cleared)["_until"]


def test_another_process_does_not_know_what_was_cleared() -> None:
    one, other = Cleared(72), Cleared(72)
    one.add(b"web:1", START)
    assert not other.holds(b"web:1", START)
