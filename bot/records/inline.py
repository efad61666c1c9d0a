"""A list that is glued into a paragraph: parted where its signs leave no doubt that it is one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.records.lines import Block
from bot.records.signs import CLEAR_BULLETS, Sign

_BULLETS = re.compile(rf"\s*(?:(?<=\s)|(?<=:)|(?<=[.;]))([{CLEAR_BULLETS}])\s*")
_NUMBERS = re.compile(
    r"(?:^|(?<=[.;:)\]])\s+|(?<=[.;:])(?=\d{1,2}[.)]\s))\(?(?P<after_stop>\d{1,2})[.)]\s+(?=[^\W\d_]|[<>≥≤(])|"
    r"\s+\(?(?P<capital>\d{1,2})(?:\)\s*|\.\s+)(?=[A-ZÁÉÍÓÚÑ¿<>≥≤])"
)
_WITHIN = re.compile(
    r"(?:^|[\s(:;,])\(?(?:(?P<number>\d{1,2})(?:[.)]\s|\)|-(?=[^\W\d]))|(?P<letter>[a-zA-Z])[.)]\s|(?P<roman>i{1,3}|iv|v)\)\s?)"
)
_LEAST = 2


def parted(block: Block, indent: int) -> Iterator[Block]:
    """The block, or the blocks that stand in it."""
    words = block.words
    bullets = list(_BULLETS.finditer(words))
    if bullets:
        yield from _at_bullets(block, words, bullets, indent)
        return
    places = list(_sequence(block, words))
    if not places:
        yield block
        return
    if places[0][0] > 0:
        yield replace(block, raw=words[: places[0][0]].strip())
    close = words[places[0][1] - 1 : places[0][1]]
    own = block.sign is not None
    for at, (_start, end, label) in enumerate(places):
        upto = places[at + 1][0] if at + 1 < len(places) else len(words)
        style = block.sign.style if own and block.sign else f"number0{close}"
        yield replace(
            block, sign=Sign(style, str(label), 0), raw=words[end:upto].strip(), glued=True, broken=False, apart=False
        )


def _at_bullets(block: Block, words: str, found: list[re.Match[str]], indent: int) -> Iterator[Block]:
    """Characters that are bullets and nothing else part a text wherever they stand."""
    head = words[: found[0].start()].strip()
    if head:
        yield replace(block, raw=head)
    deeper = indent + 1 if head and block.sign is not None else indent
    for at, one in enumerate(found):
        upto = found[at + 1].start() if at + 1 < len(found) else len(words)
        rest = words[one.end() : upto].strip()
        if rest:
            yield replace(
                block, indent=deeper, content=deeper + 2, sign=Sign(f"bullet {one[1]}", "", 0), raw=rest, glued=True
            )


def _sequence(block: Block, words: str) -> Iterator[tuple[int, int, int]]:
    """Where `1.`, `2.`, `3.` follow one another: start, end of the label, and the number.

    In a paragraph they begin with 1; in an item with a number of its own they go on with it.
    """
    wanted = block.sign.order + 1 if block.sign and block.sign.style.startswith("number") else 1
    if block.sign is not None and wanted == 1:
        return
    found = []
    for one in _NUMBERS.finditer(words):
        if int(one["after_stop"] or one["capital"]) == wanted:
            found.append((one.start(), one.end(), wanted))
            wanted += 1
    if len(found) >= (1 if block.sign else _LEAST):
        yield from found


def enumerates(words: str, order: int = 0) -> str:
    """The labels of a list inside an item, such as `a b c`, if there is one; `order`: where the item's own label stands."""
    labels = list(_WITHIN.finditer(words))
    for group in ("number", "letter", "roman"):
        found = [one[group] for one in labels if one[group]]
        for first in (0, order) if group == "number" else (0,):
            run = _run(found, first)
            if len(run) >= _LEAST:
                return " ".join(run)
    return ""


def _run(labels: list[str], first: int) -> list[str]:
    """The labels that follow one another; `first`: the one before them, which stands elsewhere."""
    run, wanted = [str(first)] if first else [], first + 1
    for label in labels:
        at = (
            int(label)
            if label.isdigit()
            else len(label)
            if set(label) <= {"i"} and len(label) > 1
            else ord(label[0].lower()) - 96
        )
        if at == wanted or (label.lower() == "i" and wanted == 1):
            run.append(label)
            wanted += 1
    return run
