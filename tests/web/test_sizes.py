"""The size of a page tells nothing of private answers, and that of a result not even the verdict."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import httpx
import pytest
from studies import LUPUS
from talk import FITS_A, FITS_B
from webchat import SEAL, A, B, World, texts

from bot.conversation.card import Result
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.state import SHOW, Screen, State, Subject
from bot.conversation.subjects import screened
from bot.conversation.ticket import Tickets
from bot.faces.web.participant.face import FACE as WEB
from bot.faces.web.participant.sizes import BLOCK
from criteria.catalogue import Catalogue
from criteria.condition import StudyId
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.interview import Interview, answered, asked_at
from criteria.languages import Language

pytest_plugins = ["web_fixtures"]
EITHER = pytest.mark.parametrize(("study", "fits", "language"), [(A, FITS_A, "en"), (B, FITS_B, "es")])


class Sizes:
    """Looks at states as a browser does, and keeps the size of what came."""

    def __init__(self, catalogue: Catalogue, client: httpx.AsyncClient, study: str, language: Language) -> None:
        self.subject = Subject(LUPUS.id, StudyId(study))
        self.conversation = Conversation(catalogue, texts(), About(WEB))
        self.tickets = Tickets(catalogue, SEAL)
        start = self.conversation.start(language, World().moment(), self.subject)
        self.start = replace(start, began=True)
        self.questions = screened(catalogue, self.subject).questions
        self._client = client

    async def of(self, state: State) -> int:
        ticket = self.tickets.write(state, SHOW, b"web:" + bytes(16))
        response = await self._client.get(f"/c/{'A' * 22}/{ticket}", headers={"accept-encoding": "gzip, br"})
        assert response.status_code == 200
        assert "content-encoding" not in response.headers
        size = len(response.content)
        assert size == int(response.headers["content-length"])
        assert size % BLOCK == 0
        return size

    def private(self, fits: dict[str, str]) -> Iterator[State]:
        """Everybody who gives these other answers, after each private answer."""
        others = {
            key: AnswerId(fits.get(key, UNSURE)) if fits.get(key) in question.answers else UNSURE
            for key, question in self.questions.items()
            if not question.text.sensitive
        }
        keys = [key for key, question in self.questions.items() if question.text.sensitive]
        for many in range(len(keys) + 1):
            for said in product(*([*self.questions[key].answers, UNSURE] for key in keys[:many])):
                yield replace(self.start, answers={**others, **dict(zip(keys, said, strict=False))})


@EITHER
async def test_in_equal_states_no_private_answer_changes_the_size_of_a_page(
    shipped: Catalogue, client: httpx.AsyncClient, study: str, fits: dict[str, str], language: Language
) -> None:
    sizes = Sizes(shipped, client, study, language)
    found: dict[object, set[int]] = {}
    for state in sizes.private(fits):
        replay = sizes.conversation.replay(state)
        assert replay is not None
        where = replay.question.id if replay.question else None
        screens = (Screen.MAIN, Screen.REVIEW, Screen.MENU) if where else (Screen.RESULT, Screen.SHEET, Screen.REVIEW)
        for screen in screens:
            pages = 2 if screen is Screen.REVIEW else 1
            for at in range(pages):
                size = await sizes.of(replace(state, screen=screen, at=at))
                found.setdefault((where, screen, at), set()).add(size)
    assert {key: size for key, size in found.items() if len(size) > 1} == {}
    assert len(found) > 10


@EITHER
async def test_all_pages_with_a_result_of_a_study_are_of_one_size(
    shipped: Catalogue, client: httpx.AsyncClient, study: str, fits: dict[str, str], language: Language
) -> None:
    sizes = Sizes(shipped, client, study, language)
    found = {
        await sizes.of(replace(sizes.start, answers=answers, screen=Screen.RESULT))
        for answers in every_end(shipped, sizes.subject)
    }
    found.add(
        await sizes.of(replace(sizes.start, answers=dict.fromkeys(sizes.questions, UNSURE), screen=Screen.RESULT))
    )
    found |= {
        await sizes.of(replace(state, screen=Screen.RESULT))
        for state in sizes.private(fits)
        if (replay := sizes.conversation.replay(state)) and replay.question is None
    }
    assert len(found) == 1


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("for_other", [False, True])
def test_several_results_say_no_more_than_the_fullest(
    shipped: Catalogue, language: Language, *, for_other: bool
) -> None:
    def weight(one: Result) -> int:
        return len(f"{one.name}{one.sentence}{one.reason}{one.lead}".encode())

    subject = Subject(LUPUS.id)
    conversation = Conversation(shipped, texts(), About(WEB))
    start = replace(conversation.start(language, World().moment(), subject), began=True, for_other=for_other)
    most = [weight(one) for one in conversation.fullest(start)[-1].results]
    assert len(most) == len(LUPUS.studies)
    for answers in every_end(shipped, subject):
        card = conversation.view(replace(start, answers=answers, screen=Screen.MAIN))
        assert all(weight(one) <= limit for one, limit in zip(card.results, most, strict=True))


def every_end(catalogue: Catalogue, subject: Subject) -> Iterator[dict[QuestionId, AnswerId]]:
    """The answers on one way to each reachable end."""
    interview = Interview(screened(catalogue, subject))
    ways = [(interview.start, dict[QuestionId, AnswerId]())]
    seen = {interview.start}
    while ways:
        position, given = ways.pop()
        question = asked_at(position)
        if question is None:
            yield given
            continue
        for answer, child in answered(position, question):
            if child not in seen or asked_at(child) is None:
                seen.add(child)
                ways.append((child, {**given, question: answer}))


async def test_pages_of_no_conversation_are_filled_up_too(client: httpx.AsyncClient) -> None:
    for path in ("/", f"/s/{A}", "/bye", "/cleared", "/nothing"):
        assert len((await client.get(path)).content) % BLOCK == 0


async def test_style_sheets_are_compressed_for_who_can_read_that(client: httpx.AsyncClient) -> None:
    plain = await client.get("/static/chat.css", headers={"accept-encoding": "identity"})
    small = await client.get("/static/chat.css", headers={"accept-encoding": "br, gzip"})
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert small.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert small.content == plain.content
    assert int(small.headers["content-length"]) * 2 < len(plain.content)
