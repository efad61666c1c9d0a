"""A text becomes blocks: what stands between two breaks that are meant, each with its sign and how far it is indented."""

import re
import unicodedata
from dataclasses import dataclass, field

from bot.records.signs import Sign, sign_of

_SYMBOL_BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06f\uf0a8\uf02d"), "•")
"""What word processors write for bullets."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
NARROWEST, WIDEST = 56, 132
"""Columns of texts that a program has broken into lines."""
_SLACK = 3
_OPENS_LIST = re.compile(r"(?:inclusi|exclusi|inclus[aã]o|exclus[aã]o).{0,40}:$", re.IGNORECASE)
_TAB = 4


@dataclass
class Block:
    """One paragraph or line of a list."""

    indent: int
    """The column of its sign, or of its words where it has none."""
    content: int
    """The column of its words."""
    sign: Sign | None
    raw: str
    apart: bool
    """Whether an empty line stands before it."""
    broken: bool = False
    """Whether the line before it was cut, and nothing shows that this one goes on with it."""
    glued: bool = False
    """Whether it was parted from the words before it within a line."""
    last: str = field(default="", repr=False)
    """Its last line."""

    @property
    def words(self) -> str:
        """Its words, with one blank between them."""
        return "\n".join(filter(None, (" ".join(line.split()) for line in self.raw.split("\n"))))


def clean(text: str) -> str:
    """The text with one kind of line break, and without characters that nobody can see."""
    text = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text.translate(_SYMBOL_BULLETS))
    return _UNPRINTED.sub(lambda one: _shown(one[0]), text)


def _shown(sign: str) -> str:
    """A character as it is kept: what breaks no line and shows nothing goes, or leaves a blank."""
    if unicodedata.category(sign) not in _UNSEEN:
        return sign
    return "" if sign in "\u200b\ufeff\xad" else " "


_UNPRINTED = re.compile(r"[^ -~\n\t\u00a1-\u00ac\u00ae-\u024f]")


_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


def blocks(text: str, *, markdown: bool = False) -> list[Block]:
    """Every block of a text in its order; `markdown`: a backslash before a sign is no part of the words."""
    lines = [
        line.rstrip().expandtabs(_TAB) if line[:1].isspace() else line.rstrip() for line in clean(text).split("\n")
    ]
    width = max((len(line) for line in lines), default=0)
    found: list[Block] = []
    numbered: Sign | None = None
    apart = True
    for line in lines:
        stripped = _ESCAPED.sub(r"\1", line.strip()) if markdown else line.strip()
        if not stripped:
            apart = True
            continue
        indent = len(line) - len(line.lstrip())
        sign = sign_of(stripped, numbered)
        rest = stripped
        block = found[-1] if found else None
        if sign is not None and _is_wrapped_sign(sign, numbered, block, indent, stripped, width, apart=apart):
            sign = None
        length = 0
        if sign is not None:
            length = sign.length
            rest = stripped[length:]
            if not sign.label and (inner := sign_of(rest, numbered)):  # `* 1. …`
                sign, length = inner, length + inner.length
                rest = stripped[length:]
            numbered = sign if sign.label else numbered
        if sign is None and block is not None and (join := _goes_on(block, indent, stripped, width, apart=apart)):
            block.raw += f"{join}{rest}"
            block.last = line
        elif rest or (sign is not None and sign.label):
            broken = sign is None and not apart and block is not None and not block.last.endswith(":")
            found.append(Block(indent, indent + length, sign, rest, apart, broken, last=line))
        apart = False
    return [block for block in found if block.words]


def _goes_on(block: Block, indent: int, line: str, width: int, *, apart: bool) -> str:
    """What joins a line without a sign to the block before it: nothing unless its place or its length shows it."""
    inside = block.sign is not None and indent > block.indent and indent >= block.content - 1
    if apart:
        return "\n" if inside and not _OPENS_LIST.search(line) else ""
    return " " if inside or _wrapped(block.last, line, width) else ""


def _wrapped(before: str, line: str, width: int) -> bool:
    """Whether a break was only for want of room: the next word would not have fitted."""
    if not NARROWEST <= width <= WIDEST:
        return False
    if before.endswith((".", ";", ":")) and line[:1].isupper():
        return False
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) > width - _SLACK


def _is_wrapped_sign(
    sign: Sign, numbered: Sign | None, block: Block | None, indent: int, line: str, width: int, *, apart: bool
) -> bool:
    """Whether what looks like a sign is the next word of a sentence that was broken here."""
    if apart or block is None or not _wrapped(block.last, line, width):
        return False
    if sign.label:
        follows = numbered is not None and numbered.style == sign.style and numbered.order + 1 == sign.order
        return not follows and sign.order != 1
    return block.sign is not None and indent >= block.content > block.indent
