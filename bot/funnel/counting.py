"""From a conversation to the funnel: which slot a step raises, to which cell, for which study.

Pure: what a step has reached is worked out from the state alone, so a step that is taken again, late,
or on another replica says the same again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from bot.conversation.pair import counted, slot
from bot.conversation.state import Act, Action, State
from bot.funnel.cells import CellNumber, Cells, ScreeningCriterion, Step, channel_list, lay_out
from criteria.catalogue import Catalogue
from criteria.condition import StudyId
from criteria.diagram import FAILS, Node, questions
from criteria.expression import Answers
from criteria.interview import Interview, Status, Verdict, decide
from criteria.screening import Screening, Study, carried, screening

MOVES: Final = frozenset({Act.LANGUAGE, Act.CHOOSE, Act.BEGIN, Act.ANSWER})
"""The steps that can open the notice, begin or answer. Nothing else raises a slot, and no page that is looked at."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Raise:
    """One slot of one tally, and the cell that its session has reached."""

    tally: str
    """The study's registry id, or the name of its channels' tally."""
    slot: int
    cell: CellNumber
    started: datetime
    """The hour in which the session began."""


class Counting:
    """What is counted of one catalogue."""

    def __init__(self, catalogue: Catalogue, channels: Sequence[str] = ()) -> None:
        """`channels`: the names that are counted. Raises CellsRefusedError for a study with too many cells."""
        self._conditions = catalogue.conditions
        self._numbers = {number: name for name, number in channel_numbers(channels).items()}
        self.studies: Mapping[StudyId, Cells] = {
            key: _cells(screening(condition, [key]))
            for condition in catalogue.conditions.values()
            for key in condition.studies
        }
        self.channels: Mapping[StudyId, Cells] = (
            {key: channel_list(key, channels) for key in self.studies} if channels else {}
        )
        self._alone = {
            key: Interview(screening(condition, [key]))
            for condition in catalogue.conditions.values()
            for key in condition.studies
        }

    @property
    def tallies(self) -> tuple[Cells, ...]:
        """Everything that a session is counted in."""
        return (*self.studies.values(), *self.channels.values())

    def raises(self, state: State, action: Action) -> Iterator[Raise]:
        """What a step that has led to this state raises."""
        if action.act not in MOVES or state.subject is None:
            return
        condition = state.subject.condition
        known = tuple(self._conditions[condition].studies)
        place = slot(state.seed, condition)
        both = counted(known, state.seed, condition)
        started = _EPOCH + timedelta(hours=state.started)
        for study in known:
            if study in both and state.subject.study in {None, study}:
                yield Raise(study, place, self.cell(study, state), started)
                if study in self.channels:
                    cells = self.channels[study]
                    yield Raise(cells.study, place, cells.channel(self._numbers.get(state.channel)), started)

    def cell(self, study: StudyId, state: State) -> CellNumber:
        """How far a conversation has come for one study, as if it had been asked alone."""
        cells = self.studies[study]
        if not state.began:
            return cells.notice
        alone = self._alone[study]
        progress = alone.replay(self._own(state, alone.screening))
        if progress.next is not None:
            return cells.left(progress.next)
        return _verdict(cells, alone.screening.studies[study], progress.answers)

    def _own(self, state: State, alone: Screening) -> Answers:
        """The answers as this study alone asks: what studies tell apart together is at least as fine."""
        assert state.subject is not None  # noqa: S101 - a conversation that began has one
        asked = [state.subject.study] if state.subject.study else []
        together = screening(self._conditions[state.subject.condition], asked)
        return state.answers if together is alone else carried(state.answers, together, alone)


def channel_numbers(names: Sequence[str]) -> dict[str, int]:
    """The 16 bits by which a ticket tells a recruitment channel."""
    return {name: int.from_bytes(sha256(f"channel {name}".encode()).digest()[:2]) for name in names}


def _verdict(cells: Cells, study: Study, answers: Answers) -> CellNumber:
    decision = decide(study, answers)
    if decision.verdict is Verdict.LIKELY_ELIGIBLE:
        return cells.likely(len(decision.having(Status.TO_CONFIRM)))
    return cells.ineligible(decision.having(Status.NOT_MET)[0].id)


def _cells(alone: Screening) -> Cells:
    """The study's own questions in the order of asking, and each criterion at the last question it can fail by."""
    (study,) = alone.studies.values()
    own = questions(study.fails)
    order = tuple(key for key in alone.questions if key in own)
    places = list(alone.questions)
    skipped = _skipped(study.fails, [places.index(key) for key in order])
    steps = [Step(key, everybody=place not in skipped) for place, key in enumerate(order)]
    screens = []
    for criterion in study.criteria.values():
        failing = questions(criterion.fails) & own
        if failing:
            screens.append(ScreeningCriterion(criterion.id, max(failing, key=order.index)))
    return lay_out(study.id, steps, screens, alone.fingerprint.hex())


def _skipped(start: Node, levels: Sequence[int]) -> frozenset[int]:
    """The places of the questions that some people come past without being asked."""
    found: set[int] = set()
    seen: set[int] = set()
    open_nodes = [start]
    while open_nodes:
        node = open_nodes.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        for child in node.children.values():
            if child is not FAILS:
                found.update(place for place, level in enumerate(levels) if node.level < level < child.level)
                open_nodes.append(child)
    return frozenset(found)
