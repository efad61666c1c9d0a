"""ClinicalTrials.gov, classic XML: criteria broken into lines, nested by how far they are indented."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from textwrap import dedent

from bot.records.contradictions import compared
from bot.records.ctgov import REGISTRY, WITHHELD
from bot.records.doubts import examined
from bot.records.fields import day, limit, sex, status
from bot.records.outline import outline
from bot.records.record import Place, Record, RecordError, Status


def record(source: str) -> Record:
    """A record in the registry's old XML; raises RecordError."""
    if re.search(r"<!(?:DOCTYPE|ENTITY)", source, re.IGNORECASE):
        raise RecordError("this XML declares a document type or entities, which no registry does: it is not read")
    try:
        root = ET.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))  # noqa: S314 - no declaration is in it
    except ET.ParseError as error:
        raise RecordError(f"this is no whole XML (line {error.position[0]}): save the record again") from None
    if root.tag != "clinical_study":
        raise RecordError(
            f"this XML (`{root.tag[:40]}`) is no record: the classic one of ClinicalTrials.gov (`clinical_study`) is known"
        )
    number = _text(root, "id_info/nct_id")
    if not number:
        raise RecordError("this record has no number (`id_info/nct_id`): save it whole")
    state = _text(root, "overall_status")
    if state.lower() == "withheld":
        raise RecordError(WITHHELD.format(id=number))
    criteria = root.find("eligibility/criteria/textblock")
    if criteria is None or not (criteria.text or "").strip():
        raise RecordError(f"{number}: the record has no criteria (`eligibility/criteria`): save it whole")
    return compared(
        Record(
            REGISTRY,
            number,
            f"https://clinicaltrials.gov/study/{number}",
            _line(_text(root, "brief_title") or _text(root, "official_title")),
            examined(outline(dedent((criteria.text or "").strip("\n")))),
            status(state) or Status.UNKNOWN,
            day(_text(root, "last_update_posted")) or day(_text(root, "lastchanged_date")),
            _line(_text(root, "brief_summary/textblock")),
            tuple(filter(None, ((one.text or "").strip() for one in root.findall("condition")))),
            limit(_text(root, "eligibility/minimum_age")),
            limit(_text(root, "eligibility/maximum_age")),
            sex(_text(root, "eligibility/gender")),
            _healthy(_text(root, "eligibility/healthy_volunteers")),
            tuple(_places(root)),
            _contact(root.find("overall_contact")),
            {
                name: date
                for name, tag in (("start", "start_date"), ("completion", "completion_date"))
                if (date := _text(root, tag))
            },
        )
    )


def _text(root: ET.Element, path: str) -> str:
    return (root.findtext(path) or "").strip()


def _line(words: str) -> str:
    return " ".join(words.split())


def _healthy(words: str) -> bool | None:
    return {"no": False, "yes": True, "accepts healthy volunteers": True}.get(words.lower())


def _places(root: ET.Element) -> Iterator[Place]:
    for one in root.findall("location"):
        yield Place(
            _text(one, "facility/name"),
            _text(one, "facility/address/city"),
            _text(one, "facility/address/country"),
            status(_text(one, "status")),
            _contact(one.find("contact")),
        )


def _contact(one: ET.Element | None) -> str:
    if one is None:
        return ""
    name = " ".join(filter(None, (_text(one, "first_name"), _text(one, "last_name"))))
    return ", ".join(filter(None, (name, _text(one, "phone"), _text(one, "email"))))
