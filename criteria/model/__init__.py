"""The files of a condition as pydantic models: what may stand where, and how long a text may be.

Shapes only; what the words of one file mean in another (a rule's questions, an item's number) is
checked by `criteria.assembly`.
"""

from criteria.model.called import Called, Said
from criteria.model.case import Case, Expected
from criteria.model.condition import Condition, Search, Section, Source, Topic, Without
from criteria.model.form import Day, Id, StudyId, Url
from criteria.model.question import Calendar, Number, OtherUnit, Plausible, Question, YesNo
from criteria.model.study import Approval, Criterion, Record, Recruiting, Site, Study
from criteria.model.text import Help, Label, Line, Lines, Page, Paragraph, Short, Strict, Text, Title, Wording

__all__ = [
    "Approval",
    "Calendar",
    "Called",
    "Case",
    "Condition",
    "Criterion",
    "Day",
    "Expected",
    "Help",
    "Id",
    "Label",
    "Line",
    "Lines",
    "Number",
    "OtherUnit",
    "Page",
    "Paragraph",
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
    "Url",
    "Without",
    "Wording",
    "YesNo",
]
