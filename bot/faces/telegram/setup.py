"""What Telegram shows before and beside the chat: commands, descriptions, the menu button; failing never stops the bot."""

import logging
from collections.abc import Awaitable, Callable

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, MenuButtonCommands
from telegram.error import TelegramError

from bot.conversation.languages import OTHERS
from bot.conversation.wording import Wording
from bot.faces.telegram.commands import COMMANDS
from criteria.languages import LANGUAGES, Language

LOG = logging.getLogger(__name__)


async def introduce(bot: Bot, wording: Wording) -> None:
    """Set everything, in each language and for people whose Telegram speaks none of ours."""
    calls: list[Callable[[], Awaitable[bool]]] = [lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands())]
    for code, language in ((None, OTHERS), *((one, one) for one in LANGUAGES)):
        calls += _in_language(bot, wording, code, language)
    failed = ""
    for call in calls:
        try:
            await call()
        except TelegramError as error:
            failed = type(error).__name__
    if failed:
        LOG.warning("the commands or descriptions could not all be set (%s); the chat works without", failed)


def _in_language(
    bot: Bot, wording: Wording, code: str | None, language: Language
) -> list[Callable[[], Awaitable[bool]]]:
    def say(name: str) -> str:
        return wording.say(language, f"tg-{name}")

    commands = [BotCommand(name, say(f"command-{name}")) for name in COMMANDS]
    return [
        lambda: bot.set_my_commands(commands, BotCommandScopeAllPrivateChats(), language_code=code),
        lambda: bot.set_my_description(say("description"), language_code=code),
        lambda: bot.set_my_short_description(say("about"), language_code=code),
    ]
