"""What a conversation can be about: one study, or all studies of a condition where their answers fit into a ticket."""

from collections.abc import Iterable
from math import prod

from bot.conversation.state import Subject
from criteria.catalogue import Catalogue
from criteria.condition import Condition
from criteria.question import Question
from criteria.screening import Screening, UnscreenableError, asked_questions, screening

ANSWER_BYTES = 11
"""Bytes of a ticket that hold the answers."""


def subjects(catalogue: Catalogue) -> tuple[Subject, ...]:
    """Everything that can be asked about: of each condition all studies together if they fit, then each."""
    return tuple(
        Subject(key, study)
        for key, condition in catalogue.conditions.items()
        for study in (*([None] if offers_all(condition) else []), *condition.studies)
    )


def screened(catalogue: Catalogue, subject: Subject) -> Screening:
    """What is asked about a subject."""
    condition = catalogue.conditions[subject.condition]
    return screening(condition, [subject.study] if subject.study else [])


def offers_all(condition: Condition) -> bool:
    """Whether there are several studies, and a ticket holds the answers for all of them together."""
    if len(condition.studies) < 2 or not fits(asked_questions(condition).values()):  # noqa: PLR2004
        return False
    try:
        screening(condition)
    except UnscreenableError:
        return False
    return True


def fits(questions: Iterable[Question]) -> bool:
    """Whether a ticket holds the answers to these questions."""
    return answer_bits(questions) <= 8 * ANSWER_BYTES


def answer_bits(questions: Iterable[Question]) -> int:
    """How many bits the answers to these questions take."""
    return (prod(len(question.answers) + 2 for question in questions) - 1).bit_length()
