"""Random conditions, and a second, plain reading of their rules that the interview is compared with.

The plain reading knows nothing of intervals, diagrams or bound rules: it looks at a person's own
numbers and words, with Python's comparisons, and with None for unsure. Over 300 lines, since
what is drawn and how it is read have to agree.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from pathlib import Path
from typing import Any

from criteria.assembly import Files, assemble
from criteria.condition import Condition, ConditionId
from criteria.document import Document
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.screening import asked_questions

Raw = str | bool | float | None
"""What a person says: an option, `never`, yes or no, a number; None is unsure."""
Person = Mapping[str, Raw]

LOW, HIGH = 0.0, 20.0
FOREVER = float("inf")


@dataclass(frozen=True)
class Compare:
    """`question operator value`; `holds` is a bare name; a list for `in` and `not in`."""

    question: str
    operator: str
    values: tuple[str | float, ...] = ()


@dataclass(frozen=True)
class Between:
    """`low < question <= high`, with each end open or closed."""

    question: str
    low: float
    low_closed: bool
    high: float
    high_closed: bool


@dataclass(frozen=True)
class Negated:
    """`not (part)`."""

    part: "Written"


@dataclass(frozen=True)
class Joined:
    """`and`, `or`, or `at_least(count, ..)` of the parts."""

    how: str
    count: int
    parts: "tuple[Written, ...]"


Written = Compare | Between | Negated | Joined


@dataclass(frozen=True)
class Asked:
    """One question: `options`, `yes_no` or `number`."""

    kind: str
    options: tuple[str, ...] = ()
    whole: bool = False
    never: bool = False


@dataclass(frozen=True)
class Ruled:
    """One criterion."""

    excludes: bool
    rule: Written
    only_if: Written | None
    confirm: Written | None


@dataclass(frozen=True)
class Plan:
    """A condition before it is built: its questions in order, and the criteria of each study."""

    questions: Mapping[str, Asked]
    studies: tuple[tuple[Ruled, ...], ...]

    def __repr__(self) -> str:
        rules = [[_criterion("-", one) for one in study] for study in self.studies]
        return f"Plan({dict(self.questions)}, {[[{k: v for k, v in one.items() if k in RULES} for one in study] for study in rules]})"

    @cached_property
    def said(self) -> dict[str, list[Raw]]:
        """Per question, what people may say: every end of a rule, something between, and unsure."""
        return {name: [*_sayable(name, asked, self.studies), None] for name, asked in self.questions.items()}


RULES = ("needs", "excludes", "only_if", "confirm")


def written(rule: Written) -> str:
    """The rule in the language of the definitions."""
    match rule:
        case Compare(question, "holds", _):
            return question
        case Compare(question, operator, values) if operator in {"in", "not in"}:
            return f"{question} {operator} [{', '.join(map(_word, values))}]"
        case Compare(question, operator, values):
            return f"{question} {operator} {_word(values[0])}"
        case Between(question, low, low_closed, high, high_closed):
            return f"{low:g} {'<=' if low_closed else '<'} {question} {'<=' if high_closed else '<'} {high:g}"
        case Negated(part):
            return f"not ({written(part)})"
        case Joined("at_least", count, parts):
            return f"at_least({count}, {', '.join(map(written, parts))})"
        case Joined(how, _, parts):
            return f" {how} ".join(f"({written(part)})" for part in parts)


def _word(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:g}"


def plain(rule: Written, person: Person) -> bool | None:
    """Whether the rule holds of a person; None where an unsure answer leaves it open."""
    match rule:
        case Compare(question) | Between(question) if person[question] is None:
            return None
        case Compare(question, operator, values):
            return _compared(person[question], operator, values)
        case Between(question, low, low_closed, high, high_closed):
            number = _number(person[question])
            return (low <= number if low_closed else low < number) and (
                number <= high if high_closed else number < high
            )
        case Negated(part):
            held = plain(part, person)
            return None if held is None else not held
        case Joined(how, count, parts):
            needed = {"and": len(parts), "or": 1, "at_least": count}[how]
            found = [plain(part, person) for part in parts]
            if found.count(True) >= needed:
                return True
            return None if found.count(True) + found.count(None) >= needed else False


def _number(value: Raw) -> float:
    return FOREVER if value == "never" else float(value or 0)


def _compared(said: Raw, operator: str, values: Sequence[str | float]) -> bool:
    match operator:
        case "holds":
            return said is True
        case "<":
            return _number(said) < float(values[0])
        case "<=":
            return _number(said) <= float(values[0])
        case ">":
            return _number(said) > float(values[0])
        case ">=":
            return _number(said) >= float(values[0])
        case _:
            word = {True: "yes", False: "no"}[said] if isinstance(said, bool) else said
            return (word in [{"true": "yes", "false": "no"}.get(str(one), one) for one in values]) != (
                operator in {"!=", "not in"}
            )


def met(criterion: Ruled, person: Person) -> bool | None:
    """Whether a criterion is met; False makes the study fail."""
    held = plain(criterion.rule, person)
    if criterion.excludes and held is not None:
        held = not held
    within = True if criterion.only_if is None else plain(criterion.only_if, person)
    return True if within is False or held is True else None if within is None or held is None else False


def confirmed(criterion: Ruled, person: Person) -> bool:
    """Whether nothing is left to confirm, where the criterion is met."""
    if criterion.confirm is None:
        return True
    return (criterion.only_if is not None and plain(criterion.only_if, person) is False) or plain(
        criterion.confirm, person
    ) is False


def fails(study: Sequence[Ruled], person: Person) -> bool:
    """Whether one criterion of the study makes it fail."""
    return any(met(criterion, person) is False for criterion in study)


def answers(condition: Condition, person: Person) -> dict[QuestionId, AnswerId]:
    """What a person says, as answers of the interview."""
    asked = asked_questions(condition)
    return {
        QuestionId(name): UNSURE if said is None else asked[QuestionId(name)].answer(asked[QuestionId(name)].read(said))
        for name, said in person.items()
    }


def build(plan: Plan, private: int = 0) -> Condition:
    """The condition of a plan, put together without files; so many of its questions, the last ones, are private."""
    documents = {name: Document(name, value, {}) for name, value in values(plan, private).items()}
    files = Files(
        ConditionId("random"),
        documents.pop("condition.yaml"),
        documents.pop("questions.yaml"),
        None,
        {name.removesuffix(".yaml"): document for name, document in documents.items()},
        [],
    )
    condition = assemble(files, complete=True)
    faults = [str(fault) for one in files.all() for fault in one.faults if not fault.warning]
    assert condition is not None, faults
    return condition


def write(plan: Plan, folder: Path) -> Path:
    """The condition of a plan as YAML files (all JSON is YAML); gives its folder."""
    place = folder / "random"
    place.mkdir(parents=True, exist_ok=True)
    for name, value in values(plan).items():
        (place / name).write_text(json.dumps(value, indent=1), encoding="utf-8")
    return place


def values(plan: Plan, private: int = 0) -> dict[str, Any]:
    """The files of a plan, as the values that YAML would give; see `build`."""
    found: dict[str, Any] = {
        "condition.yaml": {
            "title": _TEXT,
            "about": _TEXT,
            "order": [{"section": _TEXT, "questions": list(plan.questions)}],
        },
        "questions.yaml": {name: _question(asked) for name, asked in plan.questions.items()},
    }
    for at, study in enumerate(plan.studies):
        key = f"NCT{at}"
        found[f"{key}.yaml"] = {
            "id": key,
            "title": _TEXT,
            "summary": _TEXT,
            "record": {
                "registry": "Registry",
                "url": "https://example.org/",
                "as_of": "2026-01-30",
                "status": _TEXT,
                "inclusion": [str(number) for number in range(len(study))],
                "exclusion": [],
            },
            "recruiting": {"status": "open"},
            "approval": None,
            "sites": [{"place": _TEXT, "country": _TEXT, "unit": _TEXT, "contact": _TEXT}],
            "criteria": [
                *(_criterion(f"inclusion {number}", one, f"c{number}") for number, one in enumerate(study)),
                {"id": "consent", "from": "header", "label": _TEXT, "team": True},
                {"id": "any_sex", "from": "header", "label": _TEXT, "permits": True},
            ],
        }
    for name in list(plan.questions)[len(plan.questions) - private :]:
        found["questions.yaml"][name]["sensitive"] = True
    return found


_TEXT = {"en": "Text", "es": "Texto"}


def _question(asked: Asked) -> dict[str, Any]:
    found: dict[str, Any] = {"ask": _TEXT, "help": _TEXT}
    match asked.kind:
        case "options":
            found["options"] = dict.fromkeys(asked.options, _TEXT)
        case "yes_no":
            found["yes_no"] = True
        case _:
            found["number"] = {"unit": "months_ago", "from": LOW, "to": HIGH, "whole": asked.whole}
            if asked.never:
                found["never"] = _TEXT
    return found


def _criterion(item: str, ruled: Ruled, key: str = "-") -> dict[str, Any]:
    found: dict[str, Any] = {"id": key, "from": item, "label": {"en": f"Text {key}", "es": f"Texto {key}"}}
    found["excludes" if ruled.excludes else "needs"] = written(ruled.rule)
    if ruled.only_if is not None:
        found["only_if"] = written(ruled.only_if)
    if ruled.confirm is not None:
        found["confirm"] = written(ruled.confirm)
    return found


def tests(rule: Written | None) -> Iterator[Compare | Between]:
    """The comparisons of a rule, from left to right."""
    match rule:
        case Negated(part):
            yield from tests(part)
        case Joined(_, _, parts):
            for part in parts:
                yield from tests(part)
        case Compare() | Between():
            yield rule
        case None:
            pass


def _sayable(name: str, asked: Asked, studies: Sequence[Sequence[Ruled]]) -> list[Raw]:
    if asked.kind == "options":
        return list(asked.options)
    if asked.kind == "yes_no":
        return [True, False]
    ends = {LOW, HIGH}
    for study in studies:
        for one in (test for ruled in study for rule in rules_of(ruled) for test in tests(rule)):
            if one.question == name:
                found = (one.low, one.high) if isinstance(one, Between) else one.values
                ends |= {value for value in found if isinstance(value, float)}
    if asked.whole:
        near = {end + step for end in ends for step in (-1.0, 0.0, 1.0)}
    else:
        near = ends | {(low + high) / 2 for low, high in pairwise(sorted(ends))}
    numbers: list[Raw] = [number for number in sorted(near) if LOW <= number <= HIGH]
    return [*numbers, "never"] if asked.never else numbers


def rules_of(ruled: Ruled) -> tuple[Written | None, ...]:
    return (ruled.rule, ruled.only_if, ruled.confirm)


def everybody(plan: Plan, condition: Condition) -> Iterator[tuple[dict[QuestionId, AnswerId], Person]]:
    """Every way to answer everything: as answers, and as what one such person may say."""
    meaning = {
        name: list({answers(condition, {name: said})[QuestionId(name)]: said for said in found}.items())
        for name, found in plan.said.items()
    }
    for name, pairs in meaning.items():
        assert {answer for answer, _ in pairs} == {*asked_questions(condition)[QuestionId(name)].answers, UNSURE}
    for row in product(*meaning.values()):
        yield (
            {QuestionId(name): answer for name, (answer, _) in zip(meaning, row, strict=True)},
            {name: said for name, (_, said) in zip(meaning, row, strict=True)},
        )
