"""What participants read, line by line and kind of card by kind of card, on every face; each line with its text ids."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import chain

from bot.conversation.card import Card
from bot.conversation.machine import Conversation
from bot.conversation.state import Moment, Subject
from bot.script.marks import Marks, plain
from bot.script.model import Line
from bot.script.people import Path
from bot.script.walk import Visit, beside_others, walk
from criteria.languages import Language
from criteria.screening import Screening

Sentences = Callable[[Card, str], list[str]]
"""What a face shows of a card, line by line, with a notice above it."""
ROOM = 1500
"""Characters by which a card's length is told apart, since long ones are cut into pages."""


@dataclass(frozen=True)
class Voice:
    """A face with a conversation over marked texts, and what it shows of a card."""

    name: str
    conversation: Conversation
    """About the study alone."""
    site: Conversation
    """The same beside another illness."""
    sentences: Sentences


@dataclass(frozen=True)
class Shown:
    """One line as one face shows it."""

    face: str
    marked: str


class Seen:
    """What the walks have come to, in one language."""

    def __init__(
        self,
        marks: Marks,
        voices: Sequence[Voice],
        alone: Screening,
        subject: Subject,
        language: Language,
        moment: Moment,
        led: Sequence[Path],
    ) -> None:
        self.voices = tuple(voices)
        self._marks = marks
        self._names = tuple(voice.name for voice in voices)
        self._cards: defaultdict[str, list[list[Shown]]] = defaultdict(list)
        self._faces: defaultdict[str, set[str]] = defaultdict(set)
        self.told: set[str] = set()
        """The ids that the document has shown so far."""
        for voice in voices:
            known: set[object] = set()
            cards = walk(voice.conversation, alone, subject, language, moment, led)
            for visit in chain(cards, beside_others(voice.site, language, moment)):
                if _is_new(visit, known):
                    self._note(voice, visit)

    def _note(self, voice: Voice, visit: Visit) -> None:
        lines = [Shown(voice.name, line) for line in voice.sentences(visit.card, "")]
        self._cards[visit.place].append(lines)
        for line in lines:
            for one in self._marks.ids(line.marked):
                self._faces[one].add(voice.name)

    @property
    def places(self) -> tuple[str, ...]:
        """The kinds of cards that there are."""
        return tuple(self._cards)

    @property
    def ids(self) -> Mapping[str, set[str]]:
        """Every text id that was shown, and by which faces."""
        return self._faces

    def first(self, place: str) -> list[Line]:
        """The first card of a kind as a whole, on each face; what both show stands once."""
        cards = self._cards.get(place, [])
        firsts = [next((one for one in cards if one and one[0].face == face), []) for face in self._names]
        return list(self._lines((line for one in firsts for line in one), whole=True))

    def words(self, place: str) -> list[str]:
        """What the first card of a kind says, for counting; the document has not told it by that."""
        cards = self._cards.get(place, [[]])
        return list(dict.fromkeys(plain(line.marked) for line in cards[0]))

    def rest(self, place: str) -> list[Line]:
        """What other cards of a kind show that the document has not told yet."""
        return list(self._lines((line for card in self._cards.get(place, []) for line in card), whole=False))

    def line(self, marked: str) -> Line:
        """A line for the document, with the ids that some card shows and the faces that alone do; they count as told."""
        ids = tuple(one for one in dict.fromkeys(self._marks.ids(marked)) if one in self._faces)
        self.told |= set(ids)
        only = [face for face in self._names if any(self._faces.get(one, set()) == {face} for one in ids)]
        return Line(plain(marked), ids, tuple(only) if len(only) == 1 else ())

    def beside(self, marked: str) -> Line:
        """A line that a face says beside a card, in answer to what was typed."""
        return Line(plain(marked), tuple(self._marks.ids(marked)))

    def _lines(self, shown: Iterator[Shown], *, whole: bool) -> Iterator[Line]:
        """The lines that are worth printing; where the same words are two texts, one line has the ids of both."""
        said: dict[str, Line] = {}
        for one in shown:
            ids = set(self._marks.ids(one.marked))
            new = bool(ids - self.told)
            repeats = not new and any(name.startswith("questions.") for name in ids)
            if ids and (new or (whole and not repeats)):
                line = self.line(one.marked)
                before = said.get(line.text, line)
                said[line.text] = replace(before, ids=tuple(dict.fromkeys((*before.ids, *line.ids))))
        yield from said.values()


def _is_new(visit: Visit, known: set[object]) -> bool:
    """Whether a card may show something that none before it did: a text, or a trait that its frame depends on."""
    card = visit.card
    texts = list(_texts(card))
    signs = {(visit.place, char) for text in texts for char in text if char >= "\U000f0000"}
    traits = (
        visit.place.partition(".")[0],
        card.screen,
        card.left if card.left is None else min(card.left, 2),
        *(bool(one) for one in (card.history, card.exchanges, card.blocks, card.banner)),
        any(button.marked for button in card.buttons),
        sum(map(len, texts)) // ROOM,
    )
    found = {*signs, traits} - known
    known |= found
    return bool(found)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
