"""The cases of a condition: invented people, their answers, and what each study should decide."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from criteria import model
from criteria.condition import Case
from criteria.document import Document
from criteria.expression import QuestionId, did_you_mean
from criteria.question import AnswerError, Meant, QuestionDefinition


def read_cases(
    documents: Sequence[Document],
    questions: Mapping[QuestionId, QuestionDefinition] | None,
    skipped: AbstractSet[str],
    studies: AbstractSet[str] | None,
) -> tuple[Case, ...]:
    """All cases; what is wrong with them is noted in the documents.

    `questions` and `studies`: None if they were not read; `skipped`: questions that cannot be used, so that answering
    one is no second fault.
    """
    return tuple(
        case
        for document in documents
        for at, value in enumerate(document.value)
        if (case := _case(document, at, value, questions, skipped, studies)) is not None
    )


def _case(
    document: Document,
    at: int,
    value: object,
    questions: Mapping[QuestionId, QuestionDefinition] | None,
    skipped: AbstractSet[str],
    studies: AbstractSet[str] | None,
) -> Case | None:
    text = document.check(model.Case, (at,), value)
    given = value.get("answers") if isinstance(value, dict) else None
    if questions is None or not isinstance(given, dict):
        return None
    answers = dict(_answers(document, at, given, questions, skipped))
    if text is None:
        return None
    for key in text.expect if studies is not None else ():
        if studies is not None and key not in studies:
            document.fault((at, "expect", key), f"`{key}` is no study here{did_you_mean(key, studies)}")
    return Case(document.name, document.line((at,)), text, answers)


def _answers(
    document: Document,
    at: int,
    given: Mapping[str, object],
    questions: Mapping[QuestionId, QuestionDefinition],
    skipped: AbstractSet[str],
) -> Iterator[tuple[QuestionId, Meant]]:
    for key, raw in given.items():
        question = questions.get(QuestionId(key))
        if question is None:
            if key not in skipped:
                document.fault((at, "answers", key), f"`{key}` is no question{did_you_mean(key, questions)}")
        else:
            try:
                yield question.id, question.read(raw)
            except AnswerError as error:
                document.fault((at, "answers", key), str(error))
