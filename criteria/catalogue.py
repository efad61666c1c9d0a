"""A folder of definitions becomes a Catalogue; all faults are found at once, each with file and line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from criteria.assembly import Files, assemble
from criteria.condition import Condition, ConditionId, StudyDefinition, StudyId
from criteria.decisions import decisions_in
from criteria.document import CASES, Document, Fault, UnreadableError, read
from criteria.places import misnamed, overlooked, studies_of
from criteria.spelling import Key
from criteria.synonyms import NO_WORDS

SHIPPED = Path(__file__).parent / "shipped"
"""The definitions that come with the program."""
MOST_CONDITIONS = 25
MOST_STUDIES = 50
"""What the buttons of a conversation can tell apart."""


@dataclass(frozen=True)
class Catalogue:
    """All conditions that are served, by id; `warnings` can be lived with."""

    conditions: Mapping[ConditionId, Condition]
    warnings: tuple[Fault, ...] = ()
    withheld: frozenset[StudyId] = frozenset()
    """Studies that are defined and not served: their wording is not the one that was approved."""
    decisions: tuple[Fault, ...] = ()
    """What drafts leave to a person: while there are any, it is served as a preview only."""

    def find(self, study: str) -> tuple[Condition, StudyDefinition] | None:
        """A study and its condition, by registry id or short code, in any case of letters."""
        wanted = study.lower()
        for condition in self.conditions.values():
            for key, found in condition.studies.items():
                if wanted in (key.lower(), found.code):
                    return condition, found
        return None

    def on(self, face: str) -> "Catalogue":
        """What is offered on a face: without the studies that are kept off it, and conditions that are left with none."""
        kept = {}
        for key, condition in self.conditions.items():
            studies = {study: one for study, one in condition.studies.items() if face in one.text.faces}
            if len(studies) == len(condition.studies):
                kept[key] = condition
            elif studies:
                kept[key] = replace(condition, studies=studies)
        return replace(self, conditions=kept)

    def withholds(self, study: str) -> bool:
        """Whether a study is withheld, by registry id in any case of letters."""
        return study.lower() in {key.lower() for key in self.withheld}


class DefinitionError(Exception):
    """The definitions cannot be served; holds every fault, sorted, and what drafts leave to a person."""

    def __init__(self, faults: Iterable[Fault], decisions: Iterable[Fault] = ()) -> None:
        self.faults = tuple(sorted(faults))
        self.decisions = tuple(sorted(decisions))
        super().__init__("\n".join(map(str, self.faults)))

    @property
    def drafts(self) -> bool:
        """Whether nothing is wrong but that drafts leave something to a person."""
        return bool(self.decisions) and self.faults == self.decisions


def load(folder: Path = SHIPPED, own_words: Mapping[Key, str] = NO_WORDS) -> Catalogue:
    """Read all conditions of a folder (or the one that the folder itself is); raises DefinitionError.

    `own_words`: typed words that the program understands by itself, with what they mean.
    """
    conditions: dict[ConditionId, Condition] = {}
    faults: list[Fault] = []
    decisions: list[Fault] = []
    places = _condition_folders(folder)
    faults += overlooked(folder, places)
    for place in places:
        found, noted, open_ = _condition(place, own_words)
        faults += noted
        decisions += open_
        if found is not None:
            conditions[found.id] = found
    faults += _twice(conditions.values())
    if any(not fault.warning for fault in faults):
        raise DefinitionError(faults, decisions)
    return Catalogue(conditions, tuple(faults), decisions=tuple(sorted(decisions)))


def _condition_folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise DefinitionError(
            [Fault(str(folder), 1, "there is no such folder: name the folder that holds the conditions")]
        )
    if (folder / "condition.yaml").exists():
        return [folder.resolve()]
    if (folder / "questions.yaml").exists() and not any(folder.glob("*/condition.yaml")):
        return [folder.resolve()]
    found = sorted(place for place in folder.iterdir() if place.is_dir() and place.name[0] not in "._")
    places = [place for place in found if any(place.glob("*.y*ml")) and place.name != CASES]
    if not places:
        raise DefinitionError(
            [Fault(str(folder), 1, "no condition is here: a condition is a sub-folder with a condition.yaml in it")]
        )
    if len(places) > MOST_CONDITIONS:
        told = f"{len(places)} conditions are here; at most {MOST_CONDITIONS} can be offered: divide the folder"
        raise DefinitionError([Fault(str(folder), 1, told)])
    return places


def _condition(folder: Path, own_words: Mapping[Key, str]) -> tuple[Condition | None, list[Fault], list[Fault]]:
    """The condition, its faults, and what it leaves to be decided."""
    faults = [
        Fault(f"{folder.name}/{path.relative_to(folder)}", 1, "call it .yaml: files that end in .yml are not read")
        for path in sorted(folder.rglob("*.yml"))
    ]

    def document(path: Path) -> Document | None:
        name = f"{folder.name}/{path.relative_to(folder)}"
        try:
            found = read(path, name)
        except UnreadableError as error:
            faults.append(Fault(name, error.line, error.message))
            return None
        wanted = list if path.parent.name == CASES else dict
        if not isinstance(found.value, wanted):
            what = "a list of cases (`- case: …`)" if wanted is list else "`name: value` lines"
            faults.append(Fault(name, 1, f"the file should hold {what}"))
            return None
        return found

    faults += misnamed(folder)
    studies = studies_of(folder)
    if not studies:
        faults.append(Fault(f"{folder.name}", 1, "no study is here: a study is a file like NCT03673748.yaml"))
    if len(studies) > MOST_STUDIES:
        told = f"{len(studies)} studies are here; at most {MOST_STUDIES} fit into a condition: divide it"
        faults.append(Fault(f"{folder.name}", 1, told))
    read_files = Files(
        ConditionId(folder.name),
        document(folder / "condition.yaml") if (folder / "condition.yaml").exists() else None,
        document(folder / "questions.yaml") if (folder / "questions.yaml").exists() else None,
        document(folder / "background.yaml") if (folder / "background.yaml").exists() else None,
        {path.stem: found for path in studies if (found := document(path))},
        [found for path in sorted((folder / CASES).glob("*.yaml")) if (found := document(path))],
    )
    unread = bool(faults)
    condition = assemble(read_files, complete=not unread, own_words=own_words)
    for read_file in read_files.all():
        faults += read_file.faults
    return condition, faults, [one for read_file in read_files.all() for one in decisions_in(read_file)]


def _twice(conditions: Iterable[Condition]) -> list[Fault]:
    seen: dict[str, StudyDefinition] = {}
    codes: dict[str, StudyDefinition] = {}
    faults = []
    for condition in conditions:
        for key, study in condition.studies.items():
            if (first := seen.setdefault(StudyId(key.lower()), study)) is not study:
                faults.append(Fault(study.file, 1, f"the study {key} is also in {first.file}: keep one"))
            if (other := codes.setdefault(study.code, study)).id != study.id:
                told = f"its short code `{study.code}` is also that of {other.id}: give one of them another `code`"
                faults.append(Fault(study.file, 1, told))
    return faults
