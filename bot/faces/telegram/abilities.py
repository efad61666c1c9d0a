"""What Telegram can do: messages come anew, can be removed, and can be kept and passed on."""

from importlib.resources import files

from bot.conversation.face import Face, Wish

FACE = Face(
    files("bot.faces.telegram") / "texts", wish=Wish.NEW_MESSAGES, removes=True, sends_sheets=True, menu_at_once=True
)
