"""The files of one condition, checked against each other and put together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from criteria import model
from criteria.condition import (
    AnswerError,
    Case,
    Condition,
    ConditionId,
    Criterion,
    CriterionId,
    Question,
    Study,
    StudyId,
    TopicId,
    fingerprint,
)
from criteria.coverage import check_coverage
from criteria.diagram import PASSES, Diagrams, TooComplexError
from criteria.expression import UNSURE, Not, QuestionId, did_you_mean, every, leaves, some
from criteria.reading import Document
from criteria.rules import RuleBook, Written, asked

MOST_CELLS = 255
SUM_TOLERANCE = 0.0011


@dataclass(frozen=True)
class Files:
    """What was read of a condition's folder; None where a file is missing or unreadable."""

    id: ConditionId
    condition: Document | None
    questions: Document | None
    background: Document | None
    studies: Mapping[str, Document]
    cases: list[Document]

    def all(self) -> Iterator[Document]:
        """Every file that was read."""
        for one in (self.condition, self.questions, self.background):
            if one is not None:
                yield one
        yield from self.studies.values()
        yield from self.cases


@dataclass
class _Rules:
    """What was read of one criterion's rules."""

    rule: Written | None = None
    only_if: Written | None = None
    confirm: Written | None = None


@dataclass
class _Draft:
    """A study while it is read: its header where that is right, and the criteria that are."""

    document: Document
    text: model.Study | None
    criteria: dict[int, model.Criterion]
    whole: bool
    """Whether every criterion could be read, so that coverage can be judged."""
    rules: dict[int, _Rules] = field(default_factory=dict)


def assemble(files: Files, *, complete: bool) -> Condition | None:
    """The condition, or None with faults noted in the documents; `complete`: all its files were read."""
    about = _about(files.condition)
    texts, broken = _entries(files.questions, model.Question)
    topics, _ = _entries(files.background, model.Topic)
    drafts = {name: _draft(name, document) for name, document in files.studies.items()}

    book = RuleBook(texts, broken if files.questions else frozenset({*broken, *_named(about)}))
    for draft in drafts.values():
        _read_rules(book, draft)
    without = None
    if about and about.without and files.condition:
        without = book.read(files.condition, ("without", "when"), about.without.when)
        _check_topics(files.condition, about.without.topics, topics)
    book.close()
    ordered = _ordered(files, about, texts, broken)
    questions = asked(book, ordered)
    if files.questions:
        _check_expected(files.questions, questions)
    for draft in drafts.values():
        check_coverage(draft.document, draft.text, draft.criteria, whole=draft.whole)
        _check_confirmable(draft)
    if complete:
        _check_used(files, drafts, texts)
    diagrams = Diagrams({key: question.answers for key, question in questions.items()})
    complete = complete and not any(not fault.warning for one in files.all() for fault in one.faults)
    studies = {
        StudyId(draft.text.id): study
        for draft in drafts.values()
        if draft.text and complete and (study := _study(book, diagrams, draft, draft.text, questions)) is not None
    }
    cases = _cases(files.cases, questions, {StudyId(key) for key in files.studies}) if complete else ()
    bound = book.bind(without) if without and complete else None
    if about is None or not complete or any(not fault.warning for one in files.all() for fault in one.faults):
        return None
    return Condition(
        files.id,
        about,
        questions,
        studies,
        {TopicId(key): topic for key, topic in topics.items()},
        cases,
        bound,
        diagrams,
        fingerprint(questions, studies),
    )


def _about(document: Document | None) -> model.Condition | None:
    return document.check(model.Condition, (), document.value) if document else None


def _named(about: model.Condition | None) -> Iterator[str]:
    for section in about.order if about else ():
        yield from section.questions


def _entries(document: Document | None, kind: Any) -> tuple[dict[str, Any], frozenset[str]]:  # noqa: ANN401
    """The members of a file that are right, and the names of those that are not."""
    found: dict[str, Any] = {}
    broken: set[str] = set()
    for key, value in (document.value if document else {}).items():
        assert document is not None  # noqa: S101 - an absent document has no members
        name = document.check(model.Id, (key,), key)
        entry = document.check(kind, (key,), value)
        if name is None or entry is None:
            broken.add(key)
        else:
            found[key] = entry
    return found, frozenset(broken)


def _draft(name: str, document: Document) -> _Draft:
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
    return _Draft(document, text, criteria, whole)


_ANY = model.Criterion.model_validate(
    {"id": "any", "from": "header", "label": {"en": "any", "es": "any"}, "team": True}
)


def _read_rules(book: RuleBook, draft: _Draft) -> None:
    for at, criterion in draft.criteria.items():
        rules = draft.rules[at] = _Rules()
        where = ("criteria", at)
        for name in ("needs", "excludes"):
            if text := getattr(criterion, name):
                rules.rule = book.read(draft.document, (*where, name), text)
        if criterion.only_if:
            rules.only_if = book.read(draft.document, (*where, "only_if"), criterion.only_if)
        if criterion.confirm:
            rules.confirm = book.read(draft.document, (*where, "confirm"), criterion.confirm)


def _ordered(
    files: Files, about: model.Condition | None, texts: Mapping[str, model.Question], broken: frozenset[str]
) -> dict[str, tuple[model.Question, model.Text]]:
    """The questions in the order of asking, each with the title of its section."""
    found: dict[str, tuple[model.Question, model.Text]] = {}
    if about is None or files.condition is None:
        empty = model.Text(en="-", es="-")
        return {key: (text, empty) for key, text in texts.items()}
    for at, section in enumerate(about.order):
        for place, name in enumerate(section.questions):
            where = ("order", at, "questions", place)
            if name in found:
                files.condition.fault(where, f"`{name}` stands in the order twice: keep one")
            elif name in texts:
                found[name] = (texts[name], section.section)
            elif name not in broken and files.questions:
                files.condition.fault(where, f"`{name}` is no question{did_you_mean(name, texts)}")
    for name in texts:
        if name not in found and files.questions:
            files.questions.fault((name,), f"`{name}` has no place in the `order` of condition.yaml: put it there")
    return found


