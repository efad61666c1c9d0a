"""Whether each part works, for machines: ok or not, without a time, a count or a word more."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

Check = Callable[[], Awaitable[bool]]
WORKS: Final = "ok"
FAILS: Final = "not ok"


def health_app(parts: Mapping[str, Check]) -> Starlette:
    """`/health` about all parts together, `/health/NAME` about one: status 200 if it works, else 503.

    The chat itself needs `web` and `definitions` alone; a balancer asks for these, a person's alarm for all.
    """

    async def everything(_request: Request) -> Response:
        found = {name: await check() for name, check in parts.items()}
        well = all(found.values())
        told = {"status": _word(works=well), "parts": {name: _word(works=works) for name, works in found.items()}}
        return JSONResponse(told, 200 if well else 503)

    async def one(request: Request) -> Response:
        check = parts.get(request.path_params["part"])
        if check is None:
            raise HTTPException(404)
        works = await check()
        return PlainTextResponse(_word(works=works), 200 if works else 503)

    return Starlette(routes=[Route("/health", everything), Route("/health/{part}", one)])


async def works() -> bool:
    """A part that works wherever the question is answered."""
    return True


def _word(*, works: bool) -> str:
    return WORKS if works else FAILS
