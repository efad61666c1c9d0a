"""The one place that knows every part and joins them: settings, definitions, conversation, faces."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Router
from starlette.types import ASGIApp

from bot import approvals, definitions, keys, log
from bot.conversation.cards.context import About
from bot.conversation.face import Face
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.state import Action, Moment, State
from bot.conversation.ticket import OLDEST, Tickets
from bot.conversation.wording import Wording
from bot.faces.telegram.abilities import FACE as TELEGRAM
from bot.faces.telegram.face import TelegramFace
from bot.faces.telegram.sentences import Sentences as TelegramSentences
from bot.faces.web.connections import MOST, patient_protocol
from bot.faces.web.coordinators.app import coordinators_app
from bot.faces.web.coordinators.sign_in import DOOR
from bot.faces.web.guard import SERVER_EVENT_BYTES
from bot.faces.web.health import health_app, works
from bot.faces.web.participant.app import participant_app
from bot.faces.web.participant.face import FACE as WEB
from bot.faces.web.participant.sentences import Sentences as WebSentences
from bot.faces.web.site import Site
from bot.figures import TEXTS as FUNNEL_TEXTS
from bot.figures.bulletin import Bulletins
from bot.funnel.counting import channel_numbers
from bot.funnel.release import Release
from bot.funnel.service import FunnelService, open_service, utc_now
from bot.funnel.sources import Source
from bot.listen import address, listening, noted, room
from bot.running import Server, run
from bot.script.document import Medium
from bot.settings import Settings
from criteria.catalogue import Catalogue

LOG = logging.getLogger(__name__)
SECONDS_TO_STOP = 5


def now() -> Moment:
    """The present hour, and fresh chance."""
    return Moment(int(time.time()) // 3600, secrets.randbits(32))


def open_funnel(
    settings: Settings,
    catalogue: Catalogue,
    secrets: Sequence[bytes] = (),
    *,
    demonstration: bool = False,
    now: Callable[[], datetime] = utc_now,
    released: Callable[[Release], object] = lambda _release: None,
) -> FunnelService:
    """The funnel over these definitions, with the settings' secrets unless others are given.

    Raises KeyFileError and FunnelError.
    """
    plan = settings.plan(demonstration=demonstration)
    return open_service(plan, catalogue, secrets or _secrets(settings), now=now, released=released)


def _secrets(settings: Settings) -> tuple[bytes, ...]:
    """From which every use derives its own key, the present one first; raises KeyFileError."""
    return keys.ticket_secrets([key.get_secret_value() for key in settings.secret_key], settings.data)


@dataclass(frozen=True)
class Product:
    """The parts that run together."""

    web: ASGIApp
    """All pages; with a webhook, also the address to which Telegram delivers."""
    telegram: TelegramFace | None


def built(settings: Settings, *, demonstration: bool = False, preview: bool = False) -> Product:
    """The faces over the definitions of the settings, counted by the funnel while they run.

    `preview`: drafts are served, too; then nobody is counted.

    Raises DefinitionError, KeyFileError, FunnelError and TelegramStartError.
    """
    everything = definitions.served(settings.criteria, preview=preview)
    catalogue, withheld = approvals.offered(everything, settings.criteria)
    for warning in (*everything.warnings, *withheld):
        LOG.warning("%s", warning)
    seal = SivSeal(_secrets(settings))
    wording = Wording(WEB.texts)
    told: list[Callable[[], None]] = []
    service = open_funnel(
        settings, catalogue, demonstration=demonstration, released=lambda _release: [tell() for tell in told]
    )
    channels = channel_numbers(settings.channels)
    on_web, on_telegram = catalogue.on("web"), catalogue.on("telegram")
    conversation = Conversation(on_web, wording, about(settings, WEB))

    def reached(state: State, action: Action, address: str) -> None:
        _count(service, catalogue, state, action, Source("web", address))

    tickets = Tickets(on_web, seal, settings.web_hours)
    chat = participant_app(
        conversation, tickets, wording, now, channels=channels, reached=reached, public_url=settings.public_url
    )
    telegram = _telegram(settings, on_telegram, Tickets(on_telegram, seal), channels, service)
    if telegram is not None:
        told.append(telegram.released)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with service.running():
            yield

    words = Wording(FUNNEL_TEXTS)
    public = bool(settings.public_url)
    figures = coordinators_app(
        service,
        everything,
        words,
        service.calendar,
        service.now,
        public=public,
        demonstration=demonstration,
        default_language=settings.default_language,
    )
    secret = settings.webhook_secret
    hook = telegram.webhook(settings.public_url, secret) if telegram and secret else None
    site = Site(
        chat=chat,
        figures=figures,
        health=health_app(
            {"web": works, "definitions": works, "funnel": service.well}
            | ({"telegram": telegram.well} if telegram else {})
        ),
        lifespan=lifespan,
        hook=(hook.path, Router([hook])) if hook else None,
        trusted=settings.trusted_proxies,
        https=public,
    )
    return Product(site, telegram)


def _count(service: FunnelService, catalogue: Catalogue, state: State, action: Action, source: Source) -> None:
    """Count a step; nobody is counted while drafts are previewed."""
    if not catalogue.decisions:
        service.reached(state, action, source)


def about(settings: Settings, face: Face) -> About:
    """A face, and who runs this and whom to ask."""
    return About(face, settings.operator, settings.privacy_contact, settings.help_contact, settings.default_language)


def media(settings: Settings) -> tuple[Medium, ...]:
    """The faces, as the committee's script reads them."""
    return (
        Medium("web", WEB, partial(WebSentences, hours=settings.web_hours), settings.web_hours),
        Medium("telegram", TELEGRAM, TelegramSentences, OLDEST),
    )


