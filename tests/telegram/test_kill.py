"""Promise 4: killed at any moment and started again, a conversation goes on at the next tap."""

import asyncio
import contextlib
import os
import random
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from cases import meant
from fake_api import FakeTelegram
from fake_parts import Message
from person import Person
from processes import person_of, process
from replica import CONVERSATION, HOUR, TICKETS

from bot.conversation.state import SHOW, Act, Action, Moment, State, Subject
from criteria.condition import Case, ConditionId, StudyId
from criteria.expression import UNSURE, AnswerId
from criteria.question import Question

LUPUS, NCT03673748 = ConditionId("lupus_nephritis"), StudyId("NCT03673748")
KILLS = 25
CHATS = 10
TYPED = 0.5
PATIENCE = 1.0
"""Seconds after which a person taps again."""


class Script:
    """One person's talk, again and again from the study's link to the result."""

    def __init__(
        self, server: FakeTelegram, seed: int, hour: int = HOUR, patience: float = PATIENCE, case: Case | None = None
    ) -> None:
        """`hour`: what the bot's clock shows; `case`: whose answers are given, else any."""
        self.person: Person = person_of(server)
        self.steps = 0
        self.talks = 0
        self._begun = 0
        self._over_with: set[int] = set()
        """The seeds of earlier talks, of which a card may still come."""
        self._server, self._hour, self._patience, self._case = server, hour, patience, case
        self._chance = random.Random(seed)  # noqa: S311 - a script

    @property
    def card(self) -> Message | None:
        """The card of this talk that holds the most; a redelivered message may have left an earlier one beside it."""
        cards = [card for card in self._cards if self.state(card).seed not in self._over_with]
        return max(cards, key=lambda card: (len(self.state(card).answers), card.id), default=None)

    @property
    def _cards(self) -> list[Message]:
        return [message for message in self.person.theirs if message.keyboard and message.id > self._begun]

    def state(self, card: Message) -> State:
        """What a card's buttons hold."""
        return TICKETS.read(card.keyboard[0][0]["callback_data"], b"telegram:%d" % self.person.id, self._hour)[0]

    @property
    def _seen(self) -> tuple[int, str] | None:
        card = self.card
        return (card.id, card.text) if card else None

    def _changed(self, before: tuple[int, str] | None) -> bool:
        return self._seen != before

    async def talk(self) -> None:
        """Go through one interview; every answer is decided once, so that a lost or changed one shows."""
        plan: dict[str, str] = {}
        await self._server.until(lambda: not self._server.waiting(self.person.id))
        self._over_with |= {self.state(card).seed for card in self._cards}
        if self._begun:
            await self._anew()
        else:
            self._begun = (await self.person.says("/start NCT03673748", wait=False)).id
        while not self._over(plan):
            before = self._seen
            await self._act(plan)
            with contextlib.suppress(TimeoutError):
                changed = partial(self._changed, before)
                await self._server.until(changed, self._patience)
                self.steps += 1
        self.talks += 1

    async def _anew(self) -> None:
        """Press what begins another talk: `/start` leads who has answered back to the answers."""
        seed = self._chance.getrandbits(24)
        fresh = CONVERSATION.start("es", Moment(self._hour, seed), Subject(LUPUS, NCT03673748))
        await self.person.presses(
            TICKETS.write(fresh, SHOW, b"telegram:%d" % self.person.id), self._cards[-1], wait=False
        )

    def _over(self, plan: dict[str, str]) -> bool:
        """Whether the result is there, with every answer as it was given."""
        if self.card is None:
            return False
        state = self.state(self.card)
        assert dict(state.answers).items() <= plan.items()
        replay = CONVERSATION.replay(state)
        if replay is None or not state.began or replay.question is not None:
            return False
        assert dict(state.answers) == plan
        return True

    async def _act(self, plan: dict[str, str]) -> None:
        """Do what a person does who looks at the card: begin, or answer its question by a tap or in words."""
        card = self.card
        if card is None:
            await (self._anew() if self._cards else self.person.says("/start NCT03673748", wait=False))
            return
        state = self.state(card)
        replay = CONVERSATION.replay(state)
        action = Action(Act.BEGIN)
        if replay is not None and state.began and (question := replay.question) is not None:
            known = (*question.answers, UNSURE)
            answer = plan.setdefault(question.id, self._chosen(question, known))
            if answer == UNSURE and self._chance.random() < TYPED:
                await self.person.says("no sé", reply_to=card, wait=False)
                return
            action = Action(Act.ANSWER, known.index(AnswerId(answer)))
        await self.person.presses(TICKETS.write(state, action, b"telegram:%d" % self.person.id), card, wait=False)

    def _chosen(self, question: Question, known: Sequence[AnswerId]) -> AnswerId:
        if self._case is not None:
            return meant(question, self._case)
        return self._chance.choices(known, [4] + [2] * (len(known) - 1))[0]


async def test_kills_at_random_moments_lose_no_answer(tmp_path: Path) -> None:
    server = FakeTelegram()
    await server.start()
    scripts = [Script(server, seed) for seed in range(CHATS)]
    over = asyncio.Event()

    async def talk(script: Script) -> None:
        while not over.is_set():
            await script.talk()

    async with process(tmp_path, "nursery", server.url) as nursery:
        talks = [asyncio.create_task(talk(script)) for script in scripts]
        chance = random.Random(4)  # noqa: S311 - a script
        for _ in range(KILLS):
            child = await start(nursery)
            wanted = sum(script.steps for script in scripts) + chance.randrange(8)  # none: it may not even have begun
            await server.until(lambda: sum(script.steps for script in scripts) >= wanted)  # noqa: B023 - at once
            await asyncio.sleep(chance.uniform(0.0, 0.1))
            assert not any(task.done() for task in talks), [task for task in talks if task.done()]
            os.kill(child, signal.SIGKILL)
        child = await start(nursery)
        over.set()
        await asyncio.gather(*talks)
        os.kill(child, signal.SIGKILL)
    await server.stop()
    assert sum(script.steps for script in scripts) > 2 * KILLS
    assert all(script.talks for script in scripts)


async def start(nursery: asyncio.subprocess.Process) -> int:
    """A new bot; the process's number."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(b"start\n")
    return int(await nursery.stdout.readline())
