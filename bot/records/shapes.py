"""What a file is: a record of a registry whose shape is known, or a text; what cannot be used is refused with its reason."""

import json
import re
from pathlib import Path
from typing import Any

from bot.records import classic, ctgov, ctis, pasted
from bot.records.record import Record, RecordError

LARGEST = 8 * 1024 * 1024
"""Bytes of a record; the longest ones, with results, have about half of it."""
DEEPEST = 60
_RETIRED = (
    "this is a record of the retired API v1 of ClinicalTrials.gov. That interface dropped the list marks of most records, and "
    "some signs such as ≥, so nobody can tell any more where an item begins. Save the record anew: "
    "https://clinicaltrials.gov/api/v2/studies/{id}"
)


def read(path: Path) -> Record:
    """The record of a file; raises RecordError."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise RecordError(f"{path}: the file cannot be read: {error.strerror}") from None
    return of_bytes(data, path.stem)


def of_bytes(data: bytes, name: str) -> Record:
    """The record that these bytes hold; `name`: what a pasted text is called. Raises RecordError."""
    if len(data) > LARGEST:
        raise RecordError(f"{name}: the record is larger than {LARGEST // 1024 // 1024} MB")
    text = _decoded(data, name)
    start = text.lstrip()[:1]
    if start in {"{", "["}:
        return _of_json(text, name)
    if start == "<":
        return classic.record(text)
    return pasted.record(text, name)


def _decoded(data: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RecordError(f"{name}: this is no text in UTF-8: save it with that encoding")


def _of_json(text: str, name: str) -> Record:
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise RecordError(f"{name}: this is no whole JSON: save the record again") from None
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if isinstance(found, dict) and isinstance(found.get("studies"), list) and len(found["studies"]) == 1:
        found = found["studies"][0]
    if not isinstance(found, dict):
        raise RecordError(f"{name}: one record belongs into the file, and nothing else")
    if "protocolSection" in found:
        return ctgov.record(found)
    if "authorizedApplication" in found or "ctNumber" in found:
        return ctis.record(found)
    if "Study" in found or "ProtocolSection" in found or "FullStudiesResponse" in found:
        number = re.search(r'"NCTId"\s*:\s*"(NCT\d{8})"', text)
        raise RecordError(_RETIRED.format(id=number[1] if number else "NCT…"))
    raise RecordError(
        f"{name}: this JSON is no record that can be read: the API v2 of ClinicalTrials.gov and CTIS are known, and classic XML and plain text"
    )
