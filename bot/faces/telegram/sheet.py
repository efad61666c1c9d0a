"""The doctor's sheet to keep: as messages that can be forwarded, and as a file that prints."""

from bot.conversation.card import Card
from bot.conversation.state import State
from bot.faces.html import environment
from bot.faces.telegram.presenter import Presenter


class Sheets:
    """Sends sheets; each message of them can be removed by its own button, so nothing has to be remembered."""

    def __init__(self, presenter: Presenter) -> None:
        self._template = environment("bot.faces.telegram").get_template("sheet.html")
        self._presenter = presenter

    async def send(self, chat: int, state: State) -> None:
        """Send what the state shows, to keep."""
        card = self._presenter.conversation.view(state)
        keyboard = self._presenter.remover(chat, state)
        for shown in self._presenter.renderer.to_keep(card):
            await self._presenter.delivery.send(chat, shown.text, shown.entities, keyboard)
        name = self._presenter.say(card.language, "sheet-file")
        caption = self._presenter.say(state.language, "sheet-caption")
        await self._presenter.delivery.send_file(chat, self.file(card), name, caption, keyboard)

    def file(self, card: Card) -> bytes:
        """The card as a page of its own that needs nothing else to be read and printed."""
        return self._template.render(card=card).encode()
