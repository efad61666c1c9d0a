"""Larger type on request: wished in the menu or by an address, in force on every page from there on, and told of."""

import pytest
from test_finishing import finish
from test_pages import keeps_the_rules
from webchat import A, Page, Visitor, World, texts

from bot.faces.web.participant.together import together
from criteria.languages import LANGUAGES, Language

pytest_plugins = ["web_fixtures"]
ALREADY = "/?lang=es&type=large"


def is_larger(page: Page) -> bool:
    keeps_the_rules(page)
    (html,) = page.all("html")
    return html.get("class") == "large"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_menu_has_it_and_every_page_keeps_it_until_it_is_taken_back(
    visitor: Visitor, language: Language
) -> None:
    await visitor.begin(f"/s/{A}?lang={language}")
    menu = await visitor.press("data-way", "menu")
    assert not is_larger(menu)
    assert texts().say(language, "menu-larger-type") in menu.text
    page = await visitor.press("data-choice", "wish")
    assert page.question is not None, "the question goes on"
    for attribute, value in (("data-answer", "kidneys"), ("data-change", None), ("data-way", "menu")):
        assert is_larger(page)
        page = await visitor.press(attribute, value)
    assert texts().say(language, "menu-larger-type-off") in page.text
    page = await visitor.press("data-choice", "wish")
    assert page.question is not None
    assert not is_larger(page)


async def test_it_lasts_from_the_first_page_to_the_result_and_the_farewell(visitor: Visitor) -> None:
    assert is_larger(await visitor.open(ALREADY))
    await visitor.begin(ALREADY)
    result = await visitor.answer_all()
    assert result.all("section", "data-verdict")
    assert is_larger(result)
    assert is_larger(await finish(visitor, result))
    assert [one["href"] for one in visitor.page.all("a", "href") if one["href"].startswith("/?")] == [ALREADY] * 2


@pytest.mark.parametrize(
    "path", ["/", f"/s/{A}", "/i/lupus_nephritis", "/accessibility", "/bye", "/cleared", "/nothing"]
)
async def test_any_address_may_ask_for_it(visitor: Visitor, path: str) -> None:
    assert is_larger(await visitor.open(f"{path}?lang=en&type=large"))
    assert not is_larger(await visitor.open(f"{path}?lang=en"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_accessibility_statement_says_how_and_shows_it(visitor: Visitor, language: Language) -> None:
    page = await visitor.open(f"/accessibility?lang={language}")
    for name in ("way-menu", "menu-larger-type"):
        assert texts().say(language, name) in page.text.replace(texts().say(language, "web-reach"), "")
    (switch,) = [one["href"] for one in page.all("a", "href") if one["href"].startswith("?") and "type" in one["href"]]
    larger = await visitor.open(f"/accessibility{switch}")
    assert is_larger(larger)
    assert f"/?lang={language}&type=large" in [one["href"] for one in larger.all("a", "href")]
    assert texts().say(language, "menu-larger-type-off") in larger.text


async def test_it_counts_for_nothing(visitor: Visitor, world: World) -> None:
    """Neither an answer nor a question moves with it."""
    await visitor.begin(f"/s/{A}?lang=en")
    before = (await visitor.press("data-answer", "kidneys")).question
    await visitor.press("data-way", "menu")
    assert (await visitor.press("data-choice", "wish")).question == before
    assert world.reached[-1][0].answers == {"lupus_kidney": "kidneys"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hace menos de 6 meses", "Hace menos de 6~meses"),
        ("De 18 a 75 años", "De 18~a~75~años"),
        ("El 11 de agosto de 2025 y 6 más", "El 11~de~agosto~de~2025 y 6~más"),
        ("Registered on August 11, 2025", "Registered on August~11,~2025"),
        ("(31 jul 2025: sí)", "(31~jul~2025: sí)"),
        ("40 ml/min/1,73 m² o más", "40~ml/min/1,73~m² o más"),
        ("terminado en -pril o -sartán", "terminado en -+pril o -+sartán"),
        ("al 400 % y más", "al 400~% y más"),
        ("Valladolid, España · Chile", "Valladolid, España~· Chile"),
        ("<6", "<6"),
        (7, 7),
    ],
)
def test_a_number_and_what_it_counts_stay_on_a_line(text: object, kept: object) -> None:
    found = together(text)
    assert (
        found.replace("\N{NO-BREAK SPACE}", "~").replace("\N{WORD JOINER}", "+") if isinstance(found, str) else found
    ) == kept
