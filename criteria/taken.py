"""What a condition took from the common questions: which versions, what it words in its own way, and what is newer."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from criteria import model
from criteria.common_questions import common_questions, every_version, pins
from criteria.document import Document
from criteria.expression import did_you_mean
from criteria.languages import LANGUAGES, Language


def check_taken(document: Document, texts: Mapping[str, model.Question]) -> None:
    """Warn of each pin that names no common question; its words are served as they stand all the same."""
    for name, text in texts.items():
        if text.common is not None and text.common not in pins():
            told = f"`{text.common}` is no common question of this program{did_you_mean(text.common, pins())}"
            document.fault((name, "common"), told, warning=True)


def notes(texts: Mapping[str, model.Question], languages: Collection[Language]) -> Iterator[str]:
    """A line for each question that was taken and then changed, or of which there is a newer version."""
    for name, text in texts.items():
        pinned = every_version().get(text.common or "")
        if pinned is None:
            continue
        own = overridden(text, pinned.question, languages)
        newest = common_questions()[pinned.name]
        told = [f"has its own {', '.join(own)}"] if own else []
        told += [f"{newest.pin} is newer (`take {pinned.name}` shows it)"] if newest.version > pinned.version else []
        if told:
            yield f"{name}, from {pinned.pin}: {'; '.join(told)}"


def overridden(text: model.Question, pinned: model.Question, languages: Collection[Language]) -> tuple[str, ...]:
    """The fields that differ from the common question, in the languages of the condition."""
    own, common = (
        _in(one.model_dump(mode="json", by_alias=True, exclude={"common"}), languages) for one in (text, pinned)
    )
    return tuple(_differing(own, common))


def _differing(own: Mapping[str, Any], common: Mapping[str, Any]) -> Iterator[str]:
    """The names of what differs; of a group, its members."""
    for name in own:
        mine, theirs = own[name], common[name]
        if mine == theirs:
            continue
        groups = all(isinstance(one, dict) and not set(one) <= set(LANGUAGES) for one in (mine, theirs))
        if groups and name != "expect":
            parts = sorted(key for key in {*mine, *theirs} if mine.get(key) != theirs.get(key))
            yield from (f"{name}.{key}" for key in parts)
        else:
            yield name


def _in(value: Any, languages: Collection[Language]) -> Any:  # noqa: ANN401 - whatever a model holds
    """The same without the texts in other languages."""
    if isinstance(value, dict):
        spoken = value and set(value) <= set(LANGUAGES)
        return {key: _in(one, languages) for key, one in value.items() if not spoken or key in languages}
    return [_in(one, languages) for one in value] if isinstance(value, list) else value
