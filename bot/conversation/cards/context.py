"""What every card needs beside its state: the catalogue, the texts, and who runs this."""

from dataclasses import dataclass, field

from bot.conversation.card import Button, Role
from bot.conversation.face import Face
from bot.conversation.languages import DEFAULT
from bot.conversation.state import Action, Screen, go
from bot.conversation.wording import Argument, Say, Wording
from criteria.catalogue import Catalogue
from criteria.languages import Language
from criteria.question import Question


@dataclass(frozen=True)
class About:
    """What the face can do; who runs this and whom to ask, as shown in the notice: empty where it is not told."""

    face: Face
    operator: str = ""
    privacy_contact: str = ""
    help_contact: str = ""
    default_language: Language = DEFAULT
    """Of who tells no language."""


@dataclass(frozen=True)
class CardContext:
    """The catalogue, the texts, and who runs this."""

    catalogue: Catalogue
    wording: Wording
    about: About
    for_other: bool = False
    """Whether what is said is said about somebody else than who reads it."""
    widths: dict[int, tuple[Question, tuple[int, ...]]] = field(default_factory=dict, compare=False, repr=False)
    """Per question, by its identity, how wide its answers' labels are: the same at every tap."""

    def in_(self, language: Language) -> Say:
        """`say(name, **arguments)` in one language."""

        def say(name: str, **arguments: Argument) -> str:
            return self.wording.say(language, name, **arguments)

        def say_of_other(name: str, **arguments: Argument) -> str:
            return self.wording.say(language, f"{name}.else", **arguments)

        return say_of_other if self.for_other else say


def way(say: Say, name: str, action: Action, **arguments: Argument) -> Button:
    """One of the smaller buttons; its text is called way-NAME."""
    return Button(say(f"way-{name}", **arguments), action, Role.WAY, name)


def menu_way(say: Say) -> Button:
    """The way to the menu, which stands on every card."""
    return way(say, "menu", go(Screen.MENU))
