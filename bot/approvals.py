"""Which studies may be served: those whose wording is not another than the one that their committee approved."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from criteria.approval import Approval, approval_of
from criteria.catalogue import SHIPPED, Catalogue, DefinitionError
from criteria.condition import Condition, StudyDefinition, StudyId
from criteria.document import Fault
from criteria.fingerprint import fingerprint, moved, wording, wording_fingerprint

MOST_TOLD = 12
"""Sentences that have moved, told one by one; of more, how many there are."""
LONGEST_TOLD = 160


def offered(catalogue: Catalogue, folder: Path | None) -> tuple[Catalogue, tuple[Fault, ...]]:
    """The catalogue without the studies whose wording has moved, and what to say of these.

    `folder`: where it was loaded from. Raises DefinitionError where nothing is left to serve.
    """
    faults = moved_approvals(catalogue, folder)
    gone = {one for condition in catalogue.conditions.values() for one in _moved_in(condition)}
    conditions = {}
    for key, condition in catalogue.conditions.items():
        kept = {one: study for one, study in condition.studies.items() if one not in gone}
        if kept:
            conditions[key] = condition if len(kept) == len(condition.studies) else replace(condition, studies=kept)
    if not conditions:
        raise DefinitionError(faults)
    return replace(catalogue, conditions=conditions, withheld=frozenset(gone)), faults


def moved_approvals(catalogue: Catalogue, folder: Path | None) -> tuple[Fault, ...]:
    """What to say of the studies whose wording is not the one that was approved; `folder` as for `offered`."""
    return tuple(
        _told(condition, condition.studies[one], _place(folder or SHIPPED, condition))
        for condition in catalogue.conditions.values()
        for one in _moved_in(condition)
    )


def _moved_in(condition: Condition) -> list[StudyId]:
    return [one for one in condition.studies if approval_of(condition, one) is Approval.MOVED]


def _place(folder: Path, condition: Condition) -> Path:
    """The condition's own folder, which may be the one that was named."""
    inside = folder / condition.id
    return inside if inside.is_dir() else folder


def script_beside(place: Path, study: StudyId) -> Path:
    """Where the approved script of a study is looked for."""
    return place / f"{study}.script.json"


def _told(condition: Condition, study: StudyDefinition, place: Path) -> Fault:
    """That a study is not served, and which of its sentences have moved where that can be known."""
    given = study.text.approval
    now = wording_fingerprint(condition, study.id)
    head = (
        f"{study.id} is not served: its wording is not the one that was approved (approved: "
        f"{given.fingerprint if given else 'none'}; now: {now}). Undo the change, or have the new wording approved and "
        "write its fingerprint under `approval`."
    )
    return Fault(
        study.file, 1, "\n  ".join((head, *_moved(condition, study, script_beside(place, study.id)))), warning=True
    )


def _moved(condition: Condition, study: StudyDefinition, beside: Path) -> Iterator[str]:
    """The sentences that have moved since the approved script."""
    try:
        before = json.loads(beside.read_text(encoding="utf-8"))["wording"]
        known = {str(name): str(text) for name, text in before.items()}
    except FileNotFoundError:
        yield f"To see what moved, put the approved script (`script {study.id} --out …json`) here as {beside.name}."
        return
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        yield f"{beside.name} cannot be read as a script: write it with `script {study.id} --out {beside.name}`."
        return
    approval = study.text.approval
    if approval is not None and fingerprint(known) != approval.fingerprint:
        yield f"{beside.name} is not the script that was approved: its fingerprint is {fingerprint(known)}."
        return
    changes = moved(known, wording(condition, study.id))
    for name, (was, is_) in list(changes.items())[:MOST_TOLD]:
        yield f"{name}: {_short(was)} → {_short(is_)}"
    if len(changes) > MOST_TOLD:
        yield f"and {len(changes) - MOST_TOLD} more."


def _short(text: str) -> str:
    flat = " ".join(text.split())
    cut = flat if len(flat) <= LONGEST_TOLD else f"{flat[:LONGEST_TOLD].rstrip()} …"
    return f"“{cut}”" if cut else "(nothing)"
