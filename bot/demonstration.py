"""A demonstration funnel: invented people walk through the real conversation, over several periods.

Their answers follow the shares that the questions' authors expect; how many leave, and where, is invented.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from bot.conversation.machine import Conversation
from bot.conversation.state import Act, Action, Moment, State, Subject
from bot.conversation.subjects import screened, subjects
from bot.funnel.calendar import Period, monday
from bot.funnel.counting import channel_numbers
from bot.funnel.service import FunnelService
from criteria.catalogue import Catalogue
from criteria.expect import shares
from criteria.expression import UNSURE

PERIODS: Final = 6
PEOPLE: Final = 300
"""Sessions a period and condition."""
CHANNELS: Final = ("clinic-poster", "newsletter", "patient-group")
_TOGETHER: Final = 0.5
"""How many ask about all studies of a condition at once, where that is offered."""
_AT_NOTICE: Final = 0.07


@dataclass
class Clock:
    """A clock that the simulation sets."""

    at: datetime

    def __call__(self) -> datetime:
        """The simulated moment."""
        return self.at


@dataclass(frozen=True)
class Population:
    """Invented people for one catalogue."""

    conversation: Conversation
    catalogue: Catalogue
    channels: Sequence[str]
    chance: random.Random

    def walk(self, subject: Subject, hour: int, told: Callable[[State, Action], None], *, later: bool) -> None:
        """One person, from the notice to where they stop; `later` people leave less, as after a better text."""
        conversation, chance = self.conversation, self.chance
        moment = Moment(hour, chance.getrandbits(32))
        state = conversation.start("es", moment, subject, self._channel())
        told(state, Action(Act.CHOOSE))
        if chance.random() < _AT_NOTICE:
            return
        state = self._step(state, Action(Act.BEGIN), moment, told)
        expected = shares(screened(self.catalogue, subject).questions.values())
        while (replay := conversation.replay(state)) is not None and replay.question is not None:
            question = replay.question
            if chance.random() < _leave(question.id) * (0.5 if later else 1):
                return
            known = (*question.answers, UNSURE)
            answer = chance.choices(known, [expected[question.id][one] for one in known])[0]
            state = self._step(state, Action(Act.ANSWER, known.index(answer)), moment, told)

    def subject(self) -> Subject:
        """What somebody asks about."""
        offered = subjects(self.catalogue)
        condition = self.chance.choice(list(self.catalogue.conditions))
        here = [one for one in offered if one.condition == condition]
        together = [one for one in here if one.study is None]
        alone = [one for one in here if one.study is not None]
        return self.chance.choice(together if together and self.chance.random() < _TOGETHER else alone)

    def _channel(self) -> int:
        name = self.chance.choices([*self.channels, ""], [*(5 - min(at, 4) for at in range(len(self.channels))), 3])[0]
        return channel_numbers(self.channels).get(name, 0)

    def _step(self, state: State, action: Action, moment: Moment, told: Callable[[State, Action], None]) -> State:
        after = self.conversation.step(state, action, moment)
        told(after, action)
        return after


async def fill(service: FunnelService, clock: Clock, population: Population, today: datetime, note: str = "") -> int:
    """Play the last whole periods, each released when it was due; gives how many releases there are.

    `note` is written on each study's calendar where people begin to leave less.
    """
    await service.links.mark()
    for number, period in enumerate(_periods(service, today)):
        clock.at = monday(period.first)
        await service.counter.tick()
        for hour in sorted(population.chance.choices(range(24 * 7 * (period.end - period.first)), k=_people(service))):
            clock.at = monday(period.first) + timedelta(hours=hour)
            population.walk(
                population.subject(), int(clock.at.timestamp()) // 3600, service.count, later=2 * number >= PERIODS
            )
        await service.counter.tick()
        clock.at = period.due
        await service.counter.tick()
    if note:
        changed = _periods(service, today)[PERIODS // 2].first
        for study in service.counting.studies:
            await service.note(study, changed, note)
    return len(await service.releases())


def _people(service: FunnelService) -> int:
    return PEOPLE * max(1, len(service.counting.studies) // 2)


def _periods(service: FunnelService, today: datetime) -> list[Period]:
    """The last whole periods, the oldest first."""
    found: list[Period] = []
    at = monday(service.calendar.period_of(today).first)
    for _ in range(PERIODS):
        found.insert(0, service.calendar.period_of(at - timedelta(hours=1)))
        at = monday(found[0].first)
    return found


def _leave(question: str) -> float:
    """How many leave at a question: most few, some many; the same at each run."""
    return 0.01 + 0.14 * (sha256(question.encode()).digest()[0] / 255) ** 4
