"""The coordinators' pages put together: the door with its single-use link, and what is read behind it."""

from collections.abc import Callable, Sequence
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
from bot.faces.web.coordinators.sign_in import MINUTE, PATH, Attempts, Cookies
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
    keys: Sequence[bytes],
    public: bool,
    default_language: Language = DEFAULT,
) -> Starlette:
    """The pages as a web application, at /coordinators.

    `wording` includes the texts of `bot.figures`; `keys` sign cookies, the present one first; `public`
    where people reach the pages by https; `default_language` is for browsers that tell none.
    """
    pages = CoordinatorPages(wording)
    site = _Site(archive, now, pages, Cookies(keys, public), Attempts())
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
        middleware=[Middleware(Guard, refuse=refuse)],
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
    attempts: Attempts

    async def door(self, request: Request) -> Response:
        """What a link opens. Looking spends nothing, so that previews of links do no harm."""
        return HTMLResponse(self.pages.said(language_of(request), "enter", button="enter"))

    async def enter(self, request: Request) -> Response:
        """Use the link up, and let its bearer in."""
        now = self.now().timestamp()
        address = request.client.host if request.client else ""
        if not self.attempts.allowed(address, now):
            raise HTTPException(429, headers={"Retry-After": str(MINUTE)})
        if not self.cookies.kept(request):  # else the link would be spent, and its bearer stay outside
            return HTMLResponse(self.pages.said(language_of(request), "https"), 403)
        if not await self.archive.admit(request.path_params["secret"]):
            self.attempts.failed(address, now)
            raise HTTPException(403)
        response = RedirectResponse(f"{PATH}?lang={language_of(request)}", 303)
        self.cookies.give(response, request, now)
        return response

    async def leave(self, request: Request) -> Response:
        """Sign out on this device."""
        response = HTMLResponse(self.pages.said(language_of(request), "gone"))
        self.cookies.take(response, request)
        return response

    async def style(self, request: Request) -> Response:
        """The figures' stylesheet."""
        known = request.query_params.get("v") == self.pages.style.version
        keep = "public, max-age=31536000, immutable" if known else "no-cache"
        return Response(self.pages.style.content, media_type="text/css", headers={"Cache-Control": keep})

    async def knows(self, request: Request) -> bool:
        """Whether whoever asks is signed in."""
        return self.cookies.good(request, self.now().timestamp())

    def address(self, request: Request) -> str:
        """The address under which the site was reached, for a link to it."""
        return str(request.base_url.replace(scheme="https") if self.cookies.public else request.base_url).rstrip("/")
