"""A study while it is read: what is right in its file, its rules, and then the study itself."""

from dataclasses import dataclass, field

from criteria import model
from criteria.condition import CriterionDefinition, CriterionId, StudyDefinition, StudyId, joined
from criteria.document import Document
from criteria.expression import QuestionId, leaves
from criteria.rules import RuleBook, Written

MOST_CELLS = 255
"""What the funnel can count of one study: a table gives each slot one byte, and 0 is taken."""


@dataclass
class Rules:
    """The rules of one criterion, as written."""

    rule: Written | None = None
    only_if: Written | None = None
    confirm: Written | None = None
    eased: Written | None = None

    @property
    def asking(self) -> tuple[Written, ...]:
        """Those that can be a reason to ask."""
        return tuple(one for one in (self.rule, self.only_if) if one)


@dataclass
class StudyFile:
    """A study while it is read: its header where that is right, and the criteria that are, by their place."""

    document: Document
    text: model.Study | None
    criteria: dict[int, model.Criterion]
    whole: bool
    """Whether every criterion could be read, so that coverage can be judged."""
    rules: dict[int, Rules] = field(default_factory=dict)

    def asked(self) -> frozenset[QuestionId]:
        """The questions that some rule of this study can be a reason to ask."""
        return frozenset(
            leaf.question for rules in self.rules.values() for one in rules.asking for leaf in leaves(one.rule)
        )


def read_study(name: str, document: Document) -> StudyFile:
    """Read a study's file as far as it is right; faults are noted in the document."""
    value = dict(document.value)
    raw = value.get("criteria")
    members = raw if isinstance(raw, list) else []
    criteria = {
        at: found
        for at, member in enumerate(members)
        if (found := document.check(model.Criterion, ("criteria", at), member)) is not None
    }
    whole = len(criteria) == len(members) > 0
    if members:
        value["criteria"] = list(criteria.values()) or [_ANY]
    text = document.check(model.Study, (), value)
    if text is not None and text.id != name:
        document.fault(("id",), f"the file of the study `{text.id}` should be called {text.id}.yaml")
    first: dict[str, int] = {}
    for at, criterion in criteria.items():
        if first.setdefault(criterion.id, at) != at:
            document.fault(
                ("criteria", at, "id"),
                f"the id `{criterion.id}` stands here a second time: give each criterion its own",
            )
    return StudyFile(document, text, criteria, whole)


_ANY = model.Criterion.model_construct(id="any", from_=("header",), label=model.Text({}), team=True)


def read_rules(book: RuleBook, file: StudyFile) -> None:
    """Read the rules of every criterion."""
    for at, criterion in file.criteria.items():
        rules = file.rules[at] = Rules()
        where = ("criteria", at)
        for name in ("needs", "excludes"):
            if text := getattr(criterion, name):
                rules.rule = book.read(file.document, (*where, name), text)
        if criterion.only_if:
            rules.only_if = book.read(file.document, (*where, "only_if"), criterion.only_if)
        if criterion.confirm:
            rules.confirm = book.read(file.document, (*where, "confirm"), criterion.confirm)
        if criterion.eased:
            rules.eased = book.read(file.document, (*where, "eased"), criterion.eased)


def check_confirmable(book: RuleBook, file: StudyFile) -> None:
    """What `confirm` names must be asked for some rule of the study, or the criterion is never met."""
    asked = file.asked()
    for mine in file.rules.values():
        for comparison in leaves(mine.confirm.rule) if mine.confirm else ():
            if comparison.question not in asked and file.whole and mine.confirm and book.complete:
                file.document.fault(
                    mine.confirm.where,
                    f"`{comparison.question}` is not asked by any rule of this study, and `confirm` asks nothing: "
                    "name it in a rule, or leave the point to the study team",
                )


def study(file: StudyFile, text: model.Study) -> StudyDefinition:
    """The study, once nothing is wrong with its file; notes a fault where it has more ends than can be counted."""
    criteria = {CriterionId(one.id): _criterion(file, at, one) for at, one in file.criteria.items()}
    rules = [one for one in criteria.values() if one.rule is not None]
    asked = {comparison.question for one in rules for comparison in one.comparisons()}
    cells = len(asked) + len(rules) + 4
    if cells > MOST_CELLS:
        file.document.fault(
            (),
            f"the study has {cells} end states (questions and criteria); at most {MOST_CELLS} can be counted: join some",
        )
    return StudyDefinition(StudyId(text.id), file.document.name, text, criteria)


def _criterion(file: StudyFile, at: int, text: model.Criterion) -> CriterionDefinition:
    rules = file.rules[at]
    fields = {"excludes" if text.excludes else "needs": rules.rule, "only_if": rules.only_if, "confirm": rules.confirm}
    written = {name: one.rule for name, one in fields.items() if one is not None}
    line, eased = file.document.line(("criteria", at)), rules.eased.rule if rules.eased else None
    return CriterionDefinition(CriterionId(text.id), text, *joined(written), line, written, eased)
