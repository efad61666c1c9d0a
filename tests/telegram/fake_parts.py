"""What the fake Bot API is made of: messages as Telegram keeps them, calls that came in, faults by script."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Literal

from fake_http import Params

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
BOT = {"id": 110201543, "is_bot": True, "first_name": "Study assistant", "username": "study_test_bot"}
BEGINNING = 1_782_000_000.0
"""Telegram's clock, to which real seconds are added: on no test's day does it cross anything, or jump."""
Effect = Literal["blocked", "404", "500", "hang", "drop", "drop after", "not json"]


@dataclass
class Message:
    """A message as Telegram keeps it."""

    id: int
    chat: dict[str, Any]
    date: float
    sender: dict[str, Any]
    text: str = ""
    keyboard: list[list[dict[str, str]]] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)
    file: tuple[str, bytes] | None = None
    other: dict[str, Any] = field(default_factory=dict)
    reply_to: "Message | None" = None

    def told(self) -> dict[str, Any]:
        """The message as the Bot API tells it."""
        found: dict[str, Any] = {"message_id": self.id, "date": int(self.date), "chat": self.chat, "from": self.sender}
        if self.text:
            found["text"] = self.text
        if self.text.startswith("/"):
            found["entities"] = [{"type": "bot_command", "offset": 0, "length": len(self.text.split()[0])}]
        if self.keyboard:
            found["reply_markup"] = {"inline_keyboard": self.keyboard}
        if self.file:
            found["document"] = {"file_id": "f", "file_unique_id": "u", "file_name": self.file[0]}
        if self.reply_to is not None:
            found["reply_to_message"] = self.reply_to.told()
        return found | self.other


@dataclass
class Fault:
    """What goes wrong, for which method and chat, and how many times."""

    effect: Effect | int
    """A name, or the seconds of a 429."""
    method: str | None = None
    chat: int | None = None
    times: int = 1
    until: asyncio.Event | None = None
    """A call that hangs waits for it."""


@dataclass(frozen=True)
class Call:
    """A call that came in."""

    method: str
    params: Params
    at: float
