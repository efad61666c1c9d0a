"""The script as Markdown, for the terminal."""

from collections.abc import Iterator, Mapping

from bot.script.marking import Change, runs
from bot.script.model import Block, Heading, Items, Line, Paragraph, Part, Picture, Script, Table

Names = Mapping[str, str]
_SIGNS = {Change.SAME: "{}", Change.NEW: "<ins>{}</ins>", Change.GONE: "~~{}~~"}


def markdown(script: Script) -> str:
    """All parts, one after the other."""
    return "\n".join(line for part in script.parts for line in _part(part))


def _part(part: Part) -> Iterator[str]:
    yield f"# {part.title}\n\n*{part.footer}*\n"
    for chapter in part.chapters:
        yield f"## {_told(chapter.title)}\n"
        for block in chapter.blocks:
            yield f"{_block(block, part.faces)}\n"


def _block(block: Block, names: Names) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {_told(text)}"
        case Paragraph(line):
            return _line(line, names)
        case Items(lines, quoted):
            sign = "> -" if quoted else "-"
            return "\n".join(f"{sign} {_line(line, names)}" for line in lines)
        case Table(columns, rows):
            head = columns or ("",) * len(rows[0]) if rows else columns
            told = [
                " | ".join("<br>".join(_line(line, names).replace("|", "\\|") for line in cell) for cell in row)
                for row in rows
            ]
            return "\n".join(f"| {row} |" for row in (" | ".join(head), " | ".join("---" for _ in head), *told))
        case Picture(_, text):
            return _told(text)


def _line(line: Line, names: Names) -> str:
    faces = f" *({', '.join(names[face] for face in line.faces)})*" if line.faces else ""
    return f"{_told(line.text)}{faces}"


def _told(text: str) -> str:
    return "".join(_SIGNS[change].format(words) for change, words in runs(" ".join(text.split("\n"))))
