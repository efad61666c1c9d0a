"""Blocks become headings, items and sub-items; what the text leaves open becomes a doubt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.records import headings
from bot.records.inline import parted
from bot.records.lines import Block, blocks
from bot.records.pieces import Doubt, Heading, Item, Kind, Numbering, Outline, Piece, Trap, cut, first_words

MOST_NEUTRAL, MOST_FOOTER, MOST_TITLE = 12, 16, 6
"""Words of a heading that names no list, of a footer, of a title without a colon."""


def outline(text: str, *, markdown: bool = False, kind: Kind | None = None) -> Outline:
    """A whole text of criteria; `kind`: the list that it is, where the record keeps its lists apart."""
    reader = _Reader(kind, kind=kind or Kind.INCLUSION)
    found = [part for block in blocks(text, markdown=markdown) for part in _parts(block)]
    signed = sum(block.sign is not None for block in found)
    for at, block in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        reader.take(block, after, listed=signed > 0)
    return reader.finished()


def _parts(block: Block) -> Iterator[Block]:
    """A block, parted where a heading or a list is glued into it."""
    stretches = headings.glued_headings(block.words)
    for number, words in enumerate(stretches):
        first = number == 0
        sign = block.sign if first else None
        found = headings.list_heading(words, signed=sign is not None)
        if found and found[2]:
            yield replace(block, sign=None, raw=found[1], glued=not first)
            again = blocks(found[2])
            for one in again:
                one.indent, one.content, one.apart = block.indent, block.content, True
                one.glued = one.sign is None or len(again) > 1
                yield from parted(one, block.indent)
        elif first:
            yield from parted(block if len(stretches) == 1 else replace(block, raw=words), block.indent)
        else:
            yield replace(block, sign=None, raw=words, glued=True)


@dataclass
class _Open:
    """A signed block whose sub-items may follow."""

    indent: int
    style: str
    stem: bool


@dataclass
class _Reader:
    """Takes one block after another."""

    fixed: Kind | None
    pieces: list[Piece] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    numbering: Numbering = field(default_factory=Numbering)
    path: list[_Open] = field(default_factory=list)
    about_next: list[Doubt] = field(default_factory=list)
    """Of headings whose item has not come yet."""
    waiting: list[int] = field(default_factory=list)
    """Places of headings whose item has not come yet."""
    kind: Kind = Kind.INCLUSION
    named: set[Kind] = field(default_factory=set)
    unsigned: list[str] = field(default_factory=list)
    signed: bool = False
    """Of the present list: items without a sign, and whether there are any with one."""
    began: bool = False
    """Whether an item has come since the heading of the present list."""
    glued: bool = False
    """Whether the last item was parted from a paragraph: a run of them is told once."""
    before: int = 0
    """The record's own number of the last item at the top of the list."""
    run: bool = False
    """Whether the last item was a paragraph without a sign: a run of them is told once, too."""

    def take(self, block: Block, after: Block | None, *, listed: bool) -> None:
        words = block.words
        none = headings.says_none(words) and not (after and after.sign and block.sign)
        found = None if none else headings.list_heading(words, signed=block.sign is not None)
        if found and not found[2]:
            self._list(found[0], words, block)
        elif (
            not none
            and block.sign is None
            and len(words.split()) <= MOST_NEUTRAL
            and (neutral := headings.neutral_heading(words))
        ):
            self._list(neutral, words, block, plain=False)
        elif none:
            self._heading(words)
            about = Kind.EXCLUSION if "exclu" in words.lower() else self.kind
            self.doubts.append(Doubt(Trap.NONE, about, words))
        elif block.sign is not None:
            self._item(block, below=self._below(block))
        else:
            self._unsigned(block, after, listed=listed)

    def _list(self, kind: Kind | None, words: str, block: Block, *, plain: bool = True) -> None:
        if kind is not self.kind or self.began or not self.named:
            self._close_list()
        again = kind in self.named and (kind is not self.kind or self.began)
        self.path.clear()
        if self.fixed is None and kind is not None:
            if not self.named and self.items():
                self.doubts.append(Doubt(Trap.HEADINGS, kind, words))
            self.kind = kind
            self.named.add(kind)
        self.began, self.before = False, 0
        self._heading(words)
        if self.fixed is not None or kind is None or not plain:
            self.doubts.append(Doubt(Trap.HEADINGS, self.kind, words))
        if block.glued:
            self.doubts.append(Doubt(Trap.GLUED, self.kind, words))
        if again or headings.names_group(re.sub(r"(?i)inclusion|exclusion|criteria|patients?", "", words)):
            self._of_group(words)

    def _unsigned(self, block: Block, after: Block | None, *, listed: bool) -> None:
        words = block.words
        leads = (
            after is not None
            and not headings.conjunction(words)
            and (headings.is_heading(words) or _titles(words, after))
        )
        if self.fixed is not None and not self.items():
            self._item(block, below=False)
            self.path.append(_Open(block.indent - 1, "", stem=True))
        elif leads and not block.glued and headings.list_heading(words) is None:
            self.path.clear()
            self._heading(words)
            if headings.joined_otherwise(words, self.kind):
                self.about_next.append(Doubt(Trap.ALTERNATIVES, "", first_words(words)))
            if headings.names_group(words):
                self._of_group(words)
            elif self.began and headings.opens_in_the_middle(words):
                self.about_next.append(Doubt(Trap.PARAGRAPH, "", first_words(words)))
            elif not words.rstrip("*_ ").endswith(":") and not headings.is_heading(words):
                self.about_next.append(Doubt(Trap.HEADINGS, "", words))
        elif headings.footer(words) and len(words.split()) <= MOST_FOOTER:
            self._heading(words)
            self.doubts.append(Doubt(Trap.FOOTER, self.kind, words))
        else:
            self.path.clear()
            item = self._item(block, below=False)
            if headings.legal(words):
                return
            if block.glued:
                pass  # told with the item
            elif headings.conjunction(words):
                pass  # told with the item, too
            elif listed and (self.signed or (after is not None and after.sign)):
                if not self.run:
                    self.doubts.append(Doubt(Trap.PARAGRAPH, item.id, first_words(words)))
                self.run = True
            else:
                self.unsigned.append(item.id)

    def _of_group(self, words: str) -> None:
        self.about_next.append(Doubt(Trap.COHORT, "", words))

    def _below(self, block: Block) -> bool:
        """Whether a signed block stands below one that is open; the path is cut to where it stands."""
        assert block.sign is not None  # noqa: S101 - only signed blocks are asked about
        style = block.sign.style
        while self.path and self.path[-1].indent > block.indent:
            self.path.pop()
        same = [at for at, one in enumerate(self.path) if one.indent == block.indent]
        known = [at for at in same if self.path[at].style == style]
        if known:
            del self.path[known[0] :]
        elif same and not self.path[-1].stem:
            del self.path[same[0] :]
        return bool(self.path)

    def _item(self, block: Block, *, below: bool) -> Item:
        stretches = cut(block.words)
        for words in stretches:
            number = self.numbering.next(self.kind, below=below)
            label = self._label(block, number)
            item = Item(
                self.kind,
                number,
                f"{label}{words}" if words is stretches[0] else words,
                len(self.path),
                block.raw,
                block.sign.order if block.sign else 0,
            )
            self._put(item)
            if len(stretches) > 1:
                self.doubts.append(Doubt(Trap.LONG, item.id, first_words(words)))
            if below and not number[-1].isalpha():
                self.doubts.append(Doubt(Trap.LONG, item.id, first_words(words)))
        if block.glued and not self.glued:
            self.doubts.append(Doubt(Trap.GLUED, item.id, first_words(block.words)))
        self.glued = block.glued
        if block.sign is not None and block.sign.style.startswith("number0") and not below:
            if block.sign.order not in {1, self.before + 1}:
                self.doubts.append(Doubt(Trap.GAP, item.id, f"{self.before} → {block.sign.order}"))
            self.before = block.sign.order
        if block.sign is not None:
            self.signed, self.run = True, False
            stem = block.words.rstrip().endswith(":")
            self.path.append(_Open(block.indent, block.sign.style, stem))
        return item

    def _label(self, block: Block, number: str) -> str:
        """The record's own label, where ours does not say the same."""
        if block.sign is None or not block.sign.label:
            return ""
        label = block.sign.label
        if label == number or block.sign.order == self._place(number):
            return ""
        return f"{label}{')' if block.sign.style.endswith(')') else '.'} "

    def _place(self, number: str) -> int:
        """Where an item stands in its list, by the number that it got."""
        return int(number) if number[-1].isdigit() else ord(number[-1]) - 96

    def _put(self, item: Item) -> None:
        self.began = True
        for at in self.waiting:
            heading = self.pieces[at]
            assert isinstance(heading, Heading)  # noqa: S101 - only headings wait
            self.pieces[at] = replace(heading, before=item.id)
        self.waiting.clear()
        self.doubts += [replace(one, at=item.id) for one in self.about_next]
        self.about_next.clear()
        self.pieces.append(item)

    def _heading(self, words: str) -> None:
        self.waiting.append(len(self.pieces))
        self.pieces.append(Heading(self.kind, words))

    def items(self) -> list[Item]:
        return [one for one in self.pieces if isinstance(one, Item)]

    def _close_list(self) -> None:
        """What can be told only once a list has ended."""
        if self.unsigned:
            trap = Trap.PARAGRAPH if self.signed else Trap.UNLISTED
            if len(self.unsigned) > 1 or trap is Trap.PARAGRAPH:
                self.doubts.append(Doubt(trap, self.unsigned[0], str(len(self.unsigned))))
        if self.named and not any(one.kind is self.kind for one in self.items()):
            told = any(one.trap is Trap.NONE and one.at == self.kind for one in self.doubts)
            if not told and self.kind in self.named:
                self.doubts.append(Doubt(Trap.NONE, self.kind))
        self.unsigned, self.signed = [], False

    def finished(self) -> Outline:
        self._close_list()
        if self.fixed is None and not self.named and self.pieces:
            self.doubts.insert(0, Doubt(Trap.HEADINGS, Kind.INCLUSION))
        elif self.fixed is None:
            missing = [kind for kind in Kind if kind not in self.named]
            self.doubts.extend(Doubt(Trap.NONE, kind) for kind in missing)
        doubts = [*self.doubts, *(replace(one, at=self.kind) for one in self.about_next)]
        return Outline(tuple(self.pieces)).and_doubts(*doubts)


def _titles(words: str, after: Block) -> bool:
    """A few words without an end, right above a list."""
    few = len(words.split()) <= MOST_TITLE
    return few and after.sign is not None and not words.rstrip().endswith((".", ";", ",")) and words[:1].isupper()
