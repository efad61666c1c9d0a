"""The coordinators' pages put together: the door with its single-use link, and what is read behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.conversation.languages import DEFAULT
from bot.conversation.wording import Wording
from bot.faces.web.coordinators.pages import CoordinatorPages
from bot.faces.web.coordinators.reading import Reading
from bot.faces.web.coordinators.sign_in import PATH, Cookies, Event, Journal
from bot.faces.web.guard import Guard
from bot.faces.web.languages import guess_language, language_of
from bot.figures.archive import Archive
from bot.funnel.calendar import Calendar
from bot.funnel.release import UnreadableError
from criteria.catalogue import Catalogue
from criteria.languages import Language


def coordinators_app(
    archive: Archive,
    catalogue: Catalogue,
    wording: Wording,
    calendar: Calendar,
    now: Callable[[], datetime],
    *,
    public: bool,
    demonstration: bool = False,
    default_language: Language = DEFAULT,
) -> Starlette:
    """The pages as a web application, at /coordinators.

    `wording` includes the texts of `bot.figures`; `public` where people reach the pages by https; the
    `demonstration` shares no cookie with the real pages; `default_language` is for browsers that tell none.
    """
    pages = CoordinatorPages(wording)
    site = _Site(archive, now, pages, Cookies(public, demonstration), Journal())
    reading = Reading(archive, catalogue, wording, calendar, now, pages, site.knows, site.address)

    def refuse(status: int, accepted: str) -> Response:
        return HTMLResponse(pages.trouble(guess_language(accepted, default_language), status), status)

    async def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 503
        response = HTMLResponse(pages.trouble(language_of(request), status), status)
        response.headers.update(getattr(error, "headers", None) or {})
        return response

    app = Starlette(
        routes=[
            Route(f"{PATH}/enter/{{secret}}", site.door, methods=["GET"]),
            Route(f"{PATH}/enter/{{secret}}", site.enter, methods=["POST"]),
            Route(f"{PATH}/leave", site.leave, methods=["POST"]),
            Route(f"{PATH}/static/funnel.css", site.style, methods=["GET"]),
            *reading.routes(),
        ],
        middleware=[Middleware(Guard, refuse=refuse, strict=True)],
        exception_handlers={HTTPException: refused, UnreadableError: refused},
    )
    app.state.default_language = default_language
    app.router.redirect_slashes = False
    return app


@dataclass(frozen=True)
class _Site:
    """The door: who may see the pages."""

    archive: Archive
    now: Callable[[], datetime]
    pages: CoordinatorPages
    cookies: Cookies
    journal: Journal

    async def door(self, request: Request) -> Response:
        """What a link opens. Looking spends nothing, so that previews of links do no harm."""
        return HTMLResponse(self.pages.said(language_of(request), "enter", button="enter"))

    async def enter(self, request: Request) -> Response:
        """Use the link up, and let its bearer in."""
        if not self.cookies.kept(request):  # else the link would be spent, and its bearer stay outside
            return HTMLResponse(self.pages.said(language_of(request), "https"), 403)
        session = await self.archive.admit(request.path_params["secret"])
        if session is None:
            self.journal.tell(Event.LINK_REFUSED)
            raise HTTPException(403)
        if earlier := self.cookies.secret(request):
            await self.archive.leave(earlier)
        response = RedirectResponse(f"{PATH}?lang={language_of(request)}", 303)
        self.cookies.give(response, request, session)
        self.journal.tell(Event.ENTERED)
        return response

    async def leave(self, request: Request) -> Response:
        """Sign out: the session ends here and wherever else its cookie is."""
        if await self.archive.leave(self.cookies.secret(request)):
            self.journal.tell(Event.LEFT)
        gone = self.pages.said(language_of(request), "gone")
        response = HTMLResponse(gone, headers={"Clear-Site-Data": '"cache"'})
        self.cookies.take(response, request)
        return response

    async def style(self, request: Request) -> Response:
        """The figures' stylesheet."""
        known = request.query_params.get("v") == self.pages.style.version
        keep = "public, max-age=31536000, immutable" if known else "no-cache"
        return Response(self.pages.style.content, media_type="text/css", headers={"Cache-Control": keep})

    async def knows(self, request: Request) -> bool:
        """Whether whoever asks is signed in; asking keeps the session awake."""
        secret = self.cookies.secret(request)
        if not secret:
            return False
        known = await self.archive.knows(secret)
        if not known:
            self.journal.tell(Event.COOKIE_REFUSED)
        return known

    def address(self, request: Request) -> str:
        """The address under which the site was reached, for a link to it."""
        return str(request.base_url.replace(scheme="https") if self.cookies.public else request.base_url).rstrip("/")
