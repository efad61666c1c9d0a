"""What a tap costs and what an open conversation weighs, as ratios to the bare library in the same run.

Run by hand: `python tests/bench_telegram.py`, some minutes; with `--cost` only the first figure. Nothing goes over a network: a stub answers every call at once.
"""

import asyncio
import gc
import itertools
import json
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from unittest import mock

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, ContextTypes, ConversationHandler
from telegram.request import BaseRequest, RequestData

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.state import Act, Action, Moment, State
from bot.conversation.subjects import subjects
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.telegram.abilities import FACE as TELEGRAM
from bot.faces.telegram.api import Api
from bot.faces.telegram.face import TEXTS, TelegramFace
from bot.faces.telegram.render import Renderer
from criteria.catalogue import load

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
HOUR = 495_000
TAPS = 400
ROUNDS = 15
CHATS = 100_000
WARM = 6_000

CATALOGUE = load()
WORDING = Wording(TEXTS)
CONVERSATION = Conversation(CATALOGUE, WORDING, About(TELEGRAM))
TICKETS = Tickets(CATALOGUE, SivSeal([b"a secret of thirty-two characters"]))

Handle = Callable[[Update], Awaitable[Any]]


class Stub(BaseRequest):
    """Answers every call at once."""

    MESSAGE = json.dumps(
        {"ok": True, "result": {"message_id": 7, "date": 1, "chat": {"id": 1, "type": "private"}}}
    ).encode()
    TRUE = b'{"ok": true, "result": true}'
    ME = b'{"ok": true, "result": {"id": 1, "is_bot": true, "first_name": "b", "username": "b"}}'

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert method
        if request_data is not None:
            request_data.json_parameters  # noqa: B018 - what any transport has to do
        name = url.rpartition("/")[2]
        return 200, self.ME if name == "getMe" else self.MESSAGE if name.startswith(("send", "edit")) else self.TRUE


def new_face() -> TelegramFace:
    api = Api(TOKEN, request=Stub(), get_updates_request=Stub())
    with mock.patch("bot.faces.telegram.face.new_api", return_value=api):
        return TelegramFace(CONVERSATION, TICKETS, WORDING, lambda: Moment(HOUR, 5), TOKEN)


def interview() -> list[State]:
    """The states of one interview, every question answered with unsure."""
    moment = Moment(HOUR, 5)
    found = [CONVERSATION.step(CONVERSATION.start("es", moment, subjects(CATALOGUE)[0]), Action(Act.BEGIN), moment)]
    while (replay := CONVERSATION.replay(found[-1])) and replay.question:
        found.append(CONVERSATION.step(found[-1], Action(Act.ANSWER, len(replay.question.answers)), moment))
    return found


def tap(chat: int, state: State, update: int) -> dict[str, Any]:
    """A tap on `unsure`, as Telegram tells it: with the message and its keyboard."""
    context = b"telegram:%d" % chat
    replay = CONVERSATION.replay(state)
    assert replay is not None
    assert replay.question is not None
    shown = Renderer(WORDING).shown(CONVERSATION.view(state))
    keyboard = [
        [{"text": one.label, "callback_data": TICKETS.write(state, one.action, context)} for one in row]
        for row in shown.rows
    ]
    user = {"id": chat, "is_bot": False, "first_name": "Ana", "language_code": "es"}
    message = {
        "message_id": 7,
        "date": 1_780_000_000,
        "chat": {"id": chat, "type": "private", "first_name": "Ana"},
        "from": {"id": 1, "is_bot": True, "first_name": "b", "username": "b"},
        "text": shown.text,
        "entities": [entity.to_dict() for entity in shown.entities],
        "reply_markup": {"inline_keyboard": keyboard},
    }
    data = TICKETS.write(state, Action(Act.ANSWER, len(replay.question.answers)), context)
    query = {"id": str(update), "from": user, "chat_instance": "1", "data": data, "message": message}
    return {"update_id": update, "callback_query": query}


Bare = Application[Any, Any, Any, Any, Any, Any]


