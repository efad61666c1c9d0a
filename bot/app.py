"""The one place that knows every part and joins them: settings, definitions, conversation, faces."""

import asyncio
import contextlib
import errno
import logging
import secrets
import socket
import time
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import Receive, Scope, Send

from bot import check, keys, log
from bot.conversation.machine import Conversation
from bot.conversation.seal import KEY_BYTES, SivSeal, derive
from bot.conversation.stage import About
from bot.conversation.state import Moment
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.counting import channel_numbers
from bot.faces.web.coordinators import coordinators_app
from bot.faces.web.coordinators_door import PATH
from bot.faces.web.guard import SERVER_EVENT_BYTES
from bot.faces.web.pages import TEXTS as WEB_TEXTS
from bot.faces.web.participant import participant_app
from bot.office import Office, open_office, utc_now
from bot.reading import TEXTS as FUNNEL_TEXTS
from bot.settings import Settings
from criteria.catalogue import Catalogue

LOG = logging.getLogger(__name__)
SECONDS_TO_STOP = 5


class StartError(Exception):
    """The product cannot start; the message is one line that says what to do."""


def now() -> Moment:
    """The present hour, and fresh chance."""
    return Moment(int(time.time()) // 3600, secrets.randbits(32))


def funnel_office(
    settings: Settings,
    catalogue: Catalogue,
    *,
    demonstration: bool = False,
    now: Callable[[], datetime] = utc_now,
) -> Office:
    """The funnel over these definitions; raises KeyFileError and OfficeError."""
    return open_office(settings, catalogue, _secrets(settings), demonstration=demonstration, now=now)


def _secrets(settings: Settings) -> tuple[bytes, ...]:
    """From which every use derives its own key, the present one first; raises KeyFileError."""
    return keys.ticket_secrets([key.get_secret_value() for key in settings.secret_key], settings.data)


def address(settings: Settings) -> str:
    """Under which address people reach the web pages."""
    return settings.public_url or f"http://{settings.host}:{settings.port}"


def web_app(settings: Settings, *, demonstration: bool = False) -> Starlette:
    """The web chat over the definitions of the settings, counted by the funnel while it runs.

    Raises DefinitionError, KeyFileError and OfficeError.
    """
    catalogue = check.served(settings.criteria)
    for warning in catalogue.warnings:
        LOG.warning("%s", warning)
    tickets = Tickets(catalogue, SivSeal(_secrets(settings)))
    wording = Wording(WEB_TEXTS)
    about = About("web", settings.operator, settings.privacy_contact, settings.help_contact)
    office = funnel_office(settings, catalogue, demonstration=demonstration)
    channels = channel_numbers(settings.channels)
    conversation = Conversation(catalogue, wording, about)
    chat = participant_app(conversation, tickets, wording, now, channels=channels, reached=office.reached)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with office.running():
            yield

    words = Wording(FUNNEL_TEXTS)
    cookie_keys = [derive(secret, "coordinators' cookies", KEY_BYTES) for secret in _secrets(settings)]
    figures = coordinators_app(
        office, catalogue, words, office.calendar, office.now, keys=cookie_keys, public=bool(settings.public_url)
    )

    async def site(scope: Scope, receive: Receive, send: Send) -> None:
        """The coordinators' pages have addresses of their own; all others belong to the chat."""
        path = scope["path"]
        await (figures if path == PATH or path.startswith(f"{PATH}/") else chat)(scope, receive, send)

    return Starlette(routes=[Mount("/", site)], lifespan=lifespan)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; raises StartError that names the setting."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        sock = socket.socket(family, kind, protocol)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen(128)
    except socket.gaierror:
        raise StartError(
            f"the address {host} is not known here: set HOST (or --host), for example to 127.0.0.1"
        ) from None
    except OSError as error:
        told = {
            errno.EADDRINUSE: f"port {port} is in use: set PORT (or --port) to a free one, or stop the other program",
            errno.EACCES: f"port {port} may not be used by this account: set PORT (or --port) to 1024 or more",
            errno.EADDRNOTAVAIL: f"{host} is no address of this machine: set HOST (or --host), for example to 127.0.0.1",
        }.get(error.errno or 0, f"{host}:{port} cannot be opened ({error.strerror}): set HOST and PORT")
        raise StartError(told) from None
    sock.setblocking(False)
    return sock


def serve(settings: Settings, say: Callable[[str], None], *, demonstration: bool = False) -> None:
    """Run until stopped; `say` gets the line that tells where. Raises StartError and what `web_app` raises."""
    log.set_up(settings.log_level)
    app = web_app(settings, demonstration=demonstration)
    sock = listening(settings.host, settings.port)
    host, port = sock.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    say(f"http://{shown}:{port}")
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        lifespan="on",
        ws="none",
        h11_max_incomplete_event_size=SERVER_EVENT_BYTES,
        timeout_graceful_shutdown=SECONDS_TO_STOP,
        proxy_headers=True,
    )
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(uvicorn.Server(config).serve(sockets=[sock]))


def folder(given: Path | None, settings: Settings) -> Path | None:
    """The folder of definitions: as given on the command line, else as set, else None for the shipped ones."""
    return given or settings.criteria
