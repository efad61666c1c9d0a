"""What a command does. Where the card is not known, none of them touches the conversation: they point at its buttons."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.card import Button, Role
from bot.conversation.state import SHOW, Screen, State, go
from bot.faces.telegram.clearing import Clearing
from bot.faces.telegram.coordinators import Coordinators
from bot.faces.telegram.languages import language_of
from bot.faces.telegram.links import Link, read_link
from bot.faces.telegram.presenter import Content, Presenter
from bot.faces.telegram.sent import Replies, Sent
from criteria.model import LANGUAGES

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
                other = LANGUAGES[(LANGUAGES.index(sent.language) + 1) % len(LANGUAGES)]
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
        link = read_link(payload, self._presenter.conversation.context.catalogue, self._channels)
        before = sent.state
        notice = self._presenter.say(sent.language, "unknown-study") if link.unknown else ""
        if before is None or not before.answers:
            await self._presenter.show(sent.spot, self._begun(sent, link), notice=notice)
        elif link.subject is not None and link.subject == before.subject:
            await self._presenter.show(
                sent.spot, self._presenter.conversation.step(before, go(Screen.MAIN), sent.moment)
            )
        else:
            await self._ask(sent, before, link, notice)

    def _begun(self, sent: Sent, link: Link) -> State:
        """A new conversation; language and delivery stay."""
        before = sent.state
        language = before.language if before else language_of(sent.message.from_user)
        state = self._presenter.conversation.start(language, sent.moment, link.subject, link.channel)
        return replace(state, each_new=before.each_new if before else False)

    async def _ask(self, sent: Sent, before: State, link: Link, notice: str) -> None:
        """Whether to leave the questions; the answers stay where the same condition goes on."""
        conversation, language = self._presenter.conversation, sent.language
        same = (
            before.subject is not None
            and link.subject is not None
            and link.subject.condition == before.subject.condition
        )
        other = (
            conversation.choose(before, link.subject, sent.moment) if same and link.subject else self._begun(sent, link)
        )
        study = link.subject.study if link.subject else None
        open_other = (
            self._presenter.say(language, "leave-open", study=study)
            if study
            else self._presenter.say(language, "leave-again")
        )
        leaving = replace(before, screen=Screen.LEAVING, at=0)
        text = self._presenter.say(language, "leave", count=len(before.answers))
        if not same:
            text = f"{text} {self._presenter.say(language, 'leave-loses')}"
        keyboard = self._presenter.asking(
            sent.chat,
            (leaving, Button(self._presenter.say(language, "leave-back"), go(Screen.MAIN), Role.FORWARD, "main")),
            (other, Button(open_other, SHOW, Role.CHOICE, "leave")),
        )
        content = Content("\n\n".join(part for part in (notice, text) if part), (), keyboard)
        await self._presenter.put(sent.spot, content, language, self._presenter.ticket(sent.chat, leaving))
