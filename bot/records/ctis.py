"""CTIS, the register of the European Union: items that stand apart, often with the sponsor's own Spanish."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.records.contradictions import compared
from bot.records.doubts import examined
from bot.records.fields import day, group, members, text, texts
from bot.records.outline import outline
from bot.records.pieces import Doubt, Heading, Item, Kind, Numbering, Outline, Piece, Trap, first_words
from bot.records.record import Place, Record, RecordError, Status

SPANISH = 7
_STATUS = {
    6: Status.SUSPENDED,
    7: Status.SUSPENDED,
    8: Status.COMPLETED,
    9: Status.WITHDRAWN,
    10: Status.TERMINATED,
    11: Status.WITHDRAWN,
}
"""`ctPublicStatusCode`: halted, suspended, ended, expired, revoked, not authorised.

2 to 5 are all "authorised" in the interface, and which of them recruits is written nowhere: these are not guessed.
"""


def record(found: Mapping[str, Any]) -> Record:
    """A record as the public interface gives it; raises RecordError."""
    number = text(found, "ctNumber")
    details = group(found, "authorizedApplication", "authorizedPartI", "trialDetails")
    names = group(details, "clinicalTrialIdentifiers")
    about = group(details, "trialInformation")
    criteria = group(about, "eligibilityCriteria")
    if not number:
        raise RecordError("this record has no number (`ctNumber`): save it whole")
    spanish: dict[str, str] = {}
    outlined = _outlined(criteria, spanish)
    if not outlined.items:
        raise RecordError(f"{number}: the record has no criteria (`eligibilityCriteria`): save it whole")
    title = "publicTitle" if text(names, "publicTitle") else "fullTitle"
    if translated := _spanish(names, f"{title}Translations"):
        spanish["title"] = translated
    conditions = list(members(about, "medicalCondition", "partIMedicalConditions"))
    if conditions and (translated := _spanish(conditions[0], "medicalConditionTranslations")):
        spanish["condition"] = translated
    population = group(about, "populationOfTrialSubjects")
    code = found.get("ctPublicStatusCode")
    return compared(
        Record(
            "CTIS",
            number,
            f"https://euclinicaltrials.eu/ctis-public/view/{number}",
            text(names, title),
            examined(outlined),
            _STATUS.get(code, Status.UNKNOWN) if isinstance(code, int) else Status.UNKNOWN,
            day(text(found, "lastUpdated")) or day(text(found, "publishDate")),
            text(about, "trialObjective", "mainObjective"),
            tuple(filter(None, (text(one, "medicalCondition") for one in conditions))),
            status_told=code in _STATUS,
            sex=_sex(population),
            places=tuple(_places(found)) or tuple(_countries(found)),
            spanish=spanish,
            tells=frozenset({"sex"} if _sex(population) else ()),
        )
    )


def _outlined(criteria: Mapping[str, Any], spanish: dict[str, str]) -> Outline:
    numbering = Numbering()
    pieces: list[Piece] = []
    doubts: list[Doubt] = []
    for kind in Kind:
        field = f"principal{kind.capitalize()}Criteria"
        given = [one for one in members(criteria, field) if text(one, field)]
        for one in given:
            found = outline(text(one, field), kind=kind)
            other = outline(_spanish(one, f"{field}Translations"), kind=kind)
            whole = len(given) == 1 and len(found.of(kind)) > 1
            before = len(pieces)
            _put(found, numbering, pieces, whole=whole)
            ours = [piece for piece in pieces[before:] if isinstance(piece, Item)]
            doubts += _doubts(found, ours, whole=whole)
            spanish |= _side_by_side(ours, other)
        if not given:
            doubts.append(Doubt(Trap.NONE, kind))
    return Outline(tuple(pieces)).and_doubts(*doubts)


def _put(found: Outline, numbering: Numbering, pieces: list[Piece], *, whole: bool) -> None:
    """The pieces of one of the record's items: the item, and what stands below it; or items, where it holds the whole list."""
    first = True
    waiting: list[int] = []
    for piece in found.pieces:
        if isinstance(piece, Heading):
            waiting.append(len(pieces))
            pieces.append(piece)
            continue
        below = piece.number != piece.top if whole else not first
        item = replace(piece, number=numbering.next(piece.kind, below=below), depth=int(below))
        for at in waiting:
            pieces[at] = replace(_heading(pieces[at]), before=item.id)
        waiting.clear()
        pieces.append(item)
        first = False


def _heading(piece: Piece) -> Heading:
    assert isinstance(piece, Heading)  # noqa: S101 - only headings wait
    return piece


def _doubts(found: Outline, ours: list[Item], *, whole: bool) -> Iterator[Doubt]:
    """The doubts of one of the record's items, at our numbers; a list in an item is one of them."""
    places = {one.id: new.id for one, new in zip(found.items, ours, strict=True)}
    kept = [one for one in found.doubts if one.trap in {Trap.LONG, Trap.HEADINGS, Trap.NONE, Trap.COHORT}]
    yield from (replace(one, at=places.get(one.at, one.at)) for one in kept)
    if len(ours) > 1:
        yield Doubt(Trap.GLUED, ours[0].id, first_words(ours[1].words if not whole else ours[0].words))


def _side_by_side(ours: list[Item], other: Outline) -> dict[str, str]:
    """The Spanish of each item, where it falls into as many parts; else all of it with the first."""
    if len(ours) == len(other.items):
        return {one.id: translated.words for one, translated in zip(ours, other.items, strict=True)}
    whole = " ".join(piece.words for piece in other.pieces)
    return {ours[0].id: whole} if ours and whole else {}


def _spanish(found: Mapping[str, Any], field: str) -> str:
    given = (one for one in members(found, field) if one.get("language") == SPANISH)
    return next((told for one in given if (told := text(one, "attributeTranslation"))), "")


def _sex(population: Mapping[str, Any]) -> str:
    female, male = population.get("isFemaleSubjects"), population.get("isMaleSubjects")
    return "female" if female and male is False else "male" if male and female is False else ""


def _places(found: Mapping[str, Any]) -> Iterator[Place]:
    """Where the trial is done: the record's public part names countries, and sometimes their sites."""
    for part in members(found, "authorizedApplication", "authorizedPartsII"):
        country = text(part, "mscInfo", "mscName") or text(part, "mscName")
        for one in members(part, "trialSites"):
            organisation = group(one, "organisationAddressInfo", "organisation")
            address = group(one, "organisationAddressInfo", "address")
            if name := text(organisation, "name"):
                yield Place(name, text(address, "city"), text(address, "countryName") or country)


def _countries(found: Mapping[str, Any]) -> Iterator[Place]:
    """The countries alone, each with a code behind it (`Spain:4`)."""
    for one in texts(found, "trialCountries"):
        yield Place("", "", one.partition(":")[0])
