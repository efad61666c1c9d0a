"""The file of proposed people: whom the cases lack, with an empty expectation for a physician to fill in."""

import json
from collections.abc import Iterable, Iterator, Mapping

from criteria.condition import Condition
from criteria.expression import UNSURE, QuestionId
from criteria.line import short
from criteria.proof.people import plain
from criteria.proof.proof import Proof
from criteria.proof.someone import Someone
from criteria.question import Meant, QuestionDefinition
from criteria.span import Span

LONGEST = 400
"""What the sentence of a case may have."""

_HEAD = """\
# People whom the cases lack. Each was chosen because a small slip in a rule would decide differently about them.
# For each, ask a physician what the study should decide, from the record and not from the rules, and write it under
# `expect` with both lists, also where they are empty: {verdict: ineligible, decided_by: [adult], to_confirm: []}. Somebody
# who is ineligible may have points to confirm, too. Say in one sentence of your own who the person is.
# Then put the file into cases/. What is left empty counts as open.
"""


def to_fill_in(condition: Condition, found: Iterable[Proof]) -> str:
    """The file, as text; empty if nobody is missing."""
    entries = [entry for proof in found for entry in _entries(condition, proof)]
    return "\n".join([_HEAD, *entries]) if entries else ""


def _entries(condition: Condition, proof: Proof) -> Iterator[str]:
    """Everybody whom the cases lack; where no case fits, first somebody who does, whom the others are like."""
    own = f"fits_{proof.study.id.lower().replace('-', '_')}"
    without_case = [one for one in proof.people if one.like.case is None]
    if without_case:
        fits = without_case[0].like
        said = {name: _raw(condition.questions[name], one) for name, one in fits.run.said.items()}
        shown = [note for one in without_case if not one.change for note in _notes(one)]
        told = f"Somebody who seems to fit {proof.study.id} in everything."
        yield _case(told, proof, said, [*shown, "everybody below is like this person"], own=own)
    for someone in proof.people:
        case = someone.like.case
        if someone.change or case is not None:
            yield _entry(condition, proof, someone, case.text.id if case else own)


def _entry(condition: Condition, proof: Proof, someone: Someone, like: str | None) -> str:
    case = someone.like.case
    said = dict(someone.change)
    if like is None:
        said = {name: _raw(condition.questions[name], one) for name, one in someone.run.said.items()}
    whom = f"Like “{case.text.case.rstrip('.')}”, but: " if case else "Like the one who fits, but: "
    changes = "; ".join(_asked(condition.questions[name], value) for name, value in someone.change.items())
    return _case(f"{whom}{changes}"[:LONGEST], proof, said, _notes(someone), like=like)


def _notes(someone: Someone) -> list[str]:
    return [f"{point.criterion}: {point.told}" for point in someone.points]


def _case(
    told: str,
    proof: Proof,
    said: Mapping[QuestionId, object],
    notes: list[str],
    *,
    like: str | None = None,
    own: str | None = None,
) -> str:
    lines = [f"# {note}" for note in notes]
    lines.append(f"- case: {json.dumps(told, ensure_ascii=False)}")
    lines += [f"  {name}: {key}" for name, key in (("id", own), ("like", like)) if key]
    lines.append(f"  answers: {{{', '.join(f'{name}: {_yaml(value)}' for name, value in said.items())}}}")
    lines.append("  expect:")
    lines.append(f"    {proof.study.id}:")
    return "\n".join(lines) + "\n"


def _yaml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _asked(question: QuestionDefinition, value: object) -> str:
    """A question and its answer in words, in the first language of the condition."""
    language, ask = next(iter(question.text.ask.root.items()))
    label = question.text.called.get(_id(value))
    told = "not sure" if value == UNSURE else label.in_(language) if label else _id(value)
    return f"{ask} {told}"


def _id(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _raw(question: QuestionDefinition, meant: Meant) -> object:
    """What somebody means, as a file gives it."""
    if not isinstance(meant, Span):
        return {"yes": True, "no": False}.get(meant, str(meant)) if not question.line else str(meant)
    line = question.line
    assert line is not None  # noqa: S101 - only a number has stretches
    if meant.low == meant.high:
        return plain(line.told(meant.low))
    low, high = (short(line.told(end)) if line.low <= end <= line.high else "" for end in (meant.low, meant.high))
    if not low:
        return f"{'<=' if meant.high_closed else '<'}{high}"
    if not high:
        return f"{'>=' if meant.low_closed else '>'}{low}"
    return f"{'' if meant.low_closed else '>'}{low}..{'' if meant.high_closed else '<'}{high}"
