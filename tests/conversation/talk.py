"""A person who talks with the conversation through its cards, holding nothing but the last ticket."""

from collections.abc import Iterator

from studies import LUPUS, SANTIAGO, VALLADOLID

from bot.conversation.card import Block, Bullets, Button, Card, Fold, Link, Role
from bot.conversation.cards.context import About
from bot.conversation.face import Face
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.state import SHOW, Moment, Screen, State, Subject
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from criteria.catalogue import Catalogue
from criteria.languages import Language
from criteria.question import AnswerError

HERE = b"web:a conversation"
MOMENT = Moment(hour=495_000, chance=0x0ABCDEF)
SEAL = SivSeal([b"a secret of thirty-two characters"])


class Person:
    """Taps buttons; each tap goes through a sealed ticket, as it does on every face."""

    def __init__(
        self, catalogue: Catalogue, language: Language = "en", study: str | None = None, face: Face = WEB
    ) -> None:
        self.conversation = Conversation(catalogue, Wording(face.texts), About(face))
        self.tickets = Tickets(catalogue, SEAL)
        subject = None
        if study is not None:
            found = catalogue.find(study)
            assert found is not None
            subject = Subject(found[0].id, found[1].id)
        self._hold(self.conversation.start(language, MOMENT, subject))

    def _hold(self, state: State) -> None:
        self.ticket = self.tickets.write(state, SHOW, HERE)

    @property
    def state(self) -> State:
        return self.tickets.read(self.ticket, HERE, MOMENT.hour)[0]

    @property
    def card(self) -> Card:
        return self.conversation.view(self.state)

    def press(self, button: Button) -> Card:
        ticket = self.tickets.write(self.state, button.action, HERE)
        state, action = self.tickets.read(ticket, HERE, MOMENT.hour)
        self._hold(self.conversation.step(state, action, MOMENT))
        return self.card

    def tap(self, value: str) -> Card:
        return self.press(self.button(self.meant(value)))

    def meant(self, value: str) -> str:
        """The answer that has these numbers in it, where the studies asked about cut them otherwise."""
        replay = self.conversation.replay(self.state)
        question = replay.question if replay else None
        if question is None or self.card.question is None or question.line is None or value in question.answers:
            return value
        try:
            return question.answer(question.read(value))
        except AnswerError:
            return value

    def forward(self) -> Card:
        """Go on; where conditions are listed, to lupus nephritis."""
        card = self.card
        if card.screen in (Screen.WELCOME, Screen.CHOICE) and LUPUS.id in [button.value for button in card.buttons]:
            return self.tap(LUPUS.id)
        return self.press(next(button for button in card.buttons if button.role is Role.FORWARD))

    def button(self, value: str) -> Button:
        found = [button for button in buttons(self.card) if button.value == value]
        assert found, f"no button {value} on {self.card.title}: {[button.value for button in buttons(self.card)]}"
        return found[0]

    def begin(self) -> Card:
        while self.card.question is None:
            self.forward()
        return self.card

    def change(self, question: str) -> Card:
        found = next(one for one in (*self.card.history, *self.card.exchanges) if one.question == question)
        return self.press(Button("", found.change, Role.WAY))

    def answer_all(self, **answers: str) -> Card:
        """Answer what is asked with the answers given, else unsure, until nothing is asked."""
        self.begin()
        while self.card.question is not None:
            self.tap(answers.get(self.card.question, "unsure"))
        return self.card


def buttons(card: Card) -> tuple[Button, ...]:
    return (*card.buttons, *(button for result in card.results for button in result.buttons), *card.ways)


def texts(card: Card) -> Iterator[str]:
    """Everything that is read on a card, but for what was said before."""
    yield from (card.title, card.section, card.banner)
    yield from (button.label for button in buttons(card))
    for block in card.blocks:
        yield from _lines(block)
    for result in card.results:
        yield from (result.title, result.name, result.sentence, result.reason)
        for block in (*result.lead, *result.blocks):
            yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Bullets(title, items):
            yield title
            for item in items:
                yield from item
        case Link(label, url):
            yield from (label, url)
        case Fold(title, blocks):
            yield title
            for one in blocks:
                yield from _lines(one)
        case _:
            yield block.text


def first_sentence(card: Card) -> str:
    """What the only result of a card begins with."""
    (result,) = card.results
    assert card.title == result.sentence
    return result.sentence


def folded(card: Card, title: str) -> tuple[Block, ...]:
    """What unfolds under a title in the only result of a card."""
    (result,) = card.results
    (fold,) = (block for block in result.blocks if isinstance(block, Fold) and block.title == title)
    return fold.blocks


def whole_text(card: Card) -> str:
    return "\n".join(texts(card))


FITS_A = {
    "lupus_kidney": "kidneys",
    "age": ">=18",
    "last_biopsy": "<6",
    "kidney_treatment": "three_months",
    "kidney_response": "partly",
    "b_cell_drug": "none_in_year",
    "other_biologics": "no",
    "pressure_medicine": "no_change",
    "study_medicine": "no",
    "sledai": ">=6",
    "surgery": "no",
    "transplant": "no",
    "cancer": "no",
    "childbearing": "not_possible",
    "infections": "none_known",
}
FITS_B = {
    "lupus_kidney": "kidneys",
    "age": "18..75",
    "last_biopsy": "<=12",
    "kidney_class": "iii_or_iv",
    "upcr": ">=1",
    "sediment": "found",
    "egfr": ">=40",
    "new_treatment": "none",
    "cyclophosphamide_start": "no",
    "b_cell_drug": "none_in_year",
    "antibodies": "positive",
    "pending_operation": "none_pending",
    "uncontrolled_illness": "no",
    "pregnancy": "no",
}
FITS_BOTH = FITS_A | FITS_B | {"last_biopsy": "<6"}
A, B = VALLADOLID, SANTIAGO
