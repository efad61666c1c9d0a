"""The pages as a program sees them: what stands on them, what they never hold, and where they lead."""

import re
from html import unescape

import httpx
import pytest
from webchat import HEADERS, A, B, Page, Visitor, World, texts

from bot.conversation.state import Screen
from bot.faces.web.participant.pages import KINDS
from criteria.languages import LANGUAGES

pytest_plugins = ["web_fixtures"]
WORDING = texts()
LARGEST_PAGE = 50_000
TITLES = {
    language: {WORDING.say(language, "web-title", page=WORDING.say(language, f"web-page-{kind}")) for kind in KINDS}
    for language in LANGUAGES
}


def title(page: Page) -> str:
    found = re.search(r"<title>(.*?)</title>", page.response.text)
    assert found
    return found[1]


def keeps_the_rules(page: Page) -> None:
    """What every page of the chat promises."""
    response = page.response
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert len(response.content) <= LARGEST_PAGE
    assert "set-cookie" not in response.headers
    assert not page.all("script")
    assert not page.all("style")
    assert not page.all("iframe")
    assert not [found for _, found in page.elements if "style" in found or any(name[:2] == "on" for name in found)]
    (html,) = page.all("html")
    assert unescape(title(page)) in TITLES[html["lang"]]
    assert len(page.all("h1")) == 1
    assert [one for one in page.all("form") if one["action"] == "/finish"]
    assert len(page.all("button", "data-forward")) <= (0 if page.question else 1)
    for one in page.all("a") + page.all("img") + page.all("link"):
        assert re.match(r"/|https://|\?lang=", one.get("href") or one["src"])


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "es"),
        ("fr, de;q=0.5", "en"),
        ("ca-ES, fr;q=0.9", "es"),
        ("fr, gl;q=0.4, en;q=0.2", "es"),
        ("QU", "es"),
        ("en-GB,en;q=0.9,es;q=0.8", "en"),
        ("es-CL, en;q=0.5", "es"),
        ("en;q=0.2, es-ES;q=0.9", "es"),
        ("fr, en;q=0.1", "en"),
        ("EN", "en"),
        ("en;q=0", "es"),
        ("en;q=many", "es"),
        ("*", "es"),
        (",;=,;q=,en;x=1", "es"),
        ("nan, en;q=nan", "en"),
    ],
)
async def test_the_first_page_speaks_the_language_that_the_browser_likes(
    visitor: Visitor, accepted: str, language: str
) -> None:
    page = await visitor.open("/", **{"accept-language": accepted})
    assert page.all("html")[0]["lang"] == language
    keeps_the_rules(page)


@pytest.mark.parametrize("path", ["/", f"/s/{A}"])
async def test_the_address_may_name_the_language(visitor: Visitor, path: str) -> None:
    assert (await visitor.open(f"{path}?lang=en")).all("html")[0]["lang"] == "en"
    assert (await visitor.open(f"{path}?lang=es", **{"accept-language": "en"})).all("html")[0]["lang"] == "es"
    assert (await visitor.open(f"{path}?lang=xx", **{"accept-language": "en"})).all("html")[0]["lang"] == "en"


@pytest.mark.parametrize("path", ["/nothing", "/c/x/y", f"/c/{'A' * 22}/{'A' * 64}"])
async def test_an_error_can_be_read_in_the_other_language(visitor: Visitor, path: str) -> None:
    page = await visitor.open(path, **{"accept-language": "es"})
    (other,) = page.all("a", "hreflang")
    assert (other["href"], page.all("html")[0]["lang"]) == ("?lang=en", "es")
    again = await visitor.open(path + other["href"], **{"accept-language": "es"})
    assert again.all("html")[0]["lang"] == "en"
    keeps_the_rules(again)


async def test_notice_question_and_result_can_be_read_in_the_other_language(visitor: Visitor) -> None:
    await visitor.open(f"/s/{A}?lang=en")
    for language in ("es", "en"):
        page = await visitor.press("data-way", language)
        assert page.all("html")[0]["lang"] == language
    await visitor.press("data-forward")
    assert (await visitor.press("data-way", "es")).question == "lupus_kidney"
    await visitor.answer_all()
    before = visitor.page.all("section", "data-verdict")
    assert (await visitor.press("data-way", "en")).all("section", "data-verdict") == before
    assert visitor.page.all("html")[0]["lang"] == "en"


async def test_a_button_in_the_other_language_says_so(visitor: Visitor) -> None:
    page = await visitor.open("/?lang=en")
    buttons = {one.get("lang", "") for one in page.all("button", "value")}
    assert buttons == {"", "es"}
    assert (await visitor.press("data-way", "es")).all("html")[0]["lang"] == "es"


@pytest.mark.parametrize("language", ["en", "es"])
async def test_every_page_of_a_whole_conversation_keeps_the_rules(visitor: Visitor, language: str) -> None:
    await visitor.open(f"/s/{A}?lang={language}")
    keeps_the_rules(visitor.page)
    await visitor.press("data-forward")
    while visitor.page.question is not None:
        keeps_the_rules(visitor.page)
        assert visitor.page.answers[-1] == "unsure"
        assert [one["class"] for one in visitor.page.all("details") if one["class"] != "folded"] == ["help"]
        await visitor.press("data-answer", "unsure")
    keeps_the_rules(visitor.page)
    (result,) = visitor.page.all("section", "data-study")
    assert (result["data-study"], result["data-verdict"]) == (A, "likely_eligible")
    end = visitor.page
    for value in ("sheet", "review", "choice"):
        visitor.page = end
        keeps_the_rules(await visitor.press("data-choice", value))
    for way in ("topics", "menu"):
        visitor.page = end
        keeps_the_rules(await visitor.press("data-way", way))


