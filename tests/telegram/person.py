"""A person on Telegram, to write tests that read like a talk."""

import itertools
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from fake_api import FakeTelegram
from fake_parts import BOT, Message

MORE = ("Más", "More")
"""What opens the row of ways; never mistaken for an answer that begins so, since it is all of the label."""
_IDS = itertools.count(7_340_118_000)
Settled = Callable[[int], Awaitable[None]]
"""Waits until an update was dealt with."""


class Person:
    """Somebody with a private chat with the bot."""

    def __init__(
        self,
        server: FakeTelegram,
        settled: Settled,
        *,
        language: str | None = "es",
        name: str = "Ana",
        chat: dict[str, Any] | None = None,
    ) -> None:
        self.id = next(_IDS)
        self.server = server
        self.settled = settled
        self.user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": name}
        if language is not None:
            self.user["language_code"] = language
        self.chat = chat or {"id": self.id, "type": "private", "first_name": name}

    @property
    def messages(self) -> list[Message]:
        """What the chat shows, from the oldest to the newest."""
        return list(self.server.chats.get(self.chat["id"], {}).values())

    @property
    def theirs(self) -> list[Message]:
        """What the bot has sent."""
        return [message for message in self.messages if message.sender is BOT]

    @property
    def card(self) -> Message:
        """The newest of the bot's messages that has buttons."""
        found = [message for message in self.theirs if message.keyboard]
        assert found, "the bot shows no buttons"
        return found[-1]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.card.keyboard for button in row]

    @property
    def alert(self) -> str:
        """What the last answer to a tap said in a window."""
        return str(self.server.told.get(f"alert {self.chat['id']}", ""))

    async def says(self, text: str, reply_to: Message | None = None, *, wait: bool = True) -> Message:
        """Type something."""
        return await self.sends(text=text, reply_to=reply_to, wait=wait)

    async def sends(self, *, wait: bool = True, **content: Any) -> Message:
        """Send anything."""
        message = self.server.put(self.chat, self.user, **content)
        kind = "channel_post" if self.chat["type"] == "channel" else "message"
        told = message.told()
        if kind == "channel_post":
            del told["from"]
        number = await self.server.update(kind, told)
        if wait:
            await self.settled(number)
        return message

    async def taps(self, label: str, on: Message | None = None, *, wait: bool = True) -> int:
        """Tap the button whose label is this, or begins or ends so."""
        message = on or self.card
        if not self.shows(label, message) and (
            more := [one for row in message.keyboard for one in row if one["text"] in MORE]
        ):
            await self.presses(more[0]["callback_data"], message)
        return await self.presses(self.data(label, message), message, wait=wait)

    async def taps_quickly(self, label: str) -> None:
        """Tap, and wait for the card to change, whatever else goes on."""
        before = (self.card.id, self.card.text)
        await self.taps(label, wait=False)
        await self.server.until(lambda: (self.card.id, self.card.text) != before)

    def data(self, label: str, on: Message | None = None) -> str:
        """What the button holds whose label is this, or begins or ends so; in the text, behind its letter or number."""
        message = on or self.card
        found = self._found(label, message)
        assert found, f"no button {label!r} among {[one['text'] for row in message.keyboard for one in row]}"
        return found[0]["callback_data"]

    def shows(self, label: str, on: Message | None = None) -> bool:
        """Whether there is such a button, before anything is opened."""
        return bool(self._found(label, on or self.card))

    def _found(self, label: str, message: Message) -> list[dict[str, str]]:
        buttons = [button for row in message.keyboard for button in row]
        if listed := re.search(rf"^(\w+)[. ] +(?:✓ )?{re.escape(label)}", message.text, re.MULTILINE):
            label = listed[1]
        found = [one for one in buttons if one["text"].removeprefix("✓ ") == label]
        return found or [
            one for one in buttons if one["text"].removeprefix("✓ ").startswith(label) or one["text"].endswith(label)
        ]

    async def presses(
        self, data: str, message: Message | None, *, wait: bool = True, inaccessible: bool = False
    ) -> int:
        """Send a tap with this data on this message."""
        number = await self.server.update("callback_query", self.tap(data, message, inaccessible=inaccessible))
        if wait:
            await self.settled(number)
        return number

    def tap(self, data: str, message: Message | None, *, inaccessible: bool = False) -> dict[str, Any]:
        """A tap as Telegram tells it."""
        tap = {"id": self.server.query(self.chat["id"]), "from": self.user, "chat_instance": "1", "data": data}
        if message is not None:
            out_of_reach = {"chat": message.chat, "message_id": message.id, "date": 0}
            tap["message"] = out_of_reach if inaccessible else message.told()
        return tap

    def sees(self, *texts: str) -> None:
        """The card says all of this."""
        for text in texts:
            assert text in self.card.text, f"{text!r} is not in {self.card.text!r}"

    def sees_not(self, *texts: str) -> None:
        for text in texts:
            assert not any(text in message.text for message in self.messages), text

    def sees_only_the_card(self) -> None:
        """Nothing else is left in the chat: neither old cards nor typed words."""
        assert [message.id for message in self.messages] == [self.card.id]

    async def chooses(self, label: str) -> None:
        """Choose what is asked about; where illnesses are listed, lupus nephritis first."""
        if lupus := next((one for one in self.labels if "lúpica" in one), None):
            await self.taps(lupus)
        await self.taps(label)

    async def begins(self, study: str = "NCT03673748", agreed: Sequence[str] = ("Acepto", "I agree")) -> None:
        """Open a study's link, read the notice, begin."""
        await self.says(f"/start {study}")
        label = next(label for label in self.labels if label.startswith(tuple(agreed)))
        await self.taps(label)
