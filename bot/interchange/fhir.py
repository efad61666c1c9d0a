"""A study as a FHIR R4 Questionnaire: items, answers and units, every language beside the chosen one, and no branching.

Resource and extensions: hl7.org/fhir/R4/questionnaire.html; smallest and largest quantity: Structured Data Capture; the mark on private
items: Data Segmentation for Privacy, inline labels.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, assert_never
from urllib.parse import urlsplit

from bot.conversation.wording import Wording
from bot.interchange.instrument import ExportError, Instrument, Item, Section, Texts
from bot.interchange.ucum import SYSTEM, is_code, ucum
from criteria import model
from criteria.languages import Language

CORE = "http://hl7.org/fhir/StructureDefinition"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition"
INLINE = "http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label"
HELP = {"coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "help"}]}
RESTRICTED = {"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R"}
LABELLED = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "PROCESSINLINELABEL"}
UNITS = {f"{CORE}/questionnaire-unit", f"{CORE}/questionnaire-unitOption"}
Json = dict[str, Any]


def fhir(wording: Wording, found: Instrument, language: Language) -> str:
    """The Questionnaire as JSON; raises ExportError."""
    resource = _resource(found, language, _Writer(wording, found.languages, language))
    if told := faults(resource, found.languages, language):
        raise ExportError("\n".join(told))
    return json.dumps(resource, ensure_ascii=False, indent=2) + "\n"


def faults(resource: Json, languages: tuple[Language, ...], language: Language) -> list[str]:
    """What a reader of the format would stumble over, one line each: ids, codes, units, languages."""
    told, seen = [], set()
    others = sorted(set(languages) - {language})
    for item in _items(resource):
        link = item["linkId"]
        if link in seen or not link:
            told.append(f"`{link}` stands twice, or is empty")
        seen.add(link)
        options = [option["valueCoding"] for option in item.get("answerOption", ())]
        codes = [coding["code"] for coding in options]
        if len(codes) != len(set(codes)) or bool(codes) != (item["type"] == "choice"):
            told.append(f"`{link}` has a code twice, or is a choice without answers")
        if (item["type"] in {"group", "display"}) and "answerOption" in item:
            told.append(f"`{link}` can have no answers")
        units = [one["valueCoding"]["code"] for one in item.get("extension", ()) if one["url"] in UNITS]
        told += [f"`{unit}` is no unit of UCUM" for unit in units if not is_code(unit)]
        for holder, name in ((item, "text"), *((coding, "display") for coding in options)):
            if _languages(holder, name) != others or not holder[name].strip():
                told.append(f"`{link}` lacks a text, or one of its languages")
    return told


def _items(parent: Json) -> Iterator[Json]:
    for item in parent.get("item", ()):
        yield item
        yield from _items(item)


def _languages(holder: Json, name: str) -> list[str]:
    """The languages that stand beside a text."""
    beside = holder.get(f"_{name}", {}).get("extension", ())
    return sorted(part["valueCode"] for one in beside for part in one["extension"] if part["url"] == "lang")


def _resource(found: Instrument, language: Language, write: "_Writer") -> Json:
    study = found.study
    private = any(item.text.sensitive for section in found.sections for item in section.items)
    site = urlsplit(study.record.url)
    dated = {"date": study.approval.date.isoformat()} if study.approval else {}
    return {
        "resourceType": "Questionnaire",
        **({"meta": {"security": [RESTRICTED, LABELLED]}} if private else {}),
        "language": language,
        "identifier": [{"system": f"{site.scheme}://{site.netloc}", "value": study.id}],
        "version": found.version,
        **write.text("title", study.title.root),
        "status": "active" if study.approval else "draft",
        "experimental": study.approval is None,
        "subjectType": ["Patient"],
        **dated,
        **write.text("description", study.summary.root),
        "item": [write.section(at, section) for at, section in enumerate(found.sections, 1)],
    }


class _Writer:
    """Writes items, in one language with the others beside it."""

    def __init__(self, wording: Wording, languages: tuple[Language, ...], language: Language) -> None:
        self._wording = wording
        self._others = [one for one in languages if one != language]
        self._language = language

    def text(self, name: str, texts: Texts) -> Json:
        """A field's text, with its translations."""
        beside = [
            _extension(
                "translation", [{"url": "lang", "valueCode": one}, {"url": "content", "valueString": texts[one]}]
            )
            for one in self._others
        ]
        return {name: texts[self._language], **({f"_{name}": {"extension": beside}} if beside else {})}

    def section(self, at: int, section: Section) -> Json:
        """A group."""
        items = [self.question(item) for item in section.items]
        return {"linkId": f"section-{at}", **self.text("text", section.title.root), "type": "group", "item": items}

    def question(self, item: Item) -> Json:
        """A question with its help, and for a number or a day with what can be answered besides."""
        key, text = item.question.id, item.text
        told = {"reason": text.reason, "help": text.help}
        beside = [self._display(f"{key}.{name}", one) for name, one in told.items() if one]
        marks = [{"url": INLINE, "valueCoding": RESTRICTED}] if text.sensitive else []
        marks += [_extension("designNote", "; ".join(item.cites), kind="Markdown")] if item.cites else []
        kind, limits = _kind(text)
        if kind == "choice":
            return self._item(key, text.ask.root, kind, marks, beside, item.choices)
        asked = {one: self._wording.say(one, "export-other", question=text.ask.in_(one)) for one in text.ask.root}
        beside.append(self._item(f"{key}.other", asked, "choice", marks[: text.sensitive], [], item.choices))
        return self._item(key, text.ask.root, kind, [*limits, *marks], beside)

    def _item(
        self,
        link: str,
        texts: Texts,
        kind: str,
        extension: list[Json],
        items: list[Json],
        choices: Mapping[Any, Texts] | None = None,
    ) -> Json:
        options = [
            {"valueCoding": {"code": code, **self.text("display", words)}} for code, words in (choices or {}).items()
        ]
        return {
            **({"extension": extension} if extension else {}),
            "linkId": link,
            **self.text("text", texts),
            "type": kind,
            **({"answerOption": options} if options else {}),
            **({"item": items} if items else {}),
        }

    def _display(self, link: str, text: model.Text) -> Json:
        return self._item(link, text.root, "display", [_extension("questionnaire-itemControl", HELP)], [])


