"""Where the newest chats stand: a small memory that makes typing convenient, and that nothing depends on."""

from collections import OrderedDict
from dataclasses import dataclass

MOST_CHATS = 5000
MOST_MISSING = 10_000
MOST_HANDLED = 10_000
LONGEST_GAP = 1000
"""Updates; after a week of silence Telegram goes on from another number altogether."""


@dataclass(frozen=True, slots=True)
class Place:
    """A chat's card: its message and the ticket of the state that it shows."""

    message: int
    ticket: str
    """Empty for a message that only points at a card which is not known."""
    update: int
    """The update that led here."""
    replaced: int | None = None
    """The card before it, which was deleted: a tap on it comes late."""
    album: str | None = None
    """Of several pictures sent at once, only the first is answered."""


class Pointer:
    """The newest chats' places; the oldest is forgotten when a new one comes."""

    def __init__(self, most: int = MOST_CHATS) -> None:
        self.sequence: Sequence | None = None
        """The updates seen, where other replicas may serve the same chats; None where there are none."""
        self._most = most
        self._places: OrderedDict[int, Place] = OrderedDict()

    def put(self, chat: int, place: Place) -> None:
        """Remember a chat's place."""
        self._places[chat] = place
        self._places.move_to_end(chat)
        if len(self._places) > self._most:
            self._places.popitem(last=False)

    def get(self, chat: int) -> Place | None:
        """A chat's place as it was seen last, if it is among the newest."""
        return self._places.get(chat)

    def certain(self, chat: int, update: int) -> Place | None:
        """A chat's place, if nobody else can have moved it before this update."""
        place = self.get(chat)
        if place is None or self.sequence is None or self.sequence.unbroken(place.update, update):
            return place
        return None

    def forget(self, chat: int) -> None:
        """Know nothing of a chat."""
        self._places.pop(chat, None)

    def __len__(self) -> int:
        return len(self._places)


class Handled:
    """The newest updates that were handled: one that is delivered again is passed over."""

    def __init__(self, most: int = MOST_HANDLED) -> None:
        self._most = most
        self._numbers: OrderedDict[int, None] = OrderedDict()

    def put(self, update: int) -> None:
        """Note that an update was handled."""
        self._numbers[update] = None
        if len(self._numbers) > self._most:
            self._numbers.popitem(last=False)

    def __contains__(self, update: int) -> bool:
        return update in self._numbers


class Sequence:
    """Which updates this process has seen, to tell whether another replica may have moved a chat meanwhile.

    Telegram numbers a bot's updates one after the other, so a missing number is another replica's, or late.
    """

    def __init__(self) -> None:
        self._newest: int | None = None
        self._floor = 0
        """Below it nothing is known."""
        self._missing: dict[int, None] = {}

    def saw(self, update: int) -> None:
        """Note an update."""
        if self._newest is None or abs(update - self._newest) > LONGEST_GAP:
            self._newest, self._floor = update, update
            self._missing.clear()
            return
        self._missing.pop(update, None)
        for skipped in range(self._newest + 1, update):
            self._missing[skipped] = None
        while len(self._missing) > MOST_MISSING:
            self._floor = max(self._floor, next(iter(self._missing)) + 1)
            del self._missing[next(iter(self._missing))]
        self._newest = max(self._newest, update)

    def unbroken(self, since: int, until: int) -> bool:
        """Whether every update between the two was seen here."""
        return self._floor <= since <= until and not any(since < update < until for update in self._missing)
