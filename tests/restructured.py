"""A condition in which one study has another structure than before, and nothing else has moved."""

from dataclasses import replace

from criteria.condition import Condition, CriterionId, StudyId


def restructured(condition: Condition, study: StudyId) -> Condition:
    """The same rules under another id of the first criterion: so that texts, answers and decisions stay."""
    before = condition.studies[study]
    criteria = {
        CriterionId(f"{key}_again" if at == 0 else key): replace(one, id=CriterionId(f"{key}_again"))
        if at == 0
        else one
        for at, (key, one) in enumerate(before.criteria.items())
    }
    return replace(condition, studies={**condition.studies, study: replace(before, criteria=criteria)})
