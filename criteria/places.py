"""Which files of a folder are read as what, and which lie where nobody looks."""

import os
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from criteria.document import CASES, OWN, Fault

DEEPEST_LOOK = 3
"""Folders below the one that is named; what lies deeper is not looked for."""
_LIKE_YAML = re.compile(r"\.ya?ml(\W|$)", re.IGNORECASE)
NEAR = 0.8
"""How alike, of 1, the name of a file and one of a condition's own must be."""


def studies_of(folder: Path) -> list[Path]:
    """The files of a condition's folder that are read as studies."""
    return [path for path in sorted(folder.glob("*.yaml")) if path.name not in OWN and _meant(path) is None]


def misnamed(folder: Path) -> list[Fault]:
    """A condition's own files that are missing, or nearly called what they should be."""
    meant: dict[str, Path] = {}
    faults = []
    for path in sorted(folder.glob("*.yaml")):
        own = _meant(path)
        if own is None or path.name in OWN:
            continue
        if (folder / own).exists() or own in meant:
            told = f"this name is nearly `{own}`, which is there, too: files beside it are studies; rename this one, or move it"
            faults.append(Fault(f"{folder.name}/{path.name}", 1, told))
        meant.setdefault(own, path)
    for name in sorted(OWN):
        if (folder / name).exists():
            continue
        if name in meant:
            told = f"call this file `{name}`: only under that name is it read"
            faults.append(Fault(f"{folder.name}/{meant[name].name}", 1, told))
        elif name != "background.yaml":
            faults.append(Fault(f"{folder.name}/{name}", 1, "the file is missing"))
    return faults


def _meant(path: Path) -> str | None:
    """The file of a condition's own that a name is, or nearly is."""
    near = get_close_matches(path.name.lower(), OWN, n=1, cutoff=NEAR)
    return near[0] if near else None


def overlooked(folder: Path, conditions: Collection[Path]) -> list[Fault]:
    """Files that look like definitions and that nothing reads; folders whose names begin with `.` or `_` are left out."""
    folder = folder.resolve()
    known = {place.resolve() for place in conditions}
    above = folder.parent if folder in known else folder
    return [
        Fault(path.relative_to(above).as_posix(), 1, f"this file is not read: {why}", warning=True)
        for path in _files(folder)
        if (why := _unread(path, known)) is not None
    ]


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        folders[:] = sorted(one for one in folders if one[0] not in "._" and depth < DEEPEST_LOOK)
        yield from (Path(place, name) for name in sorted(names) if name[0] != "." and _LIKE_YAML.search(name))


def _unread(path: Path, conditions: Collection[Path]) -> str | None:
    """Why a file is not read; None if it is, or if its ending was told already."""
    place = path.parent.resolve()
    in_condition = next((one for one in conditions if place.is_relative_to(one)), None)
    if in_condition is None:
        return "a study, its questions and its cases belong into the folder of a condition, beside a condition.yaml"
    if path.suffix == ".yml":
        return None
    if path.suffix != ".yaml":
        return f"its name ends in `{path.suffix}`, not in `.yaml`; call it {_LIKE_YAML.split(path.name)[0]}.yaml"
    if place in {in_condition, in_condition / CASES}:
        return None
    return f"studies stand beside condition.yaml, cases in `{CASES}/`, and in no other folder"
