"""Every group of `language: text` in a file, with its place."""

from collections.abc import Iterator

from criteria.document import Where

_NAMES = frozenset({"place", "country", "unit", "contact", "hours", "say", "wordings", "committee"})
"""Fields that may read the same in every language, since they hold names, or are read by nobody."""


def groups(value: object, where: Where = ()) -> Iterator[tuple[Where, dict[str, object]]]:
    """Every group of `language: text`, but for names."""
    match value:
        case dict():
            if value and all(isinstance(text, str) for name, text in value.items() if name != "say") and "en" in value:
                yield where, value
            for name, part in value.items():
                if name not in _NAMES:
                    yield from groups(part, (*where, name))
        case list():
            for at, part in enumerate(value):
                yield from groups(part, (*where, at))
