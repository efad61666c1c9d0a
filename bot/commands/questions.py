"""List the questions with what can be answered to each."""

import json
from typing import Any

import typer
from rich.table import Table

from bot.commands import console
from bot.commands.console import OUT, CriteriaOption, JsonOption
from criteria.catalogue import Catalogue
from criteria.condition import Condition
from criteria.expression import NO, UNSURE, YES, AnswerId
from criteria.question import Question
from criteria.screening import asked_questions


def questions(context: typer.Context, as_json: JsonOption = False, criteria: CriteriaOption = None) -> None:
    """List the questions in the order of asking: ids, kinds and the values that an answer may have."""
    found = listed(console.catalogue(context, criteria))
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
    kind = "number" if text.number else "date" if text.date else "options" if text.options else "yes_no"
    found: dict[str, Any] = {
        "id": question.id,
        "kind": kind,
        "ask": text.ask.root,
        "answers": [_answer(question, answer) for answer in (*question.answers, UNSURE)],
        "studies": {
            key: [*asked[question.id].answers, UNSURE]
            for key in condition.studies
            if question.id in (asked := asked_questions(condition, [key]))
        },
    }
    if text.number:
        unit = text.number.unit
        found["unit"] = unit if isinstance(unit, str) else next(iter(unit.root.values()))
        found["from"], found["to"], found["whole"] = text.number.from_, text.number.to, text.number.whole
    return found


def _answer(question: Question, answer: AnswerId) -> dict[str, Any]:
    """An answer's id, what a file may hold for it, and its words where they are the author's."""
    found: dict[str, Any] = {"id": answer, "value": {YES: True, NO: False}.get(answer, answer)}
    if question.text.options and answer != UNSURE:
        label = question.text.options[answer].label
        found["label"] = label.root
    if interval := question.intervals.get(answer):
        found |= {
            "low": interval.low,
            "low_closed": interval.low_closed,
            "high": interval.high,
            "high_closed": interval.high_closed,
        }
    return found
