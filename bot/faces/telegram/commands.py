"""What a command does. Where the card is not known, none of them touches the conversation: they point at its buttons."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from bot.conversation.card import Button, Role
from bot.conversation.languages import following
from bot.conversation.state import SHOW, Screen, State, Subject, go
from bot.faces.telegram.clearing import Clearing
from bot.faces.telegram.coordinators import Coordinators
from bot.faces.telegram.payload import Linked, linked
from bot.faces.telegram.presenter import Content, Presenter
from bot.faces.telegram.sent import Replies, Sent

COMMANDS = ("start", "help", "language", "about", "privacy", "stop", "delete")
SCREENS = {"about": Screen.TOPICS, "privacy": Screen.PRIVACY, "stop": Screen.STOPPED}
_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?(.*)", re.DOTALL)


def parsed(text: str) -> tuple[str, str, str] | None:
    """A command's name, the bot it is addressed to, if any, and the rest; None for what is no command."""
    found = _COMMAND.match(text)
    return (found[1].lower(), (found[2] or "").lower(), found[3].strip()) if found else None


class Commands:
    """Carries out commands in private chats."""

    def __init__(
        self,
        presenter: Presenter,
        replies: Replies,
        clearing: Clearing,
        channels: Mapping[str, int],
        coordinators: Coordinators | None,
    ) -> None:
        self._presenter = presenter
        self._replies = replies
        self._clearing = clearing
        self._channels = channels
        self._coordinators = coordinators

    async def take(self, sent: Sent, name: str, argument: str) -> None:
        """Carry out a command."""
        match name:
            case "start":
                await self._start(sent, argument)
            case "delete":
                await self._clearing.by_command(sent)
            case "funnel" if self._coordinators and self._coordinators.knows(sent.chat):
                await self._coordinators.tell(sent.chat, sent.language)
                if not sent.claimed:
                    await self._presenter.remove(sent.chat, sent.message.message_id, sent.language, own=False)
            case "help":
                await self._replies.say(sent, self._presenter.say(sent.language, "help"))
            case "language" if sent.state is not None:
                other = following(self._presenter.conversation.context.catalogue, sent.state)
                await self._presenter.show(sent.spot, replace(sent.state, language=other), notice=sent.notice)
            case "language":
                await self._replies.lost(sent)
            case _ if name in SCREENS:
                await self._screen(sent, SCREENS[name])
            case _:
                await self._replies.point(sent, "unclear")

    async def _screen(self, sent: Sent, screen: Screen) -> None:
        if sent.state is None:
            await self._replies.lost(sent, action=go(screen) if screen is not Screen.STOPPED else SHOW)
            return
        there = self._presenter.conversation.step(sent.state, go(screen), sent.moment)
        await self._presenter.show(sent.spot, there, notice=sent.notice)

    async def _start(self, sent: Sent, payload: str) -> None:
        """Begin, at a link's study; who has answered questions is asked first, or led back to them."""
        conversation = self._presenter.conversation
        link = linked(conversation.context.catalogue, payload, self._channels)
        before = sent.state
        notice = self._presenter.say(sent.language, link.trouble) if link.trouble else ""
        if before is None or not before.answers:
            await self._presenter.show(sent.spot, self._begun(sent, link), notice=notice)
        elif before.subject is not None and link.study is not None and link.study == before.subject.study:
            await self._presenter.show(sent.spot, conversation.step(before, go(Screen.MAIN), sent.moment))
        else:
            await self._ask(sent, before, link, notice)

    def _begun(self, sent: Sent, link: Linked) -> State:
        """A new conversation; language and wish stay."""
        before, conversation = sent.state, self._presenter.conversation
        number = self._channels.get(link.channel, 0)
        if link.condition is not None and link.study is None:
            state = conversation.start_at(sent.language, sent.moment, link.condition, number)
        else:
            subject = Subject(link.condition, link.study) if link.condition else None
            state = conversation.start(sent.language, sent.moment, subject, number)
        return replace(state, wished=before.wished if before else False)

    async def _ask(self, sent: Sent, before: State, link: Linked, notice: str) -> None:
        """Whether to leave the questions; of another study of the same illness, the answers go on to count."""
        say = partial(self._presenter.say, sent.language)
        stays = before.subject is not None and link.study is not None and link.condition == before.subject.condition
        if stays and link.condition is not None:
            other = self._presenter.conversation.about(before, Subject(link.condition, link.study))
        else:
            other = self._begun(sent, link)
        leaving = replace(before, screen=Screen.LEAVING, at=0)
        label = say("leave-open", study=link.study) if link.study else say("leave-again")
        keyboard = self._presenter.asking(
            sent.chat,
            (leaving, Button(say("leave-back"), go(Screen.MAIN), Role.FORWARD, "main")),
            (other, Button(label, SHOW, Role.CHOICE, "leave")),
        )
        told = (notice, say("leave", count=len(before.answers)), "" if stays else say("leave-loses"))
        content = Content("\n\n".join(filter(None, told)), (), keyboard)
        await self._presenter.put(sent.spot, content, sent.language, self._presenter.ticket(sent.chat, leaving))
