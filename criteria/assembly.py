"""The files of one condition, checked against each other and put together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from criteria import model
from criteria.cases import read_cases
from criteria.condition import Condition, ConditionId, StudyId, TopicId
from criteria.coverage import check_coverage
from criteria.document import Document
from criteria.expect import faults
from criteria.expression import QuestionId, did_you_mean
from criteria.languages import LANGUAGES
from criteria.marks import check_marks
from criteria.misprints.cited import check_cited
from criteria.misprints.dates import check_dates
from criteria.misprints.header import check_header
from criteria.misprints.hints import check_hints
from criteria.misprints.numbers import check_numbers
from criteria.misprints.texts import check_gaps, check_texts
from criteria.misprints.translation import check_translations
from criteria.question import QuestionDefinition
from criteria.rules import RuleBook
from criteria.screening import UnscreenableError, screening
from criteria.sensitive_checks import check_groups, check_order
from criteria.spelling import Key
from criteria.study_file import StudyFile, check_confirmable, read_rules, read_study, study
from criteria.synonyms import NO_WORDS, check_synonyms
from criteria.taken import check_taken
from criteria.wordings import ready

MOST_QUESTIONS = 250
MOST_TOPICS = 60
"""What the buttons of a conversation can tell apart."""
NO_SECTION = model.Text({})
DEFAULT_LANGUAGES = model.Condition.model_fields["languages"].default


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

    def faulty(self) -> bool:
        """Whether anything was found that keeps the condition from being served."""
        return any(not fault.warning for one in self.all() for fault in one.faults)


def assemble(files: Files, *, complete: bool, own_words: Mapping[Key, str] = NO_WORDS) -> Condition | None:
    """The condition, or None with faults noted in the documents; `complete`: all its files were read.

    `own_words`: what the program understands of typed words by itself, so that no synonym says something else.
    """
    about = _about(files)
    texts, broken = _entries(files.questions, model.Question)
    topics, _ = _entries(files.background, model.Topic)
    study_files = {name: read_study(name, document) for name, document in files.studies.items()}
    questions = _ordered(files, about, texts, broken)
    known = {**{key: _defined(key, text) for key, text in texts.items()}, **questions}

    book = RuleBook(known, broken if files.questions else frozenset({*broken, *_named(about)}))
    for one in study_files.values():
        read_rules(book, one)
    without = None
    if about and about.without and files.condition:
        without = book.read(files.condition, ("without", "when"), about.without.when)
        _check_topics(files.condition, about.without.topics, topics)
    book.close()
    for one in study_files.values():
        check_confirmable(book, one)
        check_coverage(one.document, one.text, one.criteria, whole=one.whole)
        check_marks(one, texts)
    sure = complete and book.complete and all(one.whole for one in study_files.values())
    if files.questions:
        _check_expected(files.questions, known.values())
    _check_counts(files, texts, topics)
    if files.questions:
        check_synonyms(files.questions, texts, own_words)
        check_taken(files.questions, texts)
    if sure:
        _check_used(files, study_files, texts)
    if about and files.condition:
        check_order(files.condition, about, questions)
    if sure:
        for one in study_files.values():
            check_groups(one, questions)
            check_gaps(one)
            check_header(one, known)
            check_dates(one)
            check_cited(one)
            check_hints(one)
        check_numbers(study_files.values(), known, files.questions)
        read_by_people = [one for one in files.all() if one not in files.cases]
        check_texts(read_by_people)
        check_translations(read_by_people)
    asked = {QuestionId(key): one for key, one in known.items()} if files.questions else None
    cases = read_cases(files.cases, asked, broken, set(files.studies) if complete else None)
    if about is None or not complete or files.faulty():
        return None
    studies = {StudyId(one.text.id): study(one, one.text) for one in study_files.values() if one.text}
    condition = Condition(
        files.id,
        about,
        {QuestionId(key): one for key, one in questions.items()},
        studies,
        {TopicId(key): topic for key, topic in topics.items()},
        cases,
        without.rule if without else None,
    )
    for one in study_files.values():
        _check_screenable(condition, one)
    return None if files.faulty() else condition


def _defined(key: str, text: model.Question, section: model.Text = NO_SECTION) -> QuestionDefinition:
    return QuestionDefinition(QuestionId(key), text, section)


def _check_screenable(condition: Condition, file: StudyFile) -> None:
    """Note a study whose rules tie too many questions together."""
    if file.text is None:
        return
    try:
        screening(condition, [StudyId(file.text.id)])
    except UnscreenableError as error:
        at = next((at for at, one in file.criteria.items() if one.id == error.criterion), None)
        file.document.fault(("criteria",) if at is None else ("criteria", at), str(error))


def _check_counts(files: Files, texts: Mapping[str, model.Question], topics: Mapping[str, model.Topic]) -> None:
    for document, found, most, what in (
        (files.questions, texts, MOST_QUESTIONS, "questions"),
        (files.background, topics, MOST_TOPICS, "topics"),
    ):
        if document and len(found) > most:
            document.fault((), f"{len(found)} {what} are here; at most {most} fit: take some out")


def _about(files: Files) -> model.Condition | None:
    """The condition's own file; its languages are those that all its other files are checked against."""
    document = files.condition
    if document is None:
        return None
    named = document.value.get("languages")
    known = tuple(one for one in named if one in LANGUAGES) if isinstance(named, list) else ()
    for one in files.all():
        one.languages = known or DEFAULT_LANGUAGES
    own = _own_wordings(document)
    for one in files.all():
        one.ready = {**ready(), **own}
    return document.check(model.Condition, (), document.value)


def _own_wordings(document: Document) -> dict[str, Mapping[str, str]]:
    """The condition's own ready wordings that are right; what is wrong with others is told with the whole file."""
    given = document.value.get("wordings")
    if not isinstance(given, dict):
        return {}
    probe = Document(document.name, document.value, document.lines, languages=document.languages)
    found = {key: probe.check(model.Page, ("wordings", key), text) for key, text in given.items()}
    return {key: text.root for key, text in found.items() if text is not None}


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


def _ordered(
    files: Files, about: model.Condition | None, texts: Mapping[str, model.Question], broken: frozenset[str]
) -> dict[str, QuestionDefinition]:
    """The questions in the order of asking, each with the title of its section."""
    found: dict[str, QuestionDefinition] = {}
    if about is None or files.condition is None:
        return {key: _defined(key, text) for key, text in texts.items()}
    for at, section in enumerate(about.order):
        for place, name in enumerate(section.questions):
            where = ("order", at, "questions", place)
            if name in found:
                files.condition.fault(where, f"`{name}` stands in the order twice: keep one")
            elif name in texts:
                found[name] = _defined(name, texts[name], section.section)
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


def _check_expected(document: Document, questions: Iterable[QuestionDefinition]) -> None:
    for question in questions:
        for key, told in faults(question):
            document.fault((question.id, "expect") if key is None else (question.id, "expect", key), told)


def _check_used(files: Files, study_files: Mapping[str, StudyFile], texts: Mapping[str, model.Question]) -> None:
    used = {question for one in study_files.values() for question in one.asked()}
    for name in texts:
        if name not in used and files.questions:
            files.questions.fault(
                (name,), f"no rule of any study names `{name}`: use it in a criterion, or take it out"
            )
