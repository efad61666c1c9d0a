"""The definitions that tests talk about, by name, so that none takes the first condition for the one that it means."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from criteria.catalogue import Catalogue, load
from criteria.condition import ConditionId, StudyId

GUIDE = Path(__file__).parent.parent / "criteria" / "README.md"


def write_example(folder: Path) -> Path:
    """Write the guide's worked example, file by file, into a folder; where its condition stands."""
    found = re.findall(
        r"^#### `([^`]+)`\n\n```yaml\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert len(found) >= 5
    for name, text in found:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "asthma"


def _example() -> Catalogue:
    with TemporaryDirectory() as folder:
        return load(write_example(Path(folder)))


SHIPPED = load()
LUPUS = SHIPPED.conditions[ConditionId("lupus_nephritis")]
VALLADOLID, SANTIAGO = StudyId("NCT03673748"), StudyId("NCT03917797")
BESIDE_ANOTHER = Catalogue({**_example().conditions, **SHIPPED.conditions})
"""What ships as a site serves it that has one more condition, which stands before it: the guide's example."""
