"""What a draft leaves to a person: texts to write, doubts about the record, common questions to take or not."""

from collections.abc import Iterator

from criteria import model
from criteria.document import Document, Fault, Where
from criteria.languages import LANGUAGES


def decisions_in(document: Document) -> Iterator[Fault]:
    """Every open decision of a file, with its line and what to do."""
    for where, languages in _unwritten(document.value, ()):
        told = f" in {', '.join(languages)}" if languages else ""
        yield _at(document, where, f"write this text{told}, and take the {model.UNWRITTEN} out")
    given = document.value.get("decide") if isinstance(document.value, dict) else None
    for at, one in enumerate(given if isinstance(given, list) else []):
        if isinstance(one, dict):
            yield _at(
                document, ("decide", at), f"{one.get('at')}: {one.get('why')} Then take this entry out of `decide`"
            )


def _at(document: Document, where: Where, message: str) -> Fault:
    shown = ".".join(document.shown(where)) if where[0] != "decide" else ""
    return Fault(document.name, document.line(where), f"{shown}: {message}" if shown else message)


def _unwritten(value: object, where: Where) -> Iterator[tuple[Where, list[str]]]:
    """Texts that begin with the sign; one in several languages counts once, with the languages it is open in."""
    if isinstance(value, dict):
        if value and set(value) <= set(LANGUAGES):
            languages = [key for key, text in value.items() if _open(text)]
            if languages:
                yield where, languages
            return
        for key, member in value.items():
            yield from _unwritten(member, (*where, key))
    elif isinstance(value, list):
        for at, member in enumerate(value):
            yield from _unwritten(member, (*where, at))
    elif _open(value):
        yield where, []


def _open(text: object) -> bool:
    return isinstance(text, str) and text.lstrip().startswith(model.UNWRITTEN)
