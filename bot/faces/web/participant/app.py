"""The participants' chat: every page is one GET, every tap one POST that is answered by the way to the next page."""

import base64
import binascii
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.conversation.machine import Conversation
from bot.conversation.state import SHOW, Action, Moment, Screen, State, Subject
from bot.conversation.ticket import CLOCKS, LONGEST, ForgedError, OutdatedError, Tickets
from bot.conversation.wording import Wording
from bot.faces.web.guard import Guard
from bot.faces.web.languages import guess_language, language_of
from bot.faces.web.participant.cleared import Cleared
from bot.faces.web.participant.pages import Pages
from bot.faces.web.participant.type_size import query, wishes_larger
from bot.faces.web.square import link, square_of
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
    public_url: str = "",
) -> Starlette:
    """The chat as a web application.

    `channels`: the number of each recruitment channel's name; others count as none. `reached` is
    told of each step after it was taken and of the client's address, never of a page that is only looked at.
    """
    pages = Pages(wording, tickets.oldest, public_url)
    cleared = Cleared(tickets.oldest + CLOCKS)
    chat = _Chat(conversation, tickets, pages, clock, channels or {}, reached, cleared, public_url)
    default = conversation.context.about.default_language

    def refuse(status: int, accepted: str) -> Response:
        return HTMLResponse(pages.trouble(guess_language(accepted, default), status), status)

    async def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        response = HTMLResponse(pages.trouble(language_of(request), status, larger=wishes_larger(request)), status)
        response.headers.update(getattr(error, "headers", None) or {})
        return response

    app = Starlette(
        routes=[
            Route("/", chat.welcome, methods=["GET"]),
            Route("/s/{study}", chat.study, methods=["GET"]),
            Route("/s/{study}/", chat.study, methods=["GET"]),
            Route("/q/{study}.svg", chat.square, methods=["GET"]),
            Route("/i/{condition}", chat.condition, methods=["GET"]),
            Route("/i/{condition}/", chat.condition, methods=["GET"]),
            Route("/accessibility", chat.accessibility, methods=["GET"]),
            Route("/c/{conversation}/{ticket}", chat.show, methods=["GET"]),
            Route("/c/{conversation}", chat.tap, methods=["POST"]),
            Route("/finish", chat.finish, methods=["POST"]),
            Route("/bye", chat.bye, methods=["GET"]),
            Route("/cleared", chat.bye_cleared, methods=["GET"]),
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
    cleared: Cleared
    public_url: str
    measured: dict[tuple[Subject | None, Language, bool], int] = field(default_factory=dict)
    """How large the page of a result has to be; bounded by the definitions."""

    async def welcome(self, request: Request) -> Response:
        """The first page, where the language and then the study are chosen."""
        return self._first(request)

    async def study(self, request: Request) -> Response:
        """The first page of one study: what a poster's link opens."""
        catalogue, wanted = self.conversation.context.catalogue, request.path_params["study"]
        found = catalogue.find(wanted)
        if found is None and catalogue.withholds(wanted):
            return self._first(request, notice="withheld")
        if found is None:
            raise HTTPException(404)
        condition, study = found
        return self._first(request, Subject(condition.id, study.id))

    async def square(self, request: Request) -> Response:
        """The square code of a study's own link, which holds no conversation."""
        found = self.conversation.context.catalogue.find(request.path_params["study"])
        if found is None:
            raise HTTPException(404)
        base = self.public_url or str(request.base_url).rstrip("/")
        return Response(square_of(link(base, found[1])), media_type="image/svg+xml")

    async def accessibility(self, request: Request) -> Response:
        """How accessible the pages are, and whom to tell of a barrier."""
        larger = wishes_larger(request)
        return HTMLResponse(self.pages.said(language_of(request), "accessibility", 5, larger=larger, switches=True))

    async def condition(self, request: Request) -> Response:
        """The first page of one illness: its studies to choose from, or the only one's first page."""
        wanted = request.path_params["condition"].lower()
        found = next((one for one in self.conversation.context.catalogue.conditions if one.lower() == wanted), None)
        if found is None:
            raise HTTPException(404)
        state = self.conversation.start_at(language_of(request), self.clock(), found, self._channel(request))
        return self._shown(replace(state, wished=wishes_larger(request)))

    async def show(self, request: Request) -> Response:
        """The card that a ticket leads to. Nothing is changed by looking."""
        if "prefetch" in f"{request.headers.get('sec-purpose', '')} {request.headers.get('purpose', '')}".lower():
            raise HTTPException(403)  # nobody has asked to see it yet
        identity = request.path_params["conversation"]
        # Some programs send the fragment of our redirect along; browsers keep it to themselves.
        ticket = request.path_params["ticket"].removesuffix(PRESENT)
        moment = self.clock()
        opened = self._opened(ticket, _holder(identity), moment.hour)
        if isinstance(opened, Response):
            return opened
        return self._page(self.conversation.step(*opened, moment), identity)

    async def tap(self, request: Request) -> Response:
        """Take the step of the button that was pressed, and lead to the page that shows where it led."""
        identity = request.path_params["conversation"]
        holder = _holder(identity)
        moment = self.clock()
        opened = self._opened(_pressed(await _fields(request)), holder, moment.hour)
        if isinstance(opened, Response):
            return opened
        before, action = opened
        state = self.conversation.step(before, action, moment)
        if self.reached is not None:
            self.reached(state, action, request.client.host if request.client else "")
        return RedirectResponse(f"/c/{identity}/{self.tickets.write(state, SHOW, holder)}{PRESENT}", 303)

    async def finish(self, request: Request) -> Response:
        """Leave; a conversation whose ticket comes along and opens, be it expired, is cleared."""
        fields = await _fields(request)
        wanted = fields.get("lang", [""])[0]
        language = wanted if wanted in LANGUAGES else language_of(request)
        goes_on = query(language, larger=fields.get("type") == ["large"])
        if "t" not in fields:
            return RedirectResponse(f"/bye?{goes_on}", 303)
        holder = _holder(fields.get("c", [""])[0])
        hour = self.clock().hour
        self._opened(_pressed(fields), holder, hour)
        self.cleared.add(holder, hour)
        return RedirectResponse(f"/cleared?{goes_on}", 303)

    async def bye(self, request: Request) -> Response:
        """The farewell of who leaves a page that belongs to no conversation: how to clear this device."""
        return self._farewell(request, "bye")

    async def bye_cleared(self, request: Request) -> Response:
        """The farewell: what was cleared, what remains, and how to clear this device."""
        return self._farewell(request, "cleared")

    def _farewell(self, request: Request, name: str) -> Response:
        page = self.pages.said(language_of(request), name, 3, larger=wishes_larger(request))
        return HTMLResponse(page, headers={"Clear-Site-Data": '"cache"'})

    def _opened(self, ticket: str, holder: bytes, hour: int) -> tuple[State, Action] | Response:
        """What a ticket holds; or the page that says that it has expired or was cleared, or that begins again."""
        try:
            state, action = self.tickets.read(ticket, holder, hour)
        except ForgedError:
            raise HTTPException(400) from None
        except OutdatedError as outdated:
            if outdated.expired or self.cleared.holds(holder, hour):
                return self._gone(outdated.language)
            return self._again(outdated)
        return self._gone(state.language) if self.cleared.holds(holder, hour) else (state, action)

    def _gone(self, language: Language) -> Response:
        """The same whether it has expired or was cleared, and whatever it was about."""
        return HTMLResponse(self.pages.trouble(language, HTTPStatus.GONE), HTTPStatus.GONE)

    def _channel(self, request: Request) -> int:
        return self.channels.get(request.query_params.get("c", ""), 0)

    def _first(self, request: Request, subject: Subject | None = None, notice: str = "") -> Response:
        """The first page of a new conversation."""
        state = self.conversation.start(language_of(request), self.clock(), subject, self._channel(request))
        return self._shown(replace(state, wished=wishes_larger(request)), notice)

    def _shown(self, state: State, notice: str = "") -> Response:
        """A state on the first page of a conversation, which gets its id here."""
        identity = base64.urlsafe_b64encode(secrets.token_bytes(ID_BYTES)).rstrip(b"=").decode()
        return self._page(state, identity, notice, first=True)

    def _again(self, outdated: OutdatedError) -> Response:
        state = self.conversation.start(outdated.language, self.clock(), outdated.subject)
        return self._shown(state, outdated.notice)

    def _page(self, state: State, identity: str, notice: str = "", *, first: bool = False) -> Response:
        ticket = self.tickets.writer(state, _holder(identity))
        card = self.conversation.view(state)
        least = self._least(state) if card.results and card.screen is not Screen.SHEET else 0
        return HTMLResponse(
            self.pages.card(card, identity, ticket, notice, first=first, larger=state.wished, least=least)
        )

    def _least(self, state: State) -> int:
        """The size of every page with results of what a state is about: that of the fullest ones, measured once."""
        key = (state.subject, state.language, state.for_other)
        if key not in self.measured:
            full = self.conversation.fullest(state)
            self.measured[key] = max(
                len(self.pages.card(one, "-" * ID_LENGTH, lambda _action: "-" * LONGEST, larger=True)) for one in full
            )
        return self.measured[key]


def _holder(identity: str) -> bytes:
    """What a conversation's tickets are sealed with; refuses what is no conversation's id."""
    try:
        raw = base64.b64decode(f"{identity}==", altchars=b"-_", validate=True) if len(identity) == ID_LENGTH else b""
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != ID_BYTES:
        raise HTTPException(400)
    return b"web:" + raw


def _pressed(fields: Mapping[str, list[str]]) -> str:
    """The ticket of the button that was pressed."""
    tickets = fields.get("t", [])
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
    headers = {"Cache-Control": keep, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(file.small, media_type=file.media_type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(file.content, media_type=file.media_type, headers=headers)


async def _robots(request: Request) -> Response:  # noqa: ARG001 - a route's form
    return PlainTextResponse("User-agent: *\nDisallow: /c/\n")
