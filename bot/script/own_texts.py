"""The program's own sentences, as its files have them: their names, their forms, and one fingerprint of them all."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable

from fluent.syntax import FluentParser, ast

from bot.conversation.wording import OWN_TEXTS
from criteria.fingerprint import fingerprint
from criteria.languages import LANGUAGES, Language

OWN = OWN_TEXTS
GAP = "[…]"
"""Stands for what is filled in."""


def names_in(folder: Traversable) -> frozenset[str]:
    """The names of the texts in a folder."""
    return frozenset(_messages(folder, LANGUAGES[0]))


def forms(folder: Traversable, language: Language) -> dict[str, tuple[str, ...]]:
    """Every text of a folder in one language, by name: its form, or its several forms, with gaps for what is filled in."""
    known = _messages(folder, language)
    return {name: tuple(_forms(pattern, known)) for name, pattern in known.items()}


def own_texts(folders: Mapping[str, Traversable]) -> dict[str, str]:
    """All forms of all texts of the program, by name and language; `folders`: the faces' own by their short names."""
    return {
        f"{where}.{name}.{language}": " / ".join(told)
        for where, folder in {"text": OWN, **folders}.items()
        for language in LANGUAGES
        for name, told in forms(folder, language).items()
    }


def own_fingerprint(folders: Mapping[str, Traversable]) -> str:
    """One fingerprint of the program's own texts in all languages; an upgrade that moves it has changed a sentence."""
    return fingerprint(own_texts(folders))


def _messages(folder: Traversable, language: Language) -> Mapping[str, ast.Pattern]:
    return _parsed((folder / f"{language}.ftl").read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> Mapping[str, ast.Pattern]:
    parsed = FluentParser().parse(text)
    messages = [one for one in parsed.body if isinstance(one, ast.Message)]
    found = {one.id.name: one.value for one in messages if one.value is not None}
    return found | {f"{one.id.name}.{form.id.name}": form.value for one in messages for form in one.attributes}


def _forms(pattern: ast.Pattern, known: Mapping[str, ast.Pattern]) -> Iterator[str]:
    """The pattern with each choice taken, one after the other; where there are several choices, they are taken together."""
    most = max((_choices(part) for part in pattern.elements), default=1)
    told = [" ".join("".join(_told(part, at, known) for part in pattern.elements).split()) for at in range(most)]
    yield from dict.fromkeys(told)


def _choices(part: ast.TextElement | ast.Placeable) -> int:
    """How many forms a part of a pattern can take."""
    if isinstance(part, ast.Placeable) and isinstance(part.expression, ast.SelectExpression):
        return len(part.expression.variants)
    return 1


def _told(part: ast.TextElement | ast.Placeable, at: int, known: Mapping[str, ast.Pattern]) -> str:
    if isinstance(part, ast.TextElement):
        return str(part.value)
    match part.expression:
        case ast.SelectExpression(variants=variants):
            return " / ".join(_forms(variants[min(at, len(variants) - 1)].value, known))
        case ast.MessageReference(id=name):
            return " / ".join(_forms(known[name.name], known))
        case ast.StringLiteral(value=value):
            return str(value)
        case _:
            return GAP
