"""How many A4 pages the script of each shipped study has in each language, printed by Chromium; at most 25 are wanted.

Run by hand: `python tests/bench_script.py FOLDER` also leaves the files there, to be looked at.
"""

import re
import sys
from pathlib import Path

from committee import made
from playwright.sync_api import sync_playwright
from studies import SANTIAGO, SHIPPED, VALLADOLID

from bot.script.document import languages
from bot.script.html import html
from bot.script.word import word
from criteria.languages import LANGUAGES

MOST = 25
PAGE = re.compile(rb"/Type\s*/Page[^s]")


def main(folder: Path) -> None:
    """Print and count."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for study in (VALLADOLID, SANTIAGO):
            found = SHIPPED.find(study)
            for language in languages(found[0]) if found else LANGUAGES:
                script = made(SHIPPED, study, language)
                path = folder / f"{study}-{language}.html"
                path.write_text(html(script), encoding="utf-8")
                path.with_suffix(".docx").write_bytes(word(script))
                page = browser.new_page()
                page.goto(path.resolve().as_uri())
                printed = page.pdf(path=path.with_suffix(".pdf"), prefer_css_page_size=True, print_background=True)
                count = len(PAGE.findall(printed))
                print(f"{study} {language}: {count} pages{'' if count <= MOST else ', too many'}")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
