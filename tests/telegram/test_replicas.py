"""Two replicas that share nothing but the key: whichever gets an update goes on with the chat."""

import asyncio
import itertools
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from cases import decided, meant
from fake_api import FakeTelegram
from person import Person
from processes import balancer, free_port, listening, person_of, process
from replica import CONVERSATION, HOUR, TICKETS
from studies import LUPUS

from bot.conversation.state import Act, Action, State
from criteria.condition import Case, StudyDefinition
from criteria.expression import UNSURE

CHATS = 60
AT_ONCE = 10
"""More would have to wait on a busy machine until Telegram or the bot gives up."""
MOST_STEPS = 100
REDELIVERED = 0.15
"""The share of updates that Telegram brings twice."""

MOST_DOUBLED = CHATS // 10
"""Chats in which an update that both replicas had at one time may leave a card beside the last one."""
TWICE = ("not found", "not modified", "query is too old")
"""What Telegram says of the second time."""


@asynccontextmanager
async def two_replicas(folder: Path) -> AsyncIterator[FakeTelegram]:
    server = FakeTelegram()
    await server.start()
    one, two = free_port(), free_port()
    async with AsyncExitStack() as running:
        running.push_async_callback(server.stop)
        url = await running.enter_async_context(balancer(folder, one, two, server))
        for port in (one, two):
            await running.enter_async_context(process(folder, "webhook", server.url, str(port), url))
        for port in (one, two):
            await listening(port)
        await server.until(lambda: bool(server.webhook))
        yield server


def state_of(person: Person) -> State:
    return TICKETS.read(person.card.keyboard[0][0]["callback_data"], b"telegram:%d" % person.id, HOUR)[0]


async def play(person: Person, study: StudyDefinition, case: Case) -> list[str]:
    """Answer whatever question is seen as the case does, by taps, and by typing now and then; what was decided.

    An update that comes twice may show an earlier question again: whoever sees one answers it again.
    """
    await person.says(f"/start {study.id}")
    await person.server.until(lambda: any(message.keyboard for message in person.theirs))
    for step in range(MOST_STEPS):
        card, state = person.card, state_of(person)
        if not state.began:
            await person.presses(next(iter(card.keyboard))[0]["callback_data"], card)
            continue
        replay = CONVERSATION.replay(state)
        assert replay is not None
        if (question := replay.question) is None:
            await person.server.until(lambda: not person.server.delivering(person.id))
            if state_of(person) == state:
                return [str(decision.verdict) for decision in replay.decisions]
            continue
        answer = meant(question, case)
        if answer == UNSURE and step % 3 == 0:
            await person.says("no sé", reply_to=card)
        else:
            place = (*question.answers, UNSURE).index(answer)
            ticket = TICKETS.write(state, Action(Act.ANSWER, place), b"telegram:%d" % person.id)
            await person.presses(ticket, card)
    raise AssertionError("stuck")


async def test_chats_over_two_replicas_reach_their_decisions_though_updates_come_twice(tmp_path: Path) -> None:
    expected = [(LUPUS.studies[key], case) for case in LUPUS.cases for key in LUPUS.studies if key in case.text.expect]
    chance = random.Random(20261126)  # noqa: S311 - a test's chance
    async with two_replicas(tmp_path) as server:
        server.repeats = lambda: chance.random() < REDELIVERED
        people = [person_of(server, language="en" if at % 2 else "es") for at in range(CHATS)]
        slots = asyncio.Semaphore(AT_ONCE)

        async def played(person: Person, study: StudyDefinition, case: Case) -> list[str]:
            async with slots:
                return await play(person, study, case)

        plays = [played(person, *pair) for person, pair in zip(people, itertools.cycle(expected))]
        found = await asyncio.gather(*plays)
        for verdicts, (study, case) in zip(found, itertools.cycle(expected)):
            assert verdicts == [str(decided(LUPUS, study.id, case))]
        assert server.redelivered > 0
        assert not [one for one in server.refusals if not any(words in one for words in TWICE)]
        await server.until(lambda: not any(server.delivering(person.id) for person in people))
        assert sum(len(person.messages) > 1 for person in people) <= MOST_DOUBLED


async def test_a_replica_that_may_have_missed_something_does_not_guess(tmp_path: Path) -> None:
    async with two_replicas(tmp_path) as server:
        for _ in range(3):
            ana = person_of(server)
            await ana.says("/start NCT03673748")
            await server.until(lambda: any(message.keyboard for message in ana.theirs))  # noqa: B023 - at once
            await ana.taps("Acepto")
            await ana.taps("Sí, el lupus")
            card, before = ana.card, state_of(ana)
            await ana.says("34")
            if ana.theirs[-1].text.startswith("No guardo nada"):
                await ana.says("34", reply_to=card)
            assert len(state_of(ana).answers) == len(before.answers) + 1
