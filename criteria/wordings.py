"""The ready wordings that come with the program: texts that many studies repeat, by id."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from criteria import model
from criteria.document import read

READY_FILE = Path(__file__).parent / "wordings.yaml"


@cache
def ready() -> Mapping[str, Mapping[str, str]]:
    """Every ready wording by its id, in each language that it is written in."""
    found = TypeAdapter(dict[model.Id, model.Wordings]).validate_python(read(READY_FILE, READY_FILE.name).value)
    return MappingProxyType({key: text.root for key, text in found.items()})
