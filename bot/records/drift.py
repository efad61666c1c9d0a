"""A newer record beside the study that was encoded: what is new, gone or changed, sentence by sentence."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from bot.records.doubts import sentences
from bot.records.pieces import Kind
from bot.records.record import Record
from criteria import model
from criteria.wordings import ready

ALIKE = 0.5
"""How alike, of 1, two sentences must be to be told as one that has changed."""
CLOSING = frozenset({"closed", "ended", "paused"})
"""What a record may show a study as; that it takes people again is for whoever runs the assistant to find out."""


@dataclass(frozen=True)
class Change:
    """One thing that differs."""

    what: str
    """`new`, `gone` or `changed` of a sentence; `status`, `version`, `header` or `site`."""
    where: str
    """The item in the encoded record; of a new sentence, in the newer one."""
    before: str
    after: str
    criteria: tuple[str, ...] = ()
    """The criteria that cite the item."""


@dataclass(frozen=True)
class Drift:
    """All that differs, and what could not be compared."""

    changes: tuple[Change, ...]
    silent: tuple[str, ...] = ()
    closes: str = ""
    """What the newer record shows the study as, if it closes it."""


@dataclass(frozen=True)
class _Sentence:
    """A sentence of an item or heading, and the form in which it is compared."""

    at: str
    words: str
    key: str


def drift(study: model.Study, record: Record) -> Drift:
    """What the newer record says in another way than the encoded one."""
    silent = []
    changes = [*_status(study, record), *_version(study, record)]
    if study.record.header is None:
        silent.append("ages and sex: the study's file has no `record: header`")
    else:
        changes += _header(study, study.record.header, record)
    if all(words is None for words in study.record.items.values()):
        silent.append("sentences: the study's file has the items' numbers alone, without the record's words")
    else:
        for kind in Kind:
            changes += _sentences(study, kind, record)
    if record.places and study.sites:
        changes += _sites(study, record)
    new = record.status.recruiting
    moved = any(change.what == "status" for change in changes)
    closes = new if moved and new in CLOSING and study.recruiting.status not in {new, "ended", "closed"} else ""
    return Drift(tuple(changes), tuple(silent), closes)


def _status(study: model.Study, record: Record) -> Iterator[Change]:
    if not record.status_told:
        return
    before, after = study.record.status.root.get("en", ""), ready()[record.status.value]["en"]
    if _key(before) != _key(after):
        yield Change("status", "record", before, after)


def _version(study: model.Study, record: Record) -> Iterator[Change]:
    before = study.record.as_of
    if isinstance(before, date) and record.as_of and before.isoformat() != record.as_of:
        yield Change("version", "record", before.isoformat(), record.as_of)


def _header(study: model.Study, before: model.Header, record: Record) -> Iterator[Change]:
    fields = {
        "minimum age": (before.minimum_age, record.minimum_age or None),
        "maximum age": (before.maximum_age, record.maximum_age or None),
        "sex": (before.sex or "all", record.sex or "all"),
        "healthy volunteers": (before.healthy_volunteers, record.healthy_volunteers),
        "start": (before.start, record.dates.get("start")),
        "completion": (before.completion, record.dates.get("completion")),
    }
    optional = {"healthy volunteers", "start", "completion"}
    untold = {"minimum age", "maximum age"} if "age" not in record.tells else set()
    untold |= {"sex"} if "sex" not in record.tells else set()
    touched = tuple(one.id for one in study.criteria if "header" in one.from_)
    for name, (was, is_) in fields.items():
        silent = name in untold or (is_ is None and (record.partial or name in optional))
        if not silent and _key(_told(was)) != _key(_told(is_)):
            yield Change("header", name, _told(was), _told(is_), () if name in optional else touched)


def _told(value: object) -> str:
    return (
        "none"
        if value is None
        else {True: "yes", False: "no"}.get(value, str(value))
        if isinstance(value, bool)
        else str(value)
    )


def _sites(study: model.Study, record: Record) -> Iterator[Change]:
    """Places whose status has changed; sites that are new or gone are the sponsor's affair."""
    now = {_key(place.facility): place.status for place in record.places if place.status is not None}
    for site in study.sites:
        name = next(iter(site.unit.root.values()))
        status = now.get(_key(name))
        if status is not None and site.recruiting is not None and status.recruiting != site.recruiting:
            yield Change("site", name, site.recruiting, status.recruiting)


