"""The files of a condition as pydantic models: what may stand where, and how long a text may be.

Shapes only; what the words of one file mean in another (a rule's questions, an item's number) is
checked by `criteria.assembly`.
"""

from criteria.model.called import Called, Said
from criteria.model.case import Case, Expected, Person
from criteria.model.condition import Condition, Search, Section, Source, Topic, Without
from criteria.model.form import Day, Id, StudyId, Url
from criteria.model.question import Calendar, Kind, Number, Options, OtherUnit, Plausible, Question, TwoButtons, YesNo
from criteria.model.study import Approval, Criterion, Decision, Header, Record, Recruiting, Site, Study
from criteria.model.text import (
    READY_ID,
    UNWRITTEN,
    Help,
    Label,
    Line,
    Lines,
    Page,
    Paragraph,
    Short,
    Strict,
    Text,
    Title,
    Wording,
    Wordings,
)

__all__ = [
    "READY_ID",
    "UNWRITTEN",
    "Approval",
    "Calendar",
    "Called",
    "Case",
    "Condition",
    "Criterion",
    "Day",
    "Decision",
    "Expected",
    "Header",
    "Help",
    "Id",
    "Kind",
    "Label",
    "Line",
    "Lines",
    "Number",
    "Options",
    "OtherUnit",
    "Page",
    "Paragraph",
    "Person",
    "Plausible",
    "Question",
    "Record",
    "Recruiting",
    "Said",
    "Search",
    "Section",
    "Short",
    "Site",
    "Source",
    "Strict",
    "Study",
    "StudyId",
    "Text",
    "Title",
    "Topic",
    "TwoButtons",
    "Url",
    "Without",
    "Wording",
    "Wordings",
    "YesNo",
]