def _check_topics(document: Document, named: tuple[str, ...], topics: Mapping[str, model.Topic]) -> None:
    for at, topic in enumerate(named):
        if topic not in topics:
            document.fault(
                ("without", "topics", at), f"`{topic}` is no topic of background.yaml{did_you_mean(topic, topics)}"
            )


def _check_expected(document: Document, questions: Mapping[QuestionId, Question]) -> None:
    for key, question in questions.items():
        expected = question.text.expect
        if expected is None:
            continue
        known = (*question.answers, UNSURE)
        for answer in expected:
            if answer not in known:
                document.fault(
                    (key, "expect", answer), f"`{answer}` is no answer of `{key}`{did_you_mean(answer, known)}"
                )
        if abs(sum(expected.values()) - 1) > SUM_TOLERANCE:
            document.fault((key, "expect"), f"the shares add up to {sum(expected.values()):g}; they should make 1")


def _check_confirmable(draft: _Draft) -> None:
    """What `confirm` names must be asked for some rule of the study, or the criterion is never met."""
    rules = [one for mine in draft.rules.values() for one in (mine.rule, mine.only_if) if one]
    asked_here = {comparison.question for one in rules for comparison in leaves(one.rule)}
    for mine in draft.rules.values():
        for comparison in leaves(mine.confirm.rule) if mine.confirm else ():
            if comparison.question not in asked_here and draft.whole and mine.confirm:
                draft.document.fault(
                    mine.confirm.where,
                    f"`{comparison.question}` is not asked by any rule of this study, and `confirm` asks nothing: "
                    "name it in a rule, or leave the point to the study team",
                )


def _check_used(files: Files, drafts: Mapping[str, _Draft], texts: Mapping[str, model.Question]) -> None:
    rules = [
        one for draft in drafts.values() for mine in draft.rules.values() for one in (mine.rule, mine.only_if) if one
    ]
    used = {comparison.question for one in rules for comparison in leaves(one.rule)}
    broken = any(fault for draft in drafts.values() for fault in draft.document.faults if not fault.warning)
    for name in texts:
        if name not in used and files.questions and not broken:
            files.questions.fault(
                (name,), f"no rule of any study names `{name}`: use it in a criterion, or take it out"
            )


def _study(
    book: RuleBook, diagrams: Diagrams, draft: _Draft, text: model.Study, questions: Mapping[QuestionId, Question]
) -> Study | None:
    criteria: dict[CriterionId, Criterion] = {}
    for at, criterion in draft.criteria.items():
        try:
            criteria[CriterionId(criterion.id)] = _criterion(book, diagrams, draft, at, criterion, questions)
        except TooComplexError as error:
            draft.document.fault(("criteria", at), str(error))
    rules = [one for one in criteria.values() if one.rule is not None]
    asked_here = {question for one in rules for question in one.questions}
    cells = len(asked_here) + len(rules) + 4
    if cells > MOST_CELLS:
        draft.document.fault(
            (),
            f"the study has {cells} end states (questions and criteria); at most {MOST_CELLS} can be counted: join some",
        )
    try:
        fails = diagrams.any_of([one.fails for one in rules])
    except TooComplexError as error:
        draft.document.fault(("criteria",), str(error))
        return None
    return Study(StudyId(text.id), draft.document.name, text, criteria, fails)


def _criterion(
    book: RuleBook,
    diagrams: Diagrams,
    draft: _Draft,
    at: int,
    criterion: model.Criterion,
    questions: Mapping[QuestionId, Question],
) -> Criterion:
    rules = draft.rules[at]
    rule, only_if, confirm = (book.bind(one) if one else None for one in (rules.rule, rules.only_if, rules.confirm))
    if rule is not None and criterion.excludes:
        rule = Not(rule)
    if rule is not None and only_if is not None:
        rule = some(Not(only_if), rule)
    if confirm is not None and only_if is not None:
        confirm = every(only_if, confirm)
    named = {leaf.question for one in (rule, confirm) if one is not None for leaf in leaves(one)}
    return Criterion(
        CriterionId(criterion.id),
        criterion,
        rule,
        confirm,
        PASSES if rule is None else diagrams.when(rule, holds=False),
        tuple(question for question in questions if question in named),
        draft.document.line(("criteria", at)),
    )


def _cases(
    documents: list[Document], questions: Mapping[QuestionId, Question], studies: set[StudyId]
) -> tuple[Case, ...]:
    found = []
    for document in documents:
        for at, value in enumerate(document.value):
            text = document.check(model.Case, (at,), value)
            if text is None:
                continue
            answers = {}
            for key, raw in text.answers.items():
                question = questions.get(QuestionId(key))
                if question is None:
                    document.fault((at, "answers", key), f"`{key}` is no question{did_you_mean(key, questions)}")
                    continue
                try:
                    answers[question.id] = question.read(raw)
                except AnswerError as error:
                    document.fault((at, "answers", key), str(error))
            for study in text.expect:
                if study not in studies:
                    document.fault((at, "expect", study), f"`{study}` is no study here{did_you_mean(study, studies)}")
            found.append(Case(document.name, document.line((at,)), text, answers))
    return tuple(found)
