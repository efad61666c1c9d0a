"""The coordinators' pages: figures behind a single-use link, as pages, CSV, JSON and pictures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.conversation.languages import DEFAULT
from bot.conversation.wording import Wording
from bot.faces.web.coordinators.pages import CoordinatorPages, Summary
from bot.faces.web.coordinators.sign_in import MINUTE, PATH, Attempts, Cookies
from bot.faces.web.guard import Guard
from bot.faces.web.languages import guess_language, language_of
from bot.figures.archive import Archive
from bot.figures.export import as_csv, as_json, as_png
from bot.figures.reader import Reader
from bot.figures.report import NotOneFunnelError
from bot.figures.selection import Asked, Chosen, NoSuchSpanError, choose
from bot.figures.values import Figures
from bot.funnel.calendar import Calendar
from bot.funnel.release import UnreadableError
from criteria.catalogue import Catalogue
from criteria.languages import Language

LONGEST_DEFINITION: Final = 40


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
    site = _Site(archive, catalogue, wording, calendar, now, pages, Cookies(keys, public), Attempts(), default_language)

    def refuse(status: int, accepted: str) -> Response:
        return HTMLResponse(pages.trouble(guess_language(accepted, default_language), status), status)

    async def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 503
        response = HTMLResponse(pages.trouble(language_of(request, default_language), status), status)
        response.headers.update(getattr(error, "headers", None) or {})
        return response

    app = Starlette(
        routes=[
            Route(PATH, site.studies, methods=["GET"]),
            Route(f"{PATH}/enter/{{secret}}", site.door, methods=["GET"]),
            Route(f"{PATH}/enter/{{secret}}", site.enter, methods=["POST"]),
            Route(f"{PATH}/leave", site.leave, methods=["POST"]),
            Route(f"{PATH}/static/funnel.css", site.style, methods=["GET"]),
            Route(f"{PATH}/{{study}}", site.study, methods=["GET"]),
            Route(f"{PATH}/{{study}}/funnel.csv", site.csv, methods=["GET"]),
            Route(f"{PATH}/{{study}}/funnel.json", site.json, methods=["GET"]),
            Route(f"{PATH}/{{study}}/funnel.png", site.png, methods=["GET"]),
        ],
        middleware=[Middleware(Guard, refuse=refuse)],
        exception_handlers={HTTPException: refused, UnreadableError: refused},
    )
    app.router.redirect_slashes = False
    return app


@dataclass(frozen=True)
class _Site:
    """The pages, and who may see them."""

    archive: Archive
    catalogue: Catalogue
    wording: Wording
    calendar: Calendar
    now: Callable[[], datetime]
    pages: CoordinatorPages
    cookies: Cookies
    attempts: Attempts
    default: Language

    async def door(self, request: Request) -> Response:
        """What a link opens. Looking spends nothing, so that previews of links do no harm."""
        return HTMLResponse(self.pages.said(language_of(request, self.default), "enter", button=True))

    async def enter(self, request: Request) -> Response:
        """Use the link up, and let its bearer in."""
        now = self.now().timestamp()
        address = request.client.host if request.client else ""
        if not self.attempts.allowed(address, now):
            raise HTTPException(429, headers={"Retry-After": str(MINUTE)})
        if not self.cookies.kept(request):  # else the link would be spent, and its bearer stay outside
            return HTMLResponse(self.pages.said(language_of(request, self.default), "https"), 403)
        if not await self.archive.admit(request.path_params["secret"]):
            self.attempts.failed(address, now)
            raise HTTPException(403)
        response = RedirectResponse(f"{PATH}?lang={language_of(request, self.default)}", 303)
        self.cookies.give(response, request, now)
        return response

    async def leave(self, request: Request) -> Response:
        """Sign out on this device."""
        response = HTMLResponse(self.pages.said(language_of(request, self.default), "gone"))
        self.cookies.take(response, request)
        return response

    async def style(self, request: Request) -> Response:
        """The figures' stylesheet."""
        known = request.query_params.get("v") == self.pages.style.version
        keep = "public, max-age=31536000, immutable" if known else "no-cache"
        return Response(self.pages.style.content, media_type="text/css", headers={"Cache-Control": keep})

    async def studies(self, request: Request) -> Response:
        """All studies."""
        if not self._known(request):
            return self._stranger(request)
        reader = await self._reader(request)
        releases = await self.archive.releases()
        summaries = [
            Summary(reader.figures(releases, study, Asked()), f"{PATH}/{study}")
            for condition in self.catalogue.conditions.values()
            for study in condition.studies
        ]
        return HTMLResponse(self.pages.listed(reader.language, summaries))

    async def study(self, request: Request) -> Response:
        """One study's figures."""
        if not self._known(request):
            return self._stranger(request)
        reader, figures, chosen, asked = await self._read(request)
        return HTMLResponse(self.pages.study(reader, figures, chosen, asked))

    async def csv(self, request: Request) -> Response:
        """Exactly what the page shows, as CSV."""
        if not self._known(request):
            return self._stranger(request)
        _, figures, _, _ = await self._read(request)
        return _file(as_csv(figures).encode(), "text/csv", f"{figures.study}.csv")

    async def json(self, request: Request) -> Response:
        """Exactly what the page shows, as JSON."""
        if not self._known(request):
            return self._stranger(request)
        _, figures, _, _ = await self._read(request)
        return _file(as_json(figures).encode(), "application/json", f"{figures.study}.json")

    async def png(self, request: Request) -> Response:
        """The picture, to paste into a report."""
        if not self._known(request):
            return self._stranger(request)
        reader, figures, _, _ = await self._read(request)
        picture = as_png(figures, reader.words(figures))
        if picture is None:
            raise HTTPException(404)
        return _file(picture, "image/png", f"{figures.study}.png")

    def _known(self, request: Request) -> bool:
        return self.cookies.good(request, self.now().timestamp())

    def _stranger(self, request: Request) -> Response:
        return HTMLResponse(self.pages.said(language_of(request, self.default), "door"), 403)

    async def _reader(self, request: Request) -> Reader:
        marked = await self.archive.is_demonstration()
        return Reader(self.catalogue, self.wording, self.calendar, self.now, language_of(request, self.default), marked)

    async def _read(self, request: Request) -> tuple[Reader, Figures, Chosen | None, Asked]:
        found = self.catalogue.find(request.path_params["study"])
        if found is None:
            raise HTTPException(404)
        study = found[1].id
        reader = await self._reader(request)
        releases = await self.archive.releases()
        asked = _asked(request)
        try:
            figures = reader.figures(releases, study, asked)
            chosen = choose(releases, study, asked)
        except (NoSuchSpanError, NotOneFunnelError):
            figures = replace(reader.figures(releases, study, Asked()), tables=(), report=None)
            figures = replace(figures, span=reader.say("funnel-no-span"), summary=(reader.say("funnel-page-no-span"),))
            chosen = choose(releases, study, Asked())
        return reader, figures, chosen, asked


def _asked(request: Request) -> Asked:
    """The span that an address asks for; refuses what is no date."""
    query = request.query_params

    def day(name: str) -> date | None:
        text = query.get(name, "")
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise HTTPException(400) from None

    return Asked(
        query.get("definition", "")[:LONGEST_DEFINITION],
        *(day(name) for name in ("first", "last", "than-first", "than-last")),
    )


def _file(content: bytes, media_type: str, name: str) -> Response:
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
