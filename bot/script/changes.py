"""A script beside an earlier one: the same document with what is new and what is gone, word by word."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from bot.conversation.wording import Wording
from bot.script.document import TEXTS
from bot.script.marking import between, gone, new
from bot.script.model import Block, Chapter, Heading, Items, Line, Paragraph, Part, Picture, Script, Table, lines_of
from criteria.fingerprint import moved
from criteria.languages import LANGUAGES


def compared(before: Script, now: Script) -> Script:
    """The present script with every change since the earlier one marked, and a chapter that lists them."""
    known = {part.language: part for part in before.parts}
    return replace(now, parts=tuple(_part(before, known.get(one.language), one, now) for one in now.parts))


def _part(earlier: Script, before: Part | None, now: Part, script: Script) -> Part:
    old = {chapter.key: chapter for chapter in before.chapters} if before else {}
    chapters = [_chapter(old.pop(one.key, None), one) for one in now.chapters]
    chapters += [replace(one, blocks=tuple(_gone(one))) for one in old.values()]
    return replace(now, chapters=(_list(earlier, now, script), *chapters))


def _gone(chapter: Chapter) -> Iterator[Block]:
    for block in chapter.blocks:
        for line in lines_of(block):
            yield Paragraph(Line(gone(line.text)))


def _chapter(before: Chapter | None, now: Chapter) -> Chapter:
    lines = [line.text for block in now.blocks for line in lines_of(block)]
    old = [line.text for block in before.blocks for line in lines_of(block)] if before else []
    told = iter(_aligned(old, lines))
    return replace(now, blocks=tuple(_rebuilt(block, told) for block in now.blocks))


def _aligned(before: list[str], now: list[str]) -> list[str]:
    """The present lines with their changes; lines that are gone stand at the end of the line before."""
    told: list[str] = []
    left = ""
    for _, first, last, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        old, present = before[first:last], now[start:end]
        pairs = min(len(old), len(present))
        told += [between(one, other) for one, other in zip(old, present, strict=False)]
        told += [new(one) for one in present[pairs:]]
        lost = "".join(f" {gone(one)}" for one in old[pairs:])
        if told:
            told[-1] += lost
        else:
            left += lost
    if told:
        told[0] = left + told[0]
    return told


def _rebuilt(block: Block, told: Iterator[str]) -> Block:
    """The block with its lines' texts replaced, in the order of `lines_of`."""
    match block:
        case Heading():
            return replace(block, text=next(told))
        case Paragraph(line):
            return replace(block, line=replace(line, text=next(told)))
        case Items(lines):
            return replace(block, lines=tuple(replace(line, text=next(told)) for line in lines))
        case Table(_, rows):
            cells = tuple(tuple(tuple(replace(line, text=next(told)) for line in cell) for cell in row) for row in rows)
            return replace(block, rows=cells)
        case Picture():
            return replace(block, text=next(told))


def _list(earlier: Script, part: Part, now: Script) -> Chapter:
    """The chapter that says what has changed, name by name: in this language, and in the rules."""
    wording = Wording(TEXTS)

    def say(name: str, **arguments: str) -> str:
        return wording.say(part.language, name, **arguments)

    since = say("changes-since", version=earlier.version, date=earlier.date, fingerprint=earlier.fingerprint)
    blocks: list[Block] = [Paragraph(Line(since))]
    pairs = (("wording", earlier.wording, now.wording), ("own", earlier.own_texts, now.own_texts))
    for name, before, present in pairs:
        rows = tuple(_rows(part, before, present))
        if rows:
            columns = (say("changes-name"), say("changes-words"))
            blocks += [Heading(say(f"changes-{name}")), Table(columns, rows, (34, 66))]
    if len(blocks) == 1:
        blocks.append(Paragraph(Line(say("changes-none"))))
    return Chapter("changes", say("chapter-changes"), tuple(blocks))


def _rows(part: Part, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[tuple[Line, ...], ...]]:
    others = {language for language in LANGUAGES if language != part.language}
    for name, (was, is_) in moved(before, now).items():
        if name.rpartition(".")[2] not in others:
            yield (Line(name),), (Line(between(was, is_)),)
