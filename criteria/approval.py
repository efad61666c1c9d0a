"""Whether a study's wording is the one that its ethics committee approved."""

from enum import Enum

from criteria.condition import Condition, StudyId
from criteria.fingerprint import wording_fingerprint


class Approval(Enum):
    """How a study's wording stands to its committee."""

    NONE = "none"
    """No committee has approved it: a demonstration."""
    HOLDS = "holds"
    """It is word by word what was approved."""
    MOVED = "moved"
    """Something that people read, or a rule, has changed since; such a study is not served."""


def approval_of(condition: Condition, study: StudyId) -> Approval:
    """How a study's wording stands to what was approved."""
    given = condition.studies[study].text.approval
    if given is None:
        return Approval.NONE
    same = wording_fingerprint(condition, study) == given.fingerprint
    return Approval.HOLDS if same else Approval.MOVED


def is_approved(condition: Condition, study: StudyId) -> bool:
    """Whether a committee approved this very wording; what is printed for people needs it, or says that it lacks it."""
    return approval_of(condition, study) is Approval.HOLDS
