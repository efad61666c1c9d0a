"""A strict fake Bot API server over real HTTP: real stored messages, real refusals, and faults by script.

Over 300 lines: one method for each that the Bot API has and the bot calls.
"""

import asyncio
import contextlib
import itertools
import json
import time
from collections.abc import Callable
from typing import Any

from fake_http import Answer, HttpServer, Params, Poster
from fake_parts import BEGINNING, BOT, TOKEN, Call, Fault, Message
from fake_rules import (
    OLDEST_QUERY,
    TWO_DAYS,
    Refused,
    bad,
    check_commands,
    check_keyboard,
    check_length,
    check_photo,
    check_text,
)


class FakeTelegram:
    """The server; what people do is done by calling `message`, `tap` and the like."""

    def __init__(self) -> None:
        self.http = HttpServer(self._serve)
        self.calls: list[Call] = []
        self.refusals: list[str] = []
        self.faults: list[Fault] = []
        self.chats: dict[int, dict[int, Message]] = {}
        self.rooms: dict[int, dict[str, Any]] = {}
        self.told: dict[str, Any] = {}
        """Commands, descriptions and the like, as set last."""
        self.changed = asyncio.Condition()
        self.redelivered = 0
        self.confirmed: set[str] = set()
        """The taps that the bot has said to be done with."""
        self.shift = 0.0
        self.token = TOKEN
        self.webhook: Params = {}
        self.repeats: Callable[[], bool] = lambda: False
        """Whether an update that was acknowledged is delivered to the webhook once more."""
        self.addresses: Callable[[str], str] = lambda url: url
        """Where an update for a webhook's address goes, when a test plays the balancer."""
        self._ids = itertools.count(1)
        self._updates = itertools.count(48_151_623)
        self._taps = itertools.count(1_234_567_890_123)
        self._pending: dict[int, dict[str, Any]] = {}
        self._acknowledgements: dict[int, asyncio.Event] = {}
        self._queries: dict[str, tuple[int, float]] = {}
        self._poll = 0
        self._deliveries: set[asyncio.Task[None]] = set()
        self._poster = Poster(40)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.port}"

    async def start(self, port: int = 0) -> None:
        await self.http.start(port)

    async def stop(self) -> None:
        for task in list(self._deliveries):
            task.cancel()
        self._poster.close()
        await self.http.stop()

    def now(self) -> float:
        return BEGINNING + time.monotonic() + self.shift

    async def update(self, kind: str, content: dict[str, Any]) -> int:
        """Something happened; the update's number."""
        number = next(self._updates)
        self._pending[number] = {"update_id": number, kind: content}
        await self._notify()
        if self.webhook:
            self.deliver(number)
        return number

    async def taken_over(self, url: str) -> None:
        """Another process sets a webhook for this bot, or takes it away."""
        self.webhook = {"url": url} if url else {}
        await self._notify()

    def deliver(self, number: int) -> None:
        """Bring an update to the webhook, again and again until it is acknowledged."""
        update = self._pending[number]
        task = asyncio.create_task(self._deliver(update), name=str(_person_of(update)))
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)

    async def again(self, update: dict[str, Any]) -> None:
        """Deliver an update that was delivered before."""
        self._pending[update["update_id"]] = update
        await self._notify()
        if self.webhook:
            self.deliver(update["update_id"])

    async def done(self, number: int, seconds: float = 60.0) -> None:
        """Wait until an update is acknowledged; cheap, however many wait."""
        if number in self._pending:
            async with asyncio.timeout(seconds):
                await self._acknowledgements.setdefault(number, asyncio.Event()).wait()

    def _acknowledge(self, number: int) -> None:
        update = self._pending.pop(number, {})
        if tap := update.get("callback_query"):
            self.confirmed.add(tap["id"])
        if (waiting := self._acknowledgements.pop(number, None)) is not None:
            waiting.set()

    def waiting(self, person: int) -> bool:
        """Whether an update of somebody's is not acknowledged yet."""
        return any(_person_of(update) == person for update in self._pending.values())

    def delivering(self, person: int) -> bool:
        """Whether an update of somebody's is on its way to the webhook, for the first time or once more."""
        return any(task.get_name() == str(person) for task in self._deliveries)

    def acknowledged(self, number: int) -> bool:
        return number not in self._pending

    def put(self, chat: dict[str, Any], sender: dict[str, Any], **content: Any) -> Message:
        """Store a message."""
        message = Message(next(self._ids), chat, self.now(), sender, **content)
        self.rooms[chat["id"]] = chat
        self.chats.setdefault(chat["id"], {})[message.id] = message
        return message

    def query(self, chat: int) -> str:
        """A tap's number."""
        number = str(next(self._taps))
        self._queries[number] = (chat, self.now())
        return number

    async def until(self, met: Callable[[], bool], seconds: float = 60.0) -> None:
        """Wait for something to become true."""
        async with asyncio.timeout(seconds), self.changed:
            while not met():
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(0.05):
                        await self.changed.wait()

    async def _notify(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    async def _deliver(self, update: dict[str, Any]) -> None:
        pause = 0.1
        while True:
            address, secret = self.addresses(self.webhook["url"]), self.webhook.get("secret_token", "")
            headers = {"x-telegram-bot-api-secret-token": secret}
            try:
                status = await self._poster.post(address, json.dumps(update).encode(), headers)
                done = status // 100 == 2
            except (OSError, asyncio.IncompleteReadError):
                done = False
            if done and update["update_id"] in self._pending:
                self._acknowledge(update["update_id"])
                await self._notify()
                done = not self.repeats()
            if done:
                return
            self.redelivered += 1
            await asyncio.sleep(pause)
            pause = min(2 * pause, 2.0)

    async def _serve(self, path: str, params: Params) -> Answer:
        token, _, method = path.removeprefix("/bot").partition("/")
        self.calls.append(Call(method, params, time.monotonic()))
        fault = self._fault(method, params)
        if fault is not None and fault.until is not None:
            await fault.until.wait()
        effect = fault.effect if fault else None
        if effect == "drop":
            return None
        if effect == "not json":
            return 200, b"<html>"
        try:
            self._known(token)
            _refuse(effect)
            result = await self._call(method, dict(params))
        except Refused as refused:
            self.refusals.append(f"{method}: {refused.description}")
            answer = {"ok": False, "error_code": refused.code, "description": refused.description}
            if refused.parameters:
                answer["parameters"] = refused.parameters
            return refused.code, json.dumps(answer).encode()
        finally:
            await self._notify()
        return None if effect == "drop after" else (200, json.dumps({"ok": True, "result": result}).encode())

    def _known(self, token: str) -> None:
        if token != self.token:
            raise Refused(401, "Unauthorized")

    def _fault(self, method: str, params: Params) -> Fault | None:
        chat = int(params["chat_id"]) if "chat_id" in params else None
        for fault in self.faults:
            if fault.times and fault.method in (None, method) and fault.chat in (None, chat):
                fault.times -= 1
                return fault
        return None

    async def _call(self, method: str, params: Params) -> Any:
        known = getattr(self, f"_on_{method}", None)
        if known is None:
            raise Refused(404, "Not Found")
        found = known(params)
        result = await found if asyncio.iscoroutine(found) else found
        if params:
            raise bad(f"unknown parameters {sorted(params)}")
        return result

    def _on_getMe(self, params: Params) -> Any:  # noqa: ARG002, N802 - named as Telegram names it
        return BOT | {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}

    async def _on_getUpdates(self, params: Params) -> Any:  # noqa: N802
        if self.webhook:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active")
        offset, ends = int(params.pop("offset", 0)), time.monotonic() + int(params.pop("timeout", 0))
        wanted = params.pop("allowed_updates")
        for number in [number for number in self._pending if number < offset]:
            self._acknowledge(number)
        await self._notify()
        self._poll += 1
        mine = self._poll
        while True:
            found = [one for one in self._pending.values() if one.keys() & set(wanted)]
            if self.webhook:
                raise Refused(409, "Conflict: terminated by setWebhook request")
            if self._poll != mine:
                raise Refused(409, "Conflict: terminated by other getUpdates request")
            if found or time.monotonic() >= ends:
                return found[:100]
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(max(0.01, ends - time.monotonic())), self.changed:
                    await self.changed.wait()

    def _on_setWebhook(self, params: Params) -> Any:  # noqa: N802
        url, secret = params.pop("url"), params.pop("secret_token", "")
        if not url.startswith(("https://", "http://127.0.0.1:")):  # the latter as of a local Bot API server
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        self.webhook = {"url": url, "secret_token": secret, "allowed": params.pop("allowed_updates")}
        params.pop("max_connections")
        for number in self._pending:
            self.deliver(number)
        return True

    def _on_deleteWebhook(self, params: Params) -> Any:  # noqa: N802
        assert params.pop("drop_pending_updates", False) is False
        self.webhook = {}
        return True

    def _on_sendMessage(self, params: Params) -> Any:  # noqa: N802
        assert params.pop("disable_notification") is True
        assert params.pop("link_preview_options") == {"is_disabled": True}
        chat = self._chat(params)
        other = {"message_thread_id": int(params.pop("message_thread_id"))} if "message_thread_id" in params else {}
        entities = params.pop("entities", [])
        text = check_text(params.pop("text", ""), entities)
        keyboard = check_keyboard(params.pop("reply_markup", None))
        return self.put(chat, BOT, text=text, entities=entities, keyboard=keyboard, other=other).told()

    def _on_sendDocument(self, params: Params) -> Any:  # noqa: N802
        assert params.pop("disable_notification") is True
        chat, file = self._chat(params), params.pop("document")
        if isinstance(file, str):  # the library may name the part that holds it
            file = params.pop(file.removeprefix("attach://"))
        check_length(params["caption"], 1024)
        keyboard = check_keyboard(params.pop("reply_markup", None))
        return self.put(chat, BOT, file=file, keyboard=keyboard, other={"caption": params.pop("caption")}).told()

    def _on_sendPhoto(self, params: Params) -> Any:  # noqa: N802
        assert params.pop("disable_notification") is True
        chat, file = self._chat(params), params.pop("photo")
        if isinstance(file, str):
            file = params.pop(file.removeprefix("attach://"))
        check_length(params["caption"], 1024)
        check_photo(file[1] if isinstance(file, tuple) else file)
        return self.put(chat, BOT, file=file, other={"caption": params.pop("caption")}).told()

    def _on_editMessageText(self, params: Params) -> Any:  # noqa: N802
        assert params.pop("link_preview_options") == {"is_disabled": True}
        message = self._message(params, "edit")
        if message.sender is not BOT or message.file is not None:
            raise bad("message can't be edited")
        entities = params.pop("entities", [])
        text = check_text(params.pop("text", ""), entities)
        keyboard = check_keyboard(params.pop("reply_markup", None))
        if (text, entities, keyboard) == (message.text, message.entities, message.keyboard):
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the same as "
                "a current content and reply markup of the message"
            )
        message.text, message.entities, message.keyboard = text, entities, keyboard
        return message.told() | {"edit_date": int(self.now())}

    def _on_deleteMessages(self, params: Params) -> Any:  # noqa: N802
        chat, numbers = int(params.pop("chat_id")), params.pop("message_ids")
        if not 1 <= len(numbers) <= 100:
            raise bad("message identifiers are not specified")
        for number in numbers:  # what is not found is skipped
            self.chats[chat].pop(number, None)
        return True

    def _on_getWebhookInfo(self, params: Params) -> Any:  # noqa: ARG002, N802
        return {
            "url": self.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self._pending),
        }

    def _on_deleteMessage(self, params: Params) -> Any:  # noqa: N802
        message = self._message(params, "delete")
        if self.now() - message.date > TWO_DAYS:
            raise bad("message can't be deleted for everyone")
        del self.chats[message.chat["id"]][message.id]
        return True

    def _on_answerCallbackQuery(self, params: Params) -> Any:  # noqa: N802
        chat, asked = self._queries.pop(params.pop("callback_query_id"), (0, 0.0))
        if self.now() - asked > OLDEST_QUERY:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        text = params.pop("text", "")
        check_length(text, 200)
        params.pop("show_alert", None)
        self.told[f"alert {chat}"] = text
        return True

    def _on_setMyCommands(self, params: Params) -> Any:  # noqa: N802
        check_commands(params["commands"])
        assert params.pop("scope") == {"type": "all_private_chats"}
        self.told[f"commands {params.pop('language_code', '')}"] = params.pop("commands")
        return True

    def _on_setMyDescription(self, params: Params) -> Any:  # noqa: N802
        check_length(params["description"], 512)
        self.told[f"description {params.pop('language_code', '')}"] = params.pop("description")
        return True

    def _on_setMyShortDescription(self, params: Params) -> Any:  # noqa: N802
        check_length(params["short_description"], 120)
        self.told[f"about {params.pop('language_code', '')}"] = params.pop("short_description")
        return True

    def _on_setChatMenuButton(self, params: Params) -> Any:  # noqa: N802
        self.told["menu"] = params.pop("menu_button")
        return True

    def _chat(self, params: Params) -> dict[str, Any]:
        found = self.rooms.get(int(params.pop("chat_id")))
        if found is None:
            raise bad("chat not found")
        return found

    def _message(self, params: Params, what: str) -> Message:
        found = self.chats.get(int(params.pop("chat_id")), {}).get(int(params.pop("message_id")))
        if found is None:
            raise bad(f"message to {what} not found")
        return found


def _refuse(effect: str | int | None) -> None:
    """Fail as the script says."""
    if isinstance(effect, int):
        raise Refused(429, f"Too Many Requests: retry after {effect}", retry_after=effect)
    if effect == "blocked":
        raise Refused(403, "Forbidden: bot was blocked by the user")
    if effect == "404":
        raise Refused(404, "Not Found")
    if effect == "500":
        raise Refused(500, "Internal Server Error")


def _person_of(update: dict[str, Any]) -> int | None:
    content = next(value for key, value in update.items() if key != "update_id")
    sender = content.get("from") if isinstance(content, dict) else None
    return sender["id"] if isinstance(sender, dict) else None
