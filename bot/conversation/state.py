"""Everything that a conversation is at one moment, and everything that a person can do to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import IntEnum, unique

from criteria.condition import ConditionId, StudyId
from criteria.expression import AnswerId, QuestionId
from criteria.languages import Language


@unique
class Screen(IntEnum):
    """What is shown; the numbers stand in tickets and are never given a new meaning."""

    WELCOME = 0
    CHOICE = 1
    """Which study; `at` is a page of it."""
    MAIN = 2
    """The notice, the question or the result: whatever the answers lead to."""
    HELP = 3
    """The question with what it means and where to find the answer."""
    WHY = 4
    """The question with what its answer can decide."""
    MENU = 5
    TOPICS = 6
    TOPIC = 7
    """A background text; `at` is its place in the file."""
    REVIEW = 8
    """The answers so far; `at` is a page of them."""
    RESULT = 9
    """One study's result; `at` is its place among those chosen."""
    SHEET = 10
    """One study's doctor's sheet; `at` is its place, and `sheet_in` its language."""
    PRIVACY = 11
    STOPPED = 12
    PROPOSAL = 13
    """Whether the answer at place `at` was meant, where words were not clear."""
    ELSEWHERE = 15
    """Where else to look, for somebody with an illness that is not here."""
    LEAVING = 14
    """Whether to leave the questions for something else; who asks it shows it, and else it is the same as MAIN."""


@unique
class Act(IntEnum):
    """What a button does; the numbers stand in tickets and are never given a new meaning."""

    SHOW = 0
    """Nothing: show the state as it is."""
    LANGUAGE = 1
    """Go on in the language at this place."""
    CHOOSE = 2
    """Take the study, or all studies of a condition, at this place of the catalogue's subjects."""
    BEGIN = 3
    """The notice was read and agreed to: ask the person (0), or somebody who answers for another (1)."""
    ANSWER = 4
    """Answer the question that is shown with the answer at this place; the last is unsure."""
    CHANGE = 5
    """Ask the question at this place of the condition's order again, with its answer marked."""
    KEEP = 6
    """Leave the question that is asked again as it was answered."""
    WISH = 7
    """Have what the face does on request (1), or no longer (0)."""
    DELETE = 8
    """Have removed what this face can still remove of the chat, and stop (0); or the message that says so alone (1)."""
    SEND = 9
    """Have what is shown sent once more, to keep: as a message to forward and a file to print."""
    SHEET_IN = 12
    """Show the doctor's sheet in the language at this place, while the conversation goes on in its own."""
    GO = 16
    """From here on the number is 16 + a Screen: show it."""


@dataclass(frozen=True)
class Action:
    """One thing to do; `screen` goes with GO only, `at` is from 0 to 255."""

    act: Act
    at: int = 0
    screen: Screen = Screen.WELCOME


SHOW = Action(Act.SHOW)


def go(screen: Screen, at: int = 0) -> Action:
    """The action that shows a screen."""
    return Action(Act.GO, at, screen)


@dataclass(frozen=True)
class Subject:
    """What a person asks about: one study, or all studies of a condition (`study` is None)."""

    condition: ConditionId
    study: StudyId | None = None


@dataclass(frozen=True)
class Moment:
    """What the conversation needs of the world when something happens.

    `hour`: hours since 1970-01-01 UTC; `chance`: 32 random bits, used once, for a conversation's seed.
    """

    hour: int
    chance: int = 0


@dataclass(frozen=True)
class State:
    """A conversation at one moment; where it stands is always worked out again from the answers."""

    language: Language
    started: int
    """The hour in which it began, in hours since 1970-01-01 UTC."""
    subject: Subject | None = None
    began: bool = False
    """The notice was read and agreed to."""
    for_other: bool = False
    """Who answers does so for somebody else."""
    answers: Mapping[QuestionId, AnswerId] = field(default_factory=dict)
    """Everything that was answered; what does not matter now sleeps."""
    screen: Screen = Screen.WELCOME
    at: int = 0
    asked_again: QuestionId | None = None
    """The question that is being changed."""
    wished: bool = False
    """The face's `Wish` is in force."""
    sheet_in: Language | None = None
    """The language of the doctor's sheet; None for that of the conversation."""
    channel: int = 0
    """16 bits of the recruitment channel's hashed name; 0 for none."""
    seed: int = 0
    """24 random bits, drawn with the first card: from them follows where the session is counted (see `pair`)."""

    @property
    def day(self) -> date:
        """The day, UTC, on which it began: what is told as of today is told as of this day."""
        return datetime.fromtimestamp(self.started * 3600, UTC).date()
