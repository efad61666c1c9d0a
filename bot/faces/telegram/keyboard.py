"""The buttons below a message, light: a tap makes a dozen, and the library's own cost more than all else that it does."""

from typing import Any, NamedTuple

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import KeyboardButtonStyle


class Key(NamedTuple):
    """One button."""

    label: str
    data: str
    style: KeyboardButtonStyle | None = None


class Keyboard(NamedTuple):
    """Rows of buttons."""

    rows: tuple[tuple[Key, ...], ...]

    def raw(self) -> dict[str, Any]:
        """As Telegram reads it (Bot API, InlineKeyboardMarkup)."""
        return {"inline_keyboard": [[_raw(key) for key in row] for row in self.rows]}

    def markup(self) -> InlineKeyboardMarkup:
        """As the library takes it."""
        return InlineKeyboardMarkup(
            [
                [InlineKeyboardButton(key.label, callback_data=key.data, style=key.style) for key in row]
                for row in self.rows
            ]
        )


def _raw(key: Key) -> dict[str, str]:
    found = {"text": key.label, "callback_data": key.data}
    return {**found, "style": key.style} if key.style else found
