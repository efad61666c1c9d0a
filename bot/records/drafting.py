"""A record becomes a study file: every item with its words, left to the team, and all that a person has to decide."""

import re
from collections.abc import Collection, Iterator, Sequence

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bot.records.contradictions import years
from bot.records.pieces import Heading, Item, Kind
from bot.records.proposing import Proposal, proposed, ready_label
from bot.records.reasons import reason
from bot.records.record import Place, Record, Status
from bot.records.whole import MOST_SITES, open_points
from bot.records.written import Texts, block, flow, quoted, row, shortened
from criteria.model import UNWRITTEN

MOST_CRITERIA = 190
MOST_DECISIONS = 400
LONGEST_TECHNICAL = 300
NO_ADDRESS = "https://example.org/the-address-of-the-record"


def study(record: Record, askable: Collection[str], texts: Texts, *, contacts: bool = False) -> CommentedMap:
    """The study's file; `askable`: which of `age` and `sex` the condition has a question for."""
    header = list(_header(record, askable, texts))
    found = block(
        {
            "id": quoted(record.id),
            "title": texts.to_write(120, record.title, {"es": record.spanish.get("title", "")}),
            "summary": texts.to_write(500, record.summary or record.title),
            "record": _record(record, texts),
            "recruiting": flow(
                {"status": record.status.recruiting} | ({"date": quoted(record.as_of)} if record.as_of else {})
            ),
            "approval": None,
            "sites": CommentedSeq(
                _site(place, record, texts, contacts=contacts) for place in record.places[:MOST_SITES]
            ),
        }
    )
    decisions = [
        *(_decision(at, why) for at, why in open_points(record, askable, contacts=contacts)),
        *_decisions(record, askable),
    ]
    if decisions:
        found["decide"] = CommentedSeq(decisions[:MOST_DECISIONS])
    found["criteria"] = CommentedSeq([*header, *_criteria(record, texts)])
    for name in ("record", "recruiting", "sites", "decide", "criteria"):
        if name in found:
            found.yaml_set_comment_before_after_key(name, before="\n")
    return found


def _record(record: Record, texts: Texts) -> CommentedMap:
    found = block(
        {
            "registry": quoted(record.registry or f"{UNWRITTEN} the registry's name"),
            "url": quoted(record.url or NO_ADDRESS),
            "as_of": quoted(record.as_of) if record.as_of else texts.ready_to_check("undated"),
            "status": record.status.value,
        }
    )
    fields = {
        "minimum_age": quoted(record.minimum_age) if record.minimum_age else None,
        "maximum_age": quoted(record.maximum_age) if record.maximum_age else None,
        "sex": (record.sex or "all") if "sex" in record.tells else None,
        "healthy_volunteers": record.healthy_volunteers,
        **{name: quoted(day) for name, day in record.dates.items()},
    }
    if told := {name: value for name, value in fields.items() if value is not None}:
        found["header"] = flow(told)
    for kind in Kind:
        items: dict[str, object] = {quoted(one.number): quoted(one.words) for one in record.outline.of(kind)}
        found[kind.value] = block(items) if items else row([])
    if headings := _headings(record.outline.headings):
        found["headings"] = block(headings)
    return found


def _headings(headings: Sequence[Heading]) -> dict[str, str]:
    """The words that belong to no item, by the item that follows them."""
    found: dict[str, list[str]] = {}
    for one in headings:
        found.setdefault(one.before or f"{one.kind} end", []).append(one.words)
    return {before: quoted("\n".join(words)) for before, words in found.items()}


def _site(place: Place, record: Record, texts: Texts, *, contacts: bool) -> CommentedMap:
    city = place.city or place.country or "?"
    found = block(
        {
            "place": texts.same(city, 120) if place.city else texts.to_write(120, city),
            "country": texts.country(place.country) if place.country else texts.to_write(40, "the country"),
            "unit": texts.same(place.facility, 120)
            if place.facility
            else texts.to_write(120, f"the hospital in {city}"),
        }
    )
    named = (place.contact or record.contact) if contacts else ""
    found["contact"] = texts.same(named, 300) if named else "contact_in_registry"
    if place.status is not None and place.status is not Status.UNKNOWN:
        found["recruiting"] = place.status.recruiting
    return found


