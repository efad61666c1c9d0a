"""A person under a study of which one criterion is another: what would be decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from criteria.case_runs import Outcome
from criteria.condition import CriterionId
from criteria.diagram import FAILS, PASSES, Node, restrict
from criteria.expression import AnswerId, Answers, QuestionId
from criteria.interview import Status, Verdict, standing
from criteria.proof.variants import Variant
from criteria.question import Meant, Question
from criteria.screening import Screening, Study

Said = Mapping[QuestionId, Meant]


@dataclass(frozen=True)
class Run:
    """What a study decides about one person, criterion by criterion, so that one can be exchanged."""

    study: Study
    questions: Mapping[QuestionId, Question]
    said: Said
    given: Answers
    _ends: Mapping[CriterionId, Verdict | None]
    """Whether a criterion fails, cannot fail any more, or is open."""

    def outcome(self) -> Outcome:
        """What is decided."""
        return self._outcome({})

    def under(self, variant: Variant, questions: Mapping[QuestionId, Question]) -> set[Outcome]:
        """What is decided with another criterion; more than one where it cuts what was said in two."""
        return {self._outcome({variant.criterion.id: (variant, given)}) for given in _answers(self.said, questions)}

    def status(self, key: CriterionId) -> Status:
        """What the answers say of one criterion."""
        return standing(self.study.criteria[key], self.given, self._verdict(self._ends))

    def _outcome(self, other: Mapping[CriterionId, tuple[Variant, Answers]]) -> Outcome:
        ends = {**self._ends, **{key: _end(one.criterion.fails, given) for key, (one, given) in other.items()}}
        verdict = self._verdict(ends)
        found: dict[Status, list[str]] = {Status.TO_CONFIRM: [], Status.NOT_MET: []}
        for key, criterion in self.study.criteria.items():
            if criterion.rule is None:
                continue
            changed = other.get(key)
            status = (
                standing(changed[0].criterion, changed[1], verdict)
                if changed
                else standing(criterion, self.given, verdict)
            )
            if status in found:
                found[status].append(key)
        told = verdict.value if verdict else "undecided"
        return Outcome(told, tuple(found[Status.TO_CONFIRM]), tuple(found[Status.NOT_MET]))

    @staticmethod
    def _verdict(ends: Mapping[CriterionId, Verdict | None]) -> Verdict | None:
        if Verdict.INELIGIBLE in ends.values():
            return Verdict.INELIGIBLE
        return None if None in ends.values() else Verdict.LIKELY_ELIGIBLE


def run(screening: Screening, said: Said) -> Run:
    """What the one study of a screening decides; raises AnswerError where its rules cut what was said in two."""
    (study,) = screening.studies.values()
    given = {key: screening.questions[key].answer(meant) for key, meant in said.items() if key in screening.questions}
    return Run(
        study, screening.questions, said, given, {key: _end(one.fails, given) for key, one in study.criteria.items()}
    )


def _end(fails: Node, given: Answers) -> Verdict | None:
    return {FAILS: Verdict.INELIGIBLE, PASSES: Verdict.LIKELY_ELIGIBLE}.get(restrict(fails, given))


def _answers(said: Said, questions: Mapping[QuestionId, Question]) -> Iterator[Answers]:
    """What was said, as answers of these questions; a stretch that they cut is each of its parts in turn."""
    known: list[tuple[AnswerId, ...]] = [questions[key].answers_in(said[key]) for key in questions if key in said]
    names = [key for key in questions if key in said]
    for row in product(*known):
        yield dict(zip(names, row, strict=True))
