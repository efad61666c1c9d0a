"""What stands between a folder of definitions and serving it: loaded, walked, and small enough for a button."""

from collections.abc import Sequence
from pathlib import Path

from bot.conversation.subjects import ANSWER_BYTES, answer_bits
from bot.typed.own_words import own_words
from criteria.catalogue import SHIPPED, Catalogue, DefinitionError, load
from criteria.condition import Condition, StudyDefinition
from criteria.document import Fault
from criteria.screening import asked_questions
from criteria.verify import verify, walks


def served(folder: Path | None, *, preview: bool = False) -> Catalogue:
    """The catalogue, loaded and walked as it is before it is served; raises DefinitionError.

    `preview`: drafts, too, which leave something to be decided.
    """
    catalogue = loaded(folder)
    if catalogue.decisions and not preview:
        raise DefinitionError(catalogue.decisions, catalogue.decisions)
    faults = faults_of(catalogue)
    if faults:
        raise DefinitionError(faults)
    for condition in catalogue.conditions.values():
        walks(condition)
    return catalogue


def loaded(folder: Path | None) -> Catalogue:
    """The definitions of a folder, or the shipped ones; raises DefinitionError."""
    return load(folder or SHIPPED, own_words())


def place_of(folder: Path | None, condition: Condition, study: StudyDefinition) -> Path:
    """The file that a study was read from."""
    inside = (folder or SHIPPED) / condition.id
    return (inside if inside.is_dir() else folder or SHIPPED) / f"{study.id}.yaml"


def waiting(folder: Path) -> tuple[Fault, ...]:
    """What the drafts of a folder leave to a person, whatever else is wrong with it."""
    try:
        return loaded(folder).decisions
    except DefinitionError as error:
        return error.decisions


def previewable(folder: Path) -> bool:
    """Whether a preview can serve a folder of drafts as it stands."""
    try:
        served(folder, preview=True)
    except DefinitionError:
        return False
    return True


def counted(decisions: Sequence[Fault]) -> str:
    """`12 decisions wait for you.`; empty where nothing waits."""
    count = len(decisions)
    return f"{count} {'decision waits' if count == 1 else 'decisions wait'} for you." if count else ""


def faults_of(catalogue: Catalogue) -> tuple[Fault, ...]:
    """What keeps a catalogue that could be loaded from being served."""
    return (*verify(catalogue), *_unpackable(catalogue))


def _unpackable(catalogue: Catalogue) -> list[Fault]:
    """Studies whose own answers do not fit into a ticket."""
    faults = []
    for condition in catalogue.conditions.values():
        for key, study in condition.studies.items():
            bits = answer_bits(asked_questions(condition, [key]).values())
            if bits > 8 * ANSWER_BYTES:
                told = f"its answers take {bits} bits; {8 * ANSWER_BYTES} fit into a ticket: ask fewer questions, or offer fewer answers"
                faults.append(Fault(study.file, 1, told))
    return faults
