"""Everything that `check` finds: faults, cases that fail, and the figures of every interview."""

from dataclasses import dataclass
from pathlib import Path

from bot.conversation.ticket import ANSWER_BYTES, answer_bits, offers_all, packed_questions, study_questions
from criteria.catalogue import Catalogue, DefinitionError, load
from criteria.condition import Condition, StudyId
from criteria.expression import QuestionId
from criteria.interview import Interview
from criteria.order import best_order, mean_questions, record_order, shares, start_in_order
from criteria.document import Fault
from criteria.verify import run_cases, verify, walks


@dataclass(frozen=True)
class Figures:
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
    """The best order found; empty if none was looked for."""
    best_mean: float | None
    bits: int
    """How many bits of a ticket the answers take."""


@dataclass(frozen=True)
class Checked:
    """What was found; the definitions can be served where no fault is more than a warning."""

    faults: tuple[Fault, ...]
    figures: tuple[Figures, ...] = ()
    cases: int = 0

    @property
    def passed(self) -> bool:
        """Whether there is nothing but warnings."""
        return all(fault.warning for fault in self.faults)


def served(folder: Path | None) -> Catalogue:
    """The catalogue, loaded and walked as it is before it is served; raises DefinitionError."""
    catalogue = load(folder) if folder else load()
    faults = (*verify(catalogue), *_unpackable(catalogue))
    if faults:
        raise DefinitionError(faults)
    for condition in catalogue.conditions.values():
        walks(condition)
    return catalogue


def check(folder: Path | None, *, search: bool = False) -> Checked:
    """Everything about a folder of definitions; `search` also looks for a shorter order, which takes time."""
    try:
        catalogue = load(folder) if folder else load()
    except DefinitionError as error:
        return Checked(error.faults)
    faults = [*catalogue.warnings, *verify(catalogue), *_unpackable(catalogue)]
    figures: list[Figures] = []
    cases = 0
    for condition in catalogue.conditions.values():
        faults += run_cases(condition)
        cases += len(condition.cases)
        if all(fault.warning for fault in verify(catalogue)):
            figures += _figures(condition, search=search)
        if len(condition.studies) > 1 and not offers_all(condition):
            told = "all studies together do not fit into a ticket, so only one at a time is offered"
            faults.append(Fault(f"{condition.id}/condition.yaml", 1, told, warning=True))
    return Checked(tuple(sorted(faults)), tuple(figures), cases)


def _unpackable(catalogue: Catalogue) -> list[Fault]:
    """Studies whose own answers do not fit into a ticket."""
    faults = []
    for condition in catalogue.conditions.values():
        for key, study in condition.studies.items():
            bits = answer_bits(condition, packed_questions(condition, key))
            if bits > 8 * ANSWER_BYTES:
                told = f"its answers take {bits} bits; {8 * ANSWER_BYTES} fit into a ticket: ask fewer questions, or offer fewer answers"
                faults.append(Fault(study.file, 1, told))
    return faults


def _figures(condition: Condition, *, search: bool) -> list[Figures]:
    expected = shares(condition.questions.values())
    found = []
    for walk in walks(condition):
        start = Interview(condition, walk.studies).start
        record = start_in_order(condition, walk.studies, record_order(condition, walk.studies))
        order = best_order(condition, walk.studies) if search else ()
        best = start_in_order(condition, walk.studies, order) if search else None
        asked = {key for one in walk.studies for key in study_questions(condition, one)}
        study = walk.studies[0] if len(walk.studies) == 1 else None
        found.append(
            Figures(
                condition.id,
                walk.studies,
                walk.states,
                walk.longest,
                mean_questions(start, expected),
                mean_questions(record, expected),
                tuple(key for key in order if key in asked),
                mean_questions(best, expected) if best else None,
                answer_bits(condition, packed_questions(condition, study)),
            )
        )
    return found
