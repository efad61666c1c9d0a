"""The small memory, the sequence of updates, and the order of chats, each on its own."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.faces.telegram.chat_order import MOST_WAITING, ChatOrder
from bot.faces.telegram.pointer import LONGEST_GAP, MOST_CHATS, Place, Pointer, Sequence


def test_the_pointer_forgets_the_oldest_chats_and_never_grows() -> None:
    pointer = Pointer()
    for chat in range(MOST_CHATS + 100):
        pointer.put(chat, Place(chat, "ticket", chat))
        pointer.put(50, Place(1, "ticket", chat))
    assert len(pointer) == MOST_CHATS
    assert pointer.get(0) is None
    assert pointer.get(50) is not None
    pointer.forget(50)
    assert pointer.get(50) is None


@given(st.sets(st.integers(1, 60)), st.randoms(use_true_random=False))
def test_a_sequence_is_unbroken_only_where_every_update_was_seen(seen: set[int], order: object) -> None:
    sequence = Sequence()
    sequence.saw(0)
    arrived = sorted(seen)
    order.shuffle(arrived)  # type: ignore[attr-defined]
    for update in arrived:
        sequence.saw(update)
    for until in seen:
        assert sequence.unbroken(0, until) == (set(range(1, until)) <= seen)


def test_a_sequence_begins_anew_when_telegram_counts_from_another_number() -> None:
    sequence = Sequence()
    sequence.saw(10)
    sequence.saw(11)
    assert sequence.unbroken(10, 11)
    sequence.saw(11 + LONGEST_GAP + 1)
    assert not sequence.unbroken(11, 11 + LONGEST_GAP + 1)
    sequence.saw(5)
    assert not sequence.unbroken(11 + LONGEST_GAP + 1, 5)


def update(number: int, chat: int) -> Update:
    told = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}
    found = Update.de_json({"update_id": number, "message": told}, None)
    assert found is not None
    return found


async def test_updates_of_a_chat_keep_their_order_and_chats_do_not_wait_for_each_other() -> None:
    order, done, others = ChatOrder(), list[tuple[int, int]](), asyncio.Event()

    async def work(chat: int, number: int) -> None:
        if chat == 1:
            await others.wait()
        done.append((chat, number))
        if len(done) == 5:
            others.set()

    tasks = [
        asyncio.create_task(order.process_update(update(at, chat), work(chat, at)))
        for at in range(5)
        for chat in (1, 2)
    ]
    async with asyncio.timeout(30):
        await asyncio.gather(*tasks)
    assert done[:5] == [(2, at) for at in range(5)]
    assert done[5:] == [(1, at) for at in range(5)]
    assert len(order) == 0


async def test_more_than_a_person_can_tap_is_dropped_and_nothing_is_kept() -> None:
    order, done = ChatOrder(), list[int]()

    async def work(number: int) -> None:
        await asyncio.sleep(0)
        done.append(number)

    await asyncio.gather(*(order.process_update(update(at, 1), work(at)) for at in range(100)))
    assert done == list(range(MOST_WAITING))
    assert len(order) == 0
