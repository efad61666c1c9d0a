"""A study as a REDCap data dictionary: one row for each variable, ready to be uploaded into an empty project.

The eighteen columns, in this order, and the rules that `faults` looks after are those of REDCap's own page on the data
dictionary: names of small letters, figures and single underscores that begin with a letter, 26 characters at most, each once; codes of
letters, figures and underscores.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import assert_never

from bot.conversation.wording import Wording
from bot.interchange.instrument import ExportError, Instrument, Item
from criteria import model
from criteria.languages import Language

LONGEST_NAME = 26
RESERVED = frozenset(
    {
        "record_id",
        "redcap_event_name",
        "redcap_data_access_group",
        "redcap_repeat_instrument",
        "redcap_repeat_instance",
        "redcap_survey_identifier",
        "redcap_survey_timestamp",
    }
)
"""Names that REDCap, or our first row, has taken."""
COLUMNS = {
    "name": "Variable / Field Name",
    "form": "Form Name",
    "section": "Section Header",
    "kind": "Field Type",
    "label": "Field Label",
    "choices": "Choices, Calculations, OR Slider Labels",
    "note": "Field Note",
    "validation": "Text Validation Type OR Show Slider Number",
    "low": "Text Validation Min",
    "high": "Text Validation Max",
    "identifier": "Identifier?",
    "branching": "Branching Logic (Show field only if...)",
    "required": "Required Field?",
    "alignment": "Custom Alignment",
    "number": "Question Number (surveys only)",
    "matrix": "Matrix Group Name",
    "ranking": "Matrix Ranking?",
    "annotation": "Field Annotation",
}


@dataclass
class Row:
    """One variable; each field is a column."""

    name: str
    form: str
    section: str = ""
    kind: str = "radio"
    label: str = ""
    choices: str = ""
    note: str = ""
    validation: str = ""
    low: str = ""
    high: str = ""
    identifier: str = ""
    branching: str = ""
    required: str = ""
    alignment: str = ""
    number: str = ""
    matrix: str = ""
    ranking: str = ""
    annotation: str = ""


def redcap(wording: Wording, found: Instrument, language: Language) -> str:
    """The data dictionary as CSV, in one language; raises ExportError."""
    rows = list(_rows(wording, found, language))
    if told := faults(rows):
        raise ExportError("\n".join(told))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS.values())
    writer.writerows([getattr(row, one.name) for one in fields(Row)] for row in rows)
    return out.getvalue()


def faults(rows: Sequence[Row]) -> list[str]:
    """What REDCap would refuse, one line each."""
    told = []
    names = [row.name for row in rows]
    if not rows or (rows[0].name, rows[0].kind) != ("record_id", "text"):
        told.append("the first variable is not `record_id`, a text")
    for at, row in enumerate(rows):
        if not re.fullmatch(r"[a-z](_?[a-z0-9])*", row.name) or len(row.name) > LONGEST_NAME:
            told.append(f"`{row.name}` is no name of a variable")
        if row.name in names[:at] or (at and row.name in RESERVED) or row.name == f"{row.form}_complete":
            told.append(f"`{row.name}` is taken already")
        codes = [choice.partition(", ")[0] for choice in row.choices.split(" | ")] if row.choices else []
        if len(codes) != len(set(codes)) or not all(re.fullmatch(r"[A-Za-z0-9_]+", code) for code in codes):
            told.append(f"`{row.name}` has a code twice, or one with other signs than letters, figures and _")
        if (row.kind == "radio") != bool(codes):
            told.append(f"`{row.name}` is a choice without answers, or has answers and is none")
    return told


def variable(wanted: str, taken: set[str]) -> str:
    """A name for a variable that REDCap takes: short enough, single underscores, and not used before."""
    plain = re.sub(r"_+", "_", wanted).strip("_")
    name, at = plain[:LONGEST_NAME].rstrip("_"), 1
    while name in taken:
        at += 1
        name = f"{plain[: LONGEST_NAME - len(str(at)) - 1].rstrip('_')}_{at}"
    taken.add(name)
    return name


def _rows(wording: Wording, found: Instrument, language: Language) -> Iterator[Row]:
    form = _form(found.study.id)
    yield Row("record_id", form, kind="text", label=wording.say(language, "export-record"))
    taken = {*RESERVED, f"{form}_complete"}
    for section in found.sections:
        for at, item in enumerate(section.items):
            rows = list(_variables(wording, item, form, language, taken))
            rows[0].section = "" if at else _html(section.title.in_(language))
            for row in rows:
                row.identifier = "y" if item.text.sensitive else ""
                row.annotation = "; ".join(item.cites)
                yield row


def _variables(wording: Wording, item: Item, form: str, language: Language, taken: set[str]) -> Iterator[Row]:
    """A question's variable; for a number or a day also its unit, and what can be answered besides."""
    text = item.text
    texts = [one.in_(language) for one in (text.reason, text.help) if one is not None]
    row = Row(variable(item.question.id, taken), form, label=_html(text.ask.in_(language)), note=_html(" ".join(texts)))
    choices = " | ".join(f"{code}, {_choice(words[language])}" for code, words in item.choices.items())
    match text.kind:
        case model.Options() | model.TwoButtons():
            row.choices = choices
            yield row
            return
        case model.Calendar(from_=first, to=last):
            row.validation, row.low, row.high = "date_ymd", first.isoformat(), last.isoformat()
        case model.Number() as number:
            row.validation = "integer" if number.whole else "number"
            row.note = _html(" ".join([f"({_unit(wording, language, number)})", *texts]))
            if not number.also:
                row.low, row.high = f"{number.from_:.10g}", f"{number.to:.10g}"
        case unknown:
            assert_never(unknown)
    row.kind = "text"
    yield row
    if text.number and text.number.also:
        label = wording.say(language, "export-unit", question=text.ask.in_(language))
        yield Row(
            variable(f"{item.question.id[:20]}_unit", taken),
            form,
            label=_html(label),
            choices=_units(text.number, language),
        )
    label = wording.say(language, "export-other", question=text.ask.in_(language))
    yield Row(variable(f"{item.question.id[:20]}_other", taken), form, label=_html(label), choices=choices)


def _unit(wording: Wording, language: Language, number: model.Number) -> str:
    """A number's unit in words; of a distance in time, such as months ago."""
    if isinstance(number.unit, model.Text):
        return number.unit.in_(language)
    return wording.say(language, "export-time", unit=number.unit.replace("_", "-"))


def _units(number: model.Number, language: Language) -> str:
    units = [number.unit, *(one.unit for one in number.also)]
    named = (one.in_(language) for one in units if isinstance(one, model.Text))
    return " | ".join(f"u{at}, {_choice(unit)}" for at, unit in enumerate(named, 1))


def _form(study: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", study.lower()).strip("_")
    return plain if plain[:1].isalpha() else f"study_{plain}"


def _html(text: str) -> str:
    """Labels and notes are shown as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _choice(text: str) -> str:
    """The words of an answer; a bar would begin the next one."""
    return _html(" ".join(text.replace("|", "/").split()))
