"""What a face can do, and the words that are its own; the conversation names no face."""

from dataclasses import dataclass
from enum import Enum
from importlib.resources.abc import Traversable


class Wish(Enum):
    """What a face does in another way for who asks it to; a ticket has room for one wish. Its words are menu-VALUE and menu-VALUE-off."""

    NEW_MESSAGES = "new-messages"
    """Each question comes as a new message."""
    LARGER_TYPE = "larger-type"
    """All type is larger."""


@dataclass(frozen=True)
class Face:
    """What cards may offer on a face. One that can do nothing of this shows a card, and buttons below it."""

    texts: Traversable
    """The folder of its words, a file a language. Among them are what it keeps of a conversation, and where:
    `notice-face` before the first question, `notice-begin` and `notice-begin-other` to agree to it, `privacy-face` in full, `stopped-face` for who stops.
    """
    shows_history: bool = False
    """The questions answered before stand above the one that is asked."""
    wish: Wish | None = None
    """What a person can wish for here."""
    removes: bool = False
    """What the face has shown can be removed."""
    sends_sheets: bool = False
    """The doctor's sheet can be sent, to keep and to pass on."""
    unfolds: bool = False
    """What explains a question unfolds in place, so that it needs no screen of its own."""
    menu_at_once: bool = False
    """The menu stands on the greeting, too, since its buttons matter before anything was answered."""
