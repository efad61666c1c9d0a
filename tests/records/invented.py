"""Records that nobody published, in the shapes of the registries."""

import json
from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import Any
from xml.sax.saxutils import escape

from bot.records import shapes
from bot.records.record import Record

NUMBER = "NCT90000001"
EU_NUMBER = "2031-500001-11-00"


def api_v2(criteria: str, *, status: str = "RECRUITING", contacts: bool = False, **eligibility: Any) -> dict[str, Any]:
    """A record as the API v2 gives it; the rest is of its `eligibilityModule`."""
    person = {"contacts": [{"name": "Dr Made Up", "phone": "+34 900 000 000", "email": "made@example.org"}]}
    place = {"facility": "Example Hospital", "city": "Example City", "country": "Spain", "status": "RECRUITING"}
    return {
        "protocolSection": {
            "identificationModule": {"nctId": NUMBER, "briefTitle": "Medicine K in Knee Pain"},
            "statusModule": {
                "overallStatus": status,
                "lastUpdatePostDateStruct": {"date": "2031-03-03"},
                "completionDateStruct": {"date": "2032-01"},
            },
            "descriptionModule": {"briefSummary": "Compares medicine K with a placebo."},
            "conditionsModule": {"conditions": ["Knee Pain"]},
            "eligibilityModule": {
                "eligibilityCriteria": criteria,
                "sex": "ALL",
                "minimumAge": "18 Years",
                "maximumAge": "75 Years",
                "healthyVolunteers": False,
            }
            | eligibility,
            "contactsLocationsModule": {"locations": [place | (person if contacts else {})]},
        }
    }


def classic(criteria: str, status: str = "Recruiting", gender: str = "All") -> str:
    """A record in the classic XML."""
    return f"""<?xml version='1.0' encoding='utf-8'?>
<clinical_study>
  <id_info><nct_id>{NUMBER}</nct_id></id_info>
  <brief_title>Medicine K in Knee Pain</brief_title>
  <brief_summary><textblock>Compares medicine K with a placebo.</textblock></brief_summary>
  <overall_status>{status}</overall_status>
  <condition>Knee Pain</condition>
  <eligibility>
    <criteria>
      <textblock>
{escape(criteria)}
      </textblock>
    </criteria>
    <gender>{gender}</gender>
    <minimum_age>18 Years</minimum_age>
    <maximum_age>75 Years</maximum_age>
    <healthy_volunteers>No</healthy_volunteers>
  </eligibility>
  <location>
    <facility><name>Example Hospital</name><address><city>Example City</city><country>Spain</country></address></facility>
    <status>Recruiting</status>
  </location>
  <last_update_posted type="Actual">March 3, 2031</last_update_posted>
</clinical_study>
"""


def ctis(
    inclusion: Sequence[tuple[str, str]], exclusion: Sequence[tuple[str, str]] = (("Diabetes.", "Diabetes."),)
) -> dict[str, Any]:
    """A record of CTIS, with pairs of English and the sponsor's Spanish."""

    def listed(kind: str, pairs: Sequence[tuple[str, str]]) -> list[Mapping[str, Any]]:
        field = f"principal{kind}Criteria"
        return [
            {
                "number": at,
                field: english,
                f"{field}Translations": [{"attributeTranslation": spanish, "language": 7}] if spanish else [],
            }
            for at, (english, spanish) in enumerate(pairs, 1)
        ]

    details = {
        "clinicalTrialIdentifiers": {
            "publicTitle": "Medicine K in asthma",
            "publicTitleTranslations": [{"attributeTranslation": "Medicamento K en el asma", "language": 7}],
        },
        "trialInformation": {
            "medicalCondition": {
                "partIMedicalConditions": [
                    {
                        "medicalCondition": "Asthma",
                        "medicalConditionTranslations": [{"attributeTranslation": "Asma", "language": 7}],
                    }
                ]
            },
            "eligibilityCriteria": {
                "principalInclusionCriteria": listed("Inclusion", inclusion),
                "principalExclusionCriteria": listed("Exclusion", exclusion),
            },
            "populationOfTrialSubjects": {"isFemaleSubjects": True, "isMaleSubjects": True},
        },
    }
    return {
        "ctNumber": EU_NUMBER,
        "ctPublicStatusCode": 4,
        "trialCountries": ["Spain:4"],
        "lastUpdated": "03/03/2031",
        "authorizedApplication": {"authorizedPartI": {"trialDetails": details}},
    }


def record(found: Mapping[str, Any] | str, name: str = "made-up") -> Record:
    """The record that the program reads."""
    text = found if isinstance(found, str) else json.dumps(found)
    return shapes.of_bytes(text.encode(), name)


def markdown(inclusion: Sequence[str], exclusion: Sequence[str], mark: str = "*") -> str:
    """Two lists as the API v2 writes them: `mark` is a bullet, or `1` for numbers."""

    def listed(items: Sequence[str]) -> str:
        return "\n".join(f"{f'{at}.' if mark == '1' else mark} {_escaped(one)}" for at, one in enumerate(items, 1))

    return f"Inclusion Criteria:\n\n{listed(inclusion)}\n\nExclusion Criteria:\n\n{listed(exclusion)}"


def _escaped(words: str) -> str:
    return words.replace("<", r"\<").replace(">", r"\>").replace("[", r"\[")


def wrapped(inclusion: Sequence[str], exclusion: Sequence[str]) -> str:
    """Two lists as the classic XML breaks them."""

    def listed(items: Sequence[str]) -> str:
        return "\n\n".join(
            fill(one, 98, initial_indent=" " * 10 + "-  ", subsequent_indent=" " * 13, break_on_hyphens=False)
            for one in items
        )

    return f"        Inclusion Criteria:\n\n{listed(inclusion)}\n\n        Exclusion Criteria:\n\n{listed(exclusion)}"