async def test_both_studies_show_a_result_each(visitor: Visitor) -> None:
    await visitor.begin()
    page = await visitor.answer_all(lupus_kidney="no_lupus")
    found = {one["data-study"]: one["data-verdict"] for one in page.all("section", "data-study")}
    assert found == {A: "ineligible", B: "ineligible"}


async def test_the_earlier_answers_stand_as_bubbles_that_can_be_changed(visitor: Visitor) -> None:
    await visitor.begin(f"/s/{A}?lang=en")
    await visitor.press("data-answer", "kidneys")
    await visitor.press("data-answer", ">=18")
    page = visitor.page
    assert [one["data-change"] for one in page.all("button", "data-change")] == ["lupus_kidney", "age"]
    changed = await visitor.press("data-change", "age")
    assert changed.question == "age"
    marked = [one["data-answer"] for one in changed.all("button", "aria-current")]
    assert marked == [">=18"]
    assert "your answer now" in changed.text


async def test_progress_is_told_in_words(visitor: Visitor) -> None:
    page = await visitor.begin(f"/s/{A}?lang=en")
    assert re.search(r"Up to \d+ left", page.text)


@pytest.mark.parametrize("spelling", [A, A.lower(), "nct03673748"])
async def test_a_posters_link_opens_its_study(visitor: Visitor, spelling: str) -> None:
    page = await visitor.open(f"/s/{spelling}?lang=en&c=poster")
    assert A in page.text
    assert (await visitor.press("data-forward")).question == "lupus_kidney"


async def test_the_channel_of_a_link_stays_with_the_conversation(visitor: Visitor, world: World) -> None:
    for name, number in (("poster", 77), ("nobody", 0)):
        await visitor.open(f"/s/{A}?c={name}")
        await visitor.press("data-forward")
        assert world.reached[-1][0].channel == number


async def test_only_a_tap_is_reported_and_never_a_look(visitor: Visitor, world: World) -> None:
    await visitor.begin(f"/s/{A}?lang=en")
    assert len(world.reached) == 1
    address = (await visitor.press("data-answer", "kidneys")).response.url
    assert len(world.reached) == 2
    for _ in range(3):
        await visitor.open(str(address))
    assert len(world.reached) == 2


async def test_a_double_tap_leads_to_the_same_page(visitor: Visitor) -> None:
    await visitor.begin(f"/s/{A}?lang=en")
    page = visitor.page
    places = [
        (await visitor.client.post(page.action, data={"t": page.ticket("data-answer", "kidneys")})).headers["location"]
        for _ in range(2)
    ]
    assert places[0] == places[1]


async def test_equal_answers_of_two_people_make_different_addresses(visitor: Visitor) -> None:
    addresses = set()
    for _ in range(2):
        await visitor.begin(f"/s/{A}?lang=en")
        addresses.add((await visitor.press("data-answer", "kidneys")).response.url.path)
    assert len(addresses) == 2
    assert not set.intersection(*({*address.split("/")} - {"", "c"} for address in addresses))


async def test_the_way_back_lands_on_the_present_card(visitor: Visitor) -> None:
    page = await visitor.open(f"/s/{A}?lang=en")
    response = await visitor.client.post(page.action, data={"t": page.ticket("data-forward")})
    place = response.headers["location"]
    assert re.fullmatch(r"/c/[\w-]{22}/[\w-]{64}#now", place)
    assert response.status_code == 303
    assert (await visitor.client.get(place.replace("#", "%23"))).status_code == 200
    (heading,) = (await visitor.open(place)).all("h1")
    assert heading == {"id": "now", "tabindex": "-1", "autofocus": ""}


async def test_finishing_on_a_page_of_no_conversation_says_goodbye_in_its_language(visitor: Visitor) -> None:
    for language in ("en", "es"):
        page = await visitor.open(f"/bye?lang={language}", **{"accept-language": "de"})
        (hidden,) = page.all("input")
        response = await visitor.client.post("/finish", data={hidden["name"]: hidden["value"]})
        assert (response.status_code, response.headers["location"]) == (303, f"/bye?lang={language}")
        assert page.all("html")[0]["lang"] == language
        assert page.response.headers["clear-site-data"] == '"cache"'
        keeps_the_rules(page)


async def test_only_static_files_may_be_kept(client: httpx.AsyncClient) -> None:
    page = Page(await client.get("/"))
    for one in page.all("link"):
        response = await client.get(one["href"])
        assert response.status_code == 200
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert {name: response.headers[name] for name in HEADERS if name != "cache-control"}.items() <= HEADERS.items()
        assert (await client.get(one["href"].partition("?")[0])).headers["cache-control"] == "no-cache"


async def test_programs_find_what_is_for_robots(client: httpx.AsyncClient) -> None:
    assert "Disallow: /c/" in (await client.get("/robots.txt")).text
    assert (await client.head("/")).status_code == 200


async def test_the_state_on_a_page_is_never_the_action_of_its_buttons(visitor: Visitor, world: World) -> None:
    await visitor.begin(f"/s/{A}?lang=en")
    await visitor.press("data-way", "menu")
    assert world.reached[-1][0].screen is Screen.MENU
    assert visitor.page.response.status_code == 200


async def test_private_answers_are_folded_and_the_others_are_not(visitor: Visitor) -> None:
    await visitor.begin(f"/s/{A}?lang=en")
    page = await visitor.answer_all()
    shown, folded = page.response.text.split('<details class="folded">')[0], page.response.text.split("</details>")[0]
    private = [one["data-change"] for one in page.all("button", "data-change")][-3:]
    assert set(private) == {"cancer", "childbearing", "infections"}
    for question in private:
        assert f'data-change="{question}"' not in shown
        assert f'data-change="{question}"' in folded
    assert 'data-change="age"' in shown
