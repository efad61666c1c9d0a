"""What is found in a folder of definitions: faults, warnings, what the cases leave open, and the figures."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import definitions
from bot.approvals import moved_approvals
from bot.conversation.subjects import answer_bits, offers_all
from criteria import model
from criteria.case_runs import run_cases
from criteria.catalogue import DefinitionError
from criteria.condition import Condition, StudyId
from criteria.document import Fault
from criteria.expect import Shares, shares
from criteria.expression import QuestionId
from criteria.interview import Interview
from criteria.order import Order, best_order, mean_questions, record_order, start_in_order
from criteria.proof.points import KINDS
from criteria.proof.proof import Proof, proofs
from criteria.screening import Screening, screening
from criteria.taken import notes
from criteria.verify import verify, walks


@dataclass(frozen=True)
class InterviewLength:
    """What one interview asks: of a study, or of all studies of a condition together."""

    condition: str
    studies: tuple[StudyId, ...]
    states: int
    longest: int
    mean: float
    """The expected number of questions, for the population that the `expect` figures describe."""
    record_mean: float
    """The same if the questions came in the order of the records."""
    best: tuple[QuestionId, ...]
    """The best order found, with the opening first and private questions last; empty if none was looked for."""
    best_mean: float | None
    sections_mean: float | None
    """The same where the questions of a section stay together."""
    bits: int
    """How many bits of a ticket the answers take."""


@dataclass(frozen=True)
class Checked:
    """What was found; the definitions can be served where no fault is more than a warning."""

    faults: tuple[Fault, ...]
    figures: tuple[InterviewLength, ...] = ()
    cases: int = 0
    unestimated: tuple[QuestionId, ...] = ()
    """Questions without `expect`, of which the figures take every answer as equally frequent."""
    unspoken: tuple[QuestionId, ...] = ()
    """Own questions with options of which none has a word that people type."""
    taken: tuple[str, ...] = ()
    """Common questions that a condition changed, or of which there is a newer version."""
    proofs: tuple[Proof, ...] = ()
    """Per study, what its cases show of its rules."""
    decisions: tuple[Fault, ...] = ()
    """What drafts leave to a person."""

    @property
    def passed(self) -> bool:
        """Whether there is nothing but warnings."""
        return not self.decisions and all(fault.warning for fault in self.faults)

    @property
    def open(self) -> tuple[Fault, ...]:
        """What the cases leave open."""
        return tuple(sorted(fault for proof in self.proofs for fault in proof.open))

    def as_json(self, *, strict: bool) -> dict[str, Any]:
        """What `check --json` prints."""
        return {
            "passed": self.passed and not (strict and self.open),
            "faults": [vars(fault) for fault in self.faults],
            "decisions": [_plain(fault) for fault in self.decisions],
            "open": [_plain(fault) for fault in self.open],
            "taken": list(self.taken),
            "cases": self.cases,
            "without_expect": list(self.unestimated),
            "without_say": list(self.unspoken),
            "studies": {proof.study.id: _as_json(proof) for proof in self.proofs},
            "interviews": [vars(one) for one in self.figures],
        }


def _plain(fault: Fault) -> dict[str, Any]:
    return {"file": fault.file, "line": fault.line, "message": fault.message}


def _as_json(proof: Proof) -> dict[str, Any]:
    """Per kind of point, how many cases show of how many there are; each point that none shows; who would."""
    return {
        **{kind: dict(zip(("shown", "of"), proof.shown(kind), strict=True)) for kind in KINDS},
        "same_in_other_words": proof.equivalent,
        "missing": [{"kind": one.kind, "criterion": one.criterion, "told": one.told} for one in proof.missing],
        "people": [{"like": one.like.name, "answers": dict(one.change)} for one in proof.people],
        "to_complete": [
            {"case": one.case.strip("`"), "add": list(one.lists)} for one in dict.fromkeys(proof.short.values())
        ],
        "unfilled": [case.text.case for case in proof.unfilled],
    }


def checked(folder: Path | None, *, search: bool = False) -> Checked:
    """What is found in a folder of definitions; `search` also looks for a shorter order, which takes time."""
    try:
        catalogue = definitions.loaded(folder)
    except DefinitionError as error:
        return Checked(error.faults, decisions=error.decisions)
    faults = [*catalogue.warnings, *definitions.faults_of(catalogue), *moved_approvals(catalogue, folder)]
    figures: list[InterviewLength] = []
    cases = 0
    unestimated: list[QuestionId] = []
    unspoken: list[QuestionId] = []
    taken: list[str] = []
    shown: list[Proof] = []
    for condition in catalogue.conditions.values():
        faults += run_cases(condition)
        cases += len(condition.cases)
        unestimated += [key for key, question in condition.questions.items() if question.text.expect is None]
        unspoken += [key for key, question in condition.questions.items() if _unspoken(question.text)]
        texts: dict[str, model.Question] = {key: question.text for key, question in condition.questions.items()}
        taken += [f"{condition.id}/questions.yaml: {told}" for told in notes(texts, condition.text.languages)]
        if all(fault.warning for fault in verify(catalogue)):
            figures += _figures(condition, search=search)
            shown += proofs(condition)
        if len(condition.studies) > 1 and not offers_all(condition):
            told = "all studies together do not fit into a ticket, so only one at a time is offered"
            faults.append(Fault(f"{condition.id}/condition.yaml", 1, told, warning=True))
    return Checked(
        tuple(sorted(faults)),
        tuple(figures),
        cases,
        tuple(unestimated),
        tuple(unspoken),
        tuple(taken),
        tuple(shown),
        catalogue.decisions,
    )


def _unspoken(text: model.Question) -> bool:
    return bool(text.options) and text.common is None and not any(one.say for one in text.called.values())


def _figures(condition: Condition, *, search: bool) -> list[InterviewLength]:
    found = []
    for walk in walks(condition):
        asked = screening(condition, walk.studies)
        expected = shares(asked.questions.values())
        start = Interview(asked).start
        record = start_in_order(asked, record_order(asked))
        order = best_order(asked) if search else ()
        kept = best_order(asked, sections=True) if search else ()

        def mean(order: Order, asked: Screening = asked, expected: Shares = expected) -> float | None:
            return mean_questions(start_in_order(asked, order), expected) if order else None

        found.append(
            InterviewLength(
                condition.id,
                walk.studies,
                walk.states,
                walk.longest,
                mean_questions(start, expected),
                mean_questions(record, expected),
                order,
                mean(order),
                mean(kept),
                answer_bits(asked.questions.values()),
            )
        )
    return found
