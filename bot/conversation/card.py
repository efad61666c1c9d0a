"""A card is what is shown at one moment; a face turns it into a page or a message and decides nothing."""

from dataclasses import dataclass
from enum import Enum

from bot.conversation.state import Action, Screen
from criteria.condition import StudyId
from criteria.expression import QuestionId
from criteria.interview import Verdict
from criteria.languages import Language


class Tone(Enum):
    """How a paragraph is meant."""

    PLAIN = "plain"
    STRONG = "strong"
    """The sentence that matters most on the card."""
    NOTE = "note"
    """To be noticed: a demonstration, an older version of the rules."""
    SMALL = "small"


@dataclass(frozen=True)
class Paragraph:
    """Plain text; no markup."""

    text: str
    tone: Tone = Tone.PLAIN
    fine: bool = False
    """Fine print, which a face may fold away."""


@dataclass(frozen=True)
class Bullets:
    """A list under a title; a member may have lines that belong to it."""

    title: str
    items: tuple[tuple[str, ...], ...]
    fine: bool = False


@dataclass(frozen=True)
class Link:
    """A way out, to another site."""

    label: str
    url: str
    fine: bool = False


@dataclass(frozen=True)
class Fold:
    """What is seen as its title until it is opened; a face that cannot fold shows it as fine print."""

    title: str
    blocks: tuple[Paragraph | Bullets | Link, ...]
    help: bool = False
    """Whether it explains the question that it stands beside."""
    fine: bool = True


Block = Paragraph | Bullets | Link | Fold


class Role(Enum):
    """What kind of button it is."""

    ANSWER = "answer"
    FORWARD = "forward"
    """The one button that leads on; on every card but a question there is at most one."""
    CHOICE = "choice"
    WAY = "way"
    """Help, back, menu and the like."""


@dataclass(frozen=True)
class Button:
    """A button; `value` is the answer's id on ANSWER, a short name otherwise.

    `language` is set where the label is in another language than the card.
    """

    label: str
    action: Action
    role: Role
    value: str = ""
    marked: bool = False
    """The present answer, while a question is asked again."""
    widest: int = 0
    """Of an answer: how many characters its label has in the language in which it is longest."""
    language: Language | None = None
    details: tuple[str, ...] = ()
    """Of a choice: what is to be known of it, in a few words each."""


@dataclass(frozen=True)
class Exchange:
    """A question that was asked and its answer, and how to change it."""

    question: QuestionId
    asked: str
    answered: str
    change: Action
    sensitive: bool = False
    """A private matter: a face shows it to nobody who only looks on, and never on paper or in a copy."""


@dataclass(frozen=True)
class Result:
    """One study's result, in full or in one sentence."""

    study: StudyId
    verdict: Verdict
    title: str
    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()
    sentence: str = ""
    """The verdict, and whether the study takes people; empty on a doctor's sheet."""
    reason: str = ""
    """On what a requirement that is not met rests."""
    lead: tuple[Block, ...] = ()
    """The next step, before everything else."""
    name: str = ""
    """The plain name of the study."""
    code: str = ""
    """What stands in the short link of the study."""
    yes: bool = False
    """Whether it may be shown in the colour of a yes."""


@dataclass(frozen=True)
class Card:
    """What is shown at one moment, in one language."""

    language: Language
    screen: Screen
    title: str
    """The heading; of a question its wording. Never a page's title in the browser's history."""
    blocks: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()
    """The answers, or what leads on; one below the other."""
    ways: tuple[Button, ...] = ()
    """Help, back, menu: smaller, in a row."""
    question: QuestionId | None = None
    section: str = ""
    """The title of the question's section."""
    left: int | None = None
    """How many questions can still come at most, this one included."""
    results: tuple[Result, ...] = ()
    history: tuple[Exchange, ...] = ()
    """What was asked and answered before, on cards that go on with it."""
    exchanges: tuple[Exchange, ...] = ()
    """The page of a review."""
    languages: tuple[Button, ...] = ()
    """The way on in each other language, under its name in that language."""
    room: tuple[Exchange, ...] = ()
    """Each private question with its longest answer, asked or not: room for a face whose sizes shall not tell the answers."""
    banner: str = ""
    """That this is a draft; or a demonstration, where no ethics committee has approved a study's script."""
