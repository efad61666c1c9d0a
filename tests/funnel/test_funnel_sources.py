"""Nobody alone can drown the others: what one source may have counted, and that nothing of it is kept."""

import dataclasses
import pickle
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from studies import BESIDE_ANOTHER
from synthetic import PERIOD

from bot.app import open_funnel
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.state import Act, Action, Moment, State, Subject
from bot.conversation.wording import Wording
from bot.demonstration import Clock
from bot.faces.web.participant.face import FACE
from bot.funnel.calendar import Period, Week, monday
from bot.funnel.service import FunnelService
from bot.funnel.sources import MOST, OF_A_CHAT, WIDER, Source, Sources
from bot.settings import Settings
from criteria.condition import ConditionId, StudyId

A = StudyId("NCT03673748")
LUPUS = ConditionId("lupus_nephritis")
NEXT = Period(PERIOD.end, Week(PERIOD.end + 4))
BEGINNING = monday(Week(2965))
HOUR = int(BEGINNING.timestamp()) // 3600


def granted(sources: Sources, name: str, sessions: range, kind: str = "web", period: Period = PERIOD) -> int:
    return sum(sources.grant(Source(kind, name), session, period) for session in sessions)


def test_an_address_has_so_many_sessions_a_period_and_each_goes_on() -> None:
    sources = Sources(300)
    assert granted(sources, "192.0.2.1", range(1000)) == 300
    assert granted(sources, "192.0.2.1", range(300)) == 300, "what was granted stays so"
    assert granted(sources, "192.0.2.2", range(1000, 1010)) == 10
    assert granted(sources, "192.0.2.1", range(1000), period=NEXT) == 300


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff"),
        ("2001:db8::1", "2001:0DB8:0000:0000::2"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("fe80::1%eth0", "fe80::2%eth1"),
        ("", "no address"),
        ("unknown", "192.0.2.1, 192.0.2.2"),
    ],
)
def test_ways_to_write_one_source_are_one(one: str, same: str) -> None:
    sources = Sources(10)
    assert granted(sources, one, range(10)) == 10
    assert granted(sources, same, range(10, 20)) == 0


def test_a_site_that_changes_its_networks_has_no_more_than_a_few() -> None:
    sources = Sources(300)
    rotating = sum(
        granted(sources, f"2001:db8:0:{network:x}::1", range(network * 300, network * 300 + 300))
        for network in range(1000)
    )
    assert rotating == 300 * WIDER
    assert granted(sources, "2001:db8:1::1", range(10**6, 10**6 + 5)) == 5


def test_a_chat_has_fewer_and_chats_do_not_share() -> None:
    sources = Sources(300)
    assert granted(sources, "17", range(50), "telegram") == OF_A_CHAT
    assert granted(sources, "18", range(50), "telegram") == OF_A_CHAT


def test_what_is_remembered_has_an_end() -> None:
    sources = Sources(300)
    for address in range(MOST // 300 + 5):
        granted(sources, f"10.0.{address // 256}.{address % 256}", range(address * 300, address * 300 + 300))
    assert len(sources._granted) == MOST
    assert granted(sources, "192.0.2.1", range(10**7, 10**7 + 1)) == 0


def test_nothing_of_a_source_stands_in_memory_in_the_clear_and_each_process_has_its_own_key() -> None:
    one, other = Sources(300), Sources(300)
    for sources in (one, other):
        granted(sources, "192.0.2.77", range(5))
    assert b"192.0.2.77" not in pickle.dumps(vars(one))
    assert not one._granted & other._granted


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[FunnelService]:
    settings = Settings(data=tmp_path, funnel_per_source=20)
    made = open_funnel(settings, BESIDE_ANOTHER, [b"k" * 40], now=Clock(BEGINNING))
    yield made
    await made.close()


def waiting(service: FunnelService) -> int:
    """How many slots of the study wait to be merged, or the other study's, of which each session has one or both."""
    tables = service.counter._pending.take()
    service.counter._pending.give_back(tables)
    return max(
        (sum(map(bool, table)) for study, weeks in tables.items() if study == A for table in weeks.values()), default=0
    )


CONVERSATION = Conversation(BESIDE_ANOTHER, Wording(), About(FACE))


def begun(seed: int, hour: int = HOUR) -> State:
    state = CONVERSATION.start("en", Moment(hour, seed), Subject(LUPUS, None))
    return CONVERSATION.step(state, Action(Act.BEGIN), Moment(hour))


async def test_a_session_is_spent_at_its_first_raise_and_never_again(service: FunnelService) -> None:
    here = Source("web", "192.0.2.1")
    for _ in range(100):
        service.reached(begun(7), Action(Act.BEGIN), here)
    for seed in range(100, 119):
        service.reached(begun(seed), Action(Act.BEGIN), here)
    before = waiting(service)
    for seed in range(200, 400):
        service.reached(begun(seed), Action(Act.BEGIN), here)
    assert waiting(service) == before, "the twenty are spent"
    service.reached(begun(500), Action(Act.BEGIN), Source("web", "192.0.2.2"))
    assert len(service.sources._granted) == 21


async def test_what_raises_nothing_spends_nothing(service: FunnelService) -> None:
    here = Source("web", "192.0.2.1")
    for seed in range(50):
        service.reached(begun(seed), Action(Act.SHOW), here)
        service.reached(begun(seed, HOUR - 24 * 60), Action(Act.BEGIN), here)
        service.reached(dataclasses.replace(begun(seed), subject=None), Action(Act.LANGUAGE), here)
    assert not service.sources._granted