def _sentences(study: model.Study, kind: Kind, record: Record) -> Iterator[Change]:
    old, new = list(_encoded(study.record, kind)), list(_published(record, kind))
    matcher = SequenceMatcher(None, [one.key for one in old], [one.key for one in new], autojunk=False)
    for tag, start, end, other, until in matcher.get_opcodes():
        if tag != "equal":
            yield from _replaced(study, old[start:end], new[other:until])


def _replaced(study: model.Study, old: list[_Sentence], new: list[_Sentence]) -> Iterator[Change]:
    """Sentences that stand for one another: those most alike are told as changed, the others as gone and new."""
    start = _same_words(old, new)
    old, new = old[start[0] :], new[start[1] :]
    end = _same_words(old[::-1], new[::-1], backwards=True)
    old, left = old[: len(old) - end[0]], new[: len(new) - end[1]]
    for one in old:
        near = max(left, key=lambda other: _alike(one, other), default=None)
        if near is not None and _alike(one, near) >= ALIKE:
            left.remove(near)
            yield Change("changed", one.at, one.words, near.words, _citing(study, one.at))
        else:
            yield Change("gone", one.at, one.words, "", _citing(study, one.at))
    for other in left:
        yield Change("new", other.at, "", other.words)


def _same_words(old: Sequence[_Sentence], new: Sequence[_Sentence], *, backwards: bool = False) -> tuple[int, int]:
    """How many sentences of each begin (or end) with the same words, parted in another way."""
    same, at = (0, 0), [0, 0]
    told = ["", ""]
    while all(place < len(side) for place, side in zip(at, (old, new), strict=True)) or told[0] != told[1]:
        shorter = 0 if len(told[0]) <= len(told[1]) else 1
        side = (old, new)[shorter]
        if at[shorter] >= len(side):
            break
        words = re.sub(r"[:;.,](?=\s|$)|\s", "", side[at[shorter]].key)
        told[shorter] = words + told[shorter] if backwards else told[shorter] + words
        at[shorter] += 1
        short, long = sorted(told, key=len)
        if not (long.endswith(short) if backwards else long.startswith(short)):
            break
        if short == long:
            same = (at[0], at[1])
    return same


def _alike(one: _Sentence, other: _Sentence) -> float:
    return SequenceMatcher(None, one.key.split(), other.key.split(), autojunk=False).ratio()


def _citing(study: model.Study, item: str) -> tuple[str, ...]:
    return tuple(one.id for one in study.criteria if item in one.from_)


def _encoded(record: model.Record, kind: Kind) -> Iterator[_Sentence]:
    """The sentences that the study's file has, in order, its headings among them."""
    for item, words in record.items.items():
        if item.startswith(kind):
            yield from _split(item, record.headings.get(item, ""))
            yield from _split(item, words or "")
    yield from _split(f"{kind} end", record.headings.get(f"{kind} end", ""))


def _published(record: Record, kind: Kind) -> Iterator[_Sentence]:
    for piece in record.outline.pieces:
        if piece.kind is kind:
            yield from _split(getattr(piece, "id", "") or getattr(piece, "before", "") or f"{kind} end", piece.words)


def _split(at: str, words: str) -> Iterator[_Sentence]:
    for line in words.split("\n"):
        for one in sentences(line) if line.strip() else ():
            if key := _key(one):
                yield _Sentence(at, one, key)


_SAME: Sequence[tuple[str, str]] = (
    (r"[“”„«»\"]", '"'),
    (r"[‘’´`]", "'"),
    (r"[‐‑‒–—−]", "-"),
    (r"≥|> ?=|=>", ">="),
    (r"≤|< ?=|=<", "<="),
    (r"[µμ]", "u"),
    (r"…", "..."),
    (r"\s*([<>]=?|=|±|/|%)\s*", r" \1 "),
)


def _key(words: str) -> str:
    """What is compared: the words without marks of lists and of the end, and with one way to write each sign."""
    found = unicodedata.normalize("NFKC", words).casefold()
    for pattern, sign in _SAME:
        found = re.sub(pattern, sign, found)
    found = re.sub(r"^\W*?(?:\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{2,4})[.)]\s+)?(?=[\w<>=(\"'±])", "", found.strip())
    found = re.sub(r"\*\*|__", "", found)
    return " ".join(re.sub(r"[\s.;,:*]+$", "", found).split())
