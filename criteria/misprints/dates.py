"""An address that names another study, and days of one study that cannot follow each other."""

import re
from datetime import date

from criteria.study_file import StudyFile

_REGISTRIES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (r"NCT\d{8}", r"ISRCTN\d{8}", r"DRKS\d{8}", r"ACTRN\d{14}", r"20\d{2}-5\d{5}-\d{2}(?:-\d{2})?")
)
"""How ClinicalTrials.gov, ISRCTN, DRKS, ANZCTR and CTIS number a study."""


def check_dates(file: StudyFile) -> None:
    """Warn of a registry's address with another number than the study's, and of what was done before its record."""
    study = file.text
    if study is None:
        return
    for form in _REGISTRIES:
        found = form.search(study.record.url)
        if found and form.fullmatch(study.id) and found[0].casefold() != study.id.casefold():
            told = f"the address names {found[0]}, and the study is {study.id}: is that meant?"
            file.document.fault(("record", "url"), told, warning=True)
    as_of = study.record.as_of
    if not isinstance(as_of, date):
        return
    if study.approval and study.approval.date < as_of:
        told = f"the approval is of {study.approval.date}, before the version of the record, {as_of}: is that meant?"
        file.document.fault(("approval", "date"), told, warning=True)
    if study.recruiting.date and study.recruiting.date < as_of:
        told = f"last asked on {study.recruiting.date}, before the version of the record, {as_of}: is that meant?"
        file.document.fault(("recruiting", "date"), told, warning=True)
