"""List the questions with what can be answered to each."""

import json
from datetime import date
from typing import Any, assert_never

import typer
from rich.table import Table

from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, FolderArgument, JsonOption
from criteria import model
from criteria.catalogue import Catalogue
from criteria.condition import Condition
from criteria.expression import NEVER, NO, UNSURE, YES, AnswerId
from criteria.question import Question
from criteria.screening import asked_questions


def questions(
    context: typer.Context,
    folder: FolderArgument = None,
    as_json: JsonOption = False,
    criteria: CriteriaOption = None,
) -> None:
    """List the questions in the order of asking: ids, kinds and the values that an answer may have."""
    found = listed(console.catalogue(context, criteria, folder))
    if as_json:
        OUT.print(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for condition, its in found.items():
        table = Table(title=condition)
        for name in ("question", "kind", "answers"):
            table.add_column(name, overflow="fold")
        for question in its:
            kind = question["kind"] if question["kind"] != "number" else f"number, {question['unit']}"
            values = (
                json.dumps(answer["value"]) if isinstance(answer["value"], bool) else answer["value"]
                for answer in question["answers"]
            )
            table.add_row(question["id"], kind, ", ".join(values))
        OUT.print(table)


def listed(catalogue: Catalogue) -> dict[str, list[dict[str, Any]]]:
    """Per condition, every question in the order of asking with its kind and answers, ready for JSON."""
    return {
        condition.id: [_listed(condition, question) for question in asked_questions(condition).values()]
        for condition in catalogue.conditions.values()
    }


def _listed(condition: Condition, question: Question) -> dict[str, Any]:
    text = question.text
    return {
        "id": question.id,
        **_kind(text.kind),
        "ask": text.ask.root,
        "answers": [_answer(question, answer) for answer in (*question.answers, UNSURE)],
        "studies": {
            key: [*asked[question.id].answers, UNSURE]
            for key in condition.studies
            if question.id in (asked := asked_questions(condition, [key]))
        },
    }


def _kind(kind: model.Kind) -> dict[str, Any]:
    """The kind of a question, with where its numbers or days run from and to."""
    match kind:
        case model.Number(unit=unit, from_=low, to=high, whole=whole):
            own = unit if isinstance(unit, str) else next(iter(unit.root.values()))
            return {"kind": "number", "unit": own, "from": low, "to": high, "whole": whole}
        case model.Calendar(from_=first, to=last):
            return {"kind": "date", "from": first.isoformat(), "to": last.isoformat()}
        case model.Options():
            return {"kind": "options"}
        case model.TwoButtons():
            return {"kind": "yes_no"}
        case unknown:
            assert_never(unknown)


def _answer(question: Question, answer: AnswerId) -> dict[str, Any]:
    """An answer's id, what a file may hold for it, and its words where they are the author's."""
    found: dict[str, Any] = {"id": answer, "value": {YES: True, NO: False}.get(answer, answer)}
    if (label := _label(question.text, answer)) is not None:
        found["label"] = label.label.root
    if interval := question.intervals.get(answer):
        found |= {
            "low": _end(question, interval.low),
            "low_closed": interval.low_closed,
            "high": _end(question, interval.high),
            "high_closed": interval.high_closed,
        }
    return found


def _end(question: Question, at: float | None) -> float | str | None:
    """An interval's end: a number in the question's own unit, or a day."""
    if at is None or question.line is None:
        return None
    told = question.line.told(at)
    return told.isoformat() if isinstance(told, date) else at


def _label(text: model.Question, answer: AnswerId) -> model.Called | None:
    """The author's own words for an answer; None for an interval, and for yes, no and unsure in the product's words."""
    match text.kind:
        case model.Options(labels):
            return labels.get(answer)
        case model.TwoButtons(words):
            return {YES: words.yes, NO: words.no}.get(answer) if words else None
        case model.Number() | model.Calendar():
            others = text.other_answers or {}
            return text.never if answer == NEVER else others.get(answer)
        case unknown:
            assert_never(unknown)
