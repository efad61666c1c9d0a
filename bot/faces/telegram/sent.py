"""A message that a person sent, with what is known of the conversation it belongs to, and the answers that point at the card."""

from dataclasses import dataclass

from telegram import Message

from bot.conversation.state import SHOW, Action, Moment, State
from bot.conversation.ticket import ForgedError, OutdatedError
from bot.faces.telegram.presenter import Content, Presenter, Spot
from criteria.languages import Language


@dataclass(frozen=True)
class Sent:
    """A message with what is known of the conversation it belongs to."""

    message: Message
    update: int
    moment: Moment
    state: State | None
    """None where nothing tells which conversation it is."""
    card: int | None
    """The message that holds the card."""
    language: Language
    """The conversation's, or the one to greet in."""
    notice: str = ""
    claimed: bool = False
    """Whether the message was deleted before it is answered, so that nobody else answers it."""

    @property
    def chat(self) -> int:
        """The chat it was sent in."""
        return self.message.chat_id

    @property
    def spot(self) -> Spot:
        """The bottom of the chat, in place of the card."""
        claim = None if self.claimed else self.message.message_id
        return Spot(self.chat, self.update, self.card, move=True, claim=claim, claimed=self.claimed)


def found(presenter: Presenter, message: Message, update: int) -> Sent:
    """Find the conversation: in the keyboard of the message that is replied to, or where the pointer says."""
    moment = presenter.clock()
    for ticket, card in _leads(presenter, message, update):
        try:
            state, _ = presenter.open(ticket, message.chat_id, moment.hour)
        except ForgedError:
            continue
        except OutdatedError as outdated:
            again = presenter.conversation.start(outdated.language, moment, outdated.subject)
            notice = presenter.say(outdated.language, outdated.notice)
            return Sent(message, update, moment, again, card, outdated.language, notice)
        return Sent(message, update, moment, state, card, state.language)
    return Sent(message, update, moment, None, None, presenter.greeted(message.from_user))


def _leads(presenter: Presenter, message: Message, update: int) -> list[tuple[str, int]]:
    """Tickets that may tell the conversation, each with the message it comes from."""
    leads = []
    replied = message.reply_to_message
    if replied is not None and replied.reply_markup is not None:
        data = [button.callback_data for row in replied.reply_markup.inline_keyboard for button in row]
        leads = [(ticket, replied.message_id) for ticket in data if isinstance(ticket, str)]
    place = presenter.pointer.certain(message.chat_id, update)
    if place is not None and place.ticket:
        leads.append((place.ticket, place.message))
    return leads


class Replies:
    """What is said to a message that changes nothing."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter

    async def point(self, sent: Sent, name: str, album: str | None = None) -> None:
        """Say why nothing happened, above the card; where the card is not known, that its buttons have it all."""
        await self.say(sent, self._presenter.say(sent.language, name), album)

    async def say(self, sent: Sent, text: str, album: str | None = None) -> None:
        """Say something above the card, or above the words that point at it."""
        if sent.state is None:
            await self.lost(sent, text, album=album)
        else:
            await self._presenter.show(sent.spot, sent.state, notice=text, album=album)

    async def lost(self, sent: Sent, first: str = "", action: Action = SHOW, album: str | None = None) -> None:
        """Point at the last message's buttons, which still hold the conversation; and let begin who has none."""
        language = sent.language
        text = "\n\n".join(part for part in (first, self._presenter.say(language, "use-buttons")) if part)
        keyboard = self._presenter.beginner(sent.chat, language, "first-time", action)
        await self._presenter.put(sent.spot, Content(text, (), keyboard), language, "", album)
