"""A condition in which one study has another structure than before, and nothing else has moved."""

from dataclasses import replace

from criteria.condition import Condition, CriterionId, StudyId


def restructured(condition: Condition, study: StudyId) -> Condition:
    """The same rules, with another id for a criterion that nothing is asked for: texts, answers and decisions stay."""
    before = condition.studies[study]
    left = next(key for key, one in before.criteria.items() if one.rule is None)
    again = CriterionId(f"{left}_again")
    criteria = {
        again if key == left else key: replace(one, id=again) if key == left else one
        for key, one in before.criteria.items()
    }
    return replace(condition, studies={**condition.studies, study: replace(before, criteria=criteria)})
