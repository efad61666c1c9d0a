"""Which of our languages a person is greeted in, from the language that their Telegram is set to."""

from telegram import User

from bot.conversation.languages import greeting
from criteria.languages import Language


def language_of(user: User | None, default: Language) -> Language:
    """The language to begin in, `default` for who tells none; any button changes it later."""
    return greeting([user.language_code] if user and user.language_code else [], default)
