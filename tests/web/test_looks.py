"""Every kind of card in Chromium, as people see it who need it larger, wider set, zoomed: nothing sideways, cut, broken or covered."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from measure_look import PHONE, Tab, chromium, kinds
from playwright.sync_api import Browser

from criteria.languages import LANGUAGES, Language

ZOOMED = (320, 256)
"""What a window of 1280 x 1024 is at 400 %."""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
LOOKS = {
    "as it is": (PHONE, "", False),
    "larger type": (PHONE, "", True),
    "text of twice the size": (PHONE, "html { font-size: 200% }", False),
    "text spacing": (PHONE, SPACED, False),
    "400 % zoom": (ZOOMED, "", False),
    "400 % zoom and larger type": (ZOOMED, "", True),
}
"""The window, a style that a person may set, and whether larger type is wished (WCAG 2.2: 1.4.4, 1.4.10, 1.4.12)."""
DRESS = """([style, larger]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  document.documentElement.classList.toggle("large", larger);
  document.querySelector("#now").scrollIntoView();
}"""
FAULTS = r"""() => {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push("it scrolls sideways");
  const shown = one => one.checkVisibility() && !one.closest(".unseen")
    && (!one.closest("details:not([open])") || one.closest("summary"));
  const all = [...document.querySelectorAll("h1, h2, h3, p, li, button, a, summary, small, .left")].filter(shown)
    .map(one => ({one, box: one.getBoundingClientRect(), top: !!one.closest(".top"), name: `"${one.textContent.trim().slice(0, 40)}"`}))
    .sort((one, other) => one.box.top - other.box.top);
  all.forEach(({one, box, top, name}, at) => {
    if (box.left < 0 || box.right > innerWidth + 1) found.push(`${name} is cut`);
    if (one.localName === "button" && (box.width < 44 || box.height < 44)) found.push(`${name} is small`);
    for (let next = at + 1; next < all.length && all[next].box.top < box.bottom - 1; next++) {
      const other = all[next];
      if (top === other.top && Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1
        && !one.contains(other.one) && !other.one.contains(one)) found.push(`${name} overlaps ${other.name}`);
    }
  });
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (texts.nextNode()) {
    const {data, parentElement} = texts.currentNode;
    if (!data.trim() || !shown(parentElement)) continue;
    range.selectNodeContents(texts.currentNode);
    if (range.getClientRects().length < 2) continue;
    for (const word of data.replace(/\S*(@|:\/\/)\S*/g, address => "-".repeat(address.length)).matchAll(/\p{L}{2,}/gu)) {
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1 && (word[0].length < 14 || innerWidth / parseFloat(getComputedStyle(document.documentElement).fontSize) > 14)) found.push(`"${word[0]}" is broken`);
    }
  }
  const bar = document.querySelector(".top"), under = bar.getBoundingClientRect().bottom;
  const card = document.querySelector("h1").closest(".bubble, .bare").getBoundingClientRect().top;
  if (card < Math.max(0, under)) found.push("the edge of the card is covered");
  if (card > Math.max(0, under) + innerHeight / 3) found.push("the card is far down");
  if (getComputedStyle(bar).position === "sticky" && bar.offsetHeight > innerHeight / 8) found.push("the bar takes too much");
  return found;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_card_is_whole(browser: Browser, language: Language) -> None:
    tab = Tab(browser, PHONE)
    found = {}
    for name, state in kinds(language):
        page = tab.show(state)
        for look, ((width, height), *dress) in LOOKS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate(DRESS, dress)
            found[name, look] = page.evaluate(FAULTS)
    tab.close()
    assert {where: faults for where, faults in found.items() if faults} == {}


def test_larger_type_takes_effect_on_the_screen_and_not_on_paper(browser: Browser) -> None:
    tab = Tab(browser, PHONE)
    question = dict(kinds("es"))["question"]
    size = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    usual = tab.show(question).evaluate(size)
    page = tab.show(replace(question, wished=True))
    assert page.evaluate(size) >= 1.3 * usual
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22.4px"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "16px"
    tab.close()
