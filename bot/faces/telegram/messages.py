"""What a person sends in a private chat: commands, typed answers, and what is not wanted."""

from dataclasses import dataclass, replace

from telegram import Message

from bot.conversation.languages import following
from bot.conversation.state import Act, Action, Moment, Screen, State, Subject, go
from bot.conversation.ticket import ForgedError, OutdatedError
from bot.faces.telegram.coordinators import Coordinators
from bot.faces.telegram.payload import linked
from bot.faces.telegram.pointer import Sequence
from bot.faces.telegram.presenter import Presenter, Reached, Spot
from bot.faces.telegram.render import lettered
from bot.faces.telegram.taps import Taps
from bot.typed.reader import Reader
from bot.typed.reading import Hint
from criteria.expression import UNSURE, AnswerId

Channels = dict[str, int]
SCREENS = {"about": Screen.TOPICS, "privacy": Screen.PRIVACY, "stop": Screen.STOPPED}


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
    notice: str = ""

    @property
    def spot(self) -> Spot:
        """The bottom of the chat, in place of the card."""
        return Spot(self.message.chat_id, self.update, self.card, move=True)


class Messages:
    """Answers what is sent in private chats. Whatever it was, it is deleted afterwards."""

    def __init__(
        self,
        presenter: Presenter,
        taps: Taps,
        channels: Channels,
        reached: Reached,
        coordinators: Coordinators | None = None,
    ) -> None:
        self._presenter = presenter
        self._taps = taps
        self._channels = channels
        self._reached = reached
        self._coordinators = coordinators
        self.sequence: Sequence | None = None
        """The updates seen, where other replicas may serve the same chats; None where there are none."""
        self._reader = Reader(presenter.conversation.context)

    async def take(self, message: Message, update: int) -> None:
        """Answer a message; what changes nothing for a person (a pinned message and the like) is left alone."""
        if message.text is None and message.effective_attachment is None:
            return
        sent = self._sent(message, update)
        if message.text is None:
            await self._not_wanted(sent)
        elif message.text.startswith("/"):
            name, _, argument = message.text[1:].partition(" ")
            await self._command(sent, name.partition("@")[0].lower(), argument.strip())
        else:
            await self._answer(sent, message.text)
        await self._presenter.delivery.delete(message.chat_id, message.message_id)

    def _sent(self, message: Message, update: int) -> Sent:
        """Find the conversation: in the keyboard of the message that is replied to, or where the pointer says."""
        moment = self._presenter.clock()
        for ticket, card in self._leads(message, update):
            try:
                state, _ = self._presenter.open(ticket, message.chat_id, moment.hour)
            except ForgedError:
                continue
            except OutdatedError as outdated:
                again = self._presenter.conversation.start(outdated.language, moment, outdated.subject)
                return Sent(message, update, moment, again, card, self._presenter.say(outdated.language, "outdated"))
            return Sent(message, update, moment, state, card)
        return Sent(message, update, moment, None, None)

    def _leads(self, message: Message, update: int) -> list[tuple[str, int]]:
        """Tickets that may tell the conversation, each with the message it comes from."""
        found = []
        replied = message.reply_to_message
        if replied is not None and replied.reply_markup is not None:
            data = [button.callback_data for row in replied.reply_markup.inline_keyboard for button in row]
            found = [(ticket, replied.message_id) for ticket in data if isinstance(ticket, str)]
        place = self._presenter.pointer.get(message.chat_id)
        if place and (self.sequence is None or self.sequence.unbroken(place.update, update)):
            found.append((place.ticket, place.message))
        return found

    async def _command(self, sent: Sent, name: str, argument: str) -> None:
        state = sent.state or self._new(sent)
        match name:
            case "start":
                await self._presenter.show(sent.spot, self._start(sent, argument))
            case "help":
                await self._presenter.show(sent.spot, state, notice=self._presenter.say(state.language, "help"))
            case "language" if sent.state is not None:
                other = following(self._presenter.conversation.context.catalogue, state)
                await self._presenter.show(sent.spot, replace(state, language=other))
            case "language":
                await self._presenter.show(sent.spot, state)
            case "delete":
                await self._taps.clear(sent.spot, state)
            case "funnel" if self._coordinators and self._coordinators.knows(sent.message.chat_id):
                await self._coordinators.tell(sent.message.chat_id, state.language)
            case _ if name in SCREENS:
                there = self._presenter.conversation.step(state, go(SCREENS[name]), sent.moment)
                await self._presenter.show(sent.spot, there)
            case _:
                await self._point(sent, "unclear")

    def _new(self, sent: Sent) -> State:
        return self._presenter.conversation.start(self._presenter.greeted(sent.message.from_user), sent.moment)

    def _start(self, sent: Sent, payload: str) -> State:
        """A new conversation; a link may name a study or an illness, and a recruitment channel. Language and delivery stay."""
        conversation = self._presenter.conversation
        link = linked(conversation.context.catalogue, payload)
        before = sent.state
        language = before.language if before else self._presenter.greeted(sent.message.from_user)
        number = self._channels.get(link.channel, 0)
        if link.condition is not None and link.study is None:
            state = conversation.start_at(language, sent.moment, link.condition, number)
        else:
            subject = Subject(link.condition, link.study) if link.condition else None
            state = conversation.start(language, sent.moment, subject, number)
        return replace(state, each_new=before.each_new if before else False)

    async def _answer(self, sent: Sent, text: str) -> None:
        """A typed answer to the question that is shown."""
        before = sent.state
        if before is None:
            await self._presenter.delivery.send(sent.message.chat_id, self._say_here(sent, "use-buttons"))
            return
        if sent.notice:
            await self._presenter.show(sent.spot, before, notice=sent.notice)
            return
        card = self._presenter.conversation.view(before)
        replay = self._presenter.conversation.replay(before)
        question = replay.question if replay and card.question else None
        if question is None:
            await self._point(sent, "no-question")
            return
        letters = {letter: AnswerId(button.value) for letter, button in lettered(card).items()}
        read = self._reader.read(question, text, before.language, sent.moment.hour, letters=letters)
        if read.taken is None:
            await self._point(sent, "unit" if read.hint is Hint.UNIT else "unclear")
            return
        action = Action(Act.ANSWER, (*question.answers, UNSURE).index(read.taken))
        state = self._presenter.conversation.step(before, action, sent.moment)
        label = next(button.label for button in card.buttons if button.action == action)
        await self._presenter.show(sent.spot, state, notice=self._understood(state, label))
        self._reached(state, action)

    def _understood(self, state: State, label: str) -> str:
        """What was understood; and the way back, where the next card has one."""
        told = self._presenter.say(state.language, "understood", answer=label)
        ways = self._presenter.conversation.view(state).ways
        back = any(button.value == "back" for button in ways)
        return f"{told} {self._presenter.say(state.language, 'understood-back')}" if back else told

    async def _not_wanted(self, sent: Sent) -> None:
        """Pictures, files, voices and the like."""
        album = sent.message.media_group_id
        place = self._presenter.pointer.get(sent.message.chat_id)
        if album is not None and place is not None and place.album == album:
            return
        await self._point(sent, "not-wanted", album)

    async def _point(self, sent: Sent, name: str, album: str | None = None) -> None:
        """Say why nothing happened, above the card; as a message of its own where the card is not known."""
        if sent.state is None:
            await self._presenter.delivery.send(
                sent.message.chat_id, self._say_here(sent, "use-buttons" if name == "unclear" else name)
            )
            return
        notice = self._presenter.say(sent.state.language, name)
        await self._presenter.show(sent.spot, sent.state, notice=notice, album=album)

    def _say_here(self, sent: Sent, name: str) -> str:
        return self._presenter.say(self._presenter.greeted(sent.message.from_user), name)
