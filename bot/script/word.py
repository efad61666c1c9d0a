"""The script as a Word file: A4, a footer with the page's number on every page, tables with heads that repeat."""

from collections.abc import Mapping
from io import BytesIO

import resvg_py
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run
from ttf_opensans import OPENSANS_REGULAR

from bot.script.marking import Change, runs
from bot.script.model import Block, Heading, Items, Line, Paragraph, Part, Picture, Script, Table

Names = Mapping[str, str]
"""How each face is called."""
WIDE, HIGH, MARGIN = 210, 297, 18
"""A4, in millimetres."""
ROOM = WIDE - 2 * MARGIN


def word(script: Script) -> bytes:
    """All parts in one file, each in a section with a footer in its own language."""
    document = Document()
    document.core_properties.title = script.parts[0].title
    document.core_properties.subject = script.parts[0].footer
    document.core_properties.author = ""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(9)
    normal.paragraph_format.space_after = Pt(3)
    for at, part in enumerate(script.parts):
        section = document.sections[0] if at == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        _page(section, part)
        _part(document, part)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _page(section: Section, part: Part) -> None:
    section.page_width, section.page_height = Mm(WIDE), Mm(HIGH)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.footer.is_linked_to_previous = False
    foot = section.footer.paragraphs[0]
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(ROOM), WD_TAB_ALIGNMENT.RIGHT)
    _small(foot.add_run(f"{part.footer}\t{part.page} "))
    _field(foot, "PAGE")
    _small(foot.add_run(" / "))
    _field(foot, "NUMPAGES")


def _small(run: Run) -> None:
    run.font.size = Pt(8)


def _field(paragraph: WordParagraph, code: str) -> None:
    """A number that Word works out."""
    run = paragraph.add_run()
    _small(run)
    for kind, text in (("begin", ""), ("instr", code), ("end", "")):
        element = OxmlElement("w:instrText" if kind == "instr" else "w:fldChar")
        if kind == "instr":
            element.set(qn("xml:space"), "preserve")
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)  # noqa: SLF001 - the library has no call for fields


def _part(document: DocumentType, part: Part) -> None:
    document.add_heading(part.title, 0)
    for chapter in part.chapters:
        document.add_heading(chapter.title, 1)
        for block in chapter.blocks:
            _block(document, block, part.faces)


def _block(document: DocumentType, block: Block, names: Names) -> None:
    match block:
        case Heading(text, level):
            _words(document.add_heading("", level - 1), Line(text), names)
        case Paragraph(line):
            _words(document.add_paragraph(), line, names)
        case Items(lines, quoted):
            for line in lines:
                one = document.add_paragraph(style="Normal" if quoted else "List Bullet")
                one.paragraph_format.space_after = Pt(1)
                if quoted:
                    one.paragraph_format.left_indent = Mm(6)
                _words(one, line, names)
        case Table():
            _table(document, block, names)
        case Picture(svg, _):
            picture = resvg_py.svg_to_bytes(
                svg_string=svg,
                font_files=[str(OPENSANS_REGULAR.path)],
                skip_system_fonts=True,
                sans_serif_family="Open Sans",
                width=1500,
            )
            document.add_picture(BytesIO(bytes(picture)), width=Mm(ROOM))


def _table(document: DocumentType, block: Table, names: Names) -> None:
    columns = len(block.columns) or len(block.widths) or 1
    table = document.add_table(rows=1 if block.columns else 0, cols=columns, style="Table Grid")
    if block.columns:
        for cell, told in zip(table.rows[0].cells, block.columns, strict=True):
            cell.paragraphs[0].add_run(told).bold = True
        _repeated(table.rows[0]._tr)  # noqa: SLF001 - the library has no call for it
    for row in block.rows:
        for cell, lines in zip(table.add_row().cells, row, strict=True):
            for at, line in enumerate(lines):
                _words(cell.paragraphs[0] if at == 0 else cell.add_paragraph(), line, names)
    for row in table.rows:
        for cell, width in zip(row.cells, block.widths, strict=False):
            cell.width = Mm(ROOM * width / 100)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(1)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _repeated(row: "object") -> None:
    """Have a row stand again at the top of each page."""
    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]
    properties.append(OxmlElement("w:tblHeader"))


def _words(paragraph: WordParagraph, line: Line, names: Names) -> None:
    """A line with its new and gone words, and the faces that alone show it."""
    for change, words in runs(line.text):
        run = paragraph.add_run(words)
        if change is Change.NEW:
            run.underline, run.font.color.rgb = True, RGBColor(0, 0x66, 0)
        elif change is Change.GONE:
            run.font.strike, run.font.color.rgb = True, RGBColor(0x99, 0, 0)
    if line.faces:
        run = paragraph.add_run(f"  [{', '.join(names[face] for face in line.faces)}]")
        _small(run)
