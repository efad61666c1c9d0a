"""A draft on disk: the study's file, and a condition around it where there is none; nothing that is there is changed."""

import io
from collections.abc import Collection
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bot.records.contradictions import years
from bot.records.drafting import study
from bot.records.questions import question_lines
from bot.records.record import Record, RecordError
from bot.records.written import Texts, block, identifier, row
from criteria.assembly import DEFAULT_LANGUAGES
from criteria.document import UnreadableError, read
from criteria.languages import LANGUAGES, Language
from criteria.model import UNWRITTEN

_HEAD = (
    "# A draft from the record; nothing of it has been looked at. A text that begins with {sign} is still to be written:\n"
    "# what stands behind the sign is the record's. What is to be decided stands under `decide`; take an entry out when it is.\n"
    "# `python -m bot check FOLDER` counts both.\n"
)


def write(record: Record, into: Path, condition: str = "", *, contacts: bool = False) -> list[Path]:
    """Write the draft into a folder of conditions, and give the files that were made; raises RecordError."""
    name = identifier(condition or (record.conditions[0] if record.conditions else record.title))
    folder = into / name
    place = folder / f"{record.id}.yaml"
    if place.exists():
        raise RecordError(f"{place} is there already, and is not written over: move it, or see `drift`")
    there = (folder / "condition.yaml").exists()
    texts = Texts(_languages(folder / "condition.yaml") if there else DEFAULT_LANGUAGES)
    askable = _asked(folder) if there else _asks(record)
    folder.mkdir(parents=True, exist_ok=True)
    files = {place: _HEAD.format(sign=UNWRITTEN) + _yaml(study(record, askable, texts, contacts=contacts))}
    if not there:
        files[folder / "condition.yaml"] = _HEAD.format(sign=UNWRITTEN) + _yaml(
            _condition(record, condition, askable, texts)
        )
        files[folder / "questions.yaml"] = "\n".join(map(question_lines, askable)) or "{}\n"
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    return list(files)


def _asks(record: Record) -> list[str]:
    """The questions that the record's header needs."""
    ages = [one for one in (record.minimum_age, record.maximum_age) if one]
    in_years = bool(ages) and all(years(one) is not None for one in ages)
    return [name for name, wanted in (("age", in_years), ("sex", bool(record.sex))) if wanted]


def _languages(path: Path) -> tuple[Language, ...]:
    """What a condition is written in."""
    named = _values(path).get("languages")
    return tuple(one for one in named if one in LANGUAGES) if isinstance(named, list) else DEFAULT_LANGUAGES


def _values(path: Path) -> dict[str, Any]:
    try:
        found = read(path, path.name).value
    except UnreadableError as error:
        raise RecordError(f"{path}:{error.line}: {error.message}") from None
    return found if isinstance(found, dict) else {}


def _asked(folder: Path) -> Collection[str]:
    """Which of the header's questions a condition has already, in a form that the draft's rules understand."""
    questions = _values(folder / "questions.yaml")
    age, sex = (questions.get(name) for name in ("age", "sex"))
    number = age.get("number") if isinstance(age, dict) else None
    options = sex.get("options") if isinstance(sex, dict) else None
    return [
        name
        for name, there in (
            ("age", isinstance(number, dict) and number.get("unit") == "years"),
            ("sex", isinstance(options, dict) and {"female", "male"} <= set(options)),
        )
        if there
    ]


def _condition(record: Record, name: str, asks: Collection[str], texts: Texts) -> CommentedMap:
    english = name or (record.conditions[0] if record.conditions else record.title)
    own = {"es": record.spanish.get("condition", "")}
    order: CommentedSeq = CommentedSeq()
    if asks:
        order.append(block({"section": "to_begin", "questions": row(list(asks))}))
    return block(
        {
            "title": texts.to_write(60, english, own),
            "about": texts.to_write(200, "; ".join(record.conditions) or english, own),
            "order": order,
        }
    )


def _yaml(value: CommentedMap) -> str:
    yaml = YAML()
    yaml.width = 116
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(type(None), lambda one, _: one.represent_scalar("tag:yaml.org,2002:null", "null"))
    out = io.StringIO()
    yaml.dump(value, out)
    return out.getvalue()
