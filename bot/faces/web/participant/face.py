"""What the web chat can do: it shows a page, and its words tell of the address that holds the answers."""

from bot.conversation.face import Face, Wish
from bot.faces.web.participant.pages import TEXTS

FACE = Face(TEXTS, unfolds=True, shows_history=True, wish=Wish.LARGER_TYPE)