def _telegram(
    settings: Settings, catalogue: Catalogue, tickets: Tickets, channels: Mapping[str, int], service: FunnelService
) -> TelegramFace | None:
    if settings.telegram_bot_token is None:
        return None
    wording = Wording(TELEGRAM.texts)
    door = f"{settings.public_url}{DOOR}/" if settings.public_url else ""
    return TelegramFace(
        Conversation(catalogue, wording, about(settings, TELEGRAM)),
        tickets,
        wording,
        now,
        settings.telegram_bot_token.get_secret_value(),
        settings.telegram_api_url or None,
        channels,
        reached=lambda state, action, chat: _count(service, catalogue, state, action, Source("telegram", str(chat))),
        coordinator_ids=settings.coordinator_ids,
        bulletins=Bulletins(service, catalogue, Wording(FUNNEL_TEXTS), door),
    )


async def announce(settings: Settings, catalogue: Catalogue, service: FunnelService) -> None:
    """Tell the coordinators on Telegram of a release that this process made without serving anybody.

    Raises TelegramStartError.
    """
    tickets = Tickets(catalogue, SivSeal(_secrets(settings)))
    telegram = _telegram(settings, catalogue, tickets, {}, service) if settings.coordinator_ids else None
    if telegram is not None:
        try:
            await telegram.announce()
        finally:
            await telegram.close()


def serve(
    settings: Settings, say: Callable[[str, str], None], *, demonstration: bool = False, preview: bool = False
) -> None:
    """Run until a signal comes; `say` gets the address and what is to be said of Telegram, once both are known.

    Raises StartError and what `built` raises.
    """
    log.set_up(settings.log_level)
    product = built(settings, demonstration=demonstration, preview=preview)
    sock = listening(settings.host, settings.port)
    host, port = sock.getsockname()[:2]
    here = address(host, port)
    config = uvicorn.Config(
        product.web,
        http=patient_protocol(room(MOST), https=bool(settings.public_url)),
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        lifespan="on",
        ws="none",
        h11_max_incomplete_event_size=SERVER_EVENT_BYTES,
        timeout_graceful_shutdown=SECONDS_TO_STOP,
        proxy_headers=False,  # the site believes TRUSTED_PROXIES
    )
    with noted(settings.data, here):
        asyncio.run(run(Server(config), sock, product.telegram, lambda telegram: say(here, telegram)))
