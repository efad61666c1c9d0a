"""The participants' chat: every page is one GET, every tap one POST that is answered by the way to the next page."""

import base64
import binascii
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.conversation.machine import Conversation
from bot.conversation.state import SHOW, Action, Moment, State, Subject
from bot.conversation.ticket import ForgedError, OutdatedError, Tickets
from bot.conversation.wording import Wording
from bot.faces.web.guard import Guard
from bot.faces.web.languages import guess_language, language_of
from bot.faces.web.participant.pages import Pages
from bot.faces.web.static_files import STATIC
from criteria.languages import LANGUAGES, Language

ID_BYTES = 16
ID_LENGTH = 22
MOST_FIELDS = 8
FORM = "application/x-www-form-urlencoded"
PRESENT = "#now"
"""Where the present card stands on its page: the browser goes there and puts the focus on its heading."""
KEEP_FOR_EVER = "public, max-age=31536000, immutable"


def participant_app(
    conversation: Conversation,
    tickets: Tickets,
    wording: Wording,
    clock: Callable[[], Moment],
    *,
    channels: Mapping[str, int] | None = None,
    reached: Callable[[State, Action, str], None] | None = None,
) -> Starlette:
    """The chat as a web application.

    `channels`: the number of each recruitment channel's name; others count as none. `reached` is
    told of each step after it was taken and of the client's address, never of a page that is only looked at.
    """
    pages = Pages(wording)
    chat = _Chat(conversation, tickets, pages, clock, channels or {}, reached)
    default = conversation.context.about.default_language

    def refuse(status: int, accepted: str) -> Response:
        return HTMLResponse(pages.trouble(guess_language(accepted, default), status), status)

    async def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        response = HTMLResponse(pages.trouble(language_of(request), status), status)
        response.headers.update(getattr(error, "headers", None) or {})
        return response

    app = Starlette(
        routes=[
            Route("/", chat.welcome, methods=["GET"]),
            Route("/s/{study}", chat.study, methods=["GET"]),
            Route("/i/{condition}", chat.condition, methods=["GET"]),
            Route("/c/{conversation}/{ticket}", chat.show, methods=["GET"]),
            Route("/c/{conversation}", chat.tap, methods=["POST"]),
            Route("/finish", chat.finish, methods=["POST"]),
            Route("/bye", chat.bye, methods=["GET"]),
            Route("/static/{name}", _static, methods=["GET"]),
            Route("/robots.txt", _robots, methods=["GET"]),
        ],
        middleware=[Middleware(Guard, refuse=refuse)],
        exception_handlers={HTTPException: refused},
    )
    app.state.default_language = default
    app.router.redirect_slashes = False  # such a redirect would repeat the address that was sent
    return app


