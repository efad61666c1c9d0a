"""What is made of a typed text: an answer, a proposal, a way, or why nothing was understood."""

from dataclasses import dataclass
from enum import Enum

from criteria.expression import AnswerId
from criteria.languages import Language


class Hint(Enum):
    """Why nothing was taken, and so what to say."""

    UNIT = "unit"
    """A number whose unit is missing; it is not guessed."""
    NUMBER = "number"
    """No number of this question: not possible for it, or in a unit that it does not know."""
    PLAUSIBLE = "plausible"
    """Possible, but rather another quantity: say the question's own sentence (`number.plausible.ask`)."""
    BUTTONS = "buttons"
    """Please use the buttons: it lies on both sides of a limit, or it may not be proposed."""
    UNCLEAR = "unclear"


class Way(Enum):
    """A word that asks for a way, not for an answer."""

    MENU = "menu"
    HELP = "help"
    BACK = "back"
    STOP = "stop"
    LANGUAGE = "language"
    """`Reading.language` says which, where one was named."""
    MEANING = "meaning"
    """What does this mean?"""
    WHY = "why"
    """Why do you ask?"""


@dataclass(frozen=True)
class Reading:
    """What one text means under one question; at most one of `taken`, `asked`, `hint` and `way` is set."""

    taken: AnswerId | None = None
    """This answer was meant, by the grammar."""
    asked: AnswerId | None = None
    """Perhaps this one: to be asked, "Did you mean …?", and never taken without a yes."""
    hint: Hint | None = None
    way: Way | None = None
    language: Language | None = None
    """The language that was asked for."""
