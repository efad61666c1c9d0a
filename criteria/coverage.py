"""Every item of the registry record is cited by a criterion, and no criterion cites an item that is not there."""

from collections.abc import Mapping

from criteria import model
from criteria.document import Document
from criteria.expression import did_you_mean


def check_coverage(
    document: Document, study: model.Study | None, criteria: Mapping[int, model.Criterion], *, whole: bool
) -> None:
    """Note what is cited but not there, dropped, or weaker than its item with nobody to judge the rest."""
    for at, criterion in criteria.items():
        if criterion.weaker and whole and not _joined(criterion, criteria):
            document.fault(
                ("criteria", at, "weaker"),
                f"`{criterion.id}` asks less than its item says, so a criterion with `team: true` must cite "
                f"{' and '.join(f'`{item}`' for item in criterion.from_)}, too",
            )
    if study is None:
        return
    items = _items(study.record)
    cited: set[str] = set()
    for at, criterion in criteria.items():
        for place, item in enumerate(criterion.from_):
            if item != "header" and item not in items:
                document.fault(
                    ("criteria", at, "from", place), f"the record lists no `{item}`{did_you_mean(item, items)}"
                )
            cited.add(item)
    for item, where in items.items():
        if whole and item not in cited:
            document.fault(
                where, f"no criterion cites `{item}`: add one, with `team: true` if only the study team can judge it"
            )
    for kind in ("inclusion", "exclusion"):
        numbers = getattr(study.record, kind)
        for at, number in enumerate(numbers):
            if number in numbers[:at]:
                document.fault(("record", kind, at), f"`{kind} {number}` is listed twice: keep one")


def _items(record: model.Record) -> dict[str, tuple[str | int, ...]]:
    return {
        f"{kind} {number}": ("record", kind, at)
        for kind in ("inclusion", "exclusion")
        for at, number in enumerate(getattr(record, kind))
    }


def _joined(criterion: model.Criterion, criteria: Mapping[int, model.Criterion]) -> bool:
    team = {item for other in criteria.values() if other.team for item in other.from_}
    return all(item in team for item in criterion.from_)
