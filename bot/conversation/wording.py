"""The texts that people read, from Fluent files; one Wording serves every language."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from criteria.languages import LANGUAGES, Language

Argument = str | int | float
Say = Callable[..., str]
"""`say(name, **arguments)` in one language."""
OWN_TEXTS = files("bot.conversation") / "texts"


class UnknownTextError(KeyError):
    """No text has this name, or it lacks an argument; a mistake in the program, never in the input."""


class Wording:
    """All texts by name, in every language."""

    def __init__(self, *folders: Traversable) -> None:
        """`folders`: where a face keeps its own en.ftl and es.ftl, beside the conversation's."""
        self._bundles = {language: _bundle(language, (OWN_TEXTS, *folders)) for language in LANGUAGES}
        self.say = lru_cache(maxsize=4096)(self._say)
        """The text of a name in a language, with its arguments filled in; NAME.else is how it reads about somebody else."""

    def _say(self, language: Language, name: str, /, **arguments: Argument) -> str:
        bundle = self._bundles[language]
        name, _, variant = name.partition(".")
        if not bundle.has_message(name):
            raise UnknownTextError(name)
        message = bundle.get_message(name)
        pattern = message.attributes.get(variant, message.value)
        if pattern is None:
            raise UnknownTextError(name)
        text, errors = bundle.format_pattern(pattern, arguments)
        if errors:
            raise UnknownTextError(f"{name}: {errors[0]}")
        return str(text)


def _bundle(language: Language, folders: Iterable[Traversable]) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for folder in folders:
        bundle.add_resource(_parsed((folder / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle


@cache
def _parsed(text: str) -> ast.Resource:
    """A file's texts; the conversation's stand in every face's Wording, and to read them takes longest at a start."""
    return FluentResource(text)
