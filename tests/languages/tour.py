"""Goes through all that a copy of the product shows in one language, and prints it as JSON: place -> pieces of text.

It runs in a process of its own, in which `bot` and `criteria` are the copy's.
"""

import asyncio
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

import httpx
from coordinators_world import SECRET, TODAY, Front, demonstrated
from coordinators_world import settings as settings_in
from person import Person
from shown import shown
from talk import FITS_A, FITS_BOTH
from telegram_world import CHANNELS, World, world_of

import bot
from bot.app import built, open_funnel
from bot.demonstration import CHANNELS as PUBLISHED
from bot.demonstration import Clock
from bot.settings import Settings
from criteria.catalogue import load

STUDY, OTHER, ILLNESS = "NCT03673748", "NCT03917797", "lupus_nephritis"
TICKET = re.compile(r'<button[^>]*name="t" value="([^"]+)"([^>]*)>')
SEEN: defaultdict[str, list[str]] = defaultdict(list)


class Web:
    """A visitor of the chat who notes what every page shows."""

    def __init__(self, client: httpx.AsyncClient, language: str) -> None:
        self._client = client
        self._language = language
        self._pressed: set[tuple[str, str]] = set()
        self.page = ""

    async def open(self, path: str) -> None:
        response = await self._client.get(path, headers={"accept-language": self._language})
        self.page = response.text
        assert f'<html lang="{self._language}"' in self.page, path
        SEEN[f"web {re.split('[/?]', path)[1]}"] += shown(self.page, self._language)

    def buttons(self) -> dict[str, str]:
        """What can be pressed and leads to no other language, by attribute: `data-choice="menu"` -> its ticket."""
        return {
            name: ticket
            for ticket, rest in TICKET.findall(self.page)
            for name in re.findall(r'data-\w+="[^"]*"', rest)
            if " lang=" not in rest
        }

    async def press(self, ticket: str) -> None:
        action = re.search(r'action="(/c/[^"]+)"', self.page)
        assert action
        response = await self._client.post(action[1], data={"t": ticket})
        await self.open(response.headers["location"])

    async def look_around(self, depth: int = 2) -> None:
        """Press everything that is no answer and was not pressed on such a page, and go on from there, and come back."""
        here = self.page
        title = re.sub(r"\d", "", "".join(re.findall(r"<h1.*?</h1>|data-question=\S+", here)))
        for name, ticket in self.buttons().items():
            if name.startswith("data-answer") or '"begin"' in name or (title, name) in self._pressed:
                continue
            self._pressed.add((title, name))
            self.page = here
            await self.press(ticket)
            if depth > 1:
                await self.look_around(depth - 1)
        self.page = here

    async def interview(self, path: str, answers: Mapping[str, str]) -> None:
        """From a link to the result, with these answers; what they leave out is not known."""
        await self.open(path)
        while "data-question" not in self.page:
            await self.press(next(ticket for name, ticket in self.buttons().items() if "data-forward" in name))
        asked = 0
        while "data-question" in self.page:
            if asked == 1:
                await self.look_around()
            question = re.search(r'data-question="([^"]+)"', self.page)
            assert question
            await self.press(self.buttons()[f'data-answer="{escape(answers.get(question[1], "unsure"))}"'])
            asked += 1
        await self.look_around(4)


async def web(language: str, folder: Path) -> None:
    """Every kind of page of the participants' chat."""
    settings = Settings(
        data=folder / "web",
        operator="OPERATOR",
        privacy_contact="PRIVACY@EXAMPLE.ORG",
        help_contact="HELP@EXAMPLE.ORG",
    )
    app = built(settings).web
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        visitor = Web(client, language)
        for path in ("/", f"/?lang={language}", f"/i/{ILLNESS}", f"/s/{STUDY}", "/bye", "/nothing/here", "/c/x/y"):
            await visitor.open(path)
        await visitor.open("/")
        await visitor.look_around(2)
        await visitor.interview(f"/s/{STUDY}", FITS_A | {"last_biopsy": ">=6"})
        await visitor.interview(f"/s/{OTHER}", {"lupus_kidney": "kidneys"})
        await visitor.interview(f"/i/{ILLNESS}?lang={language}", FITS_BOTH)
        await visitor.interview(f"/i/{ILLNESS}?lang={language}", {"lupus_kidney": "no_lupus"})


