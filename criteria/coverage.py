"""Every item of the registry record is cited by a criterion, and no criterion cites an item that is not there."""

from collections.abc import Mapping

from criteria import model
from criteria.document import Document, Where
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
    for kind, numbers in _lists(study.record):
        for at, number in enumerate(numbers):
            if number in tuple(numbers)[:at]:
                document.fault(("record", kind, at), f"`{kind} {number}` is listed twice: keep one")


def _items(record: model.Record) -> dict[str, Where]:
    """Every item, and where it stands in the file."""
    return {
        f"{kind} {number}": ("record", kind, number if isinstance(numbers, dict) else at)
        for kind, numbers in _lists(record)
        for at, number in enumerate(numbers)
    }


def _lists(record: model.Record) -> tuple[tuple[str, tuple[str, ...] | dict[str, str | None]], ...]:
    return (("inclusion", record.inclusion), ("exclusion", record.exclusion))


def _joined(criterion: model.Criterion, criteria: Mapping[int, model.Criterion]) -> bool:
    team = {item for other in criteria.values() if other.team for item in other.from_}
    return all(item in team for item in criterion.from_)
