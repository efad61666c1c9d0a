"""The cases of a condition: invented people, their answers, and what each study should decide."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from criteria import model
from criteria.condition import Case
from criteria.document import Document
from criteria.expression import QuestionId, did_you_mean
from criteria.question import AnswerError, Meant, QuestionDefinition


@dataclass(eq=False)
class _Entry:
    """A member of a file of cases while it is read."""

    document: Document
    at: int
    text: model.Person | None
    answers: dict[QuestionId, Meant | None] = field(default_factory=dict)
    """None where an answer is taken away."""


def read_cases(
    documents: Sequence[Document],
    questions: Mapping[QuestionId, QuestionDefinition] | None,
    skipped: AbstractSet[str],
    studies: AbstractSet[str] | None,
    kind: type[model.Person] = model.Case,
) -> tuple[Case, ...]:
    """All cases; what is wrong with them is noted in the documents.

    `questions` and `studies`: None if they were not read; `skipped`: questions that cannot be used, so that answering
    one is no second fault; `kind`: whether a case must say what it expects.
    """
    entries = [
        _entry(document, at, value, questions, skipped, kind)
        for document in documents
        for at, value in enumerate(document.value)
    ]
    named = _named(entries)
    for one in entries:
        _check_studies(one, studies)
        _check_like(one, named)
    if questions is None:
        return ()
    return tuple(
        Case(one.document.name, one.document.line((one.at,)), one.text, _whole(one, named))
        for one in entries
        if one.text is not None
    )


def _entry(
    document: Document,
    at: int,
    value: object,
    questions: Mapping[QuestionId, QuestionDefinition] | None,
    skipped: AbstractSet[str],
    kind: type[model.Person],
) -> _Entry:
    found = _Entry(document, at, document.check(kind, (at,), value))
    given = value.get("answers") if isinstance(value, dict) else None
    if found.text is not None and found.text.like is None and given is None:
        document.fault((at,), "`answers` is missing")
    if questions is not None and isinstance(given, dict):
        may_clear = isinstance(value, dict) and "like" in value
        found.answers.update(_answers(document, at, given, questions, skipped, may_clear=may_clear))
    return found


def _answers(
    document: Document,
    at: int,
    given: Mapping[str, object],
    questions: Mapping[QuestionId, QuestionDefinition],
    skipped: AbstractSet[str],
    *,
    may_clear: bool,
) -> Iterator[tuple[QuestionId, Meant | None]]:
    for key, raw in given.items():
        question = questions.get(QuestionId(key))
        if question is None:
            if key not in skipped:
                document.fault((at, "answers", key), f"`{key}` is no question{did_you_mean(key, questions)}")
        elif raw is None and may_clear:
            yield question.id, None
        else:
            try:
                yield question.id, question.read(raw)
            except AnswerError as error:
                document.fault((at, "answers", key), str(error))


def _named(entries: Sequence[_Entry]) -> dict[str, _Entry]:
    """The cases that have an id, by it."""
    found: dict[str, _Entry] = {}
    for one in entries:
        key = one.text.id if one.text else None
        if key is not None and found.setdefault(key, one) is not one:
            one.document.fault((one.at, "id"), f"the id `{key}` stands here a second time: give each case its own")
    return found


def _check_studies(one: _Entry, studies: AbstractSet[str] | None) -> None:
    for key in one.text.expect if one.text and studies is not None else ():
        if studies is not None and key not in studies:
            one.document.fault((one.at, "expect", key), f"`{key}` is no study here{did_you_mean(key, studies)}")


def _check_like(one: _Entry, named: Mapping[str, _Entry]) -> None:
    """Refuse a case like one that is not there, or, round about, like itself."""
    like = one.text.like if one.text else None
    if like is None:
        return
    if like not in named:
        one.document.fault((one.at, "like"), f"no case has the id `{like}`{_known(like, named)}")
    elif one in list(_likes(one, named))[1:]:
        one.document.fault(
            (one.at, "like"), f"`{like}` is like this case itself, round about: give one of them its own"
        )


def _known(like: str, named: Collection[str]) -> str:
    return did_you_mean(like, named) if named else ": write `id: …` into the case that you mean"


def _likes(one: _Entry, named: Mapping[str, _Entry]) -> Iterator[_Entry]:
    """The case itself, the one it is like, the one that is like, and so on; a circle ends where it closes."""
    seen: list[_Entry] = []
    present: _Entry | None = one
    while present is not None:
        yield present
        if present in seen:
            return
        seen.append(present)
        present = named.get(present.text.like) if present.text and present.text.like else None


def _whole(one: _Entry, named: Mapping[str, _Entry]) -> dict[QuestionId, Meant]:
    """The answers of a case, with those of the case that it is like."""
    found: dict[QuestionId, Meant | None] = {}
    for like in reversed(list(_likes(one, named))):
        found.update(like.answers)
    return {key: meant for key, meant in found.items() if meant is not None}
