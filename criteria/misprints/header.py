"""An age in a record's header that no rule from this header has."""

import re
from collections.abc import Mapping

from criteria.expression import leaves
from criteria.question import QuestionDefinition
from criteria.study_file import StudyFile

_YEARS = re.compile(r"(\d{1,3}) years?", re.IGNORECASE)


def check_header(file: StudyFile, questions: Mapping[str, QuestionDefinition]) -> None:
    """Warn of a limit of the header that its rules about the age do not have, unless an item that they cite says theirs."""
    record = file.text.record if file.text else None
    if record is None or record.header is None:
        return
    rules = {
        at: [leaf for leaf in leaves(written.rule) if _about_age(questions[leaf.question])]
        for at, one in file.criteria.items()
        if "header" in one.from_ and (written := file.rules[at].rule)
    }
    cited = " ".join(record.items.get(item) or "" for at in rules for item in file.criteria[at].from_)
    limits = {value for found in rules.values() for leaf in found for value in leaf.values if isinstance(value, float)}
    if not limits or limits & {float(number) for number in re.findall(r"\d+", cited)}:
        return
    place = next(at for at, found in rules.items() if found)
    for told, beside in ((record.header.minimum_age, -1), (record.header.maximum_age, 1)):
        years = _YEARS.fullmatch(told.strip()) if told else None
        if years and not limits & {float(years[1]), float(years[1]) + beside}:
            message = f"the record's header says {told}, and no rule from `header` has it: is that meant?"
            file.document.fault(("criteria", place), message, warning=True)


def _about_age(question: QuestionDefinition) -> bool:
    return question.text.number is not None and question.text.number.unit == "years"
