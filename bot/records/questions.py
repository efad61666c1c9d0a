"""The questions that a draft copies from the common ones, for what the record's header says."""

from criteria.common_questions import common_questions


def question_lines(name: str) -> str:
    """A question as it stands in a questions.yaml."""
    return common_questions()[name].written(name)
