"""How much there is to read and to tap: `PYTHONPATH=.:tests:tests/conversation python tests/measure_words.py [--no-browser]`.

Words are those that are seen: not header, footer, earlier answers (bubbles), nor what is folded, which is counted apart.
In Chromium, at 360 x 640, it looks whether verdict and reason of every result stand above the fold, and at 360 x 740 all
answers of every question.
"""

import gzip
import sys

from measure_look import LOW, LOWEST, PHONE, Tab, chromium
from measured import ANSWERS, CONVERSATION, Seen, Walk, frame, page_of, results, subject_of
from playwright.sync_api import Browser
from talk import FITS_A, FITS_BOTH, MOMENT, A, B

from bot.faces.web.static_files import STATIC
from criteria.languages import LANGUAGES, Language

HELD: list[bool] = []


def told(what: str, figure: float, most: float | None = None, *, least: bool = False) -> None:
    """Print one figure, and whether it holds."""
    holds = most is None or (figure >= most if least else figure <= most)
    HELD.append(holds)
    goal = "" if most is None else f"  ({'at least' if least else 'at most'} {most:g}{'' if holds else ': NOT HELD'})"
    print(f"  {what:<58}{figure:>8g}{goal}")


def figures(language: Language) -> None:
    """All that needs no browser."""
    print(f"\n{language}: visible words")
    ways = {name: Walk(language).go_through(*person) for name, person in ANSWERS.items()}
    posters = {
        name: Walk(language, subject_of(study)).go_through(study, answers) for name, (study, answers) in ANSWERS.items()
    }
    told("before the first question, from the welcome", ways["A fits"].before_questions, 150)
    told("before the first question, from the welcome, both studies", ways["both fit"].before_questions)
    told("before the first question, from a poster", posters["A fits"].before_questions, 110)
    told("the notice, one study", len(posters["A fits"].cards[0][2].seen), 90)
    told("the notice, both studies", len(posters["both fit"].cards[0][2].seen), 90)
    told("folded on the notice", len(posters["A fits"].cards[0][2].folded))
    questions = [frame(card, seen) for way in ways.values() for _, card, seen in way.cards if card.question]
    told("on a question beyond its own, most", max(questions), 12)
    told("folded on a question, most", max(len(s.folded) for w in ways.values() for _, c, s in w.cards if c.question))
    pages = [Seen(page_of(state)) for study in (A, B, "all") for state in results(study, language)]
    alone = [Seen(page_of(state)) for study in (A, B) for state in results(study, language)]
    told("results that can be reached", len(pages))
    told("to the verdict and its reason, most", max(map(verdict_and_reason, alone)), 40)
    told("to those of the first of several studies, most", max(map(verdict_and_reason, pages)))
    told("on a result before the folds, most", max(page.marks.get("fold", len(page.seen)) for page in pages), 160)
    told("on a result in all but the folds, most", max(len(page.seen) for page in pages))
    told("folded on a result, most", max(len(page.folded) for page in pages))
    for name, way in ways.items():
        told(f"whole way, {name}", way.total)
        told(f"whole way from a poster, {name}", posters[name].total)
    print(f"{language}: taps")
    told("A fits", ways["A fits"].taps, 17)
    told("A fits, from a poster", posters["A fits"].taps, 16)
    told("biopsy too old", ways["biopsy too old"].taps, 6)
    told("biopsy too old, from a poster", posters["biopsy too old"].taps, 4)
    told("both fit", ways["both fit"].taps)
    print(f"{language}: bytes")
    first = CONVERSATION.start(language, MOMENT)
    told("HTML of the first page", len(page_of(first).encode()), 4096)
    told("HTML of a poster's page", len(page_of(posters["A fits"].cards[0][0]).encode()))


def verdict_and_reason(page: Seen) -> int:
    """Behind how many words the verdict and, where there is one, its reason have been read."""
    return max(page.marks.get("verdict", 999), page.marks.get("reason", 0))


def styles() -> None:
    """The style sheets, as they travel."""
    sheets = [file.content for name, file in STATIC.items() if name.endswith(".css")]
    print("\nall languages")
    told("style sheets, compressed", sum(len(gzip.compress(one, 9)) for one in sheets), 4096)


def offsets(browser: Browser, language: Language) -> None:
    """Where verdict, reason and answers end, from the top of the window."""
    print(f"\n{language}: offsets in px")
    low = Tab(browser, LOW)
    for study in (A, B, "all"):
        ends = []
        for state in results(study, language):
            page = low.show(state)
            end = page.evaluate(LOWEST, "[data-part]")
            if end < 0:
                end = page.evaluate(LOWEST, ".strong, .result > ul:first-of-type > li:first-child")
            ends.append(end)
        told(f"verdict and reason, {study}, {len(ends)} results", round(max(ends)), LOW[1])
        told(f"  above the fold, share, {study}", sum(one <= LOW[1] for one in ends) / len(ends))
    low.close()
    phone = Tab(browser, PHONE)
    ends = []
    for study, answers in ((A, FITS_A), (B, FITS_BOTH), ("all", FITS_BOTH)):
        way = Walk(language, subject_of(study)).go_through(study, answers)
        for state, card, _ in way.cards:
            if card.question:
                ends.append((phone.show(state).evaluate(LOWEST, "[data-answer]"), card.question))
    phone.close()
    told(f"answers at 360 x 740, lowest ({max(ends)[1]})", round(max(ends)[0]), PHONE[1])
    told("questions whose answers do not all fit", sum(one > PHONE[1] for one, _ in ends), 0)


def main() -> None:
    """Print the figures; exit 1 where one of the goals is not held."""
    for language in reversed(LANGUAGES):
        figures(language)
    styles()
    if "--no-browser" not in sys.argv:
        with chromium() as browser:
            for language in reversed(LANGUAGES):
                offsets(browser, language)
    raise SystemExit(0 if all(HELD) else 1)


if __name__ == "__main__":
    main()
