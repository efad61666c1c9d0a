"""What somebody who is signed in can read and do: the figures as pages and files, notes, and who else may see them.

Over 300 lines: one method for each address, and what each has to be asked first.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import wraps
from typing import Final
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.conversation.wording import Wording
from bot.faces.web.coordinators.pages import CoordinatorPages, StudyPage
from bot.faces.web.coordinators.sign_in import DOOR, PATH
from bot.faces.web.languages import language_of
from bot.figures.archive import Archive
from bot.figures.cause import cause
from bot.figures.document import as_json, schema
from bot.figures.export import as_png, poster_as_png
from bot.figures.names import condition_title
from bot.figures.reader import Reader
from bot.figures.report import NotOneFunnelError
from bot.figures.selection import Asked, Chosen, NoSuchSpanError, Recent, choose
from bot.figures.spreadsheet import as_csv, as_zip
from bot.figures.values import Figures, Subject
from bot.funnel.calendar import Calendar, Week, week_of
from bot.funnel.release import Release
from criteria.catalogue import Catalogue

LONGEST_DEFINITION: Final = 40
MOST_ASKED: Final = "screened"
"""The table that an address without a table's name gives."""
INVITATION: Final = timedelta(hours=72)
"""How long an invitation may wait."""
FURTHEST: Final = timedelta(days=3653)
"""How far from today a note may stand."""

Handler = Callable[["Reading", Request], Awaitable[Response]]


@dataclass(frozen=True)
class _Read:
    """What one request asks for, and what is there."""

    reader: Reader
    figures: Figures
    chosen: Chosen | None
    asked: Asked
    releases: tuple[Release, ...]


def signed_in(handler: Handler) -> Handler:
    """Let in whoever is signed in, and show everybody else the door."""

    @wraps(handler)
    async def guarded(self: "Reading", request: Request) -> Response:
        if not await self.known(request):
            return HTMLResponse(self.pages.said(language_of(request), "door"), 403)
        if request.method == "POST" and request.headers.get("sec-fetch-site", "same-origin") not in {
            "same-origin",
            "none",
        }:
            raise HTTPException(403)
        return await handler(self, request)

    return guarded