def _header(record: Record, askable: Collection[str], texts: Texts) -> Iterator[CommentedMap]:
    """Age and sex as criteria: a rule where the condition asks for them in years, else left to the team."""
    if record.minimum_age or record.maximum_age:
        low, high = years(record.minimum_age), years(record.maximum_age)
        plain = all(years(one) is not None for one in (record.minimum_age, record.maximum_age) if one)
        name = {(True, True): "from-to", (True, False): "from", (False, True): "to"}.get(
            (low is not None, high is not None)
        )
        label = (
            texts.ready(f"age-{name}", **{"from": low or 0, "to": high or 0})
            if plain and name
            else texts.ready("age-other")
        )
        rule = (
            f"{low} <= age <= {high}" if name == "from-to" else f"age >= {low}" if name == "from" else f"age <= {high}"
        )
        yield _criterion("age", ["header"], label, rule if plain and "age" in askable else None)
    if record.sex:
        rule = f"sex == {record.sex}"
        yield _criterion("sex", ["header"], texts.ready(f"sex-{record.sex}"), rule if "sex" in askable else None)


def _criterion(name: str, items: Sequence[str], label: object, rule: str | None) -> CommentedMap:
    found = block({"id": name, "from": items[0] if len(items) == 1 else row(items), "label": label})
    if rule is None:
        found["team"] = True
    else:
        found["needs"] = rule
    return found


def _criteria(record: Record, texts: Texts) -> Iterator[CommentedMap]:
    """One criterion for each item with what stands below it; several items in one where there are too many."""
    groups = [[item, *record.outline.below(item)] for item in record.outline.items if item.number == item.top]
    size = -(-len(groups) // MOST_CRITERIA)
    for at in range(0, len(groups), size or 1):
        items = [item for group in groups[at : at + size] for item in group]
        found = _criterion(items[0].id.replace(" ", "_"), [one.id for one in items], _label(record, items, texts), None)
        if (technical := _technical(record, items, texts)) is not None:
            found["technical"] = technical
            found.move_to_end("team")
        if hint := ready_label(items[0].words):
            found.yaml_set_comment_before_after_key("label", before=f"or a ready wording: label: {hint}", indent=4)
        yield found


def _label(record: Record, items: Sequence[Item], texts: Texts) -> CommentedMap:
    words = " ".join(one.words for one in items)
    return texts.to_write(120, words, {"es": " ".join(record.spanish.get(one.id, "") for one in items).strip()})


def _technical(record: Record, items: Sequence[Item], texts: Texts) -> CommentedMap | None:
    """The record's words with the sponsor's own Spanish, where there is one and both are short enough."""
    english = " ".join(" ".join(one.words for one in items).split())
    spanish = " ".join(" ".join(record.spanish.get(one.id, "") for one in items).split())
    if not spanish or set(texts.languages) - {"en", "es"} or max(len(english), len(spanish)) > LONGEST_TECHNICAL:
        return None
    return block({one: quoted({"en": english, "es": spanish}[one]) for one in texts.languages})


def _decisions(record: Record, askable: Collection[str]) -> Iterator[CommentedMap]:
    """What a person has to decide, item by item."""
    doubts: dict[str, list[str]] = {}
    for one in record.outline.doubts:
        doubts.setdefault(one.at, []).append(reason(one))
    asked = [name for name, there in (("age", record.minimum_age or record.maximum_age), ("sex", record.sex)) if there]
    proposals: dict[str, list[Proposal]] = {}
    for proposal in proposed(record.outline, [name for name in asked if name in askable]):
        proposals.setdefault(proposal.at, []).append(proposal)
    for kind in Kind:
        yield from (_decision(kind, why) for why in doubts.get(kind, ()))
        for item in record.outline.of(kind):
            yield from (_decision(item.id, why) for why in doubts.get(item.id, ()))
            yield from (_decision(item.id, one.why, one.question) for one in proposals.get(item.id, ()))


def _decision(at: str, why: str, question: str = "") -> CommentedMap:
    found = block({"at": str(at), "why": quoted(shortened(why, 900))})
    if question:
        found["take"] = question
    return found


def known_number(words: str) -> str:
    """A registry number in a command, in capitals; empty where it is none."""
    found = re.fullmatch(r"(?:NCT\d{8}|20\d\d-5\d{5}-\d\d(?:-\d\d)?)", words.strip(), re.IGNORECASE)
    return found[0].upper() if found else ""
