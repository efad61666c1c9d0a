"""What a file is: the known shapes are read, and what cannot be used is refused with its reason; so is a registry that is silent."""

import json

import httpx
import pytest
from invented import EU_NUMBER, NUMBER, api_v2, classic, ctis, markdown, record, wrapped

from bot.records import shapes
from bot.records.fetching import fetched
from bot.records.record import RecordError, Status

INCLUSION = [
    "Knee pain on most days of the last three months, whatever the reason for it may be, and at night",
    "Consent",
]
EXCLUSION = ["Gout", "Creatinine >1.5 mg/dL"]


@pytest.mark.parametrize("found", [api_v2(markdown(INCLUSION, EXCLUSION)), classic(wrapped(INCLUSION, EXCLUSION))])
def test_both_shapes_of_one_registry_tell_the_same(found: object) -> None:
    got = record(found)  # type: ignore[arg-type]
    assert [one.words for one in got.outline.items] == [*INCLUSION, *EXCLUSION]
    assert (got.id, got.status, got.as_of) == (NUMBER, Status.RECRUITING, "2031-03-03")
    assert (got.minimum_age, got.maximum_age, got.sex, got.healthy_volunteers) == ("18 Years", "75 Years", "", False)
    assert [(one.facility, one.city, one.country) for one in got.places] == [
        ("Example Hospital", "Example City", "Spain")
    ]


def test_ctis_has_the_sponsors_own_spanish() -> None:
    got = record(ctis([("Asthma.", "Asma."), ("Consent.", "")]))
    assert (got.id, got.status_told, got.as_of) == (EU_NUMBER, False, "2031-03-03")
    assert [(one.facility, one.country) for one in got.places] == [("", "Spain")]
    assert got.spanish == {
        "title": "Medicamento K en el asma",
        "condition": "Asma",
        "inclusion 1": "Asma.",
        "exclusion 1": "Diabetes.",
    }


def test_a_pasted_text_begins_with_its_first_heading() -> None:
    got = record(
        f"{NUMBER}\nTitle: Medicine K\nStatus:\nCompleted\nCriteria\nInclusion Criteria:- Knee pain\n- Consent\n"
    )
    assert (got.id, got.title, got.status) == (NUMBER, "Medicine K", Status.COMPLETED)
    assert [one.words for one in got.outline.items] == ["Knee pain", "Consent"]


def test_api_v1_is_refused_with_its_reason() -> None:
    retired = {"Study": {"ProtocolSection": {"IdentificationModule": {"NCTId": NUMBER}}}}
    with pytest.raises(RecordError, match=f"retired API v1.*list marks.*api/v2/studies/{NUMBER}"):
        record(retired)


def test_a_withheld_record_is_explained() -> None:
    with pytest.raises(RecordError, match="withholds this record"):
        record(api_v2("", status="WITHHELD"))
    with pytest.raises(RecordError, match="withholds this record"):
        record(classic("", status="Withheld"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><clinical_study>&b;</clinical_study>", "declares"),
        ("<clinical_study>", "no whole XML"),
        ("<other/>", "is no record"),
        ("{", "no whole JSON"),
        ("[" * 100_000, "no whole JSON"),
        ('{"a": 1}', "no record that can be read"),
        ("[1, 2]", "one record belongs"),
        (json.dumps({"protocolSection": []}), "no number"),
        (json.dumps({"ctNumber": "2031-500001-11-00"}), "no criteria"),
        ("  \n", "empty"),
    ],
)
def test_what_is_no_record_is_refused(text: str, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        record(text)


def test_values_of_other_kinds_harm_nothing() -> None:
    found = api_v2("Inclusion Criteria:\n\n* Knee pain")
    for module in ("conditionsModule", "contactsLocationsModule", "descriptionModule", "statusModule"):
        found["protocolSection"][module] = [None, 3]
    assert record(found).outline.items


def test_a_record_that_is_too_large_is_refused() -> None:
    with pytest.raises(RecordError, match="larger than"):
        shapes.of_bytes(b" " * (shapes.LARGEST + 1), "large")


def answering(status: int, body: bytes = b"") -> httpx.MockTransport:
    return httpx.MockTransport(lambda _request: httpx.Response(status, content=body))


def test_a_record_is_fetched_by_its_number() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, json=api_v2("Inclusion Criteria:\n\n* Knee pain"))

    got = shapes.of_bytes(fetched(NUMBER, httpx.MockTransport(answer)), NUMBER)
    assert got.id == NUMBER
    assert asked == [f"https://clinicaltrials.gov/api/v2/studies/{NUMBER}"]


def test_a_registry_that_cannot_be_reached_is_told_with_what_to_do() -> None:
    def silent(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("no answer", request=request)

    for transport, told in (
        (httpx.MockTransport(silent), f"cannot be reached.*Save https://clinicaltrials.gov/api/v2/studies/{NUMBER}"),
        (answering(404), "no record"),
        (answering(302), "answered with 302"),
        (answering(200, b" " * (shapes.LARGEST + 1)), "larger than"),
    ):
        with pytest.raises(RecordError, match=told):
            fetched(NUMBER, transport)
