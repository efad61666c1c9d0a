"""The languages that the product speaks: the one table from which all else follows."""

from types import MappingProxyType

Language = str
"""The code of a language in the table, like `es`."""

TABLE = MappingProxyType({"en": "English", "es": "Español"})
"""Each language by its code, with its own name. New ones are added at the end: tickets tell them by their place."""

LANGUAGES: tuple[Language, ...] = tuple(TABLE)