def _note(person: Person, world: World) -> None:
    for message in person.theirs:
        SEEN["telegram"] += [message.text, *(button["text"] for row in message.keyboard for button in row)]
        if message.file and b"<html" in message.file[1]:
            SEEN["telegram sheet"] += shown(message.file[1].decode(), person.user["language_code"])
    SEEN["telegram"] += [person.alert, *_told(world)]


def _told(world: World) -> Iterable[str]:
    """Commands and descriptions as they were set in the person's language."""
    for call in world.server.calls:
        if call.method.startswith("setMy") and call.params.get("language_code") == sys.argv[1]:
            commands = call.params.get("commands", "[]")
            listed = json.loads(commands) if isinstance(commands, str) else commands
            yield from (one["description"] for one in listed)
            yield from (str(value) for name, value in call.params.items() if name.endswith("description"))


async def telegram(language: str, yes: str) -> None:
    """A talk in which everything is said, pressed and sent once."""
    async with world_of(load(), "polling") as world:
        person = world.person(language=language)
        for said in ("hm", "/start", "/help", "/about", "/privacy", "/stop", f"/start {STUDY}_{next(iter(CHANNELS))}"):
            await person.says(said)
            _note(person, world)
        await person.sends(other={"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]})
        _note(person, world)
        await person.says(f"/start {STUDY}")
        await person.presses(_data(person, "begin", world), person.card)
        typed = False
        while question := world.question(person):
            _note(person, world)
            asked = world.conversation.replay(world.state(person))
            assert asked is not None
            if not typed and asked.question is not None and asked.question.text.yes_no:
                await person.says("blah blah blah")
                _note(person, world)
                await person.says(yes)
                typed = world.question(person) != question
            else:
                known = [*(asked.question.answers if asked.question else ()), "unsure"]
                place = known.index(FITS_A[question]) if FITS_A.get(question) in known else len(known) - 1
                await person.presses(world.answer(person, place), person.card)
        assert typed, "the invented language's own word was understood"
        for value in ("review", "main", "sheet", "send"):
            _note(person, world)
            await person.presses(_data(person, value, world), person.card)
        _note(person, world)
        await person.says("/delete")
        _note(person, world)


def _data(person: Person, value: str, world: World) -> str:
    """What the card's button of this name holds."""
    state = world.state(person)
    card = world.conversation.view(state)
    of_results = [button for result in card.results for button in result.buttons]
    button = next(one for one in (*card.buttons, *of_results, *card.ways) if one.value == value)
    return world.tickets.write(state, button.action, b"telegram:%d" % person.chat["id"])


async def figures(language: str, folder: Path) -> None:
    """The coordinators' pages over invented people."""
    catalogue = load()
    clock = Clock(TODAY)
    service = open_funnel(settings_in(folder, PUBLISHED), catalogue, [SECRET], demonstration=True, now=clock)
    front = Front(service, catalogue, clock)
    headers = {"accept-language": language}
    for path in ("/coordinators", "/coordinators/enter/none", "/coordinators/nothing"):
        SEEN["figures door"] += shown((await front.client.get(path, headers=headers)).text, language)
    await front.sign_in()
    for path in ("/coordinators", *(f"/coordinators/{study}" for study in (STUDY, OTHER))):
        response = await front.client.get(path, headers=headers)
        assert response.status_code == 200, path
        SEEN["figures"] += shown(response.text, language)
    await service.close()


def main(language: str, yes: str, folder: Path) -> None:
    """Go everywhere, and print what was seen."""
    demonstrated(load(), folder)
    asyncio.run(web(language, folder))
    asyncio.run(telegram(language, yes))
    asyncio.run(figures(language, folder))
    pieces = {place: list(dict.fromkeys(found)) for place, found in SEEN.items()}
    print(json.dumps({"bot": bot.__file__, "pieces": pieces}))  # noqa: T201 - for the test that started it


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