@dataclass(frozen=True)
class Reading:
    """The pages behind the door."""

    archive: Archive
    catalogue: Catalogue
    wording: Wording
    calendar: Calendar
    now: Callable[[], datetime]
    pages: CoordinatorPages
    known: Callable[[Request], Awaitable[bool]]
    """Whether whoever asks is signed in."""
    link_base: Callable[[Request], str]
    """The address of the site, before a link's path."""

    def routes(self) -> list[Route]:
        """All addresses, the ones with a study's id last."""
        study = f"{PATH}/{{study}}"
        return [
            Route(PATH, self.studies, methods=["GET"]),
            Route(f"{PATH}/schema.json", self.schema, methods=["GET"]),
            Route(f"{PATH}/invite", self.invite, methods=["POST"]),
            Route(f"{PATH}/revoke", self.ask_to_revoke, methods=["GET"]),
            Route(f"{PATH}/revoke", self.revoke, methods=["POST"]),
            Route(study, self.study, methods=["GET"]),
            Route(f"{study}/funnel.json", self.json, methods=["GET"]),
            Route(f"{study}/funnel.zip", self.zip, methods=["GET"]),
            Route(f"{study}/funnel.png", self.png, methods=["GET"]),
            Route(f"{study}/poster.png", self.poster, methods=["GET"]),
            Route(f"{study}/funnel.csv", self.csv, methods=["GET"]),
            Route(f"{study}/tables/{{table}}.csv", self.csv, methods=["GET"]),
            Route(f"{study}/notes", self.note, methods=["POST"]),
            Route(f"{study}/notes/{{number:int}}/remove", self.unnote, methods=["POST"]),
            Route(f"{study}/{{subject}}/{{name}}", self.cause, methods=["GET"]),
        ]

    @signed_in
    async def studies(self, request: Request) -> Response:
        """All studies, by condition."""
        reader, releases = await self._reader(request), await self.archive.releases()
        groups = [
            (
                condition_title(condition, reader.language),
                [reader.figures(releases, study, Asked()) for study in condition.studies],
            )
            for condition in self.catalogue.conditions.values()
        ]
        return HTMLResponse(self.pages.listed(reader, groups))

    @signed_in
    async def study(self, request: Request) -> Response:
        """One study's figures."""
        read = await self._read(request)
        page = StudyPage(read.reader, read.figures, read.chosen, read.asked, read.releases, self.now().date())
        return HTMLResponse(self.pages.study(page))

    @signed_in
    async def cause(self, request: Request) -> Response:
        """A question's or a criterion's words: what a loss comes from."""
        study = self._study(request)
        reader = (await self._reader(request)).about(study)
        subject = next((one for one in Subject if one.value == request.path_params["subject"]), None)
        if subject not in {Subject.QUESTION, Subject.CRITERION} or subject is None:
            raise HTTPException(404)
        found = cause(self.catalogue, study, subject, request.path_params["name"], reader.voice)
        if found is None:
            raise HTTPException(404)
        return HTMLResponse(self.pages.cause(reader, study, found))

    @signed_in
    async def json(self, request: Request) -> Response:
        """All figures with their ids, and what was published."""
        read = await self._read(request)
        released = read.chosen.releases if read.chosen and read.figures.report else ()
        text = as_json(read.figures, released, read.reader.language)
        return _file(text.encode(), "application/json", _name(read.figures, "json"))

    async def schema(self, _request: Request) -> Response:
        """What the JSON holds, for programs; it tells no figure."""
        return Response(schema(), media_type="application/schema+json")

    @signed_in
    async def zip(self, request: Request) -> Response:
        """Every table as a file of its own, and the JSON, in one."""
        read = await self._read(request)
        released = read.chosen.releases if read.chosen and read.figures.report else ()
        text = as_json(read.figures, released, read.reader.language)
        content = as_zip(read.figures, read.reader.voice.locale, {"figures.json": text, "schema.json": schema()})
        return _file(content, "application/zip", _name(read.figures, "zip"))

    @signed_in
    async def csv(self, request: Request) -> Response:
        """One table; the one that is asked for most where the address names none."""
        read = await self._read(request)
        table = request.path_params.get("table", MOST_ASKED)
        text = as_csv(table, [read.figures], read.reader.voice.locale)
        if not text:
            raise HTTPException(404)
        return _file(text.encode(), "text/csv", _name(read.figures, f"{table}.csv"))

    @signed_in
    async def png(self, request: Request) -> Response:
        """The way through the study, to paste into a report."""
        read = await self._read(request)
        drawn = await asyncio.to_thread(as_png, read.figures, read.reader.words(read.figures))
        return _picture(drawn, _name(read.figures, "png"))

    @signed_in
    async def poster(self, request: Request) -> Response:
        """What is read in ten seconds, as a picture."""
        read = await self._read(request)
        words = read.reader.trend_words(read.figures)
        picture = await asyncio.to_thread(poster_as_png, read.figures, words, read.reader.mark)
        return _picture(picture, _name(read.figures, "glance.png"))

    @signed_in
    async def note(self, request: Request) -> Response:
        """Write on the calendar of a study."""
        study, language = self._study(request), language_of(request)
        form = await _form(request)
        try:
            await self.archive.note(study, _week(form.get("day", ""), self.now()), form.get("text", ""))
        except ValueError:
            return HTMLResponse(self.pages.said(language, "noted-refused", signed_in=True), 400)
        return RedirectResponse(f"{PATH}/{study}?lang={language}#noted", 303)

    @signed_in
    async def unnote(self, request: Request) -> Response:
        """Take a note off the calendar."""
        study, number = self._study(request), request.path_params["number"]
        await self.archive.unnote(study, number)
        return RedirectResponse(f"{PATH}/{study}?lang={language_of(request)}#noted", 303)

    @signed_in
    async def invite(self, request: Request) -> Response:
        """A link for one more person, shown once."""
        language = language_of(request)
        link = f"{self.link_base(request)}{DOOR}/{await self.archive.link(INVITATION)}?lang={language}"
        return HTMLResponse(self.pages.said(language, "invited", signed_in=True, shown=link))

    @signed_in
    async def ask_to_revoke(self, request: Request) -> Response:
        """Ask once more before everybody is signed out."""
        return HTMLResponse(self.pages.said(language_of(request), "revoke", button="revoke", signed_in=True))

    @signed_in
    async def revoke(self, request: Request) -> Response:
        """Sign everybody out, and end all links."""
        await self.archive.revoke()
        return HTMLResponse(self.pages.said(language_of(request), "revoked"))

    async def _reader(self, request: Request) -> Reader:
        marked, notes = await self.archive.is_demonstration(), await self.archive.notes()
        language = language_of(request)
        return Reader(self.catalogue, self.wording, self.calendar, self.now, language, marked, notes)

    def _study(self, request: Request) -> str:
        found = self.catalogue.find(request.path_params["study"])
        if found is None:
            raise HTTPException(404)
        return found[1].id

    async def _read(self, request: Request) -> _Read:
        study = self._study(request)
        reader, releases = (await self._reader(request)).about(study), await self.archive.releases()
        asked = asked_by(request)
        try:
            figures = reader.figures(releases, study, asked)
            return _Read(reader, figures, choose(releases, study, asked), asked, releases)
        except (NoSuchSpanError, NotOneFunnelError):
            return _Read(reader, reader.no_span(study), choose(releases, study, Asked()), asked, releases)


def asked_by(request: Request) -> Asked:
    """The span that an address asks for; refuses what is no date and no span."""
    query = request.query_params

    def day(name: str) -> date | None:
        text = query.get(name, "")
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise HTTPException(400) from None

    try:
        recent = Recent(query["span"]) if query.get("span") else None
    except ValueError:
        raise HTTPException(400) from None
    return Asked(
        definition=query.get("definition", "")[:LONGEST_DEFINITION],
        first=day("first"),
        last=day("last"),
        than_first=day("than-first"),
        than_last=day("than-last"),
        recent=recent,
        before=query.get("than") == "before",
    )


def _week(text: str, now: datetime) -> Week:
    """The week of a day that a note can stand at. Raises ValueError."""
    day = datetime.combine(date.fromisoformat(text), time.max, now.tzinfo)
    if abs(day - now) > FURTHEST:
        raise ValueError
    return week_of(day)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a small form; the guard has limited its length. Raises HTTPException."""
    try:
        fields = parse_qs((await request.body()).decode(), max_num_fields=8)
    except ValueError:
        raise HTTPException(400) from None
    return {name: found[0] for name, found in fields.items()}


def _name(figures: Figures, ending: str) -> str:
    """A file's name, which says so where the people are invented."""
    mark = "demonstration-" if figures.demonstration else ""
    return f"{mark}{figures.study}{'.' if '.' not in ending else '-'}{ending}"


def _picture(picture: bytes | None, name: str) -> Response:
    if picture is None:
        raise HTTPException(404)
    return _file(picture, "image/png", name)


def _file(content: bytes, media_type: str, name: str) -> Response:
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
