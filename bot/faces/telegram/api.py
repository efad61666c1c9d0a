"""The library's bot with the two things that it does not leave to us: raw updates, and errors without the token."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache
from ssl import SSLContext
from typing import Any

from httpx import Limits, create_ssl_context
from telegram import Bot, MessageEntity, Update
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.faces.telegram.keyboard import Keyboard
from bot.plain import PlainError

OFFICIAL = "https://api.telegram.org"
CONNECTIONS = 64
KEPT_OPEN = 16
"""Idle connections; the library's time for each request grows with their square."""
POLL = timedelta(seconds=25)
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_OUR_CARD = frozenset({"text", "entities", "reply_markup", "link_preview_options"})
_FURTHER = 10.0
"""Seconds beyond a long poll's own time after which it counts as lost."""


class StartError(PlainError):
    """The face cannot start; the message is one line that says what to do, and holds no token."""


class Api(Bot):
    """A bot whose updates come unparsed, so that one that cannot be read does not take the others with it."""

    async def raw_updates(
        self, offset: int | None, wanted: tuple[str, ...], wait: timedelta = POLL
    ) -> list[dict[str, Any]]:
        """The next updates from `offset` on, which also tells that those before are done with."""
        found = await self._post(
            "getUpdates",
            {"offset": offset, "timeout": int(wait.total_seconds()), "allowed_updates": list(wanted)},
            read_timeout=wait.total_seconds() + _FURTHER,
        )
        return list(found)

    async def edited(
        self, chat: int, message: int, text: str, entities: Sequence[MessageEntity], keyboard: Keyboard | None
    ) -> None:
        """Put a text and a keyboard into a message; the answer, which is the message again, is not taken apart."""
        await self._post(
            "editMessageText",
            {
                "chat_id": chat,
                "message_id": message,
                "text": text,
                "entities": [entity.to_dict() for entity in entities] or None,
                "link_preview_options": {"is_disabled": True},
                "reply_markup": keyboard.raw() if keyboard else None,
            },
        )

    def parsed(self, raw: Mapping[str, Any]) -> Update | None:
        """An update, or None where it is none that the library understands."""
        try:
            return Update.de_json(_needed(raw), self)
        except Exception:  # noqa: BLE001 - whatever it stumbles over, it is Telegram's news, not ours
            return None


def _needed(raw: Mapping[str, Any]) -> dict[str, Any]:
    """An update without our own card in the message of a tap, which nobody reads and the library would take apart."""
    tap = raw.get("callback_query")
    if not isinstance(tap, dict) or not isinstance(message := tap.get("message"), dict):
        return dict(raw)
    left = {key: value for key, value in message.items() if key not in _OUR_CARD}
    return {**raw, "callback_query": {**tap, "message": left}}


def new_api(token: str, api_url: str | None) -> Api:
    """A bot at Telegram, or at another Bot API server; raises StartError."""
    if not _TOKEN.fullmatch(token):
        raise StartError("TELEGRAM_BOT_TOKEN is no token: put in what BotFather gave you, digits, a colon and letters")
    return Api(
        token,
        base_url=f"{(api_url or OFFICIAL).rstrip('/')}/bot",
        base_file_url=f"{(api_url or OFFICIAL).rstrip('/')}/file/bot",
        request=_request(CONNECTIONS),
        get_updates_request=_request(1),
    )


def _request(connections: int) -> HTTPXRequest:
    limits = Limits(max_connections=connections, max_keepalive_connections=min(connections, KEPT_OPEN))
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=5.0,
        read_timeout=10.0,
        write_timeout=10.0,
        pool_timeout=60.0,
        httpx_kwargs={"verify": _certificates(), "limits": limits},
    )


@cache
def _certificates() -> SSLContext:
    """Whom to trust; read once, since that takes longer than all the rest of starting."""
    return create_ssl_context()


async def begin(api: Api) -> str:
    """Open the connections and give the bot's user name; raises StartError."""
    try:
        await api.initialize()
    except InvalidToken:
        raise StartError(
            "Telegram refuses the token: copy it again from BotFather into TELEGRAM_BOT_TOKEN (and check TELEGRAM_API_URL, if set)"
        ) from None
    except TelegramError as error:
        raise StartError(_unreachable(error)) from None
    return api.username


def checked(secret: str) -> str:
    """The webhook's secret, if it has the form that Telegram asks for; else raises StartError."""
    if not _SECRET.fullmatch(secret):
        raise StartError(
            "TELEGRAM_WEBHOOK_SECRET needs 16 to 256 letters, digits, _ and -; make one with: openssl rand -hex 32"
        )
    return secret


async def register(api: Api, address: str, secret: str, wanted: tuple[str, ...]) -> None:
    """Have updates delivered to an address; raises StartError."""
    try:
        await api.set_webhook(address, secret_token=secret, allowed_updates=list(wanted), max_connections=40)
    except BadRequest as error:
        reason = error.message.removeprefix("Bad request: ").replace(api.token, "…").replace(secret, "…")
        raise StartError(
            f"Telegram refuses the webhook's address ({reason}): PUBLIC_URL must be reachable from outside over https, "
            "on port 443, 80, 88 or 8443"
        ) from None
    except TelegramError as error:
        raise StartError(_unreachable(error)) from None


async def unregister(api: Api) -> None:
    """Have updates kept for polling; raises StartError."""
    try:
        await api.delete_webhook(drop_pending_updates=False)
    except TelegramError as error:
        raise StartError(_unreachable(error)) from None


def _unreachable(error: TelegramError) -> str:
    return (
        f"the Telegram Bot API cannot be reached ({type(error).__name__}): check this machine's network, "
        "and TELEGRAM_API_URL, if set"
    )
