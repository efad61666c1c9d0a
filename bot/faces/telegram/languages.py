"""Which of our languages a person is greeted in, from the language that their Telegram is set to."""

from telegram import User

from criteria.languages import Language

OURS: dict[str, Language] = {"en": "en", "es": "es", "ca": "es", "eu": "es", "gl": "es", "qu": "es", "ay": "es"}
"""A language whose speakers as a rule read one of ours better than the other."""
DEFAULT: Language = "es"
"""For who tells no language: the shipped studies are in Spain and Chile."""
OTHERS: Language = "en"


def language_of(user: User | None) -> Language:
    """The language to begin in; any button changes it later."""
    code = user.language_code if user else None
    return OURS.get(code.lower().partition("-")[0], OTHERS) if code else DEFAULT
