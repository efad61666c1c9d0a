"""The sign that a line of a list begins with: a bullet, a number, a letter."""

import re
from dataclasses import dataclass

CLEAR_BULLETS = "•●▪◦■○▫□‣⁃➢➤►▶✓✔❖"
"""Characters that are nothing but bullets, wherever they stand."""
_BULLET = re.compile(
    rf"(?:(?P<clear>[{CLEAR_BULLETS}∙·])\s*|(?P<plain>[*+\-–—−])(?:\s+|$)|(?P<dash>[-–—])(?=[^\W\d]|[(≥≤<>])|(?P<o>o)(?:\t| {{2,}}))"
)
_NUMBER = re.compile(
    r"(?P<open>\()?(?P<label>\d{1,3}(?:\.\d{1,3}){0,3})"
    r"(?:(?P<close>[.)](?!\d)\)?|º|°(?=\s))(?=\s|[^\W\d_]|[<>≥≤=(\"'“]|$)|(?P<dash>-)\s*(?=[^\W\d])|(?P<bare>\s+)(?=[^\W\d_]))"
)
_LETTER = re.compile(r"(?P<open>\()?(?P<label>[A-Za-z]|[ivxIVX]{2,5})(?P<close>[.)])(?:\s+|$)")
_CODED = re.compile(r"(?P<label>[IE]{1,2}C?[-.]?\d{1,2})(?P<close>[.):])\s+")


@dataclass(frozen=True)
class Sign:
    """How a line begins."""

    style: str
    """The same for all lines of one list."""
    label: str
    """`3`, `b`, `iv`; empty for a bullet."""
    length: int
    """Characters up to the words."""

    @property
    def order(self) -> int:
        """Where its label stands in a list that begins with 1, a or i; 0 for a bullet."""
        return _order(self.style, self.label)


def sign_of(line: str, before: "Sign | None" = None) -> Sign | None:
    """The sign of a line without blanks before it; `before`: the last sign of a label, which tells a letter from a name."""
    if found := _BULLET.match(line):
        return Sign(f"bullet {line[0]}", "", found.end())
    if (found := _NUMBER.match(line)) and (sign := _numbered(line, found, before)):
        return sign
    if found := _CODED.match(line):
        return Sign("coded", found["label"], found.end())
    if found := _LETTER.match(line):
        return _lettered(found, before)
    return None


def _numbered(line: str, found: re.Match[str], before: Sign | None) -> Sign | None:
    label = found["label"]
    close = found["close"] or found["dash"] or ""
    if found["open"] and ")" not in close:
        return None
    if found["bare"]:
        if "." not in label or not _follows(label, before):
            return None
    elif (
        close.startswith(".") and "." in label and not _follows(label, before) and not line[found.end() :][:1].isspace()
    ):
        return None
    if found["dash"] and not line[found.end() - 1].isspace() and not (label == "1" or _next(label, before)):
        return None  # `6-minute walk`
    end = found.end()
    rest = line[end:]
    return Sign(
        f"number{label.count('.')}{found['open'] or ''}{close[:1]}", label, end + len(rest) - len(rest.lstrip())
    )


def _next(label: str, before: Sign | None) -> bool:
    return before is not None and label.isdigit() and before.label.isdigit() and int(before.label) + 1 == int(label)


def _follows(label: str, before: Sign | None) -> bool:
    """Whether `3.2` may follow `3.1`, or `3.1` follow `3`."""
    if before is None or not before.style.startswith("number"):
        return label in {"1.1", "1.0"}
    head, _, last = label.rpartition(".")
    return last in {"1", "0"} or before.label == f"{head}.{int(last) - 1}" or before.label.startswith(f"{head}.")


def _lettered(found: re.Match[str], before: Sign | None) -> Sign | None:
    """A letter with a point may be a name (`E. coli`): it counts as the first of a list, or after the one before it."""
    label = found["label"]
    case = "upper" if label.isupper() else "lower"
    for style in ("letter", "roman"):
        full = f"{style} {case}{found['open'] or ''}{found['close']}"
        order = _order(full, label)
        follows = before is not None and before.style == full and before.order + 1 == order
        if order and (follows or (order == 1 and style == ("roman" if label in "iI" else "letter"))):
            return Sign(full, label, found.end())
    if found["close"] == ")" and len(label) == 1:
        return Sign(f"letter {case}{found['open'] or ''})", label, found.end())
    return None


def _order(style: str, label: str) -> int:
    if not label:
        return 0
    if style.startswith("number"):
        return int(label.rpartition(".")[2])
    if style == "coded":
        return int(re.sub(r"\D", "", label))
    if style.startswith("letter"):
        return ord(label.lower()) - 96 if len(label) == 1 else 0
    values = {"i": 1, "v": 5, "x": 10}
    letters = [values.get(letter, 0) for letter in label.lower()]
    if not all(letters):
        return 0
    return sum(-one if one < after else one for one, after in zip(letters, [*letters[1:], 0], strict=True))
