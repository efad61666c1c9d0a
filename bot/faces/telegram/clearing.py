"""Removes what a bot can remove of a chat, and says exactly what it did."""

from bot.conversation.state import State
from bot.faces.telegram.delivery import GoneError, Removal
from bot.faces.telegram.pointer import Place
from bot.faces.telegram.presenter import Presenter, Spot
from bot.faces.telegram.sent import Sent
from criteria.languages import Language

DONE = {Removal.DELETED: "deleted-card", Removal.EMPTIED: "deleted-emptied", Removal.KEPT: "deleted-kept"}
DONE_CERTAIN = DONE | {Removal.MISSING: "deleted-missing"}


class Clearing:
    """Takes leave of a chat."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter

    async def by_command(self, sent: Sent) -> None:
        """Remove the card, if it is known, and the command; say at the bottom of the chat what was done."""
        language, presenter = sent.language, self._presenter
        card = await self._card(sent)
        keyboard = presenter.beginner(sent.chat, language, "again")
        farewell = await presenter.delivery.send(sent.chat, self._told(language, card, words=True), (), keyboard)
        words = Removal.DELETED
        if not sent.claimed:
            words = await presenter.remove(sent.chat, sent.message.message_id, language, own=False)
        if words is Removal.MISSING:  # somebody else has answered
            await presenter.remove(sent.chat, farewell, language)
            return
        if words is Removal.KEPT:
            await self._edited(sent.chat, farewell, language, self._told(language, card, words=False))
        presenter.pointer.put(sent.chat, Place(farewell, "", sent.update))

    async def by_tap(self, spot: Spot, state: State) -> None:
        """Put the farewell into the tapped card; every other card that is known goes."""
        language = state.language
        place = self._presenter.pointer.get(spot.chat)
        if place is not None and place.message != spot.message:
            await self._presenter.remove(spot.chat, place.message, language)
        message = spot.message
        if message is None or not await self._edited(
            spot.chat, message, language, self._told(language, "deleted-card")
        ):
            message = await self._presenter.delivery.send(
                spot.chat,
                self._told(language, "deleted-missing"),
                (),
                self._presenter.beginner(spot.chat, language, "again"),
            )
        self._presenter.pointer.put(spot.chat, Place(message, "", spot.update))

    async def _card(self, sent: Sent) -> str:
        """Remove the card, and any other message with buttons that is known; the name of the text that tells it."""
        place = self._presenter.pointer.get(sent.chat)
        told = "deleted-unknown"
        if place is not None and place.message != sent.card:
            done = await self._presenter.remove(sent.chat, place.message, sent.language)
            told = DONE.get(done, told) if place.ticket else told
        if sent.card is not None:
            told = DONE_CERTAIN[await self._presenter.remove(sent.chat, sent.card, sent.language)]
        return told

    async def _edited(self, chat: int, message: int, language: Language, text: str) -> bool:
        try:
            await self._presenter.delivery.edit(
                chat, message, text, (), self._presenter.beginner(chat, language, "again")
            )
        except GoneError:
            return False
        return True

    def _told(self, language: Language, card: str, *, words: bool = False) -> str:
        say = self._presenter.say
        done = say(language, card)
        if words:
            done = f"{done} {say(language, 'deleted-words')}"
        return "\n\n".join((done, say(language, "deleted-rest")))