async def bare(next_cards: dict[str, tuple[str, list[MessageEntity], list[list[tuple[str, str]]]]]) -> Bare:
    """The library alone: a handler that answers and sends the same text and the same keyboard."""

    async def handle(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        assert query is not None
        await query.answer()
        text, entities, rows = next_cards[query.data or ""]
        keyboard = InlineKeyboardMarkup(
            [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
        )
        await query.edit_message_text(text, entities=entities, reply_markup=keyboard)

    application = ApplicationBuilder().token(TOKEN).request(Stub()).get_updates_request(Stub()).updater(None).build()
    application.add_handler(CallbackQueryHandler(handle))
    await application.initialize()
    return application


async def cost() -> None:
    """A tap's time, in turns with the bare handler's, on the same taps."""
    states = interview()
    taps = [tap(1, state, at) for at, state in enumerate(states[:-1])]
    cards = {}
    for raw, state in zip(taps, states[1:], strict=True):
        shown = Renderer(WORDING).shown(CONVERSATION.view(state))
        rows = [[(one.label, TICKETS.write(state, one.action, b"telegram:1")) for one in row] for row in shown.rows]
        cards[raw["callback_query"]["data"]] = (shown.text, list(shown.entities), rows)
    face, application = new_face(), await bare(cards)

    async def ours(raw: dict[str, Any]) -> None:
        update = face.api.parsed(raw)
        assert update is not None
        await face.process(update)

    async def theirs(raw: dict[str, Any]) -> None:
        update = Update.de_json(raw, application.bot)
        assert update is not None
        await application.process_update(update)

    numbers = itertools.count()
    """An update that comes again is passed over."""
    times: dict[str, list[float]] = {"ours": [], "theirs": []}
    for _ in range(ROUNDS):
        for name, work in (("ours", ours), ("theirs", theirs)):
            begun = time.process_time()
            for at in range(TAPS):
                await work({**taps[at % len(taps)], "update_id": next(numbers)})
            times[name].append((time.process_time() - begun) / TAPS * 1e6)
    mine, bare_one = statistics.median(times["ours"]), statistics.median(times["theirs"])
    ratio = statistics.median(a / b for a, b in zip(times["ours"], times["theirs"], strict=True))
    print(f"a tap: {mine:.0f} µs; the bare handler: {bare_one:.0f} µs; ratio {ratio:.2f} (at most 1.8)")


def resident() -> int:
    """Bytes of memory that this process holds."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


async def weigh(process: Handle, parsed: Callable[[dict[str, Any]], Update | None]) -> float:
    """Bytes that each further conversation takes, once some thousands are open."""
    state = interview()[4]
    raw = tap(1, state, 1)

    async def one(chat: int) -> None:
        query = raw["callback_query"]
        query["from"]["id"] = query["message"]["chat"]["id"] = chat
        query["data"] = TICKETS.write(state, Action(Act.ANSWER, 0), b"telegram:%d" % chat)
        raw["update_id"] = chat
        update = parsed(raw)
        assert update is not None
        await process(update)

    for chat in range(1, WARM):
        await one(chat)
    before = resident()
    for chat in range(WARM, WARM + CHATS):
        await one(chat)
    return (resident() - before) / CHATS


async def our_weight() -> float:
    face = new_face()
    return await weigh(face.process, face.api.parsed)


async def handler_weight() -> float:
    """A ConversationHandler that keeps the same answers in `user_data`."""
    answers = dict(interview()[4].answers)

    async def handle(_: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        assert context.user_data is not None
        for question, answer in answers.items():
            context.user_data[question] = answer
        return 1

    application: Bare = (
        ApplicationBuilder().token(TOKEN).request(Stub()).get_updates_request(Stub()).updater(None).build()
    )
    start: Any = CallbackQueryHandler(handle)
    application.add_handler(ConversationHandler([start], {1: [start]}, [], per_message=False))
    await application.initialize()
    return await weigh(application.process_update, lambda raw: Update.de_json(raw, application.bot))


def apart(name: str) -> float:
    """Run in a process of its own, since memory is never given back whole."""
    return asyncio.run({"ours": our_weight, "theirs": handler_weight}[name]())


def main() -> None:
    asyncio.run(cost())
    if "--cost" in sys.argv:
        return
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        mine, theirs = (pool.apply(apart, (name,)) for name in ("ours", "theirs"))
    told = f"ours {mine:.0f} bytes each beyond the pointer (at most 150); ConversationHandler {theirs:.0f} bytes each"
    print(f"{CHATS} open conversations: {told}")


if __name__ == "__main__":
    main()