@dataclass(frozen=True)
class _Chat:
    """The pages that belong to conversations."""

    conversation: Conversation
    tickets: Tickets
    pages: Pages
    clock: Callable[[], Moment]
    channels: Mapping[str, int]
    reached: Callable[[State, Action, str], None] | None

    async def welcome(self, request: Request) -> Response:
        """The first page, where the language and then the study are chosen."""
        return self._first(language_of(request), channel=self._channel(request))

    async def study(self, request: Request) -> Response:
        """The first page of one study: what a poster's link opens."""
        catalogue, wanted = self.conversation.context.catalogue, request.path_params["study"]
        found = catalogue.find(wanted)
        if found is None and catalogue.withholds(wanted):
            return self._first(language_of(request), channel=self._channel(request), notice="withheld")
        if found is None:
            raise HTTPException(404)
        condition, study = found
        return self._first(language_of(request), Subject(condition.id, study.id), self._channel(request))

    async def condition(self, request: Request) -> Response:
        """The first page of one illness: its studies to choose from, or the only one's first page."""
        wanted = request.path_params["condition"].lower()
        found = next((one for one in self.conversation.context.catalogue.conditions if one.lower() == wanted), None)
        if found is None:
            raise HTTPException(404)
        language, channel = language_of(request), self._channel(request)
        return self._shown(self.conversation.start_at(language, self.clock(), found, channel))

    async def show(self, request: Request) -> Response:
        """The card that a ticket leads to. Nothing is changed by looking."""
        identity = request.path_params["conversation"]
        # Some programs send the fragment of our redirect along; browsers keep it to themselves.
        ticket = request.path_params["ticket"].removesuffix(PRESENT)
        moment = self.clock()
        try:
            state, action = self.tickets.read(ticket, _holder(identity), moment.hour)
        except ForgedError:
            raise HTTPException(400) from None
        except OutdatedError as outdated:
            return self._again(outdated)
        return self._page(self.conversation.step(state, action, moment), identity)

    async def tap(self, request: Request) -> Response:
        """Take the step of the button that was pressed, and lead to the page that shows where it led."""
        identity = request.path_params["conversation"]
        holder = _holder(identity)
        moment = self.clock()
        try:
            before, action = self.tickets.read(await _pressed(request), holder, moment.hour)
        except ForgedError:
            raise HTTPException(400) from None
        except OutdatedError as outdated:
            return self._again(outdated)
        state = self.conversation.step(before, action, moment)
        if self.reached is not None:
            self.reached(state, action, request.client.host if request.client else "")
        return RedirectResponse(f"/c/{identity}/{self.tickets.write(state, SHOW, holder)}{PRESENT}", 303)

    async def finish(self, request: Request) -> Response:
        """Leave; there is nothing to delete here, and the page it leads to holds no answer."""
        wanted = (await _fields(request)).get("lang", [""])[0]
        language = wanted if wanted in LANGUAGES else language_of(request)
        return RedirectResponse(f"/bye?lang={language}", 303)

    async def bye(self, request: Request) -> Response:
        """The farewell: what was kept (nothing), and how to clear this device."""
        return HTMLResponse(self.pages.said(language_of(request), "bye", 3), headers={"Clear-Site-Data": '"cache"'})

    def _channel(self, request: Request) -> int:
        return self.channels.get(request.query_params.get("c", ""), 0)

    def _first(
        self, language: Language, subject: Subject | None = None, channel: int = 0, notice: str = ""
    ) -> Response:
        """The first page of a new conversation."""
        return self._shown(self.conversation.start(language, self.clock(), subject, channel), notice)

    def _shown(self, state: State, notice: str = "") -> Response:
        """A state on the first page of a conversation, which gets its id here."""
        identity = base64.urlsafe_b64encode(secrets.token_bytes(ID_BYTES)).rstrip(b"=").decode()
        return self._page(state, identity, notice)

    def _again(self, outdated: OutdatedError) -> Response:
        return self._first(outdated.language, outdated.subject, notice=outdated.notice)

    def _page(self, state: State, identity: str, notice: str = "") -> Response:
        ticket = self.tickets.writer(state, _holder(identity))
        return HTMLResponse(self.pages.card(self.conversation.view(state), identity, ticket, notice))


def _holder(identity: str) -> bytes:
    """What a conversation's tickets are sealed with; refuses what is no conversation's id."""
    try:
        raw = base64.b64decode(f"{identity}==", altchars=b"-_", validate=True) if len(identity) == ID_LENGTH else b""
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != ID_BYTES:
        raise HTTPException(400)
    return b"web:" + raw


async def _pressed(request: Request) -> str:
    """The ticket of the button that was pressed."""
    tickets = (await _fields(request)).get("t", [])
    if len(tickets) != 1:
        raise HTTPException(400)
    return tickets[0]


async def _fields(request: Request) -> dict[str, list[str]]:
    """The fields of a form as browsers send it."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415)
    try:
        return parse_qs((await request.body()).decode("ascii"), max_num_fields=MOST_FIELDS)
    except ValueError:
        raise HTTPException(400) from None


async def _static(request: Request) -> Response:
    file = STATIC.get(request.path_params["name"])
    if file is None:
        raise HTTPException(404)
    keep = KEEP_FOR_EVER if request.query_params.get("v") == file.version else "no-cache"
    return Response(file.content, media_type=file.media_type, headers={"Cache-Control": keep})


async def _robots(request: Request) -> Response:  # noqa: ARG001 - a route's form
    return PlainTextResponse("User-agent: *\nDisallow: /c/\n")
