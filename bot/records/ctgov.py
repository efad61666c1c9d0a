"""ClinicalTrials.gov, API v2: JSON whose criteria are Markdown."""

from collections.abc import Mapping
from typing import Any

from bot.records.contradictions import compared
from bot.records.doubts import examined
from bot.records.fields import day, group, limit, members, sex, status, text, texts
from bot.records.outline import outline
from bot.records.record import Place, Record, RecordError, Status

REGISTRY = "ClinicalTrials.gov"
WITHHELD = (
    "{id}: the registry withholds this record (it is of a device that is not approved yet): its title is blacked out and it has "
    "no criteria. Nothing can be drafted from it; ask the sponsor for the protocol, or wait until the registry shows it"
)


def record(found: Mapping[str, Any]) -> Record:
    """A record as the API gives it; raises RecordError."""
    protocol = group(found, "protocolSection")
    number = text(protocol, "identificationModule", "nctId")
    state = text(protocol, "statusModule", "overallStatus")
    eligibility = group(protocol, "eligibilityModule")
    criteria = text(eligibility, "eligibilityCriteria")
    if not number:
        raise RecordError("this record has no number (`identificationModule.nctId`): save it whole")
    if state.upper() == "WITHHELD":
        raise RecordError(WITHHELD.format(id=number))
    if not criteria:
        raise RecordError(
            f"{number}: the record has no criteria (`eligibilityModule.eligibilityCriteria`): save it whole"
        )
    dates = group(protocol, "statusModule")
    healthy = eligibility.get("healthyVolunteers")
    return compared(
        Record(
            REGISTRY,
            number,
            f"https://clinicaltrials.gov/study/{number}",
            text(protocol, "identificationModule", "briefTitle")
            or text(protocol, "identificationModule", "officialTitle"),
            examined(outline(criteria, markdown=True)),
            status(state) or Status.UNKNOWN,
            day(text(dates, "lastUpdatePostDateStruct", "date")) or day(text(dates, "lastUpdateSubmitDate")),
            text(protocol, "descriptionModule", "briefSummary"),
            texts(protocol, "conditionsModule", "conditions"),
            limit(text(eligibility, "minimumAge")),
            limit(text(eligibility, "maximumAge")),
            sex(text(eligibility, "sex")),
            healthy if isinstance(healthy, bool) else None,
            tuple(_place(one) for one in members(protocol, "contactsLocationsModule", "locations")),
            "; ".join(_contact(one) for one in members(protocol, "contactsLocationsModule", "centralContacts")),
            {
                name: date
                for name, key in (("start", "startDateStruct"), ("completion", "completionDateStruct"))
                if (date := text(dates, key, "date"))
            },
        )
    )


def _place(found: Mapping[str, Any]) -> Place:
    return Place(
        text(found, "facility"),
        text(found, "city"),
        text(found, "country"),
        status(text(found, "status")),
        "; ".join(_contact(one) for one in members(found, "contacts")),
    )


def _contact(found: Mapping[str, Any]) -> str:
    return ", ".join(filter(None, (text(found, key) for key in ("name", "phone", "email"))))