def _kind(text: model.Question) -> tuple[str, list[Json]]:
    """The type of an item, and the extensions with its unit and its ends."""
    match text.kind:
        case model.Options() | model.TwoButtons():
            return "choice", []
        case model.Calendar(from_=first, to=last):
            return "date", _ends(first.isoformat(), last.isoformat(), "Date")
        case model.Number() as number if number.also:
            own, *others = (_coding(one) for one in (number.unit, *(one.unit for one in number.also)))
            ends = [
                {"url": f"{SDC}/sdc-questionnaire-{name}Quantity", "valueQuantity": {"value": at, **_quantity(own)}}
                for name, at in (("min", number.from_), ("max", number.to))
            ]
            return "quantity", [*(_extension("questionnaire-unitOption", one) for one in (own, *others)), *ends]
        case model.Number() as number:
            unit = _extension("questionnaire-unit", _coding(number.unit))
            if number.whole:
                return "integer", [unit, *_ends(int(number.from_), int(number.to), "Integer")]
            return "decimal", [unit, *_ends(number.from_, number.to, "Decimal")]
        case unknown:
            assert_never(unknown)


def _ends(low: float | str, high: float | str, kind: str) -> list[Json]:
    return [_extension("minValue", low, kind=kind), _extension("maxValue", high, kind=kind)]


def _coding(unit: str | model.Text) -> Json:
    code = ucum(unit)
    return {
        "system": SYSTEM,
        "code": code,
        "display": code if isinstance(unit, str) else next(iter(unit.root.values())),
    }


def _quantity(unit: Json) -> Json:
    return {"unit": unit["display"], "system": unit["system"], "code": unit["code"]}


def _extension(name: str, value: Any, kind: str = "") -> Json:  # noqa: ANN401 - whatever JSON holds
    """An extension of the core; its value by kind: parts, a coding, a coded concept, or the kind that is named."""
    url = f"{CORE}/{name}"
    if isinstance(value, list):
        return {"url": url, "extension": value}
    if isinstance(value, dict):
        return {"url": url, "valueCodeableConcept" if "coding" in value else "valueCoding": value}
    return {"url": url, f"value{kind}": value}
