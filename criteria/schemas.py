"""JSON Schemas of the files of a condition, for editors that complete names and mark mistakes while one writes.

They know shapes only, as `criteria.model` does; `check` knows what the files mean together.
"""

from typing import Any

from pydantic import TypeAdapter

from criteria import model
from criteria.languages import LANGUAGES
from criteria.wordings import ready

FILES = {
    "condition": ("condition.yaml", TypeAdapter[Any](model.Condition)),
    "questions": ("questions.yaml", TypeAdapter[Any](dict[model.Id, model.Question])),
    "study": ("NCT….yaml", TypeAdapter[Any](model.Study)),
    "cases": ("cases/*.yaml", TypeAdapter[Any](list[model.Case])),
    "people": ("people for `evaluate`", TypeAdapter[Any](list[model.Person])),
    "background": ("background.yaml", TypeAdapter[Any](dict[model.Id, model.Topic])),
}
"""Each kind of file: which files are meant, and what they hold."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> dict[str, Any]:
    """The schema of one kind of file, a name of `FILES`."""
    files, kind = FILES[name]
    found = kind.json_schema(by_alias=True)
    known = found.get("$defs", {})
    known["Text"] = _text({})
    if "Called" in known:
        known["Called"] = _text({"say": known["Called"]["properties"]["say"]})
    return {"$schema": DIALECT, **found, "title": files}


def _text(beside: dict[str, Any]) -> dict[str, Any]:
    """A text in each language, or the id of a ready wording (of the program's, or of the condition's own).

    `beside`: what may stand beside the languages.
    """
    languages = {language: {"type": "string", "minLength": 1} for language in LANGUAGES}
    return {
        "description": "What people read, in each language of the condition; or the id of a ready wording.",
        "anyOf": [
            {
                "type": "object",
                "properties": languages | beside,
                "additionalProperties": False,
                "minProperties": 1,
            },
            {"enum": sorted(ready())},
            {"type": "string", "pattern": f"^{model.READY_ID}$"},
        ],
    }
