"""A record by its number, from the registry itself: waited for and read no longer than there is reason to."""

import httpx

from bot.records.record import RecordError
from bot.records.shapes import LARGEST

ADDRESSES = {
    "NCT": "https://clinicaltrials.gov/api/v2/studies/{number}",
    "20": "https://euclinicaltrials.eu/ctis-public-api/retrieve/{number}",
}
SECONDS = 20.0


def address(number: str) -> str:
    """Where the registry gives this record as JSON."""
    return next(one for start, one in ADDRESSES.items() if number.startswith(start)).format(number=number)


def fetched(number: str, transport: httpx.BaseTransport | None = None) -> bytes:
    """The record as the registry sends it; raises RecordError with what to do instead."""
    place = address(number)
    instead = f"Save {place} in a browser, and give the file in place of the number"
    data = bytearray()
    try:
        with (
            httpx.Client(timeout=SECONDS, transport=transport, follow_redirects=False) as client,
            client.stream("GET", place, headers={"Accept": "application/json"}) as answer,
        ):
            if answer.status_code == httpx.codes.NOT_FOUND:
                raise RecordError(f"the registry has no record {number}: look at the number")
            if answer.status_code != httpx.codes.OK:
                raise RecordError(f"the registry answered with {answer.status_code}. {instead}")
            for part in answer.iter_bytes():
                data += part
                if len(data) > LARGEST:
                    raise RecordError(f"the registry's answer is larger than {LARGEST // 1024 // 1024} MB. {instead}")
    except httpx.HTTPError as error:
        raise RecordError(f"the registry cannot be reached from here ({type(error).__name__}). {instead}") from None
    return bytes(data)
